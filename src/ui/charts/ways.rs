//! What is paid in each of some ways, small and to be looked at only.

use super::plot::{base_plot, upward, years_ui};
use super::{Stretch, axes};
use crate::estimate::Estimate;
use crate::evaluation::Way;
use crate::locale::tr;
use crate::ui::theme::{Dash, OptionStyle, Palette};
use crate::units::{Day, Money};
use egui::accesskit::Role;
use egui::{Ui, WidgetInfo, vec2};
use egui_plot::{Line, PlotPoint, PlotPoints};

/// The height of the chart in points.
const HEIGHT: f32 = 130.0;
/// The width of the labels of the axis in points.
const LABELS: f32 = 44.0;
/// How much is shown behind the last day on which the ways differ, as a share of what is before it.
const BEHIND: f64 = 0.15;
/// The fewest days shown.
const LEAST: f64 = 90.0;

/// How the lines of ways that are not chosen are broken.
const DASHES: [Dash; 4] = [Dash::Short, Dash::Dots, Dash::Long, Dash::Sparse];

/// The line of a way, which is the option's own where it is the one that is planned.
pub(in crate::ui) fn style(palette: &Palette, chosen: OptionStyle, way: &Way, at: usize) -> OptionStyle {
    if way.is_chosen {
        return chosen;
    }
    // None is broken as the one that is planned.
    let mut others = DASHES.into_iter().filter(|dash| *dash != chosen.stroked).cycle();
    let stroked = others.nth(at).unwrap_or(Dash::Short);
    OptionStyle { color: palette.text_weak, stroked, width: 1.5, ..chosen }
}

/// The typical money paid in each way up to each day, as far as they differ.
pub(in crate::ui) fn ways_ui(ui: &mut Ui, estimate: &Estimate, ways: &[(&Way, OptionStyle)]) {
    let palette = Palette::of(ui);
    let horizon = f64::from(estimate.horizon_days);
    let last = f64::from(last_difference(ways));
    let stretch = Stretch { from: 0.0, to: (last * (1.0 + BEHIND)).max(LEAST).min(horizon) };
    let most = ways.iter().map(|(way, _)| way.spent_by(stretch.to)).max().unwrap_or_default();
    let (top, currency) = (most.approximate().max(1.0) * 1.08, estimate.currency);
    let sold = ways.first().and_then(|(way, _)| way.kind.sold());
    let id = match sold {
        None => "ways".to_owned(),
        Some((line, None)) => format!("ways of {line}"),
        Some((line, Some(add_on))) => format!("ways of {line}, {add_on}"),
    };
    let plot = base_plot(ui, &id, estimate, stretch, vec2(ui.available_width(), HEIGHT))
        .allow_zoom(false)
        .allow_drag(false)
        .y_grid_spacer(move |_| axes::steps(0.0, top, 4.0))
        .custom_y_axes(upward(palette, LABELS, move |value| axes::money_label(value, top, currency)));
    let shown = plot.show(ui, |plot| {
        // Room for the names of the months below nothing.
        plot.set_plot_bounds_y(-0.16 * top..=top);
        plot.set_plot_bounds_x(stretch.from..=stretch.to);
        let (chosen, others): (Vec<_>, Vec<_>) = ways.iter().partition(|(way, _)| way.is_chosen);
        for (way, style) in others.into_iter().chain(chosen) {
            let line =
                Line::new("", steps(&way.paid, stretch.to)).color(style.color).width(style.width_for(way.is_chosen));
            plot.line(line.style(style.stroked.line_style()).allow_hover(false));
        }
    });
    years_ui(ui, &shown.transform, estimate, stretch);
    let spoken = tr!("Chart of what is paid in each way up to each day; what it comes to stands beside each");
    shown.response.widget_info(|| WidgetInfo::labeled(Role::Image, true, spoken));
}

/// A staircase.
fn steps(paid: &[(Day, Money)], end: f64) -> PlotPoints<'static> {
    let mut points = vec![PlotPoint::new(0.0, 0.0)];
    let mut before = 0.0;
    for (day, spent) in paid {
        let (day, spent) = (f64::from(*day), spent.approximate());
        points.extend([PlotPoint::new(day, before), PlotPoint::new(day, spent)]);
        before = spent;
    }
    points.push(PlotPoint::new(end.max(points.last().map_or(0.0, |last| last.x)), before));
    PlotPoints::Owned(points)
}

/// The last day on which one way adds something else than another.
fn last_difference(ways: &[(&Way, OptionStyle)]) -> Day {
    let mut days: Vec<Day> = ways.iter().flat_map(|(way, _)| way.paid.iter().map(|(day, _)| *day)).collect();
    days.sort_unstable();
    days.dedup();
    let apart = |day: Day| -> Vec<Money> {
        let [first, others @ ..] = ways else { return Vec::new() };
        let spent = |way: &Way| way.spent_by(f64::from(day));
        others.iter().map(|(way, _)| spent(way) - spent(first.0)).collect()
    };
    let mut last = (days.first().copied().unwrap_or_default(), Vec::new());
    for day in days {
        let now = apart(day);
        if now != last.1 {
            last = (day, now);
        }
    }
    last.0
}
