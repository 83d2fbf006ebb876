//! From the list as typed to the list as valid: parse once, then trust.

use super::amounts;
use super::draft::{EntryDraft, PriceListDraft};
use super::entry::{EntryCode, Label, PriceList, in_force, rank, repeats, subject_rank};
use super::limits;
use super::own;
use super::place::{Field, Place};
use super::problem::{Cause, Fault, Problem, Problems, unfit};
use super::template;
use crate::catalog::{Catalog, Treatment};
use crate::overlay::{Entry, PACKAGE, Part, Quantity, QuantityKind, Subject, SubjectKind, Value, ValueShape};
use crate::units::{Date, parse_date};

impl PriceListDraft {
    /// Checks the whole list and gives it as valid, or every problem with its place.
    ///
    /// # Errors
    /// All problems found, entries before labels, and these before templates.
    pub fn parse(&self, catalog: &Catalog) -> Result<PriceList, Problems> {
        let (list, problems) = self.valid_part(catalog);
        if problems.is_empty() { Ok(list) } else { Err(Problems(problems)) }
    }

    /// What of the list is valid, and what is not: while something is being typed, everything else stays in force.
    pub fn valid_part(&self, catalog: &Catalog) -> (PriceList, Vec<Problem>) {
        let catalog = &*own::joined(&self.labels, catalog);
        let mut parser = Parser { catalog, draft: self, problems: Vec::new() };
        let (templates, of_templates) = template::valid(&self.templates, &self.labels, catalog);
        let mut coded = parser.entries();
        coded.sort_by(|(one, _), (other, _)| rank(one, catalog).cmp(&rank(other, catalog)));
        let codes = coded.iter().filter_map(|(entry, code)| EntryCode::of(entry, code)).collect();
        let entries = coded.into_iter().map(|(entry, _)| entry).collect();
        let mut list = PriceList { entries, codes, labels: parser.labels(), templates };
        // That of its treatment is none of its own.
        let labels = &list.labels;
        let is_its =
            |one: &EntryCode| labels.iter().any(|label| label.subject == one.subject && label.code == one.code);
        list.codes.retain(|one| !is_its(one));
        parser.problems.extend(of_templates);
        list.labels
            .sort_by(|one, other| subject_rank(&one.subject, catalog).cmp(&subject_rank(&other.subject, catalog)));
        (list, parser.problems)
    }
}

/// Gathers problems while parsing.
struct Parser<'a> {
    catalog: &'a Catalog,
    draft: &'a PriceListDraft,
    problems: Vec<Problem>,
}

