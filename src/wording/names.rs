//! What the values of a plan and of the catalogue are called.

use super::figures::percent;
use crate::catalog::{Basis, Catalog, ConcernId, PriceUnit, Severity, SourceId, TreatmentId};
use crate::document::{StretchMarks, Sun, Wrinkles};
use crate::ledger::Heading;
use crate::locale::{self, Language, tr};
use crate::text::Text;
use crate::units::{Tax, TaxMode};
use jiff::civil::Time;

/// A name of the catalogue inside a sentence: English begins it with a small letter there.
pub fn within(name: &str) -> String {
    if locale::current().language == Language::english() { name.to_lowercase() } else { name.to_owned() }
}

/// What several concerns are called together: `Acne scars; wrinkles`.
pub fn concerns<'a>(ids: impl IntoIterator<Item = &'a ConcernId>, catalog: &Catalog) -> String {
    let name = |(at, id)| {
        let name = concern_name(catalog, id);
        if at == 0 { name.to_owned() } else { within(name) }
    };
    ids.into_iter().enumerate().map(name).collect::<Vec<_>>().join("; ")
}

/// What a concern is called, or its id where the catalogue does not know it.
pub fn concern_name<'a>(catalog: &'a Catalog, id: &'a ConcernId) -> &'a str {
    catalog.concern(id).map_or(id.as_str(), |concern| super::text(&concern.name))
}

/// What a treatment is called, or its id where the catalogue does not know it.
pub fn treatment_name<'a>(catalog: &'a Catalog, id: &'a TreatmentId) -> &'a str {
    catalog.treatment(id).map_or(id.as_str(), |treatment| super::text(&treatment.name))
}

/// A part of the body: in the reader's language, where it stands as the catalogue's list has it; as typed otherwise.
pub fn area_name(catalog: &Catalog, area: &str) -> String {
    super::text(&catalog.areas.text(area)).to_owned()
}

/// Ids of sources as a list.
pub fn source_ids(ids: &[SourceId]) -> String {
    ids.iter().map(SourceId::as_str).collect::<Vec<_>>().join(", ")
}

/// How much weight a figure carries, in a word or two beside it.
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Trial => tr!(in "basis", "trial"),
        Basis::Society => tr!(in "basis", "society"),
        Basis::Seed => tr!(in "basis", "guide"),
        Basis::Assumption => tr!(in "basis", "our assumption"),
        Basis::Placeholder => tr!(in "basis", "placeholder"),
        Basis::Clinic => tr!(in "basis", "clinic's own"),
    }
}

/// What one price pays for, in the singular.
pub fn price_unit(unit: PriceUnit) -> &'static str {
    match unit {
        PriceUnit::Session => tr!(in "unit of a price", "session"),
        PriceUnit::Procedure => tr!(in "unit of a price", "procedure"),
        PriceUnit::Syringe => tr!(in "unit of a price", "syringe"),
        PriceUnit::Device { .. } => tr!(in "unit of a price", "device"),
    }
}

/// How bad it is.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Mild => tr!(in "severity", "Mild"),
        Severity::Moderate => tr!(in "severity", "Moderate"),
        Severity::Severe => tr!(in "severity", "Severe"),
    }
}

/// How bad it is, inside a phrase.
pub fn severity_within(severity: Severity) -> &'static str {
    match severity {
        Severity::Mild => tr!(in "severity", "mild"),
        Severity::Moderate => tr!(in "severity", "moderate"),
        Severity::Severe => tr!(in "severity", "severe"),
    }
}

/// Habits in the sun.
pub fn sun(habits: Sun) -> &'static str {
    match habits {
        Sun::Sunscreen => tr!(in "sun habits", "Daily sunscreen"),
        Sun::Usual => tr!(in "sun habits", "Usual"),
        Sun::Unprotected => tr!(in "sun habits", "Much, unprotected"),
    }
}

/// Fine or deep wrinkles.
pub fn wrinkles(wrinkles: Wrinkles) -> &'static str {
    match wrinkles {
        Wrinkles::Fine => tr!(in "wrinkles", "Fine"),
        Wrinkles::Deep => tr!(in "wrinkles", "Deep"),
    }
}

/// New or old stretch marks.
pub fn stretch_marks(marks: StretchMarks) -> &'static str {
    match marks {
        StretchMarks::Red => tr!(in "stretch marks", "Red (newer)"),
        StretchMarks::White => tr!(in "stretch marks", "White (older)"),
    }
}

/// What entries are summed under.
pub fn heading(heading: Heading) -> &'static str {
    match heading {
        Heading::Consultation => tr!("Consultation"),
        Heading::Membership => tr!("Membership"),
        Heading::Course => tr!("Initial course"),
        Heading::Upkeep => tr!("Upkeep"),
    }
}

/// A tax: `19% tax included`, `8.875% tax on top`, `no tax`.
pub fn tax(tax: Tax) -> String {
    let rate = percent(tax.rate);
    match tax.mode {
        _ if tax.rate.is_zero() => tr!("no tax").to_owned(),
        TaxMode::OnTop => tr!("{rate} tax on top", rate),
        TaxMode::Included => tr!("{rate} tax included", rate),
    }
}

/// The text with its first letter as at the beginning of a sentence.
pub fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// Texts one after the other.
pub fn texts(texts: &[Text], between: &str) -> String {
    texts.iter().map(super::text).collect::<Vec<_>>().join(between)
}

/// Names in a sentence: `Subcision and Microneedling`.
pub(super) fn listed(names: &[Text]) -> String {
    let names: Vec<&str> = names.iter().map(super::text).collect();
    match names.as_slice() {
        [first @ .., last] if !first.is_empty() => tr!("{first} and {last}", first = first.join(", "), last),
        names => names.concat(),
    }
}

/// Names in a sentence which may hold an "and" themselves: `acne scars as well as wrinkles and fine lines`.
pub fn as_well_as(names: &[String]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => tr!("{first} as well as {last}", first = first.join(", "), last),
        names => names.concat(),
    }
}

/// The names of treatments as a list.
pub fn treatments(catalog: &Catalog, ids: &[TreatmentId]) -> String {
    let known = ids.iter().filter_map(|id| catalog.treatment(id));
    known.map(|treatment| super::text(&treatment.name)).collect::<Vec<_>>().join(", ")
}

/// A name as it stands within a sentence; a person's own words stay as they are.
pub fn name_within(name: &Text) -> String {
    match name {
        Text::Own(words) => words.to_string(),
        Text::English(_) => continued(super::text(name)),
    }
}

/// The text as it goes on after a colon; a word in capitals, such as an abbreviation, stays as it is.
/// Other languages may write a noun there, so only English goes on in small letters.
pub fn continued(text: &str) -> String {
    if locale::current().language != Language::english() {
        return text.to_owned();
    }
    let mut characters = text.chars();
    let Some(first) = characters.next() else { return String::new() };
    if characters.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(characters).collect()
}

/// A sentence that begins with the name of the file it is about.
pub fn named(name: &str, sentence: &str) -> String {
    if sentence.starts_with(name) { sentence.to_owned() } else { format!("{name}: {sentence}") }
}

/// Who works at a desk: `AB, front desk`; nothing where neither is known.
pub(super) fn desk(person: &str, desk: &str) -> String {
    [person, desk].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Another window that has the plan open: `AB, front desk, since 13:20`.
pub fn open_at(person: &str, desk: &str, since: Time) -> String {
    let named = self::desk(person, desk);
    let name = if named.is_empty() { tr!("another desk") } else { &named };
    tr!("{name}, since {time}", name, time = since.strftime("%H:%M"))
}
