//! What was typed where a day or a number stands, and is none.

use super::key::Key;
use crate::document::{Field, LineId, OptionId, Place};
use crate::storage::wire::bounded::{List, Text};
use crate::storage::wire::line::Amount;
use crate::storage::wire::stored::Stored;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Unread {
    at: StoredPlace,
    typed: Amount,
}

/// A place of the plan.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
enum StoredPlace {
    Plan(Field),
    Option { option: Key, field: Field },
    Line { line: Key, field: Field },
}

impl From<(&Place, &String)> for Unread {
    fn from((place, typed): (&Place, &String)) -> Self {
        let at = match *place {
            Place::Plan(field) => StoredPlace::Plan(field),
            Place::Option { option, field } => StoredPlace::Option { option: Key(option.0), field },
            Place::Line { line, field } => StoredPlace::Line { line: Key(line.0), field },
        };
        Self { at, typed: Text(typed.clone()) }
    }
}

impl Stored<BTreeMap<Place, String>> for List<Unread, 200> {
    fn of(unread: &BTreeMap<Place, String>) -> Self {
        Self(unread.iter().filter(|(place, _)| place.about().is_some()).map(Unread::from).collect())
    }

    fn value(self) -> BTreeMap<Place, String> {
        self.0.into_iter().map(|unread| (unread.at.into(), unread.typed.0)).collect()
    }
}

impl From<StoredPlace> for Place {
    fn from(at: StoredPlace) -> Self {
        match at {
            StoredPlace::Plan(field) => Self::Plan(field),
            StoredPlace::Option { option, field } => Self::Option { option: OptionId(option.0), field },
            StoredPlace::Line { line, field } => Self::Line { line: LineId(line.0), field },
        }
    }
}
