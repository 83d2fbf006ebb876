//! What is gained over the years: a curve for each option and for doing nothing.

use super::curve::{Curve, Vertex};
use super::picture::{Baseline, Chart, Scale, Scene};
use crate::estimate::{Estimate, OptionEstimate};

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
        value: |point, against| Some(against.of(&point.result?).of_clinics()),
        against,
    })
}

fn points(option: &OptionEstimate, against: Baseline) -> Vec<Vertex> {
    let points = option.curve().filter_map(|point| {
        let result = point.result?;
        Some(Vertex {
            day: point.day,
            value: against.of(&result).of_clinics(),
            people: Some(against.of(&result).of_people()),
            is_beyond: result.extrapolated,
        })
    });
    points.collect()
}
