//! Where in a catalogue a value goes.

use super::{Case, Entry, Quantity, Subject, Value};
use crate::catalog::{Basis, Catalog, ConcernId, CoursePreset, Figure, Package, Price, Severity, Treatment};
use crate::locale::tr;
use crate::units::{Currency, Date, Money, Spread, Tax};

impl Entry {
    /// Puts the value in its place; one that has none there changes nothing.
    pub(super) fn lay(&self, catalog: &mut Catalog) {
        match &self.subject {
            Subject::Clinic => self.lay_default(catalog),
            Subject::Treatment(id) => {
                let mode = catalog.defaults.tax_mode;
                let found = catalog.treatments.iter_mut().find(|treatment| treatment.id == *id);
                if let Some(treatment) = found {
                    match (&self.quantity, self.value) {
                        (Quantity::Tax, Value::Percent(rate)) => treatment.tax = Some(Tax { rate, mode }),
                        _ => self.lay_over(treatment),
                    }
                }
            }
            Subject::AddOn(id) | Subject::OwnAddOn(id) => {
                if let (Quantity::Price(currency), Value::Money(amount)) = (&self.quantity, self.value)
                    && let Some(add_on) = catalog.add_ons.iter_mut().find(|add_on| add_on.id == *id)
                {
                    lay_price(&mut add_on.prices, price(*currency, amount, self.from));
                }
            }
        }
    }

    fn lay_default(&self, catalog: &mut Catalog) {
        let defaults = &mut catalog.defaults;
        match (&self.quantity, self.value) {
            (Quantity::Tax, Value::Percent(rate)) => defaults.tax = Some(rate),
            (Quantity::TaxIncluded, Value::Tax(mode)) => defaults.tax_mode = mode,
            (Quantity::Discount, Value::Percent(rate)) => defaults.discount = Some(rate),
            (Quantity::PlanDiscount, Value::Percent(rate)) => defaults.plan_discount = Some(rate),
            _ => {}
        }
    }

    fn lay_over(&self, treatment: &mut Treatment) {
        match (&self.quantity, self.value) {
            (Quantity::Price(currency), Value::Money(amount)) => {
                lay_price(&mut treatment.prices, price(*currency, amount, self.from));
            }
            (Quantity::Package(sessions, currency), Value::Money(amount)) => {
                let packages = &mut treatment.packages;
                packages.retain(|package| package.sessions != *sessions || package.price.currency != *currency);
                packages.push(Package { sessions: *sessions, price: price(*currency, amount, self.from) });
            }
            (Quantity::Sessions(case), Value::Count(sessions)) => {
                lay_course(treatment, case, |course| course.sessions = sessions);
            }
            (Quantity::Spacing(case), Value::Count(days)) => {
                lay_course(treatment, case, |course| course.spacing_days = days);
            }
            (Quantity::MinimumInterval, Value::Count(days)) => lay_interval(treatment, days.typical),
            _ => {}
        }
    }
}

fn price(currency: Currency, amount: Spread<Money>, since: Option<Date>) -> Price {
    let year = since.map_or(tr!("not stated").to_owned(), |since| since.year().to_string());
    let note = match since {
        Some(from) => tr!("From the clinic's price list, in force since {from}", from),
        None => tr!("From the clinic's price list").to_owned(),
    };
    Price { currency, amount, year, basis: Basis::Clinic, refs: Vec::new(), note }
}

fn lay_price(prices: &mut Vec<Price>, own: Price) {
    match prices.iter_mut().find(|price| price.currency == own.currency) {
        Some(price) => *price = own,
        None => prices.push(own),
    }
}

/// Changes the course for one concern and severity, which goes before the catalogue's and leaves the others alone. What is
/// left unsaid is what was there before, which then keeps its sources beside it; where nothing was there, it is one
/// session.
fn lay_course(treatment: &mut Treatment, case: &Case, change: impl FnOnce(&mut CoursePreset)) {
    let Some((concern, severity)) = case.concern.as_ref().zip(case.severity) else { return };
    let own = treatment.courses.iter_mut().find(|course| is_own(course, concern, severity));
    if let Some(course) = own {
        change(course);
        // Now nothing of what was there before is left.
        (course.refs, course.disagree) = (Vec::new(), Vec::new());
        return;
    }
    let below = preset(treatment, case).cloned();
    let mut course = below.unwrap_or_else(|| CoursePreset {
        concerns: Vec::new(),
        severity: None,
        sessions: Spread::of(1),
        spacing_days: Spread::of(treatment.minimum_interval_days.value),
        basis: Basis::Clinic,
        refs: Vec::new(),
        disagree: Vec::new(),
    });
    (course.concerns, course.severity, course.basis) = (vec![concern.clone()], Some(severity), Basis::Clinic);
    change(&mut course);
    treatment.courses.insert(0, course);
}

fn is_own(course: &CoursePreset, concern: &ConcernId, severity: Severity) -> bool {
    course.concerns == [concern.clone()] && course.severity == Some(severity) && course.basis == Basis::Clinic
}

/// Sets the least days between sessions, and brings courses that are closer up to them.
fn lay_interval(treatment: &mut Treatment, days: u32) {
    treatment.minimum_interval_days =
        Figure { value: days, basis: Basis::Clinic, refs: Vec::new(), disagree: Vec::new(), note: String::new() };
    for course in treatment.courses.iter_mut().filter(|course| course.spacing_days.low < days) {
        course.spacing_days = course.spacing_days.map(|spacing| spacing.max(days));
        course.basis = Basis::Clinic;
    }
}

/// The course of a treatment for a case: the first that fits. Where the case leaves the severity open, that of a moderate
/// one stands for all.
pub fn preset<'a>(treatment: &'a Treatment, case: &Case) -> Option<&'a CoursePreset> {
    let severity = case.severity.unwrap_or_default();
    treatment.courses.iter().find(|preset| {
        let of_concern = case.concern.as_ref().is_some_and(|concern| preset.concerns.contains(concern));
        (preset.concerns.is_empty() || of_concern) && preset.severity.is_none_or(|other| other == severity)
    })
}
