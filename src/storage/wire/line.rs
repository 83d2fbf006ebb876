//! What schema versions share of a line: its price and its upkeep.

use super::bounded::{Text, Whole};
use crate::document::{PriceDraft, SpreadText, Upkeep};
use crate::units::Spread;
use serde::{Deserialize, Serialize};

pub(super) type Amount = Text<40>;
pub(super) type Id = Text<64>;
pub(super) type Name = Text<120>;

/// An add-on before it had an id of its own: `id` is the catalogue's.
#[derive(Deserialize)]
#[serde(rename = "AddOn", deny_unknown_fields)]
pub(super) struct OldAddOn {
    pub(super) id: Option<Id>,
    pub(super) name: Name,
    pub(super) price: Price,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Price {
    Catalogue,
    Own { low: Amount, typical: Amount, high: Amount },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum StoredUpkeep {
    Never,
    Every { months: Whole<1, 60> },
    WhenFaded { percent_of_peak: Whole<10, 95> },
}

impl From<&PriceDraft> for Price {
    fn from(price: &PriceDraft) -> Self {
        match price {
            PriceDraft::Catalogue => Self::Catalogue,
            PriceDraft::Own(text) => {
                let Spread { low, typical, high } = text.clone().map(Text);
                Self::Own { low, typical, high }
            }
        }
    }
}

impl From<Price> for PriceDraft {
    fn from(price: Price) -> Self {
        match price {
            Price::Catalogue => Self::Catalogue,
            Price::Own { low, typical, high } => Self::Own(SpreadText { low: low.0, typical: typical.0, high: high.0 }),
        }
    }
}

impl From<Upkeep> for StoredUpkeep {
    fn from(upkeep: Upkeep) -> Self {
        match upkeep {
            Upkeep::None => Self::Never,
            Upkeep::Every { months } => Self::Every { months: Whole(months) },
            Upkeep::WhenFaded { percent } => Self::WhenFaded { percent_of_peak: Whole(percent) },
        }
    }
}

impl From<StoredUpkeep> for Upkeep {
    fn from(again: StoredUpkeep) -> Self {
        match again {
            StoredUpkeep::Never => Self::None,
            StoredUpkeep::Every { months } => Self::Every { months: months.0 },
            StoredUpkeep::WhenFaded { percent_of_peak } => Self::WhenFaded { percent: percent_of_peak.0 },
        }
    }
}
