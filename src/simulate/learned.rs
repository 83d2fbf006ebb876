//! What a grade of one person's result says of the draws: how well each agrees with it.
//!
//! A draw counts by the likelihood of the grades in it, as the rule of Bayes says.

use super::course::{Conditions, Graded};
use crate::units::Quantiles;
use ensemble::SCALE;

/// How much each draw counts by what was graded.
#[derive(Debug)]
pub(super) struct Learned {
    /// As a share of all.
    weights: Vec<f64>,
    /// How many draws of equal weight say as much as all of them with theirs (Kish 1965).
    pub(super) support: f64,
}

impl Graded {
    /// The logarithm of how likely such a grade is of a gain.
    fn log_likelihood(&self, gain: f64) -> f64 {
        let (low, high) = self.gain;
        let deviation = |from: f64| (from - gain) / self.error;
        // From the nearer end, for what is far out; of a single value from that.
        let nearest = deviation(gain.clamp(low, high));
        let of_point = -0.5 * nearest * nearest;
        if low >= high {
            return of_point;
        }
        let below = |from: f64| 0.5 * libm::erfc(-deviation(from) * std::f64::consts::FRAC_1_SQRT_2);
        let within = below(high) - below(low);
        if within > 1e-12 { libm::log(within) } else { of_point }
    }
}

impl Learned {
    /// From rows of all draws, one for each day; none if nothing was graded.
    pub(super) fn of(conditions: &Conditions, rows: &[u16], draws: usize) -> Option<Self> {
        let graded = conditions.graded.iter().filter_map(|graded| {
            let at = conditions.days.iter().position(|day| *day == graded.day)?;
            Some((graded, rows.get(at * draws..(at + 1) * draws)?))
        });
        let mut weights = vec![0.0_f64; draws];
        let mut is_any = false;
        for (graded, row) in graded {
            is_any = true;
            for (weight, value) in weights.iter_mut().zip(row) {
                *weight += graded.log_likelihood(f64::from(*value) / f64::from(SCALE));
            }
        }
        let most = weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        weights.iter_mut().for_each(|weight| *weight = libm::exp(*weight - most));
        let sum: f64 = weights.iter().sum();
        weights.iter_mut().for_each(|weight| *weight /= sum);
        let support = 1.0 / weights.iter().map(|weight| weight * weight).sum::<f64>();
        is_any.then_some(Self { weights, support })
    }

    /// The quantiles of a row of all draws, and the share of people above a value of it.
    pub(super) fn of_row(&self, row: &[u16], counted: u16) -> (Quantiles, f64) {
        let mut passed = vec![0.0; usize::from(u16::MAX) + 1];
        for (value, weight) in row.iter().zip(&self.weights) {
            passed[usize::from(*value)] += weight;
        }
        let mut sum = 0.0;
        for weight in &mut passed {
            sum += *weight;
            *weight = sum;
        }
        let point = |share: f64| {
            let at = passed.partition_point(|passed| *passed < share).min(passed.len() - 1);
            f64::from(u16::try_from(at).unwrap_or(u16::MAX)) / f64::from(SCALE)
        };
        (Quantiles { p10: point(0.1), p50: point(0.5), p90: point(0.9) }, 1.0 - passed[usize::from(counted)].min(1.0))
    }

    /// The quantiles of a figure of all draws.
    pub(super) fn of_figure(&self, values: &[f32]) -> Quantiles {
        let mut pairs: Vec<(f32, f64)> = values.iter().copied().zip(self.weights.iter().copied()).collect();
        pairs.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
        let mut sum = 0.0;
        for (_, weight) in &mut pairs {
            sum += *weight;
            *weight = sum;
        }
        let last = pairs.len().saturating_sub(1);
        let point = |share: f64| {
            let at = pairs.partition_point(|(_, passed)| *passed < share).min(last);
            pairs.get(at).map_or(0.0, |(value, _)| f64::from(*value))
        };
        Quantiles { p10: point(0.1), p50: point(0.5), p90: point(0.9) }
    }
}
