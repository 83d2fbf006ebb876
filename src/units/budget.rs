//! What may be spent.

use super::money::Money;
use super::time::{Date, Day};
use jiff::ToSpan;
use serde::{Deserialize, Serialize};

/// What a budget is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BudgetPeriod {
    /// Everything, from the first day to the last.
    #[default]
    Plan,
    /// Each year from the first day on; what is not spent in one does not count for the next.
    Year,
    /// Each month from the first day on; what is not spent is put aside.
    Month,
}

impl BudgetPeriod {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::Plan, Self::Year, Self::Month];

    /// The first day of each stretch that a budget is for, in a plan of so many years from a day on, and the first day
    /// behind the plan's last one.
    pub fn bounds(self, start: Date, years: u32) -> Vec<Day> {
        let (stretches, months) = match self {
            Self::Plan => (1, 12 * years),
            Self::Year => (years, 12),
            Self::Month => (12 * years, 1),
        };
        let first = |stretch: u32| {
            let months = i64::from(stretch * months).months();
            (start.saturating_add(months) - start).get_days()
        };
        let mut bounds: Vec<Day> = (0..=stretches).map(first).collect();
        // The plan's last day is part of its last stretch.
        bounds.iter_mut().last().into_iter().for_each(|end| *end += 1);
        bounds
    }
}

/// What may be spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// How much of it there is, more than nothing.
    pub amount: Money,
    /// For what.
    pub period: BudgetPeriod,
}
