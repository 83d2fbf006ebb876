//! The record of the plan: whether it is issued, what became of it, and the dialogs that add to it.

mod banner;
mod forms;
mod list;
mod since;
mod state;

pub(super) use banner::banner_ui;
pub use state::{AnswerForm, IssueForm, RecordAction, RecordDialog, RecordList};

use super::{Action, Answer, View};
use crate::ui::kit::Pressed;
use egui::Context;

/// The open dialog.
pub(super) fn dialog_ui(ctx: &Context, view: &View<'_>, dialog: &RecordDialog, actions: &mut Vec<Action>) {
    let mut act = |action| actions.push(Action::Record(action));
    let (pressed, done) = match dialog {
        RecordDialog::Issue(form) => (forms::issue_ui(ctx, view, form, &mut act), Some(RecordAction::Issue)),
        RecordDialog::Answer(form) => (forms::answer_ui(ctx, view, form, &mut act), Some(RecordAction::Answer)),
        RecordDialog::List(list) => (list::list_ui(ctx, view, list, &mut act), None),
        RecordDialog::Since => (since::since_ui(ctx, view), None),
    };
    actions.extend(pressed.map(|pressed| match done {
        Some(done) if pressed == Pressed::Done => Action::Record(done),
        _ => Action::Answer(Answer::Cancel),
    }));
}
