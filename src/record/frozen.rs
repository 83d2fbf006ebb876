//! What an issue rests on and what it came to, kept so that it says the same for ever.

use super::{FrozenPrices, Ground};
use crate::catalog::{Catalog, Membership};
use crate::document::Draft;
use crate::estimate::{Estimator, Figures};
use crate::evaluation::Evaluation;
use crate::plan::Problems;

/// What was kept of an issue besides the plan as typed.
#[derive(Clone, Debug, PartialEq)]
pub enum Frozen {
    /// Everything: the issue is whole in itself.
    Whole(Box<Whole>),
    /// Prices, units and intervals, as they were kept before everything was. Dates and results follow from the catalogue
    /// of the day.
    Prices(FrozenPrices),
}

/// What an issue rests on, and what it came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    /// What the catalogue said.
    pub ground: Ground,
    /// Dates, money and results.
    pub figures: Figures,
}

impl Frozen {
    /// Everything of a plan as it was worked out with this catalogue.
    pub fn of(draft: &Draft, evaluation: &Evaluation, catalog: &Catalog) -> Self {
        let further = evaluation.further.iter();
        let figures = further.fold(Figures::of(&evaluation.estimate), |figures, further| {
            figures.with_further(&further.plan.concern, &further.estimate)
        });
        Self::Whole(Box::new(Whole { ground: Ground::of(draft, catalog), figures }))
    }

    /// A catalogue in which everything frozen stands in the place of what it says itself.
    #[must_use]
    pub fn over(&self, catalog: &Catalog) -> Catalog {
        match self {
            Self::Whole(whole) => whole.ground.over(catalog),
            Self::Prices(prices) => {
                let mut laid = prices.overlay(catalog).over(catalog);
                // Nobody was a member then.
                laid.defaults.membership = Membership::default();
                laid
            }
        }
    }

    /// Whether dates, money and results were kept.
    pub fn is_whole(&self) -> bool {
        matches!(self, Self::Whole(_))
    }

    /// The issued plan as it was, or worked out anew as far as it was not kept. The catalogue has this laid over it.
    ///
    /// # Errors
    /// Every problem, with its place: only of what was not kept.
    pub fn evaluate(
        &self,
        estimator: &mut Estimator,
        draft: &Draft,
        catalog: &Catalog,
    ) -> Result<Evaluation, Problems> {
        match self {
            Self::Whole(whole) => Evaluation::recall(estimator, draft, catalog, &whole.figures),
            Self::Prices(_) => Evaluation::with(estimator, draft, catalog),
        }
    }
}
