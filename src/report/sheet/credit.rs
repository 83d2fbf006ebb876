//! Paying by instalments: an example, with everything it comes to.

use super::data::CreditTable;
use super::glyphs::breakable;
use super::{Sheet, words};
use crate::estimate::{OptionEstimate, Payment};
use crate::units::Money;
use crate::wording::{self, notices};

/// The table; none if the plan has no credit, or if no option leaves anything to pay by one.
pub(super) fn of(sheet: &Sheet<'_>) -> Option<CreditTable> {
    let (estimate, scenario) = (sheet.plan.estimate, sheet.plan.scenario);
    let credit = scenario.credit?;
    let paid = || estimate.options.iter().filter_map(|option| Some((option, option.payment?)));
    paid().find(|(_, payment)| payment.repayment.is_some())?;
    let deposit = paid().any(|(_, payment)| payment.deposit > Money::ZERO);
    let terms = wording::credit_terms(&credit, estimate.currency);
    let mut columns = words::CREDIT_COLUMNS.to_vec();
    if !deposit {
        columns.retain(|column| *column != words::CREDIT_DEPOSIT);
    }
    Some(CreditTable {
        title: words::CREDIT,
        note: format!("{terms} {}", notices::cash_price()),
        columns,
        rows: paid().map(|(option, payment)| row(sheet, option, &payment, deposit)).collect(),
        notices: [notices::credit_sums(), notices::credit()],
    })
}

/// A row with a cell for each column.
fn row(sheet: &Sheet<'_>, option: &OptionEstimate, payment: &Payment, deposit: bool) -> Vec<String> {
    let currency = sheet.plan.estimate.currency;
    let amount = |amount: Money| wording::money_exact(amount, currency);
    let none = || words::NONE.to_owned();
    let mut cells = vec![breakable(&wording::option_title(option)), amount(payment.cash_price)];
    cells.extend(deposit.then(|| if payment.deposit == Money::ZERO { none() } else { amount(payment.deposit) }));
    match &payment.repayment {
        None => cells.extend([none(), none(), none(), none(), none()]),
        Some(repayment) => cells.extend([
            amount(repayment.credit),
            wording::instalments(repayment, currency),
            amount(repayment.total_repayable),
            amount(repayment.cost_of_credit),
            wording::effective_rate(repayment),
        ]),
    }
    cells
}

/// What is due at booking of each option, in a sentence; none if nothing is.
pub(super) fn deposits(sheet: &Sheet<'_>) -> Option<String> {
    let currency = sheet.plan.estimate.currency;
    let due = sheet.plan.estimate.options.iter().filter_map(|option| {
        let (mark, payment) = (option.mark?, option.payment?);
        let amount = wording::money_exact(payment.deposit, currency);
        (payment.deposit > Money::ZERO).then(|| format!("{} {amount}", mark.letter()))
    });
    let amounts = due.collect::<Vec<_>>().join(", ");
    (!amounts.is_empty()).then(|| format!("Due at booking, taken off the first payments: {amounts}."))
}
