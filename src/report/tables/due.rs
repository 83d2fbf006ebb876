//! What is due over several plans, a row for each.

use super::in_english;
use crate::catalog::Catalog;
use crate::log::Dossier;
use crate::report::grid::{Cell, Grid, column};
use crate::report::text;
use crate::units::Date;
use crate::wording;
use std::ffi::OsStr;
use std::path::Path;
use uuid::Uuid;

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
    /// The same in every calendar, on whatever day it falls.
    pub(in crate::report) id: Uuid,
}

impl DueRow {
    /// Who it is about: the client's reference, or the file's name where there is none.
    pub fn client(&self) -> &str {
        let name = || Path::new(&self.file).file_stem().and_then(OsStr::to_str).unwrap_or(&self.file);
        if self.reference.is_empty() { name() } else { &self.reference }
    }

    /// What is due of a plan within so many days from today on, in the words of this thread's language, at the clinic's prices
    /// as of its first day; or what is wrong with it, a sentence for each problem.
    ///
    /// # Errors
    /// If the plan cannot be worked out.
    pub fn of(file: &str, dossier: &Dossier, clinic: Catalog, within: (Date, u32)) -> Result<Vec<Self>, Vec<String>> {
        let draft = &dossier.draft;
        let (catalog, dues) = dossier.due_at_prices(clinic, within);
        let dues = dues.map_err(|problems| {
            let problems = wording::problems(&problems.0, draft, &catalog);
            problems.iter().map(text::problem).collect::<Vec<_>>()
        })?;
        let followed = dues.followed.as_ref();
        let rows = dues.due.iter().map(|due| Self {
            file: file.to_owned(),
            reference: draft.reference.trim().to_owned(),
            on: due.on,
            option: followed.map(|followed| followed.typed().mark.letter()),
            kind: due.what.id(),
            what: wording::due(due, followed, &catalog),
            plain: in_english(|| wording::due(due, followed, &catalog)),
            id: draft.id.within(&due.name()),
        });
        Ok(rows.collect())
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
