//! Days on the calendar and days from a plan's start.

pub use jiff::civil::Date;

/// Days from the plan's first day, which is day 0.
pub type Day = i32;

/// Where a day stands among the days from 0 on; at their beginning if it is before them.
pub fn position(day: Day) -> usize {
    usize::try_from(day).unwrap_or_default()
}

/// The length of a month in the response model, 365.25 / 12 days.
pub const DAYS_PER_MONTH: f64 = DAYS_PER_YEAR / 12.0;

/// The length of a year in the response model, in days.
pub const DAYS_PER_YEAR: f64 = 365.25;

/// What was typed and is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError(pub String);

/// Reads `2027-03-15`. As people write days in their country reads the country's pack.
///
/// # Errors
/// If it is no such day.
pub fn parse_date(text: &str) -> Result<Date, DateError> {
    text.trim().parse().map_err(|_| DateError(text.to_owned()))
}
