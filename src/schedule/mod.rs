//! From an option to dated sessions on real calendar days. Knows intervals and downtime, no prices and no biology.
//!
//! Fade-triggered upkeep needs the curve to know its date. So this room is handed a [`FadeWatch`] that says when the
//! improvement has fallen far enough, and never sees a curve itself.
//!
//! Upkeep that comes to nothing stops: at least three sessions over half a year, through which the improvement has neither
//! been above the rule's share of its peak again nor risen by a hundredth of that.
//!
//! **Days kept free** and months of strong sun move a session to the first day on which it can be: one of a course takes
//! those after it along, so that their spacing stays, upkeep stays where it is due (see [`Displaced`]).
//!
//! **Ties**: of two lines that are due on one day because both have faded, the one that was added first is treated first,
//! and the other on the same day too, unless it has to wait its interval. Which was first says the id of the line, and
//! nothing that can be typed.

mod checks;
mod dating;
mod displaced;
mod openings;
mod planner;
mod session;
mod waiting;
mod watch;

pub use displaced::{Displaced, Why};
pub use session::{Phase, Session, SessionId};
pub use watch::{FadeRule, FadeWatch, Faded, RISE, TRIED_DAYS, TRIED_SESSIONS};

use crate::catalog::Catalog;
use crate::document::{LineId, Upkeep};
use crate::plan::{ClinicalRemark, Plan, Problem, Remark, TreatmentOption};
use crate::units::{Date, Day};
use dating::{Dated, interval_near};
use jiff::ToSpan;
use planner::Planner;

/// The dated sessions of an option, in order of day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schedule {
    /// The sessions within the horizon.
    pub sessions: Vec<Session>,
    /// The lines whose fade-triggered upkeep stops because it comes to nothing, each with the day of its last session.
    pub stopped: Vec<(LineId, Day)>,
    /// Those that are not on the day on which they were due, and those left out.
    pub displaced: Vec<Displaced>,
    /// Where something has happened, on which day each session was due: its line, its day, and that one.
    pub due: Vec<(LineId, Day, Day)>,
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
        let mut dated = Dated::of(&planner);
        let problems = checks::too_close(&planner, &dated.sessions);
        if !problems.is_empty() {
            return Err(problems);
        }
        let unseen = dated.sessions.clone();
        let stopped = dated.add_faded(&planner, unseen, watch);
        let Dated { sessions, displaced, due, .. } = dated;
        Ok(Self { sessions, stopped, displaced, due })
    }

    /// The same with upkeep that waits for fading; the watch knows the sessions there are.
    #[must_use]
    pub fn with_faded(
        self,
        (plan, option, catalog): (&Plan, &TreatmentOption, &Catalog),
        watch: &mut dyn FadeWatch,
    ) -> Self {
        let planner = Planner::new(plan, option, catalog);
        let ends = option.lines.iter().filter_map(|line| Some((line.id, self.course_end_of(line.id)?)));
        let course_ends = ends.collect();
        let Self { sessions, displaced, due, .. } = self;
        let mut dated = Dated { sessions, displaced, course_ends, due };
        let stopped = dated.add_faded(&planner, Vec::new(), watch);
        let Dated { sessions, displaced, due, .. } = dated;
        Self { sessions, stopped, displaced, due }
    }

    /// What is worth knowing of the sessions, which are those of this option.
    pub fn remarks(&self, plan: &Plan, option: &TreatmentOption, catalog: &Catalog) -> Vec<Remark> {
        checks::remarks(&Planner::new(plan, option, catalog), &self.sessions, &self.stopped, &self.displaced)
    }

    /// Which of its sessions come too soon after each other on the same skin, or in each other's downtime.
    pub fn clinical(&self, plan: &Plan, option: &TreatmentOption, catalog: &Catalog) -> Vec<ClinicalRemark> {
        checks::clinical(&Planner::new(plan, option, catalog), &self.sessions)
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
        is_dated.then(|| interval_near(&Planner::new(plan, option, catalog), line, session.number, day)).flatten()
    }

    /// The day on which a session was due, if it is on another one.
    pub fn due(&self, session: &Session) -> Option<Date> {
        let is_it = |one: &&Displaced| one.line == session.line && one.to == Some(session.day);
        let happened = self.due.iter().find(|(line, day, _)| (*line, *day) == (session.line, session.day));
        let due = self.displaced.iter().find(is_it).map(|one| one.due).or(happened.map(|(_, _, due)| *due))?;
        (due != session.day).then(|| session.date.checked_add(i64::from(due - session.day).days()).ok())?
    }

    /// What of it is of these lines, without what is told of single days.
    #[must_use]
    pub fn only(&self, is_of: impl Fn(LineId) -> bool) -> Self {
        let sessions = self.sessions.iter().filter(|session| is_of(session.line)).copied().collect();
        let stopped = self.stopped.iter().filter(|(line, _)| is_of(*line)).copied().collect();
        Self { sessions, stopped, displaced: Vec::new(), due: Vec::new() }
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
