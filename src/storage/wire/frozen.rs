//! What a catalogue said when a plan was issued.

use super::bounded::{List, Text, Whole};
use super::line::{Id, Name};
use crate::catalog::{self, AddOnId, PriceUnit, SourceId, TreatmentId};
use crate::record::{FrozenAddOn, FrozenPrice, FrozenTreatment};
use crate::units::{Money, Spread};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename = "FrozenTreatment", deny_unknown_fields)]
pub(super) struct Treatment {
    id: Id,
    unit: Unit,
    minimum_interval_days: Whole<0, 3652>,
    interval_basis: Basis,
    price: Option<Price>,
    packages: List<Package, 49>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "FrozenPackage", deny_unknown_fields)]
struct Package {
    sessions: Whole<2, 50>,
    price: Price,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
enum Unit {
    Session,
    Procedure,
    Syringe,
    Device { uses: Whole<1, 100_000> },
}

/// How much weight a figure carries.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Basis {
    Trial,
    Society,
    Seed,
    Assumption,
    Placeholder,
    Clinic,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "FrozenAddOn", deny_unknown_fields)]
pub(super) struct AddOn {
    id: Id,
    name: Name,
    price: Option<Price>,
}

/// A price in minor units of the plan's currency: nothing is left to be read in two ways.
#[derive(Serialize, Deserialize)]
#[serde(rename = "FrozenPrice", deny_unknown_fields)]
struct Price {
    low_minor: Minor,
    typical_minor: Minor,
    high_minor: Minor,
    year: Text<60>,
    basis: Basis,
    refs: List<Id, 200>,
    note: Text<4000>,
}

type Minor = Whole<0, 1_000_000_000>;

impl From<&FrozenTreatment> for Treatment {
    fn from(frozen: &FrozenTreatment) -> Self {
        Self {
            id: Text(frozen.id.to_string()),
            unit: frozen.unit.into(),
            minimum_interval_days: Whole(frozen.minimum_interval_days),
            interval_basis: frozen.interval_basis.into(),
            price: frozen.price.as_ref().map(Price::from),
            packages: List(frozen.packages.iter().map(Package::from).collect()),
        }
    }
}

impl From<Treatment> for FrozenTreatment {
    fn from(stored: Treatment) -> Self {
        Self {
            id: TreatmentId::from(stored.id.0.as_str()),
            unit: stored.unit.into(),
            minimum_interval_days: stored.minimum_interval_days.0,
            interval_basis: stored.interval_basis.into(),
            price: stored.price.map(FrozenPrice::from),
            packages: stored.packages.0.into_iter().map(|package| (package.sessions.0, package.price.into())).collect(),
        }
    }
}

impl From<&(u32, FrozenPrice)> for Package {
    fn from((sessions, price): &(u32, FrozenPrice)) -> Self {
        Self { sessions: Whole(*sessions), price: price.into() }
    }
}

impl From<PriceUnit> for Unit {
    fn from(unit: PriceUnit) -> Self {
        match unit {
            PriceUnit::Session => Self::Session,
            PriceUnit::Procedure => Self::Procedure,
            PriceUnit::Syringe => Self::Syringe,
            PriceUnit::Device { uses } => Self::Device { uses: Whole(uses) },
        }
    }
}

impl From<Unit> for PriceUnit {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Session => Self::Session,
            Unit::Procedure => Self::Procedure,
            Unit::Syringe => Self::Syringe,
            Unit::Device { uses } => Self::Device { uses: uses.0 },
        }
    }
}

impl From<catalog::Basis> for Basis {
    fn from(basis: catalog::Basis) -> Self {
        match basis {
            catalog::Basis::Trial => Self::Trial,
            catalog::Basis::Society => Self::Society,
            catalog::Basis::Seed => Self::Seed,
            catalog::Basis::Assumption => Self::Assumption,
            catalog::Basis::Placeholder => Self::Placeholder,
            catalog::Basis::Clinic => Self::Clinic,
        }
    }
}

impl From<Basis> for catalog::Basis {
    fn from(basis: Basis) -> Self {
        match basis {
            Basis::Trial => Self::Trial,
            Basis::Society => Self::Society,
            Basis::Seed => Self::Seed,
            Basis::Assumption => Self::Assumption,
            Basis::Placeholder => Self::Placeholder,
            Basis::Clinic => Self::Clinic,
        }
    }
}

impl From<&FrozenAddOn> for AddOn {
    fn from(frozen: &FrozenAddOn) -> Self {
        let price = frozen.price.as_ref().map(Price::from);
        Self { id: Text(frozen.id.to_string()), name: Text(frozen.name.clone()), price }
    }
}

impl From<AddOn> for FrozenAddOn {
    fn from(stored: AddOn) -> Self {
        Self {
            id: AddOnId::from(stored.id.0.as_str()),
            name: stored.name.0,
            price: stored.price.map(FrozenPrice::from),
        }
    }
}

impl From<&FrozenPrice> for Price {
    fn from(frozen: &FrozenPrice) -> Self {
        // What a catalogue lists is never below zero nor above the most there is.
        let minor = |amount: Money| Whole(u32::try_from(amount.minor()).unwrap_or_default());
        Self {
            low_minor: minor(frozen.amount.low),
            typical_minor: minor(frozen.amount.typical),
            high_minor: minor(frozen.amount.high),
            year: Text(frozen.year.clone()),
            basis: frozen.basis.into(),
            refs: List(frozen.refs.iter().map(|id| Text(id.to_string())).collect()),
            note: Text(frozen.note.clone()),
        }
    }
}

impl From<Price> for FrozenPrice {
    fn from(stored: Price) -> Self {
        let amount = Spread { low: stored.low_minor, typical: stored.typical_minor, high: stored.high_minor };
        Self {
            amount: amount.map(|minor| Money::from_minor(i64::from(minor.0))),
            year: stored.year.0,
            basis: stored.basis.into(),
            refs: stored.refs.0.iter().map(|id| SourceId::from(id.0.as_str())).collect(),
            note: stored.note.0,
        }
    }
}
