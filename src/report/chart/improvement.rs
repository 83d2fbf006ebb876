//! The change against the first day over the years.

use super::axis;
use super::look::Look;
use super::plot::{Caption, Plot, Scale};
use super::series::{Series, crowded, marker_days};
use super::svg::{Anchor, Type};
use crate::estimate::{Estimate, OptionEstimate, Point};
use crate::locale::{tr, trn};
use crate::units::{Band, Day};
use crate::wording;

pub(super) fn draw(estimate: &Estimate, look: &Look) -> String {
    let crowded = crowded(&estimate.options);
    let note = if crowded {
        tr!("Lines: typical · bars at the end: cautious to optimistic")
    } else {
        tr!("Line: typical · band: cautious to optimistic")
    };
    // The page around a drawing of two says the rest.
    let title = if look.alone {
        tr!("Improvement against today, share of starting severity")
    } else {
        tr!("Improvement against today")
    };
    let mut plot = Plot::new(estimate, look, &Caption { title, note }, &scale(estimate, crowded));
    let spans = beyond(estimate);
    shade(&mut plot, &spans);
    let series: Vec<Series> = estimate.options.iter().map(|option| series(&plot, estimate, option, crowded)).collect();
    plot.draw(&series);
    name_shade(&mut plot, &spans);
    plot.svg.finish()
}

pub(super) fn alt(estimate: &Estimate) -> String {
    let end = estimate.horizon_days;
    let ends = estimate.options.iter().filter_map(|option| {
        let net = option.point(end).result?.net;
        let (typical, range) = (wording::share(net.typical), wording::share_range(net));
        let range = if typical == range { String::new() } else { format!(" ({range})") };
        Some(format!("{}: {typical}{range}", wording::option_title(option)))
    });
    let ends = ends.collect::<Vec<_>>().join("; ");
    trn!(
        estimate.horizon_years,
        "Line chart of the improvement against today over {years} year, as a share of starting severity. \
         At the end, typical with cautious to optimistic. {ends}.",
        "Line chart of the improvement against today over {years} years, as a share of starting severity. \
         At the end, typical with cautious to optimistic. {ends}.",
        years = estimate.horizon_years,
        ends,
    )
}

/// The change on a day against the first day.
fn net(option: &OptionEstimate, day: Day) -> Band {
    option.point(day).result.map(|result| result.net).unwrap_or_default()
}

fn scale(estimate: &Estimate, crowded: bool) -> Scale {
    let curves = estimate.options.iter().flat_map(|option| &option.curve);
    let shown = curves.filter_map(|point| point.result).map(|result| result.net);
    let ends = estimate.options.iter().map(|option| net(option, estimate.horizon_days));
    let (mut low, mut high) = (0.0_f64, 0.1_f64);
    for band in shown {
        low = low.min(if crowded { band.typical } else { band.cautious });
        high = high.max(if crowded { band.typical } else { band.optimistic });
    }
    for band in ends {
        low = low.min(band.cautious);
        high = high.max(band.optimistic);
    }
    let (low, high) = (low * 1.2, high * 1.04);
    let ticks = axis::ticks(low, high, axis::step(high - low, 5.0));
    let labels = ticks.iter().map(|tick| wording::share(*tick)).collect();
    Scale { low, high, ticks, labels }
}

fn series(plot: &Plot<'_>, estimate: &Estimate, option: &OptionEstimate, crowded: bool) -> Series {
    let height = |value: f64| plot.y(value);
    let mut series = Series::new(option, net(option, estimate.horizon_days).map(height).to_array());
    series.stretches = stretches(plot, &option.curve);
    if !crowded && option.mark.is_some() {
        let edge = |of: fn(&Band) -> f64| {
            let points =
                option.curve.iter().filter_map(|point| Some((plot.x(point.day), height(of(&point.result?.net)))));
            points.collect()
        };
        series.edges = Some([edge(|band| band.optimistic), edge(|band| band.cautious)]);
    }
    let days = marker_days(estimate.horizon_days, option.mark);
    series.markers = days.into_iter().map(|day| (plot.x(day), height(net(option, day).typical))).collect();
    series
}

/// The typical curve, cut where it passes beyond the evidence and back; stretches share their end points.
fn stretches(plot: &Plot<'_>, curve: &[Point]) -> Vec<(bool, Vec<(f64, f64)>)> {
    let mut stretches: Vec<(bool, Vec<(f64, f64)>)> = Vec::new();
    for point in curve {
        let Some(result) = point.result else { continue };
        let at = (plot.x(point.day), plot.y(result.net.typical));
        match stretches.last_mut() {
            Some((beyond, points)) if *beyond == result.extrapolated => points.push(at),
            last => {
                let join = last.and_then(|(_, points)| points.last().copied());
                stretches.push((result.extrapolated, join.into_iter().chain([at]).collect()));
            }
        }
    }
    stretches
}

/// The ground behind every day on which at least one option lies beyond the evidence.
fn shade(plot: &mut Plot<'_>, spans: &[(Day, Day)]) {
    for (from, to) in spans {
        let (left, right) = (plot.x(*from), plot.x(*to));
        plot.svg.veil((left, plot.top), (right - left, plot.bottom - plot.top), plot.look.palette.beyond);
    }
}

/// The name of that ground, on top of the lines, in its widest stretch.
fn name_shade(plot: &mut Plot<'_>, spans: &[(Day, Day)]) {
    let Some((from, to)) = spans.iter().max_by_key(|(from, to)| to - from) else { return };
    let (palette, size) = (&plot.look.palette, plot.look.text * 0.9);
    let centre = (f64::midpoint(plot.x(*from), plot.x(*to)), plot.top + size * 1.2);
    let set = Type { size, colour: palette.faint, anchor: Anchor::Middle, bold: false };
    let room = plot.x(*to) - plot.x(*from) > size * 17.0;
    plot.svg.text(centre, if room { tr!("fine dashes: beyond the evidence") } else { tr!("beyond") }, set);
}

/// The stretches of an option beyond the evidence, without those under a month: calendar months are not all of the
/// model's length, so upkeep every 24 months would otherwise leave specks of a day.
pub(in crate::report) fn beyond_evidence(option: &OptionEstimate) -> Vec<(Day, Day)> {
    let spans = option.projection.as_ref().map(|projection| projection.beyond_evidence.as_slice()).unwrap_or_default();
    spans.iter().filter(|(from, to)| to - from >= 31).copied().collect()
}

/// The stretches on which any option lies beyond the evidence, joined where they touch.
fn beyond(estimate: &Estimate) -> Vec<(Day, Day)> {
    let mut spans: Vec<(Day, Day)> = estimate.options.iter().flat_map(beyond_evidence).collect();
    spans.sort_unstable();
    let mut joined: Vec<(Day, Day)> = Vec::new();
    for (from, to) in spans {
        match joined.last_mut() {
            Some(last) if from <= last.1 + 1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}
