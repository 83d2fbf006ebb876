//! What is due over several plans, as a table.

use super::table::{Align, Table, sentence};
use crate::locale::tr;
use crate::report::tables::DueRow;
use crate::wording;

pub(super) fn write(text: &mut String, rows: &[DueRow]) {
    if rows.is_empty() {
        return sentence(text, 0, tr!("Nothing is due"));
    }
    let mut table = Table::new(&[Align::Left]);
    for row in rows {
        table.row([wording::date(row.on), row.client().to_owned(), row.what.clone()]);
    }
    table.write(text);
}
