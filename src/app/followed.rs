//! How the plan goes on: worked out when what it rests on has changed, and not in every frame.

use super::Document;
use crate::catalog::{Catalog, ConcernId};
use crate::document::{OptionId, Serial};
use crate::evaluation::Followed;
use crate::simulate::{Precision, Simulator};
use crate::ui::{ProgressView, ViewState};
use crate::units::Date;
use crate::wording;

/// How an option goes on, and of which version of which plan that is.
pub(super) struct FollowedKept {
    precision: Precision,
    simulator: Simulator,
    option: Option<OptionId>,
    followed: Option<Result<Followed, Vec<String>>>,
    of: Option<Version>,
    /// The plan of which the following was written down.
    noted_of: u64,
    /// Steps of writing down and taking back here, each with its events, so that undo can take them back.
    pub(super) noted: Vec<Vec<Serial>>,
    /// By which events undo took steps back, the last one at the end.
    pub(super) undone: Vec<Vec<Serial>>,
}

/// The plan's serial, its revision and how much has happened to it; option and concern that were chosen, the day, and how many
/// draws ranges rest on.
type Version = ((u64, u64, usize), Option<OptionId>, Option<ConcernId>, Date, usize);

impl FollowedKept {
    /// Nothing yet; ranges will rest on so many draws.
    pub(super) fn new(precision: Precision) -> Self {
        Self {
            precision,
            simulator: Simulator::default(),
            option: None,
            followed: None,
            of: None,
            noted_of: 0,
            noted: Vec::new(),
            undone: Vec::new(),
        }
    }

    /// What there is to show.
    pub(super) fn view(&self) -> ProgressView<'_> {
        ProgressView { option: self.option, followed: self.followed.as_ref() }
    }

    /// Whether undo has something to take back, and redo something to do again.
    pub(super) fn steps(&self) -> (bool, bool) {
        (!self.noted.is_empty(), !self.undone.is_empty())
    }

    /// Brings it up to date with this version of a plan and with what is shown of it.
    pub(super) fn bring_up_to_date(
        &mut self,
        serial: u64,
        document: &Document,
        (catalog, today): (&Catalog, Date),
        state: &ViewState,
    ) {
        if !state.progress.is_open {
            return;
        }
        if self.noted_of != serial {
            (self.noted_of, self.noted, self.undone) = (serial, Vec::new(), Vec::new());
        }
        let (revision, happened) = (document.history().revision(), document.happened());
        let chosen = state.progress.option;
        let draws = drawn(document, state).unwrap_or(self.precision);
        let of = Some(((serial, revision, happened), chosen, state.seen.clone(), today, draws.draws()));
        if self.of == of {
            return;
        }
        self.of = of;
        let (dossier, draft) = (document.dossier(), document.history().draft());
        let chosen = chosen.filter(|id| draft.shown().any(|option| option.id == *id));
        self.option = chosen.or_else(|| dossier.option_followed());
        self.followed = self.option.and_then(|option| {
            let evaluation = document.seen(state).filter(|_| document.problems().is_empty())?;
            match dossier.followed(evaluation, option, today, catalog) {
                Ok(followed) => Some(Ok(followed?.simulated(&mut self.simulator, draws))),
                Err(problems) => {
                    let problems = wording::problems(&problems.0, draft, catalog);
                    Some(Err(problems.into_iter().map(|problem| problem.message).collect()))
                }
            }
        });
    }

    /// Begins anew: prices or catalogue are others.
    pub(super) fn forget(&mut self) {
        self.of = None;
    }
}

/// How many draws what was planned rests on: with others, what is equal would look different.
fn drawn(document: &Document, state: &ViewState) -> Option<Precision> {
    let mut options = document.seen(state)?.estimate.options.iter();
    let simulation = options.find_map(|option| option.projection.as_ref()?.simulation.as_ref())?;
    u32::try_from(simulation.draws).ok().map(Precision)
}
