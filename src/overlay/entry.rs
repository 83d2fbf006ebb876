//! A value with its key: whose it is, which it is, and since when it holds.

use crate::catalog::{AddOnId, ConcernId, Severity, TreatmentId};
use crate::units::{Currency, Date, Money, Percent, Spread, TaxMode};

/// One value from one day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whose value it is.
    pub subject: Subject,
    /// Which value it is.
    pub quantity: Quantity,
    /// The value; its kind is the quantity's.
    pub value: Value,
    /// The first day on which it holds; none means that it always has.
    pub from: Option<Date>,
}

/// Whose value an entry gives.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The clinic itself: what a new plan starts with.
    Clinic,
    /// A treatment of the catalogue.
    Treatment(TreatmentId),
    /// An add-on of the catalogue.
    AddOn(AddOnId),
    /// An add-on of the clinic's own, without an effect on the projected result. Its name stands in its [`Label`].
    OwnAddOn(AddOnId),
}

/// Which value an entry gives.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// The price of one unit in a currency: low, typical, high.
    Price(Currency),
    /// The price of a package of so many sessions in a currency, for one unit in each: low, typical, high.
    Package(u32, Currency),
    /// Sessions of the usual course: least, usual, most.
    Sessions(Case),
    /// Days between the sessions of the usual course: least, usual, most.
    Spacing(Case),
    /// The least number of days between two sessions.
    MinimumInterval,
    /// Tax in percent: the clinic's, or that of a treatment with a rate of its own.
    Tax,
    /// Whether the clinic's prices include the tax.
    TaxIncluded,
    /// Discount on price and add-ons, in percent.
    Discount,
    /// Discount on the whole plan, in percent.
    PlanDiscount,
}

/// For whom a course is usual.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Case {
    /// The concern; none means all.
    pub concern: Option<ConcernId>,
    /// The severity; none means all.
    pub severity: Option<Severity>,
}

/// A value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A price.
    Money(Spread<Money>),
    /// Sessions or days.
    Count(Spread<u32>),
    /// A percentage.
    Percent(Percent),
    /// Whether prices include tax.
    Tax(TaxMode),
}

impl Quantity {
    /// The currency of a price, of a session or of a package; none for everything else.
    pub fn currency(&self) -> Option<Currency> {
        match self {
            Self::Price(currency) | Self::Package(_, currency) => Some(*currency),
            _ => None,
        }
    }

    /// How many sessions a package covers, and its currency; none for everything else.
    pub fn package(&self) -> Option<(u32, Currency)> {
        if let Self::Package(sessions, currency) = self { Some((*sessions, *currency)) } else { None }
    }

    /// The case of a course; none for everything else.
    pub fn case(&self) -> Option<&Case> {
        match self {
            Self::Sessions(case) | Self::Spacing(case) => Some(case),
            _ => None,
        }
    }

    /// Whether it has one value rather than low, typical and high.
    pub fn is_single(&self) -> bool {
        matches!(self, Self::MinimumInterval | Self::Tax | Self::TaxIncluded | Self::Discount | Self::PlanDiscount)
    }

    /// Whether an entry for this also answers for `other`.
    pub fn covers(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Sessions(case), Self::Sessions(other)) | (Self::Spacing(case), Self::Spacing(other)) => {
                case.covers(other)
            }
            _ => self == other,
        }
    }
}

impl Case {
    /// A concern at a severity.
    pub fn of(concern: &ConcernId, severity: Severity) -> Self {
        Self { concern: Some(concern.clone()), severity: Some(severity) }
    }

    fn covers(&self, other: &Self) -> bool {
        (self.concern.is_none() || self.concern == other.concern)
            && (self.severity.is_none() || self.severity == other.severity)
    }
}
