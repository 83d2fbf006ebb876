//! How a plan is paid, since schema version 3.

use super::bounded::{Text, Whole};
use super::line::Amount;
use crate::document::{CreditDraft, DepositDraft};
use crate::finance::RateKind;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Deposit {
    NotAsked,
    Percent(Amount),
    Amount(Amount),
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Credit", deny_unknown_fields)]
pub(super) struct Credit {
    rate_percent: Amount,
    rate_is: RateKind,
    months: Whole<2, 120>,
    fee: Amount,
}

impl From<&DepositDraft> for Deposit {
    fn from(deposit: &DepositDraft) -> Self {
        match deposit {
            DepositDraft::None => Self::NotAsked,
            DepositDraft::Percent(text) => Self::Percent(Text(text.clone())),
            DepositDraft::Amount(text) => Self::Amount(Text(text.clone())),
        }
    }
}

impl From<Deposit> for DepositDraft {
    fn from(deposit: Deposit) -> Self {
        match deposit {
            Deposit::NotAsked => Self::None,
            Deposit::Percent(text) => Self::Percent(text.0),
            Deposit::Amount(text) => Self::Amount(text.0),
        }
    }
}

impl From<&CreditDraft> for Credit {
    fn from(credit: &CreditDraft) -> Self {
        Self {
            rate_percent: Text(credit.rate.clone()),
            rate_is: credit.kind,
            months: Whole(credit.months),
            fee: Text(credit.fee.clone()),
        }
    }
}

impl From<Credit> for CreditDraft {
    fn from(credit: Credit) -> Self {
        Self { rate: credit.rate_percent.0, kind: credit.rate_is, months: credit.months.0, fee: credit.fee.0 }
    }
}
