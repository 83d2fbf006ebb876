//! What says when an improvement has faded.

use super::session::Session;
use crate::document::LineId;
use crate::units::Day;

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
