//! Any command by its name.

use super::state::Answer;
use crate::locale::tr;
use crate::ui::command::Command;
use crate::ui::kit::{self, Pressed, Question};
use crate::ui::state::View;
use crate::ui::theme::tokens;
use crate::ui::{top_bar, words};
use egui::{Button, Context, Key, ScrollArea, Ui};

/// Commands whose name holds what is typed; arrow keys mark one, and Enter gives it.
pub(super) fn palette_ui(ctx: &Context, view: &View<'_>, (typed, at): (&str, usize), answer: &mut impl FnMut(Answer)) {
    let mut text = typed.to_owned();
    let wanted = text.to_lowercase();
    let fits =
        |command: &Command| command.text().to_lowercase().contains(&wanted) && top_bar::is_enabled(view, *command);
    let found: Vec<Command> = Command::all().filter(|command| *command != Command::Palette).filter(fits).collect();
    let at = at.min(found.len().saturating_sub(1));
    let question = Question::new(tr!("Find")).to(tr!("Go")).if_ready(!found.is_empty());
    let pressed = question.show(ctx, |ui| {
        let field = kit::Field::new("command", tr!("Command"));
        let edit = field.line(&mut text).desired_width(f32::INFINITY).hint_text(tr!("type a command's name"));
        if field.add(ui, |ui| ui.add(edit)).changed() {
            answer(Answer::Typed(text.clone()));
        }
        let (down, up) = ui.input(|input| (input.num_presses(Key::ArrowDown), input.num_presses(Key::ArrowUp)));
        if down + up > 0 {
            answer(Answer::Mark((at + down).saturating_sub(up).min(found.len().saturating_sub(1))));
        }
        found_ui(ui, &found, (at, down + up > 0), answer);
    });
    match (pressed, found.get(at)) {
        (Some(Pressed::Done), Some(marked)) => answer(Answer::Command(*marked)),
        (Some(_), _) => answer(Answer::Cancel),
        (None, _) => {}
    }
}

fn found_ui(ui: &mut Ui, found: &[Command], (at, has_moved): (usize, bool), answer: &mut impl FnMut(Answer)) {
    ui.add_space(tokens::GAP);
    ScrollArea::vertical().max_height(320.0).min_scrolled_height(320.0).show(ui, |ui| {
        for (position, command) in found.iter().enumerate() {
            let mut button = Button::new(command.text()).min_size(egui::vec2(ui.available_width(), 0.0));
            button = button.selected(position == at);
            if let Some(keys) = command.shortcuts().first() {
                button = button.shortcut_text(words::keys(ui, *keys));
            }
            let response = ui.add(button).accessible_name(command.text()).on_hover_text(command.tooltip());
            if position == at && has_moved {
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
