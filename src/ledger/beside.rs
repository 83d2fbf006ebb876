//! Which lines cost less beside another treatment on one day.

use super::membership::Included;
use super::single::{is_single, price_of, together};
use crate::document::LineId;
use crate::plan::{LineTogether, TreatmentOption};
use crate::schedule::{Schedule, Session};

/// The lines of an option of which sessions have a price beside another treatment, each with that price.
pub fn besides<'a>(option: &'a TreatmentOption, schedule: &Schedule) -> Vec<(LineId, &'a LineTogether)> {
    let mut found: Vec<(LineId, &LineTogether)> = Vec::new();
    if option.lines.iter().all(|line| line.together.is_empty()) {
        return found;
    }
    let included = Included::of(option, schedule);
    let is_paid =
        |session: &&Session| is_single(&option[session.line], session, schedule) && !included.contains(session);
    for session in schedule.sessions.iter().filter(is_paid) {
        let beside = together(option, session, schedule);
        let asked = beside.filter(|one| one.price == price_of(option, session, schedule).0);
        let one = asked.map(|one| (session.line, one));
        found.extend(one.filter(|one| !found.contains(one)));
    }
    found
}
