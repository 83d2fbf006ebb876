//! The clinic's values in the place of the catalogue's.

use super::parse::minimum;
use super::{Case, Entry, PriceList, Quantity, Subject, Value};
use crate::catalog::{
    AddOn, AddOnId, Basis, Catalog, ConcernId, CoursePreset, Figure, Package, Price, Severity, Treatment,
};
use crate::locale::tr;
use crate::units::{Currency, Date, Money, Spread, Tax};

impl PriceList {
    /// The catalogue as of a day: every value of the clinic's that is in force stands in the place of the catalogue's,
    /// labelled [`Basis::Clinic`], and the clinic's own add-ons are offered with every treatment at the clinic.
    #[must_use]
    pub fn over(&self, catalog: &Catalog, on: Date) -> Catalog {
        let mut laid = catalog.clone();
        for treatment in &mut laid.treatments {
            self.lay_over(treatment, catalog, on);
        }
        for add_on in &mut laid.add_ons {
            self.lay_prices(&mut add_on.prices, &Subject::AddOn(add_on.id.clone()), on);
        }
        for (id, name) in self.own_add_ons() {
            let at_clinic = laid.treatments.iter_mut().filter(|treatment| treatment.at_clinic);
            at_clinic.for_each(|treatment| treatment.add_ons.push(id.clone()));
            laid.add_ons.push(self.own_add_on(id, name, on));
        }
        laid
    }

    fn lay_over(&self, treatment: &mut Treatment, catalog: &Catalog, on: Date) {
        let subject = Subject::Treatment(treatment.id.clone());
        self.lay_prices(&mut treatment.prices, &subject, on);
        self.lay_packages(&mut treatment.packages, &subject, on);
        let rate = self.percent(&subject, &Quantity::Tax, on);
        treatment.tax = rate.map(|rate| Tax { rate, mode: self.tax_mode(on) }).or(treatment.tax);
        let courses = self.courses(treatment, catalog, &subject, on);
        treatment.courses.splice(0..0, courses);
        let Some(entry) = self.in_force(&subject, &Quantity::MinimumInterval, on) else { return };
        let Value::Count(days) = entry.value else { return };
        treatment.courses.iter_mut().for_each(|course| widen(course, days.typical));
        let safe = treatment.minimum_interval_days.value;
        treatment.minimum_interval_days = Figure {
            value: days.typical,
            basis: Basis::Clinic,
            refs: Vec::new(),
            disagree: Vec::new(),
            note: said_with_minimum(entry, safe),
        };
    }

    fn lay_prices(&self, prices: &mut Vec<Price>, subject: &Subject, on: Date) {
        for currency in self.currencies(subject) {
            let Some(entry) = self.in_force(subject, &Quantity::Price(currency), on) else { continue };
            let Value::Money(amount) = entry.value else { continue };
            let own = own_price(entry, currency, amount);
            match prices.iter_mut().find(|price| price.currency == currency) {
                Some(price) => *price = own,
                None => prices.push(own),
            }
        }
    }

    fn lay_packages(&self, packages: &mut Vec<Package>, subject: &Subject, on: Date) {
        for (sessions, currency) in self.packages(subject) {
            let Some(entry) = self.in_force(subject, &Quantity::Package(sessions, currency), on) else { continue };
            let Value::Money(amount) = entry.value else { continue };
            packages.retain(|package| package.sessions != sessions || package.price.currency != currency);
            packages.push(Package { sessions, price: own_price(entry, currency, amount) });
        }
    }

    /// The packages of which the clinic has a price: how many sessions, in which currency. Each once.
    pub(super) fn packages(&self, subject: &Subject) -> Vec<(u32, Currency)> {
        let of_subject = self.entries.iter().filter(|entry| entry.subject == *subject);
        let mut found: Vec<(u32, Currency)> = of_subject.filter_map(|entry| entry.quantity.package()).collect();
        // Entries stand in order, so that those of one package stand together.
        found.dedup();
        found
    }

    /// The currencies in which the clinic has prices of a subject.
    fn currencies(&self, subject: &Subject) -> Vec<Currency> {
        let mut found = Vec::new();
        for entry in self.entries.iter().filter(|entry| entry.subject == *subject) {
            if let Quantity::Price(currency) = entry.quantity
                && !found.contains(&currency)
            {
                found.push(currency);
            }
        }
        found
    }

