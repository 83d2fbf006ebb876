//! Schema version 4, the one that is written: everything has an id, and what happened to the plan stands in a log beside it.
//! Changed until it is released, then never again.

mod clinical;
mod draft;
mod event;
mod figures;
mod from_v3;
mod ground;
mod issue;
mod key;
mod matter;
mod unread;
mod values;

use super::bounded::{List, Whole};
use super::stored::Stored as _;
use super::v3;
use crate::document::PlanId;
use crate::log::{Dossier, Log};
use crate::record::RecordError;
use draft::Draft;
use event::Event;
pub(in crate::storage) use event::seal;
use key::PlanKey;
pub(in crate::storage) use matter::code;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename = "CollagenLedgerPlan", deny_unknown_fields)]
pub(in crate::storage) struct Plan {
    // Earlier versions never come this far, and a newer one is refused before.
    schema: Whole<1, 4>,
    id: PlanKey,
    draft: Draft,
    log: List<Event, 100_000>,
}

impl Plan {
    /// A plan of version 3. What has no id there gets one by the order of the file, when the plan is taken up.
    pub(in crate::storage) fn of(plan: v3::Plan, id: PlanId) -> Self {
        let (draft, log) = from_v3::split(plan);
        Self { schema: Whole(4), id: PlanKey(id), draft, log: List(log) }
    }

    /// The plan with what happened to it.
    ///
    /// # Errors
    /// If that cannot have come about, or the plan is not what was issued.
    pub(in crate::storage) fn dossier(self) -> Result<Dossier, RecordError> {
        let id = self.id.0;
        let log = Log::of(self.log.0.into_iter().map(|event| event.event(id)).collect());
        let dossier = Dossier { draft: self.draft.draft(id), log };
        dossier.check()?;
        Ok(dossier)
    }
}

impl From<&Dossier> for Plan {
    fn from(dossier: &Dossier) -> Self {
        let log = List(dossier.log.events().iter().map(Event::from).collect());
        Self { schema: Whole(4), id: PlanKey(dossier.draft.id), draft: Draft::of(&dossier.draft), log }
    }
}
