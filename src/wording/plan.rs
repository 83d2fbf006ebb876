//! Options, lines, sessions and entries.

use super::figures::{date, days, money_exact, money_range};
use crate::catalog::{Catalog, PriceUnit};
use crate::compare::{ChangedField, InputDifference};
use crate::estimate::OptionEstimate;
use crate::ledger::{Entry, Item, total};
use crate::scenario::{Line, LinePackage, TreatmentOption, Upkeep};
use crate::schedule::{Phase, Session};
use crate::units::{Currency, Money, Spread};

/// An option's name with its letter: `A · Microneedling`; doing nothing has no letter.
pub fn option_title(option: &OptionEstimate) -> String {
    option.mark.map_or_else(|| option.name.clone(), |mark| format!("{} · {}", mark.letter(), option.name))
}

/// What follows the course: `every 12 months`, `again at 70% of its peak`, `no upkeep`.
pub fn upkeep(upkeep: Upkeep) -> String {
    match upkeep {
        Upkeep::None => "no upkeep".to_owned(),
        Upkeep::Every { months: 1 } => "upkeep every month".to_owned(),
        Upkeep::Every { months } => format!("upkeep every {months} months"),
        Upkeep::WhenFaded { percent } => format!("upkeep when the gain has faded to {percent}% of its peak"),
    }
}

/// A line in a phrase: `Microneedling: 5 sessions 28 days apart, upkeep every 12 months`.
pub fn line_summary(line: &Line, catalog: &Catalog) -> String {
    let course = match line.sessions {
        1 => "1 session".to_owned(),
        sessions => format!("{sessions} sessions {} apart", days(line.spacing_days)),
    };
    let depth = line.depth_mm.map(|depth| format!(" at {depth} mm")).unwrap_or_default();
    let units =
        if line.unit == PriceUnit::Syringe { format!(", {} {}", line.units, unit(line)) } else { String::new() };
    let add_ons: String = line.add_ons.iter().flat_map(|add_on| [", with ", add_on.name.as_str()]).collect();
    let name = line_name(catalog, line);
    let package = line.package.as_ref().map(|package| format!(", in packages of {}", package.sessions));
    let package = package.unwrap_or_default();
    format!("{name}: {course}{depth}{package}{units}{add_ons}, {}", upkeep(line.upkeep))
}

fn unit(line: &Line) -> String {
    let name = line.unit.name();
    if line.units == 1 { format!("{name} each") } else { format!("{name}s each") }
}

/// The treatment of a line, with its area if it names one: `Microneedling (both cheeks)`.
pub fn line_name(catalog: &Catalog, line: &Line) -> String {
    let name = treatment_name(catalog, line);
    if line.area.is_empty() { name.to_owned() } else { format!("{name} ({})", line.area) }
}

/// A package of a course: `package of 3 sessions`.
pub fn package(sessions: u32) -> String {
    format!("package of {sessions} sessions")
}

fn treatment_name<'a>(catalog: &'a Catalog, line: &'a Line) -> &'a str {
    catalog.treatment(&line.treatment).map_or(line.treatment.as_str(), |treatment| &treatment.name)
}

/// A session: `Microneedling, session 2 of 5`, `Microneedling, upkeep 3`.
pub fn session(session: &Session, option: &TreatmentOption, catalog: &Catalog) -> String {
    numbered(&option.lines[session.line], session.phase, session.number, catalog)
}

/// A session where there is only one treatment: `Session 2 of 5`, `Upkeep 3`.
pub fn only_session(session: &Session, option: &TreatmentOption) -> String {
    let number = session.number;
    match session.phase {
        Phase::Course => format!("Session {number} of {}", option.lines[session.line].sessions),
        Phase::Upkeep => format!("Upkeep {number}"),
    }
}

fn numbered(line: &Line, phase: Phase, number: u32, catalog: &Catalog) -> String {
    let name = line_name(catalog, line);
    match phase {
        Phase::Course if line.sessions == 1 => name,
        Phase::Course => format!("{name}, session {number} of {}", line.sessions),
        Phase::Upkeep => format!("{name}, upkeep {number}"),
    }
}

/// What an entry pays for, with the number of the session.
pub fn entry(entry: &Entry, option: &TreatmentOption, catalog: &Catalog) -> String {
    let phase = if entry.heading == crate::ledger::Heading::Upkeep { Phase::Upkeep } else { Phase::Course };
    match entry.item {
        Item::Consultation => "Consultation".to_owned(),
        Item::Session { line, number } => numbered(&option.lines[line], phase, number, catalog),
        Item::AddOn { line, number, add_on } => {
            let line = &option.lines[line];
            format!("{} with {}", line.add_ons[add_on].name, numbered(line, phase, number, catalog))
        }
        Item::Package { line, number, sessions } => {
            let line = &option.lines[line];
            let (name, package) = (line_name(catalog, line), package(sessions));
            match line.packages() {
                1 => format!("{name}, {package}"),
                packages => format!("{name}, {package}, {number} of {packages}"),
            }
        }
        Item::Device { line, number } => format!("{}, device {number}", line_name(catalog, &option.lines[line])),
    }
}

