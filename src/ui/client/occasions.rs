//! The days that matter to the client.

use crate::document::{Edit, Field, OccasionDraft, Place, PlanEdit, Value, limits};
use crate::locale::tr;
use crate::ui::kit;
use crate::ui::theme::icons;
use crate::ui::{Action, View};
use egui::{Button, Ui};
use jiff::ToSpan;

/// A name and a day each, and the way to a further one.
pub(super) fn occasions_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let before = &view.draft.occasions;
    let mut occasions = before.clone();
    if !occasions.is_empty() {
        kit::caption(ui, tr!("Days that matter"));
    }
    for (at, occasion) in occasions.iter_mut().enumerate() {
        ui.horizontal_top(|ui| {
            let field = kit::Field::new(("occasion", at), tr!("What the day is"));
            let name = field.line(&mut occasion.name).desired_width(118.0).char_limit(limits::NAME);
            field.add(ui, |ui| ui.add(name.hint_text(tr!("wedding, holiday"))));
            let place = Place::Plan(Field::Occasion(u16::try_from(at).unwrap_or(u16::MAX)));
            let date = kit::date_box(ui, kit::Field::at(view, place, tr!("Day that matters")), occasion.date);
            kit::push(actions, date, |date| Edit::Set(place, date.into()));
            if kit::icon_button(ui, icons::CLOSE, tr!("Let go of this day"), true) {
                actions.push(Action::Edit(Edit::Plan(PlanEdit::Remove(place.field()))));
            }
        });
    }
    let text = tr!("Add a day that matters");
    let add = Button::new(format!("{} {text}", icons::ADD)).frame_when_inactive(false);
    if occasions.len() < limits::OCCASIONS && ui.add(add).accessible_name(text).clicked() {
        let date = view.draft.start.saturating_add(6.months());
        occasions.push(OccasionDraft { name: String::new(), date });
    }
    if occasions != *before {
        actions.push(Action::Edit(Edit::Set(Place::Plan(Field::Occasions), Value::Occasions(occasions))));
    }
}
