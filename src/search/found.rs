//! A plan that was found.

use super::best::Reached;
use super::id::Place;
use super::question::Question;
use super::space::Space;
use crate::document::{LineDraft, Mark, OptionDraft, OptionId};
use crate::units::{Day, Money};

/// A plan that reaches more than every plan that costs as little.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its lines as they would be typed, each with its first day.
    pub lines: Vec<LineDraft>,
    /// What it costs typically over the plan's years.
    pub spend: Money,
    /// How much of the goal it reaches on the typical course.
    pub reached: f64,
    /// Whether it rests on a price that stands in for one.
    pub has_placeholder: bool,
    /// Whether how strong a treatment is, or for how long it lasts, is our assumption.
    pub is_assumed: bool,
}

impl Found {
    pub(super) fn of(space: &Space<'_>, Reached { id, spend, value }: Reached) -> Self {
        let group = |place: &Place| &space.treatments[place.treatment];
        let lines = id.places().map(|place| {
            let draft = &group(&place).candidates[place.candidate].draft;
            LineDraft { start_day: first_day(space.starts[place.start]), ..draft.clone() }
        });
        Self {
            lines: lines.collect(),
            spend: Money::from_minor(spend),
            reached: value,
            has_placeholder: id.places().any(|place| group(&place).candidates[place.candidate].has_placeholder),
            is_assumed: id.places().any(|place| group(&place).is_assumed),
        }
    }

    /// Whether it rests on a price or on a treatment's effect that nobody vouches for.
    pub fn is_doubted(&self) -> bool {
        self.has_placeholder || self.is_assumed
    }

    /// The plan as an option of this name.
    pub fn option(&self, mark: Mark, name: String) -> OptionDraft {
        OptionDraft { id: OptionId::NEW, mark, name, hidden: false, lines: self.lines.clone(), membership: None }
    }
}

fn first_day(day: Day) -> u32 {
    day.cast_unsigned()
}

impl Question {
    /// The plan that answers the question, of those that each reach more than all that cost as little: the cheapest that
    /// reaches what is enough, or the one that reaches most if nothing is said of that.
    pub fn best<'a>(&self, frontier: &'a [Found]) -> Option<&'a Found> {
        match self.enough {
            Some(enough) => frontier.iter().find(|found| found.reached >= enough),
            None => frontier.last(),
        }
    }
}
