//! The record of a plan. A snapshot is a plan of this same schema, so that whatever a plan holds is in its issues too.

use super::Plan;
use super::answer::Given;
use super::presentation::Presentation;
use crate::catalog::{self, AddOnId, PriceUnit, SourceId, TreatmentId};
use crate::document::{Draft, Frozen, FrozenAddOn, FrozenPrice, FrozenTreatment, Issued, Record, Snapshot, Versions};
use crate::locale::tr;
use crate::storage::wire::bounded::{Day, List, Text, Whole};
use crate::storage::wire::v1::{Id, Name};
use crate::units::{Money, Spread};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::Arc;

/// A record that could have come about by issuing, answering and revising.
#[derive(Clone, Debug)]
pub(super) struct Checked(pub(super) Record);

impl Serialize for Checked {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let issues = List(self.0.issues().iter().map(Issue::from).collect());
        Stored { revising: self.0.is_revising(), issues }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Checked {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Stored { revising, issues } = Stored::deserialize(deserializer)?;
        let issues = issues.0.into_iter().map(Issued::from).collect();
        Record::of(issues, revising).map(Self).map_err(D::Error::custom)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Record", deny_unknown_fields)]
struct Stored {
    revising: bool,
    issues: List<Issue, 100>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Issue", deny_unknown_fields)]
struct Issue {
    number: Text<40>,
    on: Day,
    valid_until: Day,
    program: Text<40>,
    model: Text<40>,
    catalogue: Text<40>,
    born: Option<Day>,
    decide_from: Option<Day>,
    // Not there in what was issued by the first builds with this schema.
    #[serde(default)]
    presentation: Option<Presentation>,
    answers: List<Given, 20>,
    treatments: List<Treatment, 72>,
    add_ons: List<AddOn, 432>,
    plan: Bare,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "FrozenTreatment", deny_unknown_fields)]
struct Treatment {
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
struct AddOn {
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

/// A plan without a record of its own.
#[derive(Serialize)]
#[serde(transparent)]
struct Bare(Plan);

impl<'de> Deserialize<'de> for Bare {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let plan = Plan::deserialize(deserializer)?;
        match plan.record {
            None => Ok(Self(plan)),
            Some(_) => Err(D::Error::custom(tr!("a plan within a record has no record of its own; take it out"))),
        }
    }
}

impl From<&Issued> for Issue {
    fn from(issued: &Issued) -> Self {
        let Snapshot { number, on, valid_until, versions, born, decide_from, presentation, draft, frozen } =
            &*issued.snapshot;
        Self {
            number: Text(number.clone()),
            on: Day(*on),
            valid_until: Day(*valid_until),
            program: Text(versions.program.clone()),
            model: Text(versions.model.clone()),
            catalogue: Text(versions.catalogue.clone()),
            born: born.map(Day),
            decide_from: decide_from.map(Day),
            presentation: presentation.as_ref().map(Presentation::from),
            answers: List(issued.answers.iter().copied().map(Given).collect()),
            treatments: List(frozen.treatments.iter().map(Treatment::from).collect()),
            add_ons: List(frozen.add_ons.iter().map(AddOn::from).collect()),
            plan: Bare(draft.into()),
        }
    }
}

impl From<Issue> for Issued {
    fn from(issue: Issue) -> Self {
        let draft = Draft::from(issue.plan.0);
        let frozen = Frozen {
            currency: draft.currency,
            treatments: issue.treatments.0.into_iter().map(FrozenTreatment::from).collect(),
            add_ons: issue.add_ons.0.into_iter().map(FrozenAddOn::from).collect(),
        };
        let snapshot = Snapshot {
            number: issue.number.0,
            on: issue.on.0,
            valid_until: issue.valid_until.0,
            versions: Versions { program: issue.program.0, model: issue.model.0, catalogue: issue.catalogue.0 },
            born: issue.born.map(|day| day.0),
            decide_from: issue.decide_from.map(|day| day.0),
            presentation: issue.presentation.map(Presentation::into),
            draft,
            frozen,
        };
        let answers = issue.answers.0.into_iter().map(|Given(answer)| answer);
        Self { snapshot: Arc::new(snapshot), answers: answers.collect() }
    }
}

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
