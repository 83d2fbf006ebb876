//! What is taken off a price: a share of it, or an amount once.

use super::{Currency, Money, MoneyError, Percent, PercentError};

/// What is taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Discount {
    /// A share of everything.
    Percent(Percent),
    /// An amount, once: off what is paid first, and what is left of it off what is paid next.
    Amount(Money),
}

/// Why typed text is no discount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiscountError {
    /// It is no percentage that fits.
    Percent(PercentError),
    /// It is no amount.
    Amount(MoneyError),
}

impl Default for Discount {
    fn default() -> Self {
        Self::Percent(Percent::ZERO)
    }
}

impl Discount {
    /// Reads `10` and `10 %` as a percentage from 0 to `most`, and an amount with the sign or the code of its currency, such
    /// as `$50`, `50 €` or `50 GBP`, as that. An empty text is nothing.
    ///
    /// # Errors
    /// If it is neither.
    pub fn parse(text: &str, most: u32, currency: Currency) -> Result<Self, DiscountError> {
        let is_letter = |c: char| c.is_alphabetic() || "$€£¥₣₹₺₽₩₪₫฿₴₦".contains(c);
        if text.contains(is_letter) {
            return Money::parse(text, currency).map(Self::Amount).map_err(DiscountError::Amount);
        }
        Percent::parse(text, most).map(Self::Percent).map_err(DiscountError::Percent)
    }

    /// Whether nothing is taken off.
    pub fn is_zero(self) -> bool {
        match self {
            Self::Percent(percent) => percent.is_zero(),
            Self::Amount(amount) => amount == Money::ZERO,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Currency, Discount, Money, Percent};

    #[test]
    fn a_sign_or_a_code_makes_an_amount() {
        let check = |text: &str, code: &str, expected: Option<Discount>| {
            let read = Currency::from_code(code).and_then(|currency| Discount::parse(text, 100, currency).ok());
            assert_eq!(read, expected, "{text} in {code}");
        };
        let percent = |text: &str| Percent::parse(text, 100).map(Discount::Percent).ok();
        let amount = |minor: i64| Some(Discount::Amount(Money::from_minor(minor)));
        check("", "USD", percent("0"));
        check("10", "USD", percent("10"));
        check("7,5 %", "EUR", percent("7.5"));
        check("$50", "USD", amount(5_000));
        check("£50", "GBP", amount(5_000));
        check("50 €", "EUR", amount(5_000));
        check("50.25 GBP", "GBP", amount(5_025));
        check("EUR 1.234,50", "EUR", amount(123_450));
        check("£50", "USD", None);
        check("101", "USD", None);
        check("half", "USD", None);
        check("-$5", "USD", None);
    }
}
