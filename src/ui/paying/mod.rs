//! How the initial course may be paid: the terms at the left, and what they come to beside the comparison.

mod fields;
mod table;

pub(super) use fields::{credit_ui, deposit_ui, terms_ui};
pub(super) use table::{is_shown, table_ui, tabs_ui};
