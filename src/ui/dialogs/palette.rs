//! Any command by its name.

use super::state::Answer;
use crate::locale::tr;
use crate::ui::command::Command;
use crate::ui::state::View;
use crate::ui::theme::tokens;
use crate::ui::{kit, top_bar, words};
use egui::{Button, Key, ScrollArea, Ui};

/// Commands whose name holds what is typed; arrow keys mark one, and Enter gives it.
pub(super) fn palette_ui(ui: &mut Ui, view: &View<'_>, (typed, at): (&str, usize), answer: &mut impl FnMut(Answer)) {
    let mut text = typed.to_owned();
    let field = kit::Field::new("command", tr!("Command"));
    let edit = field.line(&mut text).desired_width(f32::INFINITY).hint_text(tr!("type a command's name"));
    let edit = field.add(ui, |ui| ui.add(edit));
    edit.request_focus();
    if edit.changed() {
        answer(Answer::Typed(text.clone()));
    }
    let wanted = text.to_lowercase();
    let fits =
        |command: &Command| command.text().to_lowercase().contains(&wanted) && top_bar::is_enabled(view, *command);
    let found: Vec<Command> = Command::all().filter(|command| *command != Command::Palette).filter(fits).collect();
    let at = at.min(found.len().saturating_sub(1));
    let (down, up, enter) = ui.input(|input| {
        (input.num_presses(Key::ArrowDown), input.num_presses(Key::ArrowUp), input.key_pressed(Key::Enter))
    });
    if down + up > 0 {
        answer(Answer::Mark((at + down).saturating_sub(up).min(found.len().saturating_sub(1))));
    }
    if let Some(marked) = found.get(at).filter(|_| enter) {
        answer(Answer::Command(*marked));
    }
    ui.add_space(tokens::GAP);
    ScrollArea::vertical().max_height(320.0).min_scrolled_height(320.0).show(ui, |ui| {
        for (position, command) in found.iter().enumerate() {
            let mut button = Button::new(command.text()).min_size(egui::vec2(ui.available_width(), 0.0));
            button = button.selected(position == at);
            if let Some(keys) = command.shortcuts().first() {
                button = button.shortcut_text(words::keys(ui, *keys));
            }
            let response = ui.add(button).accessible_name(command.text()).on_hover_text(command.tooltip());
            if position == at && down + up > 0 {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                answer(Answer::Command(*command));
            }
        }
    });
    if found.is_empty() {
        ui.label(tr!("No command of this name"));
    }
}
