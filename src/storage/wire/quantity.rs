//! A quantity of the price list as files write it: `Price("USD")`, `Package(sessions: 3, currency: "USD")`,
//! `PriceWith(treatment: "microneedling", currency: "USD")`, `DaysAfter(treatment: "ablative-laser")`,
//! `Sessions(concern: None, severity: Some(severe))`, `TaxPercent`. Names and what stands behind them come from the table
//! of quantities.

use super::bounded::{Text, Whole};
use crate::catalog::{ConcernId, Severity, TreatmentId};
use crate::overlay::{Case, Key, Part, Quantity, QuantityDefinition};
use crate::units::Currency;
use serde::de::value::MapAccessDeserializer;
use serde::de::{EnumAccess, Error, MapAccess, VariantAccess, Visitor};
use serde::ser::SerializeStructVariant;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;
use std::sync::LazyLock;

/// A quantity that a schema knows.
pub(in crate::storage) struct QuantityKind<const SCHEMA: u32>(pub(in crate::storage) Quantity);

/// The name that such files know it by.
const NAME: &str = "What";

/// What stands behind the name of a package.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfPackage {
    sessions: Whole<2, 50>,
    #[serde(deserialize_with = "crate::storage::wire::bounded::currency")]
    currency: Currency,
}

/// What stands behind the name of a price beside another treatment.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Together {
    treatment: Text<64>,
    #[serde(deserialize_with = "crate::storage::wire::bounded::currency")]
    currency: Currency,
}

/// What stands behind the name of a wait after another treatment.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct After {
    treatment: Text<64>,
}

/// What stands behind the name of a course.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfCourse {
    concern: Option<Text<64>>,
    severity: Option<Severity>,
}

impl<const SCHEMA: u32> Serialize for QuantityKind<SCHEMA> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (key, kind) = (&self.0.key, self.0.kind());
        let (at, name) = (kind.what as u32, kind.tag.0);
        let currency = key.currency.map_or("", Currency::code);
        match kind.key {
            [] => serializer.serialize_unit_variant(NAME, at, name),
            [Part::Currency] => serializer.serialize_newtype_variant(NAME, at, name, currency),
            parts => {
                let mut written = serializer.serialize_struct_variant(NAME, at, name, parts.len())?;
                for part in parts {
                    match part {
                        Part::Size => written.serialize_field("sessions", &key.size.unwrap_or_default())?,
                        Part::With => {
                            let with = key.with.as_ref().map_or("", TreatmentId::as_str);
                            written.serialize_field("treatment", with)?;
                        }
                        Part::Currency => written.serialize_field("currency", currency)?,
                        Part::Concern => {
                            let concern = key.case.concern.as_ref().map(ConcernId::as_str);
                            written.serialize_field("concern", &concern)?;
                        }
                        Part::Severity => written.serialize_field("severity", &key.case.severity)?,
                    }
                }
                written.end()
            }
        }
    }
}

impl<'de, const SCHEMA: u32> Deserialize<'de> for QuantityKind<SCHEMA> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum(NAME, &[], WhatVisitor::<SCHEMA>).map(Self)
    }
}

struct WhatVisitor<const SCHEMA: u32>;

impl<'de, const SCHEMA: u32> Visitor<'de> for WhatVisitor<SCHEMA> {
    type Value = Quantity;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("enum What")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Quantity, A::Error> {
        let (Name::Any(name), behind) = data.variant()?;
        let mut known = QuantityDefinition::all().iter().filter(|kind| kind.tag.1 <= SCHEMA);
        let names = &NAMES[..known.clone().count()];
        let kind = known.find(|kind| kind.tag.0 == name).ok_or_else(|| A::Error::unknown_variant(&name, names))?;
        let key = match kind.key {
            [] => behind.unit_variant().map(|()| Key::default()),
            [Part::Currency] => {
                behind.newtype_variant().map(|currency| Key { currency: Some(currency), ..Key::default() })
            }
            [Part::Size, ..] => {
                behind.struct_variant(&["sessions", "currency"], Fields::<OfPackage>(PhantomData)).map(Key::from)
            }
            [Part::With] => behind.struct_variant(&["treatment"], Fields::<After>(PhantomData)).map(Key::from),
            [Part::With, ..] => {
                behind.struct_variant(&["treatment", "currency"], Fields::<Together>(PhantomData)).map(Key::from)
            }
            _ => behind.struct_variant(&["concern", "severity"], Fields::<OfCourse>(PhantomData)).map(Key::from),
        };
        key.map(|key| kind.what.of(key))
    }
}

/// The names, those of the first schema first.
static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut tags: Vec<_> = QuantityDefinition::all().iter().map(|kind| kind.tag).collect();
    tags.sort_by_key(|(_, since)| *since);
    tags.into_iter().map(|(name, _)| name).collect()
});

/// Whatever stands in the place of a name.
#[derive(Deserialize)]
#[serde(field_identifier)]
enum Name {
    Any(String),
}

/// Reads the fields behind a name.
struct Fields<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Fields<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the fields of a value")
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(fields))
    }
}

impl From<OfPackage> for Key {
    fn from(package: OfPackage) -> Self {
        Self { currency: Some(package.currency), size: Some(package.sessions.0), ..Self::default() }
    }
}

impl From<Together> for Key {
    fn from(Together { treatment, currency }: Together) -> Self {
        let with = Some(TreatmentId::from(treatment.0.as_str()));
        Self { currency: Some(currency), with, ..Self::default() }
    }
}

impl From<After> for Key {
    fn from(After { treatment }: After) -> Self {
        Self { with: Some(TreatmentId::from(treatment.0.as_str())), ..Self::default() }
    }
}

impl From<OfCourse> for Key {
    fn from(course: OfCourse) -> Self {
        let concern = course.concern.map(|concern| ConcernId::from(concern.0.as_str()));
        Self { case: Case { concern, severity: course.severity }, ..Self::default() }
    }
}
