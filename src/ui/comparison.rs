//! The comparison: a column for each option, a row for each measure.

use super::theme::{Palette, strong, tokens};
use super::{Explained, InspectorTab, Pane, ViewState};
use crate::compare::{Row, Value};
use crate::evaluation::Evaluation;
use crate::wording;
use egui::accesskit::Role;
use egui::{
    Align, Align2, Color32, ComboBox, FontId, Layout, Rect, RichText, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
};
use egui_extras::{Column, TableBuilder};

/// The table with its heading.
pub(super) fn comparison_ui(ui: &mut Ui, evaluation: &Evaluation, state: &mut ViewState) {
    heading_ui(ui, evaluation, state);
    let count = evaluation.estimate.options.len();
    let first = (ui.available_width() * 0.2).clamp(118.0, 230.0);
    ui.spacing_mut().item_spacing.x = 3.0;
    #[expect(clippy::cast_precision_loss, reason = "at most seven options")]
    let width = ((ui.available_width() - first) / count as f32 - ui.spacing().item_spacing.x).max(48.0);
    // With many options a cell has no room for ranges; they are one click away.
    let ranges = width > 84.0;
    let height = ui.available_height();
    let table = TableBuilder::new(ui)
        .id_salt("comparison")
        .striped(true)
        .auto_shrink([false, false])
        .min_scrolled_height(60.0)
        .max_scroll_height(height)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::exact(first))
        .columns(Column::exact(width), count);
    let table = table.header(24.0, |mut header| {
        header.col(|_| {});
        for option in &evaluation.estimate.options {
            header.col(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.add_space(2.0);
                    let title = wording::option_title(option);
                    ui.add(egui::Label::new(strong(title)).truncate());
                });
            });
        }
    });
    table.body(|mut body| {
        for row in &evaluation.comparison.rows {
            let tall =
                ranges && row.values.iter().any(|value| wording::value_range(*value, &evaluation.estimate).is_some());
            body.row(if tall { 35.0 } else { 25.0 }, |mut cells| {
                cells.col(|ui| {
                    let name = wording::measure_name(row.measure);
                    ui.add(egui::Label::new(name).wrap()).on_hover_text(wording::formula(row.measure));
                });
                for at in 0..row.values.len() {
                    cells.col(|ui| cell_ui(ui, evaluation, row, at, ranges, state));
                }
            });
        }
    });
}

fn heading_ui(ui: &mut Ui, evaluation: &Evaluation, state: &mut ViewState) {
    ui.horizontal(|ui| {
        ui.label(strong("Comparison"));
        ui.checkbox(&mut state.differences, "differences to");
        let options = &evaluation.estimate.options;
        if evaluation.position(state.baseline).is_none() {
            state.baseline = None;
        }
        let title = evaluation.option(state.baseline).map(wording::option_title).unwrap_or_default();
        let baseline = title.clone();
        let combo = ComboBox::from_id_salt("baseline").selected_text(title).width(170.0).truncate();
        let shown = combo.show_ui(ui, |ui| {
            for option in options {
                ui.selectable_value(&mut state.baseline, option.mark, wording::option_title(option));
            }
        });
        shown.response.accessible_name(format!("Baseline of the differences: {baseline}"));
        let hint = RichText::new("select a figure to see how it comes about").size(tokens::SIZES[0]);
        ui.add(egui::Label::new(hint.color(Palette::of(ui).text_weak)).truncate());
    });
}

fn cell_ui(ui: &mut Ui, evaluation: &Evaluation, row: &Row, at: usize, ranges: bool, state: &mut ViewState) {
    let option = &evaluation.estimate.options[at];
    let explained = Explained { measure: row.measure, mark: option.mark };
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click());
    let full = wording::value(row.values[at], &evaluation.estimate);
    let shown = shown_value(evaluation, row, at, state);
    let difference = difference(evaluation, row, at, state);
    let compared =
        difference.as_ref().map(|difference| format!("{difference} against the baseline, ")).unwrap_or_default();
    let spoken = format!("{}, {}: {compared}{full}", wording::measure_name(row.measure), wording::option_title(option));
    let is_explained = state.explained == Some(explained);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_explained, &spoken));
    if response.hovered() {
        state.hover(option.mark);
    }
    if response.clicked() {
        state.explained = Some(explained);
        state.selected = option.mark;
        state.tab = InspectorTab::Evidence;
        state.pane = Pane::Details;
    }
    let palette = Palette::of(ui);
    let fill = match () {
        () if response.hovered() || is_explained => palette.selected,
        () if state.stands_out(option.mark) => palette.selected.gamma_multiply(0.5),
        () => Color32::TRANSPARENT,
    };
    let edge = if response.has_focus() || is_explained { palette.accent } else { Color32::TRANSPARENT };
    ui.painter().rect(rect, tokens::RADIUS, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    // A range belongs to a value, not to a difference.
    let range = wording::value_range(row.values[at], &evaluation.estimate).filter(|_| ranges && difference.is_none());
    paint_cell(ui, rect, &shown, range.as_deref());
    response.on_hover_text(spoken);
}

/// The value at the right, with its range below it in smaller type.
fn paint_cell(ui: &Ui, rect: Rect, value: &str, range: Option<&str>) {
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

/// The value, or its difference to the baseline where that says something.
fn shown_value(evaluation: &Evaluation, row: &Row, at: usize, state: &ViewState) -> String {
    let estimate = &evaluation.estimate;
    match (difference(evaluation, row, at, state), row.values[at]) {
        (Some(difference), _) => difference,
        (None, Value::Dominated(Some(other))) => format!("as {}", wording::option_title(&estimate.options[other])),
        (None, value) => wording::value_typical(value, estimate),
    }
}

/// The difference of typical values to the baseline, if differences are shown and this is not the baseline.
fn difference(evaluation: &Evaluation, row: &Row, at: usize, state: &ViewState) -> Option<String> {
    let baseline = evaluation.position(state.baseline).filter(|baseline| state.differences && *baseline != at)?;
    wording::value_difference(&row.values[at], &row.values[baseline], evaluation.estimate.currency)
}
