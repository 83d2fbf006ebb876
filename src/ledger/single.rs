//! Sessions that are paid one by one.

use super::packages::covering;
use crate::plan::{Line, TreatmentOption};
use crate::schedule::{Phase, Schedule, Session};
use crate::units::{Money, Spread};
use std::cmp::Ordering;

/// Whether a session is paid by itself: neither a package covers it, nor a device serves for it.
pub(super) fn is_single(line: &Line, session: &Session, schedule: &Schedule) -> bool {
    !line.is_device() && covering(line, None, session, schedule).is_none()
}

/// Which of two sessions of a day goes before the other: the one that costs more typically, and of those that cost the same the one
/// whose line stands first.
pub(super) fn goes_before(option: &TreatmentOption, one: &Session, other: &Session) -> Ordering {
    let at = |session: &Session| option.lines.iter().position(|line| line.id == session.line);
    cost(option, other).cmp(&cost(option, one)).then(at(one).cmp(&at(other)))
}

/// What a session costs typically, as listed, in hundredths of minor units.
fn cost(option: &TreatmentOption, session: &Session) -> i64 {
    let line = &option[session.line];
    upkeep_price(line, session).unwrap_or(line.price).typical.minor() * i64::from(line.units.hundredths())
}

/// The price of one unit in a session of upkeep, where it is one and upkeep has another price than the course.
pub(super) fn upkeep_price(line: &Line, session: &Session) -> Option<Spread<Money>> {
    line.upkeep_price.filter(|_| session.phase == Phase::Upkeep)
}
