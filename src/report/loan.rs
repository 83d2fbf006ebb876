//! What a report on one credit is made from.

use crate::finance::{Credit, Instalment, Repayment};
use crate::units::{Currency, Date, Money};

/// One credit, worked out.
#[derive(Clone, Debug)]
pub struct Loan {
    /// Its terms.
    pub credit: Credit,
    /// What repaying it comes to.
    pub repayment: Repayment,
    /// Every instalment with its day.
    pub instalments: Vec<Instalment>,
    /// The currency of every amount.
    pub currency: Currency,
    /// The day the credit is given.
    pub from: Date,
}

impl Loan {
    /// Works out the credit of a price after a deposit; none if that leaves nothing to pay by credit.
    pub fn of(credit: Credit, cash_price: Money, deposit: Money, currency: Currency, from: Date) -> Option<Self> {
        let repayment = credit.repay(cash_price, deposit)?;
        Some(Self { credit, repayment, instalments: credit.table(cash_price, deposit, from), currency, from })
    }
}
