//! What may be spent, in words.

use super::figures::money;
use crate::locale::{tr, trn};
use crate::units::{Budget, BudgetPeriod, Currency};

/// What a budget is for.
pub fn budget_period(period: BudgetPeriod) -> &'static str {
    match period {
        BudgetPeriod::Plan => tr!(in "budget", "the whole plan"),
        BudgetPeriod::Year => tr!(in "budget", "each year"),
        BudgetPeriod::Month => tr!(in "budget", "each month, put aside"),
    }
}

/// What may be spent in a plan of so many years: `at most $4,000 in 5 years`, `at most $1,200 in each year`.
pub fn budget(Budget { amount, period }: Budget, years: u32, currency: Currency) -> String {
    let amount = money(amount, currency);
    match period {
        BudgetPeriod::Plan => {
            trn!(years, "at most {amount} in {years} year", "at most {amount} in {years} years", years, amount)
        }
        BudgetPeriod::Year => tr!("at most {amount} in each year", amount),
        BudgetPeriod::Month => tr!("{amount} put aside each month", amount),
    }
}

/// What stands at the line in a chart up to which money may be spent.
pub fn budget_line(budget: Budget, currency: Currency) -> String {
    let amount = money(budget.amount, currency);
    match budget.period {
        BudgetPeriod::Plan => tr!("budget {amount}", amount),
        BudgetPeriod::Year => tr!("budget {amount} a year", amount),
        BudgetPeriod::Month => tr!("budget {amount} a month", amount),
    }
}
