//! Inputs that fit their quantity. Each shows a label, names itself for screen readers, puts what is wrong beside
//! itself, and returns the new value if there is one.

use super::theme::{Palette, icons, tokens};
use super::{Action, View};
use crate::scenario::{Place, limits};
use crate::units::Date;
use egui::{ComboBox, DragValue, Id, RichText, TextEdit, Ui, WidgetText};
use egui_extras::DatePickerButton;
use std::ops::RangeInclusive;

/// The width of labels before fields, in points.
const LABEL_WIDTH: f32 = 118.0;

/// A row: a label, then the field. The field is handed the label's id to be named by.
pub(super) fn row<R>(ui: &mut Ui, label: &str, field: impl FnOnce(&mut Ui, Id) -> R) -> R {
    ui.horizontal(|ui| {
        let label = ui
            .allocate_ui_with_layout(
                egui::vec2(LABEL_WIDTH, ui.spacing().interact_size.y),
                egui::Layout::left_to_right(egui::Align::Center),
                |ui| {
                    ui.set_min_width(LABEL_WIDTH);
                    ui.add(egui::Label::new(RichText::new(label).color(Palette::of(ui).text_weak)).truncate())
                },
            )
            .inner;
        field(ui, label.id)
    })
    .inner
}

/// What is wrong at a place, under its field.
pub(super) fn problem(ui: &mut Ui, view: &View<'_>, place: Place) {
    if let Some(problem) = view.problem_at(place) {
        let text = format!("{} {}", icons::ERROR, problem.message);
        ui.label(RichText::new(text).color(Palette::of(ui).error).size(tokens::SIZES[0]));
    }
}

/// One line of text.
pub(super) fn text(ui: &mut Ui, label: &str, value: &str, hint: &str) -> Option<String> {
    row(ui, label, |ui, name| {
        let mut text = value.to_owned();
        let width = ui.available_width().min(320.0);
        let edit = TextEdit::singleline(&mut text).id_salt(label).desired_width(width);
        ui.add(edit.hint_text(WidgetText::from(hint))).labelled_by(name).changed().then_some(text)
    })
}

/// An amount or a percentage as text, with its unit behind.
pub(super) fn amount(ui: &mut Ui, label: &str, value: &str, hint: &str, unit: &str) -> Option<String> {
    row(ui, label, |ui, _| {
        let typed = amount_box(ui, label, value, hint, 84.0);
        ui.label(RichText::new(unit).color(Palette::of(ui).text_weak));
        typed
    })
}

/// The box of an amount, without a label that can be seen.
pub(super) fn amount_box(ui: &mut Ui, name: &str, value: &str, hint: &str, width: f32) -> Option<String> {
    let mut text = value.to_owned();
    let edit = TextEdit::singleline(&mut text).id_salt(name).desired_width(width).char_limit(40);
    let edit = edit.align(egui::Align2::RIGHT_CENTER).hint_text(WidgetText::from(hint));
    ui.add(edit).accessible_name(name).changed().then_some(text)
}

/// A whole number that can be dragged or typed.
pub(super) fn number(ui: &mut Ui, label: &str, value: u32, range: RangeInclusive<u32>, unit: &str) -> Option<u32> {
    row(ui, label, |ui, _| number_box(ui, label, value, range, unit))
}

/// The box of a whole number, without a label that can be seen.
pub(super) fn number_box(ui: &mut Ui, name: &str, value: u32, range: RangeInclusive<u32>, unit: &str) -> Option<u32> {
    let mut number = value;
    let speed = (f64::from(range.end() - range.start()) / 400.0).clamp(0.05, 1.0);
    let field = DragValue::new(&mut number).range(range).speed(speed).suffix(unit.to_owned());
    ui.add(field).accessible_name(name).changed().then_some(number)
}

/// A whole number on a slider.
pub(super) fn slider(ui: &mut Ui, label: &str, value: u32, range: RangeInclusive<u32>, unit: &str) -> Option<u32> {
    row(ui, label, |ui, name| {
        let mut number = value;
        ui.label_inputs_by(name, |ui| ui.add(egui::Slider::new(&mut number, range).suffix(unit.to_owned())))
            .changed()
            .then_some(number)
    })
}

/// One of several named values.
pub(super) fn choice<T: PartialEq + Clone>(
    ui: &mut Ui,
    label: &str,
    value: &T,
    values: impl IntoIterator<Item = T>,
    name: impl Fn(&T) -> String,
) -> Option<T> {
    row(ui, label, |ui, _| choice_box(ui, label, value, values, name))
}

/// The box of one of several named values, without a label that can be seen.
pub(super) fn choice_box<T: PartialEq + Clone>(
    ui: &mut Ui,
    spoken: &str,
    value: &T,
    values: impl IntoIterator<Item = T>,
    name: impl Fn(&T) -> String,
) -> Option<T> {
    let mut chosen = None;
    let width = ui.available_width().min(230.0);
    let combo = ComboBox::from_id_salt(spoken).width(width).selected_text(name(value)).truncate();
    let shown = combo.show_ui(ui, |ui| {
        for other in values {
            if ui.selectable_label(other == *value, name(&other)).clicked() && other != *value {
                chosen = Some(other);
                // By keyboard, too, a choice ends the choosing.
                ui.close();
            }
        }
    });
    shown.response.accessible_name(format!("{spoken}: {}", name(value)));
    chosen
}

/// Yes or no.
pub(super) fn check(ui: &mut Ui, label: &str, value: bool) -> Option<bool> {
    let mut on = value;
    ui.checkbox(&mut on, label).changed().then_some(on)
}

/// A day on the calendar.
pub(super) fn date(ui: &mut Ui, label: &str, value: Date) -> Option<Date> {
    row(ui, label, |ui, _| date_box(ui, label, value))
}

/// The box of a day, without a label that can be seen.
pub(super) fn date_box(ui: &mut Ui, name: &str, value: Date) -> Option<Date> {
    let date = value;
    let (first, last) = (*limits::YEARS.start(), *limits::YEARS.end());
    let mut date = date.with().year(date.year().clamp(first, last)).build().unwrap_or(date);
    let years = date.year().saturating_sub(5).max(first)..=date.year().saturating_add(12).min(last);
    let shown = date;
    let picker = DatePickerButton::new(&mut date).id_salt(name).format("%-d %b %Y").show_icon(false);
    let spoken = format!("{name}: {}", crate::wording::date(value));
    ui.add(picker.start_end_years(years).calendar_week(false).highlight_weekends(false)).accessible_name(spoken);
    (date != shown).then_some(date)
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
pub(super) fn push<T>(actions: &mut Vec<Action>, value: Option<T>, edit: impl FnOnce(T) -> crate::scenario::Edit) {
    actions.extend(value.map(|value| Action::Edit(edit(value))));
}
