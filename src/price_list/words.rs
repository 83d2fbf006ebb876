//! Names of subjects and quantities in words.

use crate::catalog::{Catalog, Severity};
use crate::locale::tr;
use crate::overlay::{Case, Quantity, Subject};
use crate::units::quoted;

impl Subject {
    /// Its name in the catalogue, or its id where the catalogue has none.
    pub fn name<'a>(&'a self, catalog: &'a Catalog) -> &'a str {
        match self {
            Self::Clinic => tr!("Clinic"),
            Self::Treatment(id) => catalog.treatment(id).map_or(id.as_str(), |treatment| &treatment.name),
            Self::AddOn(id) | Self::OwnAddOn(id) => catalog.add_on(id).map_or(id.as_str(), |add_on| &add_on.name),
        }
    }
}

impl Quantity {
    /// What it is in words: `price in EUR`, `sessions of a course, Acne scars, severe`.
    pub fn words(&self, catalog: &Catalog) -> String {
        match self {
            Self::Price(currency) => tr!("price in {currency}", currency),
            Self::Package(sessions, currency) => tr!("package of {sessions} in {currency}", sessions, currency),
            Self::Sessions(case) => [tr!("sessions of a course"), &case.words(catalog)].concat(),
            Self::Spacing(case) => [tr!("days between sessions"), &case.words(catalog)].concat(),
            Self::MinimumInterval => tr!("minimum interval").to_owned(),
            Self::Tax => tr!("default tax").to_owned(),
            Self::TaxIncluded => tr!("prices include tax").to_owned(),
            Self::Discount => tr!("default discount").to_owned(),
            Self::PlanDiscount => tr!("default discount on a plan").to_owned(),
        }
    }

    /// As [`Quantity::words`] and shorter, for a narrow column: `sessions, Acne scars, severe`.
    pub fn brief(&self, catalog: &Catalog) -> String {
        match self {
            Self::Sessions(case) if *case == Case::default() => tr!("sessions, in general").to_owned(),
            Self::Spacing(case) if *case == Case::default() => tr!("days apart, in general").to_owned(),
            Self::Sessions(case) => [tr!(in "a value", "sessions"), &case.words(catalog)].concat(),
            Self::Spacing(case) => [tr!(in "a value", "days apart"), &case.words(catalog)].concat(),
            _ => self.words(catalog),
        }
    }
}

impl Case {
    fn words(&self, catalog: &Catalog) -> String {
        let name = |id| catalog.concern(id).map_or(id.as_str(), |concern| &concern.name);
        let concern = self.concern.as_ref().map(|id| format!(", {}", quoted(name(id))));
        let severity = self.severity.map(|severity| format!(", {}", severity_within(severity)));
        concern.into_iter().chain(severity).collect()
    }
}

/// A severity inside a phrase.
fn severity_within(severity: Severity) -> &'static str {
    match severity {
        Severity::Mild => tr!(in "severity", "mild"),
        Severity::Moderate => tr!(in "severity", "moderate"),
        Severity::Severe => tr!(in "severity", "severe"),
    }
}
