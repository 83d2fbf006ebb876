//! From the list as typed to the list as valid: parse once, then trust.

use super::entry::in_force;
use super::suggest::remedy;
use super::{EntryDraft, Field, Label, Place, PriceList, PriceListDraft, Problem, Problems, limits};
use crate::catalog::{Catalog, PriceUnit, SourceId, Treatment};
use crate::locale::{self, mark, tr};
use crate::overlay::{Entry, Quantity, Subject, Value};
use crate::units::{Currency, Date, Money, Percent, Spread, TaxMode, parse_date, quoted};
use std::ops::RangeInclusive;

impl PriceListDraft {
    /// Checks the whole list and gives it as valid, or every problem with its place.
    ///
    /// # Errors
    /// All problems found, entries before labels.
    pub fn parse(&self, catalog: &Catalog) -> Result<PriceList, Problems> {
        let (list, problems) = self.valid_part(catalog);
        if problems.is_empty() { Ok(list) } else { Err(Problems(problems)) }
    }

    /// What of the list is valid, and what is not: while something is being typed, everything else stays in force.
    pub fn valid_part(&self, catalog: &Catalog) -> (PriceList, Vec<Problem>) {
        let mut parser = Parser { catalog, draft: self, problems: Vec::new() };
        let entries = parser.entries();
        let labels = parser.labels();
        let mut list = PriceList { entries, labels };
        list.entries.sort_by(|one, other| one.rank(catalog).cmp(&other.rank(catalog)));
        list.labels.sort_by(|one, other| one.subject.rank(catalog).cmp(&other.subject.rank(catalog)));
        (list, parser.problems)
    }
}

/// Why a typed value is none: the field, and what is wrong with the remedy.
type Fault = (Field, String);

/// Gathers problems while parsing.
struct Parser<'a> {
    catalog: &'a Catalog,
    draft: &'a PriceListDraft,
    problems: Vec<Problem>,
}

