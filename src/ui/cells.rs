//! Tables with a column for each option, and their cells: a value at the right, with its range below it in smaller type.

use super::theme::{Palette, tokens};
use crate::estimate::OptionEstimate;
use crate::wording;
use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{
    Align, Align2, Color32, FontFamily, FontId, Galley, Label, Layout, Rect, Response, Sense, Ui, WidgetInfo, pos2,
};
use egui_extras::{Column, TableBuilder, TableRow};
use std::sync::Arc;

/// The height of the names of options above their columns, in points.
pub(super) const HEAD: f32 = 29.0;
/// The height of a row of one line, in points.
pub(super) const LOW: f32 = 25.0;
/// The height of a row with ranges, in points.
pub(super) const TALL: f32 = 35.0;

/// A table of a first column of this width and as many others as wide as there is room for, up to a most; and that width.
pub(super) fn table<'a>(ui: &'a mut Ui, id: &str, first: f32, count: usize, most: f32) -> (TableBuilder<'a>, f32) {
    ui.spacing_mut().item_spacing.x = 3.0;
    #[expect(clippy::cast_precision_loss, reason = "at most seven options")]
    let width = ((ui.available_width() - first) / count as f32 - 3.0).clamp(48.0, most);
    let table = TableBuilder::new(ui)
        .id_salt(id)
        .striped(true)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::exact(first))
        .columns(Column::exact(width), count);
    (table, width)
}

/// The names of options above their columns.
pub(super) fn titles<'a>(header: &mut TableRow<'_, '_>, options: impl Iterator<Item = &'a OptionEstimate>) {
    header.col(|_| {});
    for option in options {
        header.col(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                title_ui(ui, option, Sense::HOVER);
            });
        });
    }
}

/// A cell that is read out as `spoken`.
pub(super) fn cell_ui(ui: &mut Ui, value: &str, below: Option<&str>, spoken: &str) {
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, spoken));
    paint(ui, rect, value, below);
    response.on_hover_text(spoken);
}

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

/// A text in one line, or in two of smaller type where it has no room in one.
pub(super) fn text_ui(ui: &mut Ui, text: &str, color: Color32, room: f32) {
    let galley = fitted(ui, text, (FontFamily::Proportional, color), room, Align::LEFT);
    ui.add(Label::new(galley).selectable(false));
}

/// A text in one line of a width, or in two of smaller type.
fn fitted(ui: &Ui, text: &str, (family, color): (FontFamily, Color32), width: f32, align: Align) -> Arc<Galley> {
    let [small, body, ..] = tokens::SIZES;
    let line = ui.painter().layout_no_wrap(text.to_owned(), FontId::new(body, family.clone()), color);
    if line.size().x <= width { line } else { two_lines(ui, text, (FontId::new(small, family), color), width, align) }
}

/// A text in at most two lines of a width.
pub(super) fn two_lines(
    ui: &Ui,
    text: &str,
    (font, color): (FontId, Color32),
    width: f32,
    align: Align,
) -> Arc<Galley> {
    let mut job = LayoutJob::simple(text.to_owned(), font, color, width);
    (job.wrap.max_rows, job.halign) = (2, align);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// The name of an option above its column.
pub(super) fn title_ui(ui: &mut Ui, option: &OptionEstimate, sense: Sense) -> Response {
    let family = FontFamily::Name(tokens::STRONG_FAMILY.into());
    let (title, room) = (wording::option_title(option), ui.available_width());
    let galley = fitted(ui, &title, (family, ui.visuals().text_color()), room, Align::RIGHT);
    ui.add(Label::new(galley).selectable(false).sense(sense))
}

/// A range at the right of a place of its own.
pub(super) fn paint_range(ui: &Ui, rect: Rect, range: &str) {
    let at = (rect.center().y + 0.5, Align2::RIGHT_CENTER);
    paint_fitting(ui, rect, at, range, tokens::SIZES[0], Palette::of(ui).text_weak);
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
