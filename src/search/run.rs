//! The search itself: plan after plan, each looked at no closer than it takes to see that it is not among the best.

use super::begun::{Begun, program};
use super::beside::Cost;
use super::found::{Found, Id, Place};
use super::once::Taken;
use super::samples::Bounds;
use super::space::{Distance, Space};
use super::staircase::Staircase;
use crate::engine::{Dose, Tables};
use crate::units::{Budget, BudgetPeriod, Day};
use std::{iter, vec};

/// A search under way: each step looks at a few thousand plans. Whoever drops it cancels it.
#[derive(Debug)]
pub struct Search {
    space: Space,
    rows: vec::IntoIter<Row>,
    tables: Tables,
    /// What is certainly reached for each amount.
    reached: Staircase,
    /// Plans that may be among the best.
    kept: Vec<Kept>,
    /// How many rows have been looked at.
    rows_done: usize,
    of: u64,
    is_done: bool,
    frontier: Vec<Found>,
}

/// How far a search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// How many plans have been looked at.
    pub looked_at: u64,
    /// How many there are.
    pub of: u64,
    /// Whether more is known of the best of them than before.
    pub is_news: bool,
}

/// Plans that are looked at together.
#[derive(Clone, Copy, Debug)]
enum Row {
    /// The lines of a treatment by themselves.
    Singles(usize),
    /// A line of one treatment, with all of another: treatment, start, place among those begun, and the other treatment.
    Pairs(usize, usize, usize, usize),
}

/// A plan that may be among the best.
#[derive(Clone, Copy, Debug)]
struct Kept {
    spend: i64,
    high: f64,
    id: Id,
    /// Where its lines stand among those begun.
    at: (usize, Option<usize>),
}

/// So many are kept before those that fell behind are let go.
const MANY: usize = 100_000;

impl Search {
    /// A search of this space.
    pub fn new(space: Space) -> Self {
        let mut rows: Vec<Row> = (0..space.treatments.len()).map(Row::Singles).collect();
        if space.question.most_lines > 1 {
            for one in 0..space.treatments.len() {
                for other in (one + 1..space.treatments.len()).filter(|other| space.may_pair(one, *other)) {
                    let begun = space.treatments[one].begun.iter().enumerate();
                    rows.extend(begun.flat_map(|(start, begun)| {
                        let pairing = (0..begun.len()).filter(|at| !begun[*at].waits);
                        pairing.map(move |at| Row::Pairs(one, start, at, other))
                    }));
                }
            }
        }
        Self {
            of: space.plans(),
            space,
            rows: rows.into_iter(),
            tables: Tables::default(),
            reached: Staircase::default(),
            kept: Vec::new(),
            rows_done: 0,
            is_done: false,
            frontier: Vec::new(),
        }
    }

    /// The plans of which each reaches more than all that cost as little, the cheapest first, without those that reach
    /// nothing: soon the best of single lines, and at the end the best of all.
    pub fn frontier(&self) -> &[Found] {
        &self.frontier
    }

    /// Searches to the end.
    #[must_use]
    pub fn run(mut self) -> Vec<Found> {
        self.by_ref().for_each(drop);
        self.frontier
    }

    fn look_at(&mut self, row: Row) {
        match row {
            Row::Singles(treatment) => {
                for start in self.space.starts_of_one() {
                    for at in 0..self.space.treatments[treatment].begun[start].len() {
                        self.single((treatment, start, at));
                    }
                }
            }
            Row::Pairs(treatment, start, at, other) => {
                // One of the two begins on the earliest day.
                let starts = if start == 0 { 0..self.space.starts.len() } else { 0..1 };
                starts.for_each(|later| self.pairs((treatment, start, at), (other, later)));
            }
        }
    }

    fn single(&mut self, (treatment, start, at): (usize, usize, usize)) {
        let space = &self.space;
        let one = &space.treatments[treatment].begun[start][at];
        let id = Id { one: Place { treatment, candidate: one.candidate, start }, other: None };
        let taken = space.taken((treatment, one), None);
        let spend = one.spend + space.fee - taken.total;
        let stretches = one.stretches.iter().zip(&taken.stretches).map(|(paid, taken)| paid - taken);
        let has_wished = space.treatments.iter().enumerate().all(|(at, group)| !group.is_wished || at == treatment);
        let is_allowed = has_wished && space.affords(spend, stretches) && space.keeps_to_days(one, one);
        if is_allowed {
            let bounds = space.sampler.alone(&one.sampled);
            self.keep(bounds, Kept { spend, high: bounds.high, id, at: (at, None) });
        }
    }

