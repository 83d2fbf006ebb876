//! Deposit, instalments and what a credit costs. An instalment is never said without how many there are.

use super::figures::money_exact;
use crate::finance::{Credit, RateKind, Repayment};
use crate::units::{Currency, Percent};

/// All instalments: `24 × $80.50`, or `23 × $80.50, then $80.41`.
pub fn instalments(repayment: &Repayment, currency: Currency) -> String {
    let (equal, last) = instalments_in_two(repayment, currency);
    match last {
        Some(last) => format!("{equal}, {last}"),
        None => equal,
    }
}

/// The equal instalments, and the last one if it differs: `23 × $80.50` and `then $80.41`.
pub fn instalments_in_two(repayment: &Repayment, currency: Currency) -> (String, Option<String>) {
    let (count, instalment) = (repayment.equal_instalments(), money_exact(repayment.instalment, currency));
    let last = money_exact(repayment.last_instalment, currency);
    let differs = count < repayment.instalments;
    (format!("{count} × {instalment}"), differs.then(|| format!("then {last}")))
}

/// The effective annual rate of a repayment: `10.4%`.
pub fn effective_rate(repayment: &Repayment) -> String {
    let rate = repayment.effective;
    rate.as_ref().map_or_else(|| "above 1,000%".to_owned(), Percent::to_string)
}

/// The terms of a credit in a sentence.
pub fn credit_terms(credit: &Credit, currency: Currency) -> String {
    let Credit { rate, kind, months, fee } = *credit;
    let fee = money_exact(fee, currency);
    match (kind, credit.fee.minor()) {
        (RateKind::Nominal, 0) => format!("{months} monthly instalments at a nominal rate of {rate} a year, no fee."),
        (RateKind::Effective, 0) => {
            format!("{months} monthly instalments at an effective rate of {rate} a year, no fee.")
        }
        (RateKind::Nominal, _) => format!(
            "{months} monthly instalments at a nominal rate of {rate} a year; a fee of {fee} is repaid with the credit."
        ),
        (RateKind::Effective, _) => format!(
            "{months} monthly instalments at an effective rate of {rate} a year; a fee of {fee} is repaid with the \
             credit."
        ),
    }
}

/// How a rate is meant, as shown.
pub fn rate_kind(kind: RateKind) -> &'static str {
    match kind {
        RateKind::Nominal => "Nominal",
        RateKind::Effective => "Effective",
    }
}
