//! The days that are kept free of treatment.

use crate::document::{Edit, Field, FreeOf, Place, PlanEdit, StrongSun, TimeOffDraft, Value, limits};
use crate::locale::tr;
use crate::ui::kit;
use crate::ui::theme::{Palette, icons, tokens};
use crate::ui::{Action, Command, View};
use crate::units::Date;
use crate::wording;
use egui::{Button, Label, RichText, Ui};
use jiff::ToSpan;

/// Stretches of days, each with its name and what it is kept free of, the ways to further ones, and strong sun.
pub(super) fn time_off_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let before = &view.draft.time_off;
    let mut all = before.clone();
    for (at, one) in all.iter_mut().enumerate() {
        ui.push_id(("time off", at), |ui| {
            stretch_ui(ui, view, (at, one), actions);
        });
    }
    ui.horizontal_wrapped(|ui| {
        let text = tr!("Keep days free");
        let add = Button::new(format!("{} {text}", icons::ADD)).frame_when_inactive(false);
        if all.len() < limits::TIME_OFF && ui.add(add).accessible_name(text).clicked() {
            let first = before.last().map_or(view.draft.start, |one| one.last).saturating_add(1.month());
            let last = first.saturating_add(13.days());
            all.push(TimeOffDraft { name: String::new(), first, last, free_of: FreeOf::Visits });
        }
        let read = Button::new(Command::ReadCalendar.text()).frame_when_inactive(false);
        if ui.add(read).on_hover_text(Command::ReadCalendar.tooltip()).clicked() {
            actions.push(Action::Command(Command::ReadCalendar));
        }
    });
    if all != *before {
        actions.push(Action::Edit(Edit::Set(Place::Plan(Field::TimeOff), Value::TimeOff(all))));
    }
    sun_ui(ui, view, actions);
}

/// One stretch of days.
fn stretch_ui(ui: &mut Ui, view: &View<'_>, (at, one): (usize, &mut TimeOffDraft), actions: &mut Vec<Action>) {
    let number = u16::try_from(at).unwrap_or(u16::MAX);
    let part = |name| kit::Field::new(("time off", at, name), name);
    ui.horizontal_top(|ui| {
        let field = part(tr!("What the days are"));
        let name = field.line(&mut one.name).desired_width(118.0).char_limit(limits::NAME);
        field.add(ui, |ui| ui.add(name.hint_text(tr!("holiday, shift"))));
        let names = |free_of: &FreeOf| wording::free_of(*free_of).to_owned();
        let chosen = kit::choice_box(ui, part(tr!("Kept free of")), &one.free_of, FreeOf::ALL, names);
        one.free_of = chosen.unwrap_or(one.free_of);
        if kit::icon_button(ui, icons::CLOSE, tr!("Let go of these days"), true) {
            actions.push(Action::Edit(Edit::Plan(PlanEdit::Remove(Field::FirstFree(number)))));
        }
    });
    ui.horizontal_top(|ui| {
        ui.add_space(tokens::GAP);
        let mut end = |ui: &mut Ui, field: Field, name: &str, day: Date| {
            let place = Place::Plan(field);
            let typed = kit::date_box(ui, kit::Field::at(view, place, name), day);
            kit::push(actions, typed, |day| Edit::Set(place, day.into()));
        };
        end(ui, Field::FirstFree(number), tr!("First day kept free"), one.first);
        ui.label(tr!(in "from a day to another", "to"));
        end(ui, Field::LastFree(number), tr!("Last day kept free"), one.last);
    });
}

/// Whether months of strong sun matter, and to what.
fn sun_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let place = (Place::Plan(Field::StrongSun), tr!("Months of strong sun"));
    let name = |sun: &StrongSun| wording::strong_sun(*sun, view.catalog);
    kit::chosen(ui, view, place, (&view.draft.strong_sun, StrongSun::ALL), name, actions);
    if view.draft.strong_sun != StrongSun::Unminded {
        let treatments = wording::treatments(view.catalog, &view.catalog.rules.strong_sun.treatments.value);
        let text = tr!("Not given then: {treatments}. Our assumption, as a clinic may see it", treatments);
        let text = RichText::new(text).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak);
        ui.add(Label::new(text).wrap());
    }
}
