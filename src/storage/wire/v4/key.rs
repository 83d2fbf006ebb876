//! Ids as text.

use crate::document::{ExtraId, LineId, OptionId, PlanId, Serial};
use crate::locale::tr;
use crate::storage::wire::stored::stored_as;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The id of an option, a line or an add-on: `"7-00c0ffee"`.
#[derive(Clone, Copy, Default)]
pub(super) struct Key(pub(super) Serial);

/// The highest number of an id that is read, so that there are always higher ones.
const MOST: u32 = 1_000_000_000;

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let serial = text.parse().ok().filter(|serial: &Serial| serial.number <= MOST);
        serial.map(Self).ok_or_else(|| D::Error::custom(tr!("\"{text}\" is no id; write one such as \"7\"", text)))
    }
}

stored_as! {
    Key, OptionId: |value| Self(value.0), |kept| OptionId(kept.0);
    Key, LineId: |value| Self(value.0), |kept| LineId(kept.0);
    Key, ExtraId: |value| Self(value.0), |kept| ExtraId(kept.0);
}

/// The id of a plan: `"0b5c7c9e-9f0d-4c0a-8a6e-2f74c1d39b27"`.
#[derive(Clone, Copy)]
pub(super) struct PlanKey(pub(super) PlanId);

impl Serialize for PlanKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for PlanKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong = |_| D::Error::custom(tr!("\"{text}\" is no id of a plan; write a UUID", text));
        text.parse().map(Self).map_err(wrong)
    }
}
