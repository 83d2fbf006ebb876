//! Inputs that fit their quantity. Each shows a label, names itself for screen readers, shows and speaks what is wrong
//! beside itself, and returns the new value if there is one.

mod amount;
mod calendar;
mod date;
mod typing;

pub(super) use amount::{amount, amount_box};
pub(super) use calendar::calendar;
pub(super) use date::{date, date_box};
pub(super) use typing::Typing;

use super::theme::{Palette, icons, tokens};
use super::{Action, View};
use crate::document::Place;
use egui::accesskit::Invalid;
use egui::{ComboBox, DragValue, Id, Response, RichText, TextEdit, Ui, WidgetText};
use std::ops::RangeInclusive;

/// The width of labels before fields, in points.
const LABEL_WIDTH: f32 = 118.0;

/// What a field is called, and what is wrong with its value.
#[derive(Clone, Copy)]
pub(super) struct Label<'a> {
    text: &'a str,
    wrong: Option<&'a str>,
}

impl<'a> From<&'a str> for Label<'a> {
    fn from(text: &'a str) -> Self {
        Self { text, wrong: None }
    }
}

impl<'a> Label<'a> {
    /// The label of the field at a place of the document.
    pub(super) fn at(text: &'a str, view: &'a View<'_>, place: Place) -> Self {
        Self::marked(text, view.problem_at(place).map(|problem| problem.message.as_str()))
    }

    /// The label of a field with what is wrong with its value, if anything.
    pub(super) fn marked(text: &'a str, wrong: Option<&'a str>) -> Self {
        Self { text, wrong }
    }

    /// Adds the field, framed and spoken as wrong if it is.
    pub(super) fn field(&self, ui: &mut Ui, add: impl FnOnce(&mut Ui) -> Response) -> Response {
        let Some(message) = self.wrong else { return add(ui) };
        let response = ui.scope(|ui| {
            let error = egui::Stroke::new(1.5, Palette::of(ui).error);
            let widgets = &mut ui.visuals_mut().widgets;
            for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
                state.bg_stroke = error;
            }
            ui.visuals_mut().selection.stroke = error;
            add(ui)
        });
        speak_wrong(&response.inner, message);
        response.inner
    }
}

/// Ties what is wrong to its field, so that a screen reader says both together.
pub(super) fn speak_wrong(field: &Response, message: &str) {
    field.ctx.accesskit_node_builder(field.id, |node| {
        node.set_invalid(Invalid::True);
        node.set_description(message);
    });
}

/// A row: a label, then the field, and below it what is wrong. The field is handed the label's id to be named by.
pub(super) fn row<'a, R>(ui: &mut Ui, label: impl Into<Label<'a>>, field: impl FnOnce(&mut Ui, Id) -> R) -> R {
    let label = label.into();
    let inner = ui.horizontal(|ui| {
        let size = egui::vec2(LABEL_WIDTH, ui.spacing().interact_size.y);
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let named = ui.allocate_ui_with_layout(size, layout, |ui| {
            ui.set_min_width(LABEL_WIDTH);
            ui.add(egui::Label::new(RichText::new(label.text).color(Palette::of(ui).text_weak)).truncate())
        });
        field(ui, named.inner.id)
    });
    wrong(ui, label.wrong);
    inner.inner
}

/// What is wrong at a place, under its field.
pub(super) fn problem(ui: &mut Ui, view: &View<'_>, place: Place) {
    wrong(ui, view.problem_at(place).map(|problem| problem.message.as_str()));
}

/// The sentence on what is wrong, if anything is.
pub(super) fn wrong(ui: &mut Ui, message: Option<&str>) {
    if let Some(message) = message {
        let text = format!("{} {message}", icons::ERROR);
        ui.label(RichText::new(text).color(Palette::of(ui).error).size(tokens::SIZES[0]));
    }
}

/// One line of text.
pub(super) fn text<'a>(ui: &mut Ui, label: impl Into<Label<'a>>, value: &str, hint: &str) -> Option<String> {
    let label = label.into();
    row(ui, label, |ui, name| {
        let mut text = value.to_owned();
        let edit = TextEdit::singleline(&mut text).id_salt(label.text).desired_width(f32::INFINITY);
        let edit = edit.char_limit(crate::document::limits::NAME).hint_text(WidgetText::from(hint));
        label.field(ui, |ui| ui.add(edit)).labelled_by(name).changed().then_some(text)
    })
}

