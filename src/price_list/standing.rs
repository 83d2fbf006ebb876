//! Where each value stands: what is in force, who says so, what the catalogue says, and what a reset would give.

use super::PriceList;
use super::entry::in_force;
use crate::catalog::{Basis, Catalog, Price, SourceId, Treatment};
use crate::overlay::{Case, Entry, Quantity, Subject, Value, preset};
use crate::units::{Currency, Date, Spread};

/// One value of the list as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whose value it is.
    pub subject: Subject,
    /// Which value it is.
    pub quantity: Quantity,
    /// The name of whose value it is.
    pub name: String,
    /// The value in force on the day asked for; none if nobody says anything.
    pub now: Option<Known>,
    /// What the catalogue says, if anything.
    pub catalogue: Option<Known>,
    /// What would be in force after a reset. Beside the catalogue's value that can be a value of the clinic's for a
    /// wider case.
    pub after_reset: Option<Known>,
    /// Whether the clinic has an entry for exactly this value, of any day, so that there is something to reset.
    pub can_reset: bool,
    /// The later days on which the clinic's value changes, in order.
    pub later: Vec<Date>,
}

/// A value with who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The value.
    pub value: Value,
    /// The clinic's, a source's, or a placeholder.
    pub basis: Basis,
    /// Who says so; empty for the clinic's own.
    pub refs: Vec<SourceId>,
    /// Since when the clinic's value holds, if it says so.
    pub from: Option<Date>,
}

impl PriceList {
    /// Every value there is to show on a day, prices in this currency: first the clinic's defaults, then each
    /// treatment, then add-ons, then add-ons of the clinic's own.
    pub fn standing(&self, catalog: &Catalog, on: Date, currency: Currency) -> Vec<Standing> {
        let of_clinic = [Quantity::Tax, Quantity::TaxIncluded, Quantity::Discount, Quantity::PlanDiscount];
        let mut keys: Vec<_> = of_clinic.map(|quantity| (Subject::Clinic, quantity)).into();
        for treatment in &catalog.treatments {
            let subject = Subject::Treatment(treatment.id.clone());
            let quantities = self.quantities(treatment, &subject, currency);
            keys.extend(quantities.into_iter().map(|quantity| (subject.clone(), quantity)));
        }
        let add_ons = catalog.add_ons.iter().map(|add_on| Subject::AddOn(add_on.id.clone()));
        let own = self.own_add_ons().map(|(id, _)| Subject::OwnAddOn(id.clone()));
        keys.extend(add_ons.chain(own).map(|subject| (subject, Quantity::Price(currency))));
        keys.into_iter().map(|(subject, quantity)| self.standing_of(catalog, subject, quantity, on)).collect()
    }

    /// The values of a treatment: a course for each case that the catalogue or the clinic speaks of.
    fn quantities(&self, treatment: &Treatment, subject: &Subject, currency: Currency) -> Vec<Quantity> {
        let mut cases: Vec<Case> = Vec::new();
        for preset in &treatment.courses {
            let severity = preset.severity;
            let of = |concern| Case { concern, severity };
            let concerns = preset.concerns.iter().cloned().map(Some);
            cases.extend(concerns.map(of));
            cases.extend(preset.concerns.is_empty().then(|| of(None)));
        }
        let of_subject = self.entries.iter().filter(|entry| entry.subject == *subject);
        for case in of_subject.filter_map(|entry| entry.quantity.case()) {
            if !cases.contains(case) {
                cases.push(case.clone());
            }
        }
        let courses = cases.into_iter().flat_map(|case| [Quantity::Sessions(case.clone()), Quantity::Spacing(case)]);
        let known = treatment.packages.iter().map(|package| (package.sessions, package.price.currency));
        let mut packages: Vec<_> = known.chain(self.packages(subject)).filter(|(_, of)| *of == currency).collect();
        packages.sort_by_key(|(sessions, _)| *sessions);
        packages.dedup();
        let packages = packages.into_iter().map(|(sessions, currency)| Quantity::Package(sessions, currency));
        let is_taxed = self.entries.iter().any(|entry| entry.subject == *subject && entry.quantity == Quantity::Tax);
        [Quantity::Price(currency)]
            .into_iter()
            .chain(packages)
            .chain([Quantity::MinimumInterval])
            .chain(courses)
            .chain(is_taxed.then_some(Quantity::Tax))
            .collect()
    }

