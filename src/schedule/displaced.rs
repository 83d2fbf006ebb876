//! Sessions that could not be on the day on which they were due.

use super::session::Phase;
use crate::document::LineId;
use crate::units::Day;

/// A session that could not be on the day on which it was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Displaced {
    /// Its line.
    pub line: LineId,
    /// Course or upkeep.
    pub phase: Phase,
    /// The day on which it was due, from the plan's start.
    pub due: Day,
    /// The day on which it is; none if it is left out, as the next one is due by then.
    pub to: Option<Day>,
    /// Why.
    pub why: Why,
}

/// Why a session cannot be on the day on which it is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Days that are kept free: which of the plan's.
    TimeOff(usize),
    /// Its treatment is not given in months of strong sun.
    StrongSun,
    /// A session that it keeps its distance from was moved itself.
    Distance,
}
