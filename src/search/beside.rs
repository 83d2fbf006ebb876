//! What two lines cost together where the price list has a price of one treatment beside the other: then that is no sum of both.

use super::begun::{Begun, stretches};
use super::space::Group;
use crate::document::{LineId, Mark, OptionId, Serial};
use crate::ledger::Ledger;
use crate::plan::{Line, Plan, TreatmentOption};
use crate::schedule::{Schedule, Session};
use crate::units::{Day, Money, Spread};

/// A line with its days, where it or another one may cost less beside the other.
#[derive(Clone, Debug)]
pub(super) struct Dated {
    line: Line,
    sessions: Vec<Session>,
    /// At most so much less is paid for it beside others.
    spared: i64,
}

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

impl Beside {
    /// Of the lines of a search within this plan.
    pub(super) fn new(plan: Plan, bounds: Vec<Day>, groups: &[Group]) -> Self {
        let most = |group: &Group| {
            let dated = group.begun.iter().flatten().filter_map(|begun| begun.dated.as_deref());
            dated.map(|dated| dated.spared).max().unwrap_or_default()
        };
        let names = |one: &Group, other: &Group| {
            let line = one.candidates.first().map(|candidate| &candidate.line);
            line.is_some_and(|line| line.together.iter().any(|beside| beside.with == other.treatment.id))
        };
        let spared =
            |one: &Group, other: &Group| (names(one, other) || names(other, one)).then(|| most(one) + most(other));
        let spared = groups.iter().map(|one| groups.iter().map(|other| spared(one, other)).collect()).collect();
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