/// What an entry pays for without the number of the session, so that like entries can be gathered.
pub fn item(entry: &Entry, option: &TreatmentOption, catalog: &Catalog) -> String {
    match entry.item {
        Item::Consultation => "Consultation".to_owned(),
        Item::Session { line, .. } | Item::Device { line, .. } => line_name(catalog, &option.lines[line]),
        Item::Package { line, sessions, .. } => {
            let (name, package) = (line_name(catalog, &option.lines[line]), package(sessions));
            format!("{name}, {package}")
        }
        Item::AddOn { line, add_on, .. } => {
            let line = &option.lines[line];
            format!("{} with {}", line.add_ons[add_on].name, line_name(catalog, line))
        }
    }
}

/// Entries as `5 × Microneedling, initial course at $350.00` with what they come to, alike ones together.
pub fn entries(
    entries: &[&Entry],
    option: &TreatmentOption,
    catalog: &Catalog,
    currency: Currency,
) -> Vec<[String; 2]> {
    let mut groups: Vec<(String, Spread<Money>, Vec<&Entry>)> = Vec::new();
    for entry in entries {
        let what = match entry.item {
            Item::Consultation => item(entry, option, catalog),
            _ => format!("{}, {}", item(entry, option, catalog), entry.heading.name().to_lowercase()),
        };
        match groups.iter_mut().find(|(name, amount, _)| *name == what && *amount == entry.amount) {
            Some((.., alike)) => alike.push(entry),
            None => groups.push((what, entry.amount, vec![entry])),
        }
    }
    let words = |(what, amount, alike): (String, Spread<Money>, Vec<&Entry>)| {
        let each = money_exact(amount.typical, currency);
        [format!("{} × {what} at {each}", alike.len()), money_exact(total(alike).typical, currency)]
    };
    groups.into_iter().map(words).collect()
}

/// A field in which two lines differ.
pub fn changed_field(field: ChangedField) -> &'static str {
    match field {
        ChangedField::Sessions => "sessions",
        ChangedField::Spacing => "spacing",
        ChangedField::StartDay => "first session",
        ChangedField::Units => "units per session",
        ChangedField::Depth => "needle length",
        ChangedField::Price => "price",
        ChangedField::Area => "area",
        ChangedField::Discount => "discount",
        ChangedField::Package => "package",
        ChangedField::Tax => "tax",
        ChangedField::AddOns => "add-ons",
        ChangedField::Upkeep => "upkeep",
    }
}

/// A difference of inputs, a line of text for each field: what, the first option's, the second option's.
pub fn input_difference(difference: &InputDifference<'_>, catalog: &Catalog, currency: Currency) -> Vec<[String; 3]> {
    let none = || "–".to_owned();
    match difference {
        InputDifference::OnlyFirst(line) => {
            vec![[treatment_name(catalog, line).to_owned(), line_summary(line, catalog), none()]]
        }
        InputDifference::OnlySecond(line) => {
            vec![[treatment_name(catalog, line).to_owned(), none(), line_summary(line, catalog)]]
        }
        InputDifference::Changed(one, other, fields) => {
            let name = treatment_name(catalog, one);
            let what = |field: ChangedField| format!("{name}, {}", changed_field(field));
            let text = |line: &Line, field| field_text(line, field, currency);
            fields.iter().map(|field| [what(*field), text(one, *field), text(other, *field)]).collect()
        }
    }
}

fn field_text(line: &Line, field: ChangedField, currency: Currency) -> String {
    match field {
        ChangedField::Sessions => line.sessions.to_string(),
        ChangedField::Spacing => days(line.spacing_days),
        ChangedField::StartDay => format!("day {}", line.start_day),
        ChangedField::Units => line.units.to_string(),
        ChangedField::Depth => line.depth_mm.map_or("–".to_owned(), |depth| format!("{depth} mm")),
        ChangedField::Price => money_range(line.price, currency),
        ChangedField::Area if line.area.is_empty() => "–".to_owned(),
        ChangedField::Area => line.area.clone(),
        ChangedField::Discount => line.discount.to_string(),
        ChangedField::Package => match &line.package {
            Some(LinePackage { sessions, price, .. }) => {
                format!("{} at {}", package(*sessions), money_range(*price, currency))
            }
            None => "single sessions".to_owned(),
        },
        ChangedField::Tax => line.tax.to_string(),
        ChangedField::AddOns if line.add_ons.is_empty() => "none".to_owned(),
        ChangedField::AddOns => {
            let names =
                line.add_ons.iter().map(|add_on| format!("{} {}", add_on.name, money_range(add_on.price, currency)));
            names.collect::<Vec<_>>().join(", ")
        }
        ChangedField::Upkeep => match line.upkeep_until {
            Some(until) if line.upkeep != Upkeep::None => format!("{}, until {}", upkeep(line.upkeep), date(until)),
            _ => upkeep(line.upkeep),
        },
    }
}
