//! The wire format: one module per schema version, kept for ever.

pub(super) mod bounded;
mod terms;
pub(super) mod v1;
pub(super) mod v2;
pub(super) mod v3;

/// The schema version that is written.
pub(super) const CURRENT: u32 = 3;
