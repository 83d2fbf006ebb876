//! Questions that must be answered before anything else.

mod palette;
mod parts;
mod purpose;
mod questions;
mod state;

pub(super) use parts::{focus_first, primary, scroll_ui};
pub use purpose::Purpose;
pub use state::{Answer, Dialog};

use super::theme::tokens;
use super::{Action, View};
use crate::locale::tr;
use egui::{Id, Modal, Ui};
use palette::palette_ui;
use questions::{export_ui, new_plan_ui, overwrite_ui, path_ui, unsaved_ui};

/// The open dialog, if any.
pub(super) fn dialog_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let Some(dialog) = view.dialog else { return };
    let (mut of_sheet, mut of_record) = (Vec::new(), Vec::new());
    let response = Modal::new(Id::unique("dialog")).show(ui.ctx(), |ui| {
        ui.set_width(width(dialog).min(ui.ctx().content_rect().width() - 40.0));
        let mut answer = |answer| actions.push(Action::Answer(answer));
        match dialog {
            Dialog::Unsaved => unsaved_ui(ui, view, &mut answer),
            Dialog::NewPlan => new_plan_ui(ui, view, &mut answer),
            Dialog::Path(purpose, path) => path_ui(ui, purpose.title(), purpose.verb(), path, &mut answer),
            Dialog::Replace(_, path) => overwrite_ui(ui, path, &mut answer),
            Dialog::Print => {
                if let Some(sheet) = &view.sheet {
                    super::sheet::print_ui(ui, sheet, &mut of_sheet);
                }
            }
            Dialog::Record(dialog) => super::record::dialog_ui(ui, view, dialog, &mut |action| of_record.push(action)),
            Dialog::Export => export_ui(ui, view, &mut answer),
            Dialog::PriceImport => super::prices::import_ui(ui, view, &mut answer),
            Dialog::Palette(typed, at) => palette_ui(ui, view, (typed, *at), &mut answer),
            Dialog::Language => super::language::language_ui(ui, view, &mut answer),
            Dialog::Tour => super::help::tour_ui(ui),
            Dialog::Evidence => super::help::evidence_ui(ui, view),
            Dialog::Shortcuts => super::help::shortcuts_ui(ui),
            Dialog::Licences => super::help::licences_ui(ui),
            Dialog::About => super::help::about_ui(ui, view),
        }
        if dialog.is_read_only() {
            ui.add_space(tokens::GAP);
            let close = ui.button(tr!("Close"));
            focus_first(ui, &close);
            if close.clicked() {
                answer(Answer::Cancel);
            }
        }
    });
    actions.append(&mut of_sheet);
    actions.extend(of_record.into_iter().map(Action::Record));
    if response.should_close() {
        actions.push(Action::Answer(Answer::Cancel));
    }
}

fn width(dialog: &Dialog) -> f32 {
    match dialog {
        Dialog::Evidence | Dialog::Licences | Dialog::PriceImport => 760.0,
        Dialog::Tour | Dialog::Shortcuts | Dialog::About => 560.0,
        Dialog::Record(dialog) => super::record::width(dialog),
        _ => 420.0,
    }
}
