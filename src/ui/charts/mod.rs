//! The two linked charts: cumulative spend above, improvement below, one time axis and one cursor.

mod axes;
mod decorate;
mod improvement;
mod labels;
mod readout;
mod series;
mod spend;
mod stretch;
mod table;

pub use stretch::Stretch;

use super::theme::{Palette, strong, tokens};
use super::{Command, View, ViewState};
use crate::evaluation::Evaluation;
use crate::locale::tr;
use egui::{Align, Layout, Ui};
use egui_plot::{AxisHints, Plot, PlotTransform};

/// The charts with their read-out, in `height` points.
pub(super) fn charts_ui(ui: &mut Ui, view: &View<'_>, evaluation: &Evaluation, state: &mut ViewState, height: f32) {
    axes::keep_tops(ui, evaluation, state);
    let top = ui.cursor().top();
    readout::readout_ui(ui, view, evaluation, state);
    state.cursor = state.pinned;
    heading_ui(ui, evaluation, state);
    let used = |ui: &Ui| ui.cursor().top() - top;
    if state.chart_tables {
        table::table_ui(ui, evaluation, state, height - used(ui));
        return;
    }
    let left = height - used(ui) - HEADING - tokens::GAP;
    let has_projection = evaluation.estimate.do_nothing().projection.is_some();
    let shares = if has_projection { [0.42, 0.58] } else { [1.0, 0.0] };
    spend::spend_ui(ui, evaluation, state, (left * shares[0]).max(70.0));
    if has_projection {
        improvement::heading_ui(ui, state);
        improvement::improvement_ui(ui, evaluation, state, (left * shares[1]).max(90.0));
    }
}

/// The height of a heading between charts, in points.
const HEADING: f32 = 24.0;

/// What the upper chart shows, and how to see it otherwise.
fn heading_ui(ui: &mut Ui, evaluation: &Evaluation, state: &mut ViewState) {
    ui.horizontal(|ui| {
        let currency = evaluation.estimate.currency;
        ui.label(strong(if state.chart_tables {
            tr!("Cumulative spend and improvement, {currency}", currency)
        } else {
            tr!("Cumulative spend, {currency}", currency)
        }));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.toggle_value(&mut state.chart_tables, tr!("Table")).on_hover_text(Command::ChartTables.tooltip());
            if !state.chart_tables && state.stretch.is_some() && ui.button(tr!("Whole plan")).clicked() {
                state.stretch = None;
            }
        });
    });
}

/// The stretch of time shown.
fn shown_stretch(evaluation: &Evaluation, state: &ViewState) -> Stretch {
    state.stretch.unwrap_or(Stretch::whole(evaluation.estimate.horizon_days))
}

/// Takes over what the pointer did to the time axis: dragging moves it, the wheel with Ctrl zooms.
fn follow(transform: &PlotTransform, evaluation: &Evaluation, state: &mut ViewState) {
    let bounds = transform.bounds();
    let drawn = Stretch { from: bounds.min()[0], to: bounds.max()[0] };
    let before = shown_stretch(evaluation, state);
    if (drawn.from - before.from).abs() + (drawn.to - before.to).abs() > 0.01 {
        state.stretch = drawn.within(Stretch::whole(evaluation.estimate.horizon_days));
    }
}

/// Space to the right of a chart for the names at the ends of its lines, in points: more where there is more.
fn label_space(ui: &Ui) -> f32 {
    (ui.available_width() * 0.17).clamp(112.0, 230.0)
}

/// The upward axis: labels as close as they can be read, never faded for want of room.
fn upward<'a>(thickness: f32, formatter: impl Fn(f64) -> String + 'a) -> Vec<AxisHints<'a>> {
    let axis = AxisHints::new_y().formatter(move |mark, _| formatter(mark.value));
    vec![axis.label_spacing(6.0..=12.0).min_thickness(thickness.max(62.0))]
}

/// What both charts share: the time axis, no clutter, and zooming and panning in time only.
fn base_plot<'a>(ui: &Ui, id: &str, evaluation: &'a Evaluation, shown: Stretch, height: f32) -> Plot<'a> {
    let estimate = &evaluation.estimate;
    let time = AxisHints::new_x().formatter(move |mark, _| axes::time_label(estimate, mark.value));
    let time = time.label_spacing(16.0..=30.0);
    Plot::new(id.to_owned())
        .width((ui.available_width() - label_space(ui)).max(120.0))
        .height(height)
        .auto_bounds(false)
        .allow_zoom([true, false])
        .allow_drag([true, false])
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .show_crosshair(false)
        .grid_spacing(24.0..=220.0)
        .x_grid_spacer(move |_| axes::time_marks(estimate, shown))
        .custom_x_axes(vec![time])
        .label_formatter(|_| None)
        .grid_color(Palette::of(ui).line)
        .grid_fade(0.0)
        .cursor_color(egui::Color32::TRANSPARENT)
}
