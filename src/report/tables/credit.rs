//! The amortisation table of one credit.

use crate::report::Loan;
use crate::report::grid::{Cell, Grid};

/// One instalment a row; the last column is the currency.
pub fn credit(loan: &Loan) -> Grid {
    let headings = ["number", "date", "instalment", "interest", "principal", "balance", "currency"];
    let rows = loan.instalments.iter().map(|row| {
        let amounts =
            [row.instalment, row.interest, row.principal, row.balance].map(|amount| Cell::Money(amount, loan.currency));
        let which = [Cell::Count(row.number.into()), Cell::Date(row.date)];
        which.into_iter().chain(amounts).chain([Cell::text(loan.currency.code())]).collect()
    });
    Grid { headings: headings.map(str::to_owned).to_vec(), rows: rows.collect() }
}
