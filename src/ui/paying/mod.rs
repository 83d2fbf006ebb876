//! How the initial course may be paid: the terms at the left, and what they come to beside the comparison.

mod table;
mod terms;

pub(super) use table::{is_shown, table_ui, tabs_ui};
pub(super) use terms::terms_ui;
