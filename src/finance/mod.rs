//! Deposit and credit: how a cash price may be paid. Knows money and percentages only.
//!
//! **A deposit** is due at booking and taken off the first payments: it is part of the price, never on top of it.
//!
//! **A credit** pays the cash price less the deposit. The lender's fee, if there is one, is added to what is financed
//! and repaid with it, so that nothing but instalments is ever paid to the lender. Instalments are monthly and equal,
//! by the annuity formula A = B·i / (1 − (1 + i)⁻ⁿ), with a zero rate A = B / n, rounded once to the minor unit by the
//! program's rule. The first is due a month after the credit is given, or so many months later as its terms say: what
//! interest there is until then is added to the balance month by month, and B is what it has come to a month before the
//! first instalment. Each month's interest is i × balance, rounded; the last instalment pays what is left, so that it takes all rounding and the balance ends at exactly zero.
//!
//! **Rates.** A nominal rate r is charged as r / 12 a month, an effective one as (1 + r)^(1/12) − 1. Whichever was typed,
//! both annual rates of a repayment are worked out from the payments themselves, fee included: the effective one as the
//! EU's consumer credit directive 2008/48/EC (annex I) and the UK's FCA handbook (CONC App 1.2) define the APR, the
//! nominal one as the US Regulation Z (appendix J) does; a country's pack says which one is stated. Everything is
//! decimal arithmetic, the same on every platform.

mod credit;
mod rate;
mod table;

pub use credit::{Credit, Repayment};
pub use rate::{Yield, annual_rate};
pub use table::Instalment;

use crate::units::{Money, Percent};

/// How the rate of a credit is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RateKind {
    /// A twelfth of it is charged each month.
    #[default]
    Nominal,
    /// What a year comes to with interest on interest.
    Effective,
}

impl RateKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Nominal, Self::Effective];
}

/// What is paid at booking, as part of a price.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Deposit {
    /// Nothing.
    #[default]
    None,
    /// A share of the price.
    Percent(Percent),
    /// An amount; of a price below it, the whole price.
    Amount(Money),
}

impl Deposit {
    /// What is due at booking of this price: never more than the price.
    pub fn of(self, price: Money) -> Money {
        match self {
            Self::None => Money::ZERO,
            Self::Percent(percent) => percent.of(price).min(price),
            Self::Amount(amount) => amount.min(price),
        }
    }

    /// Whether nothing is asked for.
    pub fn is_none(self) -> bool {
        match self {
            Self::None => true,
            Self::Percent(percent) => percent.is_zero(),
            Self::Amount(amount) => amount == Money::ZERO,
        }
    }
}
