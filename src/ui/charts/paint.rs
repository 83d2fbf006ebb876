//! A scene painted in the window.

use super::plot::{base_plot, follow, shown_stretch, upward, years_ui};
use super::{annotate, axes, before, decorate, labels, occasions, stop, time_off};
use crate::document::OptionId;
use crate::scene::{Curve, Scale, Scene, Vertex};
use crate::ui::theme::Palette;
use crate::ui::{Action, View, ViewState};
use crate::units::Spread;
use crate::wording;
use egui::{Rect, Ui, UiBuilder};
use egui_plot::{FilledArea, HLine, Line, LineStyle, PlotPoint, PlotPoints, PlotTransform, PlotUi};

/// A chart in a place, which may be the first and the last one: the first has the names of days that matter in it, and the last those
/// of the years.
pub(super) fn chart_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &View<'_>,
    (state, actions): (&mut ViewState, &mut Vec<Action>),
    (place, [is_first, is_last]): (Rect, [bool; 2]),
) -> PlotTransform {
    let palette = Palette::of(ui);
    let axis = axes::ValueAxis::of(scene, state, place.height(), is_last);
    let (scale, money_top) = (axis.scale, state.money_top);
    let label = move |value| match scale {
        Scale::Money(currency) => axes::money_label(value, money_top, currency),
        Scale::Share => wording::share(value),
    };
    let thickness = axes::thickness(ui, state, scene.estimate.currency);
    let stretch = shown_stretch(scene.estimate, state);
    // Beside the plot, on a ground of their own: no line runs on below them.
    let ends = place.with_min_x(place.right() - labels::width(view.draft.options.len(), state, place.width()));
    let place = place.with_max_x(ends.left());
    let (floor, top, count) = (axis.floor, axis.top, axis.count);
    let plot = base_plot(ui, scene.chart.id(), scene.estimate, stretch, place.size())
        .y_grid_spacer(move |_| axes::steps(floor, top, count))
        .custom_y_axes(upward(palette, thickness, label));
    let drawn = &*state;
    let shown = ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        plot.show(ui, |plot| {
            plot.set_plot_bounds_y(axis.shown.clone());
            plot.set_plot_bounds_x(stretch.from..=stretch.to);
            if let Some(target) = scene.target {
                let line = HLine::new("", target).color(palette.accent).width(1.5);
                plot.hline(line.style(LineStyle::Dashed { length: 6.0 }).allow_hover(false));
            }
            let (front, others): (Vec<_>, Vec<_>) =
                scene.curves.iter().partition(|curve| drawn.stands_out(curve.option.id));
            ceiling_ui(plot, scene, drawn, palette);
            before::line_ui(plot, scene, drawn, palette);
            // What stands out is drawn over all else.
            for curve in others.into_iter().chain(front) {
                curve_ui(plot, curve, drawn.front(), palette);
            }
        })
    });
    let (ui, shown) = (&*ui, shown.inner);
    let transform = shown.transform;
    occasions::lines_ui(ui, &transform, scene);
    annotate::beyond_ui(ui, &transform, scene, state.front());
    labels::ends_ui(ui, &transform, scene, (state, stretch), ends);
    follow(&transform, stretch, scene.estimate, state);
    decorate::finish(ui, &shown, scene, view, (state, actions));
    // Below the last chart stand the years.
    if let Some(evaluation) = view.evaluation.filter(|_| !is_last) {
        time_off::time_off_ui(ui, &transform, &evaluation.plan);
    }
    if is_first {
        occasions::names_ui(ui, &transform, scene);
    }
    stop::stop_ui(ui, &transform, scene, view, (state, is_last));
    if scene.scale == Scale::Share {
        before::change_ui(ui, *transform.frame(), scene, state);
    }
    if is_last {
        years_ui(ui, &transform, scene.estimate, stretch);
    }
    annotate::target_ui(ui, &transform, scene);
    annotate::budget_ui(ui, &transform, scene, state.front());
    transform
}

/// How far money may be spent on the option that stands out.
fn ceiling_ui(plot: &mut PlotUi<'_>, scene: &Scene<'_>, state: &ViewState, palette: &Palette) {
    let front = scene.curves.iter().find(|curve| state.stands_out(curve.option.id));
    let corners = front.map(|curve| scene.ceiling(curve.option)).unwrap_or_default();
    let points = corners.into_iter().map(|(day, most)| PlotPoint::new(f64::from(day), most)).collect();
    let line = Line::new("", PlotPoints::Owned(points)).color(palette.accent).width(1.5);
    plot.line(line.style(LineStyle::Dashed { length: 6.0 }).allow_hover(false));
}

/// A line, and the range of the one that stands out: ranges over each other could not be told apart.
pub(super) fn curve_ui(plot: &mut PlotUi<'_>, curve: &Curve<'_>, front: Option<OptionId>, palette: &Palette) {
    let style = palette.option(curve.option.mark);
    let stands_out = curve.option.id == front;
    if curve.has_band && stands_out {
        let days: Vec<f64> = curve.points.iter().map(|point| f64::from(point.day)).collect();
        let mut area = |of: fn(&Vertex) -> Spread<f64>, strength: f32| {
            let ends = curve.points.iter().map(|point| (of(point).low, of(point).high));
            let (low, high): (Vec<f64>, Vec<f64>) = ends.unzip();
            let area = FilledArea::new("", &days, &low, &high).fill_color(style.color.gamma_multiply(strength));
            plot.add(area.allow_hover(false));
        };
        // What one person may get, and within it what the average of a clinic may come to.
        area(|point| point.people.unwrap_or(point.value), 0.10);
        area(|point| point.value, 0.16);
    }
    let width = style.width_for(stands_out);
    for (is_beyond, points) in curve.stretches() {
        // Beyond the evidence a line is thin, pale and dashed, whatever its own dash.
        let (color, width, dash) = if is_beyond {
            (style.color.gamma_multiply(0.75), width * 0.6, LineStyle::Dashed { length: 4.0 })
        } else {
            (style.color, width, style.stroked.line_style())
        };
        let points = points.into_iter().map(|(day, value)| PlotPoint::new(f64::from(day), value)).collect();
        plot.line(Line::new("", PlotPoints::Owned(points)).color(color).width(width).style(dash).allow_hover(false));
    }
}
