//! How much each draw counts for one person, by what the results of that person were graded at.
//!
//! A draw counts by the likelihood of the grades in it, as the rule of Bayes says; grades of different days are taken to err
//! independently.

use super::course::{Conditions, Graded};
use crate::units::Quantiles;
use ensemble::SCALE;

/// How much each draw counts.
#[derive(Debug)]
pub(super) struct Weighing {
    /// As a share of all.
    weights: Vec<f64>,
    /// What it comes to.
    pub(super) agreement: Agreement,
}

/// How well draws agree with grades.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// How many draws of equal weight say as much as all of them with theirs (Kish 1965).
    pub effective: f64,
    /// The logarithm of how likely the grades are in the draw that agrees best; 0 where it meets a single value.
    pub best: f64,
}

impl Graded {
    /// The logarithm of how likely such a grade is of a gain.
    fn log_likelihood(&self, gain: f64) -> f64 {
        let (low, high) = self.gain;
        let deviation = |end: f64| (end - gain).abs() / self.error;
        let (near, far) =
            if gain < low { (deviation(low), deviation(high)) } else { (deviation(high), deviation(low)) };
        if low >= high {
            return -0.5 * near * near;
        }
        // The share of a normal distribution beyond so many standard deviations.
        let beyond = |deviations: f64| 0.5 * libm::erfc(deviations * std::f64::consts::FRAC_1_SQRT_2);
        if (low..=high).contains(&gain) {
            return libm::log(1.0 - beyond(near) - beyond(far));
        }
        let within = beyond(near) - beyond(far);
        // Where that is too small for a number, by its asymptote.
        let asymptote = || -0.5 * near * near - libm::log(near * libm::sqrt(2.0 * std::f64::consts::PI));
        if within > f64::MIN_POSITIVE { libm::log(within) } else { asymptote() }
    }
}

impl Weighing {
    /// From rows of all draws, one for each day; none if nothing was graded.
    pub(super) fn of(conditions: &Conditions, rows: &[u16], draws: usize) -> Option<Self> {
        let graded = conditions.graded.iter().filter_map(|graded| {
            let at = conditions.days.iter().position(|day| *day == graded.day)?;
            Some((graded, rows.get(at * draws..(at + 1) * draws)?))
        });
        let (mut weights, mut is_any) = (vec![0.0_f64; draws], false);
        for (graded, row) in graded {
            is_any = true;
            for (weight, value) in weights.iter_mut().zip(row) {
                *weight += graded.log_likelihood(f64::from(*value) / f64::from(SCALE));
            }
        }
        let best = weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        weights.iter_mut().for_each(|weight| *weight = libm::exp(*weight - best));
        let sum: f64 = weights.iter().sum();
        weights.iter_mut().for_each(|weight| *weight /= sum);
        let effective = 1.0 / weights.iter().map(|weight| weight * weight).sum::<f64>();
        is_any.then_some(Self { weights, agreement: Agreement { effective, best } })
    }

    /// Of each row of all draws the quantiles, and the share of people above a value.
    pub(super) fn of_rows(&self, rows: &[u16], counted: u16) -> Vec<(Quantiles, f64)> {
        let mut sums = Sums::default();
        rows.chunks_exact(self.weights.len()).map(|row| sums.of(row, &self.weights, counted)).collect()
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

/// How many values of a row share a bin.
const BIN: usize = 256;

/// The weights of a row by value, and of each bin of values: made once, and empty between two rows.
#[derive(Debug)]
struct Sums {
    values: Vec<f64>,
    bins: Vec<f64>,
}

impl Default for Sums {
    fn default() -> Self {
        let values = usize::from(u16::MAX) + 1;
        Self { values: vec![0.0; values], bins: vec![0.0; values / BIN] }
    }
}

impl Sums {
    fn of(&mut self, row: &[u16], weights: &[f64], counted: u16) -> (Quantiles, f64) {
        for (value, weight) in row.iter().zip(weights) {
            self.values[usize::from(*value)] += weight;
            self.bins[usize::from(*value) / BIN] += weight;
        }
        let point = |share: f64| self.point(share);
        let quantiles = Quantiles { p10: point(0.1), p50: point(0.5), p90: point(0.9) };
        let counted = usize::from(counted);
        let bin = counted / BIN;
        let at_most: f64 = self.bins[..bin].iter().chain(&self.values[bin * BIN..=counted]).sum();
        for value in row {
            self.values[usize::from(*value)] = 0.0;
        }
        self.bins.fill(0.0);
        (quantiles, (1.0 - at_most).clamp(0.0, 1.0))
    }

    /// The least value at or below which this share lies.
    fn point(&self, share: f64) -> f64 {
        let (mut passed, mut bin) = (0.0, 0);
        while bin + 1 < self.bins.len() && passed + self.bins[bin] < share {
            passed += self.bins[bin];
            bin += 1;
        }
        let of_bin = &self.values[bin * BIN..(bin + 1) * BIN];
        let within = of_bin.iter().position(|weight| {
            passed += weight;
            passed >= share
        });
        // Where rounding leaves the last one short, it is the last there is.
        let last = || of_bin.iter().rposition(|weight| *weight > 0.0).unwrap_or_default();
        let value = bin * BIN + within.unwrap_or_else(last);
        f64::from(u16::try_from(value).unwrap_or(u16::MAX)) / f64::from(SCALE)
    }
}
