//! What the page is given, keeps and gives back.

use crate::report::tables::DueRow;
use crate::units::Date;
use jiff::ToSpan;
use std::path::{Path, PathBuf};

/// What is due over the plans of a folder, as far as that is known.
#[derive(Clone, Copy, Debug, Default)]
pub struct DueView<'a> {
    /// Whether it is shown.
    pub is_open: bool,
    /// The folder that was looked at last.
    pub folder: Option<&'a Path>,
    /// What was found there, or why it cannot be read; none while it is looked at.
    pub found: Option<&'a Result<DueFound, String>>,
}

/// What was found in a folder.
#[derive(Clone, Debug, Default)]
pub struct DueFound {
    /// What is due, the earliest first, each with its plan's file.
    pub rows: Vec<(PathBuf, DueRow)>,
    /// What is wrong with each plan that cannot be worked out, a sentence for each problem.
    pub problems: Vec<Vec<String>>,
}

impl DueFound {
    /// What is due up to so many days from today on.
    pub fn within(&self, today: Date, days: u32) -> impl Iterator<Item = &(PathBuf, DueRow)> {
        let until = today.saturating_add(i64::from(days).days());
        self.rows.iter().filter(move |(_, row)| row.on <= until)
    }
}

/// What belongs to showing.
#[derive(Clone, Copy, Debug)]
pub struct DueState {
    /// Whether the page is shown.
    pub is_open: bool,
    /// How many days ahead is looked.
    pub within: u32,
}

impl Default for DueState {
    fn default() -> Self {
        Self { is_open: false, within: 30 }
    }
}

/// How what is due is written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueFile {
    /// A table for spreadsheets.
    Table,
    /// A calendar for the front desk.
    Calendar,
}

/// What the person wants of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueAction {
    /// Look at another folder.
    ChooseFolder,
    /// Look at the folder again.
    Again,
    /// Write what is shown to a file.
    Write(DueFile),
}
