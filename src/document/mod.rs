//! The document: a client, a horizon, and options made of treatment lines, as typed.
//!
//! In a [`Draft`] amounts are text, and anything may be wrong; making it valid is another room's work. A [`Place`] names
//! where something stands, so that a view can put a problem beside its field. [`Edit`]s change a draft, and a
//! [`crate::history::History`] takes them back. This room knows no files and no widgets, and nothing of what happens to a
//! plan.

mod access;
mod checklist;
mod concerns;
mod draft;
mod edit;
mod example;
mod field;
mod fit;
mod further;
mod id;
mod identify;
mod line;
mod membership;
mod merge;
mod occasion;
mod parts;
mod place;
mod profile;
mod time_off;
mod value;

pub use checklist::{CheckDraft, Phototype};
pub use draft::{Draft, Mark, OptionDraft};
pub use edit::{Edit, LineEdit, OptionEdit, PlanEdit};
pub use example::LocalDefaults;
pub use field::{About, Counted, Fields, Kind, Row};
pub use further::FurtherDraft;
pub use id::{ExtraId, LineId, OptionId, PlanId, Serial};
pub use line::LineDraft;
pub use membership::MembershipDraft;
pub use merge::Merged;
pub use occasion::OccasionDraft;
pub use parts::{AddOnDraft, CreditDraft, DepositDraft, LineTax, PackageDraft, PriceDraft, SpreadText, Upkeep};
pub use place::{Field, Place};
pub use profile::{Profile, ScarMix, StretchMarks, Sun, Wrinkles};
pub use time_off::{FreeOf, StrongSun, TimeOffDraft};
pub use value::Value;

/// Bounds of the document. A file outside them is refused where it is read; views keep inside them.
pub mod limits {
    use std::ops::RangeInclusive;

    /// Age of the client in years.
    pub const AGE: RangeInclusive<u32> = 12..=100;
    /// Length of the horizon in years.
    pub const HORIZON_YEARS: RangeInclusive<u32> = 1..=10;
    /// Number of options besides doing nothing: the largest number that six marks keep apart.
    pub const OPTIONS: RangeInclusive<usize> = 1..=6;
    /// Lines of one option.
    pub const LINES: usize = 12;
    /// Add-ons of one line.
    pub const ADD_ONS: usize = 6;
    /// What a client comes for besides the first concern.
    pub const FURTHER: usize = 3;
    /// Days that matter.
    pub const OCCASIONS: usize = 6;
    /// Stretches of days that are kept free. A calendar of years of holidays has no more.
    pub const TIME_OFF: usize = 60;
    /// What of the checklist holds for a client.
    pub const CHECKS: usize = 20;
    /// Sessions of a course. A home roller is used weekly; more than ten years of that is no course.
    pub const SESSIONS: RangeInclusive<u32> = 1..=520;
    /// Days between sessions of a course.
    pub const SPACING_DAYS: RangeInclusive<u32> = 1..=730;
    /// First day of a course, counted from the plan's start.
    pub const START_DAY: RangeInclusive<u32> = 0..=3652;
    /// Units (syringes) per session, in hundredths of one.
    pub const UNITS: RangeInclusive<u32> = 10..=2000;
    /// Sessions of a package.
    pub const PACKAGE: RangeInclusive<u32> = 2..=50;
    /// Months between upkeep sessions.
    pub const UPKEEP_MONTHS: RangeInclusive<u32> = 1..=60;
    /// Share of the peak, in percent, at which fade-triggered upkeep treats again.
    pub const UPKEEP_SHARE: RangeInclusive<u32> = 10..=95;
    /// Target improvement in percent of starting severity.
    pub const TARGET: RangeInclusive<u32> = 1..=85;
    /// Parts of each type in the scar mix.
    pub const SCAR_PARTS: RangeInclusive<u32> = 0..=100;
    /// Needle length in hundredths of a millimetre.
    pub const DEPTH: RangeInclusive<u32> = 10..=300;
    /// Monthly instalments of a credit.
    pub const CREDIT_MONTHS: RangeInclusive<u32> = crate::finance::Credit::MONTHS;
    /// Months until the first instalment of a credit is due.
    pub const CREDIT_FIRST: RangeInclusive<u32> = crate::finance::Credit::FIRST;
    /// The highest yearly rate of a credit, in percent.
    pub const CREDIT_RATE: u32 = 100;
    /// Months for which a membership is paid.
    pub const MEMBER_MONTHS: RangeInclusive<u32> = 1..=120;
    /// Sessions that each month of a membership brings.
    pub const MEMBER_SESSIONS: RangeInclusive<u32> = 0..=520;
    /// For how many months more what was not used of a month of a membership is kept.
    pub const ROLL_OVER: RangeInclusive<u32> = 0..=120;
    /// Length of an amount or a percentage as typed, in characters.
    pub const AMOUNT: usize = 40;
    /// Years in which dates may lie: far enough for anybody, near enough for every calendar.
    pub const YEARS: RangeInclusive<i16> = 1900..=2200;
    /// Length of a short text such as a name, in characters.
    pub const NAME: usize = 120;
    /// Length of a note, in characters.
    pub const NOTE: usize = 4_000;
    /// How often a plan is issued.
    pub const ISSUES: usize = 100;
    /// How many answers an issue has, corrections counted.
    pub const ANSWERS: usize = 20;
    /// How much of what happened of a plan is noted.
    pub const FACTS: usize = 2_000;
    /// Length of the number of an issue, in characters.
    pub const NUMBER: usize = 40;
    /// For how many days an issue holds.
    pub const VALID_DAYS: i32 = 366;
}
