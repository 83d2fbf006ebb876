//! What was issued so far, and what became of each issue.

use super::RecordAction;
use super::forms::weak;
use crate::ui::View;
use crate::ui::dialogs::focus_first;
use crate::ui::theme::{strong, tokens};
use crate::wording;
use egui::{Grid, ScrollArea, Ui};

pub(super) fn list_ui(ui: &mut Ui, view: &View<'_>, act: &mut impl FnMut(RecordAction)) {
    ui.heading("Issued so far");
    weak(ui, "A reprint says that it is a copy; everything else on it is as it was.");
    ui.add_space(tokens::GAP);
    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        Grid::new("record").num_columns(5).spacing([18.0, 6.0]).show(ui, |ui| {
            for heading in ["Number", "Issued", "Valid until", "What became of it", ""] {
                ui.label(strong(heading));
            }
            ui.end_row();
            for at in 0..view.draft.record.issues().len() {
                row_ui(ui, view, at, act);
            }
        });
    });
    ui.add_space(tokens::GAP);
    let close = ui.button("Close");
    focus_first(ui, &close);
    if close.clicked() {
        act(RecordAction::Close);
    }
}

fn row_ui(ui: &mut Ui, view: &View<'_>, at: usize, act: &mut impl FnMut(RecordAction)) {
    let record = &view.draft.record;
    let (Some(issued), Some(standing)) = (record.issues().get(at), record.standing(at, view.today)) else { return };
    let snapshot = &*issued.snapshot;
    ui.label(&snapshot.number);
    ui.label(wording::date(snapshot.on));
    ui.label(wording::date(snapshot.valid_until));
    let became = ui.label(wording::standing(&standing));
    if !issued.answers.is_empty() {
        let answers = wording::answers(issued);
        became.on_hover_text(format!("Recorded: {answers}"));
    }
    let number = &snapshot.number;
    if ui.button("Reprint…").accessible_name(format!("Reprint {number}")).clicked() {
        act(RecordAction::Reprint(at));
    }
    ui.end_row();
}
