//! The two linked charts: improvement large above, cumulative spend below, one time axis and one cursor.

mod axes;
mod decorate;
mod labels;
mod paint;
mod plot;
mod readout;
mod stretch;
mod table;

pub use stretch::Stretch;

use super::theme::{Palette, strong};
use super::{Command, ViewState};
use crate::evaluation::Evaluation;
use crate::locale::{tr, trn};
use crate::scene::{Against, Chart, Scene};
use crate::units::Day;
use egui::{CursorIcon, Rangef, Sense, Stroke, Ui, vec2};

/// The share of the upper chart where nobody has moved the line between the two.
const USUAL: f32 = 0.7;
/// The least height of a chart, in points.
const LEAST: f32 = 70.0;
/// The height that the chart of results keeps as long as the other has its least, in points.
const RESULTS: f32 = 262.0;
/// The height of the line between the charts that can be dragged, in points.
const DIVIDER: f32 = 8.0;
/// The height of the days below the charts, in points.
const DAYS: f32 = 20.0;

/// The charts, filling the room there is.
pub(super) fn charts_ui(ui: &mut Ui, evaluation: &Evaluation, state: &mut ViewState) {
    axes::keep_tops(ui, evaluation, state);
    (state.cursor, state.cursor_at) = (state.pinned, None);
    heading_ui(ui, evaluation, state);
    let height = ui.available_height();
    if state.chart_tables {
        return table::table_ui(ui, evaluation, state, height);
    }
    let scenes = Chart::ALL.into_iter().rev().filter_map(|chart| chart.of(&evaluation.estimate, state.against));
    let scenes: Vec<Scene<'_>> = scenes.collect();
    ui.spacing_mut().item_spacing.y = 0.0;
    match &scenes[..] {
        [results, spend] if state.largest.is_none() => {
            let room = (height - DIVIDER - DAYS).max(2.0 * LEAST);
            let share = state.split.unwrap_or(USUAL) * room;
            let usual = if state.split.is_none() { share.max(RESULTS) } else { share };
            let upper = usual.clamp(LEAST, room - LEAST);
            paint::chart_ui(ui, results, evaluation, state, (upper, false));
            divider_ui(ui, state, room);
            paint::chart_ui(ui, spend, evaluation, state, (room - upper + DAYS, true));
        }
        scenes => {
            let one = scenes.iter().find(|scene| Some(scene.chart) == state.largest).or(scenes.first());
            if let Some(scene) = one {
                paint::chart_ui(ui, scene, evaluation, state, (height, true));
            }
        }
    }
    readout::readout_ui(ui, evaluation, state);
}

/// The line between the charts: dragging it gives one of them more room, a double click takes that back.
fn divider_ui(ui: &mut Ui, state: &mut ViewState, room: f32) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), DIVIDER), Sense::click_and_drag());
    let palette = Palette::of(ui);
    if response.dragged() {
        let share = state.split.unwrap_or(USUAL) + response.drag_delta().y / room;
        state.split = Some(share.clamp(0.2, 0.9));
    }
    if response.double_clicked() {
        state.split = None;
    }
    let is_held = response.hovered() || response.dragged();
    let stroke = if is_held { Stroke::new(2.0, palette.accent) } else { Stroke::new(1.0, palette.line) };
    let middle = Rangef::point(rect.center().x).expand(24.0);
    ui.painter().hline(middle, rect.center().y, stroke);
    response.on_hover_cursor(CursorIcon::ResizeVertical);
}

/// What the results are measured against, and which stretch of time is shown. Its height is always the same.
fn heading_ui(ui: &mut Ui, evaluation: &Evaluation, state: &mut ViewState) {
    ui.horizontal(|ui| {
        if evaluation.estimate.do_nothing().projection.is_some() {
            ui.label(strong(tr!("Improvement")));
            ui.selectable_value(&mut state.against, Against::Nothing, tr!("against doing nothing")).on_hover_text(tr!(
                "The gain over doing nothing on the same day, as a share of the severity there would be then"
            ));
            ui.selectable_value(&mut state.against, Against::Today, tr!("against today")).on_hover_text(tr!(
                "The change since the first day, as a share of starting severity: ageing counts too"
            ));
        } else {
            ui.label(strong(tr!("Cost only")));
        }
        let before = ui.cursor().left();
        spans_ui(ui, evaluation, state, before);
    });
}

/// Stretches of time from the first day, and the charts as a table.
fn spans_ui(ui: &mut Ui, evaluation: &Evaluation, state: &mut ViewState, before: f32) {
    let estimate = &evaluation.estimate;
    let whole = Stretch::whole(estimate.horizon_days);
    let to = |day: Day| Stretch { from: 0.0, to: f64::from(day) }.within(whole);
    let years = [1_usize, 2, 5].into_iter().filter(|year| *year < estimate.year_bounds.len() - 1);
    let spans = years.map(|year| (trn!(year as u64, "{year} y", "{year} y", year), to(estimate.year_bounds[year])));
    let spans: Vec<(String, Option<Stretch>)> = spans.chain([(tr!("All").to_owned(), None)]).collect();
    let width: f32 = spans.iter().map(|(name, _)| super::theme::text_width(ui, name) + 22.0).sum();
    let table = super::theme::text_width(ui, tr!("Table")) + 30.0;
    ui.add_space((ui.max_rect().right() - before - width - table - 8.0).max(0.0));
    if !state.chart_tables {
        for (name, span) in spans {
            if ui.selectable_label(state.stretch == span, &name).clicked() {
                state.stretch = span;
            }
        }
    }
    ui.toggle_value(&mut state.chart_tables, tr!("Table")).on_hover_text(Command::ChartTables.tooltip());
}
