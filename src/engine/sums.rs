//! Doses added up and saturated: the improvement on any day.

use super::exp::{exp, exp_of};
use super::program::{DosedKernel, Program};
use super::tables::Gain;
use crate::units::Day;
use std::array::from_fn;
use std::iter;
use std::ops::Range;

/// What the doses of a program come to on certain days, before they are saturated.
pub struct Sums<'a> {
    program: &'a Program,
    /// In order.
    pub(super) days: &'a [Day],
    /// Kernel by kernel what its doses come to, each counting by its weight: amplitude and persistence come in only
    /// afterwards, so that the scar types share the work.
    gains: Vec<Gain>,
}

/// One day of a program.
#[derive(Clone, Copy, Debug)]
pub(super) struct OneDay {
    /// The improvement of the typical course.
    pub(super) improvement: f64,
    /// The ceiling C on the day.
    ceiling: f64,
    /// For each scar type the gain over C if nothing faded, the treatments added up.
    built: [f64; 3],
    /// For each scar type what is left to be gained, exp(−G/C).
    left: [f64; 3],
}

impl OneDay {
    /// What the improvement would come to at most if nothing faded and nothing were saturated.
    pub(super) fn unfaded(&self, types: impl Iterator<Item = (usize, f64)>) -> f64 {
        types.map(|(scar_type, share)| share * self.ceiling * self.built[scar_type]).sum()
    }

    /// Between which improvements every day lies from this one to a later one of the same program; none if the ceiling rises in
    /// between. As fading only takes away, no gain is above one before it by more than what is built up in between; so none is above
    /// the first of them by more than that, nor under the last of them by more.
    pub(super) fn range_to(&self, later: &Self, types: impl Iterator<Item = (usize, f64)>) -> Option<(f64, f64)> {
        if self.ceiling < later.ceiling {
            return None;
        }
        let grown: [f64; 3] = exp_of(from_fn(|at| self.built[at] - later.built[at]));
        Some(types.fold((0.0, 0.0), |(least, most), (scar_type, share)| {
            let (whole, grown) = (share * later.ceiling, grown[scar_type]);
            (least + whole * (1.0 - later.left[scar_type] / grown), most + whole * (1.0 - self.left[scar_type] * grown))
        }))
    }
}

impl Program {
    /// What the doses come to on each of these days, which must be in order. A day has the same value whichever days it is
    /// asked for with. The sum is exact: no dose is too old for it.
    pub fn sums<'a>(&'a self, days: &'a [Day]) -> Sums<'a> {
        Sums { program: self, days, gains: self.gains(days) }
    }

    /// The improvement of the typical course on each of these days, which must be in order.
    pub fn curve(&self, days: &[Day]) -> Vec<f64> {
        self.sums(days).curve()
    }

    /// The gain of each treatment before saturation on each of these days, which must be in order, with how well rolling, boxcar and
    /// icepick scars respond to it.
    pub fn gains_of_treatments(&self, days: &[Day]) -> Vec<([f64; 3], Vec<f64>)> {
        self.sums(days).treatments()
    }

    /// The improvement of the typical course on one day.
    pub fn improvement(&self, day: Day) -> f64 {
        self.on(day).improvement
    }

    /// No program is above this on a day that is given the same doses, each on its day here or later: what they come to where nothing fades
    /// and each counts in full, however close it follows another one.
    pub fn at_most(&self, day: Day) -> f64 {
        let OneDay { ceiling, built, .. } = self.on(day);
        let in_full = self.least_weight();
        if in_full <= 0.0 {
            return f64::INFINITY;
        }
        let left: [f64; 3] = exp_of(built.map(|built| -built / in_full));
        self.types().map(|(scar_type, share)| share * ceiling * (1.0 - left[scar_type])).sum()
    }

    /// One day by itself, as it is among others to the last bit, but without room for more than one: whoever follows a course asks
    /// for hundreds of them.
    pub(super) fn on(&self, day: Day) -> OneDay {
        let (ceiling, kept) = (self.ceiling(day), self.kept_on(day));
        let (mut built, mut strongest, mut sums, mut treatments) = ([0.0; 3], [0.0_f64; 3], [0.0; 3], 0);
        let mut at = 0;
        for of_treatment in self.kernels.chunk_by(|one, other| one.kernel.treatment == other.kernel.treatment) {
            let (mut gain, mut unfaded) = (0.0, 0.0);
            for given in of_treatment {
                let [whole, worn, faded] = self.gain(at, day);
                let [_, staying, passing] = given.factors;
                gain += staying * kept * worn + passing * faded;
                unfaded += given.kernel.amplitude * whole;
                at += 1;
            }
            for (scar_type, of_type) in of_treatment[0].kernel.scar_types.into_iter().enumerate() {
                let gain = of_type / ceiling * gain;
                sums[scar_type] += gain;
                strongest[scar_type] = strongest[scar_type].max(gain);
                built[scar_type] += of_type / ceiling * unfaded;
            }
            treatments += 1;
        }
        if ceiling == 0.0 {
            return OneDay { improvement: 0.0, ceiling, built: [0.0; 3], left: [1.0; 3] };
        }
        let together = self.setting.together;
        let mixed = |sum: f64, most: f64| -((1.0 - together) * most + together * sum);
        let left: [f64; 3] =
            exp_of(from_fn(|at| if treatments == 1 { -sums[at] } else { mixed(sums[at], strongest[at]) }));
        let of_type = |(scar_type, share): (usize, f64)| share * ceiling * (1.0 - left[scar_type]);
        let improvement = self.types().map(of_type).fold(0.0, |sum, of_type| sum + of_type);
        OneDay { improvement, ceiling, built, left }
    }

