//! One door from a plan as typed to everything derived from it, for the window and the command line alike; and what
//! other prices would change in it.

mod effect;
mod fading;
mod followed;
mod swings;
mod ways;

pub use effect::{Cost, Effect, LineEffect, OptionEffect};
pub use fading::{FadeTurn, fade_turns};
pub use followed::{Followed, SessionState, Standing, Step, StepKind};
pub use swings::{End, Input, Outcome, Swings, swings};
pub use ways::{Way, ways};

use crate::catalog::Catalog;
use crate::compare::Comparison;
use crate::document::{Draft, OptionId};
use crate::estimate::{Estimate, Estimator, Figures, OptionEstimate, Stop};
use crate::plan::{Plan, Problems};
use crate::simulate::{Precision, Simulation, Simulator};
use crate::units::Day;
use std::sync::Arc;

/// A valid plan with everything derived from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// The plan as valid.
    pub plan: Plan,
    /// Everything derived.
    pub estimate: Estimate,
    /// The options side by side.
    pub comparison: Comparison,
}

impl Evaluation {
    /// Derives everything from a draft.
    ///
    /// # Errors
    /// Every problem, with its place.
    pub fn of(draft: &Draft, catalog: &Catalog) -> Result<Self, Problems> {
        Self::with(&mut Estimator::default(), draft, catalog)
    }

    /// The same, with what an estimator has kept of earlier drafts: sooner, and not otherwise.
    ///
    /// # Errors
    /// Every problem, with its place.
    pub fn with(estimator: &mut Estimator, draft: &Draft, catalog: &Catalog) -> Result<Self, Problems> {
        let plan = draft.parse(catalog)?;
        let estimate = estimator.estimate(&plan, catalog)?;
        let comparison = Comparison::of(&estimate);
        Ok(Self { plan, estimate, comparison })
    }

    /// Derives what a plan came to before: its figures are those, and the comparison is made of them.
    ///
    /// # Errors
    /// Every problem, with its place.
    pub fn recall(
        estimator: &mut Estimator,
        draft: &Draft,
        catalog: &Catalog,
        figures: &Figures,
    ) -> Result<Self, Problems> {
        let plan = draft.parse(catalog)?;
        let estimate = estimator.recall(&plan, catalog, figures)?;
        let comparison = Comparison::of(&estimate);
        Ok(Self { plan, estimate, comparison })
    }

    /// The same with ranges, which are drawn unless they rest on as many draws already.
    #[must_use]
    pub fn simulated(&self, simulator: &mut Simulator, precision: Precision) -> Self {
        let drawn = |option: &OptionEstimate| {
            let projection = option.projection.as_ref()?;
            let course = projection.course();
            let is_drawn = |simulation: &Simulation| simulation.draws >= precision.draws() && simulation.is_of(&course);
            let kept = projection.simulation.as_ref().filter(|simulation| is_drawn(simulation));
            Some(kept.map_or_else(|| simulator.simulate(&course, precision), Arc::clone))
        };
        let ranges: Vec<Option<Arc<Simulation>>> = self.estimate.options.iter().map(drawn).collect();
        self.ranged(ranges)
    }

    /// The same with these ranges, one for each option; where there is none, an option stays as it is.
    #[must_use]
    pub fn ranged(&self, ranges: impl IntoIterator<Item = Option<Arc<Simulation>>>) -> Self {
        let estimate = self.estimate.ranged(ranges);
        Self { plan: self.plan.clone(), comparison: Comparison::of(&estimate), estimate }
    }

    /// What there is of each option that is stopped on each of these days, with ranges from so many draws.
    pub fn stopped(&self, days: &[Day], simulator: &mut Simulator, precision: Precision) -> Vec<Vec<Stop>> {
        let mut of_option = |option: &OptionEstimate| -> Vec<Stop> {
            days.iter().map(|day| option.stopped(*day, simulator, precision)).collect()
        };
        self.estimate.options.iter().map(&mut of_option).collect()
    }

    /// The position of the option with this id, none meaning doing nothing.
    pub fn position(&self, id: Option<OptionId>) -> Option<usize> {
        self.estimate.options.iter().position(|option| option.id == id)
    }

    /// The option with this id, none meaning doing nothing.
    pub fn option(&self, id: Option<OptionId>) -> Option<&OptionEstimate> {
        self.estimate.options.iter().find(|option| option.id == id)
    }
}