impl Parser<'_> {
    fn report(&mut self, place: Place, whereabouts: String, message: String, repeats: Option<usize>) {
        self.problems.push(Problem { place, whereabouts, message, repeats });
    }

    fn entries(&mut self) -> Vec<Entry> {
        let mut found: Vec<(usize, Entry)> = Vec::new();
        for (at, draft) in self.draft.entries.iter().enumerate() {
            match self.entry(draft) {
                Err(faults) => {
                    faults.into_iter().for_each(|(field, message)| self.report_entry(at, field, message, None));
                }
                Ok(entry) => match found.iter().find(|(_, other)| other.repeats(&entry)) {
                    Some((first, _)) => {
                        let message = twice(entry.from);
                        self.report_entry(at, Field::EffectiveFrom, message, Some(*first));
                    }
                    None => found.push((at, entry)),
                },
            }
        }
        if let Some(at) = (self.draft.entries.len() > limits::ENTRIES).then_some(limits::ENTRIES) {
            let message = tr!("a price list has at most {most} values; remove some", most = limits::ENTRIES);
            self.report_entry(at, Field::Value, message, None);
        }
        self.drop_close(&mut found);
        self.drop_nameless(&mut found);
        found.into_iter().map(|(_, entry)| entry).collect()
    }

    fn report_entry(&mut self, at: usize, field: Field, message: String, repeats: Option<usize>) {
        let draft = &self.draft.entries[at];
        let whereabouts = format!("{}, {}", self.name(&draft.subject), draft.quantity.words(self.catalog));
        self.report(Place::Entry(at, field), whereabouts, message, repeats);
    }

    fn name(&self, subject: &Subject) -> String {
        let label = self.draft.labels.iter().find(|label| label.subject == *subject);
        let own = label.map(|label| label.name.trim()).filter(|name| !name.is_empty());
        quoted(own.unwrap_or(subject.name(self.catalog)))
    }

    fn entry(&self, draft: &EntryDraft) -> Result<Entry, Vec<Fault>> {
        let (subject, quantity) = (&draft.subject, &draft.quantity);
        let mut faults: Vec<Fault> = known(self.catalog, subject).err().into_iter().collect();
        if !subject.has(quantity) {
            faults.push((Field::Value, has_no(subject, &quantity.name())));
        }
        if let Some(concern) = quantity.case().and_then(|case| case.concern.as_ref())
            && self.catalog.concern(concern).is_none()
        {
            let all = self.catalog.concerns.iter().map(|concern| (concern.id.as_str(), concern.name.as_str()));
            let id = concern.as_str();
            let message = tr!("\"{id}\" is not a known concern; {remedy}", id = quoted(id), remedy = remedy(id, all));
            faults.push((Field::Concern, message));
        }
        let from = effective_from(&draft.from).map_err(|message| faults.push((Field::EffectiveFrom, message)));
        let value = value(quantity, &draft.amounts).map_err(|found| faults.extend(found));
        if let (Subject::Treatment(id), Quantity::MinimumInterval, Ok(Value::Count(days))) = (subject, quantity, value)
            && let Some(treatment) = self.catalog.treatment(id)
        {
            faults.extend(too_short(treatment, days.typical));
        }
        faults.extend(self.no_package(subject, quantity));
        match (value, from) {
            (Ok(value), Ok(from)) if faults.is_empty() => {
                Ok(Entry { subject: subject.clone(), quantity: quantity.clone(), value, from })
            }
            _ => Err(faults),
        }
    }

    /// Why there can be no such package, if there cannot.
    fn no_package(&self, subject: &Subject, quantity: &Quantity) -> Option<Fault> {
        let (sessions, _) = quantity.package()?;
        let (least, most) = (limits::PACKAGE.start(), limits::PACKAGE.end());
        if !limits::PACKAGE.contains(&sessions) {
            let message = tr!(
                "a package has {least} to {most} sessions, not {sessions}; choose another number",
                least,
                most,
                sessions
            );
            return Some((Field::Value, message));
        }
        let Subject::Treatment(id) = subject else { return None };
        let device = matches!(self.catalog.treatment(id)?.unit, PriceUnit::Device { .. });
        let message = tr!("it is bought as a device, of which there is no package; remove it");
        device.then(|| (Field::Value, message.to_owned()))
    }

    /// Courses closer than the interval that is in force from the same day on.
    fn drop_close(&mut self, found: &mut Vec<(usize, Entry)>) {
        let all: Vec<Entry> = found.iter().map(|(_, entry)| entry.clone()).collect();
        found.retain(|(at, entry)| {
            let (Quantity::Spacing(_), Value::Count(days)) = (&entry.quantity, entry.value) else { return true };
            let on = entry.from.unwrap_or(Date::MIN);
            let least = minimum(&all, self.catalog, &entry.subject, on);
            if days.low >= least {
                return true;
            }
            let field = if self.draft.entries[*at].amounts.low.trim().is_empty() { Field::Typical } else { Field::Low };
            let message = tr!(
                "sessions {days} days apart are closer than the minimum interval of {least} days; write {least} or more",
                days = days.low,
                least
            );
            self.report_entry(*at, field, message, None);
            false
        });
    }

    /// Values of an add-on of the clinic's own that has no name.
    fn drop_nameless(&mut self, found: &mut Vec<(usize, Entry)>) {
        found.retain(|(at, entry)| {
            let Subject::OwnAddOn(_) = entry.subject else { return true };
            let named = |label: &Label| label.subject == entry.subject && !label.name.trim().is_empty();
            if self.draft.labels.iter().any(named) {
                return true;
            }
            self.report_entry(*at, Field::Name, tr!("the add-on has no name; type one").to_owned(), None);
            false
        });
    }

    fn labels(&mut self) -> Vec<Label> {
        let mut found: Vec<Label> = Vec::new();
        if let Some(first) = self.draft.labels.get(limits::LABELS) {
            let message =
                tr!("a price list has at most {most} codes and own add-ons; remove some", most = limits::LABELS);
            self.report(Place::Label(limits::LABELS, Field::Id), self.name(&first.subject), message, None);
        }
        for (at, draft) in self.draft.labels.iter().enumerate() {
            let label = Label {
                subject: draft.subject.clone(),
                name: draft.name.trim().to_owned(),
                code: draft.code.trim().to_owned(),
                group: draft.group.trim().to_owned(),
            };
            let first = self.draft.labels[..at].iter().position(|other| other.subject == label.subject);
            let faults = self.label_faults(&label, first.is_some());
            let is_valid = faults.is_empty();
            for (field, message) in faults {
                let repeats = first.filter(|_| field == Field::Id);
                self.report(Place::Label(at, field), self.name(&draft.subject), message, repeats);
            }
            if is_valid && !(label.name.is_empty() && label.code.is_empty() && label.group.is_empty()) {
                found.push(label);
            }
        }
        found
    }

    fn label_faults(&self, label: &Label, is_second: bool) -> Vec<Fault> {
        let subject = &label.subject;
        let mut faults: Vec<Fault> = known(self.catalog, subject).err().into_iter().collect();
        if *subject == Subject::Clinic {
            let message = tr!("the clinic itself has no code and no group; leave them empty");
            faults.push((Field::Code, message.to_owned()));
        }
        if is_second {
            faults.push((Field::Id, tr!("its code and group stand twice; remove one of the two").to_owned()));
        }
        for (field, text) in [(Field::Name, &label.name), (Field::Code, &label.code), (Field::Group, &label.group)] {
            faults.extend(unfit(text).map(|message| (field, message)));
        }
        let is_own = matches!(subject, Subject::OwnAddOn(_));
        if !is_own && !label.name.is_empty() {
            let message = tr!("only an own add-on has a name here; the catalogue's name stays").to_owned();
            faults.push((Field::Name, message));
        }
        if is_own && !self.draft.entries.iter().any(|entry| entry.subject == *subject) {
            let message = tr!("the own add-on has no price; type one, or remove the add-on").to_owned();
            faults.push((Field::Typical, message));
        }
        faults
    }
}

