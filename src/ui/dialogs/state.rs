//! Which questions there are, and which answers.

use crate::catalog::ConcernId;
use crate::report::export::Export;
use crate::storage::LocaleChoice;
use crate::ui::command::Command;
use crate::ui::record::RecordDialog;
use std::path::PathBuf;

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// There is unsaved work, and something would replace it.
    Unsaved,
    /// Which concern a new plan is for.
    NewPlan,
    /// Where to save, typed by hand, where the desktop offers no dialog of its own.
    SaveAs(String),
    /// What to open, typed by hand, where the desktop offers no dialog of its own.
    Open(String),
    /// The file to be written exists.
    Overwrite(PathBuf),
    /// What to export.
    Export,
    /// Where to export to, typed by hand.
    ExportTo(Export, String),
    /// The file to export to exists.
    OverwriteExport(Export, PathBuf),
    /// Where to save the sheet as a PDF, typed by hand.
    SaveSheet(String),
    /// The PDF to be written exists.
    ReplaceSheet(PathBuf),
    /// Which printer to print the sheet on.
    Print,
    /// A question about the plan's record.
    Record(RecordDialog),
    /// Which table of prices to import, typed by hand.
    ImportPrices(String),
    /// Where to put the price list as a table, typed by hand.
    ExportPrices(String),
    /// What a table of prices would change.
    PriceImport,
    /// The table to be written exists.
    OverwriteTable(PathBuf),
    /// The language of texts and the country of notations.
    Language,
    /// Any command by its name: what has been typed, and which of those found is marked, from 0.
    Palette(String, usize),
    /// The two-minute tour.
    Tour,
    /// Evidence and limits.
    Evidence,
    /// The keys of all commands.
    Shortcuts,
    /// Licences.
    Licences,
    /// Version.
    About,
}

impl Dialog {
    /// Whether there is nothing to answer.
    pub(super) fn is_read_only(&self) -> bool {
        matches!(self, Self::Language | Self::Tour | Self::Evidence | Self::Shortcuts | Self::Licences | Self::About)
    }
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Save first, then go on.
    Save,
    /// Go on without saving.
    Discard,
    /// Leave everything as it is.
    Cancel,
    /// A new plan for this concern.
    NewPlan(ConcernId),
    /// The path typed so far.
    Typed(String),
    /// The path as typed.
    Path(String),
    /// Replace the file.
    Overwrite,
    /// Mark the command at this position of those found.
    Mark(usize),
    /// Take over the table of prices whose preview is shown.
    TakePrices,
    /// Another language or country.
    Locale(LocaleChoice),
    /// Give this command.
    Command(Command),
    /// Export this.
    Export(Export),
}
