//! Where each value stands: what is in force, who says so, what the catalogue says, and what a reset would give.

use super::entry::{PriceList, in_force};
use crate::catalog::{Basis, Catalog};
use crate::overlay::{
    Case, Entry, Key, PACKAGE, Part, Quantity, QuantityDefinition, QuantityKind, SourcedValue, Subject, Value,
    ValueShape,
};
use crate::units::{Currency, Date};

/// One value of the list as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedValue {
    /// Whose value it is.
    pub subject: Subject,
    /// Which value it is.
    pub quantity: Quantity,
    /// The value in force on the day asked for; none if nobody says anything.
    pub now: Option<SourcedValue>,
    /// What the catalogue says, if anything.
    pub catalogue: Option<SourcedValue>,
    /// What would be in force after a reset. Beside the catalogue's value that can be a value of the clinic's for a
    /// wider case.
    pub after_reset: Option<SourcedValue>,
    /// Whether the clinic has an entry for exactly this value, of any day, so that there is something to reset.
    pub can_reset: bool,
    /// The later days on which the clinic's value changes, in order.
    pub later: Vec<Date>,
}

impl PriceList {
    /// Every value there is to show on a day, prices in this currency: first the clinic's defaults, then each
    /// treatment, then add-ons, then add-ons of the clinic's own.
    pub fn listed(&self, catalog: &Catalog, on: Date, currency: Currency) -> Vec<ListedValue> {
        self.listed_in(&self.joined(catalog), on, currency, &[])
    }

    /// As [`Self::listed`] in a catalogue that has the treatments of the clinic's own, with those that are being typed, each in the
    /// place where it will stand.
    pub(super) fn listed_in(
        &self,
        catalog: &Catalog,
        on: Date,
        currency: Currency,
        typed: &[(&Subject, &Quantity)],
    ) -> Vec<ListedValue> {
        let mut found = Vec::new();
        for subject in self.subjects(catalog) {
            let quantities = self.quantities(catalog, &subject, currency, typed);
            found.extend(quantities.into_iter().map(|one| self.listed_value(catalog, subject.clone(), one, on)));
        }
        found
    }

    /// The values of a subject: those that the catalogue or the clinic speaks of, and those that wait to be typed. What is for
    /// cases comes last, and what is told apart alike stands side by side, as sessions and days of one case do.
    fn quantities(
        &self,
        catalog: &Catalog,
        subject: &Subject,
        currency: Currency,
        typed: &[(&Subject, &Quantity)],
    ) -> Vec<Quantity> {
        let entries = self.entries.iter().map(|entry| (&entry.subject, &entry.quantity));
        let of_subject = typed.iter().copied().chain(entries).filter(|(of, _)| *of == subject);
        let own: Vec<&Quantity> = of_subject.map(|(_, quantity)| quantity).collect();
        let has_members = self.entries.iter().any(|entry| entry.quantity.what == QuantityKind::MembershipFee);
        let is_shown = |kind: &QuantityDefinition, quantity: &Quantity| {
            // A wait stands only where the catalogue knows of one.
            let is_wait = matches!(kind.shape, ValueShape::Least(_));
            // What a membership brings stands where the clinic has members.
            let is_idle = kind.what.is_of_membership() && !has_members;
            let is_usual = !kind.added.contains(&subject.whose()) && !is_wait && !is_idle;
            is_usual || own.contains(&quantity) || quantity.read(catalog, subject).is_some()
        };
        let mut kinds: Vec<&QuantityDefinition> = QuantityDefinition::all_of(subject.whose()).collect();
        kinds.sort_by_key(|kind| kind.takes(Part::Concern));
        let mut found = Vec::new();
        for alike in kinds.chunk_by(|one, other| one.key == other.key) {
            let mut keys = keys(alike[0], catalog, subject, currency);
            for one in own.iter().filter(|one| one.kind().key == alike[0].key && one.is_shown_in(currency)) {
                if !keys.contains(&one.key) {
                    keys.push(one.key.clone());
                }
            }
            let quantities = keys.iter().flat_map(|key| alike.iter().map(|kind| (*kind, kind.what.of(key.clone()))));
            found.extend(quantities.filter(|(kind, quantity)| is_shown(kind, quantity)).map(|(_, quantity)| quantity));
        }
        found
    }

    /// Where one value stands on a day.
    pub fn listed_value(&self, catalog: &Catalog, subject: Subject, quantity: Quantity, on: Date) -> ListedValue {
        let is_exact = |entry: &&Entry| entry.subject == subject && entry.quantity == quantity;
        let own = |entry: &Entry| SourcedValue::own(entry.value, entry.from);
        let catalogue = quantity.read(catalog, &subject);
        let now = self.in_force(&subject, &quantity, on).map(own);
        let below = in_force(self.entries.iter().filter(|entry| !is_exact(entry)), &subject, &quantity, on).map(own);
        let shown = |known: Option<SourcedValue>| {
            known.or_else(|| catalogue.clone()).map(|known| self.widened(known, &subject, &quantity, on))
        };
        let exact = self.entries.iter().filter(is_exact);
        ListedValue {
            now: shown(now),
            after_reset: shown(below),
            can_reset: exact.clone().next().is_some(),
            later: exact.filter_map(|entry| entry.from).filter(|from| *from > on).collect(),
            catalogue,
            subject,
            quantity,
        }
    }

    /// The value as [`PriceList::over`] gives it: days between sessions are never below an interval of the clinic's.
    fn widened(&self, known: SourcedValue, subject: &Subject, quantity: &Quantity, on: Date) -> SourcedValue {
        let interval = self.in_force(subject, &QuantityKind::MinimumInterval.alone(), on).map(|entry| entry.value);
        match (quantity.what, known.value, interval) {
            (QuantityKind::Spacing, Value::Count(days), Some(Value::Count(least))) if days.low < least.typical => {
                SourcedValue::own(Value::Count(days.map(|days| days.max(least.typical))), known.from)
            }
            _ => known,
        }
    }
}

/// What the values of a quantity may be told apart by, as far as the catalogue speaks of it.
fn keys(kind: &QuantityDefinition, catalog: &Catalog, subject: &Subject, currency: Currency) -> Vec<Key> {
    let currency = kind.takes(Part::Currency).then_some(currency);
    if kind.takes(Part::Size) {
        return PACKAGE.map(|size| Key { currency, size: Some(size), ..Key::default() }).collect();
    }
    if kind.takes(Part::With) {
        // Only what the clinic says of it.
        return Vec::new();
    }
    if kind.takes(Part::Concern) {
        return cases(catalog, subject).into_iter().map(|case| Key { case, ..Key::default() }).collect();
    }
    vec![Key { currency, ..Key::default() }]
}

/// The cases that the catalogue's courses are for.
fn cases(catalog: &Catalog, subject: &Subject) -> Vec<Case> {
    let Subject::Treatment(id) = subject else { return Vec::new() };
    let mut found = Vec::new();
    for course in catalog.treatment(id).into_iter().flat_map(|treatment| &treatment.courses) {
        let of = |concern| Case { concern, severity: course.severity };
        found.extend(course.concerns.iter().cloned().map(Some).map(of));
        found.extend(course.concerns.is_empty().then(|| of(None)));
    }
    found
}

impl ListedValue {
    /// Whether the value in force is the clinic's.
    pub fn is_own(&self) -> bool {
        self.now.as_ref().is_some_and(|known| known.basis == Basis::Clinic)
    }
}
