//! The tax on a price, or in it.

use super::off::share;
use crate::units::{Money, Tax, TaxMode};
use rust_decimal::Decimal;

/// The tax that comes on top of a price, rounded by the rule; nothing where prices include it.
pub fn tax_on_top(price: Money, tax: Tax) -> Money {
    if tax.mode == TaxMode::OnTop { tax_of(price, tax) } else { Money::ZERO }
}

/// The tax on a price, or in it, rounded by the rule.
pub(super) fn tax_of(price: Money, tax: Tax) -> Money {
    let rate = tax.rate.as_share();
    match tax.mode {
        TaxMode::OnTop => share(price, rate),
        TaxMode::Included if rate.is_zero() => Money::ZERO,
        TaxMode::Included => {
            let price = Decimal::from(price.minor());
            // Multiplied first: amount × rate ÷ (1 + rate) is the same as amount − amount ÷ (1 + rate), and a half cent
            // stays one.
            Money::round(price * rate / (Decimal::ONE + rate)).unwrap_or(Money::MAX)
        }
    }
}
