//! What happens to skin that is left alone.

use crate::units::DAYS_PER_YEAR;

/// Severity if nothing is done.
#[derive(Clone, Copy, Debug, PartialEq)]
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
    pub fn untreated(&self, day: f64) -> f64 {
        let exponent = |age: f64| (age - self.from_age).max(0.0);
        let years = exponent(self.age + day / DAYS_PER_YEAR) - exponent(self.age);
        1.0 + self.weight * (1.0 - libm::pow(1.0 - self.loss, years))
    }
}
