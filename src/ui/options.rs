//! The list of options, with doing nothing as the last.

use super::kit::{self, icon_button};
use super::marks;
use super::sides::sides;
use super::theme::{Palette, icons, tokens};
use super::{Action, Command, View, ViewState, words};
use crate::document::{Draft, Edit, Field, Mark, OptionDraft, OptionEdit, OptionId, Place, PlanEdit};
use crate::locale::{mark, tr};
use crate::wording;
use egui::{Align, Color32, Layout, Rect, Response, RichText, Sense, Stroke, Ui, UiBuilder};

/// All options.
pub(super) fn options_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let title = |ui: &mut Ui| drop(ui.heading(tr!("Options")));
    sides(ui, "options", title, |ui| {
        let add = egui::Button::new(format!("{} {}", icons::ADD, tr!("Add")));
        let response = ui.add_enabled(view.has_room(), add).accessible_name(tr!("Add option"));
        if response.on_hover_text(Command::AddOption.tooltip()).clicked() {
            actions.push(Action::Command(Command::AddOption));
        }
        templates_ui(ui, view, state, actions);
    });
    kit::wrong(ui, view.wrong_at(Place::Plan(Field::Options)));
    for option in &view.draft.options {
        let response = row_ui(ui, view, state, Some(option.mark), &option.name, option.hidden);
        if !view.is_issued() {
            drag_ui(ui, &response, view.draft, option.id, actions);
        }
        response.context_menu(|ui| {
            state.selected = Some(option.mark);
            for command in OF_ONE {
                super::top_bar::command_ui(ui, view, command, actions);
            }
        });
    }
    row_ui(ui, view, state, None, wording::do_nothing(), false);
}

/// What can be done with one option.
const OF_ONE: [Command; 4] =
    [Command::DuplicateOption, Command::CopyOption, Command::HideOption, Command::RemoveOption];

/// Options to start from, made for the concern.
fn templates_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let Some(concern) = view.catalog.concern(&view.draft.concern) else { return };
    let menu = ui.add_enabled_ui(view.has_room(), |ui| {
        ui.menu_button(tr!("Templates"), |ui| {
            for template in wording::templates(view.catalog, concern, &view.draft.profile) {
                if ui.button(&template.name).clicked() {
                    state.selected = view.draft.free_mark();
                    let edit = PlanEdit::AddOption(template, mark!("add option from a template"));
                    actions.push(Action::Edit(Edit::Plan(edit)));
                }
            }
        })
    });
    let text = tr!("Add a usual option for {concern}", concern = words::within(wording::text(&concern.name)));
    menu.inner.response.accessible_name(tr!("Add option from a template")).on_hover_text(text);
}

/// The option that is dragged.
struct Dragged(OptionId);

/// Lets an option be dragged to another place in the list.
fn drag_ui(ui: &Ui, response: &Response, draft: &Draft, id: OptionId, actions: &mut Vec<Action>) {
    response.dnd_set_drag_payload(Dragged(id));
    let palette = Palette::of(ui);
    if let Some(dragged) = response.dnd_hover_payload::<Dragged>().filter(|dragged| dragged.0 != id) {
        let rect = response.rect;
        let is_above =
            draft.options.iter().map(|option| option.id).find(|one| [id, dragged.0].contains(one)) != Some(id);
        let y = if is_above { rect.bottom() } else { rect.top() };
        ui.painter().hline(rect.x_range(), y, Stroke::new(2.0, palette.accent));
    }
    if let Some(dragged) = response.dnd_release_payload::<Dragged>() {
        actions.push(Action::Edit(Edit::Option(dragged.0, OptionEdit::MoveTo(id))));
    }
}

/// One option: sample, letter, name and typical total. Selects on a click.
fn row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ViewState,
    mark: Option<Mark>,
    name: &str,
    hidden: bool,
) -> Response {
    let palette = Palette::of(ui);
    let selected = state.selected == mark;
    let sense = if mark.is_some() { Sense::click_and_drag() } else { Sense::click() };
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 26.0), sense);
    let warnings = warnings(view, mark);
    let warned = if warnings.is_empty() { String::new() } else { format!("{} ", icons::WARNING) };
    let total = if hidden { tr!(in "option", "hidden").to_owned() } else { total(view, mark) };
    let title = mark.map_or(name.to_owned(), |mark| format!("{} · {name}", mark.letter()));
    let spoken = format!("{title}, {total}");
    let enabled = ui.is_enabled();
    response.widget_info(|| egui::WidgetInfo::selected(egui::accesskit::Role::Button, enabled, selected, &spoken));
    if response.clicked() || response.drag_started() {
        state.selected = mark;
    }
    if response.hovered() && !hidden {
        state.hover(mark);
    }
    let fill = match () {
        () if selected => palette.selected,
        () if state.stands_out(mark) => palette.hovered,
        () => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, tokens::RADIUS, fill);
    if response.has_focus() {
        let stroke = Stroke::new(2.0, palette.accent);
        ui.painter().rect_stroke(rect, tokens::RADIUS, stroke, egui::StrokeKind::Inside);
    }
    row_content(ui, rect, mark, (&title, hidden), &format!("{warned}{total}"));
    if warnings.is_empty() { response } else { response.on_hover_text(warnings.join("\n")) }
}

fn row_content(ui: &mut Ui, rect: Rect, mark: Option<Mark>, (title, hidden): (&str, bool), total: &str) {
    let palette = Palette::of(ui);
    let inner = rect.shrink2(egui::vec2(6.0, 0.0));
    let mut row = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)));
    row.spacing_mut().item_spacing.x = 8.0;
    marks::sample(&mut row, mark);
    row.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let label = |text: RichText| egui::Label::new(text).selectable(false);
        ui.add(label(RichText::new(total).color(palette.text_weak)));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let color = if hidden { palette.text_weak } else { palette.text };
            ui.add(label(RichText::new(title).color(color)).truncate());
        });
    });
}

/// What is worth knowing of an option.
fn warnings(view: &View<'_>, mark: Option<Mark>) -> Vec<String> {
    let option = view.evaluation.and_then(|evaluation| evaluation.option(mark));
    option.into_iter().flat_map(|option| &option.remarks).map(wording::remark).collect()
}

fn total(view: &View<'_>, mark: Option<Mark>) -> String {
    let Some(evaluation) = view.evaluation else { return String::new() };
    let currency = evaluation.estimate.currency;
    evaluation.option(mark).map_or(String::new(), |option| wording::money(option.ledger.total.typical, currency))
}

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
