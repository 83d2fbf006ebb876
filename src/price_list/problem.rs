//! What is wrong with a price list, and where.

use super::place::{Field, Place};
use crate::catalog::{AddOnId, ConcernId, SourceId, TreatmentId};
use crate::overlay::{CountUnit, Quantity, Subject, SubjectKind};
use crate::units::{Date, DateError, MoneyError, PercentError};
use std::ops::RangeInclusive;

/// Something that keeps a value out of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// What is wrong.
    pub cause: Cause,
    /// The position of the entry or label that this one repeats, where that is what is wrong.
    pub repeats: Option<usize>,
}

/// At least one problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

/// Why a typed value is none: the field, and what is wrong.
pub(super) type Fault = (Field, Cause);

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// More values than [`super::limits::ENTRIES`].
    TooManyValues,
    /// More codes and own add-ons than [`super::limits::LABELS`].
    TooManyLabels,
    /// The value stands twice from this day on.
    Twice(Option<Date>),
    /// Code and group stand twice.
    LabelTwice,
    /// The catalogue has no such treatment or add-on, or no add-on of the clinic's own can have this id.
    Unknown(Subject),
    /// The catalogue has no such concern.
    UnknownConcern(ConcernId),
    /// Such a subject has no such value.
    HasNo(SubjectKind, Quantity),
    /// What is typed is no currency; nothing may be.
    Currency(String),
    /// A package cannot have so many sessions.
    PackageSize(u32),
    /// A wait after something after which the treatment does not wait.
    NothingAsked,
    /// There is no package of a device.
    PackageOfDevice,
    /// A treatment has no price beside itself.
    BesideItself,
    /// A wait after the same treatment, which is its interval.
    AfterItself,
    /// The list has no such treatment beside which another one could have a price.
    BesideUnknown(TreatmentId),
    /// A device is used at home, and not on one day with a treatment at the clinic.
    BesideDevice,
    /// Nothing is typed.
    Missing,
    /// Low or high where there is one value only.
    OnlyOne,
    /// Low is above typical.
    LowAboveTypical,
    /// High is below typical.
    HighBelowTypical,
    /// What is typed is no amount.
    Amount(MoneyError),
    /// What is typed is no percentage.
    Percent(PercentError),
    /// What is typed is no number within the limits.
    Count(String, CountUnit),
    /// What is typed is neither yes nor no.
    YesNo(String),
    /// What is typed is no day.
    Day(DateError),
    /// The day is outside [`super::limits::YEARS`].
    Year(Date),
    /// Days below the catalogue's safety minimum, with who says so.
    BelowSafe {
        /// As typed.
        days: u32,
        /// The catalogue's.
        least: u32,
        /// Who says so.
        refs: Vec<SourceId>,
    },
    /// Sessions closer than the interval that is in force from the same day on.
    TooClose {
        /// Days between the sessions.
        days: u32,
        /// The interval.
        least: u32,
    },
    /// A part of the body without a name.
    NoArea,
    /// The part of the body is called otherwise in an earlier row of the treatment.
    AreaSpeltTwice(String),
    /// One of the clinic's own without a name.
    Nameless,
    /// One of the clinic's own without a price.
    Priceless,
    /// The clinic has neither code nor group.
    LabelOfClinic,
    /// Only packages, upkeep and prices beside other treatments have codes of their own.
    CodeOfPrice,
    /// The catalogue's name stays.
    NameOfCatalogue,
    /// The catalogue has no such treatment, whose result one of the clinic's own could have.
    LikeNone(TreatmentId),
    /// Only a treatment of the clinic's own has the result of another one.
    LikeOfCatalogue,
    /// More templates than [`super::limits::TEMPLATES`].
    TooManyTemplates,
    /// Another template has the same name.
    TemplateTwice,
    /// A template without a treatment.
    NoTreatment,
    /// A treatment of the clinic's own that a template is of and the list has no more.
    TreatmentGone(TreatmentId),
    /// More add-ons of a treatment of a template than [`super::limits::TEMPLATE_ADD_ONS`].
    TooManyAddOns,
    /// An add-on twice in one treatment of a template.
    AddOnTwice(AddOnId),
    /// What is typed is no number within its limits, which are in units of so many decimals.
    Number(String, (RangeInclusive<u32>, u32)),
    /// A text longer than [`super::limits::TEXT`].
    TooLong,
    /// A control character in a text.
    Control,
}

/// Why a text of at most so many characters cannot stand in a list.
pub(super) fn unfit(text: &str, most: usize) -> Option<Cause> {
    let is_long = text.chars().count() > most;
    is_long.then_some(Cause::TooLong).or(text.chars().any(char::is_control).then_some(Cause::Control))
}
