//! What happens to skin that is left alone.

use super::exp::exp;
use crate::units::{DAYS_PER_YEAR, Day};

/// Severity if nothing is done.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ageing {
    /// Age at the plan's start, in years.
    pub age: f64,
    /// Yearly loss of collagen, as a share, with the client's habits.
    pub loss: f64,
    /// The age from which collagen is lost, in years.
    pub from_age: f64,
    /// How much collagen loss adds to severity.
    pub weight: f64,
}

impl Ageing {
    /// Severity after `day` days, 1 on day 0.
    pub fn untreated(&self, day: Day) -> f64 {
        self.curve(&[day])[0]
    }

    /// Severity on each of these days, 1 on day 0.
    pub fn curve(&self, days: &[Day]) -> Vec<f64> {
        self.kept(days).into_iter().map(|kept| 1.0 + self.weight * (1.0 - kept)).collect()
    }

    /// The share of the collagen of day 0 that is left on each of these days.
    pub fn kept(&self, days: &[Day]) -> Vec<f64> {
        let exponent = self.exponent();
        let mut kept: Vec<f64> = days.iter().map(|day| exponent(*day)).collect();
        exp(&mut kept);
        kept
    }

    /// The same on one day.
    pub(super) fn kept_on(&self, day: Day) -> f64 {
        let mut kept = [self.exponent()(day)];
        exp(&mut kept);
        kept[0]
    }

    /// (1 − r)^n as exp(n ln(1 − r)).
    fn exponent(&self) -> impl Fn(Day) -> f64 {
        let rate = libm::log1p(-self.loss);
        let lost_for = |age: f64| (age - self.from_age).max(0.0);
        let before = lost_for(self.age);
        move |day| (lost_for(self.age + f64::from(day) / DAYS_PER_YEAR) - before) * rate
    }
}
