//! What schema versions share of a line: its price and its upkeep.

use super::bounded::{Id, Text, within};
use super::stored::{Stored, stored};
use crate::document::{PriceDraft, Upkeep, limits};
use serde::{Deserialize, Serialize};

pub(super) type Amount = Text<{ limits::AMOUNT }>;
pub(super) type Name = Text<{ limits::NAME }>;

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

impl Stored<PriceDraft> for Price {
    fn of(price: &PriceDraft) -> Self {
        match price {
            PriceDraft::Catalogue => Self::Catalogue,
            PriceDraft::Own(text) => {
                let (low, typical, high) = Stored::of(text);
                Self::Own { low, typical, high }
            }
        }
    }

    fn value(self) -> PriceDraft {
        match self {
            Self::Catalogue => PriceDraft::Catalogue,
            Self::Own { low, typical, high } => PriceDraft::Own((low, typical, high).value()),
        }
    }
}

stored! {
    enum StoredUpkeep = Upkeep {
        #[serde(rename = "Never")]
        None,
        Every { months: within!(UPKEEP_MONTHS) },
        WhenFaded { #[serde(rename = "percent_of_peak")] percent: within!(UPKEEP_SHARE) },
    }
}