    /// A line with every one of another treatment that begins then.
    fn pairs(&mut self, (treatment, start, at): (usize, usize, usize), (second, later): (usize, usize)) {
        let wished = |group: usize| self.space.treatments[group].is_wished;
        if (0..self.space.treatments.len()).any(|group| wished(group) && group != treatment && group != second) {
            return;
        }
        let mut step = 0;
        let spared = self.space.once.most() + self.space.beside.spared(treatment, second);
        let own = &self.space.treatments[treatment].begun[start][at];
        let before = own.spend + self.space.fee - spared;
        let (ceiling, alone) = (own.sampled.ceiling(), self.space.sampler.alone_at_most(&own.sampled));
        for with in 0..self.space.treatments[second].begun[later].len() {
            let space = &self.space;
            let glance = &space.treatments[second].glances[later];
            // What is taken off is known once it is known that it matters.
            let least = before + glance.spend[with];
            if !space.affords(least, iter::empty()) {
                // The others cost no less.
                break;
            }
            // The others cost no less than those before them.
            let known = self.reached.at_rising(&mut step, least);
            if glance.at_most(with, (ceiling, &alone)) < known {
                continue;
            }
            let one = &space.treatments[treatment].begun[start][at];
            let other = &space.treatments[second].begun[later][with];
            if other.waits || space.sampler.at_most_in_blocks(&one.sampled, &other.sampled) < known {
                continue;
            }
            let bounds = space.sampler.together(&one.sampled, &other.sampled);
            if bounds.high < known {
                continue;
            }
            let Some(spend) = space.spend_together((treatment, one), (second, other)) else { continue };
            let one = Place { treatment, candidate: one.candidate, start };
            let other = Place { treatment: second, candidate: other.candidate, start: later };
            let id = Id { one, other: Some(other) };
            self.keep(bounds, Kept { spend, high: bounds.high, id, at: (at, Some(with)) });
            // What was just noted stands before all that cost more.
            step = 0;
        }
    }

    fn keep(&mut self, bounds: Bounds, kept: Kept) {
        if bounds.high < self.reached.at(kept.spend) {
            return;
        }
        self.reached.add(kept.spend, bounds.low);
        self.kept.push(kept);
        if self.kept.len().is_multiple_of(MANY) {
            self.let_go();
        }
    }

    /// Lets go of plans that fell behind.
    fn let_go(&mut self) {
        let reached = &self.reached;
        self.kept.retain(|kept| kept.high >= reached.at(kept.spend));
    }

    /// Works the best plans so far out to the last bit.
    fn settle(&mut self) {
        self.let_go();
        self.kept.sort_by_key(|kept| (kept.spend, kept.id));
        let mut best: Vec<(Kept, f64)> = Vec::new();
        for kept in &self.kept {
            let known = best.last().map_or(0.0, |(_, value)| *value);
            if kept.high < known {
                continue;
            }
            let value = self.space.value(kept, &mut self.tables);
            if value > known {
                if best.last().is_some_and(|(last, _)| last.spend == kept.spend) {
                    best.pop();
                }
                best.push((*kept, value));
            }
        }
        self.frontier = best.iter().map(|(kept, value)| Found::of(&self.space, kept.id, kept.spend, *value)).collect();
    }
}

impl Iterator for Search {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        if self.is_done {
            return None;
        }
        let Some(row) = self.rows.next() else {
            self.settle();
            self.is_done = true;
            return Some(Step { looked_at: self.of, of: self.of, is_news: true });
        };
        self.look_at(row);
        self.rows_done += 1;
        let is_news = self.rows_done == self.space.treatments.len();
        if is_news {
            // What single lines reach is something to show at once.
            self.settle();
        }
        let rows = self.rows_done + self.rows.len();
        let share = u128::from(self.of) * self.rows_done as u128 / rows as u128;
        // All have been looked at only once the best are worked out.
        let looked_at = u64::try_from(share).unwrap_or(self.of).min(self.of.saturating_sub(1));
        Some(Step { looked_at, of: self.of, is_news })
    }
}

