//! The money spent up to each day: a staircase for each option.

use super::curve::{Curve, Vertex};
use super::picture::{Baseline, Chart, Scale, Scene};
use crate::estimate::{Estimate, OptionEstimate};
use crate::units::{Day, Money, Spread};

pub(super) fn scene(estimate: &Estimate) -> Scene<'_> {
    let curves = estimate.options.iter().map(|option| Curve {
        option,
        points: steps(option, estimate.horizon_days),
        has_band: option.ledger.total.low != option.ledger.total.high,
        projection: None,
    });
    Scene {
        chart: Chart::Spend,
        scale: Scale::Money(estimate.currency),
        estimate,
        curves: curves.collect(),
        target: None,
        line: |option, _, horizon| steps(option, horizon),
        value: |point, _| Some(point.spend.map(Money::approximate)),
        against: Baseline::default(),
    }
}

fn steps(option: &OptionEstimate, horizon: Day) -> Vec<Vertex> {
    let vertex = |day, spent: Spread<Money>| Vertex {
        day,
        value: spent.map(Money::approximate),
        people: None,
        is_beyond: false,
    };
    let (mut points, mut spent) = (vec![vertex(0, Spread::default())], Spread::default());
    for of_day in option.ledger.entries.chunk_by(|one, other| one.day == other.day) {
        let (day, before) = (of_day[0].day, spent);
        spent = of_day.iter().fold(spent, |sum, entry| sum + entry.amount);
        points.extend([vertex(day, before), vertex(day, spent)]);
    }
    points.push(vertex(horizon, spent));
    points.dedup();
    points
}

/// An amount as a share of the most that any option may cost over the horizon, from 0; nothing costs nothing of nothing.
pub fn share_of_most(estimate: &Estimate, amount: Money) -> f64 {
    let most = estimate.options.iter().map(|option| option.ledger.total.high).max().unwrap_or_default();
    if most.minor() > 0 { amount.approximate() / most.approximate() } else { 0.0 }
}
