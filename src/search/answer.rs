//! A question asked and answered, with all there is to tell of it.

use super::limits::{Lifted, lifted};
use super::question::{Nothing, Question};
use super::run::Search;
use super::space::Space;
use super::told::Told;
use crate::catalog::Catalog;
use crate::document::Draft;
use crate::estimate::Estimator;
use crate::simulate::{Precision, Simulator};

/// What was asked and what was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What was asked.
    pub question: Question,
    /// How many plans were looked at.
    pub plans: u64,
    /// The plans of which each reaches more than all that cost as little, the cheapest first.
    pub steps: Vec<Told>,
    /// Which of them answers the question; none if none does.
    pub best: Option<usize>,
    /// What there would be without each limit, where that is better.
    pub lifted: Vec<Lifted>,
}

/// About so many steps are told where there is no room for all.
const FEW: f64 = 12.0;

impl Answer {
    /// Searches to the end and estimates what was found.
    ///
    /// # Errors
    /// Why nothing can be looked for.
    pub fn of(draft: &Draft, catalog: &Catalog, question: Question, precision: Precision) -> Result<Self, Nothing> {
        let space = Space::new(draft, catalog, question.clone())?;
        let plans = space.plans();
        let frontier = Search::new(space).run();
        let found = question.best(&frontier);
        let best = found.and_then(|found| frontier.iter().position(|other| other == found));
        let lifted = lifted(draft, catalog, &question, found)?;
        let (mut estimator, mut simulator) = (Estimator::default(), Simulator::default());
        let goal = (question.goal, question.enough);
        let told = frontier
            .iter()
            .map(|found| Told::of(found, (draft, catalog), goal, (&mut estimator, &mut simulator), precision));
        let steps = told.collect::<Result<_, _>>().map_err(Nothing::Invalid)?;
        Ok(Self { question, plans, steps, best, lifted })
    }

    /// The positions of some dozen of the steps: the first, the last, the one that answers the question, and between them
    /// those that reach clearly more than the one before.
    pub fn some(&self) -> Vec<usize> {
        let reached = |at: usize| self.steps[at].found.reached;
        let Some(last) = self.steps.len().checked_sub(1) else { return Vec::new() };
        let least = (reached(last) - reached(0)) / FEW;
        let mut some = vec![0];
        for at in 1..=last {
            let is_clear = reached(at) - reached(some[some.len() - 1]) >= least;
            if is_clear || at == last || Some(at) == self.best {
                some.push(at);
            }
        }
        some
    }
}