impl Parser<'_> {
    fn report(&mut self, place: Place, cause: Cause, repeats: Option<usize>) {
        self.problems.push(Problem { place, cause, repeats });
    }

    /// The valid entries, each with its own code as typed.
    fn entries(&mut self) -> Vec<(Entry, &str)> {
        let mut found: Vec<(usize, Entry)> = Vec::new();
        for (at, draft) in self.draft.entries.iter().enumerate() {
            match self.entry(draft) {
                Err(faults) => {
                    faults.into_iter().for_each(|(field, cause)| self.report(Place::Entry(at, field), cause, None));
                }
                Ok(entry) => {
                    let twice = found.iter().find_map(|(first, other)| match self.spelt_twice(&entry, other) {
                        Some(cause) => Some((*first, Field::Area, cause)),
                        None => {
                            repeats(other, &entry).then_some((*first, Field::EffectiveFrom, Cause::Twice(entry.from)))
                        }
                    });
                    match twice {
                        Some((first, field, cause)) => self.report(Place::Entry(at, field), cause, Some(first)),
                        None => found.push((at, entry)),
                    }
                }
            }
        }
        if self.draft.entries.len() > limits::ENTRIES {
            self.report(Place::Entry(limits::ENTRIES, Field::Value), Cause::TooManyValues, None);
        }
        self.drop_close(&mut found);
        self.drop_nameless(&mut found);
        found.into_iter().map(|(at, entry)| (entry, self.draft.entries[at].code.trim())).collect()
    }

    /// That a part of the body goes by two names: then nobody could tell which price it has.
    fn spelt_twice(&self, one: &Entry, other: &Entry) -> Option<Cause> {
        let (area, same) = (one.subject.area()?, other.subject.area()?);
        let is_one = || one.subject.id() == other.subject.id() && self.catalog.areas.is_same(area, same);
        (area != same && is_one()).then(|| Cause::AreaSpeltTwice(same.to_owned()))
    }

    fn entry(&self, draft: &EntryDraft) -> Result<Entry, Vec<Fault>> {
        let EntryDraft { subject, quantity, .. } = draft;
        let mut faults: Vec<Fault> = Vec::from_iter(unknown(self.catalog, subject));
        faults.extend(subject.area().and_then(no_area).map(|cause| (Field::Area, cause)));
        if !quantity.kind().of.contains(&subject.whose()) {
            faults.push((Field::Value, Cause::HasNo(subject.whose(), quantity.clone())));
        }
        if let Some(concern) = quantity.key.case.concern.as_ref().filter(|id| self.catalog.concern(id).is_none()) {
            faults.push((Field::Concern, Cause::UnknownConcern(concern.clone())));
        }
        let from = effective_from(&draft.from).map_err(|cause| faults.push((Field::EffectiveFrom, cause)));
        let value = amounts::read(quantity, &draft.amounts).map_err(|found| faults.extend(found));
        faults.extend(value.ok().and_then(|value| self.below_safe(subject, quantity, value)));
        faults.extend(self.no_package(subject, quantity));
        faults.extend(self.no_beside(subject, quantity));
        faults.extend(no_code(draft).map(|cause| (Field::Code, cause)));
        match (value, from) {
            (Ok(value), Ok(from)) if faults.is_empty() => {
                Ok(Entry { subject: subject.clone(), quantity: quantity.clone(), value, from })
            }
            _ => Err(faults),
        }
    }

    /// Refuses less than the catalogue's where that is a matter of safety, not of preference.
    fn below_safe(&self, subject: &Subject, quantity: &Quantity, value: Value) -> Option<Fault> {
        let is_floor = matches!(quantity.kind().shape, ValueShape::Least(_));
        let safe = is_floor.then(|| quantity.read(self.catalog, subject))?;
        let Some(safe) = safe else {
            // After another treatment the clinic may wait where nobody asks for it.
            let may_be_new = quantity.what == QuantityKind::AfterTreatment;
            return (!may_be_new).then_some((Field::Value, Cause::NothingAsked));
        };
        let (Value::Count(days), Value::Count(least)) = (value, safe.value) else { return None };
        let (days, least) = (days.typical, least.typical);
        (days < least).then_some((Field::Typical, Cause::BelowSafe { days, least, refs: safe.refs }))
    }

    /// Why there can be no such package, or no such session, if there cannot.
    fn no_package(&self, subject: &Subject, quantity: &Quantity) -> Option<Fault> {
        let size = quantity.kind().takes(Part::Size).then(|| quantity.key.size.unwrap_or_default());
        if let Some(size) = size.filter(|size| !PACKAGE.contains(size)) {
            return Some((Field::Value, Cause::PackageSize(size)));
        }
        let is_sold_by_session = size.is_some() || quantity.what == QuantityKind::MembershipIncluded;
        (is_sold_by_session && self.is_device(subject)).then_some((Field::Value, Cause::PackageOfDevice))
    }

    fn is_device(&self, subject: &Subject) -> bool {
        let (Subject::Treatment(id) | Subject::TreatmentOn { treatment: id, .. }) = subject else { return false };
        self.catalog.treatment(id).is_some_and(Treatment::is_device)
    }

    /// Why nothing can be given beside what is named, or nothing said of what comes after it, if so.
    fn no_beside(&self, subject: &Subject, quantity: &Quantity) -> Option<Fault> {
        let with = quantity.key.with.as_ref()?;
        let cause = match self.catalog.treatment(with) {
            None => Cause::BesideUnknown(with.clone()),
            Some(_) if with.as_str() == subject.id() && quantity.what == QuantityKind::AfterTreatment => {
                Cause::AfterItself
            }
            Some(_) if with.as_str() == subject.id() => Cause::BesideItself,
            Some(_) if quantity.what == QuantityKind::AfterTreatment => return None,
            Some(other) if other.is_device() || self.is_device(subject) => Cause::BesideDevice,
            Some(_) => return None,
        };
        Some((Field::Value, cause))
    }

    /// Courses closer than the interval that is in force from the same day on.
    fn drop_close(&mut self, found: &mut Vec<(usize, Entry)>) {
        let all: Vec<Entry> = found.iter().map(|(_, entry)| entry.clone()).collect();
        found.retain(|(at, entry)| {
            let (QuantityKind::Spacing, Value::Count(days)) = (entry.quantity.what, entry.value) else { return true };
            let least = minimum(&all, self.catalog, &entry.subject, entry.from.unwrap_or(Date::MIN));
            if days.low >= least {
                return true;
            }
            let field = if self.draft.entries[*at].amounts.low.trim().is_empty() { Field::Typical } else { Field::Low };
            self.report(Place::Entry(*at, field), Cause::TooClose { days: days.low, least }, None);
            false
        });
    }

    /// Values of what is the clinic's own and has no name.
    fn drop_nameless(&mut self, found: &mut Vec<(usize, Entry)>) {
        found.retain(|(at, entry)| {
            if !entry.subject.is_own() {
                return true;
            }
            let named = |label: &Label| label.subject == entry.subject && !label.name.trim().is_empty();
            let is_named = self.draft.labels.iter().any(named);
            if !is_named {
                self.report(Place::Entry(*at, Field::Name), Cause::Nameless, None);
            }
            is_named
        });
    }

    fn labels(&mut self) -> Vec<Label> {
        let mut found: Vec<Label> = Vec::new();
        if self.draft.labels.len() > limits::LABELS {
            self.report(Place::Label(limits::LABELS, Field::Id), Cause::TooManyLabels, None);
        }
        for (at, draft) in self.draft.labels.iter().enumerate() {
            let label = Label {
                subject: draft.subject.clone(),
                name: draft.name.trim().to_owned(),
                like: draft.like.clone(),
                code: draft.code.trim().to_owned(),
                group: draft.group.trim().to_owned(),
            };
            let first = self.draft.labels[..at].iter().position(|other| other.subject == label.subject);
            let faults = self.label_faults(&label, first.is_some());
            let is_valid = faults.is_empty();
            for (field, cause) in faults {
                self.report(Place::Label(at, field), cause, first.filter(|_| field == Field::Id));
            }
            if is_valid && !label.is_empty() {
                found.push(label);
            }
        }
        found
    }

    fn label_faults(&self, label: &Label, is_second: bool) -> Vec<Fault> {
        let subject = &label.subject;
        let mut faults: Vec<Fault> = Vec::from_iter(unknown(self.catalog, subject));
        if *subject == Subject::Clinic {
            faults.push((Field::Code, Cause::LabelOfClinic));
        }
        if is_second {
            faults.push((Field::Id, Cause::LabelTwice));
        }
        for (field, text) in [(Field::Name, &label.name), (Field::Code, &label.code), (Field::Group, &label.group)] {
            faults.extend(unfit(text, limits::TEXT).map(|cause| (field, cause)));
        }
        if let Some(like) = &label.like {
            let is_known = self.catalog.treatment(like).is_some_and(|like| like.id.as_str() != subject.id());
            let is_own = Subject::Treatment(like.clone()).is_own();
            match subject.whose() {
                SubjectKind::OwnTreatment if is_known && !is_own => {}
                SubjectKind::OwnTreatment => faults.push((Field::Like, Cause::LikeNone(like.clone()))),
                _ => faults.push((Field::Like, Cause::LikeOfCatalogue)),
            }
        }
        let is_own = subject.is_own();
        if !is_own && !label.name.is_empty() {
            faults.push((Field::Name, Cause::NameOfCatalogue));
        }
        // Of a treatment prices for parts of the body are enough; an add-on may be given singly.
        let prices = |entry: &EntryDraft| {
            let is_price = subject.whose() != SubjectKind::OwnAddOn || entry.quantity.what == QuantityKind::Price;
            is_price && *entry.subject.whole() == *subject
        };
        if is_own && !self.draft.entries.iter().any(prices) {
            faults.push((Field::Typical, Cause::Priceless));
        }
        faults
    }
}

