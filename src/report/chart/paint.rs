//! A scene painted on paper.

use super::axis;
use super::plot::{Axis, Caption, Plot};
use super::series::{Series, crowded, marker_days};
use super::style::ChartStyle;
use super::svg::{Anchor, TextStyle};
use crate::locale::tr;
use crate::scene::{Chart, Curve, ROOM_FOR_BUDGET, Scale, Scene, Vertex};
use crate::units::{BudgetPeriod, Day, Spread};
use crate::wording;
use std::ops::Range;

pub(super) fn paint(scene: &Scene<'_>, style: &ChartStyle) -> String {
    let crowded = crowded(&scene.estimate.options);
    let of = style.concern.as_deref().filter(|_| scene.chart == Chart::Improvement);
    let title = wording::chart_title(scene.chart, style.alone);
    let title = &of.map_or_else(|| title.to_owned(), |concern| format!("{concern}: {title}"));
    let caption = Caption { title, note: wording::chart_note(scene.chart, crowded) };
    let mut plot = Plot::new(scene.estimate, style, &caption, &value_axis(scene, crowded));
    let spans = scene.beyond();
    shade(&mut plot, &spans);
    let series: Vec<Series> = scene.curves.iter().map(|curve| series(&plot, scene, curve, crowded)).collect();
    occasions(&mut plot, scene);
    let budget = budget(&mut plot, scene);
    plot.draw(&series);
    name_budget(&mut plot, scene, budget);
    name_shade(&mut plot, &spans);
    let is_money = matches!(scene.scale, Scale::Money(_));
    if is_money && scene.estimate.options.iter().all(|option| option.ledger.entries.is_empty()) {
        let set = plot.type_of(style.palette.faint, Anchor::Middle);
        let centre = (f64::midpoint(plot.left, plot.right), f64::midpoint(plot.top, plot.bottom));
        plot.svg.text(centre, tr!("Nothing to pay in any option"), set);
    }
    plot.svg.finish()
}

/// The values of an option at the end of the plan.
fn end(scene: &Scene<'_>, curve: &Curve<'_>) -> Spread<f64> {
    scene.on(curve.option, scene.estimate.horizon_days).unwrap_or_default()
}

fn value_axis(scene: &Scene<'_>, crowded: bool) -> Axis {
    let ends = scene.curves.iter().map(|curve| end(scene, curve));
    let (low, high, step) = match scene.scale {
        Scale::Money(currency) => {
            let spent = ends.map(|end| end.high).fold(0.0, f64::max);
            let high = highest(&scene.common_ceiling()).filter(|most| *most <= ROOM_FOR_BUDGET * spent);
            let high = high.unwrap_or_default().max(spent);
            let high = if high > 0.0 { high } else { 100.0 * libm::pow(10.0, f64::from(currency.decimals())) };
            (0.0, high * 1.02, axis::step(high, 5.0))
        }
        Scale::Share => {
            let corners = scene.curves.iter().flat_map(|curve| &curve.points).map(|point| point.value);
            let drawn = corners.map(|value| if crowded { Spread::of(value.typical) } else { value }).chain(ends);
            let low = drawn.map(|drawn| drawn.low).fold(0.0, f64::min);
            // The same whatever is drawn: a small gain is to look small.
            (low * 1.2, 1.0, 0.2)
        }
    };
    let ticks = axis::ticks(low, high, step);
    let labels = ticks.iter().map(|tick| wording::axis_value(*tick, scene.scale)).collect();
    Axis { low, high, ticks, labels }
}

fn series(plot: &Plot<'_>, scene: &Scene<'_>, curve: &Curve<'_>, crowded: bool) -> Series {
    let at = |(day, value): (Day, f64)| (plot.x(day), plot.y(value));
    let path = |points: Vec<(Day, f64)>| {
        let mut path: Vec<(f64, f64)> = points.into_iter().map(at).collect();
        path.dedup();
        path
    };
    let edge = |of: fn(&Vertex) -> f64| path(curve.points.iter().map(|point| (point.day, of(point))).collect());
    let mut series = Series::new(curve.option, end(scene, curve).map(|value| plot.y(value)).to_array());
    series.stretches = curve.stretches().into_iter().map(|(is_beyond, points)| (is_beyond, path(points))).collect();
    if !crowded && curve.has_band {
        series.edges = Some([edge(|point| point.value.high), edge(|point| point.value.low)]);
    }
    let days = marker_days(scene.estimate.horizon_days, curve.option.mark);
    let marked = days.into_iter().map(|day| (day, scene.on(curve.option, day).unwrap_or_default().typical));
    series.markers = marked.map(at).collect();
    series
}