impl Space {
    /// What is taken off one line, or two, once.
    fn taken(&self, (first, one): (usize, &Begun), other: Option<(usize, &Begun)>) -> Taken {
        let of = |at: usize| &self.treatments[at].treatment.id;
        let stretches = one.stretches.len();
        match other {
            None => self.once.taken(&[(of(first), &one.payments)], stretches),
            Some((second, other)) => {
                self.once.taken(&[(of(first), &one.payments), (of(second), &other.payments)], stretches)
            }
        }
    }

    /// What two lines cost together; none if they do not keep to what the question asks of them.
    fn spend_together(&self, (first, one): (usize, &Begun), (second, other): (usize, &Begun)) -> Option<i64> {
        let both = ((first, one), (second, other));
        let cost = || {
            let Cost { total, stretches } = self.cost_together(both.0, both.1);
            self.affords(total, stretches.into_iter()).then_some(total)
        };
        // Where a whole ledger has to say what both cost, it is asked last.
        if self.beside.spared(first, second) > 0 {
            return if self.may_be_together(both.0, both.1) { cost() } else { None };
        }
        cost().filter(|_| self.may_be_together(both.0, both.1))
    }

    /// Whether two lines keep to what is asked of their days, and far enough from each other.
    fn may_be_together(&self, (first, one): (usize, &Begun), (second, other): (usize, &Begun)) -> bool {
        self.keeps_to_days(one, other)
            && (self.may_overlap(one, other)
                || self.keeps_away((first, one), (second, other)) && self.keeps_away((second, other), (first, one)))
            && self.keeps_distance((first, one), (second, other))
    }

    /// What two lines cost together.
    fn cost_together(&self, (first, one): (usize, &Begun), (second, other): (usize, &Begun)) -> Cost {
        self.beside.cost((first, one), (second, other)).unwrap_or_else(|| {
            let taken = self.taken((first, one), Some((second, other)));
            let stretches = one.stretches.iter().zip(&other.stretches).zip(&taken.stretches);
            Cost {
                total: one.spend + other.spend + self.fee - taken.total,
                stretches: stretches.map(|((one, other), taken)| one + other - taken).collect(),
            }
        })
    }

    /// Whether sessions of two lines may meet. In a plan those that are moved make room for each other: what each does by
    /// itself holds only where there is room.
    fn may_overlap(&self, one: &Begun, other: &Begun) -> bool {
        self.question.may_overlap && !one.is_moved && !other.is_moved
    }

    /// Whether so much may be spent: in all with the consultation, and in each stretch of the budget without.
    fn affords(&self, total: i64, stretches: impl Iterator<Item = i64>) -> bool {
        let Some(Budget { amount, period }) = self.question.budget else { return true };
        let (most, mut left) = (amount.minor(), 0);
        // The consultation is paid at the beginning.
        let mut paid = stretches.zip(iter::once(self.fee).chain(iter::repeat(0))).map(|(paid, fee)| paid + fee);
        match period {
            BudgetPeriod::Plan => total <= most,
            BudgetPeriod::Year => paid.all(|paid| paid <= most),
            BudgetPeriod::Month => paid.all(|paid| {
                left += most - paid;
                left >= 0
            }),
        }
    }

    /// Whether two lines, or one beside itself, keep to the most visits and days unseen.
    fn keeps_to_days(&self, one: &Begun, other: &Begun) -> bool {
        let within = |most: Option<u32>, count: &dyn Fn() -> u32| most.is_none_or(|most| count() <= most);
        within(self.question.most_visits, &|| one.visits.either(&other.visits))
            && within(self.question.most_days_unseen, &|| one.unseen.either(&other.unseen))
            && within(self.question.most_in_a_row, &|| one.unseen.longest_in_either(&other.unseen))
    }

    /// Whether sessions of a line stay out of the days on which one waits after those of another.
    fn keeps_away(&self, (first, one): (usize, &Begun), (second, other): (usize, &Begun)) -> bool {
        let Distance { go_together, least } = self.distances[first][second];
        let waits = Day::from(go_together)..least;
        // Most lines never meet: that is seen at once.
        !one.waiting.meets(&other.sessions)
            || one.doses.iter().all(|one| other.doses.iter().all(|other| !waits.contains(&(other.day - one.day))))
    }

