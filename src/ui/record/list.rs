//! What was issued so far, and what became of each issue.

use super::forms::weak;
use super::state::RecordAction;
use crate::locale::tr;
use crate::record::Status;
use crate::ui::View;
use crate::ui::kit::{Pressed, Question};
use crate::ui::theme::{strong, tokens};
use crate::wording;
use egui::{Context, Grid, ScrollArea, Ui};

pub(super) fn list_ui(ctx: &Context, view: &View<'_>, act: &mut impl FnMut(RecordAction)) -> Option<Pressed> {
    Question::new(tr!("Issued so far")).wide().show(ctx, |ui| {
        weak(
            ui,
            tr!(
                "A reprint says that it is a copy. Plan, prices, letterhead, terms and language are those of the issue; logo, layout and paper are those of today."
            ),
        );
        ui.add_space(tokens::GAP);
        ScrollArea::both().max_height(320.0).show(ui, |ui| {
            Grid::new("record").num_columns(5).spacing([18.0, 6.0]).show(ui, |ui| {
                for heading in [tr!("Number"), tr!("Issued"), tr!("Valid until"), tr!("What became of it"), ""] {
                    ui.label(strong(heading));
                }
                ui.end_row();
                for at in 0..view.record.issues().len() {
                    row_ui(ui, view, at, act);
                }
            });
        });
    })
}

fn row_ui(ui: &mut Ui, view: &View<'_>, at: usize, act: &mut impl FnMut(RecordAction)) {
    let record = view.record;
    let (Some(issued), Some(status)) = (record.issues().get(at), record.status(at, view.today)) else { return };
    let snapshot = &*issued.snapshot;
    ui.label(&snapshot.number);
    ui.label(wording::date(snapshot.on));
    ui.label(wording::date(snapshot.valid_until));
    ui.vertical(|ui| {
        ui.label(wording::status(&status));
        // An answer that counts is said by how the issue stands.
        let is_said = issued.answers.len() < 2 && !matches!(status, Status::Superseded(_));
        if !issued.answers.is_empty() && !is_said {
            let answers = wording::answers(issued);
            weak(ui, &tr!("Recorded: {answers}", answers));
        }
    });
    let number = &snapshot.number;
    if ui.button(tr!("Reprint…")).accessible_name(tr!("Reprint {number}", number)).clicked() {
        act(RecordAction::Reprint(at));
    }
    ui.end_row();
}
