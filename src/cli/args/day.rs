//! A day as typed on the command line.

use crate::cli::failure::Failure;
use crate::locale;
use crate::units::Date;
use crate::wording;
use std::convert::Infallible;
use std::str::FromStr;

/// A day as typed. It is read once it is known which country is asked for.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Day(String);

impl FromStr for Day {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}

impl Day {
    /// The day, as this thread's country writes days, or as `2027-03-15`.
    pub(in crate::cli) fn read(&self) -> Result<Date, Failure> {
        let read = locale::current().pack.read_date(&self.0);
        read.ok_or_else(|| Failure::bad_input(wording::not_a_date(&self.0)))
    }
}

/// The day that was typed, if one was.
pub(in crate::cli) fn read(day: Option<&Day>) -> Result<Option<Date>, Failure> {
    day.map(Day::read).transpose()
}
