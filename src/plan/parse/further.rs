//! What else the client comes for, and which of it a line is for.

use super::{Parser, Spot};
use crate::catalog::ConcernId;
use crate::document::{Draft, Field, LineDraft, Place, limits};
use crate::plan::{Cause, FurtherConcern};

impl Parser<'_> {
    /// The further concerns of a plan, each of which must be known and stand there once.
    pub(super) fn further(&mut self, draft: &Draft) -> Vec<FurtherConcern> {
        let place = Place::Plan(Field::Further);
        if draft.further.len() > limits::FURTHER {
            self.report(place, Cause::TooManyConcerns);
        }
        for (at, id) in draft.concerns().enumerate().skip(1) {
            if self.catalog.concern(id).is_none() {
                self.report(place, Cause::UnknownConcern(id.clone()));
            } else if draft.concerns().take(at).any(|other| other == id) {
                self.report(place, Cause::ConcernTwice(id.clone()));
            }
        }
        let further = |id: &ConcernId| FurtherConcern { concern: id.clone(), profile: draft.profile_for(id) };
        draft.concerns().skip(1).map(further).collect()
    }

    /// What a line is for: one of the plan's concerns.
    pub(super) fn concern_of(&mut self, plan: &Draft, line: &LineDraft, spot: Spot) -> ConcernId {
        let concern = plan.purpose(line);
        if plan.concerns().all(|other| other != concern) {
            self.report(spot.place(Field::Concern), Cause::ConcernNotInPlan(concern.clone()));
        }
        concern.clone()
    }
}