fn twice(from: Option<Date>) -> String {
    match from {
        None => tr!("this value stands twice without a day; remove one of the two").to_owned(),
        Some(from) => tr!("this value stands twice from {from} on; remove one of the two", from),
    }
}

/// That a subject has no value of this name, and which it has.
fn has_no(subject: &Subject, value: &str) -> String {
    match subject {
        Subject::Clinic => tr!(
            "the clinic itself has no {value}; write tax_percent, tax_included, discount_percent or \
             plan_discount_percent",
            value
        ),
        Subject::Treatment(_) => tr!(
            "a treatment has no {value}; write price, package_of_3, sessions, spacing_days, minimum_interval_days or \
             tax_percent",
            value
        ),
        Subject::AddOn(_) | Subject::OwnAddOn(_) => tr!("an add-on has no {value}; write price", value),
    }
}

/// Whether the catalogue has what an id names, and whether an own add-on's id is free.
fn known(catalog: &Catalog, subject: &Subject) -> Result<(), Fault> {
    let id = subject.id();
    let message = match subject {
        Subject::Treatment(known) if catalog.treatment(known).is_none() => {
            let all = catalog.treatments.iter().map(|treatment| (treatment.id.as_str(), treatment.name.as_str()));
            tr!("\"{id}\" is not a known treatment; {remedy}", id = quoted(id), remedy = remedy(id, all))
        }
        Subject::AddOn(known) if catalog.add_on(known).is_none() => {
            let all = catalog.add_ons.iter().map(|add_on| (add_on.id.as_str(), add_on.name.as_str()));
            let remedy = remedy(id, all);
            tr!("\"{id}\" is not a known add-on; {remedy}, or make it an own add-on", id = quoted(id), remedy)
        }
        Subject::OwnAddOn(own) if !is_own(id) || catalog.add_on(own).is_some() => tr!(
            "\"{id}\" is no id of an own add-on; write \"{own}\" and then letters, digits and hyphens",
            id = quoted(id),
            own = Subject::OWN
        ),
        _ => return Ok(()),
    };
    Err((Field::Id, message))
}

fn is_own(id: &str) -> bool {
    let fits = |rest: &str| !rest.is_empty() && rest.chars().all(|c| c.is_alphanumeric() || c == '-');
    id.strip_prefix(Subject::OWN).is_some_and(fits) && id.chars().count() <= limits::ID
}

fn unfit(text: &str) -> Option<String> {
    if text.chars().count() > limits::TEXT {
        return Some(tr!("the text is longer than {most} characters; shorten it", most = limits::TEXT));
    }
    text.chars().any(char::is_control).then(|| tr!("the text holds a control character; type it anew").to_owned())
}

fn effective_from(text: &str) -> Result<Option<Date>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let date = parse_date(text).map_err(|error| error.to_string())?;
    if limits::YEARS.contains(&date.year()) {
        return Ok(Some(date));
    }
    let (first, last) = (limits::YEARS.start(), limits::YEARS.end());
    Err(tr!("{date} is outside the years {first} to {last}; write a day between them", date, first, last))
}

fn value(quantity: &Quantity, amounts: &Spread<String>) -> Result<Value, Vec<Fault>> {
    match quantity {
        Quantity::Price(currency) | Quantity::Package(_, currency) => {
            spread(amounts, |text| price(text, *currency)).map(Value::Money)
        }
        Quantity::Sessions(_) => spread(amounts, |text| count(text, &limits::SESSIONS, NO_SESSIONS)).map(Value::Count),
        Quantity::Spacing(_) => spread(amounts, |text| count(text, &limits::DAYS, NO_DAYS)).map(Value::Count),
        Quantity::MinimumInterval => {
            single(amounts, |text| count(text, &limits::DAYS, NO_DAYS)).map(|days| Value::Count(Spread::of(days)))
        }
        Quantity::TaxIncluded => single(amounts, tax_mode).map(Value::Tax),
        Quantity::Tax | Quantity::Discount | Quantity::PlanDiscount => {
            single(amounts, |text| Percent::parse(text, 100).map_err(|error| error.to_string())).map(Value::Percent)
        }
    }
}

