//! A line with its days, and what a plan costs in each stretch of a budget.

use crate::document::{Mark, OptionId};
use crate::ledger::{Heading, Ledger};
use crate::plan::{Line, Plan, TreatmentOption};
use crate::schedule::{Phase, Schedule, Session};
use crate::units::{Day, Money, Spread};
use std::ops::Add;

/// A line with its days, where it or another one may cost less beside the other.
#[derive(Clone, Debug)]
pub(super) struct Dated {
    pub(super) line: Line,
    /// At most so much less is paid for it beside others.
    pub(super) spared: i64,
}

impl Dated {
    /// The one line of an option with its days.
    pub(super) fn of(plan: &Plan, option: &TreatmentOption, schedule: &Schedule, ledger: &Ledger) -> Option<Self> {
        let [line] = &option.lines[..] else { return None };
        let spared = lowered(option).map_or(0, |lowered| {
            // What is taken off a line as an amount may be rounded otherwise with the tax of each payment.
            let rounding = i64::try_from(schedule.sessions.len()).unwrap_or(i64::MAX);
            (ledger.total - Ledger::of(plan, &lowered, schedule).total).typical.minor() + rounding
        });
        Some(Self { line: line.clone(), spared })
    }
}

/// An option of these lines, which have ids.
pub(super) fn option(lines: Vec<Line>) -> Option<TreatmentOption> {
    let (mark, name) = (Mark::all().next()?, String::new());
    Some(TreatmentOption { id: OptionId::NEW, mark, name, lines, membership: None, payments: Vec::new() })
}

/// An option of one line at the lowest price that it has beside others; none if it has none.
fn lowered(option: &TreatmentOption) -> Option<TreatmentOption> {
    let [line] = &option.lines[..] else { return None };
    let lowest = line.together.iter().map(|one| one.price).min_by_key(|price| price.typical)?;
    let lower = |price: Spread<Money>| if lowest.typical < price.typical { lowest } else { price };
    let lowered = Line { price: lower(line.price), upkeep_price: line.upkeep_price.map(lower), ..line.clone() };
    Some(TreatmentOption { lines: vec![lowered], ..option.clone() })
}

/// What a session of upkeep of an option's one line costs at least, whatever it is given beside.
pub(super) fn upkeep_costs_at_least(plan: &Plan, option: &TreatmentOption) -> Money {
    let session = |line: &Line, day: Day| Session {
        day,
        date: plan.start,
        line: line.id,
        phase: Phase::Upkeep,
        number: day.cast_unsigned() + 1,
    };
    let cost_of = |option: &TreatmentOption, count: Day| -> Money {
        let lines = || option.lines.iter();
        let sessions = (0..count).flat_map(|day| lines().map(move |line| session(line, day))).collect();
        let ledger = Ledger::of(plan, option, &Schedule { sessions, ..Schedule::default() });
        let paid = ledger.entries.iter().filter(|entry| entry.heading != Heading::Consultation);
        paid.map(|entry| entry.amount.typical).fold(Money::ZERO, Add::add)
    };
    // A device is bought with the first of its sessions.
    let cost = |option: &TreatmentOption| cost_of(option, 1).min(cost_of(option, 2) - cost_of(option, 1));
    // What is taken off as an amount may be rounded otherwise with the tax.
    let beside = lowered(option).map(|lowered| cost(&lowered) - Money::from_minor(1));
    beside.map_or(cost(option), |beside| beside.min(cost(option))).max(Money::ZERO)
}

/// What is paid in each stretch of the budget, whose first days and the day behind the last are the bounds, without the
/// consultation.
pub(super) fn stretches(ledger: &Ledger, bounds: &[Day]) -> Vec<i64> {
    let mut stretches = vec![0; bounds.len().saturating_sub(1)];
    if !stretches.is_empty() {
        for entry in ledger.entries.iter().filter(|entry| entry.heading != Heading::Consultation) {
            let behind = bounds.partition_point(|first| *first <= entry.day);
            stretches[behind - 1] += entry.amount.typical.minor();
        }
    }
    stretches
}
