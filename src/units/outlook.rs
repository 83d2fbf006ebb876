//! A result with its uncertainty.

use super::Spread;
use serde::{Serialize, Serializer};

/// Where one, five and nine of ten draws lie at or below.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Quantiles {
    /// The 10% point.
    pub p10: f64,
    /// The median.
    pub p50: f64,
    /// The 90% point.
    pub p90: f64,
}

/// What a result may come to. Its two ranges are always told apart: what the average of a clinic's clients may come to, and
/// what one person may get.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Outlook {
    /// Of the typical course: every parameter at its typical value. Of one person whose results were graded the median of what
    /// agrees with that.
    pub typical: f64,
    /// Of clinics' averages; none as long as nothing has been drawn.
    pub clinics: Option<Quantiles>,
    /// Of single persons; none as long as nothing has been drawn.
    pub people: Option<Quantiles>,
}

impl Serialize for Quantiles {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_array().serialize(serializer)
    }
}

impl Quantiles {
    /// Applies `f`, which rises, to each of them.
    #[must_use]
    pub fn map(self, f: impl Fn(f64) -> f64) -> Self {
        Self { p10: f(self.p10), p50: f(self.p50), p90: f(self.p90) }
    }

    /// The 10, 50 and 90% points.
    pub fn to_array(self) -> [f64; 3] {
        [self.p10, self.p50, self.p90]
    }
}

impl Outlook {
    /// A result without a range.
    pub fn of(typical: f64) -> Self {
        Self { typical, clinics: None, people: None }
    }

    /// Applies `f`, which rises, to each of its values.
    #[must_use]
    pub fn map(self, f: impl Fn(f64) -> f64) -> Self {
        Self {
            typical: f(self.typical),
            clinics: self.clinics.map(|clinics| clinics.map(&f)),
            people: self.people.map(|people| people.map(&f)),
        }
    }

    /// Of clinics: the 10% point, the typical value and the 90% point; the typical value alone where nothing has been drawn.
    pub fn of_clinics(self) -> Spread<f64> {
        self.spread(self.clinics)
    }

    /// Of people: the 10% point, the typical value and the 90% point; the typical value alone where nothing has been drawn.
    pub fn of_people(self) -> Spread<f64> {
        self.spread(self.people)
    }

    fn spread(self, range: Option<Quantiles>) -> Spread<f64> {
        let of = |range: Quantiles| Spread { low: range.p10, typical: self.typical, high: range.p90 };
        range.map_or(Spread::of(self.typical), of)
    }
}
