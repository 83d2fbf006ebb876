//! What the view that finds plans is given, and what it keeps.

use crate::catalog::{Catalog, ConcernId};
use crate::document::Draft;
use crate::search::{Answer, Found, Nothing, Question};
use crate::units::{Date, Day};

/// What there is to show of a search.
#[derive(Clone, Copy)]
pub struct FindView<'a> {
    /// What was found so far, or why nothing can be looked for; without a reason the search itself has failed.
    pub told: Option<Result<&'a Answer, Option<&'a Nothing>>>,
    /// Whether that answers another question than the one that is asked.
    pub is_old: bool,
}

/// How plans are looked for.
#[derive(Clone, Debug, Default)]
pub struct FindState {
    /// Whether the search stands in place of the plan.
    pub is_open: bool,
    /// What is asked, once somebody has looked here.
    pub question: Option<Question>,
    /// What the treatments of the question were chosen for.
    concern: Option<ConcernId>,
    /// The first day of the plan that the days of the question are counted from.
    start: Option<Date>,
    /// The days that matter in the plan, on which nothing is to be seen.
    occasions: Vec<(Day, Day)>,
    /// Whether the search was stopped before its end.
    pub is_stopped: bool,
    /// The plan that was chosen; none as long as the one to look at first is.
    pub chosen: Option<Found>,
    /// The position of the plan under the pointer.
    pub hovered: Option<usize>,
    /// The position of the plan that the list was last scrolled to, of how many, and whether the answer was whole.
    pub(super) listed: Option<(usize, usize, bool)>,
}

impl FindState {
    /// The question for the plan in the window: what was asked so far, with the plan's own budget and days that matter, and for
    /// another concern with the treatments that are usual there. None for a concern the catalogue does not know.
    pub(super) fn bring_up_to_date(&mut self, draft: &Draft, catalog: &Catalog) -> Option<Question> {
        let concern = catalog.concern(&draft.concern)?;
        let usual = Question::usual(draft, catalog, concern);
        let mut question = self.question.take().unwrap_or_else(|| usual.clone());
        if self.concern.as_ref() != Some(&draft.concern) {
            (question.treatments, question.wished) = (usual.treatments, Vec::new());
            self.concern = Some(draft.concern.clone());
        }
        let moved = self.start.replace(draft.start).map_or(0, |start| (start - draft.start).get_days());
        if moved != 0 {
            // The same days on the calendar.
            question.moved(moved);
            self.occasions.iter_mut().for_each(|(first, last)| (*first, *last) = (*first + moved, *last + moved));
        }
        if self.occasions != usual.well_on {
            question.well_on.retain(|span| !self.occasions.contains(span) && !usual.well_on.contains(span));
            question.well_on.extend(&usual.well_on);
            self.occasions = usual.well_on;
        }
        question.budget = usual.budget;
        Some(question)
    }

    /// The position of the plan that is shown: the one under the pointer, or else the one in hand.
    pub(super) fn shown(&self, answer: &Answer) -> Option<usize> {
        self.hovered.filter(|at| *at < answer.frontier.len()).or_else(|| self.in_hand(answer))
    }

    /// The position of the chosen plan, or of the one to look at first.
    pub(super) fn in_hand(&self, answer: &Answer) -> Option<usize> {
        let is_there = |at: &usize| *at < answer.frontier.len();
        let chosen = self.chosen.as_ref();
        let chosen = chosen.and_then(|chosen| answer.frontier.iter().position(|found| found.lines == chosen.lines));
        let last = answer.frontier.len().checked_sub(1);
        chosen.or(answer.first().filter(is_there)).or(last)
    }
}
