//! What to do after a session, in words.

use crate::catalog::AftercareDay;
use crate::locale::tr;

/// A stretch of days: which they are, and what to do and to avoid on them.
pub fn aftercare_day(day: &AftercareDay) -> [String; 2] {
    let (do_this, avoid) = (super::text(&day.do_this), super::continued(super::text(&day.avoid)));
    [span(day), tr!("{do_this} Avoid: {avoid}", do_this, avoid)]
}

fn span(day: &AftercareDay) -> String {
    match day.days {
        (0, Some(0)) => tr!("The day itself").to_owned(),
        (day, Some(last)) if day == last => tr!("Day {day}", day),
        (first, Some(last)) => tr!("Days {first}–{last}", first, last),
        (day, None) => tr!("From day {day}", day),
    }
}
