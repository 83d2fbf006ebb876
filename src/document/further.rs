//! What else a client comes for.

use crate::catalog::{ConcernId, Severity};

/// Something else that the client comes for, besides the plan's first concern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FurtherDraft {
    /// What it is.
    pub concern: ConcernId,
    /// How bad it is today.
    pub severity: Severity,
}
