//! Which package covers a session, or an add-on to it.

use super::entry::Item;
use crate::document::ExtraId;
use crate::plan::{Line, LinePackage};
use crate::schedule::{Phase, Schedule, Session};

/// A package that covers a session.
pub(super) struct Covering<'a> {
    /// The package.
    pub(super) package: &'a LinePackage,
    /// What is paid for it.
    pub(super) item: Item,
    /// Whether the session is the first that it covers, with which it is paid.
    pub(super) begins: bool,
}

/// The package that covers a session itself or an add-on to it; none if none does.
pub(super) fn covering<'a>(
    line: &'a Line,
    add_on: Option<ExtraId>,
    session: &Session,
    schedule: &Schedule,
) -> Option<Covering<'a>> {
    let package = line.package_of(add_on).filter(|_| session.phase == Phase::Course)?;
    let before = (session.number - 1) / package.sessions;
    let is_of_course = |other: &&Session| (other.line, other.phase) == (line.id, Phase::Course);
    let mut course = schedule.sessions.iter().filter(is_of_course);
    let first = course.find(|other| other.number == before * package.sessions + 1).unwrap_or(session);
    let until = package.until(first.date);
    let holds = until.is_none_or(|until| session.date <= until);
    (before < line.packages(package) && holds).then(|| Covering {
        package,
        item: Item::Package { line: line.id, add_on, number: before + 1, sessions: package.sessions, until },
        begins: first.number == session.number,
    })
}
