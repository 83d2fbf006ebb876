//! The two linked charts: cumulative spend above, improvement below, one time axis and one cursor.

mod axes;
mod decorate;
mod improvement;
mod labels;
mod readout;
mod series;
mod spend;

use super::theme::{Palette, strong, tokens};
use super::{View, ViewState};
use crate::evaluation::Evaluation;
use egui::{Id, Ui};
use egui_plot::{AxisHints, Plot};

/// The charts with their read-out, in `height` points.
pub(super) fn charts_ui(ui: &mut Ui, view: &View<'_>, evaluation: &Evaluation, state: &mut ViewState, height: f32) {
    axes::keep_tops(ui, evaluation, state);
    let top = ui.cursor().top();
    readout::readout_ui(ui, view, evaluation, state);
    let left = height - (ui.cursor().top() - top) - 2.0 * 22.0 - tokens::GAP;
    let has_projection = evaluation.estimate.do_nothing().projection.is_some();
    let shares = if has_projection { [0.42, 0.58] } else { [1.0, 0.0] };
    state.cursor = state.pinned;
    ui.label(strong(format!("Cumulative spend, {}", evaluation.estimate.currency)));
    spend::spend_ui(ui, evaluation, state, (left * shares[0]).max(70.0));
    if has_projection {
        improvement::heading_ui(ui, state);
        improvement::improvement_ui(ui, evaluation, state, (left * shares[1]).max(90.0));
    }
    state.reset_charts = false;
}

/// Space to the right of a chart for the names at the ends of its lines, in points: more where there is more.
fn label_space(ui: &Ui) -> f32 {
    (ui.available_width() * 0.17).clamp(112.0, 230.0)
}

/// The upward axis: labels as close as they can be read, never faded for want of room.
fn upward<'a>(formatter: impl Fn(f64) -> String + 'a) -> Vec<AxisHints<'a>> {
    let axis = AxisHints::new_y().formatter(move |mark, _| formatter(mark.value));
    vec![axis.label_spacing(6.0..=12.0).min_thickness(62.0)]
}

/// What both charts share: the time axis, no clutter, and zooming and panning in time only.
fn base_plot<'a>(ui: &Ui, id: &str, evaluation: &'a Evaluation, height: f32) -> Plot<'a> {
    let estimate = &evaluation.estimate;
    let end = f64::from(estimate.horizon_days);
    let years = AxisHints::new_x().formatter(move |mark, _| axes::year_label(estimate, mark.value));
    let years = years.label_spacing(16.0..=30.0);
    Plot::new(id.to_owned())
        .width((ui.available_width() - label_space(ui)).max(120.0))
        .height(height)
        .default_x_bounds(0.0, end)
        .auto_bounds(false)
        .allow_zoom([true, false])
        .allow_drag([true, false])
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .show_crosshair(false)
        .link_axis(Id::unique("time"), [true, false])
        .grid_spacing(24.0..=220.0)
        .x_grid_spacer(move |_| axes::years(estimate))
        .custom_x_axes(vec![years])
        .label_formatter(|_| None)
        .grid_color(Palette::of(ui).line)
        .grid_fade(0.0)
        .cursor_color(egui::Color32::TRANSPARENT)
}
