//! What of a line has really happened by a day: what the rest is foreseen from.

use crate::units::{Day, Money, Spread};

/// What of a line has happened, and what is fixed of the rest. Empty for a plan that is only foreseen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SoFar {
    /// Sessions that were had or given up, each day once, the earliest first.
    pub past: Vec<Past>,
    /// Days for which the next sessions are booked, behind all that is past and never before the day as of which the plan is
    /// looked at.
    pub booked: Vec<Day>,
    /// Whether it was broken off: nothing more is foreseen.
    pub is_ended: bool,
}

/// A session that is past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Past {
    /// The day, from the plan's start.
    pub day: Day,
    /// What became of it.
    pub what: PastKind,
}

/// What became of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastKind {
    /// It was had.
    Had {
        /// What was paid on its day for all that belongs to it; none if that was what the plan says.
        paid: Option<Money>,
        /// What the plan said of that when it was noted; none if nobody knows, and it is what the plan says now.
        planned: Option<Spread<Money>>,
    },
    /// It was given up: one less, and those after it stay where they were.
    Skipped,
}

impl SoFar {
    /// What became of the session on a day; none if nothing is known of one.
    pub fn on(&self, day: Day) -> Option<PastKind> {
        let at = self.past.binary_search_by_key(&day, |past| past.day).ok()?;
        Some(self.past[at].what)
    }

    /// Whether a session was had on this day.
    pub fn was_had(&self, day: Day) -> bool {
        matches!(self.on(day), Some(PastKind::Had { .. }))
    }
}
