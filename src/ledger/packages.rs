//! Which package covers a session.

use crate::plan::Line;
use crate::schedule::{Phase, Schedule, Session};

/// The package that covers a session, by its number in the course, and its first session; none if none does.
pub(super) fn covering<'a>(line: &Line, session: &'a Session, schedule: &'a Schedule) -> Option<(u32, &'a Session)> {
    let package = line.package.as_ref().filter(|_| session.phase == Phase::Course)?;
    let before = (session.number - 1) / package.sessions;
    let is_of_course = |other: &&Session| (other.line, other.phase) == (line.id, Phase::Course);
    let mut course = schedule.sessions.iter().filter(is_of_course);
    let first = course.find(|other| other.number == before * package.sessions + 1).unwrap_or(session);
    let holds = package.until(first.date).is_none_or(|until| session.date <= until);
    (before < line.packages() && holds).then_some((before + 1, first))
}
