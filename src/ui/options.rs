//! The selected option: its name, and what can be done with it.

use super::kit::{self, icon_button};
use super::sides::sides;
use super::theme::icons;
use super::{Action, View};
use crate::document::{Edit, Field, OptionDraft, OptionEdit, Place};
use crate::locale::tr;
use crate::wording;
use egui::Ui;

/// The selected option's name, and what can be done with it.
pub(super) fn selected_ui(ui: &mut Ui, view: &View<'_>, option: &OptionDraft, actions: &mut Vec<Action>) {
    let letter = option.mark.letter();
    let title = |ui: &mut Ui| drop(ui.heading(tr!("Option {letter}", letter)));
    sides(ui, "option", title, |ui| tools_ui(ui, view, option, actions));
    let place = |field| Place::Option { option: option.id, field };
    kit::described(ui, view, option, place(Field::Name), (tr!("Name"), ""), actions);
    kit::wrong(ui, view.wrong_at(place(Field::Treatment)));
}

/// What can be done with an option, by icons.
fn tools_ui(ui: &mut Ui, view: &View<'_>, option: &OptionDraft, actions: &mut Vec<Action>) {
    let (up, down) = view.draft.beside(option.id);
    let is_hidden = option.hidden;
    let (hide, name) = if is_hidden { (icons::HIDDEN, tr!("Show option")) } else { (icons::SHOWN, tr!("Hide option")) };
    let tools = [
        (icons::UP, tr!("Move option up"), up.is_some(), OptionEdit::MoveTo(up.unwrap_or(option.id))),
        (icons::DOWN, tr!("Move option down"), down.is_some(), OptionEdit::MoveTo(down.unwrap_or(option.id))),
        (
            icons::DUPLICATE,
            tr!("Duplicate option"),
            view.has_room(),
            OptionEdit::Duplicate(wording::copy_name(&option.name)),
        ),
        (hide, name, true, OptionEdit::Hide(!is_hidden)),
        (icons::REMOVE, tr!("Remove option"), view.draft.options.len() > 1, OptionEdit::Remove),
    ];
    for (icon, name, is_enabled, edit) in tools {
        if icon_button(ui, icon, name, is_enabled) {
            actions.push(Action::Edit(Edit::Option(option.id, edit)));
        }
    }
}
