//! What discounts take off, and the rounding of shares.

use crate::units::{Discount, Money, Percent, Spread};
use rust_decimal::Decimal;

/// What a discount still takes off.
#[derive(Clone, Copy)]
pub(super) enum Off {
    /// A share of everything.
    Share(Percent),
    /// What is left of an amount.
    Left(Spread<Money>),
}

impl Off {
    pub(super) fn of(discount: Discount) -> Self {
        match discount {
            Discount::Percent(percent) => Self::Share(percent),
            Discount::Amount(amount) => Self::Left(Spread::of(amount)),
        }
    }

    /// What it takes off a price, which is then used up.
    pub(super) fn take(&mut self, price: Spread<Money>) -> Spread<Money> {
        match self {
            Self::Share(percent) => price.map(|price| share(price, percent.as_share())),
            Self::Left(left) => {
                let taken = left.zip(price, Money::min);
                *left = *left - taken;
                taken
            }
        }
    }
}

/// A share of an amount, rounded by the rule. Amounts and growth are bounded where they enter, so this stays in range.
pub(super) fn share(amount: Money, share: Decimal) -> Money {
    if share == Decimal::ONE {
        return amount;
    }
    if share.is_zero() {
        return Money::ZERO;
    }
    Money::round(Decimal::from(amount.minor()) * share).unwrap_or(Money::MAX)
}
