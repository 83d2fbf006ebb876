//! What else the client comes for.

use crate::catalog::{ConcernId, Severity};
use crate::document::{Edit, Field, FurtherDraft, Place, PlanEdit, Value, limits};
use crate::locale::tr;
use crate::ui::kit;
use crate::ui::theme::icons;
use crate::ui::{Action, View};
use crate::wording;
use egui::Ui;

/// Each concern, how bad it is, and what else of it is to be known; and a last row for one more.
pub(super) fn further_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Vec<Action>,
    mut variant_ui: impl FnMut(&mut Ui, &ConcernId, &mut Vec<Action>),
) {
    let before = &view.draft.further;
    let mut further = before.clone();
    let name = |id: &ConcernId| wording::concern_name(view.catalog, id).to_owned();
    let is_free = |id: &&ConcernId| view.draft.concerns().all(|other| other != *id);
    let free: Vec<ConcernId> =
        view.catalog.concerns.iter().map(|concern| &concern.id).filter(is_free).cloned().collect();
    let mut removed = None;
    for (at, one) in further.iter_mut().enumerate() {
        let field = kit::Field::new(("further concern", at), tr!("Further concern"));
        kit::row(ui, field, |ui| {
            let all = std::iter::once(one.concern.clone()).chain(free.iter().cloned());
            if let Some(concern) = kit::choice_box(ui, field, &one.concern, all, name) {
                let edit = PlanEdit::ReplaceConcern(before[at].concern.clone(), concern);
                actions.push(Action::Edit(Edit::Plan(edit)));
            }
            let let_go = tr!("Take {concern} out of the plan", concern = name(&one.concern));
            if kit::icon_button(ui, icons::CLOSE, &let_go, true) {
                removed = Some(at);
            }
        });
        let spoken = tr!("Severity of {concern}", concern = wording::within(&name(&one.concern)));
        let field = kit::Field::new(("severity", at), tr!("Its severity"));
        let severity = |severity: &Severity| wording::severity(*severity).to_owned();
        let chosen =
            kit::row(ui, field, |ui| kit::choice_box(ui, field.named(&spoken), &one.severity, Severity::ALL, severity));
        one.severity = chosen.unwrap_or(one.severity);
        variant_ui(ui, &before[at].concern, actions);
    }
    if let Some(at) = removed {
        further.remove(at);
    }
    kit::wrong(ui, view.wrong_at(Place::Plan(Field::Further)));
    if further.len() < limits::FURTHER && !free.is_empty() {
        let field = kit::Field::new("one more concern", tr!("Add a concern"));
        let all = std::iter::once(None).chain(free.into_iter().map(Some));
        let name = |id: &Option<ConcernId>| id.as_ref().map_or_else(|| "–".to_owned(), name);
        if let Some(Some(concern)) = kit::choice(ui, field, &None, all, name) {
            further.push(FurtherDraft { concern, severity: view.draft.profile.severity });
        }
    }
    if further != *before {
        actions.push(Action::Edit(Edit::Set(Place::Plan(Field::Further), Value::Further(further))));
    }
}
