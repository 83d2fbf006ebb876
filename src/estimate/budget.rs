//! How an option stands to what may be spent.

use super::options::{Estimate, OptionEstimate};
use crate::ledger::Ledger;
use crate::plan::{Plan, RemarkKind};
use crate::units::{Budget, BudgetPeriod, Date, Day, Money};

/// What may be spent up to the days of a stretch, from the plan's first day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ceiling {
    /// Its first day.
    pub from: Day,
    /// The first day behind it.
    pub to: Day,
    /// How much may have been spent by then.
    pub most: Money,
}

impl Estimate {
    /// What may be spent on an option by when; empty if nobody has said. Of a budget for each year nothing is carried over,
    /// so that what an option has cost before a year counts; of one for each month what is not spent is put aside.
    pub fn ceilings(&self, option: &OptionEstimate) -> Vec<Ceiling> {
        let budget = self.budget;
        budget.map(|budget| ceilings(budget, (self.start, self.horizon_years), &option.ledger)).unwrap_or_default()
    }
}

fn ceilings(Budget { amount, period }: Budget, (start, years): (Date, u32), ledger: &Ledger) -> Vec<Ceiling> {
    let most = |months: i64, from: Day| match period {
        BudgetPeriod::Plan => amount,
        BudgetPeriod::Year => ledger.spent(from - 1).typical + amount,
        BudgetPeriod::Month => Money::from_minor(amount.minor().saturating_mul(months)),
    };
    let bounds = period.bounds(start, years);
    let stretches = (1..).zip(bounds.windows(2));
    stretches.map(|(at, days)| Ceiling { from: days[0], to: days[1], most: most(at, days[0]) }).collect()
}

/// What is to be said of an option that typically costs more than there is.
pub(super) fn over_budget(plan: &Plan, ledger: &Ledger) -> Option<RemarkKind> {
    // Without prices nobody knows.
    let budget = plan.budget.filter(|_| !plan.unpriced)?;
    let ceilings = ceilings(budget, (plan.start, plan.horizon_years), ledger);
    let mut broken: Vec<(Money, u32, Date)> = Vec::new();
    for (stretch, Ceiling { from, to, most }) in (1..).zip(ceilings) {
        let paid = ledger.entries.iter().filter(|entry| (from..to).contains(&entry.day));
        let over = |day: Day| ledger.spent(day).typical - most;
        let mut over =
            paid.map(|entry| (over(entry.day), entry.date)).filter(|(over, _)| *over > Money::ZERO).peekable();
        if let Some((_, first)) = over.peek().copied() {
            broken.push((over.map(|(over, _)| over).max().unwrap_or_default(), stretch, first));
        }
    }
    let (_, _, first) = broken.first().copied()?;
    // Of stretches that are over by as much the first is named.
    let (over, stretch, _) = broken.iter().copied().rev().max_by_key(|(over, _, _)| *over)?;
    let stretches = u32::try_from(broken.len()).unwrap_or(u32::MAX);
    Some(RemarkKind::OverBudget { budget, currency: plan.currency, first, over, stretch, stretches })
}
