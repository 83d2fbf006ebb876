//! Paying by instalments: an example, with everything it comes to.

use super::glyphs::breakable;
use super::{Sheet, words};
use crate::estimate::{OptionEstimate, Payment};
use crate::locale::tr;
use crate::units::Money;
use crate::wording::{self, CreditFigure, notices, on_one_line};
use serde_json::{Value, json};

/// The table; none if the plan has no credit, or if no option leaves anything to pay by one.
pub(super) fn of(sheet: &Sheet<'_>) -> Option<Value> {
    let (estimate, plan) = (sheet.plan.estimate, sheet.plan.plan);
    let credit = plan.credit?;
    let paid = || estimate.options.iter().filter_map(|option| Some((option, option.payment?)));
    paid().find(|(_, payment)| payment.repayment.is_some())?;
    let deposit = paid().any(|(_, payment)| payment.deposit > Money::ZERO);
    let terms = wording::credit_terms(&credit, estimate.currency);
    let rows: Vec<_> = paid().map(|(option, payment)| row(sheet, option, &payment, deposit)).collect();
    Some(json!({
        "title": tr!("Paying by instalments: an example"),
        "note": format!("{terms} {}", notices::cash_price()),
        "columns": columns(deposit),
        "rows": rows,
        "notices": [notices::credit_sums(), notices::credit()],
    }))
}

/// The columns; that of the deposit only where there is one.
fn columns(deposit: bool) -> Vec<&'static str> {
    let mut columns = vec![tr!("Typical prices"), tr!("Cash price")];
    columns.extend(deposit.then(|| tr!("Deposit")));
    columns.extend(wording::credit_figures().map(|(name, _)| name));
    columns
}

/// A row with a cell for each column.
fn row(sheet: &Sheet<'_>, option: &OptionEstimate, payment: &Payment, deposit: bool) -> Vec<String> {
    let currency = sheet.plan.estimate.currency;
    let amount = |amount: Money| wording::money_exact(amount, currency);
    let none = || words::NONE.to_owned();
    let mut cells = vec![breakable(&wording::option_title(option)), amount(payment.cash_price)];
    cells.extend(deposit.then(|| if payment.deposit == Money::ZERO { none() } else { amount(payment.deposit) }));
    let repaid = |figure: CreditFigure| Some(on_one_line(figure(payment.repayment.as_ref()?, currency)));
    cells.extend(wording::credit_figures().map(|(_, figure)| repaid(figure).unwrap_or_else(none)));
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
    (!amounts.is_empty()).then(|| tr!("Due at booking, taken off the first payments: {amounts}.", amounts))
}
