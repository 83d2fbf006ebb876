//! What a catalogue said when a plan was issued.

use super::bounded::{Id, List, Text, Whole};
use super::line::Name;
use super::stored::{Stored, stored};
use crate::catalog;
use crate::record::{FrozenAddOn, FrozenPrice, FrozenTreatment};
use crate::units::{Money, Spread};
use serde::{Deserialize, Serialize};

stored! {
    #[serde(rename = "FrozenTreatment")]
    struct Treatment = FrozenTreatment {
        id: Id,
        unit: Unit,
        minimum_interval_days: Whole<0, 3652>,
        interval_basis: Basis,
        price: Option<Price>,
        packages: List<Package, 49>,
    }

    #[serde(rename = "FrozenAddOn")]
    struct AddOn = FrozenAddOn {
        id: Id,
        name: Name,
        price: Option<Price>,
    }
}

stored! {
    enum Unit = catalog::PriceUnit {
        Session,
        Procedure,
        Syringe,
        Device { uses: Whole<1, 100_000> },
    }

    /// How much weight a figure carries.
    #[serde(rename_all = "kebab-case")]
    enum Basis = catalog::Basis { Trial, Society, Seed, Assumption, Placeholder, Clinic, }
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "FrozenPackage", deny_unknown_fields)]
pub(super) struct Package {
    sessions: Whole<2, 50>,
    price: Price,
}

/// A price in minor units of the plan's currency: nothing is left to be read in two ways.
#[derive(Serialize, Deserialize)]
#[serde(rename = "FrozenPrice", deny_unknown_fields)]
pub(super) struct Price {
    low_minor: Minor,
    typical_minor: Minor,
    high_minor: Minor,
    year: Text<60>,
    basis: Basis,
    refs: List<Id, 200>,
    note: Text<4000>,
}

type Minor = Whole<0, 1_000_000_000>;

impl Stored<(u32, FrozenPrice)> for Package {
    fn of((sessions, price): &(u32, FrozenPrice)) -> Self {
        Self { sessions: Whole(*sessions), price: Stored::of(price) }
    }

    fn value(self) -> (u32, FrozenPrice) {
        (self.sessions.0, self.price.value())
    }
}

impl Stored<FrozenPrice> for Price {
    fn of(frozen: &FrozenPrice) -> Self {
        // What a catalogue lists is never below zero nor above the most there is.
        let minor = |amount: Money| Whole(u32::try_from(amount.minor()).unwrap_or_default());
        Self {
            low_minor: minor(frozen.amount.low),
            typical_minor: minor(frozen.amount.typical),
            high_minor: minor(frozen.amount.high),
            year: Stored::of(&frozen.year),
            basis: Stored::of(&frozen.basis),
            refs: Stored::of(&frozen.refs),
            note: Stored::of(&frozen.note),
        }
    }

    fn value(self) -> FrozenPrice {
        let amount = Spread { low: self.low_minor, typical: self.typical_minor, high: self.high_minor };
        FrozenPrice {
            amount: amount.map(|minor| Money::from_minor(i64::from(minor.0))),
            year: self.year.0,
            basis: self.basis.value(),
            refs: self.refs.value(),
            note: self.note.0,
        }
    }
}
