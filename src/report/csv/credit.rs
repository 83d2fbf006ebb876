//! The amortisation table of one credit.

use super::finished;
use crate::report::Loan;
use ::csv::{Error, Writer};

const HEADINGS: &str = "number,date,instalment,interest,principal,balance,currency";

/// One instalment a row.
///
/// # Errors
/// None that writing into memory could cause.
pub fn credit(loan: &Loan) -> Result<Vec<u8>, Error> {
    let mut writer = Writer::from_writer(Vec::new());
    writer.write_record(HEADINGS.split(','))?;
    for row in &loan.instalments {
        let amounts = [row.instalment, row.interest, row.principal, row.balance];
        let amounts = amounts.map(|amount| amount.to_plain(loan.currency));
        let which = [row.number.to_string(), row.date.to_string()];
        writer.write_record(which.into_iter().chain(amounts).chain([loan.currency.to_string()]))?;
    }
    finished(writer)
}
