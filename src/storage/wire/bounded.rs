//! Values that refuse to be read outside their bounds, so that the refusal carries its line and column.

use crate::document::limits;
use crate::locale::{tr, trn};
use crate::units::{Currency, Date, DateError, UnitCount, parse_date, quoted};
use serde::de::{Error, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::marker::PhantomData;

/// A whole number from `MIN` to `MAX`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub(in crate::storage) struct Whole<const MIN: u32, const MAX: u32>(pub(in crate::storage) u32);

impl<'de, const MIN: u32, const MAX: u32> Deserialize<'de> for Whole<MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WholeVisitor::<MIN, MAX>).map(Self)
    }
}

struct WholeVisitor<const MIN: u32, const MAX: u32>;

impl<const MIN: u32, const MAX: u32> Visitor<'_> for WholeVisitor<MIN, MAX> {
    type Value = u32;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&tr!("a whole number from {least} to {most}", least = MIN, most = MAX))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<u32, E> {
        let fits = u32::try_from(value).ok().filter(|value| (MIN..=MAX).contains(value));
        fits.ok_or_else(|| E::invalid_value(Unexpected::Other(&tr!("the unsigned integer `{value}`", value)), &self))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<u32, E> {
        match u64::try_from(value) {
            Ok(value) => self.visit_u64(value),
            Err(_) => Err(E::invalid_value(Unexpected::Other(&tr!("the signed integer `{value}`", value)), &self)),
        }
    }

    fn visit_u128<E: Error>(self, _: u128) -> Result<u32, E> {
        Err(E::invalid_value(Unexpected::Other(tr!("a far larger number")), &self))
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<u32, E> {
        Err(E::invalid_value(Unexpected::Other(tr!("a far smaller number")), &self))
    }
}

/// How many units, to a hundredth: written as a whole number where it is one.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(transparent)]
pub(in crate::storage) struct Units(pub(in crate::storage) UnitCount);

impl Units {
    /// So many whole ones.
    pub(super) fn whole(units: u32) -> Self {
        Self(UnitCount::whole(units))
    }
}

impl<'de> Deserialize<'de> for Units {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(UnitsVisitor).map(Self)
    }
}

struct UnitsVisitor;

impl Visitor<'_> for UnitsVisitor {
    type Value = UnitCount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [least, most] = [limits::UNITS.start(), limits::UNITS.end()].map(|end| UnitCount::of_hundredths(*end));
        f.write_str(&tr!("a number from {least} to {most} with at most two decimals", least, most))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<UnitCount, E> {
        let units = u32::try_from(value).ok().and_then(|value| value.checked_mul(100));
        let fits = units.filter(|hundredths| limits::UNITS.contains(hundredths)).map(UnitCount::of_hundredths);
        fits.ok_or_else(|| E::invalid_value(Unexpected::Other(&tr!("the unsigned integer `{value}`", value)), &self))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<UnitCount, E> {
        match u64::try_from(value) {
            Ok(value) => self.visit_u64(value),
            Err(_) => Err(E::invalid_value(Unexpected::Other(&tr!("the signed integer `{value}`", value)), &self)),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<UnitCount, E> {
        let hundredths =
            limits::UNITS.into_iter().find(|hundredths| (f64::from(*hundredths) / 100.0).to_bits() == value.to_bits());
        let fits = hundredths.map(UnitCount::of_hundredths);
        fits.ok_or_else(|| E::invalid_value(Unexpected::Other(&tr!("the number `{value}`", value)), &self))
    }
}

/// A whole number within limits of the document.
macro_rules! within {
    ($limits:ident) => {
        $crate::storage::wire::bounded::Whole<
            { *$crate::document::limits::$limits.start() },
            { *$crate::document::limits::$limits.end() },
        >
    };
}
pub(in crate::storage) use within;

/// A text of at most `MAX` characters without control characters other than line breaks and tabs.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub(in crate::storage) struct Text<const MAX: usize>(pub(in crate::storage) String);

impl<const MAX: usize> Text<MAX> {
    pub(in crate::storage) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether a value is the one that is meant where a file says nothing.
pub(in crate::storage) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The id of something in a catalogue.
pub(in crate::storage) type Id = Text<64>;

impl<'de, const MAX: usize> Deserialize<'de> for Text<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.chars().count() > MAX {
            return Err(D::Error::custom(trn!(
                MAX as u64,
                "the text is longer than {most} character",
                "the text is longer than {most} characters",
                most = MAX
            )));
        }
        if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
            return Err(D::Error::custom(tr!("the text holds a control character")));
        }
        Ok(Self(text))
    }
}

/// A day on the calendar, such as `"2027-03-15"`.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(transparent)]
pub(in crate::storage) struct Day(pub(in crate::storage) Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = parse_date(&String::deserialize(deserializer)?);
        read.map(Self).map_err(|DateError(text)| {
            let text = quoted(&text);
            D::Error::custom(tr!("\"{text}\" is not a date; write year-month-day, such as 2027-03-15", text))
        })
    }
}

/// A list of at most `MAX` values. Reading stops at the first one too many.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub(in crate::storage) struct List<T, const MAX: usize>(pub(in crate::storage) Vec<T>);

impl<T, const MAX: usize> List<T, MAX> {
    pub(in crate::storage) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What a list is that an older file does not have.
    pub(in crate::storage) fn none() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>, const MAX: usize> Deserialize<'de> for List<T, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ListVisitor::<T, MAX>(PhantomData)).map(Self)
    }
}

struct ListVisitor<T, const MAX: usize>(PhantomData<T>);

impl<'de, T: Deserialize<'de>, const MAX: usize> Visitor<'de> for ListVisitor<T, MAX> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&tr!("a list of at most {most}", most = MAX))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            if list.len() == MAX {
                return Err(A::Error::custom(trn!(
                    MAX as u64,
                    "the list has more than {most} entry",
                    "the list has more than {most} entries",
                    most = MAX
                )));
            }
            list.push(item);
        }
        Ok(list)
    }
}

/// A currency by its code.
pub(in crate::storage) fn currency<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Currency, D::Error> {
    let code = String::deserialize(deserializer)?;
    Currency::from_code(&code).ok_or_else(|| {
        D::Error::custom(tr!("\"{code}\" is not a currency code; write three capital letters such as USD", code))
    })
}
