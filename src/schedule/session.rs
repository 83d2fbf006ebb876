//! What a schedule is made of.

use crate::document::LineId;
use crate::plan::Plan;
use crate::units::{Date, Day};
use jiff::ToSpan;
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
    /// The session on this day, or none once the horizon is over.
    pub(super) fn new(plan: &Plan, day: Day, line: LineId, phase: Phase, number: u32) -> Option<Self> {
        let date = plan.start.checked_add(i64::from(day).days()).ok()?;
        (date < plan.end).then_some(Self { day, date, line, phase, number })
    }

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
