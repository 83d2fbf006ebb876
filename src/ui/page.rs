//! A page in place of the plan: the way back, its title, and what is scrolled in it.

use super::sides::sides;
use super::{Action, Command, View, kit};
use crate::locale::tr;
use egui::{ScrollArea, Ui};
use std::fmt::Debug;
use std::hash::Hash;

/// Room for the scroll bar, which floats, in points.
const SCROLL_BAR: f32 = 12.0;

/// Escape leads back by a command, unless something nearer waits for it.
pub(super) fn leave_by_escape(ui: &Ui, view: &View<'_>, command: Command, actions: &mut Vec<Action>) {
    if view.dialog.is_none() && kit::focus::is_escaped(ui.ctx()) {
        actions.push(Action::Command(command));
    }
}

/// The title, and at its other end the way back, called so, by the same command.
pub(super) fn head_ui(ui: &mut Ui, (title, back): (&str, &str), command: Command, actions: &mut Vec<Action>) {
    let title_ui = |ui: &mut Ui| {
        kit::title(ui, title);
    };
    sides(ui, title, title_ui, |ui| {
        if ui.button(back).on_hover_text(tr!("Escape does the same")).clicked() {
            actions.push(Action::Command(command));
        }
    });
}

/// What is too high for its place can be scrolled; the focus stays in sight.
pub(super) fn scrolled(ui: &mut Ui, salt: impl Hash + Debug, add: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(salt).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - SCROLL_BAR);
        add(ui);
        kit::focus::follow(ui);
    });
}
