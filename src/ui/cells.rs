//! Cells of tables: a value at the right, with its range below it in smaller type.

use super::theme::{Palette, tokens};
use egui::{Align2, Color32, FontId, Rect, Ui, pos2};

/// The height of a row of one line, in points.
pub(super) const LOW: f32 = 25.0;
/// The height of a row with ranges, in points.
pub(super) const TALL: f32 = 35.0;

/// The value at the right, with its range below it in smaller type.
pub(super) fn paint(ui: &Ui, rect: Rect, value: &str, range: Option<&str>) {
    let palette = Palette::of(ui);
    let [small, body, ..] = tokens::SIZES;
    let center = rect.center().y;
    match range {
        None => paint_fitting(ui, rect, (center, Align2::RIGHT_CENTER), value, body, palette.text),
        Some(range) => {
            paint_fitting(ui, rect, (center + 1.0, Align2::RIGHT_BOTTOM), value, body, palette.text);
            paint_fitting(ui, rect, (center + 1.5, Align2::RIGHT_TOP), range, small - 0.5, palette.text_weak);
        }
    }
}

/// Text at the right of a cell, smaller where it would not fit: a figure must never lose a digit.
fn paint_fitting(ui: &Ui, rect: Rect, (y, align): (f32, Align2), text: &str, size: f32, color: Color32) {
    let room = rect.width() - 8.0;
    let layout = |size: f32| ui.painter().layout_no_wrap(text.to_owned(), FontId::proportional(size), color);
    let mut galley = layout(size);
    if galley.size().x > room {
        galley = layout((size * room / galley.size().x).max(7.0));
    }
    let at = align.anchor_size(pos2(rect.right() - 4.0, y), galley.size());
    ui.painter().galley(at.min, galley, color);
}
