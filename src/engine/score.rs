//! What a search weighs plans by.

use super::measures::{area, days_at, grid};
use super::program::Program;
use crate::units::{DAYS_PER_MONTH, Day};

/// What is sought in a plan: the more of it the better.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// Area under the improvement over the horizon: 1 is the whole severity for one year.
    ImprovementYears,
    /// The improvement on a day, as a share of severity.
    OnDay(Day),
    /// The lowest improvement from one day to another, as a share of severity.
    Held {
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
    },
    /// Months during which the improvement is at or above this share of severity.
    MonthsAbove(f64),
}

impl Goal {
    /// How much of it a program reaches on the typical course, up to the horizon. Needs neither a document nor a date, and
    /// gives what an estimate of the same sessions says.
    pub fn reached(&self, program: &Program, horizon: Day) -> f64 {
        let weekly = || grid(program.days(), horizon);
        match *self {
            Self::ImprovementYears => {
                let days = weekly();
                area(&days, &program.curve(&days))
            }
            Self::OnDay(day) => program.improvement(day),
            Self::Held { from, to } => {
                let within = weekly().into_iter().filter(|day| (from..=to).contains(day));
                let mut days: Vec<Day> = within.chain([from, to]).collect();
                days.sort_unstable();
                program.curve(&days).into_iter().fold(f64::INFINITY, f64::min)
            }
            Self::MonthsAbove(level) => {
                let days = weekly();
                days_at(&days, &program.curve(&days), level) / DAYS_PER_MONTH
            }
        }
    }
}
