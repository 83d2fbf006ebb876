//! Doses added up and saturated: the improvement on any day.

use super::exp::exp;
use super::program::Program;
use super::tables::Gain;
use crate::units::{Band, Day};

impl Program {
    /// Improvement on each of these days, which must be in order, as a share of the severity it would have if nothing
    /// were done. A day has the same value whichever days it is asked for with. The sum is exact: no dose is too old for it.
    pub fn curve(&self, days: &[Day]) -> Band<Vec<f64>> {
        let sums = self.sums(days);
        let of = |band: fn(&Band) -> f64| self.saturated(&sums, band);
        Band {
            cautious: of(|band| band.cautious),
            typical: of(|band| band.typical),
            optimistic: of(|band| band.optimistic),
        }
    }

    /// The typical improvement alone on each of these days, for searches.
    pub fn typical_curve(&self, days: &[Day]) -> Vec<f64> {
        self.saturated(&self.sums(days), |band| band.typical)
    }

    /// Improvement on one day.
    pub fn improvement(&self, day: Day) -> Band {
        self.curve(&[day]).map(|values| values[0])
    }

    /// Sums over doses: amplitude and persistence come in only afterwards, so that the three bands and the scar types share
    /// the work.
    fn sums(&self, days: &[Day]) -> Sums {
        let ceilings = self.ceilings(days);
        // Before the first dose there is neither gain nor ceiling.
        let first = ceilings.partition_point(|ceiling| *ceiling == 0.0);
        let gains = (0..self.kernels.len()).map(|kernel| self.gains(kernel, &days[first..])).collect();
        Sums { gains, ceilings, first }
    }

    /// The largest ceiling among the treatments given before each of these days, 0 before the first.
    fn ceilings(&self, days: &[Day]) -> Vec<f64> {
        let (mut ceilings, mut highest) = (vec![0.0; days.len()], 0.0);
        for dose in &self.doses {
            let ceiling = self.kernels[dose.kernel].0.ceiling;
            if ceiling > highest {
                highest = ceiling;
                ceilings[days.partition_point(|day| *day <= dose.day)..].fill(highest);
            }
        }
        ceilings
    }

    /// C (1 − exp(−G/C)) for each scar type, weighed by the client's mix, for one of the bands.
    fn saturated(&self, sums: &Sums, band: fn(&Band) -> f64) -> Vec<f64> {
        let (first, ceilings) = (sums.first, &sums.ceilings[sums.first..]);
        let held = self.kernels.iter().zip(&sums.gains).map(|((kernel, _), gains)| {
            let (amplitude, persists) = (band(&kernel.amplitude), band(&kernel.persistence));
            let gains = gains.iter().zip(ceilings);
            gains
                .map(|([built, fading], ceiling)| amplitude * (persists * built + (1.0 - persists) * fading) / ceiling)
                .collect()
        });
        let held: Vec<Vec<f64>> = held.collect();
        let mut improvement = vec![0.0; sums.ceilings.len()];
        let mut left = vec![0.0; ceilings.len()];
        for (scar_type, share) in self.types() {
            left.fill(0.0);
            for ((kernel, _), held) in self.kernels.iter().zip(&held) {
                let of_type = kernel.scar_types[scar_type];
                for (left, held) in left.iter_mut().zip(held) {
                    *left -= of_type * held;
                }
            }
            exp(&mut left);
            for ((sum, left), ceiling) in improvement[first..].iter_mut().zip(&left).zip(ceilings) {
                *sum += share * ceiling * (1.0 - left);
            }
        }
        improvement
    }
}

/// Sums over doses on each day.
struct Sums {
    /// For each kernel, from the first day with a gain on.
    gains: Vec<Vec<Gain>>,
    /// The largest ceiling among the treatments given before the day.
    ceilings: Vec<f64>,
    /// The first day with a gain.
    first: usize,
}
