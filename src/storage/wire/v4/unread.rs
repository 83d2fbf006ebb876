//! What was typed where a day or a number stands, and is none.

use super::key::Key;
use crate::document::{ExtraId, Field, LineId, OptionId, Place};
use crate::locale::tr;
use crate::storage::wire::bounded::{List, Text};
use crate::storage::wire::line::Amount;
use crate::storage::wire::stored::Stored;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Unread {
    at: NumberPlace,
    typed: Amount,
}

/// A place of the plan where a day or a number is typed.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(try_from = "StoredPlace", into = "StoredPlace")]
struct NumberPlace(Place);

/// A place of the plan.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
enum StoredPlace {
    Plan(Field),
    Option { option: Key, field: Field },
    Line { line: Key, field: Field },
    AddOnPackage { line: Key, add_on: Key },
    DayThatMatters { number: u16 },
    FirstDayKeptFree { number: u16 },
    LastDayKeptFree { number: u16 },
}

impl From<NumberPlace> for StoredPlace {
    fn from(NumberPlace(place): NumberPlace) -> Self {
        match place {
            Place::Plan(Field::Occasion(at)) => Self::DayThatMatters { number: at + 1 },
            Place::Plan(Field::FirstFree(at)) => Self::FirstDayKeptFree { number: at + 1 },
            Place::Plan(Field::LastFree(at)) => Self::LastDayKeptFree { number: at + 1 },
            Place::Plan(field) => Self::Plan(field),
            Place::Option { option, field } => Self::Option { option: Key(option.0), field },
            Place::Line { line, field: Field::AddOnPackage(add_on) } => {
                Self::AddOnPackage { line: Key(line.0), add_on: Key(add_on.0) }
            }
            Place::Line { line, field } => Self::Line { line: Key(line.0), field },
        }
    }
}

impl TryFrom<StoredPlace> for NumberPlace {
    type Error = &'static str;

    fn try_from(place: StoredPlace) -> Result<Self, Self::Error> {
        let said = tr!("no day and no number stands in this field; take the entry out");
        let at = |number: u16| number.checked_sub(1).ok_or(said);
        let place = match place {
            StoredPlace::Plan(field) => Place::Plan(field),
            StoredPlace::DayThatMatters { number } => Place::Plan(Field::Occasion(at(number)?)),
            StoredPlace::FirstDayKeptFree { number } => Place::Plan(Field::FirstFree(at(number)?)),
            StoredPlace::LastDayKeptFree { number } => Place::Plan(Field::LastFree(at(number)?)),
            StoredPlace::Option { option, field } => Place::Option { option: OptionId(option.0), field },
            StoredPlace::Line { line, field } => Place::Line { line: LineId(line.0), field },
            StoredPlace::AddOnPackage { line, add_on } => {
                Place::Line { line: LineId(line.0), field: Field::AddOnPackage(ExtraId(add_on.0)) }
            }
        };
        place.may_take_number().then_some(Self(place)).ok_or(said)
    }
}

impl Stored<BTreeMap<Place, String>> for List<Unread, 200> {
    fn of(unread: &BTreeMap<Place, String>) -> Self {
        let one = |(place, typed): (&Place, &String)| Unread { at: NumberPlace(*place), typed: Text(typed.clone()) };
        Self(unread.iter().filter(|(place, _)| place.may_take_number()).map(one).collect())
    }

    fn value(self) -> BTreeMap<Place, String> {
        self.0.into_iter().map(|unread| (unread.at.0, unread.typed.0)).collect()
    }
}
