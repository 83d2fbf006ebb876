//! The wire format: one module per schema version, kept for ever, each of which becomes the next; and the parts that
//! several versions share.

mod answer;
pub(super) mod bounded;
mod client;
mod frozen;
mod line;
mod paying;
mod presentation;
mod pricing;
pub(super) mod quantity;
pub(super) mod v1;
pub(super) mod v2;
pub(super) mod v3;
pub(super) mod v4;

/// The schema version that is written.
pub(super) const CURRENT: u32 = 4;
