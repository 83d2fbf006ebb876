//! The version of another desk that a plan's file holds, as long as it is not known to be part of the plan here.

use crate::document::Draft;
use std::sync::Arc;

/// Another desk's version in the plan's file, which was put together with what was here or shown in its place.
pub(super) struct FileVersion {
    /// What it and the plan here were both made from.
    pub(super) base: Arc<Draft>,
    /// What the file holds.
    pub(super) theirs: Arc<Draft>,
}

impl FileVersion {
    /// Whether something of it is not in this plan: another value was chosen, or the step that took it was undone.
    pub(super) fn is_left_out_of(&self, mine: &Draft) -> bool {
        Draft::merged(&self.base, mine, &self.theirs)
            .is_none_or(|merged| merged.draft != *mine || !merged.conflicts.is_empty())
    }
}
