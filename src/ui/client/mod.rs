//! Client and plan, each as one sentence that opens its fields.

mod budget;
mod checklist;
mod further;
mod money;
mod occasions;
mod plan;
mod time_off;
mod who;

use super::kit::{self, sentence};
use super::{Action, View, ViewState};
use crate::document::{Field, Place};
use crate::locale::tr;
use crate::wording;
pub(super) use budget::budget_ui;
use egui::Ui;
pub(super) use money::currencies;

/// The width of the fields in points.
const WIDTH: f32 = 400.0;

/// The fields of the client; all others of the plan itself are the plan's, but for the list of options.
const OF_CLIENT: [Field; 10] = [
    Field::Further,
    Field::Phototype,
    Field::Checklist,
    Field::Reference,
    Field::Concern,
    Field::Age,
    Field::ScarMix,
    Field::Rolling,
    Field::Boxcar,
    Field::Icepick,
];

/// The least share of the room that the plan's sentence keeps beside a long one of the client.
const OF_PLAN: f32 = 0.4;

/// Who the plan is for, and from when on it is. Where both have no room, each is shortened.
pub(super) fn sentences_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let room = ui.available_width();
    let of_plan = kit::sentence_width(ui, &wording::horizon(view.draft)).min(room * OF_PLAN);
    ui.scope(|ui| {
        ui.set_max_width(room - of_plan);
        client_sentence_ui(ui, view, state, actions);
    });
    plan_sentence_ui(ui, view, state, actions);
}

/// Who the plan is for.
fn client_sentence_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let field = kit::Field::new("client", tr!("Client")).wrong(wrong(view, |field| OF_CLIENT.contains(&field)));
    let text = wording::client(view.draft, view.catalog);
    sentence(ui, field, &text, WIDTH, |ui| {
        kit::if_editable(ui, view, |ui| who::client_ui(ui, view, state, actions));
    });
}

/// From when the plan is, how far it looks, and what money depends on.
fn plan_sentence_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let is_of_plan = |field| field != Field::Options && !OF_CLIENT.contains(&field);
    let field = kit::Field::new("plan", tr!("Plan")).wrong(wrong(view, is_of_plan));
    let text = wording::horizon(view.draft);
    sentence(ui, field, &text, WIDTH, |ui| {
        kit::if_editable(ui, view, |ui| plan::plan_ui(ui, view, state, actions));
    });
}

/// The first that is wrong with some fields of the plan itself.
fn wrong<'a>(view: &'a View<'_>, is_one: impl Fn(Field) -> bool) -> Option<&'a str> {
    let is_there = |place: Place| matches!(place, Place::Plan(field) if is_one(field));
    view.problems.iter().find(|problem| is_there(problem.place)).map(|problem| problem.message.as_str())
}