/// The ground behind every day on which at least one option lies beyond the evidence.
fn shade(plot: &mut Plot<'_>, spans: &[(Day, Day)]) {
    for (from, to) in spans {
        let (left, right) = (plot.x(*from), plot.x(*to));
        plot.svg.veil((left, plot.top), (right - left, plot.bottom - plot.top), plot.style.palette.beyond);
    }
}

/// A line on each day that matters, with its name at its head.
fn occasions(plot: &mut Plot<'_>, scene: &Scene<'_>) {
    let (colour, size) = (plot.style.palette.faint, plot.style.text * 0.9);
    let mut taken: Vec<(Range<f64>, u32)> = Vec::new();
    for occasion in &scene.estimate.occasions {
        let x = plot.x(occasion.day);
        plot.svg.line((x, plot.top), (x, plot.bottom), colour, 0.6);
        let is_right = x > f64::midpoint(plot.left, plot.right);
        let (anchor, beside) = if is_right { (Anchor::End, -3.0) } else { (Anchor::Start, 3.0) };
        let set = TextStyle { size, colour, anchor, bold: false };
        let name = wording::occasion_name(&occasion.name);
        let width = rough_width(name, size);
        let across = if is_right { x + beside - width..x + beside } else { x + beside..x + beside + width };
        let meets = |row: u32| {
            taken.iter().any(|(other, at)| *at == row && other.start < across.end && across.start < other.end)
        };
        let mut row = 0;
        while meets(row) {
            row += 1;
        }
        plot.svg.text((x + beside, plot.top + size * (2.6 + 1.2 * f64::from(row))), name, set);
        taken.push((across, row));
    }
}

/// About how wide a text is: letters are about half as wide as they are high.
fn rough_width(text: &str, size: f64) -> f64 {
    size * 0.55 * f64::from(u32::try_from(text.chars().count()).unwrap_or_default())
}

/// The most that may be spent by the end.
fn highest(ceiling: &[(Day, f64)]) -> Option<f64> {
    ceiling.last().map(|(_, most)| *most)
}

/// The line up to which money may be spent, where it is the same for all options and in sight. Gives the height of its end.
fn budget(plot: &mut Plot<'_>, scene: &Scene<'_>) -> Option<f64> {
    let ceiling = scene.common_ceiling();
    let end = highest(&ceiling).map(|most| plot.y(most)).filter(|end| *end >= plot.top)?;
    let points: Vec<(f64, f64)> = ceiling.into_iter().map(|(day, most)| (plot.x(day), plot.y(most))).collect();
    plot.svg.dashes(&points, plot.style.palette.ink, 0.8);
    Some(end)
}

/// What that line is, at its beginning if it is level or at its end, above it or below: where no line of an option runs.
fn name_budget(plot: &mut Plot<'_>, scene: &Scene<'_>, end: Option<f64>) {
    let (Some(end), Some(budget)) = (end, scene.estimate.budget) else { return };
    let (name, size) = (wording::budget_line(budget, scene.estimate.currency), plot.style.text * 0.9);
    let width = rough_width(&name, size);
    let (left, right) = ((plot.left + 3.0, Anchor::Start), (plot.right - 3.0, Anchor::End));
    let (above, below) = (end - 3.0, end + size + 1.0);
    let places = match budget.period {
        BudgetPeriod::Plan => vec![(left, above), (right, above), (left, below), (right, below)],
        BudgetPeriod::Year | BudgetPeriod::Month => vec![(right, above), (right, below)],
    };
    let box_of = |((x, anchor), base): ((f64, Anchor), f64)| {
        let from = if anchor == Anchor::Start { x } else { x - width };
        ((from, from + width), (base - size, base + 1.0))
    };
    let place = scene.free_place(&places, |place| {
        let ((from, to), (top, bottom)) = box_of(place);
        ((plot.day(from), plot.day(to)), (plot.value(bottom), plot.value(top)))
    });
    let Some(place @ ((x, anchor), base)) = place else { return };
    let ((from, to), (top, bottom)) = box_of(place);
    plot.svg.ground((from, top), (to - from, bottom - top), plot.style.palette.ground);
    let set = TextStyle { size, ..plot.type_of(plot.style.palette.ink, anchor) };
    plot.svg.text((x, base), &name, set);
}

/// The name of that ground, on top of the lines, in its widest stretch.
fn name_shade(plot: &mut Plot<'_>, spans: &[(Day, Day)]) {
    let Some((from, to)) = spans.iter().max_by_key(|(from, to)| to - from) else { return };
    let (palette, size) = (&plot.style.palette, plot.style.text * 0.9);
    let centre = (f64::midpoint(plot.x(*from), plot.x(*to)), plot.top + size * 1.2);
    let set = TextStyle { size, colour: palette.faint, anchor: Anchor::Middle, bold: false };
    let room = plot.x(*to) - plot.x(*from) > size * 17.0;
    plot.svg.text(centre, if room { tr!("fine dashes: beyond the evidence") } else { tr!("beyond") }, set);
}
