//! What of a client may put a treatment off: phototype, and the checklist of a clinic.

use crate::catalog::Hold;
use crate::document::{CheckDraft, Edit, Field, Phototype, Place, Value};
use crate::locale::{tr, trn};
use crate::ui::kit;
use crate::ui::theme::{Palette, tokens};
use crate::ui::{Action, View};
use crate::wording;
use egui::{CollapsingHeader, Label, RichText, Ui};
use std::iter;

/// How skin takes the sun; as older files have it only where one of them does.
pub(super) fn phototype_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let place = Place::Plan(Field::Phototype);
    let now = view.draft.profile.phototype;
    let older = now.filter(|one| !Phototype::ALL.contains(one)).map(Some);
    let values = iter::once(None).chain(Phototype::ALL.map(Some)).chain(older);
    let name = |one: &Option<Phototype>| one.map_or(tr!("not asked"), wording::phototype).to_owned();
    let new = kit::choice(ui, kit::Field::at(view, place, tr!("Phototype")), &now, values, name);
    kit::push(actions, new, |new| Edit::Set(place, new.map_or(Value::Nothing, Value::from)));
}

/// The checklist: what holds for the client, each with its last day where that counts.
pub(super) fn checklist_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let before = &view.draft.checklist;
    let holding = before.len() as u64;
    let title = match holding {
        0 => tr!("Checklist before treatment").to_owned(),
        _ => {
            trn!(
                holding,
                "Checklist before treatment: {holding} ticked",
                "Checklist before treatment: {holding} ticked",
                holding
            )
        }
    };
    let is_issued = view.is_issued();
    let group = CollapsingHeader::new(title).id_salt(("checklist", is_issued)).open(is_issued.then_some(true));
    group.show(ui, |ui| {
        let mut checks = before.clone();
        for hold in view.catalog.rules.asked() {
            hold_ui(ui, view, hold, &mut checks);
        }
        unknown_ui(ui, view, &mut checks);
        let said = tr!("For the clinic to clear up. A doctor decides whether a treatment is safe.");
        let said = RichText::new(said).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak);
        ui.add(Label::new(said).wrap());
        if checks != *before {
            actions.push(Action::Edit(Edit::Set(Place::Plan(Field::Checklist), Value::Checklist(checks))));
        }
    });
}

/// What a file has that is not on the checklist, to be let go of.
fn unknown_ui(ui: &mut Ui, view: &View<'_>, checks: &mut Vec<CheckDraft>) {
    let is_known = |check: &CheckDraft| view.catalog.rules.asked().any(|hold| hold.id == check.hold);
    checks.retain(|check| is_known(check) || kit::check(ui, check.hold.as_str(), true).is_none());
}

/// One question of the checklist; if it holds, with its day.
fn hold_ui(ui: &mut Ui, view: &View<'_>, hold: &Hold, checks: &mut Vec<CheckDraft>) {
    let question = wording::text(&hold.question);
    let at = checks.iter().position(|check| check.hold == hold.id);
    if kit::check(ui, question, at.is_some()).is_some() {
        match at {
            Some(at) => _ = checks.remove(at),
            None => checks.push(CheckDraft { hold: hold.id.clone(), over: None }),
        }
        return;
    }
    let (Some(at), Some(ends)) = (at, &hold.ends) else { return };
    let (check, ends) = (&mut checks[at], wording::text(ends));
    ui.horizontal_top(|ui| {
        ui.add_space(2.0 * tokens::GAP);
        let mut is_known = check.over.is_some();
        if ui.checkbox(&mut is_known, ends).accessible_name(format!("{question}, {ends}")).changed() {
            check.over = is_known.then_some(view.draft.start);
        }
        let field = kit::Field::new(("over", hold.id.as_str()), ends);
        if let Some(over) = check.over.and_then(|over| kit::date_box(ui, field, over)) {
            check.over = Some(over);
        }
    });
}
