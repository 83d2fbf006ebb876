//! Numbers, amounts, shares and words of what was issued.

use crate::locale::tr;
use crate::storage::wire::bounded::Text;
use crate::storage::wire::stored::{stored, stored_as};
use crate::text;
use crate::units::{Money, Percent, TaxMode};
use crate::wording;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

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

stored_as! {
    Number, f64: |value| Self(*value), |kept| kept.0;
    Minor, Money: |value| Self(value.minor()), |kept| Money::from_minor(kept.0);
    Share, Percent: |value| Self(*value), |kept| kept.0;
    Words, text::Text: |value| match value {
        text::Text::English(words) => Self::English(Text(words.to_string())),
        text::Text::Own(words) => Self::Own(Text(words.to_string())),
    }, |kept| match kept {
        Self::English(words) => text::Text::english(words.0),
        Self::Own(words) => text::Text::own(words.0),
    };
}
