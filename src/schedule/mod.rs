//! From an option to dated sessions on real calendar days. Knows intervals and downtime, no prices and no biology.
//!
//! Fade-triggered upkeep needs the curve to know its date. So this room is handed a [`FadeWatch`] that says when the
//! improvement has fallen far enough, and never sees a curve itself.
//!
//! **Ties**: of two lines that are due on one day because both have faded, the one that was added first is treated first,
//! and the other on the same day too, unless it has to wait its interval. Which was first says the id of the line, and
//! nothing that can be typed.

mod checks;

use crate::catalog::{Catalog, Treatment};
use crate::document::{LineId, Upkeep};
use crate::plan::{Line, Plan, Problem, Remark, TreatmentOption};
use crate::units::{Date, Day};
use jiff::{Span, ToSpan};
use std::cmp::Ordering;
use std::fmt;

/// A session on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Days from the plan's start.
    pub day: Day,
    /// The day on the calendar.
    pub date: Date,
    /// Its line.
    pub line: LineId,
    /// Course or upkeep.
    pub phase: Phase,
    /// Its number in the phase of its line, from 1.
    pub number: u32,
}

impl Session {
    /// What it is called within its plan, whatever day it falls on.
    pub fn id(&self) -> SessionId {
        let Self { line, phase, number, .. } = *self;
        SessionId { line, phase, number }
    }
}

/// Which session of a plan it is, whatever day it falls on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId {
    /// Its line.
    pub line: LineId,
    /// Course or upkeep.
    pub phase: Phase,
    /// Its number in the phase of its line, from 1.
    pub number: u32,
}

impl fmt::Display for SessionId {
    /// `7-00c0ffee course 2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.line, self.phase.id(), self.number)
    }
}

/// What a session belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// The initial course.
    Course,
    /// What follows it.
    Upkeep,
}

impl Phase {
    /// As files and ids name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Course => "course",
            Self::Upkeep => "upkeep",
        }
    }
}

/// A line that waits for its improvement to fade.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FadeRule {
    /// The line.
    pub line: LineId,
    /// The first day on which it may be treated again.
    pub from: Day,
    /// The last day on which it may be.
    pub until: Day,
    /// The share of the peak at which to treat again.
    pub share: f64,
}

/// Says when an improvement has faded.
pub trait FadeWatch {
    /// The first day on which the improvement does not rise and is at or under a rule's share of its peak so far, and the
    /// position of that rule; the first of several rules wins. `added` are the sessions dated since the last call, all of
    /// them on or after the day it found: days before that are not looked at again, but that day is.
    fn first_faded(&mut self, added: &[Session], rules: &[FadeRule]) -> Option<(usize, Day)>;
}

/// The dated sessions of an option, in order of day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schedule {
    /// The sessions within the horizon.
    pub sessions: Vec<Session>,
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
        planner.add_faded(&mut sessions, watch);
        Ok(Self { sessions })
    }

    /// What is worth knowing of the sessions, which are those of this option.
    pub fn remarks(&self, plan: &Plan, option: &TreatmentOption, catalog: &Catalog) -> Vec<Remark> {
        checks::remarks(&Planner::new(plan, option, catalog), &self.sessions)
    }

    /// The day of the last session of the course, over all lines.
    pub fn course_end(&self) -> Option<Day> {
        self.sessions.iter().filter(|session| session.phase == Phase::Course).map(|session| session.day).max()
    }
}

/// One option with its treatments looked up.
struct Planner<'a> {
    plan: &'a Plan,
    option: &'a TreatmentOption,
    treatments: Vec<&'a Treatment>,
}

impl<'a> Planner<'a> {
    fn new(plan: &'a Plan, option: &'a TreatmentOption, catalog: &'a Catalog) -> Self {
        let treatments = option.lines.iter().filter_map(|line| catalog.treatment(&line.treatment)).collect();
        Self { plan, option, treatments }
    }

    /// Every session whose date does not depend on the curve.
    fn dated(&self) -> Vec<Session> {
        self.option.lines.iter().flat_map(|line| self.course(line).chain(self.dated_upkeep(line))).collect()
    }

