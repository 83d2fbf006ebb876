//! Sessions added up.

use super::Kernel;
use crate::units::{Band, Day};

/// One session: its day, its kernel, and how much it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dose {
    /// Days from the plan's start.
    pub day: Day,
    /// The position of its kernel.
    pub kernel: usize,
    /// Which treatment it is of, by any number that is the same for the same treatment: spacing looks at that.
    pub treatment: usize,
}

/// All sessions of an option, ready to be asked for the improvement on any day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Superposition {
    kernels: Vec<Kernel>,
    /// In order of day, each with its kernel and how much it counts.
    weighted: Vec<(Day, usize, f64)>,
    /// The shares of rolling, boxcar and icepick; without scar types the first is 1.
    shares: [f64; 3],
    /// How many of the shares matter.
    types: usize,
}

impl Superposition {
    /// Adds up doses, which must be in order of day. `scar_mix` holds the shares of rolling, boxcar and icepick for
    /// scars, and nothing for other concerns.
    pub fn new(kernels: Vec<Kernel>, doses: &[Dose], scar_mix: Option<[f64; 3]>) -> Self {
        let mut sum = Self {
            kernels,
            weighted: Vec::with_capacity(doses.len()),
            shares: scar_mix.unwrap_or([1.0, 0.0, 0.0]),
            types: if scar_mix.is_some() { 3 } else { 1 },
        };
        for (at, dose) in doses.iter().enumerate() {
            let previous = doses[..at].iter().rev().find(|other| other.treatment == dose.treatment);
            let gap = previous.map(|previous| f64::from(dose.day - previous.day));
            sum.weighted.push((dose.day, dose.kernel, sum.kernels[dose.kernel].weight(gap)));
        }
        sum
    }

    /// Improvement on this day, as a share of the severity it would have if nothing were done.
    pub fn improvement(&self, day: Day) -> Band {
        let mut gains = [[0.0; 3]; 3];
        let mut ceiling = 0.0_f64;
        for &(session, kernel, weight) in self.before(day) {
            let kernel = &self.kernels[kernel];
            ceiling = ceiling.max(kernel.ceiling);
            let (build, fading) = kernel.shape(f64::from(day - session));
            let gain = kernel.amplitude.zip(kernel.persistence, |amplitude, persists| {
                weight * amplitude * build * (persists + (1.0 - persists) * fading)
            });
            for (total, factor) in gains.iter_mut().zip(kernel.scar_types).take(self.types) {
                for (sum, gain) in total.iter_mut().zip(gain.to_array()) {
                    *sum += factor * gain;
                }
            }
        }
        let of = |band: usize| self.saturated(ceiling, gains.map(|of_type| of_type[band]));
        Band { cautious: of(0), typical: of(1), optimistic: of(2) }
    }

    /// The typical improvement alone, for searches.
    pub fn typical(&self, day: Day) -> f64 {
        let mut gains = [0.0; 3];
        let mut ceiling = 0.0_f64;
        for &(session, kernel, weight) in self.before(day) {
            let kernel = &self.kernels[kernel];
            ceiling = ceiling.max(kernel.ceiling);
            let (build, fading) = kernel.shape(f64::from(day - session));
            let persists = kernel.persistence.typical;
            let gain = weight * kernel.amplitude.typical * build * (persists + (1.0 - persists) * fading);
            for (total, factor) in gains.iter_mut().zip(kernel.scar_types).take(self.types) {
                *total += factor * gain;
            }
        }
        self.saturated(ceiling, gains)
    }

    /// The largest ceiling among the treatments given before this day, as a share of severity; 0 before the first.
    pub fn ceiling(&self, day: Day) -> f64 {
        self.before(day).iter().map(|(_, kernel, _)| self.kernels[*kernel].ceiling).fold(0.0, f64::max)
    }

    fn before(&self, day: Day) -> &[(Day, usize, f64)] {
        &self.weighted[..self.weighted.partition_point(|(session, ..)| *session < day)]
    }

    /// C (1 − exp(−G/C)) for each scar type, weighed by the client's mix.
    fn saturated(&self, ceiling: f64, gains: [f64; 3]) -> f64 {
        if ceiling <= 0.0 {
            return 0.0;
        }
        let of_type = |gain: f64| -ceiling * libm::expm1(-gain / ceiling);
        gains.into_iter().zip(self.shares).take(self.types).map(|(gain, share)| share * of_type(gain)).sum()
    }
}
