//! A plan and another version of it, while somebody chooses between them.

use crate::document::{Place, Value};
use crate::log::Dossier;
use crate::storage::Stamp;

/// The other version, and what is asked of it.
pub(super) struct BothVersions {
    /// The plan as it is there.
    pub(super) theirs: Dossier,
    /// Where that is.
    pub(super) origin: Origin,
    /// What stands there where both changed a field.
    pub(super) values: Vec<(Place, Value)>,
}

/// Where another version of the plan is, and what that held when it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// In the plan's own file, which another desk has written.
    File {
        stamp: Stamp,
        /// Whether the plan is saved as soon as it is put together.
        is_saving: bool,
    },
    /// In a copy beside it.
    Copy(Stamp),
}
