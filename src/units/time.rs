//! Days on the calendar and days from a plan's start.

use crate::locale::{self, tr};
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

/// Why typed text is not a date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", tr!("\"{text}\" is not a date; write year-month-day, such as 2027-03-15", text = super::quoted(.0)))]
pub struct DateError(pub String);

/// Reads `2027-03-15`.
pub fn parse_date(text: &str) -> Result<Date, DateError> {
    text.trim().parse().map_err(|_| DateError(text.to_owned()))
}

/// How a person may write a day, besides `2027-03-15`. Where day and month could be taken for each other, no form is read.
const WRITTEN: [&str; 6] = ["%d %b %Y", "%d %B %Y", "%d. %B %Y", "%b %d, %Y", "%B %d, %Y", "%d.%m.%Y"];

/// Reads a day as a person types it: `2027-03-15`, `15 Mar 2027`, `March 15, 2027`, `15.03.2027`, and three bare numbers
/// in the order of this thread's country: `15/03/2027`.
///
/// # Errors
/// If it is none of these, with how to write it.
pub fn read_date(text: &str) -> Result<Date, DateError> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let written = || WRITTEN.iter().find_map(|form| Date::strptime(form, &words).ok());
    let numbers = || locale::current().pack.read_date(text);
    // A year of two digits is no year of anybody's plan.
    let of_now = |date: &Date| date.year() >= 1000;
    parse_date(text).or_else(|error| written().or_else(numbers).filter(of_now).ok_or(error))
}
