//! How a plan is paid, from typed to valid.

use super::Parser;
use crate::document::{CreditDraft, DepositDraft, Field, Place, limits};
use crate::finance::{Credit, Deposit};
use crate::locale::{mark, tr};

/// What is said of a number of instalments outside its range.
const INSTALMENTS: &str = mark!("{value} is outside {least} to {most} instalments; choose a value between them");

impl Parser<'_> {
    /// The deposit. Nothing typed yet is no deposit yet.
    pub(super) fn deposit(&mut self, draft: &DepositDraft) -> Deposit {
        let (place, words) = (Place::Plan(Field::Deposit), tr!("Plan"));
        match draft {
            DepositDraft::None => Deposit::None,
            DepositDraft::Percent(text) => Deposit::Percent(self.percent(text, 100, place, words)),
            DepositDraft::Amount(text) => Deposit::Amount(self.amount_or_zero(text, place, words)),
        }
    }

    /// The terms of the credit.
    pub(super) fn credit(&mut self, draft: &CreditDraft) -> Credit {
        let (place, words) = (Place::Plan, tr!("Plan"));
        self.within(draft.months, &limits::CREDIT_MONTHS, INSTALMENTS, place(Field::CreditMonths), words);
        let months = draft.months.clamp(*limits::CREDIT_MONTHS.start(), *limits::CREDIT_MONTHS.end());
        Credit {
            rate: self.percent(&draft.rate, limits::CREDIT_RATE, place(Field::CreditRate), words),
            kind: draft.kind,
            months,
            fee: self.amount_or_zero(&draft.fee, place(Field::CreditFee), words),
        }
    }
}
