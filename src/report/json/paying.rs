//! Deposit and credit as parts of a document, and one credit as a document.

use super::parts::Program;
use crate::estimate::Payment;
use crate::finance::{Credit, Instalment, RateKind, Repayment};
use crate::report::Loan;
use crate::units::{Currency, Date, Money, Percent};
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

/// How an option's initial course may be paid.
#[derive(Serialize)]
pub(super) struct PaymentPart {
    cash_price: Money,
    deposit: Money,
    rest: Money,
    credit: Option<RepaymentPart>,
}

/// What a credit comes to.
#[derive(Serialize)]
struct RepaymentPart {
    amount: Money,
    financed: Money,
    instalments: u32,
    instalment: Money,
    last_instalment: Money,
    total_repayable: Money,
    cost_of_credit: Money,
    effective_rate: Option<f64>,
    nominal_rate: Option<f64>,
}

/// The terms of a credit.
#[derive(Serialize)]
pub(super) struct TermsPart {
    rate: Option<f64>,
    rate_is: RateKind,
    months: u32,
    fee: Money,
}

/// One credit with its amortisation table.
#[derive(Serialize)]
pub(super) struct CreditDocument {
    schema: u32,
    versions: Program,
    currency: Currency,
    currency_decimals: u32,
    from: Date,
    terms: TermsPart,
    payment: PaymentPart,
    table: Vec<InstalmentPart>,
    notice: &'static str,
}

/// One instalment.
#[derive(Serialize)]
struct InstalmentPart {
    number: u32,
    date: Date,
    instalment: Money,
    interest: Money,
    principal: Money,
    balance: Money,
}

impl From<Payment> for PaymentPart {
    fn from(payment: Payment) -> Self {
        let Payment { cash_price, deposit, repayment } = payment;
        Self { cash_price, deposit, rest: payment.rest(), credit: repayment.map(RepaymentPart::from) }
    }
}

impl From<Repayment> for RepaymentPart {
    fn from(repayment: Repayment) -> Self {
        Self {
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
}

impl From<Credit> for TermsPart {
    fn from(credit: Credit) -> Self {
        let Credit { rate, kind, months, fee } = credit;
        Self { rate: share(rate), rate_is: kind, months, fee }
    }
}

impl From<Instalment> for InstalmentPart {
    fn from(row: Instalment) -> Self {
        let Instalment { number, date, instalment, interest, principal, balance } = row;
        Self { number, date, instalment, interest, principal, balance }
    }
}

impl CreditDocument {
    pub(super) fn of(loan: &Loan) -> Self {
        let Repayment { cash_price, deposit, .. } = loan.repayment;
        Self {
            schema: super::SCHEMA,
            versions: Program::THIS,
            currency: loan.currency,
            currency_decimals: loan.currency.decimals(),
            from: loan.from,
            terms: loan.credit.into(),
            payment: Payment { cash_price, deposit, repayment: Some(loan.repayment) }.into(),
            table: loan.instalments.iter().copied().map(InstalmentPart::from).collect(),
            notice: crate::wording::notices::credit(),
        }
    }
}

/// A percentage as a share.
fn share(percent: Percent) -> Option<f64> {
    percent.as_share().to_f64()
}
