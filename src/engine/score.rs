//! What a search weighs plans by.

use super::measures::{area, days_at, grid, highest};
use super::program::Program;
use crate::units::{DAYS_PER_MONTH, Day, Money};

/// What a candidate is looked at for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// The last day that counts.
    pub horizon: Day,
    /// A day to look well on.
    pub day: Day,
    /// An improvement to hold, as a share of severity.
    pub target: f64,
}

/// What a candidate costs and achieves on the typical course. Needs neither a document nor a date, and gives what an
/// estimate of the same sessions says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// What it costs, as the caller says.
    pub spend: Money,
    /// Area under the improvement over the horizon: 1 is the whole severity for one year.
    pub improvement_years: f64,
    /// The highest improvement, as a share of severity.
    pub peak: f64,
    /// The improvement on the goal's day.
    pub on_day: f64,
    /// Months during which the improvement is at or above the goal's target.
    pub months_at_target: f64,
}

impl Score {
    /// The score of these doses at this spend.
    pub fn of(program: &Program, spend: Money, goal: &Goal) -> Self {
        let days = grid(program.doses.iter().map(|dose| dose.day), goal.horizon);
        let sums = program.sums(&days);
        let typical = sums.curve();
        Self {
            spend,
            improvement_years: area(&days, &typical),
            peak: highest(program, &sums, &typical).map_or(0.0, |(_, gain)| gain),
            on_day: program.improvement(goal.day),
            months_at_target: days_at(&days, &typical, goal.target) / DAYS_PER_MONTH,
        }
    }
}
