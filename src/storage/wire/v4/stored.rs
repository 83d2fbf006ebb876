//! How values of other rooms are stored: what a field of theirs becomes in a file, and back. A structure of plain fields is
//! declared by [`stored!`] with what each of its fields becomes.

use crate::catalog::{AddOnId, ConcernId, SourceId, TreatmentId};
use crate::document::{ExtraId, LineId, OptionId};
use crate::locale::tr;
use crate::storage::wire::bounded::{Day, List, Text, Whole};
use crate::storage::wire::line::Id;
use crate::storage::wire::v4::key::Key;
use crate::text;
use crate::units::{Band, Currency, Date, Money, Percent, Spread, TaxMode};
use crate::wording;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What a `T` is in a file.
pub(super) trait Stored<T>: Sized {
    fn of(value: &T) -> Self;
    fn value(self) -> T;
}

/// Declares a structure of a file field by field, with the structure that it stores, and what of that is not stored.
macro_rules! stored {
    ($(struct $name:ident = $of:ty { $($field:ident: $stored:ty,)* } $(without $left:ident)?)*) => { $(
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name {
            $($field: $stored,)*
        }

        impl Stored<$of> for $name {
            fn of(value: &$of) -> Self {
                Self { $($field: Stored::of(&value.$field),)* }
            }

            fn value(self) -> $of {
                type Of = $of;
                Of { $($field: self.$field.value(),)* $($left: Default::default(),)? }
            }
        }
    )* };
    ($(enum $name:ident = $of:ty { $($variant:ident,)* })*) => { $(
        #[derive(Clone, Copy, serde::Serialize, serde::Deserialize)]
        pub(super) enum $name {
            $($variant,)*
        }

        impl Stored<$of> for $name {
            fn of(value: &$of) -> Self {
                match value { $(<$of>::$variant => Self::$variant,)* }
            }

            fn value(self) -> $of {
                match self { $(Self::$variant => <$of>::$variant,)* }
            }
        }
    )* };
}
pub(super) use stored;

/// A finite number that no figure of ours comes near.
#[derive(Clone, Copy, Serialize)]
#[serde(transparent)]
pub(super) struct Number(f64);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        let is_usual = number.is_finite() && number.abs() <= 1e9;
        is_usual.then_some(Self(number)).ok_or_else(|| D::Error::custom(tr!("a number of usual size was expected")))
    }
}

/// An amount in minor units.
#[derive(Clone, Copy, Serialize)]
#[serde(transparent)]
pub(super) struct Minor(i64);

impl<'de> Deserialize<'de> for Minor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let minor = i64::deserialize(deserializer)?;
        // A thousand of the largest single amounts, so that sums stay in range.
        let is_usual = minor.abs() <= Money::MAX.minor() * 1000;
        is_usual.then_some(Self(minor)).ok_or_else(|| D::Error::custom(tr!("an amount of usual size was expected")))
    }
}

/// A percentage as it is written: `"7.5%"`.
#[derive(Clone, Copy)]
pub(super) struct Share(Percent);

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Share {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = Percent::parse(&String::deserialize(deserializer)?, 1000);
        read.map(Self).map_err(|error| D::Error::custom(wording::no_percentage(&error)))
    }
}

/// A text that people read, and whose words it is.
#[derive(Serialize, Deserialize)]
pub(super) enum Words {
    English(Text<4000>),
    Own(Text<4000>),
}

stored! {
    enum Prices = TaxMode { OnTop, Included, }
}

macro_rules! stored_as {
    ($($stored:ty, $of:ty: |$value:ident| $to:expr, |$kept:ident| $from:expr;)*) => { $(
        impl Stored<$of> for $stored {
            fn of($value: &$of) -> Self {
                $to
            }

            fn value(self) -> $of {
                let $kept = self;
                $from
            }
        }
    )* };
}

