//! Which questions there are, and which answers.

use super::passphrase_form::PassphraseForm;
use super::purpose::Purpose;
use crate::compare::Measure;
use crate::document::OptionId;
use crate::report::export::Export;
use crate::storage::Traces;
use crate::storage::{DeskName, LocaleChoice};
use crate::ui::command::Command;
use crate::ui::record::RecordDialog;
use std::path::PathBuf;

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// There is unsaved work, and something would replace it.
    Unsaved,
    /// Two desks have changed the same fields: which values are to stand.
    Merge(Vec<Conflict>),
    /// What there is of a client is to be deleted.
    Forget(Traces),
    /// The passphrase of a plan.
    Passphrase(PassphraseForm),
    /// A path for this, typed by hand, where the desktop offers no dialog of its own.
    Path(Purpose, String),
    /// The file to be written for this exists.
    Replace(Purpose, PathBuf),
    /// What to export: what stands at this position is chosen.
    Export(usize),
    /// Which printer to print the sheet on.
    Print,
    /// A question about the plan's record.
    Record(RecordDialog),
    /// What a table of prices would change.
    PriceImport,
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
    /// With this typed into it.
    #[must_use]
    pub fn typed(self, text: String) -> Self {
        match self {
            Self::Path(purpose, _) => Self::Path(purpose, text),
            Self::Palette(..) => Self::Palette(text, 0),
            other => other,
        }
    }

    /// With what stands at this position marked.
    #[must_use]
    pub fn marked(self, at: usize) -> Self {
        match self {
            Self::Palette(typed, _) => Self::Palette(typed, at),
            Self::Export(_) => Self::Export(at),
            Self::Merge(mut conflicts) => {
                conflicts.iter_mut().skip(at).take(1).for_each(|conflict| conflict.is_theirs = !conflict.is_theirs);
                Self::Merge(conflicts)
            }
            other => other,
        }
    }
}

/// A field that two desks have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What the field is called, with where it stands.
    pub name: String,
    /// What stands there at this desk.
    pub mine: String,
    /// What stands there at the other one.
    pub theirs: String,
    /// Whether that is chosen.
    pub is_theirs: bool,
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
    /// What is typed so far.
    Typed(String),
    /// The path as typed.
    Path(String),
    /// Replace the file.
    Replace,
    /// Delete what there is of the client.
    Forget,
    /// The passphrase as filled in so far.
    PassphraseTyped(PassphraseForm),
    /// Go on with the passphrase that is typed.
    Passphrase,
    /// Take the passphrase off.
    NoPassphrase,
    /// Take the values that are chosen of two desks.
    Merge,
    /// Mark what stands at this position of those to choose from.
    Mark(usize),
    /// Take over the table of prices whose preview is shown.
    TakePrices,
    /// What this desk is called.
    Desk(DeskName),
    /// Choose a folder to share price list and clinic's details in.
    ChooseShared,
    /// Share them no more.
    StopSharing,
    /// Another language or country.
    Locale(LocaleChoice),
    /// Give this command.
    Command(Command),
    /// Select this option.
    Select(OptionId),
    /// Explain this figure of an option; none is doing nothing.
    Explain(Measure, Option<OptionId>),
    /// Open this plan.
    Open(PathBuf),
    /// Export this.
    Export(Export),
}
