//! What is typed as the country writes it and kept in plain notation.

use crate::locale;
use crate::units::{parse_date, read_date};
use crate::wording;
use egui::{Id, Response, Ui};

/// A figure or a day as it is typed: kept in plain notation, shown as the country writes it. As long as it stands for the
/// same value, the text stays as typed.
pub(in crate::ui) struct Typing {
    id: Id,
    /// What the field shows.
    pub text: String,
    plain: fn(&str) -> String,
}

impl Typing {
    /// The text for a figure in the field with this id.
    pub(in crate::ui) fn amount(ui: &Ui, id: Id, value: &str) -> Self {
        let shown = |value: &str| locale::current().pack.to_typed(value);
        Self::of(ui, id, value, shown, |text| locale::current().pack.to_plain(text))
    }

    /// The text for a day in the field with this id. What is no day stays as typed.
    pub(in crate::ui) fn day(ui: &Ui, id: Id, value: &str) -> Self {
        let shown = |value: &str| parse_date(value).map_or_else(|_| value.to_owned(), wording::date);
        Self::of(ui, id, value, shown, |text| read_date(text).map_or_else(|_| text.to_owned(), |day| day.to_string()))
    }

    fn of(ui: &Ui, id: Id, value: &str, shown: fn(&str) -> String, plain: fn(&str) -> String) -> Self {
        let id = id.with("typing");
        let typed = ui.data(|data| data.get_temp::<(String, String)>(id)).filter(|(_, plain)| plain == value);
        Self { id, text: typed.map_or_else(|| shown(value), |(text, _)| text), plain }
    }

    /// The value in plain notation if the field has changed it.
    pub(in crate::ui) fn changed(self, ui: &Ui, response: &Response) -> Option<String> {
        if response.changed() {
            let plain = (self.plain)(&self.text);
            ui.data_mut(|data| data.insert_temp(self.id, (self.text, plain.clone())));
            return Some(plain);
        }
        if !response.has_focus() {
            ui.data_mut(|data| data.remove_temp::<(String, String)>(self.id));
        }
        None
    }
}
