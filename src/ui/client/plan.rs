//! The fields of the plan: from when, how far, what for, and what money depends on.

use super::budget::budget_ui;
use super::money::money_ui;
use super::occasions::occasions_ui;
use super::time_off::time_off_ui;
use crate::document::{Edit, Field, Place, Value, limits};
use crate::locale::{tr, trn};
use crate::ui::kit::{self, Numbers};
use crate::ui::theme::{Palette, tokens};
use crate::ui::{Action, View, ViewState, paying};
use egui::{CollapsingHeader, RichText, Ui};

pub(super) fn plan_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let at = |field, name| kit::Field::at(view, Place::Plan(field), name);
    let draft = view.draft;
    let unit = trn!(draft.horizon_years, " year", " years");
    let (ahead, years) = (at(Field::Horizon, tr!("Look ahead")), Numbers::whole(limits::HORIZON_YEARS, unit));
    let horizon = kit::slider(ui, ahead, draft.horizon_years, &years);
    kit::push(actions, horizon, |years| Edit::Set(Place::Plan(Field::Horizon), years.into()));
    let start = kit::date(ui, at(Field::Start, tr!("Starts on")), draft.start);
    kit::push(actions, start, |date| Edit::Set(Place::Plan(Field::Start), date.into()));
    target_ui(ui, view, actions);
    let worth = (tr!("A year of full improvement is worth"), draft.currency.code());
    kit::described(ui, view, Place::Plan(Field::Worth), worth, actions);
    budget_ui(ui, view, "plan", actions);
    occasions_ui(ui, view, actions);
    // A group cannot be opened while nothing can be changed, so it stands open then; and then only.
    let is_issued = view.is_issued();
    let open = is_issued.then_some(true);
    let kept_free = view.draft.time_off.len() as u64;
    let title = match kept_free {
        0 => tr!("Holidays, shifts, strong sun").to_owned(),
        _ => trn!(
            kept_free,
            "Holidays, shifts, strong sun: {kept_free} period",
            "Holidays, shifts, strong sun: {kept_free} periods",
            kept_free
        ),
    };
    CollapsingHeader::new(title).id_salt(("time off", is_issued)).open(open).show(ui, |ui| {
        time_off_ui(ui, view, actions);
    });
    CollapsingHeader::new(tr!("Currency, fee, tax, price growth")).id_salt(("money", is_issued)).open(open).show(
        ui,
        |ui| {
            money_ui(ui, view, state, actions);
        },
    );
    CollapsingHeader::new(tr!("Paying: deposit and credit")).id_salt(("paying", is_issued)).open(open).show(ui, |ui| {
        paying::terms_ui(ui, view, actions);
    });
    CollapsingHeader::new(tr!("Clinic notes")).id_salt(("notes", is_issued)).open(open).show(ui, |ui| {
        let mut notes = draft.notes.clone();
        let field = kit::Field::new(Place::Plan(Field::Notes), tr!("Clinic notes, never printed"));
        let edit = field.lines(&mut notes).desired_rows(3).desired_width(f32::INFINITY).char_limit(limits::NOTE);
        let response = field.add(ui, |ui| ui.add(edit));
        let notes = response.changed().then_some(notes);
        kit::push(actions, notes, |text| Edit::Set(Place::Plan(Field::Notes), text.into()));
        ui.label(RichText::new(tr!("Never printed")).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
    });
}

fn target_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let target = view.draft.target;
    let place = Place::Plan(Field::Target);
    let field = kit::Field::at(view, place, tr!("Target"));
    kit::row(ui, field, |ui| {
        let mut on = target.is_some();
        if ui.checkbox(&mut on, "").accessible_name(tr!("Aim at a target improvement")).changed() {
            let target = if on { Value::Whole(40) } else { Value::Nothing };
            actions.push(Action::Edit(Edit::Set(place, target)));
        }
        match target {
            Some(percent) => {
                let numbers = Numbers::whole(limits::TARGET, tr!("% improvement"));
                let changed = kit::number_box(ui, field.named(tr!("Target improvement")), percent, &numbers);
                kit::push(actions, changed, |percent| Edit::Set(place, percent.into()));
            }
            None => {
                ui.label(RichText::new(tr!(in "target", "none")).color(Palette::of(ui).text_weak));
            }
        }
    });
}
