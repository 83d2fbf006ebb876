//! Deposit and credit as parts of a document, and one credit as a document.

use super::parts::{SCHEMA, object};
use crate::estimate::Payment;
use crate::finance::{Credit, Instalment, Repayment};
use crate::plan::Membership;
use crate::report::Loan;
use crate::units::Percent;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

/// How an option's initial course may be paid.
pub(super) fn payment(payment: Payment) -> impl Serialize {
    let Payment { cash_price, deposit, repayment } = payment;
    object! { cash_price: cash_price, deposit: deposit, rest: payment.rest(), credit: repayment.map(repaid) }
}

/// On which terms a member pays.
pub(super) fn membership(of: &Membership) -> impl Serialize + use<> {
    object! {
        fee: of.fee,
        months: of.months,
        sessions: of.sessions,
        covers: of.covers.clone(),
        credit: of.credit,
        roll_over_months: of.roll_over,
        discount_percent: of.discount.to_string(),
    }
}

/// What a credit comes to.
fn repaid(repayment: Repayment) -> impl Serialize {
    object! {
        amount: repayment.credit,
        financed: repayment.financed,
        instalments: repayment.instalments,
        instalment: repayment.instalment,
        last_instalment: repayment.last_instalment,
        total_repayable: repayment.total_repayable,
        cost_of_credit: repayment.cost_of_credit,
        effective_rate: repayment.effective.and_then(share),
        nominal_rate: repayment.nominal.and_then(share),
    }
}

/// The terms of a credit.
pub(super) fn terms(credit: Credit) -> impl Serialize {
    let Credit { rate, kind, months, first, fee } = credit;
    object! { rate: share(rate), rate_is: kind, months: months, first_after_months: first, fee: fee }
}

/// One credit with its amortisation table.
pub(super) fn credit(loan: &Loan) -> impl Serialize {
    let Repayment { cash_price, deposit, .. } = loan.repayment;
    let table = loan.instalments.iter().map(|row| {
        let Instalment { number, date, instalment, interest, principal, balance } = *row;
        object! {
            number: number,
            date: date,
            instalment: instalment,
            interest: interest,
            principal: principal,
            balance: balance,
        }
    });
    object! {
        schema: SCHEMA,
        // Neither model nor catalogue took part.
        versions: object! { program: env!("CARGO_PKG_VERSION") },
        currency: loan.currency,
        currency_decimals: loan.currency.decimals(),
        from: loan.from,
        terms: terms(loan.credit),
        payment: payment(Payment { cash_price, deposit, repayment: Some(loan.repayment) }),
        table: table.collect::<Vec<_>>(),
        notice: crate::wording::notices::credit(),
    }
}

/// A percentage as a share.
fn share(percent: Percent) -> Option<f64> {
    percent.as_share().to_f64()
}
