//! What comes of an option with fewer or more sessions than is typical, in words.

use super::figures::{date, money_range, share};
use crate::estimate::{Estimate, WithSessions};
use crate::locale::{tr, trn};

/// Which number of sessions is meant: `With 3 sessions`.
pub fn with_sessions(one: &WithSessions) -> String {
    trn!(one.sessions, "With {sessions} session", "With {sessions} sessions", sessions = one.sessions)
}

/// What it comes to: `$1,200 ($900–1,500) in all, course until 3 Jun 2027, 31% at its peak, 20% at the end`.
pub fn comes_to(one: &WithSessions, estimate: &Estimate) -> String {
    let total = (!estimate.unpriced).then(|| tr!("{total} in all", total = money_range(one.total, estimate.currency)));
    let until = one.course_end.map(|day| tr!("course until {day}", day = date(estimate.date(day))));
    let peak = one.peak.map(|peak| tr!("{share} at its peak", share = share(peak)));
    let at_end = one.at_end.map(|at_end| tr!("{share} at the end", share = share(at_end)));
    [total, until, peak, at_end].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A course whose number of sessions is not settled, fewest, typical and most: `3 to 6 sessions, typically 4, 28 days apart`.
pub(super) fn course_of((fewest, sessions, most): (u32, u32, u32), gap: &str) -> Option<String> {
    (fewest != most)
        .then(|| tr!("{fewest} to {most} sessions, typically {sessions}, {gap} apart", fewest, most, sessions, gap))
}
