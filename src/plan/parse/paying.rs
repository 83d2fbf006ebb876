//! How a plan is paid, from typed to valid.

use super::Parser;
use crate::document::{CreditDraft, DepositDraft, Draft, Field, Place, limits};
use crate::finance::{Credit, Deposit};
use std::ops::RangeInclusive;

impl Parser<'_> {
    /// The deposit. Nothing typed yet is no deposit yet.
    pub(super) fn deposit(&mut self, draft: &DepositDraft) -> Deposit {
        let place = Place::Plan(Field::Deposit);
        match draft {
            DepositDraft::None => Deposit::None,
            DepositDraft::Percent(text) => Deposit::Percent(self.percent(text, 100, place)),
            DepositDraft::Amount(text) => Deposit::Amount(self.amount_or_zero(text, place)),
        }
    }

    /// The terms of the credit.
    pub(super) fn credit(&mut self, plan: &Draft, draft: &CreditDraft) -> Credit {
        let place = Place::Plan;
        let within = |months: u32, limits: RangeInclusive<u32>| months.clamp(*limits.start(), *limits.end());
        Credit {
            rate: self.percent_of(plan, place(Field::CreditRate)),
            kind: draft.kind,
            months: within(draft.months, limits::CREDIT_MONTHS),
            first: within(draft.first, limits::CREDIT_FIRST),
            fee: self.amount_or_zero(&draft.fee, place(Field::CreditFee)),
        }
    }
}
