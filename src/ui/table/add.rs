//! The last line of the table: usual options of the concern that are not there yet, and what else there is to see.

use crate::document::{Edit, OptionDraft, PlanEdit};
use crate::locale::{english, tr};
use crate::ui::sides::sides;
use crate::ui::theme::{icons, text_width};
use crate::ui::{Action, Command, View, ViewState, top_bar};
use crate::wording;
use egui::{Button, Ui};

pub(super) fn add_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    ui.add_space(2.0);
    let mut all = state.all_measures;
    let left = |ui: &mut Ui| offers_ui(ui, view, actions);
    sides(ui, "add", left, |ui| {
        if view.evaluation.is_some() {
            let text = tr!("Every measure of all options, year by year, and what paying by instalments comes to");
            ui.toggle_value(&mut all, tr!("All measures")).on_hover_text(text);
        }
    });
    state.all_measures = all;
    ui.add_space(2.0);
}

/// As many usual options as there is room for, then the way to the others.
fn offers_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let add = Button::new(format!("{} {}", icons::ADD, tr!("Add")));
    let response = ui.add_enabled(view.has_room(), add).accessible_name(tr!("Add option"));
    if response.on_hover_text(Command::AddOption.tooltip()).clicked() {
        actions.push(Action::Command(Command::AddOption));
    }
    if !view.has_room() {
        return;
    }
    let Some(concern) = view.concern() else { return };
    let mut offered = view.templates.iter().peekable();
    let name = |option: &OptionDraft| tr!("Add {option}", option = &option.name);
    while let Some(option) = offered.next_if(|one| text_width(ui, &one.name) + MORE < ui.available_width()) {
        let response = ui.add(Button::new(&option.name).frame_when_inactive(false)).accessible_name(name(option));
        if response.clicked() {
            add_option(option, actions);
        }
    }
    let concern = wording::within(wording::text(&concern.name));
    let menu = ui.menu_button(tr!("more…"), |ui| {
        for option in offered {
            if ui.button(&option.name).accessible_name(name(option)).clicked() {
                add_option(option, actions);
            }
        }
        for command in [Command::DuplicateOption, Command::PasteOption] {
            top_bar::command_ui(ui, view, command, actions);
        }
    });
    let text = tr!("Add a usual option for {concern}", concern);
    menu.response.accessible_name(tr!("Add option from a template")).on_hover_text(text);
}

/// The room that is kept for the way to the others, in points.
const MORE: f32 = 110.0;

fn add_option(option: &OptionDraft, actions: &mut Vec<Action>) {
    let edit = PlanEdit::AddOption(option.clone(), english!("add option from a template"));
    actions.push(Action::Edit(Edit::Plan(edit)));
}
