//! What was handed out when the plan was issued.

use super::draft::Draft;
use crate::document::PlanId;
use crate::record::{Frozen, FrozenAddOn, FrozenTreatment, Snapshot, Versions};
use crate::storage::wire::bounded::{Day, List, Text};
use crate::storage::wire::frozen::{AddOn, Treatment};
use crate::storage::wire::presentation::Presentation;
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
    pub(super) treatments: List<Treatment, 72>,
    pub(super) add_ons: List<AddOn, 432>,
    pub(super) draft: Draft,
}

impl Issue {
    /// As of the plan with this id.
    pub(super) fn snapshot(self, id: PlanId) -> Snapshot {
        let draft = self.draft.draft(id);
        let frozen = Frozen {
            currency: draft.currency,
            treatments: self.treatments.0.into_iter().map(FrozenTreatment::from).collect(),
            add_ons: self.add_ons.0.into_iter().map(FrozenAddOn::from).collect(),
        };
        Snapshot {
            number: self.number.0,
            on: self.on.0,
            valid_until: self.valid_until.0,
            versions: Versions { program: self.program.0, model: self.model.0, catalogue: self.catalogue.0 },
            born: self.born.map(|day| day.0),
            decide_from: self.decide_from.map(|day| day.0),
            presentation: self.presentation.map(Presentation::into),
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
            presentation: presentation.as_ref().map(Presentation::from),
            treatments: List(frozen.treatments.iter().map(Treatment::from).collect()),
            add_ons: List(frozen.add_ons.iter().map(AddOn::from).collect()),
            draft: draft.into(),
        }
    }
}
