//! What tells the values of one quantity apart.

use crate::catalog::{Catalog, ConcernId, Severity, TreatmentId};
use crate::units::Currency;

/// What tells the values of one quantity apart; a quantity has some of it only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Key {
    /// The currency of an amount.
    pub currency: Option<Currency>,
    /// How many sessions a package has.
    pub size: Option<u32>,
    /// The treatment beside which it is given, or after which.
    pub with: Option<TreatmentId>,
    /// For whom it holds.
    pub case: Case,
}

/// A part of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The currency; it is always there.
    Currency,
    /// The size of a package; likewise.
    Size,
    /// The treatment beside which it is given, or after which; likewise.
    With,
    /// The concern, or none for all.
    Concern,
    /// The severity, or none for all.
    Severity,
}

/// For whom a course is usual.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Case {
    /// The concern; none means all.
    pub concern: Option<ConcernId>,
    /// The severity; none means all.
    pub severity: Option<Severity>,
}

impl Case {
    /// Every concern at every severity.
    pub fn all(catalog: &Catalog) -> impl Iterator<Item = Self> {
        let concerns = catalog.concerns.iter().map(|concern| &concern.id);
        concerns.flat_map(|concern| {
            Severity::ALL.map(|severity| Self { concern: Some(concern.clone()), severity: Some(severity) })
        })
    }

    pub(super) fn covers(&self, other: &Self) -> bool {
        (self.concern.is_none() || self.concern == other.concern)
            && (self.severity.is_none() || self.severity == other.severity)
    }
}
