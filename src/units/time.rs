//! Days on the calendar and days from a plan's start.

pub use jiff::civil::Date;

/// Days from the plan's first day, which is day 0.
pub type Day = i32;

/// The length of a month in the response model, 365.25 / 12 days.
pub const DAYS_PER_MONTH: f64 = DAYS_PER_YEAR / 12.0;

/// The length of a year in the response model, in days.
pub const DAYS_PER_YEAR: f64 = 365.25;

/// Why typed text is not a date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{}\" is not a date; write year-month-day, such as 2027-03-15", super::quoted(.0))]
pub struct DateError(pub String);

/// Reads `2027-03-15`.
pub fn parse_date(text: &str) -> Result<Date, DateError> {
    text.trim().parse().map_err(|_| DateError(text.to_owned()))
}
