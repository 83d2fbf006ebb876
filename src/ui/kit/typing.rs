//! What is typed, beside the value it stands for.

use egui::{Id, Ui};

/// The text of a field whose value is not kept as it is typed: an amount in plain notation, a number, a day. As long as
/// the value is the one it had when the text was typed, the text stays as typed.
pub(super) struct Typing {
    id: Id,
    /// What the field shows.
    pub(super) text: String,
}

impl Typing {
    /// The text of the field with this identity: as typed, or else the value as it is shown.
    pub(super) fn new<T>(ui: &Ui, id: Id, value: &T, shown: impl FnOnce(&T) -> String) -> Self
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        let id = id.with("typing");
        let typed = ui.data(|data| data.get_temp::<(String, T)>(id)).filter(|(_, of)| of == value);
        Self { id, text: typed.map_or_else(|| shown(value), |(text, _)| text) }
    }

    /// Keeps the text for as long as this is the value.
    pub(super) fn keep<T: Clone + Send + Sync + 'static>(self, ui: &Ui, value: T) {
        ui.data_mut(|data| data.insert_temp(self.id, (self.text, value)));
    }

    /// From now on the value is shown.
    pub(super) fn forget<T: Clone + Send + Sync + 'static>(self, ui: &Ui) {
        ui.data_mut(|data| data.remove::<(String, T)>(self.id));
    }
}
