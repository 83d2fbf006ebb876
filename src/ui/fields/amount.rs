//! An amount or a percentage: text, typed and shown as the country writes it.

use super::{Label, Palette, Typing, row};
use crate::document::limits;
use egui::{RichText, TextEdit, Ui, WidgetText};

/// An amount or a percentage with its label, and its unit behind.
pub(in crate::ui) fn amount<'a>(
    ui: &mut Ui,
    label: impl Into<Label<'a>>,
    value: &str,
    hint: &str,
    unit: &str,
) -> Option<String> {
    let label = label.into();
    row(ui, label, |ui, _| {
        let typed = amount_box(ui, label, value, hint, 84.0);
        ui.label(RichText::new(unit).color(Palette::of(ui).text_weak));
        typed
    })
}

/// The box of an amount, without a label that can be seen.
pub(in crate::ui) fn amount_box<'a>(
    ui: &mut Ui,
    label: impl Into<Label<'a>>,
    value: &str,
    hint: &str,
    width: f32,
) -> Option<String> {
    let label = label.into();
    let mut typing = Typing::amount(ui, ui.unique_id().with(label.text), value);
    let edit = TextEdit::singleline(&mut typing.text).id_salt(label.text).desired_width(width);
    let edit = edit.char_limit(limits::AMOUNT).align(egui::Align2::RIGHT_CENTER).hint_text(WidgetText::from(hint));
    let response = label.field(ui, |ui| ui.add(edit)).accessible_name(label.text);
    typing.changed(ui, &response)
}
