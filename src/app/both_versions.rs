//! A plan and the version of it that another desk has, while somebody chooses between them.

use crate::document::{Draft, Place, Value};
use crate::log::Dossier;
use crate::storage::Stamp;

/// Both versions, put together as far as that goes by itself.
pub(super) struct BothVersions {
    /// The plan as the other desk has it.
    pub(super) theirs: Dossier,
    /// What its file held then.
    pub(super) stamp: Stamp,
    /// What both did, with what was done here where both changed the same.
    pub(super) draft: Draft,
    /// Whether the plan is saved as soon as it is chosen.
    pub(super) is_saving: bool,
    /// What stands at the other desk where both changed a field.
    pub(super) values: Vec<(Place, Value)>,
}
