//! How a plan is paid, since schema version 3.

use super::bounded::{Id, List, within};
use super::line::Amount;
use super::stored::stored;
use crate::document::{CreditDraft, DepositDraft, MembershipDraft, limits};
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

stored! {
    struct Membership = MembershipDraft {
        fee: Amount,
        months: within!(MEMBER_MONTHS),
        sessions: within!(MEMBER_SESSIONS),
        covers: List<Id, { limits::LINES }>,
        credit: Amount,
        #[serde(rename = "roll_over_months")]
        roll_over: within!(ROLL_OVER),
        #[serde(rename = "discount_percent")]
        discount: Amount,
    }
}
