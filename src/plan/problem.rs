//! What keeps a plan from being estimated.

use crate::catalog::{AddOnId, ConcernId, HoldId, TreatmentId};
use crate::document::{Counted, Place};
use crate::text::Text;
use crate::units::{Currency, Date, Day, DiscountError, MoneyError, PercentError};
use std::ops::RangeInclusive;

/// Something that keeps a plan from being estimated.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// What is wrong.
    pub cause: Cause,
}

impl Cause {
    /// Whether it is only that nobody has said what something costs in the plan's currency.
    pub fn is_missing_price(&self) -> bool {
        matches!(self, Self::NoPrice { .. } | Self::NoPackage { .. })
    }
}

/// At least one problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Problems(pub Vec<Problem>);

/// What is wrong at a place; the values are those that a sentence on it names.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    // A value.
    /// A whole number outside its limits.
    Outside {
        /// The number.
        value: u32,
        /// What it may be.
        limits: RangeInclusive<u32>,
        /// What it counts.
        counted: Counted,
    },
    /// What is typed is no day.
    NotADate(String),
    /// What is typed is no day on which a treatment can begin.
    NotAFirstDay {
        /// What is typed.
        text: String,
        /// The plan's first day.
        start: Date,
    },
    /// What is typed is no number that fits.
    NotANumber {
        /// What is typed.
        text: String,
        /// What it may be, in units of so many decimals; none where there are no fixed limits.
        limits: Option<(RangeInclusive<u32>, u32)>,
    },
    /// A date outside [`crate::document::limits::YEARS`].
    DateOutside(Date),
    /// Nothing is typed where an amount is needed.
    NoAmount,
    /// What is typed is no amount.
    Amount(MoneyError),
    /// What is typed is no percentage that fits.
    Percent(PercentError),
    /// What is typed is neither a percentage that fits nor an amount.
    Discount(DiscountError),

    // The plan.
    /// A concern that the catalogue does not have.
    UnknownConcern(ConcernId),
    /// A concern that stands in the plan twice.
    ConcernTwice(ConcernId),
    /// More concerns than a plan takes.
    TooManyConcerns,
    /// Something that is not on the catalogue's checklist.
    UnknownHold(HoldId),
    /// No scar type has a part.
    NoScarTypes,
    /// The horizon ends where the calendar does.
    EndsTooLate,
    /// None, or more options than a plan has.
    OptionCount(usize),
    /// No option is shown.
    AllHidden,

    // An option.
    /// An option without a name.
    OptionUnnamed,
    /// More than [`crate::document::limits::LINES`].
    TooManyLines,

    // A line.
    /// A line for a concern that the plan does not have.
    ConcernNotInPlan(ConcernId),
    /// A treatment that the catalogue does not have.
    UnknownTreatment(TreatmentId),
    /// Sessions of a course closer than is safe.
    CourseTooDense {
        /// Days between them.
        days: u32,
        /// The safe minimum in days.
        minimum: u32,
    },
    /// Upkeep closer than is safe.
    UpkeepTooDense {
        /// The safe minimum in days.
        minimum: u32,
    },
    /// Upkeep that waits for the improvement of a treatment to fade that has none for the concern.
    UpkeepWithoutEffect(Text),
    /// A session too close to one of another line.
    TooClose {
        /// The day of the session.
        date: Date,
        /// The treatment of the one before.
        other: Text,
        /// The day of the one before.
        other_date: Date,
        /// Days between the two.
        gap: Day,
        /// The safe minimum in days.
        minimum: Day,
    },
    /// A needle length that the treatment does not have, in millimetres.
    Depth {
        /// The length.
        depth: f64,
        /// The least that the treatment has.
        least: f64,
        /// The most.
        most: f64,
    },
    /// Nothing in the catalogue says what it costs in the plan's currency.
    NoPrice {
        /// The plan's currency.
        currency: Currency,
        /// The treatment or add-on.
        name: Text,
    },
    /// The low price is above the typical one.
    LowAboveTypical,
    /// The high price is below the typical one.
    HighBelowTypical,
    /// A package of the treatment with this name, which is bought as a device.
    DevicePackage(Text),
    /// A package that the price list does not have.
    NoPackage {
        /// How many sessions it covers.
        sessions: u32,
        /// The plan's currency.
        currency: Currency,
        /// The treatment.
        name: Text,
        /// The part of the body whose prices hold; none where those hold that are for any.
        area: Option<String>,
    },

    // An add-on.
    /// More than [`crate::document::limits::ADD_ONS`].
    TooManyAddOns,
    /// An add-on that stands in the line already.
    AddOnTwice,
    /// An own add-on without a name.
    AddOnUnnamed,
    /// An add-on that the catalogue does not have.
    UnknownAddOn(AddOnId),
    /// An add-on that is not given with the treatment.
    AddOnNotOffered {
        /// The treatment.
        treatment: Text,
        /// The add-on.
        add_on: AddOnId,
    },
}
