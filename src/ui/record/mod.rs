//! The record of the plan: whether it is issued, what became of it, and the dialogs that add to it.

mod banner;
mod forms;
mod list;
mod since;
mod state;

pub(super) use banner::banner_ui;
pub use state::{AnswerForm, IssueForm, RecordAction, RecordDialog};

use super::View;
use egui::Ui;

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