    /// The courses in which the clinic has a say, each for one concern and severity, so that they go before the
    /// catalogue's and leave the others alone.
    fn courses(&self, treatment: &Treatment, catalog: &Catalog, subject: &Subject, on: Date) -> Vec<CoursePreset> {
        let is_course = |entry: &&Entry| entry.subject == *subject && entry.quantity.case().is_some();
        if !self.entries.iter().any(|entry| is_course(&entry)) {
            return Vec::new();
        }
        let least = minimum(&self.entries, catalog, subject, on);
        let concerns = catalog.concerns.iter().map(|concern| &concern.id);
        let cases = concerns.flat_map(|concern| Severity::ALL.map(|severity| (concern, severity)));
        cases
            .filter_map(|(concern, severity)| self.course(treatment, subject, (concern, severity), least, on))
            .collect()
    }

    /// The course for one concern and severity, if the clinic says anything of it. What it leaves unsaid is the
    /// catalogue's, which then keeps its sources beside it.
    fn course(
        &self,
        treatment: &Treatment,
        subject: &Subject,
        (concern, severity): (&ConcernId, Severity),
        least: u32,
        on: Date,
    ) -> Option<CoursePreset> {
        let case = Case::of(concern, severity);
        let own = |quantity: Quantity| match self.in_force(subject, &quantity, on)?.value {
            Value::Count(count) => Some(count),
            Value::Money(_) | Value::Percent(_) | Value::Tax(_) => None,
        };
        let (sessions, spacing) = (own(Quantity::Sessions(case.clone())), own(Quantity::Spacing(case.clone())));
        if sessions.is_none() && spacing.is_none() {
            return None;
        }
        let below = preset(treatment, &case).filter(|_| sessions.is_none() || spacing.is_none());
        Some(CoursePreset {
            concerns: vec![concern.clone()],
            severity: Some(severity),
            sessions: sessions.or(below.map(|below| below.sessions)).unwrap_or(Spread::of(1)),
            spacing_days: spacing.or(below.map(|below| below.spacing_days)).unwrap_or(Spread::of(least)),
            basis: Basis::Clinic,
            refs: below.map(|below| below.refs.clone()).unwrap_or_default(),
            disagree: below.map(|below| below.disagree.clone()).unwrap_or_default(),
        })
    }

    /// The add-ons of the clinic's own with their names.
    pub(super) fn own_add_ons(&self) -> impl Iterator<Item = (&AddOnId, &str)> {
        self.labels.iter().filter_map(|label| match &label.subject {
            Subject::OwnAddOn(id) => Some((id, label.name.as_str())),
            _ => None,
        })
    }

    fn own_add_on(&self, id: &AddOnId, name: &str, on: Date) -> AddOn {
        let mut prices = Vec::new();
        self.lay_prices(&mut prices, &Subject::OwnAddOn(id.clone()), on);
        let summary = tr!("An extra of the clinic's own; it leaves the projected result alone.").to_owned();
        AddOn::without_effect(id.clone(), name.to_owned(), summary, prices)
    }
}

/// The catalogue's course for a case: the first that fits. Where the case leaves the severity open, that of a moderate
/// one stands for all.
pub(super) fn preset<'a>(treatment: &'a Treatment, case: &Case) -> Option<&'a CoursePreset> {
    let severity = case.severity.unwrap_or_default();
    treatment.courses.iter().find(|preset| {
        let of_concern = case.concern.as_ref().is_some_and(|concern| preset.concerns.contains(concern));
        (preset.concerns.is_empty() || of_concern) && preset.severity.is_none_or(|other| other == severity)
    })
}

/// Brings a course up to an interval of the clinic's that is longer than its spacing.
fn widen(course: &mut CoursePreset, least: u32) {
    if course.spacing_days.low < least {
        course.spacing_days = course.spacing_days.map(|days| days.max(least));
        course.basis = Basis::Clinic;
    }
}

fn own_price(entry: &Entry, currency: Currency, amount: Spread<Money>) -> Price {
    let year = entry.from.map_or(tr!("not stated").to_owned(), |from| from.year().to_string());
    Price { currency, amount, year, basis: Basis::Clinic, refs: Vec::new(), note: said(entry) }
}

fn said(entry: &Entry) -> String {
    match entry.from {
        Some(from) => tr!("From the clinic's price list, in force since {from}", from),
        None => tr!("From the clinic's price list").to_owned(),
    }
}

fn said_with_minimum(entry: &Entry, days: u32) -> String {
    match entry.from {
        Some(from) => {
            tr!("From the clinic's price list, in force since {from}; the safety minimum is {days} days", from, days)
        }
        None => tr!("From the clinic's price list; the safety minimum is {days} days", days),
    }
}
