//! What was acknowledged, so that undo can do without it.

use crate::record::Matter;

/// What was acknowledged or taken back here since the plan was last changed, so that undo can do without it.
#[derive(Default)]
pub(super) struct Acknowledged {
    pub(super) of: Version,
    pub(super) done: Vec<Step>,
    pub(super) undone: Vec<Step>,
}

/// The plan's serial and its revision.
pub(super) type Version = (u64, u64);

/// A matter, and whether it was acknowledged, and not taken back.
pub(super) type Step = (Matter, bool);

impl Acknowledged {
    /// Whether undo has something to take back of this version of a plan, and redo something to do again.
    pub(super) fn steps(&self, of: Version) -> (bool, bool) {
        let is_of = self.of == of;
        (is_of && !self.done.is_empty(), is_of && !self.undone.is_empty())
    }
}
