//! Times to wait, counted as people count them.

use super::Date;
use jiff::Span;

/// A time to wait as people name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Months of the calendar.
    Months(u32),
    /// Weeks.
    Weeks(u32),
    /// Days.
    Days(u32),
}

/// Days that are written where months are meant.
const MONTH: u32 = 30;

/// From so many days on whole months are meant.
const MONTHS_FROM: u32 = 2 * MONTH;

const WEEK: u32 = 7;

impl Wait {
    /// What is meant by so many days: whole months where it is a multiple of 30 from two months on, whole weeks where it is
    /// one of 7, and else days.
    pub fn of_days(days: u32) -> Self {
        match days {
            MONTHS_FROM.. if days.is_multiple_of(MONTH) => Self::Months(days / MONTH),
            WEEK.. if days.is_multiple_of(WEEK) => Self::Weeks(days / WEEK),
            _ => Self::Days(days),
        }
    }

    /// The first day after it from this one on: six months after 31 August is the last day of February.
    pub fn after(self, date: Date) -> Date {
        date.saturating_add(self.span())
    }

    /// The day from which it lasts until this one.
    pub fn before(self, date: Date) -> Date {
        date.saturating_sub(self.span())
    }

    fn span(self) -> Span {
        match self {
            Self::Months(count) => Span::new().months(count),
            Self::Weeks(count) => Span::new().weeks(count),
            Self::Days(count) => Span::new().days(count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Wait;
    use jiff::civil::date;

    #[test]
    fn months_are_those_of_the_calendar() {
        let check = |days: u32, wait: Wait, after: (i16, i8, i8)| {
            assert_eq!(Wait::of_days(days), wait);
            assert_eq!(wait.after(date(2026, 8, 31)), date(after.0, after.1, after.2));
        };
        check(0, Wait::Days(0), (2026, 8, 31));
        check(10, Wait::Days(10), (2026, 9, 10));
        check(7, Wait::Weeks(1), (2026, 9, 7));
        check(28, Wait::Weeks(4), (2026, 9, 28));
        check(30, Wait::Days(30), (2026, 9, 30));
        check(60, Wait::Months(2), (2026, 10, 31));
        check(180, Wait::Months(6), (2027, 2, 28));
        check(360, Wait::Months(12), (2027, 8, 31));
        assert_eq!(Wait::Months(6).before(date(2027, 2, 28)), date(2026, 8, 28));
    }
}
