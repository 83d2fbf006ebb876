//! One of several, and yes or no.

use super::field::{Field, row};
use egui::{ComboBox, Key, Ui};

/// One of several named values.
pub(in crate::ui) fn choice<T: PartialEq>(
    ui: &mut Ui,
    field: Field<'_>,
    value: &T,
    values: impl IntoIterator<Item = T>,
    name: impl Fn(&T) -> String,
) -> Option<T> {
    row(ui, field, |ui| choice_box(ui, field, value, values, name))
}

/// The box of one of several named values, without a name that can be seen. Its list opens on the present value; when a
/// choice or Escape closes it, the focus is where it came from.
pub(in crate::ui) fn choice_box<T: PartialEq>(
    ui: &mut Ui,
    field: Field<'_>,
    value: &T,
    values: impl IntoIterator<Item = T>,
    name: impl Fn(&T) -> String,
) -> Option<T> {
    let (mut chosen, mut is_open) = (None, false);
    let width = ui.available_width().min(230.0);
    let combo = ComboBox::from_id_salt("list").width(width).selected_text(name(value)).truncate();
    let was_open = ui.data(|data| data.get_temp::<bool>(field.id())).unwrap_or(false);
    let options = |ui: &mut Ui| {
        is_open = true;
        for other in values {
            let item = ui.selectable_label(other == *value, name(&other));
            if !was_open && other == *value {
                item.request_focus();
                item.scroll_to_me(None);
            }
            if item.clicked() {
                chosen = Some(other);
                // By keyboard, too, a choice ends the choosing.
                ui.close();
            }
        }
    };
    let spoken = format!("{}: {}", field.name, name(value));
    let response = field.named(&spoken).add(ui, |ui| combo.show_ui(ui, options).response);
    let is_left = is_open && ui.input(|input| input.key_pressed(Key::Escape));
    if chosen.is_some() || is_left {
        response.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(field.id(), is_open && chosen.is_none() && !is_left));
    chosen.filter(|chosen| chosen != value)
}

/// Yes or no.
pub(in crate::ui) fn check(ui: &mut Ui, label: &str, value: bool) -> Option<bool> {
    let mut on = value;
    ui.checkbox(&mut on, label).changed().then_some(on)
}