    fn course(&self, line: &Line) -> impl Iterator<Item = Session> + use<'a> {
        let (id, start, spacing) = (line.id, line.start_day, line.spacing_days.cast_signed());
        let plan = self.plan;
        let days = (1..=line.sessions).zip((0..).map(move |n: i32| start + n * spacing));
        days.map_while(move |(number, day)| session(plan, day, id, Phase::Course, number))
    }

    /// Upkeep every so many calendar months, counted from the course's last session so that dates do not drift.
    fn dated_upkeep(&self, line: &Line) -> impl Iterator<Item = Session> + use<'a> {
        let (plan, id) = (self.plan, line.id);
        let course_end = self.course_end(line);
        let months = match line.upkeep {
            Upkeep::Every { months } => i64::from(months),
            Upkeep::None | Upkeep::WhenFaded { .. } => 0,
        };
        let until = line.upkeep_until.unwrap_or(Date::MAX);
        (1..).map_while(move |number: u32| {
            if months == 0 {
                return None;
            }
            let date = course_end?.checked_add(Span::new().months(months * i64::from(number))).ok()?;
            let day = (date - plan.start).get_days();
            (date <= until).then(|| session(plan, day, id, Phase::Upkeep, number)).flatten()
        })
    }

    fn course_end(&self, line: &Line) -> Option<Date> {
        let days = i64::from(line.start_day) + i64::from(line.sessions - 1) * i64::from(line.spacing_days);
        self.plan.start.checked_add(days.days()).ok()
    }

    /// Adds fade-triggered sessions one after the other, each dated under those before it.
    fn add_faded(&self, sessions: &mut Vec<Session>, watch: &mut dyn FadeWatch) {
        let mut rules: Vec<FadeRule> = self.option.lines.iter().filter_map(|line| self.fade_rule(line)).collect();
        // Two rules may be due on one day: the first in this order goes first.
        rules.sort_by_key(|rule| rule.line);
        let mut counts = vec![0; rules.len()];
        let mut added = sessions.clone();
        while let Some((at, day)) = watch.first_faded(&added, &rules) {
            let line = rules[at].line;
            added.clear();
            if let Some(later) = self.blocked_until(sessions, line, day) {
                rules[at].from = later;
                continue;
            }
            counts[at] += 1;
            let Some(new) = session(self.plan, day, line, Phase::Upkeep, counts[at]) else { break };
            let place = sessions.partition_point(|other| self.order(other, &new).is_le());
            sessions.insert(place, new);
            added.push(new);
            rules[at].from = day + self.minimum(line).max(1);
        }
    }

    fn fade_rule(&self, line: &Line) -> Option<FadeRule> {
        let Upkeep::WhenFaded { percent } = line.upkeep else { return None };
        let course_end = (self.course_end(line)? - self.plan.start).get_days();
        let last = self.plan.horizon_days() - 1;
        let until = line.upkeep_until.map_or(last, |date| (date - self.plan.start).get_days().min(last));
        Some(FadeRule {
            line: line.id,
            from: course_end + self.minimum(line.id),
            until,
            share: f64::from(percent) / 100.0,
        })
    }

    /// If a session of the same interval group stands too close to this day, the first day after it that is free.
    fn blocked_until(&self, sessions: &[Session], line: LineId, day: Day) -> Option<Day> {
        let near = sessions.iter().filter(|other| self.same_group(other.line, line));
        let apart = |other: &Session| self.minimum(line).max(self.minimum(other.line));
        near.filter(|other| (other.day - day).abs() < apart(other)).map(|other| other.day + apart(other)).max()
    }

    fn treatment(&self, line: LineId) -> &'a Treatment {
        // Every session's line is one of the option's.
        self.treatments[self.option.lines.iter().position(|other| other.id == line).unwrap_or_default()]
    }

    fn same_group(&self, one: LineId, other: LineId) -> bool {
        self.treatment(one).interval_group == self.treatment(other).interval_group
    }

    fn minimum(&self, line: LineId) -> Day {
        self.treatment(line).minimum_interval_days.value.cast_signed()
    }

    /// By day; on one day by treatment, phase and line, so that the order of lines never shows in a result.
    fn order(&self, one: &Session, other: &Session) -> Ordering {
        let key = |session: &Session| (session.day, &self.treatment(session.line).id, session.phase, session.line);
        key(one).cmp(&key(other))
    }
}

/// The session on this day, or none once the horizon is over.
fn session(plan: &Plan, day: Day, line: LineId, phase: Phase, number: u32) -> Option<Session> {
    let date = plan.start.checked_add(i64::from(day).days()).ok()?;
    (date < plan.end).then_some(Session { day, date, line, phase, number })
}
