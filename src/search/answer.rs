//! A question asked and answered, with all there is to tell of it.

use super::found::Found;
use super::limits::{Lifted, Limit};
use super::question::Question;
use super::run::Step;
use super::told::Told;
use std::sync::Arc;

/// What was asked and what was found, as far as that is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What was asked.
    pub question: Question,
    /// How many plans were looked at, and of how many.
    pub step: Step,
    /// The plans of which each reaches more than all that cost as little, the cheapest first: of those that have been
    /// looked at, which soon are the single lines.
    pub frontier: Vec<Found>,
    /// What is told of them, from the first one on as far as they have been estimated.
    pub told: Vec<Arc<Told>>,
    /// Which of them answers the question; none if none does.
    pub best: Option<usize>,
    /// What each plan keeps to, besides what may be spent.
    pub limits: Vec<Limit>,
    /// What there would be without each limit, where that is better.
    pub lifted: Vec<Lifted>,
    /// For how many of them it has been looked at what there would be without: not for treatments left out that are more than the
    /// others, and not where it would be too much to look at.
    pub tried: usize,
    /// Whether nothing more is to come.
    pub is_whole: bool,
}

/// What is near enough to the most where nobody has said how much is enough.
const NINE_TENTHS: f64 = 0.9;

/// About so many steps are told where there is no room for all.
const FEW: f64 = 12.0;

impl Answer {
    /// The plan that answers the question.
    pub fn best(&self) -> Option<&Found> {
        self.best.and_then(|best| self.frontier.get(best))
    }

    /// Whether neither a budget nor what is enough was said, so that no plan answers the question better than a dearer one.
    pub fn is_open(&self) -> bool {
        self.question.budget.is_none() && self.question.enough.is_none()
    }

    /// The position of the plan to look at first: the one that answers the question, and to an open one the cheapest that
    /// reaches nine tenths of the most, as the last tenth is the dearest.
    pub fn first(&self) -> Option<usize> {
        if !self.is_open() {
            return self.best;
        }
        let most = self.frontier.last()?.reached;
        self.frontier.iter().position(|found| found.reached >= NINE_TENTHS * most)
    }

    /// Whether there is an answer and all is told of what was found.
    pub fn is_told(&self) -> bool {
        self.is_proven() && self.best.is_some() && self.told.len() == self.frontier.len()
    }

    /// Whether every plan has been looked at, so that the frontier is the final one.
    pub fn is_proven(&self) -> bool {
        self.step.looked_at == self.step.of
    }

    /// The positions of some dozen of the plans: the first, the last, the one that answers the question, and between them
    /// those that reach clearly more than the one before.
    pub fn some(&self) -> Vec<usize> {
        let reached = |at: usize| self.frontier[at].reached;
        let Some(last) = self.frontier.len().checked_sub(1) else { return Vec::new() };
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
