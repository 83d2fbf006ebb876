//! How many units of what is sold.

use super::Money;
use rust_decimal::Decimal;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

/// How many units of what is sold, to a hundredth: 2 syringes, or half of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitCount(u32);

impl UnitCount {
    /// One unit.
    pub const ONE: Self = Self(100);

    /// So many hundredths of a unit.
    pub const fn of_hundredths(hundredths: u32) -> Self {
        Self(hundredths)
    }

    /// So many whole units.
    pub const fn whole(units: u32) -> Self {
        Self(units.saturating_mul(100))
    }

    /// How many hundredths of a unit.
    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// How many units if these are whole ones.
    pub fn as_whole(self) -> Option<u32> {
        self.0.is_multiple_of(100).then_some(self.0 / 100)
    }

    /// The number of units.
    pub fn as_decimal(self) -> Decimal {
        Decimal::new(i64::from(self.0), 2).normalize()
    }

    /// What they cost at this price of one, rounded by the program's rule.
    pub fn at(self, price: Money) -> Money {
        Money::round(Decimal::from(price.minor()) * self.as_decimal()).unwrap_or(Money::MAX)
    }

    /// Whether what they cost at this price of one needs no rounding.
    pub fn is_exact_at(self, price: Money) -> bool {
        (i128::from(price.minor()) * i128::from(self.0)) % 100 == 0
    }
}

impl fmt::Display for UnitCount {
    /// `2`, `0.5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_decimal().fmt(f)
    }
}

impl serde::Serialize for UnitCount {
    /// A whole number where it is one.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.as_whole() {
            Some(whole) => serializer.serialize_u32(whole),
            None => serializer.serialize_f64(f64::from(self.0) / 100.0),
        }
    }
}

impl Add for UnitCount {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for UnitCount {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for UnitCount {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self(0), Add::add)
    }
}
