//! What somebody wants of a plan, and what it must keep to.

use super::id::LINES;
use crate::catalog::{Catalog, Concern, SuitLevel, Treatment, TreatmentId};
use crate::document::{Draft, Place};
use crate::engine::{Goal, Params};
use crate::plan::Problems;
use crate::units::{Budget, Day};
use jiff::ToSpan;

/// What somebody wants of a plan, and what it must keep to.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What there should be most of.
    pub goal: Goal,
    /// How much of it is enough, in the goal's unit; none if the more the better.
    pub enough: Option<f64>,
    /// What may be spent, typically; none if that is open. Of a budget for each month what is not spent is put aside.
    pub budget: Option<Budget>,
    /// The most visits to the clinic, over the whole plan.
    pub most_visits: Option<u32>,
    /// The most days one would rather not be seen, over the whole plan.
    pub most_days_unseen: Option<u32>,
    /// The most of such days in a row.
    pub most_in_a_row: Option<u32>,
    /// Stretches of days, first and last, on which nothing may show.
    pub well_on: Vec<(Day, Day)>,
    /// The first day on which treatment may begin.
    pub earliest: Day,
    /// The treatments that may be part of a plan.
    pub treatments: Vec<TreatmentId>,
    /// Those that must be.
    pub wished: Vec<TreatmentId>,
    /// Only prices that the clinic has set.
    pub own_prices: bool,
    /// Sessions may fall into the days another treatment takes to heal.
    pub may_overlap: bool,
    /// Whether it is reckoned on a cautious course, in which each treatment does no more than what one clinic of ten stays
    /// below, and not on the typical one.
    pub is_cautious: bool,
    /// Of how many lines of different treatments a plan may be made: one to [`Question::MOST_LINES`].
    pub most_lines: usize,
}

/// Why nothing can be looked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Nothing {
    /// The plan itself is not valid.
    Invalid(Problems),
    /// The concern is one that gets no projection.
    Unprojected,
    /// No treatment that may be part of a plan does anything for the concern and has a price in the plan's currency that may
    /// count.
    NoTreatment,
    /// A treatment that must be part of a plan is not among those that may.
    Unknown(TreatmentId),
    /// There are too many lines for every three of them to be looked at.
    TooMany,
    /// A day of the question lies before the plan, or after the last one that it may be.
    Outside {
        /// The day.
        day: Day,
        /// The last one that it may be.
        last: Day,
    },
}

impl Question {
    /// The most lines that a plan may be made of.
    pub const MOST_LINES: usize = LINES;

    /// The most of an outcome over the plan's years and within its budget, with what is usual for the concern: treatments
    /// that speak for themselves, not those the evidence is against, and nothing to be seen on the days that matter.
    pub fn usual(draft: &Draft, catalog: &Catalog, concern: &Concern) -> Self {
        let params = Params::new(catalog, concern, &draft.profile);
        let does = |treatment: &&Treatment| {
            let suits = treatment.suits.iter().find(|suit| suit.concern == concern.id);
            let is_advised = suits.is_none_or(|suit| suit.level != SuitLevel::Doubtful);
            is_advised && params.as_ref().is_some_and(|params| params.responds(treatment))
        };
        let end = draft.start.saturating_add(i64::from(draft.horizon_years).years());
        let within = draft.occasions.iter().filter(|occasion| (draft.start..=end).contains(&occasion.date));
        let occasions = within.map(|occasion| (occasion.date - draft.start).get_days()).map(|day| (day, day));
        Self {
            goal: Goal::ImprovementYears,
            enough: None,
            budget: draft.budget(),
            most_visits: None,
            most_days_unseen: None,
            most_in_a_row: None,
            well_on: occasions.collect(),
            earliest: 0,
            treatments: catalog.treatments.iter().filter(does).map(|treatment| treatment.id.clone()).collect(),
            wished: Vec::new(),
            own_prices: false,
            may_overlap: false,
            is_cautious: false,
            most_lines: 2,
        }
    }

    /// Moves its days by so many, as where the first day of the plan is another one; nothing begins before that.
    pub fn moved(&mut self, by: Day) {
        match &mut self.goal {
            Goal::OnDay(day) => *day += by,
            Goal::Held { from, to } => (*from, *to) = (*from + by, *to + by),
            Goal::ImprovementYears | Goal::MonthsAbove(_) => {}
        }
        self.well_on.iter_mut().for_each(|(first, last)| (*first, *last) = (*first + by, *last + by));
        if self.earliest > 0 {
            self.earliest = (self.earliest + by).max(0);
        }
    }

    /// What of a plan a search rests on: all but its own options, and what the clinic only notes. As long as it is the same,
    /// so is the answer.
    pub fn ground(draft: &Draft) -> Draft {
        let mut ground = draft.clone();
        (ground.options, ground.reference, ground.notes) = (Vec::new(), String::new(), String::new());
        ground.unread.retain(|place, _| matches!(place, Place::Plan(_)));
        ground
    }

    /// Checks what does not depend on the plan's lines.
    pub(super) fn check(&self, horizon: Day) -> Result<(), Nothing> {
        if let Some(unknown) = self.wished.iter().find(|wished| !self.treatments.contains(wished)) {
            return Err(Nothing::Unknown(unknown.clone()));
        }
        let of_goal = match self.goal {
            Goal::OnDay(day) => vec![day],
            Goal::Held { from, to } => vec![from, to.max(from)],
            Goal::ImprovementYears | Goal::MonthsAbove(_) => Vec::new(),
        };
        let spans = self.well_on.iter().flat_map(|(first, last)| [*first, *last]);
        if self.earliest >= horizon {
            // Nothing can begin on the last day.
            return Err(Nothing::Outside { day: self.earliest, last: horizon - 1 });
        }
        let mut days = of_goal.into_iter().chain(spans).chain([self.earliest]);
        days.find(|day| !(0..=horizon).contains(day)).map_or(Ok(()), |day| Err(Nothing::Outside { day, last: horizon }))
    }
}
