//! The price list as valid: entries, labels, and which entry is in force.

use super::place::Field;
use crate::catalog::{AddOnId, Catalog, Template, TreatmentId};
use crate::overlay::{Entry, Quantity, Subject};
use crate::units::{Currency, Date};

/// The clinic's own values. Made by [`super::PriceListDraft::parse`] and [`super::csv::import`] only, so that every
/// value is within its limits, every id exists and no value stands twice. In the catalogue's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PriceList {
    pub(super) entries: Vec<Entry>,
    pub(super) codes: Vec<EntryCode>,
    pub(super) labels: Vec<Label>,
    pub(super) templates: Vec<Template>,
}

/// What the clinic calls a subject, in short free text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What is called so.
    pub subject: Subject,
    /// The name of what is the clinic's own; empty for everything else.
    pub name: String,
    /// Of a treatment of the clinic's own the one of the catalogue whose result it has; none if it has none, and for
    /// everything else.
    pub like: Option<TreatmentId>,
    /// The clinic's code, such as `MN-01`; also that of its values, such as a package, that have none of their own. May be empty.
    pub code: String,
    /// The group it is listed in, such as `Needling`. May be empty.
    pub group: String,
}

/// The clinic's code of one value, where that is another one than its treatment's or add-on's: a package has one of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EntryCode {
    /// Whose value it is.
    pub(super) subject: Subject,
    /// Which value it is.
    pub(super) quantity: Quantity,
    /// Since when.
    pub(super) from: Option<Date>,
    /// The code, never empty.
    pub(super) code: String,
}

impl EntryCode {
    /// That of an entry; none where nothing is typed.
    pub(super) fn of(Entry { subject, quantity, from, .. }: &Entry, code: &str) -> Option<Self> {
        let (subject, quantity, code) = (subject.clone(), quantity.clone(), code.to_owned());
        (!code.is_empty()).then_some(Self { subject, quantity, from: *from, code })
    }

    /// Whether both are of the same value.
    pub(super) fn is_of_same(&self, other: &Self) -> bool {
        (&self.subject, &self.quantity, self.from) == (&other.subject, &other.quantity, other.from)
    }

    fn is_of(&self, entry: &Entry) -> bool {
        (&self.subject, &self.quantity, self.from) == (&entry.subject, &entry.quantity, entry.from)
    }
}

impl PriceList {
    /// All entries, in the catalogue's order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// All labels, in the catalogue's order.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// Options of the clinic's own to start from, in the order in which they were made.
    pub fn templates(&self) -> &[Template] {
        &self.templates
    }

    /// Code, group and name of a subject, if it has any.
    pub fn label(&self, subject: &Subject) -> Option<&Label> {
        self.labels.iter().find(|label| label.subject == *subject)
    }

    /// The code that a value has of its own; empty where that of its treatment or add-on holds.
    pub(super) fn own_code(&self, entry: &Entry) -> &str {
        self.codes.iter().find(|code| code.is_of(entry)).map_or("", |code| &code.code)
    }

    /// The clinic's code of a value in force on a day, where that is another one than its treatment's or add-on's; else empty.
    pub fn code(&self, subject: &Subject, quantity: &Quantity, on: Date) -> &str {
        self.in_force(subject, quantity, on).map_or("", |entry| self.own_code(entry))
    }

    /// The entry that gives this value on this day, if the clinic has one. For a course that may be an entry for a
    /// wider case.
    pub fn in_force(&self, subject: &Subject, quantity: &Quantity, on: Date) -> Option<&Entry> {
        in_force(&self.entries, subject, quantity, on)
    }

    /// Of whom a list speaks: the clinic, every treatment of a catalogue that has its own, each with the parts of the body
    /// that it speaks of, every add-on, every add-on of the clinic's own.
    pub(super) fn subjects(&self, catalog: &Catalog) -> Vec<Subject> {
        let treatments = catalog.treatments.iter().flat_map(|treatment| {
            let whole = Subject::Treatment(treatment.id.clone());
            [whole].into_iter().chain(self.parts(&treatment.id))
        });
        let add_ons = catalog.add_ons.iter().map(|add_on| Subject::AddOn(add_on.id.clone()));
        let own = self.own_add_ons().map(|(id, _)| Subject::OwnAddOn(id.clone()));
        [Subject::Clinic].into_iter().chain(treatments).chain(add_ons).chain(own).collect()
    }