    /// What is left to be gained on each of these days, which must be in order, under one ceiling C: exp(−G/C), for each of
    /// the client's scar types with its share of them.
    pub fn left(&self, days: &[Day], ceiling: f64) -> Vec<(f64, Vec<f64>)> {
        let sums = self.sums(days);
        let treatments = sums.treatments();
        let of_type = |(scar_type, share)| {
            let mut left = vec![0.0; days.len()];
            for (at, left) in left.chunks_mut(LONGEST).enumerate() {
                let from = at * LONGEST;
                sums.exponents(&treatments, scar_type, ceiling, from..from + left.len(), left);
                exp(left);
            }
            (share, left)
        };
        self.types().map(of_type).collect()
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
    /// The improvement of the typical course on each day, as a share of the severity it would have if nothing were done:
    /// C (1 − exp(−G/C)) for each scar type, weighed by the client's mix.
    pub fn curve(&self) -> Vec<f64> {
        let mut improvement = vec![0.0; self.days.len()];
        let treatments = self.treatments();
        let mut left = [0.0; LONGEST];
        for (ceiling, days) in self.program.stretches(self.days) {
            let left = &mut left[..days.len()];
            for (scar_type, share) in self.program.types() {
                self.exponents(&treatments, scar_type, ceiling, days.clone(), left);
                exp(left);
                for (sum, left) in improvement[days.clone()].iter_mut().zip(&*left) {
                    *sum += share * ceiling * (1.0 - left);
                }
            }
        }
        improvement
    }

    /// −G/C on these days for one scar type, where G is the strongest treatment's gain and a share η of the others'.
    fn exponents(
        &self,
        treatments: &[([f64; 3], Vec<f64>)],
        scar_type: usize,
        ceiling: f64,
        days: Range<usize>,
        exponents: &mut [f64],
    ) {
        exponents.fill(0.0);
        let [(of_types, gains)] = treatments else {
            let (mut strongest, together) = ([0.0_f64; LONGEST], self.program.setting.together);
            for (of_types, gains) in treatments {
                let whole = of_types[scar_type] / ceiling;
                for ((sum, most), gain) in exponents.iter_mut().zip(&mut strongest).zip(&gains[days.clone()]) {
                    *sum += whole * gain;
                    *most = most.max(whole * gain);
                }
            }
            let mixed = |sum: f64, most: f64| -((1.0 - together) * most + together * sum);
            exponents.iter_mut().zip(strongest).for_each(|(sum, most)| *sum = mixed(*sum, most));
            return;
        };
        let whole = of_types[scar_type] / ceiling;
        exponents.iter_mut().zip(&gains[days]).for_each(|(exponent, gain)| *exponent -= whole * gain);
    }

    /// Each treatment's own gain on the days, with how well the scar types respond to it.
    fn treatments(&self) -> Vec<([f64; 3], Vec<f64>)> {
        let kept: Vec<f64> = self.days.iter().map(|day| self.program.kept_on(*day)).collect();
        let mut treatments: Vec<(usize, [f64; 3], Vec<f64>)> = Vec::new();
        for (DosedKernel { kernel, factors: [_, staying, passing], .. }, gains) in self.kernels() {
            // Kernels stand in the order of their treatments.
            if treatments.last().is_none_or(|(treatment, ..)| *treatment != kernel.treatment) {
                treatments.push((kernel.treatment, kernel.scar_types, vec![0.0; self.days.len()]));
            }
            let Some((.., sums)) = treatments.last_mut() else { break };
            for ((sum, [_, worn, faded]), kept) in sums.iter_mut().zip(gains).zip(&kept) {
                *sum += staying * kept * worn + passing * faded;
            }
        }
        treatments.into_iter().map(|(_, types, gains)| (types, gains)).collect()
    }

    /// What the improvement would come to at most if nothing faded and nothing were saturated.
    pub(super) fn unfaded(&self) -> Vec<f64> {
        let mut unfaded = vec![0.0; self.days.len()];
        for (DosedKernel { factors: [whole, ..], .. }, gains) in self.kernels() {
            for (sum, [built, ..]) in unfaded.iter_mut().zip(gains) {
                *sum += whole * built;
            }
        }
        unfaded
    }

    /// Each kernel with what its doses come to.
    fn kernels(&self) -> impl Iterator<Item = (&DosedKernel, &[Gain])> {
        self.program.kernels.iter().zip(self.gains.chunks_exact(self.days.len().max(1)))
    }
}
