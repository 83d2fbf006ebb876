//! The way from a question to its answer, in steps short enough to stop between any two of them.

use super::answer::Answer;
use super::found::Found;
use super::limits::{Lifted, Limit, better};
use super::question::{Nothing, Question};
use super::run::{Search, Step};
use super::space::Space;
use super::told::Told;
use crate::catalog::Catalog;
use crate::document::Draft;
use crate::estimate::Estimator;
use crate::simulate::{Precision, Simulator};
use std::sync::Arc;
use std::vec;

/// A question that is being answered: it is searched first, then what was found is told of, and then what each limit costs
/// is worked out. Whoever drops it cancels it.
pub struct Inquiry<'a> {
    draft: &'a Draft,
    catalog: &'a Catalog,
    precision: Precision,
    /// The search for the question itself, while it is under way.
    search: Option<Search<'a>>,
    estimator: Estimator,
    simulator: Simulator,
    /// The limits that have not been lifted yet.
    limits: vec::IntoIter<Limit>,
    /// The search without one of them, while it is under way.
    lifting: Option<(Limit, Search<'a>)>,
    answer: Answer,
}

impl<'a> Inquiry<'a> {
    /// Makes the space of the question, whose plans are estimated with this many draws.
    ///
    /// # Errors
    /// Why nothing can be looked for.
    pub fn new(
        draft: &'a Draft,
        catalog: &'a Catalog,
        question: Question,
        precision: Precision,
    ) -> Result<Self, Nothing> {
        let space = Space::new(draft, catalog, question.clone())?;
        let step = Step { looked_at: 0, of: space.plans(), is_news: false };
        let (limits, search) = (question.limits(draft, catalog), Some(Search::new(space)));
        let (frontier, told, lifted) = (Vec::new(), Vec::new(), Vec::new());
        let still: Vec<Limit> = limits.iter().filter(|limit| limit.is_lifted(&question)).cloned().collect();
        let answer = Answer { question, step, frontier, told, best: None, limits, lifted, tried: 0, is_whole: false };
        let (estimator, simulator) = (Estimator::default(), Simulator::default());
        Ok(Self {
            draft,
            catalog,
            precision,
            search,
            estimator,
            simulator,
            limits: still.into_iter(),
            lifting: None,
            answer,
        })
    }

    /// The answer as far as it is known.
    pub fn answer(&self) -> &Answer {
        &self.answer
    }

    /// Looks at no further plans: what is left is to tell of the best so far. Of a search that has ended all is told as ever.
    pub fn stop(&mut self) {
        if let Some(search) = self.search.take() {
            self.take_over(search.stop());
            self.limits = Vec::new().into_iter();
        }
    }

    /// The answer once there are no more steps.
    pub fn into_answer(self) -> Answer {
        self.answer
    }

    /// Takes over how far the search is, and what it has found if that is news.
    fn look(&mut self, search: &Search<'_>, step: Step) {
        self.answer.step = step;
        if step.is_news {
            self.take_over(search.frontier().to_vec());
        }
    }

    fn take_over(&mut self, frontier: Vec<Found>) {
        let answer = &mut self.answer;
        answer.frontier = frontier;
        let best = answer.question.best(&answer.frontier);
        answer.best = best.and_then(|best| answer.frontier.iter().position(|other| other == best));
    }

    /// Tells of the next plan that was found; none if all have been told of.
    fn tell(&mut self) -> Option<Result<(), Nothing>> {
        let answer = &mut self.answer;
        let found = answer.frontier.get(answer.told.len())?;
        let goal = (answer.question.goal, answer.question.enough);
        let with = (&mut self.estimator, &mut self.simulator);
        let told = Told::of(found, (self.draft, self.catalog), goal, with, self.precision);
        Some(told.map(|told| answer.told.push(Arc::new(told))).map_err(Nothing::Invalid))
    }

    /// Goes on searching without one of the limits; none if each has been lifted.
    fn lift(&mut self) -> Option<Result<(), Nothing>> {
        let Some((limit, mut search)) = self.lifting.take() else {
            let limit = self.limits.next()?;
            // What would be too much to look at without it is not looked at: the answer stands.
            let (mut question, mut draft) = (self.answer.question.clone(), self.draft.clone());
            limit.lift(&mut question, &mut draft);
            let space = Space::new(&draft, self.catalog, question).ok();
            self.lifting = space.map(|space| (limit, Search::new(space)));
            return Some(Ok(()));
        };
        if search.next().is_some() {
            self.lifting = Some((limit, search));
        } else {
            self.answer.tried += 1;
            let (question, best) = (&self.answer.question, self.answer.best());
            let instead = better(question, best, search.frontier());
            self.answer.lifted.extend(instead.map(|instead| Lifted { limit, instead }));
        }
        Some(Ok(()))
    }
}

impl Iterator for Inquiry<'_> {
    type Item = Result<(), Nothing>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(mut search) = self.search.take() {
            if let Some(step) = search.next() {
                self.look(&search, step);
                self.search = Some(search);
            }
            return Some(Ok(()));
        }
        let step = self.tell().or_else(|| self.lift());
        self.answer.is_whole = step.is_none();
        step
    }
}

impl Answer {
    /// Searches to the end and estimates what was found.
    ///
    /// # Errors
    /// Why nothing can be looked for.
    pub fn of(draft: &Draft, catalog: &Catalog, question: Question, precision: Precision) -> Result<Self, Nothing> {
        let mut inquiry = Inquiry::new(draft, catalog, question, precision)?;
        for step in inquiry.by_ref() {
            step?;
        }
        Ok(inquiry.into_answer())
    }
}
