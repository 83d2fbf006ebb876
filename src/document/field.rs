//! What is known of a field, in one row: edits, names of undo, limits, parsing, views and what differs between lines read
//! it there and nowhere else. The rows stand beside what has the fields.

use super::limits;
use super::parts::{PackageDraft, Upkeep};
use super::place::Field;
use super::value::Value;
use std::ops::RangeInclusive;

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A line of text of at most so many characters.
    Line(usize),
    /// Several lines of text of at most so many characters together.
    Lines(usize),
    /// An amount of money as typed; nothing is none.
    Amount,
    /// A percentage as typed, at most so much; nothing is none.
    Percent(u32),
    /// What is taken off as typed: a percentage of at most so much, or an amount; nothing is none.
    Off(u32),
    /// A whole number within limits, and what it counts.
    Whole(RangeInclusive<u32>, Counted),
    /// A length in hundredths of a millimetre. Its limits are the treatment's.
    Length,
    /// How many units, within [`limits::UNITS`].
    Units,
    /// A day within [`limits::YEARS`].
    Day,
    /// One of several values, of which each is as good.
    Choice,
    /// A price, or what else has parts of its own.
    Parts,
}

impl Kind {
    /// Whether a text as typed stands in the field.
    pub fn is_text(&self) -> bool {
        matches!(self, Self::Line(_) | Self::Lines(_) | Self::Amount | Self::Percent(_) | Self::Off(_))
    }
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Years.
    Years,
    /// Percent.
    Percent,
    /// Percent of the peak.
    PercentOfPeak,
    /// Sessions.
    Sessions,
    /// Days.
    Days,
    /// Days from the plan's start.
    DaysFromStart,
    /// Months.
    Months,
    /// Instalments.
    Instalments,
    /// Parts of a mix.
    Parts,
}

/// What is known of a field.
#[derive(Debug, PartialEq)]
pub struct About {
    /// The field.
    pub field: Field,
    /// What it takes.
    pub kind: Kind,
    /// What it is called where it is named, with its context for translation.
    pub label: &'static str,
    /// What undo calls a change of it.
    pub step: &'static str,
}

impl About {
    /// The number in a value of the field, the limits it has, and what it counts.
    pub fn number(&self, value: &Value) -> Option<(u32, RangeInclusive<u32>, Counted)> {
        match (&self.kind, value) {
            (Kind::Whole(limits, counted), Value::Whole(number)) => Some((*number, limits.clone(), *counted)),
            (_, Value::Package(package)) => Some((package.sessions()?, limits::PACKAGE, Counted::Sessions)),
            (_, Value::Upkeep(Upkeep::Every { months })) => Some((*months, limits::UPKEEP_MONTHS, Counted::Months)),
            (_, Value::Upkeep(Upkeep::WhenFaded { percent })) => {
                Some((*percent, limits::UPKEEP_SHARE, Counted::PercentOfPeak))
            }
            _ => None,
        }
    }

    /// Whether a day or a number can be typed in the field.
    pub(super) fn may_take_number(&self) -> bool {
        matches!(self.kind, Kind::Whole(..) | Kind::Length | Kind::Units | Kind::Day)
            || matches!(self.field, Field::Package | Field::Upkeep)
    }

    /// Whether a day or a number is typed where this value stands.
    pub(super) fn takes_number(&self, value: &Value) -> bool {
        match value {
            Value::Package(package) => matches!(package, PackageDraft::Own { .. }),
            // Where nothing is said of it the number of sessions stands.
            Value::Nothing if matches!(self.field, Field::FewestSessions | Field::MostSessions) => true,
            _ => {
                matches!(self.kind, Kind::Length | Kind::Units)
                    || matches!(value, Value::Day(_))
                    || self.number(value).is_some()
            }
        }
    }
}

/// A field of `T`: what is known of it, and where its value stands.
pub struct Row<T> {
    /// What is known of it.
    pub about: About,
    pub(super) get: fn(&T) -> Value,
    pub(super) set: fn(&mut T, Value),
}

impl<T> Row<T> {
    /// What stands in the field.
    pub fn value(&self, of: &T) -> Value {
        (self.get)(of)
    }
}

/// Something of the document with fields.
pub trait Fields: Sized + 'static {
    /// A row for each of its fields, in the order in which they are checked and told.
    const ROWS: &'static [Row<Self>];

    /// The row of a field, if it has it.
    fn row(field: Field) -> Option<&'static Row<Self>> {
        Self::ROWS.iter().find(|row| row.about.field == field)
    }

    /// What stands in a field; nothing if it does not have it.
    fn value(&self, field: Field) -> Value {
        Self::row(field).map_or(Value::Nothing, |row| row.value(self))
    }

    /// Writes into a field, if it has it.
    fn set(&mut self, field: Field, value: Value) {
        if let Some(row) = Self::row(field) {
            (row.set)(self, value);
        }
    }
}

/// The row of a field: its id, where its value stands, what it takes, what it is called, and what undo calls a change.
macro_rules! row {
    ($field:ident, $whole:ident?.$part:ident, $($about:tt)*) => {
        row!(
            $field,
            |of| of.$whole.as_ref().map(|whole| whole.$part.value()).unwrap_or(Value::Nothing),
            |of, value| if let (Some(whole), Some(value)) = (&mut of.$whole, Holds::of(value)) { whole.$part = value },
            $($about)*
        )
    };
    ($field:ident, $($member:ident).+, $($about:tt)*) => {
        row!(
            $field,
            |of| of.$($member).+.value(),
            |of, value| if let Some(value) = Holds::of(value) { of.$($member).+ = value },
            $($about)*
        )
    };
    ($field:ident, $get:expr, $set:expr, $kind:expr, $label:expr, $step:expr $(,)?) => {
        Row { about: About { field: Field::$field, kind: $kind, label: $label, step: $step }, get: $get, set: $set }
    };
}
pub(super) use row;