/// A whole number that can be dragged or typed.
pub(super) fn number<'a>(
    ui: &mut Ui,
    label: impl Into<Label<'a>>,
    value: u32,
    range: RangeInclusive<u32>,
    unit: &str,
) -> Option<u32> {
    let label = label.into();
    row(ui, label, |ui, _| number_box(ui, label, value, range, unit))
}

/// The box of a whole number, without a label that can be seen.
pub(super) fn number_box<'a>(
    ui: &mut Ui,
    label: impl Into<Label<'a>>,
    value: u32,
    range: RangeInclusive<u32>,
    unit: &str,
) -> Option<u32> {
    let label = label.into();
    let mut number = value;
    let speed = (f64::from(range.end() - range.start()) / 400.0).clamp(0.05, 1.0);
    let field = DragValue::new(&mut number).range(range).speed(speed).suffix(unit.to_owned());
    label.field(ui, |ui| ui.add(field)).accessible_name(label.text).changed().then_some(number)
}

/// A whole number on a slider.
pub(super) fn slider<'a>(
    ui: &mut Ui,
    label: impl Into<Label<'a>>,
    value: u32,
    range: RangeInclusive<u32>,
    unit: &str,
) -> Option<u32> {
    row(ui, label, |ui, name| {
        let mut number = value;
        ui.label_inputs_by(name, |ui| ui.add(egui::Slider::new(&mut number, range).suffix(unit.to_owned())))
            .changed()
            .then_some(number)
    })
}

/// One of several named values.
pub(super) fn choice<'a, T: PartialEq + Clone>(
    ui: &mut Ui,
    label: impl Into<Label<'a>>,
    value: &T,
    values: impl IntoIterator<Item = T>,
    name: impl Fn(&T) -> String,
) -> Option<T> {
    let label = label.into();
    row(ui, label, |ui, _| choice_box(ui, label, value, values, name))
}

/// The box of one of several named values, without a label that can be seen.
pub(super) fn choice_box<'a, T: PartialEq + Clone>(
    ui: &mut Ui,
    label: impl Into<Label<'a>>,
    value: &T,
    values: impl IntoIterator<Item = T>,
    name: impl Fn(&T) -> String,
) -> Option<T> {
    let label = label.into();
    let mut chosen = None;
    let width = ui.available_width().min(230.0);
    let combo = ComboBox::from_id_salt(label.text).width(width).selected_text(name(value)).truncate();
    let options = |ui: &mut Ui| {
        for other in values {
            if ui.selectable_label(other == *value, name(&other)).clicked() && other != *value {
                chosen = Some(other);
                // By keyboard, too, a choice ends the choosing.
                ui.close();
            }
        }
    };
    let field = label.field(ui, |ui| combo.show_ui(ui, options).response);
    field.accessible_name(format!("{}: {}", label.text, name(value)));
    chosen
}

/// Yes or no.
pub(super) fn check(ui: &mut Ui, label: &str, value: bool) -> Option<bool> {
    let mut on = value;
    ui.checkbox(&mut on, label).changed().then_some(on)
}

/// A small button with an icon, named for screen readers and explained on hovering.
pub(super) fn icon_button(ui: &mut Ui, icon: &str, name: &str, enabled: bool) -> bool {
    let button = egui::Button::new(RichText::new(icon).size(15.0)).frame_when_inactive(false);
    ui.add_enabled(enabled, button).accessible_name(name).on_hover_text(name).clicked()
}

/// A heading of a group.
pub(super) fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(tokens::GAP);
    ui.heading(text);
}

/// A tag that says how much weight a figure carries.
pub(super) fn tag(ui: &mut Ui, text: &str) {
    let palette = Palette::of(ui);
    ui.label(RichText::new(text).size(tokens::SIZES[0]).color(palette.text_weak).background_color(palette.hovered));
}

/// Puts an edit among the actions if there is one.
pub(super) fn push<T>(actions: &mut Vec<Action>, value: Option<T>, edit: impl FnOnce(T) -> crate::document::Edit) {
    actions.extend(value.map(|value| Action::Edit(edit(value))));
}
