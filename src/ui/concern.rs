//! Which of the plan's concerns results are shown for.

use super::{View, kit};
use crate::catalog::ConcernId;
use crate::locale::tr;
use crate::wording;
use egui::Ui;

/// The most that the list box takes of a line that it shares with others, in points.
pub(super) const NARROW: f32 = 150.0;
/// The most that it takes of one of its own.
pub(super) const WIDE: f32 = 320.0;

/// A choice among the concerns of a plan that has several; nothing for a plan with one. No other one may be in the same place.
pub(super) fn seen_ui(ui: &mut Ui, view: &View<'_>, (place, width): (&str, f32), seen: &mut Option<ConcernId>) {
    if view.draft.further.is_empty() {
        return;
    }
    let name = |id: &ConcernId| wording::concern_name(view.catalog, id).to_owned();
    let field = kit::Field::new(("seen concern", place), tr!("Results for"));
    let chosen = ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(width));
        kit::choice_box(ui, field, view.seen, view.draft.concerns().cloned(), name)
    });
    *seen = chosen.inner.or(seen.take());
}
