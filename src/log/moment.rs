//! When something was written down.

use jiff::civil::DateTime;
use jiff::tz::Offset;
use jiff::{SignedDuration, Zoned};
use std::fmt;

/// A day and a time on the clock of a desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// As the desk's clock shows it.
    pub local: DateTime,
    /// How far that clock is ahead of UTC; none where it was not written down, which counts as not at all.
    pub offset: Option<Offset>,
}

impl Moment {
    /// The same on the clock of UTC.
    pub fn utc(self) -> DateTime {
        self.local.saturating_sub(self.ahead())
    }

    /// This moment, or on the same clock one that is later than another.
    #[must_use]
    pub(super) fn later_than(self, other: Self) -> Self {
        let next = other.utc().saturating_add(SignedDuration::from_millis(1));
        if self.utc() >= next { self } else { Self { local: next.saturating_add(self.ahead()), ..self } }
    }

    /// How far the clock is ahead of UTC, where that is known: `+01:00`.
    pub fn zone(self) -> Option<String> {
        self.offset.map(|offset| {
            let (sign, seconds) = (if offset.is_negative() { '-' } else { '+' }, offset.seconds().unsigned_abs());
            format!("{sign}{:02}:{:02}", seconds / 3600, seconds / 60 % 60)
        })
    }

    fn ahead(self) -> SignedDuration {
        SignedDuration::from_secs(i64::from(self.offset.map_or(0, Offset::seconds)))
    }
}

impl From<DateTime> for Moment {
    /// On a clock of which nobody knows how far it is ahead.
    fn from(local: DateTime) -> Self {
        Self { local, offset: None }
    }
}

impl From<&Zoned> for Moment {
    fn from(now: &Zoned) -> Self {
        Self { local: now.datetime(), offset: Some(now.offset()) }
    }
}

impl fmt::Display for Moment {
    /// `2027-03-15T09:30:00+01:00`, and without what is behind the time where that is not known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.local, self.zone().unwrap_or_default())
    }
}
