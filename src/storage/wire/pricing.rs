//! Packages and taxes, since schema version 3.

use super::bounded::{Text, Whole};
use super::line::Amount;
use crate::document::{LineTax, PackageDraft, SpreadText};
use crate::units::{Spread, TaxMode};
use serde::{Deserialize, Serialize};

/// Whether prices include the tax.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) enum Prices {
    WithoutTax,
    WithTax,
}

/// So many sessions of a course for one price.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Packaging {
    Singly,
    Package { sessions: Whole<2, 50> },
    OwnPackage { sessions: Whole<2, 50>, low: Amount, typical: Amount, high: Amount },
}

/// The tax on a line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum OwnTax {
    OfPlan,
    Own { percent: Amount, prices: Prices },
}

impl From<TaxMode> for Prices {
    fn from(mode: TaxMode) -> Self {
        match mode {
            TaxMode::OnTop => Self::WithoutTax,
            TaxMode::Included => Self::WithTax,
        }
    }
}

impl From<Prices> for TaxMode {
    fn from(prices: Prices) -> Self {
        match prices {
            Prices::WithoutTax => Self::OnTop,
            Prices::WithTax => Self::Included,
        }
    }
}

impl From<&PackageDraft> for Packaging {
    fn from(package: &PackageDraft) -> Self {
        match package {
            PackageDraft::None => Self::Singly,
            PackageDraft::Catalogue { sessions } => Self::Package { sessions: Whole(*sessions) },
            PackageDraft::Own { sessions, price } => {
                let Spread { low, typical, high } = price.clone().map(Text);
                Self::OwnPackage { sessions: Whole(*sessions), low, typical, high }
            }
        }
    }
}

impl From<Packaging> for PackageDraft {
    fn from(sold: Packaging) -> Self {
        match sold {
            Packaging::Singly => Self::None,
            Packaging::Package { sessions } => Self::Catalogue { sessions: sessions.0 },
            Packaging::OwnPackage { sessions, low, typical, high } => {
                let price = SpreadText { low: low.0, typical: typical.0, high: high.0 };
                Self::Own { sessions: sessions.0, price }
            }
        }
    }
}

impl From<&LineTax> for OwnTax {
    fn from(tax: &LineTax) -> Self {
        match tax {
            LineTax::Plan => Self::OfPlan,
            LineTax::Own { percent, mode } => Self::Own { percent: Text(percent.clone()), prices: (*mode).into() },
        }
    }
}

impl From<OwnTax> for LineTax {
    fn from(tax: OwnTax) -> Self {
        match tax {
            OwnTax::OfPlan => Self::Plan,
            OwnTax::Own { percent, prices } => Self::Own { percent: percent.0, mode: prices.into() },
        }
    }
}
