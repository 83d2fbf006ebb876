//! The improvement of one option by itself, to be looked at and nothing else.

use super::plot::{base_plot, upward, years_ui};
use super::{Stretch, annotate, axes, decorate, paint};
use crate::document::Mark;
use crate::estimate::Estimate;
use crate::scene::{Baseline, Chart, Curve};
use crate::ui::theme::{Dash, Palette};
use crate::units::Day;
use crate::wording;
use egui::accesskit::Role;
use egui::{Painter, Stroke, Ui, WidgetInfo, vec2};
use egui_plot::{Line, PlotPoint, PlotPoints, PlotTransform, PlotUi};

/// The width of the labels of the axis in points.
const LABELS: f32 = 40.0;
/// The lowest value shown, as a share: there is room for the names of the years below nothing gained.
const FLOOR: f64 = -0.12;

/// A picture of one option.
pub(in crate::ui) struct Alone<'a> {
    /// By which the option is told.
    pub(in crate::ui) mark: Option<Mark>,
    /// In points.
    pub(in crate::ui) height: f32,
    /// As a screen reader says it.
    pub(in crate::ui) spoken: &'a str,
    /// How it was planned, by day; empty if that is the same.
    pub(in crate::ui) planned: Vec<(Day, f64)>,
    /// The day up to which it has happened; none where all of it is foreseen.
    pub(in crate::ui) today: Option<Day>,
    /// What was graded, by day, between which shares.
    pub(in crate::ui) graded: Vec<(Day, (f64, f64))>,
    /// The first day of which sessions are only foreseen; none where that is not told apart.
    pub(in crate::ui) foreseen_from: Option<Day>,
}

/// The improvement of the first option of an estimate, in all the width there is.
pub(in crate::ui) fn option_ui(ui: &mut Ui, estimate: &Estimate, alone: &Alone<'_>) {
    let Alone { mark, height, spoken, .. } = *alone;
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
        planned_ui(plot, alone, palette);
        scene.curves.iter().for_each(|curve| paint::curve_ui(plot, curve, front, palette));
    });
    let transform = shown.transform;
    annotate::beyond_ui(ui, &transform, &scene, front);
    let painter = ui.painter().with_clip_rect(*transform.frame());
    let marks =
        |curve: &Curve<'_>| decorate::session_marks(&painter, ui, &transform, curve, front, alone.foreseen_from);
    scene.curves.iter().for_each(marks);
    graded_ui(&painter, &transform, alone, palette);
    if let Some(today) = alone.today.filter(|today| *today > 0) {
        annotate::today_ui(ui, &transform, today);
    }
    years_ui(ui, &transform, estimate, stretch);
    shown.response.widget_info(|| WidgetInfo::labeled(Role::Image, true, spoken));
}

/// Pale, how it was planned.
fn planned_ui(plot: &mut PlotUi<'_>, alone: &Alone<'_>, palette: &Palette) {
    let points = alone.planned.iter().map(|(day, value)| PlotPoint::new(f64::from(*day), *value)).collect();
    let color = palette.option(alone.mark).color.gamma_multiply(0.4);
    let line = Line::new("", PlotPoints::Owned(points)).color(color).width(1.5).style(Dash::Short.line_style());
    plot.line(line.allow_hover(false));
}

/// What was graded: a point with what it may stand for.
fn graded_ui(painter: &Painter, transform: &PlotTransform, alone: &Alone<'_>, palette: &Palette) {
    for (day, (low, high)) in &alone.graded {
        let place =
            |share: f64| transform.position_from_point(&PlotPoint::new(f64::from(*day), share.clamp(FLOOR, 1.0)));
        let (from, to) = (place(*low), place(*high));
        painter.line_segment([from, to], Stroke::new(3.0, palette.text));
        painter.circle(from.lerp(to, 0.5), 4.0, palette.panel, Stroke::new(2.0, palette.text));
    }
}
