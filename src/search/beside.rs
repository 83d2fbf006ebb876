//! What two lines cost together where the price list has a price of one treatment beside the other: then that is no sum of both.

use super::begun::Begun;
use super::dated::stretches;
use crate::document::{LineId, Mark, OptionId, Serial};
use crate::ledger::Ledger;
use crate::plan::{Line, Plan, TreatmentOption};
use crate::schedule::{Schedule, Session};
use crate::units::Day;

/// The prices of lines beside each other.
#[derive(Debug)]
pub(super) struct Beside {
    /// The plan that lines are part of.
    plan: Plan,
    /// The first day of each stretch of the budget, and the day behind the last; empty without a budget.
    bounds: Vec<Day>,
    /// Of each treatment and each other one how much less two lines of them cost at most; none where that is nothing.
    spared: Vec<Vec<Option<i64>>>,
}

/// What a plan costs.
pub(super) struct Cost {
    /// In all, with the consultation.
    pub(super) total: i64,
    /// In each stretch of the budget, without the consultation.
    pub(super) stretches: Vec<i64>,
}

impl Beside {
    /// Within this plan; `spared` is of each treatment and each other one how much less two lines of them cost at most.
    pub(super) fn new(plan: Plan, bounds: Vec<Day>, spared: Vec<Vec<Option<i64>>>) -> Self {
        Self { plan, bounds, spared }
    }

    /// How much less a line of each of two treatments cost together at most than the sum of both.
    pub(super) fn spared(&self, one: usize, other: usize) -> i64 {
        self.spared[one][other].unwrap_or_default()
    }

    /// What two lines cost together; none where that is the sum of both but for what is taken off once.
    pub(super) fn cost(&self, (first, one): (usize, &Begun), (second, other): (usize, &Begun)) -> Option<Cost> {
        self.spared[first][second]?;
        if !one.sessions.meets(&other.sessions) {
            return None;
        }
        let both = [one.dated.as_deref()?, other.dated.as_deref()?];
        let ids = [1, 2].map(|number| LineId(Serial { number, salt: 0 }));
        let lines = both.into_iter().zip(ids).map(|(dated, id)| Line { id, ..dated.line.clone() }).collect();
        let option = TreatmentOption {
            id: OptionId::NEW,
            mark: Mark::all().next()?,
            name: String::new(),
            lines,
            membership: None,
            payments: Vec::new(),
        };
        let of = both.into_iter().zip(ids);
        let mut sessions: Vec<Session> =
            of.flat_map(|(dated, line)| dated.sessions.iter().map(move |one| Session { line, ..*one })).collect();
        // On one day by treatment, as sessions are dated.
        sessions.sort_by_key(|session| (session.day, &option[session.line].treatment));
        let schedule = Schedule { sessions, ..Schedule::default() };
        let ledger = Ledger::of(&self.plan, &option, &schedule);
        Some(Cost { total: ledger.total.typical.minor(), stretches: stretches(&ledger, &self.bounds) })
    }
}
