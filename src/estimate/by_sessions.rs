//! What comes of an option whose courses may take fewer or more sessions than is typical.

use super::result::Projection;
use crate::document::Mark;
use crate::ledger::{Heading, Ledger};
use crate::plan::{Line, Remark, RemarkKind, TreatmentOption};
use crate::schedule::{Phase, Schedule};
use crate::units::{Day, Money, Spread};
use std::sync::Arc;

/// How many sessions courses take that may take more or fewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionsNeeded {
    /// Each as few as it may.
    Fewest,
    /// Each as many as is typical: as planned.
    Typical,
    /// Each as many as it may.
    Most,
}

/// What an option comes to if its courses take so many sessions. What follows a course moves with its end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WithSessions {
    /// Which number it is.
    pub needed: SessionsNeeded,
    /// Sessions of all courses.
    pub sessions: u32,
    /// The day of the last session of the courses, counted from the plan's start; none if there is none within the horizon.
    pub course_end: Option<Day>,
    /// Visits to the clinic.
    pub visits: u32,
    /// What the initial course costs.
    pub course: Spread<Money>,
    /// What everything costs over the horizon.
    pub total: Spread<Money>,
    /// The typical improvement at its peak, as a share; none without a projection or a gain.
    pub peak: Option<f64>,
    /// The typical improvement at the end of the horizon, as a share; none without a projection.
    pub at_end: Option<f64>,
}

/// What is said of a course with so many sessions, but for its money: much less than of an option as planned.
#[derive(Clone, Debug)]
pub(super) struct Brief {
    pub(super) schedule: Arc<Schedule>,
    visits: u32,
    peak: Option<f64>,
    at_end: Option<f64>,
}

impl Brief {
    pub(super) fn new(schedule: Arc<Schedule>, visits: u32, projection: Option<&Projection>, horizon: Day) -> Self {
        Self {
            schedule,
            visits,
            peak: projection.and_then(|projection| projection.peak).map(|peak| peak.improvement.typical),
            at_end: projection.map(|projection| projection.improvement(horizon).typical),
        }
    }

    /// The same with its money.
    pub(super) fn with_sessions(&self, needed: SessionsNeeded, ledger: &Ledger) -> WithSessions {
        let of_course = self.schedule.sessions.iter().filter(|session| session.phase == Phase::Course);
        WithSessions {
            needed,
            sessions: u32::try_from(of_course.count()).unwrap_or(u32::MAX),
            course_end: self.schedule.course_end(),
            visits: self.visits,
            course: ledger.heading(Heading::Course),
            total: ledger.total,
            peak: self.peak,
            at_end: self.at_end,
        }
    }
}

impl SessionsNeeded {
    /// All, from few to many.
    pub const ALL: [Self; 3] = [Self::Fewest, Self::Typical, Self::Most];

    /// As files name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Fewest => "fewest",
            Self::Typical => "typical",
            Self::Most => "most",
        }
    }

    fn of(self, line: &Line) -> u32 {
        match self {
            Self::Fewest => line.fewest,
            Self::Typical => line.sessions,
            Self::Most => line.most,
        }
    }

    /// An option whose courses take so many; none if that is what they typically take.
    pub(super) fn option(self, option: &TreatmentOption) -> Option<TreatmentOption> {
        let differs = option.lines.iter().any(|line| self.of(line) != line.sessions);
        differs.then(|| {
            // A package is paid when it is begun, before it is known that fewer sessions are enough.
            let bought_for = |line: &Line| Some(self.of(line).max(line.sessions));
            let with = |line: &Line| Line { sessions: self.of(line), bought_for: bought_for(line), ..line.clone() };
            let lines = option.lines.iter().map(with);
            TreatmentOption { lines: lines.collect(), ..option.clone() }
        })
    }

    /// That with so many sessions treatments would come too close to each other.
    pub(super) fn too_close(self, mark: Mark) -> Remark {
        Remark { mark: Some(mark), kind: RemarkKind::SessionsTooClose { is_most: self == Self::Most } }
    }
}
