//! How a plan is paid, since schema version 3.

use super::bounded::{Id, List, Whole, within};
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
    } without first = 1;
}

// Since schema version 4.

type Months = within!(CREDIT_FIRST);

/// As long as most wait for their first instalment, which a file leaves out.
fn a_month() -> Months {
    Whole(1)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "that is how a field is handed over")]
fn is_a_month(months: &Months) -> bool {
    months.0 == 1
}

stored! {
    #[serde(rename = "Credit")]
    struct CreditFrom4 = CreditDraft {
        #[serde(rename = "rate_percent")]
        rate: Amount,
        #[serde(rename = "rate_is")]
        kind: RateKind,
        months: within!(CREDIT_MONTHS),
        #[serde(rename = "first_after_months", default = "a_month", skip_serializing_if = "is_a_month")]
        first: Months,
        fee: Amount,
    }
}

impl From<Credit> for CreditFrom4 {
    fn from(credit: Credit) -> Self {
        carried!(credit: rate, kind, months, fee; first: a_month())
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
