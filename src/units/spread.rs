//! Three values for one quantity: what it is at least, usually and at most.

use serde::{Deserialize, Serialize};
use std::ops::{Add, Sub};

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

impl<T: Add> Add for Spread<T> {
    type Output = Spread<T::Output>;

    fn add(self, other: Self) -> Self::Output {
        self.zip(other, |one, other| one + other)
    }
}

impl<T: Sub> Sub for Spread<T> {
    type Output = Spread<T::Output>;

    fn sub(self, other: Self) -> Self::Output {
        self.zip(other, |one, other| one - other)
    }
}

impl<T: PartialOrd> Spread<T> {
    /// Whether low ≤ typical ≤ high.
    pub fn is_ordered(&self) -> bool {
        self.low <= self.typical && self.typical <= self.high
    }
}
