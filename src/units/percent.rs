//! Percentages of money: discount, tax, yearly price growth.

use super::Money;
use rust_decimal::{Decimal, RoundingStrategy};

/// A percentage in thousandths of a percent, so that 8.875 % (a real sales tax) is exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(i32);

/// Why typed text is not a percentage that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PercentError {
    /// There is no number in the text.
    NotANumber(String),
    /// More than three decimals.
    TooPrecise(String),
    /// Outside the range of the field.
    OutOfRange {
        /// What was typed.
        text: String,
        /// The most the field takes, in percent.
        most: u32,
    },
}

impl Percent {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Reads `7.5`, `7,5` or `7.5 %`, from 0 to `most` percent. An empty text is 0.
    pub fn parse(text: &str, most: u32) -> Result<Self, PercentError> {
        let bare = text.trim().trim_end_matches('%').trim().replace(',', ".");
        if bare.is_empty() {
            return Ok(Self::ZERO);
        }
        let value = Decimal::from_str_exact(&bare).map_err(|_| PercentError::NotANumber(text.to_owned()))?;
        if value < Decimal::ZERO || value > Decimal::from(most) {
            return Err(PercentError::OutOfRange { text: text.to_owned(), most });
        }
        let thousandths = value * Decimal::from(1000);
        if !thousandths.fract().is_zero() {
            return Err(PercentError::TooPrecise(text.to_owned()));
        }
        i32::try_from(thousandths).map(Self).map_err(|_| PercentError::OutOfRange { text: text.to_owned(), most })
    }

    /// A whole percentage.
    pub const fn whole(percent: u16) -> Self {
        Self(percent as i32 * 1000)
    }

    /// Whether it is exactly zero.
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// A share as a percentage of so many decimals, three at most, a half rounded away from zero; none if it is above
    /// two million percent.
    pub fn round(share: Decimal, decimals: u32) -> Option<Self> {
        let percent = share.checked_mul(Decimal::ONE_HUNDRED)?;
        let rounded = percent.round_dp_with_strategy(decimals.min(3), RoundingStrategy::MidpointAwayFromZero);
        i32::try_from(rounded.checked_mul(Decimal::ONE_THOUSAND)?).ok().map(Self)
    }

    /// This percentage of an amount, rounded by the program's rule ([`Money::round`]).
    pub fn of(self, amount: Money) -> Money {
        Money::round(Decimal::from(amount.minor()) * self.as_share()).unwrap_or(Money::MAX)
    }

    /// As a share: 0.075 for 7.5 %.
    pub fn as_share(self) -> Decimal {
        Decimal::new(i64::from(self.0), 5)
    }
}

impl std::fmt::Display for Percent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}%", Decimal::new(i64::from(self.0), 3).normalize())
    }
}
