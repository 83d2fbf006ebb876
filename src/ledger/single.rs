//! Sessions that are paid one by one.

use super::packages::covering;
use crate::catalog::Basis;
use crate::plan::{Line, LineTogether, TreatmentOption};
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
fn upkeep_price(line: &Line, session: &Session) -> Option<Spread<Money>> {
    line.upkeep_price.filter(|_| session.phase == Phase::Upkeep)
}

/// The price of one unit in a session that is paid by itself, and how much weight it carries.
pub(super) fn price_of(option: &TreatmentOption, session: &Session, schedule: &Schedule) -> (Spread<Money>, Basis) {
    let line = &option[session.line];
    // A price of upkeep is typed by the clinic, in the plan or in its list, and one beside another treatment in its list.
    let alone = upkeep_price(line, session).map_or((line.price, line.price_basis), |price| (price, Basis::Clinic));
    together(option, session, schedule).map_or(alone, |together| (together.price, Basis::Clinic))
}

/// What a session costs beside the other treatments of its day, where one of them makes a price that is typically lower than its own
/// and nothing else was typed: of several the lowest.
pub(super) fn together<'a>(
    option: &'a TreatmentOption,
    session: &Session,
    schedule: &Schedule,
) -> Option<&'a LineTogether> {
    let line = &option[session.line];
    let upkeep = upkeep_price(line, session);
    if upkeep.is_some() && line.upkeep_price_typed {
        return None;
    }
    let own = upkeep.unwrap_or(line.price).typical;
    let is_given = |one: &&LineTogether| {
        let from = schedule.sessions.partition_point(|other| other.day < session.day);
        let of_day = schedule.sessions[from..].iter().take_while(|other| other.day == session.day);
        of_day.map(|other| &option[other.line].treatment).any(|other| *other == one.with)
    };
    let lower = line.together.iter().filter(|one| one.price.typical < own);
    lower.filter(is_given).min_by_key(|one| one.price.typical)
}
