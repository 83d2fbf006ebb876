//! What is gained over the years: a curve for each option and for doing nothing.

use super::curve::{Curve, Vertex};
use super::picture::{Baseline, Chart, Scale, Scene};
use crate::estimate::{Estimate, OptionEstimate};
use crate::units::{Band, Spread};

/// None for a concern that gets no projection.
pub(super) fn scene(estimate: &Estimate, against: Baseline) -> Option<Scene<'_>> {
    estimate.do_nothing().projection.as_ref()?;
    let curves = estimate.options.iter().map(|option| Curve {
        option,
        points: points(option, against),
        has_band: option.mark.is_some(),
        projection: option.projection.as_deref(),
    });
    Some(Scene {
        chart: Chart::Improvement,
        scale: Scale::Share,
        estimate,
        curves: curves.collect(),
        target: estimate.target,
        line: |option, against, _| points(option, against),
        value: |point, against| Some(spread(against.of(&point.result?))),
        against,
    })
}

fn points(option: &OptionEstimate, against: Baseline) -> Vec<Vertex> {
    let points = option.curve().filter_map(|point| {
        let result = point.result?;
        Some(Vertex { day: point.day, value: spread(against.of(&result)), is_beyond: result.extrapolated })
    });
    points.collect()
}

fn spread(band: Band) -> Spread<f64> {
    Spread { low: band.cautious, typical: band.typical, high: band.optimistic }
}
