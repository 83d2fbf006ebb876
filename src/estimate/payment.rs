//! How an option's initial course may be paid: with a deposit, and by credit. By typical prices.

use crate::finance::Repayment;
use crate::ledger::{Heading, Ledger};
use crate::plan::Plan;
use crate::units::Money;

/// How the initial course of an option may be paid, by typical prices. Neither a deposit nor a credit changes what the
/// treatments cost or when they are given, so that spend, in ledger and chart, stands on the days of the treatments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// The cash price: consultation and initial course, without upkeep, after discounts and with tax.
    pub cash_price: Money,
    /// What of it is due at booking. Taken off the first payments: part of the price, not on top of it.
    pub deposit: Money,
    /// What the rest comes to by credit; none if the plan has no credit, or if nothing is left to pay.
    pub repayment: Option<Repayment>,
}

impl Payment {
    /// Of an option's ledger; none if its initial course costs nothing.
    pub(super) fn of(plan: &Plan, ledger: &Ledger) -> Option<Self> {
        let of = |heading| ledger.heading(heading).typical;
        let cash_price = of(Heading::Consultation) + of(Heading::Course);
        if cash_price <= Money::ZERO {
            return None;
        }
        let deposit = plan.deposit.of(cash_price);
        let repayment = plan.credit.and_then(|credit| credit.repay(cash_price, deposit));
        Some(Self { cash_price, deposit, repayment })
    }

    /// What is left of the cash price after the deposit.
    pub fn rest(&self) -> Money {
        self.cash_price - self.deposit
    }
}
