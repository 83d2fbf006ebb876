//! Which sessions are on a further part of the body: one treatment on several parts on one day.

use super::packages::covering;
use crate::catalog::PriceUnit;
use crate::document::LineId;
use crate::plan::{Line, TreatmentOption};
use crate::schedule::{Phase, Schedule, Session};
use crate::units::{Day, Percent};
use rust_decimal::Decimal;

/// The sessions that are on a further part of the body, by line and day.
#[derive(Default)]
pub(super) struct Further(Vec<(LineId, Day)>);

impl Further {
    /// Of an option. Sessions that a package covers, and devices, neither are such nor make others so.
    pub(super) fn of(option: &TreatmentOption, schedule: &Schedule) -> Self {
        if option.lines.iter().all(|line| line.further_area.is_none()) {
            return Self::default();
        }
        let mut found = Self::default();
        for of_day in schedule.sessions.chunk_by(|one, other| one.day == other.day) {
            let paid: Vec<&Session> = of_day.iter().filter(|session| is_paid(option, session, schedule)).collect();
            let further = paid.iter().filter(|session| {
                paid.iter().any(|other| is_alike(option, session, other) && goes_before(option, other, session))
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
    let Further(found) = Further::of(option, schedule);
    let is_less = |line: &Line| line.further_area.is_some_and(|percent| percent.as_share() < Decimal::ONE);
    let is_part = |line: &&Line| is_less(line) && found.iter().any(|(other, _)| *other == line.id);
    option.lines.iter().filter(is_part).map(|line| line.id).collect()
}

/// Whether a session is paid by itself.
fn is_paid(option: &TreatmentOption, session: &Session, schedule: &Schedule) -> bool {
    let line = &option[session.line];
    !matches!(line.unit, PriceUnit::Device { .. }) && covering(line, session, schedule).is_none()
}

/// Whether both are sessions of one treatment.
fn is_alike(option: &TreatmentOption, one: &Session, other: &Session) -> bool {
    one.line != other.line && option[one.line].treatment == option[other.line].treatment
}

/// Whether the first of two sessions of one treatment is the one that is paid in full.
fn goes_before(option: &TreatmentOption, one: &Session, other: &Session) -> bool {
    let at = |session: &Session| option.lines.iter().position(|line| line.id == session.line);
    let cost = |session: &Session| {
        let line = &option[session.line];
        let of_upkeep = line.upkeep_price.filter(|_| session.phase == Phase::Upkeep);
        of_upkeep.unwrap_or(line.price).typical.minor() * i64::from(line.units)
    };
    cost(one) > cost(other) || cost(one) == cost(other) && at(one) < at(other)
}
