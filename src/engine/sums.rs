//! Doses added up and saturated: the improvement on any day.

use super::exp::exp;
use super::kernel::Kernel;
use super::program::Program;
use super::tables::Gain;
use crate::units::{Band, Day};
use std::iter;
use std::ops::Range;

/// What the doses of a program come to on certain days, before they are saturated.
pub struct Sums<'a> {
    program: &'a Program,
    /// In order.
    pub(super) days: &'a [Day],
    /// Kernel by kernel what its doses come to, each counting by its weight: amplitude and persistence come in only
    /// afterwards, so that the three bands and the scar types share the work.
    gains: Vec<Gain>,
}

impl Program {
    /// What the doses come to on each of these days, which must be in order. A day has the same value whichever days it is
    /// asked for with. The sum is exact: no dose is too old for it.
    pub fn sums<'a>(&'a self, days: &'a [Day]) -> Sums<'a> {
        Sums { program: self, days, gains: self.gains(days) }
    }

    /// Improvement on each of these days, which must be in order.
    pub fn curve(&self, days: &[Day]) -> Band<Vec<f64>> {
        self.sums(days).curve()
    }

    /// The typical improvement alone on each of these days, for searches.
    pub fn typical_curve(&self, days: &[Day]) -> Vec<f64> {
        self.sums(days).typical()
    }

    /// Improvement on one day.
    pub fn improvement(&self, day: Day) -> Band {
        self.curve(&[day]).map(|values| values[0])
    }

    /// Whether the ceiling is the same on all of these days, which must be in order.
    pub(super) fn has_one_ceiling(&self, days: &[Day]) -> bool {
        self.stretches(days).next().is_some_and(|(_, range)| range == (0..days.len()))
    }

    /// Stretches of these days, from the first dose on, over which the ceiling stays the same. It only ever rises.
    fn stretches(&self, days: &[Day]) -> impl Iterator<Item = (f64, Range<usize>)> {
        let mut from = days.partition_point(|day| self.ceiling(*day) == 0.0);
        iter::from_fn(move || {
            let (first, ceiling) = (from, self.ceiling(*days.get(from)?));
            let most = days.len().min(first + LONGEST);
            from += days[first..most].partition_point(|day| self.ceiling(*day) <= ceiling);
            Some((ceiling, first..from))
        })
    }
}

/// As many days as are worked on at a time: so few that their values stay at hand.
const LONGEST: usize = 256;

impl Sums<'_> {
    /// Improvement on each day, as a share of the severity it would have if nothing were done.
    pub fn curve(&self) -> Band<Vec<f64>> {
        Band {
            cautious: self.saturated(|band| band.cautious),
            typical: self.typical(),
            optimistic: self.saturated(|band| band.optimistic),
        }
    }

    /// The typical improvement alone.
    pub(super) fn typical(&self) -> Vec<f64> {
        self.saturated(|band| band.typical)
    }

    /// What the typical improvement would come to if nothing faded and nothing were saturated.
    pub(super) fn unfaded(&self) -> Vec<f64> {
        let mut unfaded = vec![0.0; self.days.len()];
        for (kernel, gains) in self.kernels() {
            let of_types: f64 =
                self.program.types().map(|(scar_type, share)| share * kernel.scar_types[scar_type]).sum();
            for (sum, [built, _]) in unfaded.iter_mut().zip(gains) {
                *sum += of_types * kernel.amplitude.typical * built;
            }
        }
        unfaded
    }

    /// Each kernel with what its doses come to.
    fn kernels(&self) -> impl Iterator<Item = (&Kernel, &[Gain])> {
        let gains = self.gains.chunks_exact(self.days.len().max(1));
        self.program.kernels.iter().map(|given| &given.kernel).zip(gains)
    }

    /// C (1 − exp(−G/C)) for each scar type, weighed by the client's mix, for one of the bands.
    fn saturated(&self, band: fn(&Band) -> f64) -> Vec<f64> {
        let mut improvement = vec![0.0; self.days.len()];
        let mut left = [0.0; LONGEST];
        for (ceiling, days) in self.program.stretches(self.days) {
            let left = &mut left[..days.len()];
            for (scar_type, share) in self.program.types() {
                left.fill(0.0);
                for (kernel, gains) in self.kernels() {
                    let whole = kernel.scar_types[scar_type] * band(&kernel.amplitude) / ceiling;
                    let persists = band(&kernel.persistence);
                    let (lasting, passing) = (whole * persists, whole * (1.0 - persists));
                    for (left, [built, fading]) in left.iter_mut().zip(&gains[days.clone()]) {
                        *left -= lasting * built + passing * fading;
                    }
                }
                exp(left);
                for (sum, left) in improvement[days.clone()].iter_mut().zip(&*left) {
                    *sum += share * ceiling * (1.0 - left);
                }
            }
        }
        improvement
    }
}
