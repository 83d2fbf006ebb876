//! What was acknowledged here, so that undo can do without it.

use crate::document::{Draft, Serial};
use std::sync::Arc;

/// What was acknowledged or taken back here, each with the plan as it was then: undo takes it back where nothing was changed since.
#[derive(Default)]
pub(super) struct Acknowledged {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// A plan as it is now.
pub(super) struct Now {
    /// The plan as typed: this one, and not one that is equal to it.
    pub(super) draft: Arc<Draft>,
    /// How often it was changed: what was undone before a change is not done again after it.
    pub(super) changes: u64,
}

/// Events by which something was acknowledged or taken back, and of which plan.
struct Step {
    of: Now,
    events: Vec<Serial>,
}

impl Acknowledged {
    /// Whether undo has something to take back of a plan as it is, and redo something to do again.
    pub(super) fn steps(&self, now: &Now) -> (bool, bool) {
        let is_of = |step: &Step| Arc::ptr_eq(&step.of.draft, &now.draft);
        let undone = self.undone.last().filter(|step| step.of.changes == now.changes);
        (self.done.last().is_some_and(is_of), undone.is_some_and(is_of))
    }

    /// Notes what was just done.
    pub(super) fn push(&mut self, now: Now, events: Vec<Serial>) {
        // What was undone of the plan as it was after a change stays: redo leads there.
        self.undone.retain(|step| !Arc::ptr_eq(&step.of.draft, &now.draft));
        self.done.push(Step { of: now, events });
    }

    /// The events of the last step, or with `true` of the last one undone; none if the plan was changed since.
    pub(super) fn pop(&mut self, now: &Now, is_again: bool) -> Option<Vec<Serial>> {
        let (undo, redo) = self.steps(now);
        let (steps, is_there) = if is_again { (&mut self.undone, redo) } else { (&mut self.done, undo) };
        if is_there { steps.pop().map(|step| step.events) } else { None }
    }

    /// Notes by which events a step was undone, or with `true` done again.
    pub(super) fn turned(&mut self, now: Now, events: Vec<Serial>, is_again: bool) {
        let steps = if is_again { &mut self.done } else { &mut self.undone };
        steps.push(Step { of: now, events });
    }
}
