//! Which of the plan's concerns results are shown for.

use super::{View, kit};
use crate::catalog::ConcernId;
use crate::locale::tr;
use crate::wording;
use egui::Ui;

/// A choice among the concerns of a plan that has several.
pub(super) fn seen_ui(ui: &mut Ui, view: &View<'_>, place: &str, seen: &mut Option<ConcernId>) {
    if view.draft.further.is_empty() {
        return;
    }
    let name = |id: &ConcernId| wording::concern_name(view.catalog, id).to_owned();
    let field = kit::Field::new(("seen concern", place), tr!("Results for"));
    if let Some(chosen) = kit::choice_box(ui, field, view.seen, view.draft.concerns().cloned(), name) {
        *seen = Some(chosen);
    }
}
