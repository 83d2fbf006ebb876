//! Packages and taxes, since schema version 3.

use super::bounded::{Whole, within};
use super::line::Amount;
use super::stored::{Stored, stored};
use crate::document::{LineTax, PackageDraft};
use crate::units::{Spread, TaxMode};
use serde::{Deserialize, Serialize};

stored! {
    /// Whether prices include the tax.
    enum Prices = TaxMode {
        #[serde(rename = "WithoutTax")]
        OnTop,
        #[serde(rename = "WithTax")]
        Included,
    }

    /// The tax on a line.
    enum OwnTax = LineTax {
        #[serde(rename = "OfPlan")]
        Plan,
        Own { percent: Amount, #[serde(rename = "prices")] mode: Prices },
    }
}

/// So many sessions of a course for one price.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Packaging {
    #[default]
    Singly,
    Package {
        sessions: within!(PACKAGE),
    },
    OwnPackage {
        sessions: within!(PACKAGE),
        low: Amount,
        typical: Amount,
        high: Amount,
    },
}

impl Packaging {
    pub(super) fn is_singly(&self) -> bool {
        matches!(self, Self::Singly)
    }
}

impl Stored<PackageDraft> for Packaging {
    fn of(package: &PackageDraft) -> Self {
        match package {
            PackageDraft::None => Self::Singly,
            PackageDraft::Catalogue { sessions } => Self::Package { sessions: Whole(*sessions) },
            PackageDraft::Own { sessions, price } => {
                let (low, typical, high) = Stored::of(price);
                Self::OwnPackage { sessions: Whole(*sessions), low, typical, high }
            }
        }
    }

    fn value(self) -> PackageDraft {
        match self {
            Self::Singly => PackageDraft::None,
            Self::Package { sessions } => PackageDraft::Catalogue { sessions: sessions.0 },
            Self::OwnPackage { sessions, low, typical, high } => {
                let price: Spread<String> = (low, typical, high).value();
                PackageDraft::Own { sessions: sessions.0, price }
            }
        }
    }
}
