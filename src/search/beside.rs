//! What lines cost together where the price list has a price of one treatment beside the other: then that is no sum.

use super::begun::Begun;
use super::dated::{Dated, option, stretches};
use crate::document::{LineId, Serial};
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

    /// Takes over what is spared now that more lines have begun.
    pub(super) fn set_spared(&mut self, spared: Vec<Vec<Option<i64>>>) {
        self.spared = spared;
    }

    /// How much less lines of these treatments cost together at most than the sum of all.
    pub(super) fn spared(&self, treatments: &[usize]) -> i64 {
        let of = |(at, one): (usize, &usize)| -> i64 {
            treatments[at + 1..].iter().filter_map(|other| self.spared[*one][*other]).sum()
        };
        treatments.iter().enumerate().map(of).sum()
    }

    /// What lines cost together, each with its treatment; none where that is the sum of all but for what is taken off once.
    pub(super) fn cost(&self, of: &[(usize, &Begun)]) -> Option<Cost> {
        let meets = |(first, one): &(usize, &Begun), (second, other): &(usize, &Begun)| {
            self.spared[*first][*second].is_some() && one.days.sessions.meets(&other.days.sessions)
        };
        if !of.iter().enumerate().any(|(at, one)| of[at + 1..].iter().any(|other| meets(one, other))) {
            return None;
        }
        let all: Vec<&Dated> = of.iter().map(|(_, begun)| begun.dated.as_deref()).collect::<Option<_>>()?;
        let ids = || (1..).map(|number| LineId(Serial { number, salt: 0 }));
        let lines = all.iter().zip(ids()).map(|(dated, id)| Line { id, ..dated.line.clone() }).collect();
        let option = option(lines)?;
        let all = of.iter().zip(ids());
        let mut sessions: Vec<Session> = all
            .flat_map(|((_, begun), line)| begun.days.given.iter().map(move |one| Session { line, ..*one }))
            .collect();
        // On one day by treatment, as sessions are dated.
        sessions.sort_by_key(|session| (session.day, &option[session.line].treatment));
        Some(self.cost_of(&option, &Schedule { sessions, ..Schedule::default() }))
    }

    /// What an option with these sessions costs.
    pub(super) fn cost_of(&self, option: &TreatmentOption, schedule: &Schedule) -> Cost {
        let ledger = Ledger::of(&self.plan, option, schedule);
        Cost { total: ledger.total.typical.minor(), stretches: stretches(&ledger, &self.bounds) }
    }
}
