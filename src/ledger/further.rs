//! Which sessions are on a further part of the body: one treatment on several parts on one day.

use super::membership::Included;
use super::single::{goes_before, is_single};
use crate::document::LineId;
use crate::plan::{Line, TreatmentOption};
use crate::schedule::{Schedule, Session};
use crate::units::{Day, Percent};
use rust_decimal::Decimal;

/// The sessions that are on a further part of the body, by line and day.
#[derive(Default)]
pub(super) struct Further(Vec<(LineId, Day)>);

impl Further {
    /// Of an option. What is not paid by itself, as a package or a membership has it, neither is such nor makes others so.
    pub(super) fn of(option: &TreatmentOption, schedule: &Schedule, included: &Included) -> Self {
        if option.lines.iter().all(|line| line.further_area.is_none()) {
            return Self::default();
        }
        let mut found = Self::default();
        let is_paid =
            |session: &&Session| is_single(&option[session.line], session, schedule) && !included.contains(session);
        for of_day in schedule.sessions.chunk_by(|one, other| one.day == other.day) {
            let paid: Vec<&Session> = of_day.iter().filter(is_paid).collect();
            let further = paid.iter().filter(|session| {
                paid.iter().any(|other| is_alike(option, session, other) && goes_before(option, other, session).is_lt())
            });
            found.0.extend(further.map(|session| (session.line, session.day)));
        }
        found
    }

    /// What of its price is asked for a session.
    pub(super) fn part(&self, line: &Line, session: &Session) -> Decimal {
        let is_further = self.0.contains(&(session.line, session.day));
        line.further_area.filter(|_| is_further).map_or(Decimal::ONE, Percent::as_share)
    }
}

/// The lines of an option of which sessions cost a share only, as they are on a further part of the body.
pub fn further_areas(option: &TreatmentOption, schedule: &Schedule) -> Vec<LineId> {
    let Further(found) = Further::of(option, schedule, &Included::of(option, schedule));
    let is_less = |line: &Line| line.further_area.is_some_and(|percent| percent.as_share() < Decimal::ONE);
    let is_part = |line: &&Line| is_less(line) && found.iter().any(|(other, _)| *other == line.id);
    option.lines.iter().filter(is_part).map(|line| line.id).collect()
}

/// Whether both are sessions of one treatment.
fn is_alike(option: &TreatmentOption, one: &Session, other: &Session) -> bool {
    one.line != other.line && option[one.line].treatment == option[other.line].treatment
}
