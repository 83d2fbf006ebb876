//! The record of the plan: whether it is issued, what became of it, and the dialogs that add to it.

mod banner;
mod forms;
mod list;
mod since;

pub(super) use banner::banner_ui;
pub use forms::{AnswerForm, IssueForm};

use super::View;
use crate::document::Answer;
use egui::Ui;

/// A question about the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordDialog {
    /// Under which number and until when to issue the plan.
    Issue(Box<IssueForm>),
    /// What the client said to the issued plan, and when.
    Answer(AnswerForm),
    /// What was issued so far.
    List,
    /// What has changed in the prices since the plan was issued.
    Since,
}

/// What the person wants of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordAction {
    /// Ask when the client said this.
    Ask(Answer),
    /// The open dialog as it is now filled in.
    Change(RecordDialog),
    /// Issue the plan, as the open dialog says.
    Issue,
    /// Record the answer, as the open dialog says.
    Answer,
    /// Show the sheet of the issue at this position again.
    Reprint(usize),
    /// Close the dialog.
    Close,
}

/// The open dialog.
pub(super) fn dialog_ui(ui: &mut Ui, view: &View<'_>, dialog: &RecordDialog, act: &mut impl FnMut(RecordAction)) {
    match dialog {
        RecordDialog::Issue(form) => forms::issue_ui(ui, view, form, act),
        RecordDialog::Answer(form) => forms::answer_ui(ui, view, form, act),
        RecordDialog::List => list::list_ui(ui, view, act),
        RecordDialog::Since => since::since_ui(ui, view, act),
    }
}

/// Its width in points.
pub(super) fn width(dialog: &RecordDialog) -> f32 {
    match dialog {
        RecordDialog::Issue(_) | RecordDialog::Answer(_) => 440.0,
        RecordDialog::List | RecordDialog::Since => 760.0,
    }
}
