//! What all charts of the window share: one stretch of time, its axis, and no clutter.

use super::axes;
use super::stretch::Stretch;
use crate::evaluation::Evaluation;
use crate::ui::ViewState;
use crate::ui::theme::Palette;
use egui::Ui;
use egui_plot::{AxisHints, Plot, PlotTransform};

/// The stretch of time shown.
pub(super) fn shown_stretch(evaluation: &Evaluation, state: &ViewState) -> Stretch {
    state.stretch.unwrap_or(Stretch::whole(evaluation.estimate.horizon_days))
}

/// Takes over what the pointer did to the time axis: dragging moves it, the wheel with Ctrl zooms.
pub(super) fn follow(transform: &PlotTransform, evaluation: &Evaluation, state: &mut ViewState) {
    let bounds = transform.bounds();
    let drawn = Stretch { from: bounds.min()[0], to: bounds.max()[0] };
    let before = shown_stretch(evaluation, state);
    if (drawn.from - before.from).abs() + (drawn.to - before.to).abs() > 0.01 {
        state.stretch = drawn.within(Stretch::whole(evaluation.estimate.horizon_days));
    }
}

/// The distance of two bars at the ends of lines, in points.
pub(super) const BARS: f32 = 6.0;

/// Space to the right of a chart for the ranges and letters at the ends of its lines, in points; names stand in the table of
/// options.
#[expect(clippy::cast_precision_loss, reason = "at most seven options")]
pub(super) fn end_space(evaluation: &Evaluation) -> f32 {
    evaluation.estimate.options.len() as f32 * BARS + 34.0
}

/// The upward axis: labels as close as they can be read, never faded for want of room.
pub(super) fn upward<'a>(thickness: f32, formatter: impl Fn(f64) -> String + 'a) -> Vec<AxisHints<'a>> {
    let axis = AxisHints::new_y().formatter(move |mark, _| formatter(mark.value));
    vec![axis.label_spacing(6.0..=12.0).min_thickness(thickness.max(44.0))]
}

/// What both charts share: the time axis, no clutter, and zooming and panning in time only.
pub(super) fn base_plot<'a>(ui: &Ui, id: &str, evaluation: &'a Evaluation, shown: Stretch, height: f32) -> Plot<'a> {
    let estimate = &evaluation.estimate;
    let time = AxisHints::new_x().formatter(move |mark, _| axes::time_label(estimate, mark.value));
    let time = time.label_spacing(16.0..=30.0);
    Plot::new(id.to_owned())
        .width((ui.available_width() - end_space(evaluation)).max(120.0))
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
