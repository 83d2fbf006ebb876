//! Sessions added up.

use super::Kernel;
use super::exp::exp;
use crate::units::{Band, DAYS_PER_MONTH, Day};

/// One session: its day, its kernel, and which treatment it is of.
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

    /// Improvement on each of these days, which must be in order, as a share of the severity it would have if nothing
    /// were done. A day has the same value whichever days it is asked for with.
    pub fn curve(&self, days: &[Day]) -> Vec<Band> {
        let gains = self.gains(days);
        let of = |band: fn(&Band) -> f64| self.saturated(&gains, band);
        let [cautious, typical, optimistic] =
            [of(|band| band.cautious), of(|band| band.typical), of(|band| band.optimistic)];
        let joined = cautious.into_iter().zip(typical).zip(optimistic);
        joined.map(|((cautious, typical), optimistic)| Band { cautious, typical, optimistic }).collect()
    }

    /// The typical improvement alone on each of these days, for searches.
    pub fn typical_curve(&self, days: &[Day]) -> Vec<f64> {
        self.saturated(&self.gains(days), |band| band.typical)
    }

    /// Improvement on one day.
    pub fn improvement(&self, day: Day) -> Band {
        self.curve(&[day])[0]
    }

    /// The typical improvement on one day.
    pub fn typical(&self, day: Day) -> f64 {
        self.typical_curve(&[day])[0]
    }

    /// Whether a session that does something falls into these days, both included.
    pub fn has_dose(&self, from: Day, to: Day) -> bool {
        let first = self.weighted.partition_point(|(session, ..)| *session < from);
        self.weighted.get(first).is_some_and(|(session, ..)| *session <= to)
    }

    /// The largest ceiling among the treatments given before this day, as a share of severity; 0 before the first.
    pub fn ceiling(&self, day: Day) -> f64 {
        let before = &self.weighted[..self.weighted.partition_point(|(session, ..)| *session < day)];
        before.iter().map(|(_, kernel, _)| self.kernels[*kernel].ceiling).fold(0.0, f64::max)
    }

    /// Sums over sessions, kernel by kernel: amplitude and persistence come in only afterwards, so that the three bands
    /// and the scar types share the work.
    fn gains(&self, days: &[Day]) -> Gains {
        let mut gains = Gains {
            kernels: vec![
                KernelSums { built: vec![0.0; days.len()], fading: vec![0.0; days.len()] };
                self.kernels.len()
            ],
            ceilings: vec![0.0; days.len()],
        };
        let (mut build, mut fade) = (Vec::new(), Vec::new());
        for &(session, kernel, weight) in &self.weighted {
            let first = days.partition_point(|day| *day <= session);
            let (sums, kernel) = (&mut gains.kernels[kernel], &self.kernels[kernel]);
            kernel.shape(
                days[first..].iter().map(|day| f64::from(day - session) / DAYS_PER_MONTH),
                &mut build,
                &mut fade,
            );
            let summed = sums.built[first..].iter_mut().zip(&mut sums.fading[first..]);
            for ((built, fading), (build, fade)) in summed.zip(build.iter().zip(&fade)) {
                *built += weight * build;
                *fading += weight * build * fade;
            }
            for ceiling in &mut gains.ceilings[first..] {
                *ceiling = ceiling.max(kernel.ceiling);
            }
        }
        gains
    }

    /// C (1 − exp(−G/C)) for each scar type, weighed by the client's mix, for one of the bands.
    fn saturated(&self, gains: &Gains, band: fn(&Band) -> f64) -> Vec<f64> {
        let mut improvement = vec![0.0; gains.ceilings.len()];
        let mut left = vec![0.0; gains.ceilings.len()];
        for (scar_type, share) in self.shares.into_iter().enumerate().take(self.types) {
            left.fill(0.0);
            for (kernel, sums) in self.kernels.iter().zip(&gains.kernels) {
                let amplitude = kernel.scar_types[scar_type] * band(&kernel.amplitude);
                let persists = band(&kernel.persistence);
                for ((left, built), fading) in left.iter_mut().zip(&sums.built).zip(&sums.fading) {
                    *left -= amplitude * (persists * built + (1.0 - persists) * fading);
                }
            }
            for (left, ceiling) in left.iter_mut().zip(&gains.ceilings) {
                // Before the first session there is neither gain nor ceiling.
                *left /= if *ceiling > 0.0 { *ceiling } else { 1.0 };
            }
            exp(&mut left);
            for ((sum, left), ceiling) in improvement.iter_mut().zip(&left).zip(&gains.ceilings) {
                *sum += share * ceiling * (1.0 - left);
            }
        }
        improvement
    }
}

/// Sums over sessions on each day.
struct Gains {
    kernels: Vec<KernelSums>,
    /// The largest ceiling among the treatments given before the day.
    ceilings: Vec<f64>,
}

/// Sums over the sessions of one kernel, each counting by its weight.
#[derive(Clone)]
struct KernelSums {
    /// Of what has been built up.
    built: Vec<f64>,
    /// Of what has been built up and not yet faded.
    fading: Vec<f64>,
}
