//! The wire format: one module per schema version, kept for ever, each of which becomes the next; and the parts that
//! several versions share.

/// A structure of a later version made of an earlier one: the fields that both have, and what is new.
macro_rules! carried {
    ($from:ident: $($field:ident),+; $($new:ident: $value:expr),* $(,)?) => {
        Self { $($field: $from.$field,)+ $($new: $value,)* }
    };
}

mod answer;
pub(super) mod bounded;
mod client;
mod frozen;
mod line;
mod paying;
mod presentation;
mod pricing;
pub(super) mod quantity;
pub(super) mod stored;
pub(super) mod v1;
pub(super) mod v2;
pub(super) mod v3;
pub(super) mod v4;

/// The schema version that is written.
pub(super) const CURRENT: u32 = 4;
