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
    Plan(Name),
    Option { option: Key, field: Name },
    Line { line: Key, field: Name },
}

macro_rules! names {
    ($($name:ident,)*) => {
        /// A field that holds a day or a number.
        #[derive(Clone, Copy, Serialize, Deserialize)]
        enum Name {
            $($name,)*
        }

        impl Name {
            fn of(field: Field) -> Option<Self> {
                match field {
                    $(Field::$name => Some(Self::$name),)*
                    _ => None,
                }
            }
        }

        impl From<Name> for Field {
            fn from(name: Name) -> Self {
                match name {
                    $(Name::$name => Self::$name,)*
                }
            }
        }
    };
}

names! {
    Age, Rolling, Boxcar, Icepick, Start, Horizon, Target, CreditMonths, Sessions, Spacing, StartDay, Units, Depth, Package,
    Upkeep, UpkeepUntil,
}

impl Unread {
    /// Of a place; none if no day and no number stands there.
    fn of((place, typed): (&Place, &String)) -> Option<Self> {
        let field = Name::of(place.field())?;
        let at = match place {
            Place::Plan(_) => StoredPlace::Plan(field),
            Place::Option { option, .. } => StoredPlace::Option { option: Key(option.0), field },
            Place::Line { line, .. } => StoredPlace::Line { line: Key(line.0), field },
        };
        Some(Self { at, typed: Text(typed.clone()) })
    }
}

impl Stored<BTreeMap<Place, String>> for List<Unread, 200> {
    fn of(unread: &BTreeMap<Place, String>) -> Self {
        Self(unread.iter().filter_map(Unread::of).collect())
    }

    fn value(self) -> BTreeMap<Place, String> {
        self.0.into_iter().map(|unread| (unread.at.into(), unread.typed.0)).collect()
    }
}

impl From<StoredPlace> for Place {
    fn from(at: StoredPlace) -> Self {
        match at {
            StoredPlace::Plan(field) => Self::Plan(field.into()),
            StoredPlace::Option { option, field } => Self::Option { option: OptionId(option.0), field: field.into() },
            StoredPlace::Line { line, field } => Self::Line { line: LineId(line.0), field: field.into() },
        }
    }
}
