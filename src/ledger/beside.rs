//! Which sessions cost less beside another treatment on one day.

use super::membership::Included;
use super::single::{is_single, together};
use crate::document::LineId;
use crate::plan::{LineTogether, TreatmentOption};
use crate::schedule::{Schedule, Session};
use crate::units::Day;

/// The sessions of an option that have a price beside another treatment, by line and day, each with that price.
pub fn beside_sessions<'a>(option: &'a TreatmentOption, schedule: &Schedule) -> Vec<(LineId, Day, &'a LineTogether)> {
    if option.lines.iter().all(|line| line.together.is_empty()) {
        return Vec::new();
    }
    let included = Included::of(option, schedule);
    let is_paid =
        |session: &&Session| is_single(&option[session.line], session, schedule) && !included.contains(session);
    let paid = schedule.sessions.iter().filter(is_paid);
    paid.filter_map(|session| Some((session.line, session.day, together(option, session, schedule)?))).collect()
}

/// The lines of an option of which sessions have a price beside another treatment, each with that price once.
pub fn besides<'a>(option: &'a TreatmentOption, schedule: &Schedule) -> Vec<(LineId, &'a LineTogether)> {
    let mut found: Vec<(LineId, &LineTogether)> = Vec::new();
    for (line, _, beside) in beside_sessions(option, schedule) {
        if !found.contains(&(line, beside)) {
            found.push((line, beside));
        }
    }
    found
}
