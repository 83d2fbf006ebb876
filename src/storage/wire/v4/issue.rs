//! What was handed out when the plan was issued.

use super::draft::Draft;
use super::figures::Figures;
use super::ground::Ground;
use crate::document::PlanId;
use crate::record::{self, FrozenPrices, Snapshot, Versions, Whole};
use crate::storage::wire::bounded::{Day, List, Text};
use crate::storage::wire::frozen::{AddOn, Treatment};
use crate::storage::wire::presentation::Presentation;
use crate::storage::wire::stored::Stored;
use crate::units::Currency;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Issue {
    pub(super) number: Text<40>,
    pub(super) on: Day,
    pub(super) valid_until: Day,
    pub(super) program: Text<40>,
    pub(super) model: Text<40>,
    pub(super) catalogue: Text<40>,
    pub(super) born: Option<Day>,
    pub(super) decide_from: Option<Day>,
    pub(super) presentation: Option<Presentation>,
    pub(super) draft: Draft,
    pub(super) frozen: Frozen,
}

/// What was kept of an issue besides the plan as typed.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Frozen {
    Whole { ground: Box<Ground>, figures: Figures },
    // All that was kept before this version.
    Prices { treatments: List<Treatment, 72>, add_ons: List<AddOn, 432> },
}

impl Issue {
    /// As of the plan with this id.
    pub(super) fn snapshot(self, id: PlanId) -> Snapshot {
        let draft = self.draft.draft(id);
        let frozen = self.frozen.of_plan_in(draft.currency);
        Snapshot {
            number: self.number.0,
            on: self.on.0,
            valid_until: self.valid_until.0,
            versions: Versions { program: self.program.0, model: self.model.0, catalogue: self.catalogue.0 },
            born: self.born.value(),
            decide_from: self.decide_from.value(),
            presentation: self.presentation.value(),
            draft,
            frozen,
        }
    }
}

impl From<&Snapshot> for Issue {
    fn from(snapshot: &Snapshot) -> Self {
        let Snapshot { number, on, valid_until, versions, born, decide_from, presentation, draft, frozen } = snapshot;
        Self {
            number: Text(number.clone()),
            on: Day(*on),
            valid_until: Day(*valid_until),
            program: Text(versions.program.clone()),
            model: Text(versions.model.clone()),
            catalogue: Text(versions.catalogue.clone()),
            born: born.map(Day),
            decide_from: decide_from.map(Day),
            presentation: Stored::of(presentation),
            draft: Stored::of(draft),
            frozen: frozen.into(),
        }
    }
}

impl Frozen {
    /// As of a plan in this currency.
    fn of_plan_in(self, currency: Currency) -> record::Frozen {
        match self {
            Self::Whole { ground, figures } => {
                record::Frozen::Whole(Box::new(Whole { ground: (*ground).value(), figures: figures.value() }))
            }
            Self::Prices { treatments, add_ons } => record::Frozen::Prices(FrozenPrices {
                currency,
                treatments: treatments.value(),
                add_ons: add_ons.value(),
            }),
        }
    }
}

impl From<&record::Frozen> for Frozen {
    fn from(frozen: &record::Frozen) -> Self {
        match frozen {
            record::Frozen::Whole(whole) => {
                Self::Whole { ground: Box::new(Stored::of(&whole.ground)), figures: Stored::of(&whole.figures) }
            }
            record::Frozen::Prices(FrozenPrices { treatments, add_ons, .. }) => {
                Self::Prices { treatments: Stored::of(treatments), add_ons: Stored::of(add_ons) }
            }
        }
    }
}
