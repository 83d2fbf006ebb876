//! Three values for one quantity: a band of results, a spread of money.

use serde::{Deserialize, Serialize};

/// A result with its uncertainty: the same quantity as a careful, a usual and a hopeful reader would put it.
///
/// "Cautious" and "optimistic" name the width of the studies' disagreement, never a share of patients.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Band<T = f64> {
    /// The low edge of the band.
    pub cautious: T,
    /// The central value.
    pub typical: T,
    /// The high edge of the band.
    pub optimistic: T,
}

impl<T> Band<T> {
    /// The same value at all three places.
    pub fn of(value: T) -> Self
    where
        T: Copy,
    {
        Self { cautious: value, typical: value, optimistic: value }
    }

    /// Applies `f` to each of the three values.
    pub fn map<U>(self, mut f: impl FnMut(T) -> U) -> Band<U> {
        Band { cautious: f(self.cautious), typical: f(self.typical), optimistic: f(self.optimistic) }
    }

    /// Joins two bands value by value.
    pub fn zip<U, V>(self, other: Band<U>, mut f: impl FnMut(T, U) -> V) -> Band<V> {
        Band {
            cautious: f(self.cautious, other.cautious),
            typical: f(self.typical, other.typical),
            optimistic: f(self.optimistic, other.optimistic),
        }
    }

    /// Cautious, typical, optimistic.
    pub fn to_array(self) -> [T; 3] {
        [self.cautious, self.typical, self.optimistic]
    }
}

/// What something may cost: the least, the usual and the most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Spread<T> {
    /// The least.
    pub low: T,
    /// The usual.
    pub typical: T,
    /// The most.
    pub high: T,
}

impl<T> Spread<T> {
    /// The same value at all three places.
    pub fn of(value: T) -> Self
    where
        T: Copy,
    {
        Self { low: value, typical: value, high: value }
    }

    /// Applies `f` to each of the three values.
    pub fn map<U>(self, mut f: impl FnMut(T) -> U) -> Spread<U> {
        Spread { low: f(self.low), typical: f(self.typical), high: f(self.high) }
    }

    /// Joins two spreads value by value.
    pub fn zip<U, V>(self, other: Spread<U>, mut f: impl FnMut(T, U) -> V) -> Spread<V> {
        Spread { low: f(self.low, other.low), typical: f(self.typical, other.typical), high: f(self.high, other.high) }
    }

    /// Low, typical, high.
    pub fn to_array(self) -> [T; 3] {
        [self.low, self.typical, self.high]
    }
}

impl<T: PartialOrd> Spread<T> {
    /// Whether low ≤ typical ≤ high.
    pub fn is_ordered(&self) -> bool {
        self.low <= self.typical && self.typical <= self.high
    }
}