    /// A treatment on each part of the body that the list speaks of.
    fn parts(&self, treatment: &TreatmentId) -> Vec<Subject> {
        let of_entries = self.entries.iter().map(|entry| &entry.subject);
        let all = of_entries.chain(self.labels.iter().map(|label| &label.subject));
        let mut parts: Vec<Subject> =
            all.filter(|one| one.area().is_some() && one.id() == treatment.as_str()).cloned().collect();
        parts.sort_by(|one, other| one.area().cmp(&other.area()));
        parts.dedup();
        parts
    }

    /// The add-ons of the clinic's own with their names.
    pub(super) fn own_add_ons(&self) -> impl Iterator<Item = (&AddOnId, &str)> {
        self.labels.iter().filter_map(|label| match &label.subject {
            Subject::OwnAddOn(id) => Some((id, label.name.as_str())),
            _ => None,
        })
    }
}

impl Label {
    /// A label that says nothing yet.
    pub fn empty(subject: Subject) -> Self {
        Self { subject, name: String::new(), like: None, code: String::new(), group: String::new() }
    }

    /// The text of a field: name, code or group.
    pub(super) fn text_mut(&mut self, field: Field) -> Option<&mut String> {
        match field {
            Field::Name => Some(&mut self.name),
            Field::Code => Some(&mut self.code),
            Field::Group => Some(&mut self.group),
            _ => None,
        }
    }

    /// What it says in a field: name, code or group, or the id of what it is like.
    pub(super) fn said(&self, field: Field) -> &str {
        match field {
            Field::Name => &self.name,
            Field::Like => self.like.as_ref().map_or("", TreatmentId::as_str),
            Field::Code => &self.code,
            Field::Group => &self.group,
            _ => "",
        }
    }

    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.name.is_empty() && self.like.is_none() && self.code.is_empty() && self.group.is_empty()
    }
}

/// The entry in force: the most specific one, then the latest.
pub(super) fn in_force<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    subject: &Subject,
    quantity: &Quantity,
    on: Date,
) -> Option<&'a Entry> {
    let is_for_all = quantity.what.is_for_all() && matches!(subject, Subject::Treatment(_));
    let is_of = |of: &Subject| of == subject || is_for_all && *of == Subject::Clinic;
    let entries = entries.into_iter().filter(|entry| is_of(&entry.subject) && entry.quantity.covers(quantity));
    let specificity = |entry: &Entry| {
        let case = &entry.quantity.key.case;
        (entry.subject == *subject, case.concern.is_some(), case.severity.is_some())
    };
    entries.filter(|entry| entry.from <= Some(on)).max_by_key(|entry| (specificity(entry), entry.from))
}

/// Whether both give the same value from the same day on, so that one of them is too many.
pub(super) fn repeats(one: &Entry, other: &Entry) -> bool {
    (&one.subject, &one.quantity, one.from) == (&other.subject, &other.quantity, other.from)
}

/// Where an entry stands in a list.
pub(super) fn rank<'a>(entry: &'a Entry, catalog: &Catalog) -> impl Ord + use<'a> {
    let key = &entry.quantity.key;
    let key = (key.currency.map_or("", Currency::code), key.size, key.with.as_ref(), &key.case);
    (subject_rank(&entry.subject, catalog), entry.quantity.what, key, entry.from)
}

/// Where a subject stands in a list, in the catalogue's order.
pub(super) fn subject_rank<'a>(subject: &'a Subject, catalog: &Catalog) -> impl Ord + use<'a> {
    let at = match subject {
        Subject::Treatment(id) | Subject::TreatmentOn { treatment: id, .. } => {
            catalog.treatments.iter().position(|treatment| treatment.id == *id)
        }
        Subject::AddOn(id) => catalog.add_ons.iter().position(|add_on| add_on.id == *id),
        Subject::Clinic | Subject::OwnAddOn(_) => None,
    };
    // What it costs on parts of the body stands below the treatment.
    (subject.whole().whose(), at.unwrap_or(usize::MAX), subject.id(), subject.area())
}
