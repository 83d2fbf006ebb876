//! An amount or a percentage: text, typed and shown as the country writes numbers, kept in plain notation.

use super::{Label, Palette, row};
use crate::locale;
use crate::scenario::limits;
use egui::{RichText, TextEdit, Ui, WidgetText};

/// What has been typed, with the plain notation it stands for: as long as that holds, the text stays as typed.
type Typing = (String, String);

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
    let (label, pack) = (label.into(), locale::current().pack);
    let id = ui.unique_id().with(("typing", label.text));
    let typing = ui.data(|data| data.get_temp::<Typing>(id)).filter(|(_, plain)| plain == value);
    let mut text = typing.map_or_else(|| pack.to_typed(value), |(text, _)| text);
    let edit = TextEdit::singleline(&mut text).id_salt(label.text).desired_width(width);
    let edit = edit.char_limit(limits::AMOUNT).align(egui::Align2::RIGHT_CENTER).hint_text(WidgetText::from(hint));
    let response = label.field(ui, |ui| ui.add(edit)).accessible_name(label.text);
    if response.changed() {
        let plain = pack.to_plain(&text);
        ui.data_mut(|data| data.insert_temp(id, (text, plain.clone())));
        return Some(plain);
    }
    if !response.has_focus() {
        ui.data_mut(|data| data.remove_temp::<Typing>(id));
    }
    None
}
