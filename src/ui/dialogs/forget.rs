//! What there is of a client, to be deleted.

use super::state::Answer;
use crate::locale::tr;
use crate::storage::Traces;
use crate::ui::kit::{self, Pressed, Question};
use crate::ui::theme::tokens;
use crate::wording;
use egui::{Context, Label, Ui};
use std::path::{Path, PathBuf};

pub(super) fn forget_ui(ctx: &Context, traces: &Traces, answer: &mut impl FnMut(Answer)) {
    let question = Question::new(tr!("Forget this client?")).wide().to(tr!("Delete for good")).careful();
    let pressed = question.show(ctx, |ui| {
        ui.label(tr!(
            "These files are deleted and cannot be brought back; sheets that were only looked at go with them:"
        ));
        ui.add_space(tokens::GAP);
        kit::scroll(ui, |ui| {
            files_ui(ui, &traces.files);
            if !traces.unopened.is_empty() {
                ui.add_space(tokens::GAP);
                ui.label(wording::unopened_traces());
                files_ui(ui, &traces.unopened);
            }
        });
        ui.add_space(tokens::GAP);
        ui.label(tr!(
            "What was printed, sent, exported or saved under another name is not known here, nor are backups."
        ));
    });
    pressed.into_iter().for_each(|pressed| {
        answer(if pressed == Pressed::Done { Answer::Forget } else { Answer::Cancel });
    });
}

fn files_ui(ui: &mut Ui, files: &[PathBuf]) {
    // Small files that only say who has a plan open tell nobody anything.
    let is_hidden = |file: &Path| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    for file in files.iter().filter(|file| !is_hidden(file)) {
        ui.add(Label::new(file.display().to_string()).wrap());
    }
}
