//! Questions about files and plans.

use super::parts::{focus_first, primary, scroll_ui};
use super::state::Answer;
use crate::locale::tr;
use crate::report::Worked;
use crate::report::export::Export;
use crate::ui::kit;
use crate::ui::state::View;
use crate::ui::theme::tokens;
use crate::wording;
use egui::{Button, Key, Ui};

pub(super) fn unsaved_ui(ui: &mut Ui, view: &View<'_>, answer: &mut impl FnMut(Answer)) {
    ui.heading(tr!("Save the changes to {name}?", name = view.name));
    ui.label(tr!("They are lost if you don't save them."));
    ui.add_space(tokens::GAP);
    ui.horizontal(|ui| {
        if primary(ui, tr!("Save")) {
            answer(Answer::Save);
        }
        if ui.button(tr!("Don't save")).clicked() {
            answer(Answer::Discard);
        }
        if ui.button(tr!("Cancel")).clicked() {
            answer(Answer::Cancel);
        }
    });
}

pub(super) fn new_plan_ui(ui: &mut Ui, view: &View<'_>, answer: &mut impl FnMut(Answer)) {
    ui.heading(tr!("New plan"));
    ui.label(tr!("Starts from the worked example of a concern, with the catalogue's own figures."));
    ui.add_space(tokens::GAP);
    scroll_ui(ui, |ui| {
        for concern in &view.catalog.concerns {
            let button = ui.button(wording::text(&concern.name)).on_hover_text(wording::text(&concern.summary));
            focus_first(ui, &button);
            if button.clicked() {
                answer(Answer::NewPlan(concern.id.clone()));
            }
        }
    });
    ui.add_space(tokens::GAP);
    if ui.button(tr!("Cancel")).clicked() {
        answer(Answer::Cancel);
    }
}

pub(super) fn path_ui(ui: &mut Ui, title: &str, verb: &str, path: &str, answer: &mut impl FnMut(Answer)) {
    ui.heading(title);
    let mut typed = path.to_owned();
    let field = kit::Field::new("path", tr!("File"));
    ui.label(field.name);
    let edit = field.line(&mut typed).desired_width(f32::INFINITY);
    let edit = field.add(ui, |ui| ui.add(edit));
    // Asked before the focus comes back to the field, which would have lost it no more.
    let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    focus_first(ui, &edit);
    if edit.changed() {
        answer(Answer::Typed(typed.clone()));
    }
    ui.add_space(tokens::GAP);
    ui.horizontal(|ui| {
        if primary(ui, verb) || entered {
            answer(Answer::Path(typed));
        }
        if ui.button(tr!("Cancel")).clicked() {
            answer(Answer::Cancel);
        }
    });
}

/// What can be exported of this plan.
pub(super) fn export_ui(ui: &mut Ui, view: &View<'_>, answer: &mut impl FnMut(Answer)) {
    ui.heading(tr!("Export"));
    if let Some(option) = view.selected {
        ui.label(tr!("A calendar holds the sessions of the selected option, {letter}.", letter = option.mark.letter()));
    }
    ui.add_space(tokens::GAP);
    let plan = view.evaluation.map(|evaluation| Worked::of(evaluation, view.catalog));
    scroll_ui(ui, |ui| {
        for kind in Export::ALL.into_iter().filter(|kind| !Export::CLIPBOARD.contains(kind)) {
            let applies = plan.as_ref().is_some_and(|plan| kind.applies(plan));
            let button =
                Button::new(tr!("{name}…", name = kind.name())).min_size(egui::vec2(ui.available_width(), 0.0));
            let button = ui.add_enabled(applies, button);
            focus_first(ui, &button);
            if button.clicked() {
                answer(Answer::Export(kind));
            }
        }
    });
    ui.add_space(tokens::GAP);
    if ui.button(tr!("Cancel")).clicked() {
        answer(Answer::Cancel);
    }
}

pub(super) fn overwrite_ui(ui: &mut Ui, path: &std::path::Path, answer: &mut impl FnMut(Answer)) {
    ui.heading(tr!("Replace the file?"));
    ui.label(tr!("\"{path}\" exists already.", path = path.display()));
    ui.add_space(tokens::GAP);
    ui.horizontal(|ui| {
        if primary(ui, tr!("Replace")) {
            answer(Answer::Replace);
        }
        if ui.button(tr!("Cancel")).clicked() {
            answer(Answer::Cancel);
        }
    });
}
