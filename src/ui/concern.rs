//! Which of the plan's concerns results are shown for.

use super::{View, kit};
use crate::catalog::ConcernId;
use crate::locale::tr;
use crate::wording;
use egui::Ui;

/// The most that the list box takes of a line, in points.
const WIDTH: f32 = 150.0;

/// A choice among the concerns of a plan that has several.
pub(super) fn seen_ui(ui: &mut Ui, view: &View<'_>, place: &str, seen: &mut Option<ConcernId>) {
    if view.draft.further.is_empty() {
        return;
    }
    let name = |id: &ConcernId| wording::concern_name(view.catalog, id).to_owned();
    let field = kit::Field::new(("seen concern", place), tr!("Results for"));
    let chosen = ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(WIDTH));
        kit::choice_box(ui, field, view.seen, view.draft.concerns().cloned(), name)
    });
    *seen = chosen.inner.or(seen.take());
}
