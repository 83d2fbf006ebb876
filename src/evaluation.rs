//! One door from a plan as typed to everything derived from it, for the window and the command line alike; and what
//! other prices would change in it.

mod effect;

pub use effect::{Cost, Effect, LineEffect, OptionEffect};

use crate::catalog::Catalog;
use crate::compare::Comparison;
use crate::document::{Draft, OptionId};
use crate::estimate::{Estimate, Estimator, Figures, OptionEstimate};
use crate::plan::{Plan, Problems};

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

    /// The position of the option with this id, none meaning doing nothing.
    pub fn position(&self, id: Option<OptionId>) -> Option<usize> {
        self.estimate.options.iter().position(|option| option.id == id)
    }

    /// The option with this id, none meaning doing nothing.
    pub fn option(&self, id: Option<OptionId>) -> Option<&OptionEstimate> {
        self.estimate.options.iter().find(|option| option.id == id)
    }
}
