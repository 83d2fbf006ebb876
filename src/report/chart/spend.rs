//! Money spent over the years.

use super::look::Look;
use super::plot::{Caption, Plot, Scale};
use super::series::{Series, crowded, marker_days};
use super::{axis, svg::Anchor};
use crate::estimate::{Estimate, OptionEstimate};
use crate::locale::{tr, trn};
use crate::units::{Currency, Money, Spread};
use crate::wording;

pub(super) fn draw(estimate: &Estimate, look: &Look) -> String {
    let crowded = crowded(&estimate.options);
    let note = if crowded {
        tr!("Lines: typical · bars at the end: low to high")
    } else {
        tr!("Line: typical · band: low to high")
    };
    let mut plot = Plot::new(estimate, look, &Caption { title: tr!("Spend so far"), note }, &scale(estimate));
    let series: Vec<Series> = estimate.options.iter().map(|option| series(&plot, estimate, option, crowded)).collect();
    plot.draw(&series);
    if estimate.options.iter().all(|option| option.ledger.entries.is_empty()) {
        let set = plot.type_of(look.palette.faint, Anchor::Middle);
        let centre = (f64::midpoint(plot.left, plot.right), f64::midpoint(plot.top, plot.bottom));
        plot.svg.text(centre, tr!("Nothing to pay in any option"), set);
    }
    plot.svg.finish()
}

pub(super) fn alt(estimate: &Estimate) -> String {
    let totals = estimate.options.iter().map(|option| {
        format!("{}: {}", wording::option_title(option), wording::spread(option.ledger.total, estimate.currency))
    });
    let totals = totals.collect::<Vec<_>>().join("; ");
    trn!(
        estimate.horizon_years,
        "Step chart of the money spent over {years} year. At the end, typical with range. {totals}.",
        "Step chart of the money spent over {years} years. At the end, typical with range. {totals}.",
        years = estimate.horizon_years,
        totals,
    )
}

fn scale(estimate: &Estimate) -> Scale {
    let currency = estimate.currency;
    let high = estimate.options.iter().map(|option| major(option.ledger.total.high, currency)).fold(0.0, f64::max);
    let high = if high > 0.0 { high } else { 100.0 };
    let step = axis::step(high, 5.0);
    let high = high * 1.02;
    let ticks = axis::ticks(0.0, high, step);
    let labels = ticks.iter().map(|tick| wording::money(from_major(*tick, currency), currency)).collect();
    Scale { low: 0.0, high, ticks, labels }
}

fn series(plot: &Plot<'_>, estimate: &Estimate, option: &OptionEstimate, crowded: bool) -> Series {
    let currency = estimate.currency;
    let height = |amount: Money| plot.y(major(amount, currency));
    let total = option.ledger.total.map(height);
    let mut series = Series::new(option, total.to_array());
    let steps = |of: fn(&Spread<Money>) -> Money| {
        let mut points = vec![(plot.x(0), height(Money::ZERO))];
        for entry in &option.ledger.entries {
            let before = points.last().map_or(plot.bottom, |last| last.1);
            points.push((plot.x(entry.day), before));
            points.push((plot.x(entry.day), height(of(&option.ledger.spent(entry.day)))));
        }
        let last = points.last().map_or(plot.bottom, |last| last.1);
        points.push((plot.right, last));
        points.dedup();
        points
    };
    series.stretches.push((false, steps(|spread| spread.typical)));
    if !crowded && option.ledger.total.low != option.ledger.total.high {
        series.edges = Some([steps(|spread| spread.high), steps(|spread| spread.low)]);
    }
    let days = marker_days(estimate.horizon_days, option.mark);
    series.markers = days.into_iter().map(|day| (plot.x(day), height(option.ledger.spent(day).typical))).collect();
    series
}

/// An amount in whole units of its currency, for drawing only.
fn major(amount: Money, currency: Currency) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "amounts are far below the range where it shows in a drawing")]
    let minor = amount.minor() as f64;
    minor / libm::pow(10.0, f64::from(currency.decimals()))
}

fn from_major(amount: f64, currency: Currency) -> Money {
    #[expect(clippy::cast_possible_truncation, reason = "ticks are round numbers of the size of a plan's total")]
    let minor = libm::round(amount * libm::pow(10.0, f64::from(currency.decimals()))) as i64;
    Money::from_minor(minor)
}