    /// Where one value stands on a day.
    pub fn standing_of(&self, catalog: &Catalog, subject: Subject, quantity: Quantity, on: Date) -> Standing {
        let is_exact = |entry: &&Entry| entry.subject == subject && entry.quantity == quantity;
        let catalogue = of_catalogue(catalog, &subject, &quantity);
        let now = self.in_force(&subject, &quantity, on).map(Known::of);
        let below = in_force(self.entries.iter().filter(|entry| !is_exact(entry)), &subject, &quantity, on);
        let widened = |known: Option<Known>| known.map(|known| self.widened(known, &subject, &quantity, on));
        let after_reset = widened(below.map(Known::of).or_else(|| catalogue.clone()));
        let exact = self.entries.iter().filter(is_exact);
        let own = self.label(&subject).map(|label| label.name.as_str()).filter(|name| !name.is_empty());
        Standing {
            name: own.unwrap_or(subject.name(catalog)).to_owned(),
            now: widened(now.or_else(|| catalogue.clone())),
            catalogue,
            after_reset,
            can_reset: exact.clone().next().is_some(),
            later: exact.filter_map(|entry| entry.from).filter(|from| *from > on).collect(),
            subject,
            quantity,
        }
    }
}

impl PriceList {
    /// The value as [`PriceList::over`] gives it: days between sessions are never below an interval of the clinic's.
    fn widened(&self, known: Known, subject: &Subject, quantity: &Quantity, on: Date) -> Known {
        let interval = self.in_force(subject, &Quantity::MinimumInterval, on).map(|entry| entry.value);
        match (quantity, known.value, interval) {
            (Quantity::Spacing(_), Value::Count(days), Some(Value::Count(least))) if days.low < least.typical => {
                let days = days.map(|days| days.max(least.typical));
                Known { value: Value::Count(days), basis: Basis::Clinic, refs: Vec::new(), ..known }
            }
            _ => known,
        }
    }
}

impl Standing {
    /// Whether the value in force is the clinic's.
    pub fn is_own(&self) -> bool {
        self.now.as_ref().is_some_and(|known| known.basis == Basis::Clinic)
    }
}

impl Known {
    fn of(entry: &Entry) -> Self {
        Self { value: entry.value, basis: Basis::Clinic, refs: Vec::new(), from: entry.from }
    }
}

fn of_catalogue(catalog: &Catalog, subject: &Subject, quantity: &Quantity) -> Option<Known> {
    let known = |value, basis, refs: &[SourceId]| Known { value, basis, refs: refs.to_vec(), from: None };
    let price = |prices: &[Price], currency| {
        let price = prices.iter().find(|price| price.currency == currency)?;
        Some(known(Value::Money(price.amount), price.basis, &price.refs))
    };
    match subject {
        Subject::Treatment(id) => {
            let treatment = catalog.treatment(id)?;
            let course = |case, value: fn(Spread<u32>, Spread<u32>) -> Spread<u32>| {
                let preset = preset(treatment, case)?;
                let value = Value::Count(value(preset.sessions, preset.spacing_days));
                Some(known(value, preset.basis, &preset.refs))
            };
            match quantity {
                Quantity::Price(currency) => price(&treatment.prices, *currency),
                Quantity::Sessions(case) => course(case, |sessions, _| sessions),
                Quantity::Spacing(case) => course(case, |_, spacing| spacing),
                Quantity::MinimumInterval => {
                    let figure = &treatment.minimum_interval_days;
                    Some(known(Value::Count(Spread::of(figure.value)), figure.basis, &figure.refs))
                }
                Quantity::Package(sessions, currency) => {
                    let price = &treatment.package(*sessions, *currency)?.price;
                    Some(known(Value::Money(price.amount), price.basis, &price.refs))
                }
                // Of a catalogue over which a list is laid; the built-in one has no taxes.
                Quantity::Tax => treatment.tax.map(|tax| known(Value::Percent(tax.rate), Basis::Clinic, &[])),
                Quantity::TaxIncluded | Quantity::Discount | Quantity::PlanDiscount => None,
            }
        }
        Subject::AddOn(id) => match quantity {
            Quantity::Price(currency) => price(&catalog.add_on(id)?.prices, *currency),
            _ => None,
        },
        Subject::Clinic | Subject::OwnAddOn(_) => None,
    }
}
