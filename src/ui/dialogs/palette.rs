//! Anything by its name: commands, options and their treatments, figures, plans opened last.

use super::state::Answer;
use crate::compare::Measure;
use crate::locale::tr;
use crate::ui::command::Command;
use crate::ui::kit::{self, Pressed, Question};
use crate::ui::state::View;
use crate::ui::theme::tokens;
use crate::ui::{top_bar, words};
use crate::wording;
use egui::{Button, Context, Key, ScrollArea, Ui};

/// Something found, with what choosing it means.
struct Found {
    name: String,
    answer: Answer,
}

/// Everything there is to find, commands first.
fn all(view: &View<'_>) -> Vec<Found> {
    let commands = Command::all().filter(|command| *command != Command::Palette && top_bar::is_enabled(view, *command));
    let commands = commands.map(|command| Found { name: command.text().to_owned(), answer: Answer::Command(command) });
    let plans = view.recent.iter().map(|path| {
        let name = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Found { name: tr!("Plan: {name}", name), answer: Answer::Open(path.clone()) }
    });
    if view.is_starting || view.client_view || view.sheet.is_some() || view.prices.is_open || view.has_page() {
        return commands.chain(plans).collect();
    }
    let options = view.draft.options.iter().flat_map(|option| {
        let title = format!("{} · {}", option.mark.letter(), option.name);
        let of_lines = option.lines.iter().filter_map(|line| view.catalog.treatment(&line.treatment));
        let names = of_lines.map(|treatment| tr!("{name}, in {title}", name = wording::text(&treatment.name), title));
        let names: Vec<String> = std::iter::once(title.clone()).chain(names).collect();
        names.into_iter().map(|name| Found { name, answer: Answer::Select(option.id) })
    });
    let figures = view.evaluation.into_iter().flat_map(|evaluation| {
        let estimate = &evaluation.estimate;
        let of = |measure| {
            estimate.options.iter().map(move |option| {
                let name = format!("{}, {}", wording::measure_name(measure), wording::option_title(option));
                Found { name, answer: Answer::Explain(measure, option.id) }
            })
        };
        Measure::all(estimate).flat_map(of).collect::<Vec<_>>()
    });
    commands.chain(options).chain(plans).chain(figures).collect()
}

/// Everything whose name holds what is typed; arrow keys mark one, and Enter goes there.
pub(super) fn palette_ui(ctx: &Context, view: &View<'_>, (typed, at): (&str, usize), answer: &mut impl FnMut(Answer)) {
    let mut text = typed.to_owned();
    let wanted = text.to_lowercase();
    let mut found = all(view);
    found.retain(|one| one.name.to_lowercase().contains(&wanted));
    let at = at.min(found.len().saturating_sub(1));
    let question = Question::new(tr!("Find")).to(tr!("Go")).if_ready(!found.is_empty());
    let pressed = question.show(ctx, |ui| {
        let field = kit::Field::new("command", tr!("Command"));
        let edit = field
            .line(&mut text)
            .desired_width(f32::INFINITY)
            .hint_text(tr!("type the name of a command, an option, a treatment, a figure or a plan"));
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
        (Some(Pressed::Done), Some(marked)) => answer(marked.answer.clone()),
        (Some(_), _) => answer(Answer::Cancel),
        (None, _) => {}
    }
}

fn found_ui(ui: &mut Ui, found: &[Found], (at, has_moved): (usize, bool), answer: &mut impl FnMut(Answer)) {
    ui.add_space(tokens::GAP);
    let height = kit::list_room(ui).min(320.0);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        for (position, one) in found.iter().enumerate() {
            let mut button = Button::new(&one.name).min_size(egui::vec2(ui.available_width(), 0.0));
            button = button.selected(position == at).frame_when_inactive(position == at);
            let command = if let Answer::Command(command) = &one.answer { Some(command) } else { None };
            if let Some(keys) = command.and_then(|command| command.shortcuts().first()) {
                button = button.shortcut_text(words::keys(ui, *keys));
            }
            let mut response = ui.add(button).accessible_name(&one.name);
            if let Some(command) = command {
                response = response.on_hover_text(command.tooltip());
            }
            if position == at && has_moved {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                answer(one.answer.clone());
            }
        }
    });
    if found.is_empty() {
        ui.label(tr!("Nothing of this name"));
    }
}
