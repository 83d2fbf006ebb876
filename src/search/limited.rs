//! A watch that gives up.

use super::upkept::{Needed, Upkept};
use crate::engine::Program;
use crate::estimate::Watched;
use crate::schedule::{FadeRule, FadeWatch, Faded, Session};
use crate::units::Day;

/// Watches two lines fade for as long as they can still be among the best.
pub(super) struct Limited<'a> {
    watched: Watched<'a>,
    upkept: &'a Upkept<'a>,
    needed: Needed,
    /// What is known to be reached for as much as the lines cost at least with so many sessions.
    known: &'a dyn Fn(u32) -> f64,
    /// The least days from one session of upkeep to the next.
    interval: Day,
    horizon: Day,
    given: u32,
    gave_up: bool,
}

impl<'a> Limited<'a> {
    /// Goes on from where two lines have been watched so far.
    pub(super) fn new(
        watched: Watched<'a>,
        upkept: &'a Upkept<'a>,
        (needed, known): (Needed, &'a dyn Fn(u32) -> f64),
        (interval, horizon): (Day, Day),
    ) -> Self {
        Self { watched, upkept, needed, known, interval, horizon, given: 0, gave_up: false }
    }

    /// The program of all sessions; none if it gave up.
    pub(super) fn into_program(self) -> Option<Program> {
        self.watched.into_program().filter(|_| !self.gave_up)
    }
}

impl FadeWatch for Limited<'_> {
    fn first_faded(&mut self, added: &[Session], rules: &[FadeRule]) -> Option<Faded> {
        self.given += u32::try_from(added.len()).unwrap_or(u32::MAX);
        let faded = self.watched.first_faded(added, rules);
        let further = faded.map_or(0, |faded| ((self.horizon - 1 - faded.day) / self.interval + 1).cast_unsigned());
        // The one that is due may come to nothing, or have to wait for too long.
        let reached = || self.needed.reached.max((self.known)(self.given));
        let falls_short = |faded: Faded| self.upkept.so_far(faded.day, &self.watched) < reached();
        self.gave_up = self.given + further < self.needed.steps || faded.is_some_and(falls_short);
        faded.filter(|_| !self.gave_up)
    }
}
