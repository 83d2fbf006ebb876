//! From an option to dated sessions on real calendar days. Knows intervals and downtime, no prices and no biology.
//!
//! Fade-triggered upkeep needs the curve to know its date. So this room is handed a [`FadeWatch`] that says when the
//! improvement has fallen far enough, and never sees a curve itself.
//!
//! Upkeep that comes to nothing stops: at least three sessions over half a year, through which the improvement has neither
//! been above the rule's share of its peak again nor risen by a hundredth of that.
//!
//! **Ties**: of two lines that are due on one day because both have faded, the one that was added first is treated first,
//! and the other on the same day too, unless it has to wait its interval. Which was first says the id of the line, and
//! nothing that can be typed.

mod checks;
mod planner;
mod session;
mod watch;

pub use session::{Phase, Session, SessionId};
pub use watch::{FadeRule, FadeWatch, Faded, RISE, TRIED_DAYS, TRIED_SESSIONS};

use crate::catalog::Catalog;
use crate::document::{LineId, Upkeep};
use crate::plan::{Plan, Problem, Remark, TreatmentOption};
use crate::units::Day;
use planner::Planner;

/// The dated sessions of an option, in order of day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schedule {
    /// The sessions within the horizon.
    pub sessions: Vec<Session>,
    /// The lines whose fade-triggered upkeep stops because it comes to nothing, each with the day of its last session.
    pub stopped: Vec<(LineId, Day)>,
}

impl Schedule {
    /// Dates the sessions of an option of the plan.
    ///
    /// # Errors
    /// Every pair of sessions closer than the safe minimum, naming the line and the remedy.
    pub fn of(
        plan: &Plan,
        option: &TreatmentOption,
        catalog: &Catalog,
        watch: &mut dyn FadeWatch,
    ) -> Result<Self, Vec<Problem>> {
        let planner = Planner::new(plan, option, catalog);
        let mut sessions = planner.dated();
        sessions.sort_by(|one, other| planner.order(one, other));
        let problems = checks::too_close(&planner, &sessions);
        if !problems.is_empty() {
            return Err(problems);
        }
        let stopped = planner.add_faded(&mut sessions, watch);
        Ok(Self { sessions, stopped })
    }

    /// What is worth knowing of the sessions, which are those of this option.
    pub fn remarks(&self, plan: &Plan, option: &TreatmentOption, catalog: &Catalog) -> Vec<Remark> {
        checks::remarks(&Planner::new(plan, option, catalog), &self.sessions, &self.stopped)
    }

    /// The interval in months of dated upkeep with which a session of it comes nearest to a day: within the plan, and no
    /// closer than is safe. None for any other session.
    pub fn interval_near(
        plan: &Plan,
        option: &TreatmentOption,
        catalog: &Catalog,
        session: &Session,
        day: Day,
    ) -> Option<u32> {
        let line = option.lines.iter().find(|line| line.id == session.line)?;
        let is_dated = session.phase == Phase::Upkeep && matches!(line.upkeep, Upkeep::Every { .. });
        is_dated.then(|| Planner::new(plan, option, catalog).interval_near(line, session.number, day)).flatten()
    }

    /// The day of the last session of a line's course.
    pub fn course_end_of(&self, line: LineId) -> Option<Day> {
        let of_line = self.sessions.iter().filter(|session| session.line == line && session.phase == Phase::Course);
        of_line.map(|session| session.day).max()
    }

    /// The day of the last session of the course, over all lines.
    pub fn course_end(&self) -> Option<Day> {
        self.sessions.iter().filter(|session| session.phase == Phase::Course).map(|session| session.day).max()
    }
}