/// That the catalogue does not have what an id names, or that the id of one of the clinic's own is none.
fn unknown(catalog: &Catalog, subject: &Subject) -> Option<Fault> {
    let is_known = match subject {
        Subject::Clinic => true,
        Subject::Treatment(id) if subject.is_own() => is_own(id.as_str()),
        Subject::Treatment(id) | Subject::TreatmentOn { treatment: id, .. } => catalog.treatment(id).is_some(),
        Subject::AddOn(id) => catalog.add_on(id).is_some(),
        Subject::OwnAddOn(id) => is_own(id.as_str()) && catalog.add_on(id).is_none(),
    };
    (!is_known).then(|| (Field::Id, Cause::Unknown(subject.clone())))
}

fn is_own(id: &str) -> bool {
    let fits = |rest: &str| !rest.is_empty() && rest.chars().all(|c| c.is_alphanumeric() || c == '-');
    id.strip_prefix(Subject::OWN).is_some_and(fits) && id.chars().count() <= limits::ID
}

/// Why a value cannot have a code of its own, if it has one.
fn no_code(EntryDraft { subject, quantity, code, .. }: &EntryDraft) -> Option<Cause> {
    match quantity.what {
        _ if code.trim().is_empty() => None,
        _ if *subject == Subject::Clinic => Some(Cause::LabelOfClinic),
        what if !what.has_code() => Some(Cause::CodeOfPrice),
        _ => unfit(code, limits::TEXT),
    }
}

/// Why a text names no part of the body.
fn no_area(text: &str) -> Option<Cause> {
    if text.trim().is_empty() { Some(Cause::NoArea) } else { unfit(text, limits::TEXT) }
}

fn effective_from(text: &str) -> Result<Option<Date>, Cause> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let date = parse_date(text).map_err(Cause::Day)?;
    if limits::YEARS.contains(&date.year()) { Ok(Some(date)) } else { Err(Cause::Year(date)) }
}

/// The least days between two sessions on a day: the clinic's, which is never below the catalogue's, or that.
fn minimum(entries: &[Entry], catalog: &Catalog, subject: &Subject, on: Date) -> u32 {
    let interval = QuantityKind::MinimumInterval.alone();
    let own = in_force(entries, subject, &interval, on).map(|entry| entry.value);
    match own.or_else(|| Some(interval.read(catalog, subject)?.value)) {
        Some(Value::Count(days)) => days.typical,
        _ => 0,
    }
}
