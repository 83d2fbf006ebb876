//! How a plan is paid, since schema version 3.

use super::bounded::within;
use super::line::Amount;
use super::stored::stored;
use crate::document::{CreditDraft, DepositDraft};
use crate::finance::RateKind;

stored! {
    enum Deposit = DepositDraft {
        #[serde(rename = "NotAsked")]
        None,
        Percent(percent: Amount),
        Amount(amount: Amount),
    }
}

stored! {
    struct Credit = CreditDraft {
        #[serde(rename = "rate_percent")]
        rate: Amount,
        #[serde(rename = "rate_is")]
        kind: RateKind,
        months: within!(CREDIT_MONTHS),
        fee: Amount,
    }
}
