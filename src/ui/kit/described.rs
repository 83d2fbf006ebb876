//! A field of the document drawn from what the document knows of it.

use super::choice::{check, choice};
use super::field::Field;
use super::number::{Numbers, number};
use super::text::{amount, text};
use crate::document::Field::{UpkeepPrice, Worth};
use crate::document::{Edit, Kind, Place, Value, limits};
use crate::locale::tr;
use crate::ui::state::{Action, View};
use crate::units::UnitCount;
use egui::Ui;

/// The field at a place with its name, and its unit or what an empty text hints at.
pub(in crate::ui) fn described(
    ui: &mut Ui,
    view: &View<'_>,
    place: Place,
    (name, words): (&str, &str),
    actions: &mut Vec<Action>,
) {
    let field = Field::at(view, place, name);
    let (Some(about), Some(now)) = (place.about(), view.draft.at(place)) else { return };
    let new = match (&about.kind, now) {
        (Kind::Whole(range, _), Value::Whole(now)) => {
            number(ui, field, now, &Numbers::whole(range.clone(), words)).map(Value::Whole)
        }
        (Kind::Units, Value::Units(now)) => {
            let numbers = Numbers::units(limits::UNITS);
            number(ui, field, now.hundredths(), &numbers).map(|new| Value::Units(UnitCount::of_hundredths(new)))
        }
        (Kind::Amount | Kind::Percent(_) | Kind::Off(_), Value::Text(now)) => {
            // Where nothing is typed nothing is said, which is another thing than nothing to pay.
            let hint = match about.field {
                Worth => tr!(in "an amount", "not said"),
                UpkeepPrice => tr!(in "an amount", "the same"),
                _ => "0",
            };
            amount(ui, field, &now, hint, words).map(Value::Text)
        }
        (_, Value::Text(now)) => text(ui, field, &now, words).map(Value::Text),
        (_, Value::Check(now)) => check(ui, name, now).map(Value::Check),
        _ => None,
    };
    actions.extend(new.map(|value| Action::Edit(Edit::Set(place, value))));
}

/// The field at a place with its name, where one of several named values is chosen. Whether another one was.
pub(in crate::ui) fn chosen<T: PartialEq + Into<Value>>(
    ui: &mut Ui,
    view: &View<'_>,
    (place, name): (Place, &str),
    (now, values): (&T, impl IntoIterator<Item = T>),
    words: impl Fn(&T) -> String,
    actions: &mut Vec<Action>,
) -> bool {
    let new = choice(ui, Field::at(view, place, name), now, values, words);
    let is_new = new.is_some();
    actions.extend(new.map(|value| Action::Edit(Edit::Set(place, value.into()))));
    is_new
}
