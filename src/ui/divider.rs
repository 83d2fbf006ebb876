//! A line between two parts of the window that can be dragged.

use super::theme::Palette;
use egui::{CursorIcon, Id, Rect, Sense, Stroke, Ui};

/// The width of a divider in points.
pub(super) const WIDTH: f32 = 8.0;

/// Shows it in a place; how far it has been dragged in this frame along the shorter side of the place, and whether it was
/// double-clicked, which puts it where it usually is.
pub(super) fn divider(ui: &Ui, name: &str, place: Rect) -> (f32, bool) {
    // Not a stop of the Tab key: the sizes are a matter of the pointer.
    let response = ui.interact(place, Id::unique(("divider", name)), Sense::CLICK | Sense::DRAG);
    let is_upright = place.height() > place.width();
    let cursor = if is_upright { CursorIcon::ResizeHorizontal } else { CursorIcon::ResizeVertical };
    let palette = Palette::of(ui);
    let color = if response.hovered() || response.dragged() { palette.accent } else { palette.line };
    let (stroke, middle) = (Stroke::new(1.0, color), place.center());
    if is_upright {
        ui.painter().vline(middle.x, place.y_range(), stroke);
    } else {
        ui.painter().hline(place.x_range(), middle.y, stroke);
    }
    let dragged = response.drag_delta();
    let double = response.double_clicked();
    response.on_hover_and_drag_cursor(cursor);
    (if is_upright { dragged.x } else { dragged.y }, double)
}
