//! Paying by instalments: an example, with everything it comes to.

use super::Sheet;
use super::glyphs::breakable;
use crate::estimate::{OptionEstimate, Payment};
use crate::locale::tr;
use crate::report::grid::{Cell, Column, Grid, column};
use crate::units::{Currency, Money};
use crate::wording::{self, notices, on_one_line};
use serde_json::{Value, json};

/// The table; none if the plan has no credit, or if no option leaves anything to pay by one.
pub(super) fn of(sheet: &Sheet<'_>) -> Option<Value> {
    let (estimate, plan) = (sheet.plan.estimate, sheet.plan.plan);
    let credit = plan.credit?;
    let paid = || estimate.options.iter().filter_map(|option| Some((option, option.payment?)));
    paid().find(|(_, payment)| payment.repayment.is_some())?;
    let deposit = paid().any(|(_, payment)| payment.deposit > Money::ZERO);
    let terms = wording::credit_terms(&credit, estimate.currency);
    let table = Grid::of(columns(estimate.currency, deposit), paid());
    Some(json!({
        "title": tr!("Paying by instalments: an example"),
        "note": format!("{terms} {}", notices::cash_price()),
        "columns": table.headings,
        "rows": table.on_paper(),
        "notices": [notices::credit_sums(), notices::credit()],
    }))
}

/// What a row is made of.
type Row<'r> = (&'r OptionEstimate, Payment);

/// The columns; that of the deposit only where there is one.
fn columns<'r>(currency: Currency, deposit: bool) -> Vec<Column<'static, Row<'r>>> {
    let mut columns = vec![
        column(tr!("Typical prices"), |(option, _): &Row<'_>| Cell::Text(breakable(&wording::option_title(option)))),
        column(tr!("Cash price"), move |(_, payment): &Row<'_>| Cell::Money(payment.cash_price, currency)),
    ];
    let amount = move |(_, payment): &Row<'_>| Cell::some(payment.deposit, currency);
    columns.extend(deposit.then(|| column(tr!("Deposit"), amount)));
    columns.extend(wording::credit_figures().map(|(name, figure)| {
        column(name, move |(_, payment): &Row<'_>| {
            payment.repayment.map_or(Cell::Empty, |repayment| Cell::Text(on_one_line(figure(&repayment, currency))))
        })
    }));
    columns
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