    /// Whether lines of one interval group keep the safe minimum from each other.
    fn keeps_distance(&self, (first, one): (usize, &Begun), (second, other): (usize, &Begun)) -> bool {
        let [first, second] = [first, second].map(|at| &self.treatments[at].treatment);
        if first.interval_group != second.interval_group {
            return true;
        }
        let least = first.minimum_interval_days.value.max(second.minimum_interval_days.value).cast_signed();
        let apart = |one: Day| other.doses.iter().all(|other| (other.day - one).abs() >= least);
        one.doses.iter().all(|dose| apart(dose.day))
    }

    /// What a plan reaches, to the last bit as an estimate says it.
    fn value(&self, kept: &Kept, tables: &mut Tables) -> f64 {
        let begun = |place: Place, at: usize| &self.treatments[place.treatment].begun[place.start][at].doses;
        let mut doses: Vec<Dose> = begun(kept.id.one, kept.at.0).clone();
        if let (Some(place), Some(at)) = (kept.id.other, kept.at.1) {
            doses.extend(begun(place, at));
            doses.sort_by_key(|dose| dose.day);
        }
        let program = program(&doses, self.setting, self.horizon, tables);
        self.question.goal.reached(&program, self.horizon)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Question, Space};
    use super::{Id, Kept, Place};
    use crate::catalog::Catalog;
    use crate::document::Draft;
    use crate::engine::{Goal, Tables};

    /// Every so many pairs one is looked at.
    const STRIDE: usize = 9_973;

    /// What is passed over unseen is passed over rightly only if no plan reaches more than its upper bound, or less than its
    /// lower one.
    #[test]
    fn every_plan_lies_within_its_bounds() {
        let catalog = Catalog::built_in();
        let goals =
            [Goal::ImprovementYears, Goal::OnDay(611), Goal::Held { from: 200, to: 900 }, Goal::MonthsAbove(0.25)];
        let (mut tables, mut looked_at) = (Tables::default(), 0);
        for concern in &catalog.concerns {
            let draft = Draft::example(&catalog, concern, jiff::civil::date(2027, 3, 1));
            for goal in goals {
                let question = Question { goal, earliest: 10, ..Question::usual(&draft, &catalog, concern) };
                let Ok(space) = Space::new(&draft, &catalog, question) else { continue };
                let sampler = &space.sampler;
                for ((first, second), (start, later)) in choices(space.treatments.len(), space.starts.len()) {
                    let (one, other) = (&space.treatments[first].begun[start], &space.treatments[second].begun[later]);
                    for pair in (0..one.len() * other.len()).step_by(STRIDE) {
                        let at = (pair / other.len(), pair % other.len());
                        let (one, other) = (&one[at.0], &other[at.1]);
                        let place = |treatment, candidate, start| Place { treatment, candidate, start };
                        let id = Id {
                            one: place(first, one.candidate, start),
                            other: Some(place(second, other.candidate, later)),
                        };
                        let bounds = sampler.together(&one.sampled, &other.sampled);
                        let kept = Kept { spend: 0, high: bounds.high, id, at: (at.0, Some(at.1)) };
                        let value = space.value(&kept, &mut tables);
                        let within = bounds.low <= value && value <= bounds.high;
                        let alone = sampler.alone_at_most(&one.sampled);
                        let most =
                            space.treatments[second].glances[later].at_most(at.1, (one.sampled.ceiling(), &alone));
                        let most = most.min(sampler.at_most_in_blocks(&one.sampled, &other.sampled));
                        assert!(within && value <= most, "{:?}, {goal:?}: {value}, {bounds:?}, {most}", concern.id);
                        if goal == Goal::ImprovementYears {
                            let (off, may) = (value - f64::midpoint(bounds.low, bounds.high), bounds.high - bounds.low);
                            assert!(off.abs() <= may / 4.0, "{:?}: off by {off} of {may}", concern.id);
                        }
                        looked_at += 1;
                    }
                }
            }
        }
        assert!(looked_at > 500, "{looked_at}");
    }

    /// Pairs of treatments, each with the first days of both.
    fn choices(treatments: usize, starts: usize) -> Vec<((usize, usize), (usize, usize))> {
        let pairs = (0..treatments).flat_map(|one| (one + 1..treatments).map(move |other| (one, other)));
        let begun = (0..starts).map(|start| (0, start)).chain((1..starts).map(|start| (start, 0)));
        pairs.flat_map(|pair| begun.clone().map(move |starts| (pair, starts))).collect()
    }
}
