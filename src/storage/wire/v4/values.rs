//! Numbers, amounts, shares and words of what was issued.

use crate::locale::tr;
use crate::storage::wire::bounded::Text;
use crate::storage::wire::stored::{stored, stored_as};
use crate::text;
use crate::units::{Money, Outlook, Percent, Quantiles, TaxMode};
use crate::wording;
use serde::de::{Error, IntoDeserializer, SeqAccess, Visitor};
use serde::ser::SerializeTuple;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

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

/// A number. Model 1 had three in the place of some: what a cautious, a usual and a hopeful reader would take; the usual one
/// counts.
#[derive(Clone, Copy, Serialize)]
#[serde(transparent)]
pub(super) struct Usual(Number);

impl<'de> Deserialize<'de> for Usual {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match &Numbers::deserialize(deserializer)?.0[..] {
            [usual] | [_, usual, _] => Ok(Self(*usual)),
            _ => Err(D::Error::custom(tr!("a number was expected"))),
        }
    }
}

/// A result: typical, then the 10, 50 and 90% points of clinics and of people as far as they are known. Model 1 wrote its
/// three curves: what a cautious, a usual and a hopeful reader would take.
pub(super) struct Ranged(Outlook);

impl Serialize for Ranged {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Outlook { typical, clinics, people } = self.0;
        match (clinics, people) {
            (Some(clinics), Some(people)) => {
                let (of_clinics, of_people) = (clinics.to_array(), people.to_array());
                let mut numbers = serializer.serialize_tuple(7)?;
                let all = [typical].into_iter().chain(of_clinics).chain(of_people);
                all.into_iter().try_for_each(|number| numbers.serialize_element(&number))?;
                numbers.end()
            }
            (Some(clinics), None) => (clinics.p10, typical, clinics.p90).serialize(serializer),
            (None, _) => typical.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Ranged {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let numbers: Vec<f64> = Numbers::deserialize(deserializer)?.0.into_iter().map(|number| number.0).collect();
        let range = |points: &[f64]| match *points {
            [p10, p50, p90] => Some(Quantiles { p10, p50, p90 }),
            _ => None,
        };
        match &numbers[..] {
            [typical] => Ok(Outlook::of(*typical)),
            curves @ [_, typical, _] => Ok(Outlook { typical: *typical, clinics: range(curves), people: None }),
            [typical, ranges @ ..] if ranges.len() == 6 => {
                let (clinics, people) = ranges.split_at(3);
                Ok(Outlook { typical: *typical, clinics: range(clinics), people: range(people) })
            }
            _ => Err(D::Error::custom(tr!("one, three or seven numbers were expected"))),
        }
        .map(Self)
    }
}

/// One number, or several in parentheses.
struct Numbers(Vec<Number>);

impl<'de> Deserialize<'de> for Numbers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Numbers;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a number, or several in parentheses")
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Numbers, E> {
                Number::deserialize(number.into_deserializer()).map(|number| Numbers(vec![number]))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Numbers, E> {
                Number::deserialize(number.into_deserializer()).map(|number| Numbers(vec![number]))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Numbers, E> {
                Number::deserialize(number.into_deserializer()).map(|number| Numbers(vec![number]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut numbers: A) -> Result<Numbers, A::Error> {
                let mut read = Vec::new();
                while read.len() < 8
                    && let Some(number) = numbers.next_element()?
                {
                    read.push(number);
                }
                Ok(Numbers(read))
            }
        }

        deserializer.deserialize_any(Reader)
    }
}

stored! {
    enum Prices = TaxMode { OnTop, Included, }
}

stored_as! {
    Number, f64: |value| Self(*value), |kept| kept.0;
    Usual, f64: |value| Self(Number(*value)), |kept| kept.0.0;
    Ranged, Outlook: |value| Self(*value), |kept| kept.0;
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
