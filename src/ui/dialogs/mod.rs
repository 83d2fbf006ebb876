//! Questions that must be answered before anything else.

mod export;
mod forget;
mod merge;
mod palette;
mod passphrase;
mod passphrase_form;
mod purpose;
mod questions;
mod state;

pub use passphrase_form::{PassphraseForm, PassphraseUse};
pub use purpose::Purpose;
pub use state::{Answer, Conflict, Dialog};

use super::kit::Pressed;
use super::{Action, View, help, language, prices, record, sheet};
use egui::Ui;

/// The open dialog, if any.
pub(super) fn dialog_ui(ui: &Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let Some(dialog) = view.dialog else { return };
    let ctx = ui.ctx();
    let mut answer = |answer| actions.push(Action::Answer(answer));
    let closed = match dialog {
        Dialog::Unsaved => return questions::unsaved_ui(ctx, view, &mut answer),
        Dialog::Merge(conflicts) => return merge::merge_ui(ctx, conflicts, &mut answer),
        Dialog::Forget(traces) => return forget::forget_ui(ctx, traces, &mut answer),
        Dialog::Passphrase(form) => return passphrase::passphrase_ui(ctx, form, &mut answer),
        Dialog::Path(purpose, path) => return questions::path_ui(ctx, *purpose, path, &mut answer),
        Dialog::Replace(_, path) => return questions::overwrite_ui(ctx, path, &mut answer),
        Dialog::Export(at) => return export::export_ui(ctx, view, *at, &mut answer),
        Dialog::Palette(typed, at) => return palette::palette_ui(ctx, view, (typed, *at), &mut answer),
        Dialog::PriceImport => return prices::import_ui(ctx, view, &mut answer),
        Dialog::Print => return sheet::print_ui(ctx, view, actions),
        Dialog::Record(dialog) => return record::dialog_ui(ctx, view, dialog, actions),
        Dialog::Language => language::language_ui(ctx, view, &mut answer),
        Dialog::Tour => help::tour_ui(ctx),
        Dialog::Evidence => help::evidence_ui(ctx, view),
        Dialog::Shortcuts => help::shortcuts_ui(ctx),
        Dialog::Licences => help::licences_ui(ctx),
        Dialog::About => help::about_ui(ctx, view),
    };
    if closed.is_some_and(|pressed| pressed == Pressed::Cancelled) {
        actions.push(Action::Answer(Answer::Cancel));
    }
}
