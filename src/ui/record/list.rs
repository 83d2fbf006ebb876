//! What was issued so far and what became of each issue, and all that was written down of the plan.

use super::forms::weak;
use super::state::{RecordAction, RecordList};
use crate::locale::tr;
use crate::record::Status;
use crate::ui::View;
use crate::ui::kit::{self, Pressed, Question};
use crate::ui::theme::{strong, tokens};
use crate::wording::{self, EventWords};
use egui::{Context, Grid, RichText, ScrollArea, Ui};

pub(super) fn list_ui(
    ctx: &Context,
    view: &View<'_>,
    list: &RecordList,
    act: &mut impl FnMut(RecordAction),
) -> Option<Pressed> {
    Question::new(tr!("Record of the plan")).wide().show(ctx, |ui| {
        if let Some(torn) = &list.torn {
            kit::error(ui, torn);
        }
        ScrollArea::both().max_height(420.0).show(ui, |ui| {
            if !view.record.issues().is_empty() {
                kit::heading(ui, tr!("Issued so far"));
                issues_ui(ui, view, act);
            }
            kit::heading(ui, tr!("Written down"));
            events_ui(ui, &list.events);
        });
    })
}

fn issues_ui(ui: &mut Ui, view: &View<'_>, act: &mut impl FnMut(RecordAction)) {
    weak(
        ui,
        tr!(
            "A reprint says that it is a copy. Plan, prices, letterhead, terms and language are those of the issue; logo, layout and paper are those of today."
        ),
    );
    ui.add_space(tokens::GAP);
    Grid::new("record").num_columns(5).spacing([18.0, 6.0]).show(ui, |ui| {
        for heading in [tr!("Number"), tr!("Issued"), tr!("Valid until"), tr!("What became of it"), ""] {
            ui.label(strong(heading));
        }
        ui.end_row();
        for at in 0..view.record.issues().len() {
            row_ui(ui, view, at, act);
        }
    });
}

/// Everything that was written down, the newest first.
fn events_ui(ui: &mut Ui, events: &[EventWords]) {
    weak(
        ui,
        tr!(
            "Each entry has a seal that covers those before it. A sheet prints that of its issue, so that the two can be compared."
        ),
    );
    ui.add_space(tokens::GAP);
    Grid::new("events").num_columns(4).spacing([18.0, 6.0]).show(ui, |ui| {
        for heading in [tr!("Seal"), tr!(in "time", "When"), tr!("What"), tr!("Who")] {
            ui.label(strong(heading));
        }
        ui.end_row();
        for event in events.iter().rev() {
            ui.label(RichText::new(&event.seal).monospace());
            ui.label(&event.when);
            ui.label(&event.what);
            ui.label(&event.who);
            ui.end_row();
        }
    });
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
