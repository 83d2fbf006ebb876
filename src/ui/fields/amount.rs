//! An amount or a percentage: text, typed and shown as the country writes numbers, kept in plain notation.

use super::{Label, Palette, row};
use crate::locale;
use crate::scenario::limits;
use egui::{Id, Response, RichText, TextEdit, Ui, WidgetText};

/// A figure as it is typed: kept in plain notation, shown as the country writes it. As long as it stands for the same
/// figure, the text stays as typed.
pub(in crate::ui) struct Typing {
    id: Id,
    /// What the field shows.
    pub text: String,
}

impl Typing {
    /// The text for a figure in the field with this id.
    pub(in crate::ui) fn of(ui: &Ui, id: Id, value: &str) -> Self {
        let id = id.with("typing");
        let typed = ui.data(|data| data.get_temp::<(String, String)>(id)).filter(|(_, plain)| plain == value);
        Self { id, text: typed.map_or_else(|| locale::current().pack.to_typed(value), |(text, _)| text) }
    }

    /// The figure in plain notation if the field has changed it.
    pub(in crate::ui) fn changed(self, ui: &Ui, response: &Response) -> Option<String> {
        if response.changed() {
            let plain = locale::current().pack.to_plain(&self.text);
            ui.data_mut(|data| data.insert_temp(self.id, (self.text, plain.clone())));
            return Some(plain);
        }
        if !response.has_focus() {
            ui.data_mut(|data| data.remove_temp::<(String, String)>(self.id));
        }
        None
    }
}

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
    let mut typing = Typing::of(ui, ui.unique_id().with(label.text), value);
    let edit = TextEdit::singleline(&mut typing.text).id_salt(label.text).desired_width(width);
    let edit = edit.char_limit(limits::AMOUNT).align(egui::Align2::RIGHT_CENTER).hint_text(WidgetText::from(hint));
    let response = label.field(ui, |ui| ui.add(edit)).accessible_name(label.text);
    typing.changed(ui, &response)
}
