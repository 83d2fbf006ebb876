//! What is due over several plans, a row for each.

use super::in_english;
use crate::catalog::Catalog;
use crate::document::Draft;
use crate::log::Dues;
use crate::report::grid::{Cell, Grid, column};
use crate::units::Date;
use crate::wording;

/// What is due of one of several plans.
#[derive(Clone, Debug)]
pub struct DueRow {
    /// The name its file goes by.
    pub file: String,
    /// How the clinic refers to the client.
    pub reference: String,
    /// The day.
    pub on: Date,
    /// The letter of the option that goes on; none where that does not matter.
    pub option: Option<char>,
    /// As files name it.
    pub kind: &'static str,
    /// In words of the reader.
    pub what: String,
    /// In words for programs, the same in every language.
    plain: String,
}

impl DueRow {
    /// What is due of a plan, in the words of this thread's language.
    pub fn of(file: &str, draft: &Draft, dues: &Dues, catalog: &Catalog) -> Vec<Self> {
        let followed = dues.followed.as_ref();
        let rows = dues.due.iter().map(|due| Self {
            file: file.to_owned(),
            reference: draft.reference.trim().to_owned(),
            on: due.on,
            option: followed.map(|followed| followed.typed().mark.letter()),
            kind: due.what.id(),
            what: wording::due(due, followed, catalog),
            plain: in_english(|| wording::due(due, followed, catalog)),
        });
        rows.collect()
    }
}

/// What is due, by day.
pub fn due(rows: &[DueRow]) -> Grid {
    in_english(|| {
        let columns = vec![
            column("date", |row: &&DueRow| Cell::Date(row.on)),
            column("file", |row: &&DueRow| Cell::text(&row.file)),
            column("reference", |row: &&DueRow| Cell::text(&row.reference)),
            column("option", |row: &&DueRow| row.option.map_or(Cell::Empty, Cell::text)),
            column("kind", |row: &&DueRow| Cell::text(row.kind)),
            column("what", |row: &&DueRow| Cell::text(&row.plain)),
        ];
        Grid::of(columns, rows)
    })
}
