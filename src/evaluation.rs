//! One door from a plan as typed to everything derived from it, for the window and the command line alike; and what
//! other prices would change in it.

mod effect;
mod fading;
mod followed;
mod noting;
mod swings;
mod ways;

pub use effect::{Cost, Effect, LineEffect, OptionEffect};
pub use fading::{FadeTurn, fade_turns};
pub use followed::{Followed, Learned, SessionState, Standing, Step, StepKind};
pub use swings::{End, Input, Outcome, Swings, swings};
pub use ways::{Way, WayKind, ways};

use crate::catalog::{Catalog, ConcernId};
use crate::compare::Comparison;
use crate::document::{Draft, OptionId};
use crate::estimate::{Estimate, Estimator, Figures, OptionEstimate, Stop};
use crate::plan::{Plan, Problems};
use crate::simulate::{Precision, Simulation, Simulator};
use crate::units::Day;
use std::borrow::Cow;
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
    /// The same plan for each further concern, in its order. Sessions and money are the same.
    pub further: Vec<Self>,
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
        Self::each(draft, &mut |draft| {
            let plan = draft.parse(catalog)?;
            let estimate = estimator.estimate(&plan, catalog)?;
            Ok(Self::new(plan, estimate))
        })
    }

    /// The same of a plan whose prices are not all known: with its results and without its money.
    ///
    /// # Errors
    /// Every problem, where there is one besides missing prices.
    pub fn unpriced(estimator: &mut Estimator, draft: &Draft, catalog: &Catalog) -> Result<Self, Problems> {
        Self::each(draft, &mut |draft| {
            let plan = draft.parse_unpriced(catalog)?;
            let estimate = estimator.estimate(&plan, catalog)?;
            Ok(Self::new(plan, estimate))
        })
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
        Self::each(draft, &mut |seen| {
            let plan = seen.parse(catalog)?;
            let figures = if plan.concern == draft.concern {
                Cow::Borrowed(figures)
            } else {
                Cow::Owned(figures.seen_for(&plan.concern))
            };
            let estimate = estimator.recall(&plan, catalog, &figures)?;
            Ok(Self::new(plan, estimate))
        })
    }

    /// What comes of a plan, and of the same for each of its further concerns.
    fn each(draft: &Draft, evaluate: &mut impl FnMut(&Draft) -> Result<Self, Problems>) -> Result<Self, Problems> {
        let evaluation = evaluate(draft)?;
        let further = draft.further.iter().map(|further| evaluate(&draft.seen_for(&further.concern)));
        Ok(Self { further: further.collect::<Result<_, _>>()?, ..evaluation })
    }

    /// What was worked out of a plan, for its first concern alone.
    fn new(plan: Plan, estimate: Estimate) -> Self {
        Self { comparison: Comparison::of(&estimate), plan, estimate, further: Vec::new() }
    }

    /// The same for another of the plan's concerns, and for the first one if it does not have that.
    #[must_use]
    pub fn seen_for(&self, concern: &ConcernId) -> &Self {
        self.further.iter().find(|further| further.plan.concern == *concern).unwrap_or(self)
    }

    /// The same with another of the plan's concerns in front and all others behind it; a concern that it does not have changes
    /// nothing.
    #[must_use]
    pub fn looked_at(&self, concern: &ConcernId) -> Self {
        let seen = self.seen_for(concern);
        let others = self.each_concern().filter(|one| one.plan.concern != seen.plan.concern);
        let further = others.map(|one| Self { further: Vec::new(), ..one.clone() }).collect();
        Self { further, ..seen.clone() }
    }

    /// This, and the same for each further concern.
    pub fn each_concern(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.further)
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
        let further = self.further.iter().map(|further| further.simulated(simulator, precision)).collect();
        Self { further, ..self.ranged(ranges) }
    }

    /// The same with these ranges, one for each option; where there is none, an option stays as it is. Results for further
    /// concerns stay as they are.
    #[must_use]
    pub fn ranged(&self, ranges: impl IntoIterator<Item = Option<Arc<Simulation>>>) -> Self {
        let estimate = self.estimate.ranged(ranges);
        let further = self.further.clone();
        Self { plan: self.plan.clone(), comparison: Comparison::of(&estimate), estimate, further }
    }

    /// The typical improvement-years of an option and of another one, by their positions, if it achieves more than that.
    pub fn achieves_more(&self, at: usize, other: usize) -> Option<[f64; 2]> {
        let years = |at: usize| Some(self.estimate.options.get(at)?.projection.as_ref()?.improvement_years.typical);
        let [one, other] = [years(at)?, years(other)?];
        (one > other).then_some([one, other])
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
