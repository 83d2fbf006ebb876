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

/// A line whose improvement has faded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Faded {
    /// The position of its rule.
    pub rule: usize,
    /// The day.
    pub day: Day,
    /// Whether the sessions under the rule come to nothing: since one that lies [`TRIED_DAYS`] back, with further ones behind
    /// it, the improvement has neither been above the rule's share of its peak nor risen by [`RISE`] of that.
    pub in_vain: bool,
}

/// Half a year: by then most of what a session does is built up.
pub const TRIED_DAYS: Day = 183;

/// So many sessions at least have to come to nothing.
pub const TRIED_SESSIONS: usize = 3;

/// A rise below this share of the peak is nothing.
pub const RISE: f64 = 0.01;

/// Says when an improvement has faded.
pub trait FadeWatch {
    /// The first day on which the improvement does not rise and is at or under a rule's share of its peak so far; the first
    /// of several rules wins. `added` are the sessions dated since the last call, all of them on or after the day it found:
    /// days before that are not looked at again, but that day is.
    fn first_faded(&mut self, added: &[Session], rules: &[FadeRule]) -> Option<Faded>;
}
