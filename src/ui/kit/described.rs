//! A field of the document drawn from what the document knows of it.

use super::field::Field;
use super::number::{Numbers, number};
use super::text::{amount, text};
use crate::document::{Edit, Fields, Kind, Place, Value};
use crate::ui::state::{Action, View};
use egui::Ui;

/// A field of `of` with its name, and its unit or what an empty text hints at.
pub(in crate::ui) fn described<T: Fields>(
    ui: &mut Ui,
    view: &View<'_>,
    of: &T,
    place: Place,
    (name, words): (&str, &str),
    actions: &mut Vec<Action>,
) {
    let field = Field::at(view, place, name);
    let (Some(row), Some(now)) = (T::row(place.field()), of.value(place.field())) else { return };
    let new = match (&row.kind, now) {
        (Kind::Whole(range, _), Value::Whole(now)) => {
            number(ui, field, now, &Numbers::whole(range.clone(), words)).map(Value::Whole)
        }
        (Kind::Amount | Kind::Percent(_), Value::Text(now)) => amount(ui, field, &now, "0", words).map(Value::Text),
        (_, Value::Text(now)) => text(ui, field, &now, words).map(Value::Text),
        (_, Value::Whole(_)) => None,
    };
    actions.extend(new.map(|value| Action::Edit(Edit::Set(place, value))));
}
