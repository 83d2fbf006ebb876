//! What comes of an option with fewer or more sessions than is typical, in words.

use super::figures::{date, month_year, share, spread};
use crate::estimate::{Estimate, OptionEstimate, SessionsNeeded, WithSessions};
use crate::locale::{tr, trn};
use crate::units::{Money, Spread};

/// Which number of sessions is meant where it is not the planned one: `With the fewest sessions (3)`.
pub fn with_sessions(one: &WithSessions) -> Option<String> {
    let sessions = one.sessions;
    match one.needed {
        SessionsNeeded::Fewest => Some(tr!("With the fewest sessions ({sessions})", sessions)),
        SessionsNeeded::Typical => None,
        SessionsNeeded::Most => Some(tr!("With the most sessions ({sessions})", sessions)),
    }
}

/// What it comes to: `$1,200 ($900–$1,500) in all, course until 3 Jun 2027, typically 31% at its peak and 20% at the end`.
pub fn comes_to(one: &WithSessions, estimate: &Estimate) -> String {
    let total = (!estimate.unpriced).then(|| tr!("{total} in all", total = spread(one.total, estimate.currency)));
    let until = one.course_end.map(|day| tr!("course until {day}", day = date(estimate.date(day))));
    let result = one.peak.zip(one.at_end).map(|(peak, at_end)| {
        tr!("typically {peak} at its peak and {at_end} at the end", peak = share(peak), at_end = share(at_end))
    });
    [total, until, result].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What an option comes to by the number of sessions that its courses take: what each row is, and a cell for the fewest, for what is
/// planned and for the most, which the first row says; nothing where their number is settled. `money` says an amount.
pub fn by_sessions(
    option: &OptionEstimate,
    estimate: &Estimate,
    money: impl Fn(Spread<Money>) -> String,
) -> Vec<(&'static str, Vec<String>)> {
    if option.by_sessions.is_empty() {
        return Vec::new();
    }
    let cells = |cell: &dyn Fn(&WithSessions) -> Option<String>| -> Vec<String> {
        option.by_sessions.iter().map(|one| cell(one).unwrap_or_else(|| "–".to_owned())).collect()
    };
    let which = |one: &WithSessions| match one.needed {
        SessionsNeeded::Fewest => tr!(in "sessions", "fewest"),
        SessionsNeeded::Typical => tr!(in "sessions", "planned"),
        SessionsNeeded::Most => tr!(in "sessions", "most"),
    };
    let mut rows = vec![("", cells(&|one| Some(which(one).to_owned())))];
    rows.push((tr!("Sessions"), cells(&|one| Some(one.sessions.to_string()))));
    if !estimate.unpriced {
        rows.push((tr!("Cost in all"), cells(&|one| Some(money(one.total)))));
    }
    rows.push((tr!("Course until"), cells(&|one| Some(month_year(estimate.date(one.course_end?))))));
    if option.projection.is_some() {
        rows.push((tr!("At its peak"), cells(&|one| one.peak.map(share))));
        rows.push((tr!("At the end"), cells(&|one| one.at_end.map(share))));
    }
    rows
}

/// A course whose number of sessions is not settled, fewest, typical and most: `3 to 6 sessions, typically 4, 28 days apart`.
pub(super) fn course_of((fewest, sessions, most): (u32, u32, u32), gap: &str) -> Option<String> {
    (fewest != most).then(|| {
        trn!(
            most,
            "{fewest} to {most} session, typically {sessions}, {gap} apart",
            "{fewest} to {most} sessions, typically {sessions}, {gap} apart",
            fewest,
            most,
            sessions,
            gap
        )
    })
}

/// That with as many or as few sessions as courses may take treatments would come too close to each other.
pub(super) fn too_close(is_most: bool) -> &'static str {
    if is_most {
        tr!(
            "With as many sessions as its courses may take, treatments would come closer to each other than is safe; begin the \
             later ones later"
        )
    } else {
        tr!(
            "With as few sessions as its courses may take, upkeep would come closer to other treatments than is safe; begin these \
             later"
        )
    }
}
