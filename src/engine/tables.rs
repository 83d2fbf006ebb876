//! The time course of one session on whole days.

use super::cache::Cache;
use super::exp::{exp, falling};
use crate::units::{DAYS_PER_MONTH, Day, position};
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
}

/// What a session has built up, M, and what of it has not yet faded where nothing persists, M · exp(−(u/τd)^k).
pub(super) type Gain = [f64; 2];

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
pub struct Tables(Cache<(KernelShape, Day), Table>);

impl Default for Tables {
    fn default() -> Self {
        Self(Cache::new(MOST))
    }
}

impl Tables {
    /// The table of a time course over so many days.
    pub(super) fn of(&mut self, shape: KernelShape, days: Day) -> Arc<Table> {
        self.0.get((shape, days), PartialEq::eq, |key| (key, Table { shape, days: shape.gains(0..days + 1) }))
    }
}

impl Table {
    /// Adds the gain of a session that counts `weight` to the sums of these days, which are in order and not before its own.
    pub(super) fn add_to(&self, sums: &mut [Gain], days: &[Day], session: Day, weight: f64) {
        let (known, beyond) = days.split_at(days.partition_point(|day| position(day - session) < self.days.len()));
        let (of_known, of_beyond) = sums.split_at_mut(known.len());
        for (sum, day) in of_known.iter_mut().zip(known) {
            add(sum, weight, self.days[(day - session).cast_unsigned() as usize]);
        }
        for (sum, day) in of_beyond.iter_mut().zip(beyond) {
            add(sum, weight, self.shape.gains(day - session..day - session + 1)[0]);
        }
    }

    /// The gains of the days from the session on.
    pub(super) fn days(&self) -> &[Gain] {
        &self.days
    }
}

/// Adds a gain that counts `weight` to a sum.
#[inline]
pub(super) fn add(sum: &mut Gain, weight: f64, gain: Gain) {
    sum[0] += weight * gain[0];
    sum[1] += weight * gain[1];
}

impl KernelShape {
    /// The gain on each of these days after the session, none of them before it.
    fn gains(&self, days: Range<Day>) -> Vec<Gain> {
        let mut gains: Vec<Gain> = self.fade(days.clone()).into_iter().map(|fade| [1.0, fade]).collect();
        let stage = 1.0 / (self.build_months * DAYS_PER_MONTH);
        // Beyond 45 τm (1 + u/τm) exp(−u/τm) is below half of the last bit of 1, so that the build-up is exactly 1.
        #[expect(clippy::cast_possible_truncation, reason = "casts stop at the largest day")]
        let settled = ((45.0 / stage).ceil() as Day).clamp(days.start, days.end);
        let left = falling(stage, 0.0, days.start..settled);
        for ((day, left), gain) in (days.start..).zip(left).zip(&mut gains) {
            let built = 1.0 - (1.0 + f64::from(day) * stage) * left;
            *gain = [built, built * gain[1]];
        }
        gains
    }

    fn fade(&self, days: Range<Day>) -> Vec<f64> {
        let age = 1.0 / (self.fade_months * DAYS_PER_MONTH);
        #[expect(clippy::float_cmp, reason = "2 is written in the catalogue, never computed")]
        if self.fade_shape == 2.0 {
            return falling(0.0, age * age, days);
        }
        let mut fade: Vec<f64> = days.map(|day| -libm::pow(f64::from(day) * age, self.fade_shape)).collect();
        exp(&mut fade);
        fade
    }
}