stored_as! {
    bool, bool: |value| *value, |kept| kept;
    i32, i32: |value| *value, |kept| kept;
    Number, f64: |value| Self(*value), |kept| kept.0;
    Minor, Money: |value| Self(value.minor()), |kept| Money::from_minor(kept.0);
    Day, Date: |value| Self(*value), |kept| kept.0;
    Currency, Currency: |value| *value, |kept| kept;
    Key, OptionId: |value| Self(value.0), |kept| OptionId(kept.0);
    Key, LineId: |value| Self(value.0), |kept| LineId(kept.0);
    Key, ExtraId: |value| Self(value.0), |kept| ExtraId(kept.0);
    Id, ConcernId: |value| Text(value.to_string()), |kept| kept.0.as_str().into();
    Id, TreatmentId: |value| Text(value.to_string()), |kept| kept.0.as_str().into();
    Id, AddOnId: |value| Text(value.to_string()), |kept| kept.0.as_str().into();
    Id, SourceId: |value| Text(value.to_string()), |kept| kept.0.as_str().into();
    Share, Percent: |value| Self(*value), |kept| kept.0;
    Words, text::Text: |value| match value {
        text::Text::English(words) => Self::English(Text(words.to_string())),
        text::Text::Own(words) => Self::Own(Text(words.to_string())),
    }, |kept| match kept {
        Self::English(words) => text::Text::english(words.0),
        Self::Own(words) => text::Text::own(words.0),
    };
}

impl<const MOST: usize> Stored<String> for Text<MOST> {
    fn of(value: &String) -> Self {
        Self(value.clone())
    }

    fn value(self) -> String {
        self.0
    }
}

impl<const MIN: u32, const MAX: u32> Stored<u32> for Whole<MIN, MAX> {
    fn of(value: &u32) -> Self {
        Self(*value)
    }

    fn value(self) -> u32 {
        self.0
    }
}

impl<T, S: Stored<T>, const MOST: usize> Stored<Vec<T>> for List<S, MOST> {
    fn of(values: &Vec<T>) -> Self {
        Self(values.iter().map(S::of).collect())
    }

    fn value(self) -> Vec<T> {
        self.0.into_iter().map(S::value).collect()
    }
}

impl<T, S: Stored<T>> Stored<Option<T>> for Option<S> {
    fn of(value: &Option<T>) -> Self {
        value.as_ref().map(S::of)
    }

    fn value(self) -> Option<T> {
        self.map(S::value)
    }
}

impl<T, S: Stored<T>> Stored<Box<T>> for Box<S> {
    fn of(value: &Box<T>) -> Self {
        Self::new(S::of(value))
    }

    fn value(self) -> Box<T> {
        Box::new(S::value(*self))
    }
}

impl<T, U, S: Stored<T>, R: Stored<U>> Stored<(T, U)> for (S, R) {
    fn of((one, other): &(T, U)) -> Self {
        (S::of(one), R::of(other))
    }

    fn value(self) -> (T, U) {
        (self.0.value(), self.1.value())
    }
}

impl<T, U, V, S: Stored<T>, R: Stored<U>, Q: Stored<V>> Stored<(T, U, V)> for (S, R, Q) {
    fn of((one, other, third): &(T, U, V)) -> Self {
        (S::of(one), R::of(other), Q::of(third))
    }

    fn value(self) -> (T, U, V) {
        (self.0.value(), self.1.value(), self.2.value())
    }
}

/// Low, typical, high.
impl<T, S: Stored<T>> Stored<Spread<T>> for (S, S, S) {
    fn of(spread: &Spread<T>) -> Self {
        (S::of(&spread.low), S::of(&spread.typical), S::of(&spread.high))
    }

    fn value(self) -> Spread<T> {
        Spread { low: self.0.value(), typical: self.1.value(), high: self.2.value() }
    }
}

/// Cautious, typical, optimistic.
impl<T, S: Stored<T>> Stored<Band<T>> for (S, S, S) {
    fn of(band: &Band<T>) -> Self {
        (S::of(&band.cautious), S::of(&band.typical), S::of(&band.optimistic))
    }

    fn value(self) -> Band<T> {
        Band { cautious: self.0.value(), typical: self.1.value(), optimistic: self.2.value() }
    }
}
