//! The time course of one session on whole days.

use super::exp::exp;
use super::kept::Kept;
use crate::units::{DAYS_PER_MONTH, Day};
use std::sync::Arc;

/// How the gain of a session comes and goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
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
    shape: Shape,
    /// From the day of the session itself, on which there is none.
    days: Vec<Gain>,
}

/// More time courses than a plan can hold treatments.
const MOST: usize = 24;

/// Tables of time courses, kept as long as age, sun, smoking and treatments stay what they are.
#[derive(Clone, Debug)]
pub struct Tables(Kept<(Shape, Day), Table>);

impl Default for Tables {
    fn default() -> Self {
        Self(Kept::new(MOST))
    }
}

impl Tables {
    /// The table of a time course over so many days.
    pub(super) fn of(&mut self, shape: Shape, days: Day) -> Arc<Table> {
        self.0.get((shape, days), |_| Table { shape, days: shape.gains(0..=days) })
    }
}

impl Table {
    /// The gain so many days after a session.
    #[inline]
    pub(super) fn at(&self, after: Day) -> Gain {
        // A day before the session becomes one far after it, which no table holds either.
        self.days.get(after.cast_unsigned() as usize).copied().unwrap_or_else(|| self.beyond(after))
    }

    /// The gains of the days from the session on.
    pub(super) fn days(&self) -> &[Gain] {
        &self.days
    }

    /// A day outside the table: before the session, or after the horizon.
    #[cold]
    fn beyond(&self, after: Day) -> Gain {
        if after <= 0 { [0.0; 2] } else { self.shape.gains(after..=after)[0] }
    }
}

impl Shape {
    /// The gain on each of these days after the session, each at least 0, in order.
    fn gains(&self, days: std::ops::RangeInclusive<Day>) -> Vec<Gain> {
        let months: Vec<f64> = days.map(|day| f64::from(day) / DAYS_PER_MONTH).collect();
        let (build, fade) = (self.build(&months), self.fade(&months));
        build.into_iter().zip(fade).map(|(build, fade)| [build, build * fade]).collect()
    }

    fn build(&self, months: &[f64]) -> Vec<f64> {
        // From here on (1 + u/τm) exp(−u/τm) is below half of the last bit of 1, so the build-up is exactly 1.
        let settled = months.partition_point(|months| months / self.build_months <= 45.0);
        let stages: Vec<f64> = months[..settled].iter().map(|months| months / self.build_months).collect();
        let mut build: Vec<f64> = stages.iter().map(|stage| -stage).collect();
        exp(&mut build);
        for (build, stage) in build.iter_mut().zip(&stages) {
            *build = 1.0 - (1.0 + stage) * *build;
        }
        build.resize(months.len(), 1.0);
        build
    }

    fn fade(&self, months: &[f64]) -> Vec<f64> {
        let ages = months.iter().map(|months| months / self.fade_months);
        #[expect(clippy::float_cmp, reason = "2 is written in the catalogue, never computed")]
        let mut fade: Vec<f64> = if self.fade_shape == 2.0 {
            ages.map(|age| -(age * age)).collect()
        } else {
            ages.map(|age| -libm::pow(age, self.fade_shape)).collect()
        };
        exp(&mut fade);
        fade
    }
}
