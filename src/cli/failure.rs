//! What ends a command early, and the exit code that says so.

use crate::catalog::Catalog;
use crate::document::Draft;
use crate::locale::tr;
use crate::plan::Problems;
use crate::printing::PrintError;
use crate::report::export::ExportError;
use crate::report::sheet::SheetError;
use crate::report::text;
use crate::spreadsheet::TableError;
use crate::storage::StorageError;
use crate::wording;
use std::io::{self, Write as _};
use std::process::ExitCode;

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub enum Failure {
    /// What was given is at fault: exit code 2. A line for each problem.
    BadInput(Vec<String>),
    /// Anything else, such as a full disk: exit code 1.
    Other(String),
}

impl Failure {
    /// Something given is at fault, in one sentence.
    pub(super) fn bad_input(sentence: impl Into<String>) -> Self {
        Self::BadInput(vec![sentence.into()])
    }

    /// A plan has problems: a line for each.
    pub(super) fn of_plan(problems: &Problems, draft: &Draft, catalog: &Catalog) -> Self {
        Self::BadInput(wording::problems(&problems.0, draft, catalog).iter().map(text::problem).collect())
    }

    /// The sentences that say what is wrong, one for each problem.
    pub(super) fn sentences(&self) -> &[String] {
        match self {
            Self::BadInput(lines) => lines,
            Self::Other(line) => std::slice::from_ref(line),
        }
    }

    /// Says on standard error what is wrong, and gives the exit code.
    pub fn report(&self) -> ExitCode {
        let code = match self {
            Self::BadInput(_) => 2,
            Self::Other(_) => 1,
        };
        self.sentences().iter().for_each(|line| say(line));
        ExitCode::from(code)
    }
}

/// Says something on standard error.
pub(super) fn say(line: &str) {
    // What a file holds may be quoted in the line: it must neither break it nor command the terminal.
    let line: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    // If standard error is gone there is nobody left to tell; of a failure the exit code still says it.
    let _ = writeln!(io::stderr(), "{line}");
}

impl From<StorageError> for Failure {
    fn from(error: StorageError) -> Self {
        if error.is_bad_input() { Self::bad_input(error.to_string()) } else { Self::Other(error.to_string()) }
    }
}

impl From<PrintError> for Failure {
    fn from(error: PrintError) -> Self {
        match error {
            PrintError::NoChoice(_) | PrintError::NoPrinter { .. } => Self::bad_input(error.to_string()),
            PrintError::NoSystem | PrintError::Refused { .. } | PrintError::TimedOut(_) => {
                Self::Other(error.to_string())
            }
        }
    }
}

impl From<SheetError> for Failure {
    fn from(error: SheetError) -> Self {
        match error {
            SheetError::MissingCharacters { .. } | SheetError::Template { .. } | SheetError::Endless { .. } => {
                Self::bad_input(error.to_string())
            }
            SheetError::Layout(_) | SheetError::Export(_) => Self::Other(error.to_string()),
        }
    }
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        if error.is_bad_input() { Self::bad_input(error.to_string()) } else { Self::Other(error.to_string()) }
    }
}

/// Writing tables and documents in memory.
macro_rules! unwritten {
    ($($error:ty),*) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::Other(tr!("the output cannot be written: {error}", error))
            }
        }
    )*};
}

unwritten!(io::Error, serde_json::Error, ::csv::Error, TableError);
