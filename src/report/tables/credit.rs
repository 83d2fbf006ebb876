//! The amortisation table of one credit.

use crate::finance::Instalment;
use crate::report::Loan;
use crate::report::grid::{Cell, Column, Grid, column};
use crate::units::Money;

/// One instalment a row; the last column is the currency.
pub fn credit(loan: &Loan) -> Grid {
    let money = |heading: &str, amount: fn(&Instalment) -> Money| -> Column<'_, &Instalment> {
        column(heading, move |row: &&Instalment| Cell::Money(amount(row), loan.currency))
    };
    let columns = vec![
        column("number", |row: &&Instalment| Cell::Count(row.number.into())),
        column("date", |row: &&Instalment| Cell::Date(row.date)),
        money("instalment", |row| row.instalment),
        money("interest", |row| row.interest),
        money("principal", |row| row.principal),
        money("balance", |row| row.balance),
        column("currency", |_: &&Instalment| Cell::text(loan.currency.code())),
    ];
    Grid::of(columns, &loan.instalments)
}