fn tax_mode(text: &str) -> Result<TaxMode, String> {
    match text.to_lowercase().as_str() {
        "yes" => Ok(TaxMode::Included),
        "no" => Ok(TaxMode::OnTop),
        _ => Err(tr!("\"{text}\" does not say whether prices include tax; write yes or no", text = quoted(text))),
    }
}

fn price(text: &str, currency: Currency) -> Result<Money, String> {
    Money::parse(text, currency).map_err(|error| error.to_string())
}

fn count(text: &str, range: &RangeInclusive<u32>, sentence: &'static str) -> Result<u32, String> {
    let text = text.trim();
    let number = text.parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| {
        let text = quoted(text);
        locale::fill(locale::text(sentence), &[("text", &text), ("least", range.start()), ("most", range.end())])
    })
}

const NO_SESSIONS: &str = mark!("\"{text}\" is no whole number of sessions from {least} to {most}");
const NO_DAYS: &str = mark!("\"{text}\" is no whole number of days from {least} to {most}");

fn missing() -> Vec<Fault> {
    vec![(Field::Typical, tr!("the value is missing; type it, or remove the row").to_owned())]
}

/// Low, typical and high in order; an empty low or high is the typical one.
fn spread<T: Copy + PartialOrd>(
    amounts: &Spread<String>,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<Spread<T>, Vec<Fault>> {
    if amounts.typical.trim().is_empty() {
        return Err(missing());
    }
    let mut faults = Vec::new();
    let mut edge = |text: &String, field| {
        let text = if text.trim().is_empty() { &amounts.typical } else { text };
        read(text).map_err(|message| faults.push((field, message))).ok()
    };
    // Typical first: what is wrong with it would otherwise be said of the two that stand for it.
    let typical = edge(&amounts.typical, Field::Typical);
    let low = edge(&amounts.low, Field::Low);
    let high = edge(&amounts.high, Field::High);
    let (Some(low), Some(typical), Some(high)) = (low, typical, high) else {
        faults.dedup_by(|later, first| later.1 == first.1);
        return Err(faults);
    };
    match () {
        () if low > typical => {
            let message = tr!("the low value is above the typical one; set low ≤ typical ≤ high");
            Err(vec![(Field::Low, message.to_owned())])
        }
        () if typical > high => {
            let message = tr!("the high value is below the typical one; set low ≤ typical ≤ high");
            Err(vec![(Field::High, message.to_owned())])
        }
        () => Ok(Spread { low, typical, high }),
    }
}

fn single<T>(amounts: &Spread<String>, read: impl Fn(&str) -> Result<T, String>) -> Result<T, Vec<Fault>> {
    let typical = amounts.typical.trim();
    if typical.is_empty() {
        return Err(missing());
    }
    for (field, text) in [(Field::Low, &amounts.low), (Field::High, &amounts.high)] {
        if !text.trim().is_empty() && text.trim() != typical {
            return Err(vec![(field, tr!("there is one value only; leave low and high empty").to_owned())]);
        }
    }
    read(typical).map_err(|message| vec![(Field::Typical, message)])
}

/// Refuses an interval shorter than the catalogue's: that one is a matter of safety, not of preference.
fn too_short(treatment: &Treatment, days: u32) -> Option<Fault> {
    let safe = &treatment.minimum_interval_days;
    let refs = safe.refs.iter().map(SourceId::as_str).collect::<Vec<_>>().join(", ");
    (days < safe.value).then(|| {
        let least = safe.value;
        let message = if refs.is_empty() {
            tr!(
                "{days} days are shorter than the safety minimum of {least} days; a clinic may wait longer, never \
                 shorter: write {least} or more",
                days,
                least
            )
        } else {
            tr!(
                "{days} days are shorter than the safety minimum of {least} days ({refs}); a clinic may wait longer, \
                 never shorter: write {least} or more",
                days,
                least,
                refs
            )
        };
        (Field::Typical, message)
    })
}

/// The least days between two sessions on a day: the clinic's, which is never below the catalogue's, or that.
pub(super) fn minimum(entries: &[Entry], catalog: &Catalog, subject: &Subject, on: Date) -> u32 {
    let own = in_force(entries, subject, &Quantity::MinimumInterval, on);
    let own = own.and_then(|entry| if let Value::Count(days) = entry.value { Some(days.typical) } else { None });
    let Subject::Treatment(id) = subject else { return 0 };
    own.or_else(|| catalog.treatment(id).map(|treatment| treatment.minimum_interval_days.value)).unwrap_or_default()
}
