//! A plan and the version of it that another desk has, while somebody chooses between them.

use crate::document::{Place, Value};
use crate::log::Dossier;
use crate::storage::Stamp;

/// The version of the other desk, and what is asked of it.
pub(super) struct BothVersions {
    /// The plan as the other desk has it.
    pub(super) theirs: Dossier,
    /// What its file held then.
    pub(super) stamp: Stamp,
    /// Whether the plan is saved as soon as it is chosen.
    pub(super) is_saving: bool,
    /// What stands at the other desk where both changed a field.
    pub(super) values: Vec<(Place, Value)>,
}
