//! A line with its days, and what a plan costs in each stretch of a budget.

use crate::ledger::{Heading, Ledger};
use crate::plan::{Line, Plan, TreatmentOption};
use crate::schedule::{Schedule, Session};
use crate::units::{Day, Money, Spread};

/// A line with its days, where it or another one may cost less beside the other.
#[derive(Clone, Debug)]
pub(super) struct Dated {
    pub(super) line: Line,
    pub(super) sessions: Vec<Session>,
    /// At most so much less is paid for it beside others.
    pub(super) spared: i64,
}

impl Dated {
    /// The one line of an option with its days.
    pub(super) fn of(plan: &Plan, option: &TreatmentOption, schedule: &Schedule, ledger: &Ledger) -> Option<Self> {
        let [line] = &option.lines[..] else { return None };
        let lowest = line.together.iter().map(|one| one.price).min_by_key(|price| price.typical);
        let spared = lowest.map_or(0, |lowest| {
            let lower = |price: Spread<Money>| if lowest.typical < price.typical { lowest } else { price };
            let lowered = Line { price: lower(line.price), upkeep_price: line.upkeep_price.map(lower), ..line.clone() };
            let lowered = TreatmentOption { lines: vec![lowered], ..option.clone() };
            // What is taken off a line as an amount may be rounded otherwise with the tax of each payment.
            let rounding = i64::try_from(schedule.sessions.len()).unwrap_or(i64::MAX);
            (ledger.total - Ledger::of(plan, &lowered, schedule).total).typical.minor() + rounding
        });
        Some(Self { line: line.clone(), sessions: schedule.sessions.clone(), spared })
    }
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
