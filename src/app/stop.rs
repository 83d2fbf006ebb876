//! What there is of the selected option if it stops on the day somebody asks for: worked out when what it rests on has
//! changed, and not in every frame.

use super::Document;
use crate::catalog::ConcernId;
use crate::document::OptionId;
use crate::estimate::Stop;
use crate::simulate::{Precision, Simulator};
use crate::ui::ViewState;
use crate::units::Day;

/// What there is, and of which version of which plan, which option and which day.
pub(super) struct StopKept {
    /// How many draws its ranges rest on: as few as while something moves, since the day is dragged along.
    precision: Precision,
    stop: Option<Stop>,
    of: Option<(Version, OptionId, Day)>,
    simulator: Simulator,
}

/// A version of a plan, and which of its concerns is looked at.
type Version = ((u64, u64), Option<ConcernId>);

impl StopKept {
    /// Nothing yet; ranges will rest on so many draws.
    pub(super) fn new(precision: Precision) -> Self {
        Self { precision, stop: None, of: None, simulator: Simulator::default() }
    }

    /// What there is.
    pub(super) fn stop(&self) -> Option<&Stop> {
        self.stop.as_ref()
    }

    /// Brings it up to date with this version of a plan and with what is shown of it.
    pub(super) fn bring_up_to_date(&mut self, version: (u64, u64), document: &Document, state: &ViewState) {
        let of = state.selected.zip(state.stop).map(|(option, day)| ((version, state.seen.clone()), option, day));
        if self.of == of {
            return;
        }
        let option = state.selected.and_then(|id| document.seen(state)?.option(Some(id)));
        let stopped =
            option.zip(state.stop).map(|(option, day)| option.stopped(day, &mut self.simulator, self.precision));
        (self.stop, self.of) = (stopped, of);
    }

    /// Begins anew: prices or catalogue are others.
    pub(super) fn forget(&mut self) {
        (self.stop, self.of) = (None, None);
    }
}
