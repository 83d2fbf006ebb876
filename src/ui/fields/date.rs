//! A day: typed, or chosen on a calendar.

use super::{Label, Palette, calendar, icons, row, speak_wrong, tokens};
use crate::document::limits;
use crate::units::{Date, DateError, read_date};
use egui::{RichText, TextEdit, Ui};

/// What has been typed and is not a date yet, with the date that stood there before.
type Typing = (String, Date);

/// A day with its label.
pub(in crate::ui) fn date<'a>(ui: &mut Ui, label: impl Into<Label<'a>>, value: Date) -> Option<Date> {
    let label = label.into();
    row(ui, label, |ui, _| date_box(ui, label, value))
}

/// The box of a day, without a label that can be seen.
pub(in crate::ui) fn date_box<'a>(ui: &mut Ui, label: impl Into<Label<'a>>, value: Date) -> Option<Date> {
    let label = label.into();
    ui.vertical(|ui| {
        let (typed, chosen) = ui.horizontal(|ui| (typed(ui, label, value), calendar(ui, label.text, value))).inner;
        if let Err(error) = &typed {
            let text = format!("{} {error}", icons::ERROR);
            ui.label(RichText::new(text).color(Palette::of(ui).error).size(tokens::SIZES[0]));
        }
        typed.ok().flatten().or(chosen)
    })
    .inner
}

/// The day as text. What is no date yet stays as typed until it is one, or until the day changes from elsewhere.
fn typed(ui: &mut Ui, label: Label<'_>, value: Date) -> Result<Option<Date>, DateError> {
    let id = ui.unique_id().with(("typing", label.text));
    let typing = ui.data(|data| data.get_temp::<Typing>(id)).filter(|(_, before)| *before == value);
    let mut text = typing.as_ref().map_or_else(|| crate::wording::date(value), |(text, _)| text.clone());
    let width = if text.chars().count() > 11 { 112.0 } else { 98.0 };
    let edit = TextEdit::singleline(&mut text).id_salt(label.text).desired_width(width).char_limit(limits::AMOUNT);
    let response = label.field(ui, |ui| ui.add(edit)).accessible_name(label.text);
    let read = read_date(&text);
    if let Err(error) = &read {
        speak_wrong(&response, &error.to_string());
    }
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, (text, *read.as_ref().unwrap_or(&value))));
    } else if read.is_ok() && !response.has_focus() {
        ui.data_mut(|data| data.remove_temp::<Typing>(id));
    }
    match read {
        Ok(date) if response.changed() && date != value => Ok(Some(date)),
        Err(error) if !response.has_focus() => Err(error),
        _ => Ok(None),
    }
}
