//! How far a parameter may lie from its typical value.

use crate::units::Spread;

/// On which scale a parameter is uncertain, and how far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scale {
    /// It is taken as known.
    Known,
    /// Its logarithm is normal, with this standard deviation.
    Log(f64),
    /// Its log odds are normal, with this standard deviation.
    LogOdds(f64),
    /// It follows the beta distribution with these whole parameters, whatever its typical value.
    Beta(u32, u32),
}

/// The 90% point of the standard normal distribution.
pub const NINE_OF_TEN: f64 = 1.281_551_565_544_600_4;

impl Scale {
    /// The value that lies `z` standard deviations from the typical one; no matter how far out, it is a number.
    pub fn at(self, typical: f64, z: f64) -> f64 {
        match self {
            Self::Known => typical,
            Self::Log(deviation) => typical * libm::exp(deviation * z),
            Self::LogOdds(_) if typical <= 0.0 || typical >= 1.0 => typical,
            Self::LogOdds(deviation) => {
                let odds = typical / (1.0 - typical) * libm::exp(deviation * z);
                odds / (1.0 + odds)
            }
            Self::Beta(..) if z == 0.0 => typical,
            Self::Beta(a, b) => beta_quantile(a, b, 0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)),
        }
    }

    /// The value with its 10 and 90% ends.
    pub fn range(self, typical: f64) -> Spread<f64> {
        Spread { low: self.at(typical, -NINE_OF_TEN), typical, high: self.at(typical, NINE_OF_TEN) }
    }
}

/// The quantile of a beta distribution with whole parameters: its distribution function is the tail of a binomial one.
fn beta_quantile(a: u32, b: u32, share: f64) -> f64 {
    let trials = a + b - 1;
    let tail = |x: f64| {
        let mut term = 1.0;
        let mut sum = 0.0;
        // C(n, j) x^j (1 − x)^(n − j) for j from 0 on.
        for j in 0..=trials {
            if j >= a {
                sum += term * power(x, j) * power(1.0 - x, trials - j);
            }
            term *= f64::from(trials - j) / f64::from(j + 1);
        }
        sum
    };
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..50 {
        let middle = 0.5 * (low + high);
        if tail(middle) < share { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

fn power(x: f64, n: u32) -> f64 {
    (0..n).fold(1.0, |product, _| product * x)
}
