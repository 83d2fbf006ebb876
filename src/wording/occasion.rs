//! A day that matters, and how an option stands on it.

use super::figures::{date, days, share, share_points, share_with_range};
use crate::estimate::{Estimate, Moved, OnOccasion};
use crate::locale::tr;
use crate::units::{Date, Day};

/// The name of a day that matters, with its date.
pub fn occasion(name: &str, on: Date) -> String {
    let date = date(on);
    if name.is_empty() { tr!("Your day, {date}", date) } else { format!("{name}, {date}") }
}

/// The name of a day that matters.
pub fn occasion_name(name: &str) -> &str {
    if name.is_empty() { tr!("Your day") } else { name }
}

/// How an option stands on a day that matters: whether it is near its best, whether anything shows, and the latest start.
pub fn on_occasion(on: &OnOccasion, estimate: &Estimate) -> String {
    let at = |day: Day| date(estimate.date(day));
    let result = on.improvement.zip(on.of_best).map(|(improvement, of_best)| {
        let (value, of_best) = (share_with_range(improvement), share(of_best));
        if on.is_near_its_best() {
            tr!("near its best, {value}", value)
        } else {
            tr!("{value}, {of_best} of its best", value, of_best)
        }
    });
    let shows = match (on.shows, &on.moved) {
        (None, _) => tr!("healed").to_owned(),
        (Some(day), None) => tr!("the session of {date} may still show", date = at(day)),
        (Some(day), Some(moved)) => {
            tr!("the session of {date} may still show; {moved}", date = at(day), moved = moved_by(moved))
        }
    };
    let start = on.latest_start.map(|day| match day {
        0.. => tr!("to be healed and near its best by then, begin by about {date}", date = at(day)),
        _ => tr!("to be near its best by then it would have had to begin by about {date}", date = at(day)),
    });
    [result, Some(shows), start].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// What moving everything by a few days comes to.
fn moved_by(moved: &Moved) -> String {
    let by = days(moved.by.unsigned_abs());
    let change = share_points(-moved.costs);
    if moved.by > 0 {
        tr!("with all of it {days} later it is healed ({change} on the day)", days = by, change)
    } else {
        tr!("with all of it {days} earlier it is healed ({change} on the day)", days = by, change)
    }
}
