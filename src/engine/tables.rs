//! The time course of one session on whole days.

use super::ageing::Ageing;
use super::cache::Cache;
use super::exp::{Falling, RUN, RUN_DAYS, exp};
use crate::units::{DAYS_PER_MONTH, DAYS_PER_YEAR, Day, position};
use std::array::from_fn;
use std::ops::Range;
use std::sync::Arc;

/// How the gain of a session comes and goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KernelShape {
    /// Build-up time τm in months.
    pub build_months: f64,
    /// Fade time τd in months.
    pub fade_months: f64,
    /// How steep the fade is, k.
    pub fade_shape: f64,
    /// The yearly rate λ at which the share that stays wears off.
    pub wear: f64,
}

/// What a session has built up, M; what of it has not yet worn off where all persists, M · exp(−λu), but for the loss of
/// collagen; and what has not yet faded where nothing persists, M · exp(−(u/τd)^k).
pub(super) type Gain = [f64; 3];

/// The gain of a session on each whole day after it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    shape: KernelShape,
    /// From the day of the session itself, on which there is none.
    days: Vec<Gain>,
}

/// More time courses than a plan can hold treatments.
const MOST: usize = 24;

/// Tables of time courses, kept as long as age, sun, smoking and treatments stay what they are.
#[derive(Clone, Debug)]
pub struct Tables {
    courses: Cache<(KernelShape, Day), Table>,
    /// What is left of the collagen of day 0.
    kept: Cache<(Ageing, Day), Vec<f64>>,
}

impl Default for Tables {
    fn default() -> Self {
        Self { courses: Cache::new(MOST), kept: Cache::new(2) }
    }
}

impl Tables {
    /// The table of a time course over so many days.
    pub(super) fn of(&mut self, shape: KernelShape, days: Day) -> Arc<Table> {
        self.courses.get((shape, days), PartialEq::eq, |key| (key, Table { shape, days: shape.gains(0..days + 1) }))
    }

    /// The share of the collagen of day 0 that is left on each day up to this one.
    pub(super) fn kept(&mut self, ageing: Ageing, last: Day) -> Arc<Vec<f64>> {
        self.kept.get((ageing, last), PartialEq::eq, |key| (key, ageing.kept(&(0..=last).collect::<Vec<_>>())))
    }
}

impl Table {
    /// Adds the gain of a session, which counts by its weights, to the sums of these days, which are in order and not before its own.
    pub(super) fn add_to(&self, sums: &mut [Gain], days: &[Day], session: Day, weights: Gain) {
        let (known, beyond) = days.split_at(days.partition_point(|day| position(day - session) < self.days.len()));
        let (of_known, of_beyond) = sums.split_at_mut(known.len());
        for (sum, day) in of_known.iter_mut().zip(known) {
            add(sum, weights, self.days[(day - session).cast_unsigned() as usize]);
        }
        for (sum, day) in of_beyond.iter_mut().zip(beyond) {
            add(sum, weights, self.shape.gains(day - session..day - session + 1)[0]);
        }
    }

    /// The gain on a day after the session.
    pub(super) fn on(&self, day: Day) -> Gain {
        self.days.get(position(day)).copied().unwrap_or_else(|| self.shape.gains(day..day + 1)[0])
    }

    /// Adds the gain of a session, which counts by its weights, to the sums of all days from day 0 on, as far as they are known.
    pub(super) fn add_daily(&self, sums: &mut [Gain], session: Day, weights: Gain) {
        let from = sums.len().min(position(session));
        sums[from..].iter_mut().zip(&self.days).for_each(|(sum, gain)| add(sum, weights, *gain));
    }
}

/// Adds a gain to a sum, each of its parts by its weight.
#[inline]
pub(super) fn add(sum: &mut Gain, weights: Gain, gain: Gain) {
    sum[0] += weights[0] * gain[0];
    sum[1] += weights[1] * gain[1];
    sum[2] += weights[2] * gain[2];
}

impl KernelShape {
    /// What of a session passes, on each of the days from the session on: its build-up, faded.
    pub(crate) fn passing(&self, days: Day) -> Vec<f64> {
        self.gains(0..days + 1).into_iter().map(|[_, _, passing]| passing).collect()
    }

    /// How many sessions' worth is still to be built up right after one of them, at most, if none follows another sooner than so many
    /// days.
    pub(crate) fn building(&self, interval: Day) -> f64 {
        let months = f64::from(interval.max(1)) / DAYS_PER_MONTH / self.build_months;
        // The rest is nothing: 40 times the time of build-up leaves 1e-16.
        let stages = (0..).map(|number| f64::from(number) * months).take_while(|stage| *stage < 40.0);
        stages.map(|stage| (1.0 + stage) * libm::exp(-stage)).sum()
    }

    /// What of a session stays, on each of the days from the session on: its build-up, worn.
    pub(crate) fn staying(&self, days: Day) -> Vec<f64> {
        self.gains(0..days + 1).into_iter().map(|[_, staying, _]| staying).collect()
    }

    /// The gain on each of these days after the session, none of them before it.
    fn gains(&self, days: Range<Day>) -> Vec<Gain> {
        let stage = 1.0 / (self.build_months * DAYS_PER_MONTH);
        let worn = Falling::of(self.wear / DAYS_PER_YEAR, 0.0, days.clone());
        let faded = self.fade(days.clone());
        // Beyond 45 τm (1 + u/τm) exp(−u/τm) is below half of the last bit of 1, so that the build-up is exactly 1.
        #[expect(clippy::cast_possible_truncation, reason = "casts stop at the largest day")]
        let settled = ((45.0 / stage).ceil() as Day).clamp(days.start, days.end);
        let left = Falling::of(stage, 0.0, days.start..settled);
        let mut gains = Vec::with_capacity(days.len());
        for run in days.start / RUN_DAYS..(days.end + RUN_DAYS - 1) / RUN_DAYS {
            let (at, first) = (position(run), run * RUN_DAYS);
            let worn = worn.run(at).unwrap_or_default();
            let faded = faded.run(at, first);
            let mut of_run: [Gain; RUN] = from_fn(|day| [1.0, worn[day], faded[day]]);
            if let Some(left) = left.run(at) {
                for ((day, left), gain) in (first..).zip(left).zip(&mut of_run) {
                    let built = 1.0 - (1.0 + f64::from(day) * stage) * left;
                    *gain = gain.map(|left| built * left);
                }
            }
            let asked = position((days.start - first).max(0))..position((days.end - first).min(RUN_DAYS));
            gains.extend_from_slice(&of_run[asked]);
        }
        gains
    }

    fn fade(&self, days: Range<Day>) -> Fade {
        let age = 1.0 / (self.fade_months * DAYS_PER_MONTH);
        #[expect(clippy::float_cmp, reason = "2 is written in the catalogue, never computed")]
        if self.fade_shape == 2.0 {
            Fade::Square(Falling::of(0.0, age * age, days))
        } else {
            Fade::Power(age, self.fade_shape)
        }
    }
}

/// How much is left of what passes.
enum Fade {
    /// exp(−(u/τd)²).
    Square(Falling),
    /// exp(−(u/τd)^k), by 1/τd in days and k.
    Power(f64, f64),
}

impl Fade {
    fn run(&self, run: usize, first: Day) -> [f64; RUN] {
        match self {
            Self::Square(falling) => falling.run(run).unwrap_or_default(),
            Self::Power(age, shape) => {
                let mut day = f64::from(first) - 1.0;
                let mut fade = from_fn(|_| {
                    day += 1.0;
                    -libm::pow(day * age, *shape)
                });
                exp(&mut fade);
                fade
            }
        }
    }
}
