//! How a plan is paid, from typed to valid.

use super::parse::Parser;
use super::{CreditDraft, DepositDraft, Field, Place, limits};
use crate::finance::{Credit, Deposit};

/// How problems name the place.
const WORDS: &str = "Plan";

impl Parser<'_> {
    /// The deposit. Nothing typed yet is no deposit yet.
    pub(super) fn deposit(&mut self, draft: &DepositDraft) -> Deposit {
        let place = Place::Plan(Field::Deposit);
        match draft {
            DepositDraft::None => Deposit::None,
            DepositDraft::Percent(text) => Deposit::Percent(self.percent(text, 100, place, WORDS)),
            DepositDraft::Amount(text) => Deposit::Amount(self.amount_or_zero(text, place, WORDS)),
        }
    }

    /// The terms of the credit.
    pub(super) fn credit(&mut self, draft: &CreditDraft) -> Credit {
        let place = |field| Place::Plan(field);
        self.within(draft.months, &limits::CREDIT_MONTHS, " instalments", place(Field::CreditMonths), WORDS);
        let months = draft.months.clamp(*limits::CREDIT_MONTHS.start(), *limits::CREDIT_MONTHS.end());
        Credit {
            rate: self.percent(&draft.rate, limits::CREDIT_RATE, place(Field::CreditRate), WORDS),
            kind: draft.kind,
            months,
            fee: self.amount_or_zero(&draft.fee, place(Field::CreditFee), WORDS),
        }
    }
}
