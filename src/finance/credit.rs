//! A credit, and what repaying it comes to.

use super::rate::{self, annual_rate};
use super::table::Row;
use super::{Instalment, RateKind, table};
use crate::units::{Date, Money, Percent};
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// The terms of a credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Credit {
    /// The yearly rate, from 0 to 100 %.
    pub rate: Percent,
    /// How it is meant.
    pub kind: RateKind,
    /// In how many monthly instalments it is repaid, within [`Credit::MONTHS`].
    pub months: u32,
    /// How many months after the credit is given the first of them is due, within [`Credit::FIRST`]; a month is usual.
    pub first: u32,
    /// The lender's fee, added to what is financed.
    pub fee: Money,
}

/// What paying a price by instalments comes to. Every amount is exact:
/// `cash_price + cost_of_credit = deposit + total_repayable`, and `total_repayable` is the sum of all instalments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repayment {
    /// What is paid without a credit.
    pub cash_price: Money,
    /// What of it is paid at booking.
    pub deposit: Money,
    /// The amount of credit: what the lender pays of the cash price.
    pub credit: Money,
    /// What is repaid without interest: the credit with the lender's fee.
    pub financed: Money,
    /// Every instalment but the last.
    pub instalment: Money,
    /// How many there are, the last included. Fewer than the terms ask for only where the sum is of fewer minor units
    /// than months.
    pub instalments: u32,
    /// The last instalment, which takes the rounding.
    pub last_instalment: Money,
    /// The sum of all instalments.
    pub total_repayable: Money,
    /// What the credit costs: interest and fee.
    pub cost_of_credit: Money,
    /// The effective annual rate of the payments, fee included, to a tenth of a percent: the APR of the EU and the UK.
    /// None above 1000 %.
    pub effective: Option<Percent>,
    /// Twelve times the monthly rate of the payments, fee included, to a hundredth of a percent: the APR of the US. None
    /// above 1000 %.
    pub nominal: Option<Percent>,
}

impl Credit {
    /// How many instalments there may be.
    pub const MONTHS: RangeInclusive<u32> = 2..=120;
    /// How many months the first instalment may be due after the credit is given.
    pub const FIRST: RangeInclusive<u32> = 1..=24;

    /// What paying this price comes to after this deposit; none if that leaves nothing to pay by credit.
    pub fn repay(&self, cash_price: Money, deposit: Money) -> Option<Repayment> {
        let credit = cash_price - deposit;
        if credit <= Money::ZERO {
            return None;
        }
        let financed = credit + self.fee;
        let rows = self.rows(financed);
        let (first, last) = (rows.first()?, rows.last()?);
        let total_repayable = rows.iter().map(|row| row.instalment).sum();
        let payments: Vec<(u32, Money)> = rows.iter().map(|row| (row.month, row.instalment)).collect();
        let found = annual_rate(credit, &payments);
        Some(Repayment {
            cash_price,
            deposit,
            credit,
            financed,
            instalment: first.instalment,
            instalments: last.number,
            last_instalment: last.instalment,
            total_repayable,
            cost_of_credit: total_repayable - credit,
            effective: found.and_then(|found| Percent::round(found.effective, 1)),
            nominal: found.and_then(|found| Percent::round(found.nominal, 2)),
        })
    }

    /// Each instalment with its day, when the credit is given on `from`; empty if nothing is left to pay by credit.
    pub fn table(&self, cash_price: Money, deposit: Money, from: Date) -> Vec<Instalment> {
        let credit = cash_price - deposit;
        if credit <= Money::ZERO {
            return Vec::new();
        }
        self.rows(credit + self.fee).into_iter().map(|row| row.due(from)).collect()
    }

    fn rows(&self, financed: Money) -> Vec<Row> {
        table::rows(financed, self.monthly_rate(), (self.first, self.months))
    }

    /// What is charged each month, as a share of the balance.
    fn monthly_rate(&self) -> Decimal {
        match self.kind {
            RateKind::Nominal => self.rate.as_share() / Decimal::from(rate::MONTHS),
            RateKind::Effective => rate::monthly(self.rate.as_share()),
        }
    }
}

impl Repayment {
    /// How many instalments are of the same amount: all, or all but the last.
    pub fn equal_instalments(&self) -> u32 {
        if self.last_instalment == self.instalment { self.instalments } else { self.instalments - 1 }
    }
}
