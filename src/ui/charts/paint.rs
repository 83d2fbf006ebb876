//! A scene painted in the window.

use super::plot::{base_plot, follow, shown_stretch, upward};
use super::{axes, decorate};
use crate::estimate::OptionEstimate;
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::scene::{Curve, Scale, Scene, beyond_evidence};
use crate::ui::ViewState;
use crate::ui::theme::{Palette, tokens};
use crate::wording;
use egui::{Align2, FontId, Rect, Stroke, Ui, pos2, vec2};
use egui_plot::{FilledArea, HLine, Line, LineStyle, PlotPoint, PlotPoints, PlotTransform, PlotUi};

pub(super) fn chart_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    evaluation: &Evaluation,
    state: &mut ViewState,
    (height, is_last): (f32, bool),
) {
    let palette = Palette::of(ui);
    let axis = axes::Upward::of(scene, state, height);
    let currency = scene.estimate.currency;
    let label = move |value| match axis.scale {
        Scale::Money(currency) => axes::money_label(value, currency),
        Scale::Share => wording::share(value),
    };
    let thickness = axes::thickness(ui, state, currency);
    let stretch = shown_stretch(evaluation, state);
    let plot = base_plot(ui, scene.chart.id(), evaluation, stretch, height)
        .y_grid_spacer(move |_| axes::steps(axis.floor, axis.top, axis.count))
        .custom_y_axes(upward(thickness, label));
    // The lower chart has the days below it.
    let plot = plot.show_axes([is_last, true]);
    let drawn = &*state;
    let front = scene.curves.iter().find(|curve| drawn.stands_out(curve.option.mark));
    let front = front.filter(|curve| curve.projection.is_some()).map(|curve| curve.option);
    let shown = plot.show(ui, |plot| {
        plot.set_plot_bounds_y(axis.shown.clone());
        plot.set_plot_bounds_x(stretch.from..=stretch.to);
        if let Some(target) = scene.target {
            let line = HLine::new("", target).color(palette.accent).width(1.5);
            plot.hline(line.style(LineStyle::Dashed { length: 6.0 }).allow_hover(false));
        }
        for curve in &scene.curves {
            curve_ui(plot, curve, drawn, palette);
        }
    });
    hatch(ui, &shown.transform, scene, front);
    if let Some(option) = front {
        annotate(ui, &shown.transform, option);
    }
    follow(&shown.transform, evaluation, state);
    decorate::finish(ui, &shown, scene, state);
    if let Some(target) = scene.target {
        target_ui(ui, &shown.transform, target);
    }
}

fn curve_ui(plot: &mut PlotUi<'_>, curve: &Curve<'_>, state: &ViewState, palette: &Palette) {
    let style = palette.option(curve.option.mark);
    let stands_out = state.stands_out(curve.option.mark);
    // The others have their range as a bar at the end: six bands over each other would be mud.
    if curve.has_band && stands_out {
        let column = |of: fn(&crate::scene::Vertex) -> f64| curve.points.iter().map(of).collect::<Vec<f64>>();
        let days = column(|point| f64::from(point.day));
        let (low, high) = (column(|point| point.value.low), column(|point| point.value.high));
        let area = FilledArea::new("", &days, &low, &high).fill_color(style.color.gamma_multiply(0.20));
        plot.add(area.allow_hover(false));
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

/// Hatches what studies have not followed: for the option that stands out, else for whichever lies beyond first.
fn hatch(ui: &Ui, transform: &PlotTransform, scene: &Scene<'_>, front: Option<&OptionEstimate>) {
    let stroke = Stroke::new(1.0, Palette::of(ui).grid);
    let spans = match front {
        Some(option) => beyond_evidence(option).collect(),
        None => scene.beyond(),
    };
    let chart = *transform.frame();
    let x = |day: i32| transform.position_from_point_x(f64::from(day));
    for (from, to) in spans {
        let space = Rect::from_x_y_ranges(x(from)..=x(to), chart.y_range()).intersect(chart);
        let painter = ui.painter().with_clip_rect(space);
        let lines = std::iter::successors(Some(space.left() - space.height()), |x| Some(x + HATCH));
        for left in lines.take_while(|x| *x < space.right()) {
            painter.line_segment([pos2(left, space.bottom()), pos2(left + space.height(), space.top())], stroke);
        }
    }
}

/// The distance of hatches, in points.
const HATCH: f32 = 10.0;

/// Names of the phases and of the ground beyond the evidence.
fn annotate(ui: &Ui, transform: &PlotTransform, option: &OptionEstimate) {
    let palette = Palette::of(ui);
    let chart = *transform.frame();
    let painter = ui.painter().with_clip_rect(chart);
    let font = FontId::proportional(tokens::SIZES[0]);
    let x = |day: i32| transform.position_from_point_x(f64::from(day));
    let named = option.phases.iter().map(|phase| (phase.from, phase.to, wording::text(&phase.name)));
    let beyond = option.projection.iter().flat_map(|projection| &projection.beyond_evidence);
    let beyond = beyond.map(|(from, to)| (*from, *to, tr!("not studied beyond here")));
    for (from, to, name) in named.chain(beyond) {
        let space = Rect::from_x_y_ranges(x(from)..=x(to), chart.y_range()).intersect(chart);
        let galley = painter.layout_no_wrap(name.to_owned(), font.clone(), palette.text_weak);
        painter.vline(x(from), chart.y_range(), Stroke::new(1.0, palette.grid));
        if galley.size().x + 8.0 < space.width() {
            let at = pos2(space.center().x, chart.top() + 3.0);
            painter.galley(Align2::CENTER_TOP.anchor_size(at, galley.size()).min, galley, palette.text_weak);
        }
    }
}

/// The name of the target above its line, on a ground of its own in front of everything else.
fn target_ui(ui: &Ui, transform: &PlotTransform, target: f64) {
    let palette = Palette::of(ui);
    let chart = *transform.frame();
    let painter = ui.painter().with_clip_rect(chart);
    let text = tr!("target {share}", share = wording::share(target));
    let galley = painter.layout_no_wrap(text, FontId::proportional(tokens::SIZES[0]), palette.accent);
    let at = pos2(chart.right() - 5.0, transform.position_from_point_y(target) - 3.0);
    let rect = Align2::RIGHT_BOTTOM.anchor_size(at, galley.size());
    painter.rect_filled(rect.expand2(vec2(3.0, 0.0)), 3.0, palette.card.gamma_multiply(0.9));
    painter.galley(rect.min, galley, palette.accent);
}
