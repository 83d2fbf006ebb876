//! The list of options, with doing nothing as the last.

use super::fields::{self, icon_button};
use super::marks;
use super::theme::{Palette, icons, tokens};
use super::{Action, Command, View, ViewState};
use crate::estimate::DO_NOTHING;
use crate::scenario::{Edit, Field, Mark, OptionEdit, Place};
use crate::wording;
use egui::{Align, Layout, Rect, RichText, Sense, TextEdit, Ui, UiBuilder};

/// All options.
pub(super) fn options_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.heading("Options");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let add = egui::Button::new(format!("{} Add", icons::ADD));
            let response = ui.add_enabled(view.draft.has_room(), add).accessible_name("Add option");
            if response.on_hover_text(Command::AddOption.tooltip()).clicked() {
                actions.push(Action::Command(Command::AddOption));
            }
        });
    });
    fields::problem(ui, view, Place::Plan(Field::Options));
    for option in &view.draft.options {
        row_ui(ui, view, state, Some(option.mark), &option.name);
    }
    row_ui(ui, view, state, None, DO_NOTHING);
}

/// One option: sample, letter, name and typical total. Selects on a click.
fn row_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, mark: Option<Mark>, name: &str) {
    let palette = Palette::of(ui);
    let selected = state.selected == mark;
    let size = egui::vec2(ui.available_width(), 26.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let warnings = warnings(view, mark);
    let warned = if warnings.is_empty() { String::new() } else { format!("{} ", icons::WARNING) };
    let total = total(view, mark);
    let title = mark.map_or(name.to_owned(), |mark| format!("{} · {name}", mark.letter()));
    let spoken = format!("{title}, {total}");
    let enabled = ui.is_enabled();
    response.widget_info(|| egui::WidgetInfo::selected(egui::accesskit::Role::Button, enabled, selected, &spoken));
    if response.clicked() {
        state.selected = mark;
    }
    if response.hovered() {
        state.hover(mark);
    }
    let fill = match () {
        () if selected => palette.selected,
        () if state.stands_out(mark) => palette.hovered,
        () => egui::Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, tokens::RADIUS, fill);
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, palette.accent);
        ui.painter().rect_stroke(rect, tokens::RADIUS, stroke, egui::StrokeKind::Inside);
    }
    row_content(ui, rect, mark, &title, &format!("{warned}{total}"));
    if !warnings.is_empty() {
        response.on_hover_text(warnings.join("\n"));
    }
}

fn row_content(ui: &mut Ui, rect: Rect, mark: Option<Mark>, title: &str, total: &str) {
    let palette = Palette::of(ui);
    let inner = rect.shrink2(egui::vec2(6.0, 0.0));
    let mut row = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)));
    row.spacing_mut().item_spacing.x = 8.0;
    marks::sample(&mut row, mark);
    row.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let label = |text: RichText| egui::Label::new(text).selectable(false);
        ui.add(label(RichText::new(total).color(palette.text_weak)));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(label(RichText::new(title)).truncate());
        });
    });
}

/// What is worth knowing of an option.
fn warnings<'a>(view: &'a View<'_>, mark: Option<Mark>) -> Vec<&'a str> {
    let option = view.evaluation.and_then(|evaluation| evaluation.option(mark));
    option.into_iter().flat_map(|option| &option.remarks).map(|remark| remark.message.as_str()).collect()
}

fn total(view: &View<'_>, mark: Option<Mark>) -> String {
    let Some(evaluation) = view.evaluation else { return String::new() };
    let currency = evaluation.estimate.currency;
    evaluation.option(mark).map_or(String::new(), |option| wording::money(option.ledger.total.typical, currency))
}

/// The selected option's name, and what can be done with it.
pub(super) fn selected_ui(ui: &mut Ui, view: &View<'_>, at: usize, actions: &mut Vec<Action>) {
    let option = &view.draft.options[at];
    let letter = option.mark.letter();
    ui.horizontal(|ui| {
        ui.heading(format!("Option {letter}"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let last = view.draft.options.len() - 1;
            let mut edit = |edit| actions.push(Action::Edit(Edit::Option(at, edit)));
            if icon_button(ui, icons::REMOVE, "Remove option", last > 0) {
                edit(OptionEdit::Remove);
            }
            if icon_button(ui, icons::DUPLICATE, "Duplicate option", view.draft.has_room()) {
                edit(OptionEdit::Duplicate);
            }
            if icon_button(ui, icons::DOWN, "Move option down", at < last) {
                edit(OptionEdit::MoveTo(at + 1));
            }
            if icon_button(ui, icons::UP, "Move option up", at > 0) {
                edit(OptionEdit::MoveTo(at - 1));
            }
        });
    });
    fields::row(ui, "Name", |ui, label| {
        let mut name = option.name.clone();
        let edit = TextEdit::singleline(&mut name).id_salt(("name", letter)).desired_width(f32::INFINITY);
        if ui.add(edit.char_limit(crate::scenario::limits::NAME)).labelled_by(label).changed() {
            actions.push(Action::Edit(Edit::Option(at, OptionEdit::Name(name))));
        }
    });
    fields::problem(ui, view, Place::Option { option: at, field: Field::Name });
    fields::problem(ui, view, Place::Option { option: at, field: Field::Treatment });
}
