//! The improvement of one option by itself, to be looked at and nothing else.

use super::plot::{base_plot, upward, years_ui};
use super::{Stretch, annotate, axes, decorate, paint};
use crate::document::Mark;
use crate::estimate::Estimate;
use crate::scene::{Baseline, Chart, Curve};
use crate::ui::theme::Palette;
use crate::wording;
use egui::accesskit::Role;
use egui::{Ui, WidgetInfo, vec2};

/// The width of the labels of the axis in points.
const LABELS: f32 = 40.0;
/// The lowest value shown, as a share: there is room for the names of the years below nothing gained.
const FLOOR: f64 = -0.12;

/// The improvement of the first option of an estimate with a mark, in all the width there is, said as `spoken` to a screen
/// reader.
pub(in crate::ui) fn option_ui(ui: &mut Ui, estimate: &Estimate, mark: Option<Mark>, (height, spoken): (f32, &str)) {
    let mut estimate = estimate.clone();
    estimate.options[0].mark = mark;
    let estimate = &estimate;
    let Some(mut scene) = Chart::Improvement.of(estimate, Baseline::Nothing) else { return };
    scene.curves.truncate(1);
    let (palette, front) = (Palette::of(ui), estimate.options[0].id);
    let stretch = Stretch::whole(estimate.horizon_days);
    let plot = base_plot(ui, "one option", estimate, stretch, vec2(ui.available_width(), height))
        .allow_zoom(false)
        .allow_drag(false)
        .y_grid_spacer(|_| axes::steps(0.0, 1.0, 4.0))
        .custom_y_axes(upward(palette, LABELS, wording::share));
    let shown = plot.show(ui, |plot| {
        plot.set_plot_bounds_y(FLOOR..=1.0);
        plot.set_plot_bounds_x(stretch.from..=stretch.to);
        scene.curves.iter().for_each(|curve| paint::curve_ui(plot, curve, front, palette));
    });
    let transform = shown.transform;
    annotate::beyond_ui(ui, &transform, &scene, front);
    let painter = ui.painter().with_clip_rect(*transform.frame());
    let marks = |curve: &Curve<'_>| decorate::session_marks(&painter, ui, &transform, curve, front);
    scene.curves.iter().for_each(marks);
    years_ui(ui, &transform, estimate, stretch);
    shown.response.widget_info(|| WidgetInfo::labeled(Role::Image, true, spoken));
}
