//! The search itself: plan after plan, each looked at no closer than it takes to see that it is not among the best.

use super::best::Best;
use super::couples::Couples;
use super::found::Found;
use super::id::Id;
use super::space::Space;
use super::thirds::Thirds;
use std::{iter, vec};

/// A search under way: each step looks at a few thousand plans. Whoever drops it cancels it.
#[derive(Debug)]
pub struct Search {
    space: Space,
    rows: vec::IntoIter<Row>,
    /// How much work all rows are, and how much of it is done.
    work: (u64, u64),
    best: Best,
    /// What any two lines reach, as far as it is known; of no lines where no mixes of three are looked for.
    couples: Couples,
    /// The best plans when they were last worked out.
    settled: Vec<(Id, i64, f64)>,
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
    /// A line that may be mixed with two, with all of later treatments: nothing is found by it yet.
    Couples(usize),
    /// The best pairs, with every third line.
    BestPairs,
    /// A line with every two of later treatments.
    Thirds(usize),
    /// What is best so far is worked out, to be shown.
    Settle,
}

impl Search {
    /// A search of this space.
    pub fn new(space: Space) -> Self {
        let treatments = space.treatments.len();
        let mut rows: Vec<Row> = (0..treatments).map(Row::Singles).chain([Row::Settle]).collect();
        if space.question.most_lines > 1 {
            for one in 0..treatments {
                for other in (one + 1..treatments).filter(|other| space.may_pair(one, *other)) {
                    let begun = space.treatments[one].begun.iter().enumerate();
                    rows.extend(begun.flat_map(|(start, begun)| {
                        let pairing = (0..begun.len()).filter(|at| !begun[*at].waits);
                        pairing.map(move |at| Row::Pairs(one, start, at, other))
                    }));
                }
            }
        }
        let mut couples = Couples::default();
        if space.question.most_lines > 2 {
            couples = Couples::new(&space);
            let lines = || 0..couples.lines().len();
            let thirds = lines().map(Row::Couples).chain([Row::BestPairs, Row::Settle]).chain(lines().map(Row::Thirds));
            rows.extend(iter::once(Row::Settle).chain(thirds));
        }
        let mut search = Self {
            of: space.plans(),
            space,
            rows: Vec::new().into_iter(),
            work: (0, 0),
            best: Best::default(),
            couples,
            settled: Vec::new(),
            is_done: false,
            frontier: Vec::new(),
        };
        search.work.0 = rows.iter().map(|row| search.work(*row)).sum();
        search.rows = rows.into_iter();
        search
    }

    /// About how many plans could be passed over while a row is looked at.
    fn work(&self, row: Row) -> u64 {
        let work = match row {
            Row::Singles(treatment) => self.space.treatments[treatment].candidates.len(),
            Row::Pairs(.., other) => self.space.treatments[other].candidates.len(),
            // Two lines are looked at as closely as a hundred mixes of three, of which most are passed over.
            Row::Couples(line) => 100 * self.couples.later(line),
            Row::Thirds(line) => self.couples.later(line).pow(2) / 2,
            Row::BestPairs | Row::Settle => 1,
        };
        work as u64
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
            Row::Couples(line) => self.couples.fill(&self.space, line),
            Row::BestPairs => {
                let ids: Vec<Id> = self.settled.iter().map(|(id, ..)| *id).collect();
                ids.iter().filter_map(Id::two).for_each(|two| self.thirds().beside(two));
            }
            Row::Thirds(line) => self.thirds().of(line),
            Row::Settle => self.settle(),
        }
    }

    fn thirds(&mut self) -> Thirds<'_> {
        Thirds { space: &self.space, couples: &self.couples, best: &mut self.best }
    }

    fn single(&mut self, (treatment, start, at): (usize, usize, usize)) {
        let space = &self.space;
        let place = space.place((treatment, start, at));
        let lines = [space.begun(place)];
        if !space.has_wished(&[treatment]) {
            return;
        }
        if let Some(spend) = space.spend(&lines) {
            let most = space.sampler.alone(&lines[0].1.sampled);
            self.best.keep(space, (spend, most), Id::of([place]));
        }
    }

    /// A line with every one of another treatment that begins then.
    fn pairs(&mut self, (treatment, start, at): (usize, usize, usize), (second, later): (usize, usize)) {
        let Self { space, best, .. } = self;
        if !space.has_wished(&[treatment, second]) {
            return;
        }
        let mut step = 0;
        let one = space.begun(space.place((treatment, start, at)));
        let before = one.1.spend + space.fee - space.spared(&[treatment, second]);
        let (ceiling, alone) = (one.1.sampled.ceiling(), space.sampler.alone_at_most(&one.1.sampled));
        let glance = &space.treatments[second].glances[later];
        for with in 0..glance.spend.len() {
            // What is taken off is known once it is known that it matters.
            let least = before + glance.spend[with];
            if !space.may_cost(least) {
                // The others cost no less.
                break;
            }
            // The others cost no less than those before them.
            let known = best.reached().at_rising(&mut step, least);
            if glance.at_most(with, (ceiling, &alone)) < known {
                continue;
            }
            let other = space.begun(space.place((second, later, with)));
            if other.1.waits || space.sampler.at_most_in_blocks(&one.1.sampled, &other.1.sampled) < known {
                continue;
            }
            let most = space.sampler.together(&one.1.sampled, &other.1.sampled);
            if most < known {
                continue;
            }
            let Some(spend) = space.spend(&[one, other]) else { continue };
            let id = Id::of([(treatment, start, at), (second, later, with)].map(|place| space.place(place)));
            best.keep(space, (spend, most), id);
            // What was just noted stands before all that cost more.
            step = 0;
        }
    }

    /// Works out what is best so far.
    fn settle(&mut self) {
        self.settled = self.best.settle(&self.space);
        let found = self.settled.iter().map(|(id, spend, value)| Found::of(&self.space, *id, *spend, *value));
        self.frontier = found.collect();
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
        self.work.1 += self.work(row);
        let share = u128::from(self.of) * u128::from(self.work.1) / u128::from(self.work.0.max(1));
        // All have been looked at only once the best are worked out.
        let looked_at = u64::try_from(share).unwrap_or(self.of).min(self.of.saturating_sub(1));
        Some(Step { looked_at, of: self.of, is_news: matches!(row, Row::Settle) })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Question, Space};
    use super::{Couples, Id};
    use crate::catalog::Catalog;
    use crate::document::Draft;
    use crate::engine::{Goal, Tables};

    /// Every so many pairs one is looked at.
    const STRIDE: usize = 9_973;

    /// Every concern with every goal.
    fn spaces(most_lines: usize) -> Vec<Space> {
        let catalog = Catalog::built_in();
        let goals =
            [Goal::ImprovementYears, Goal::OnDay(611), Goal::Held { from: 200, to: 900 }, Goal::MonthsAbove(0.25)];
        let space = |concern, goal| {
            let draft = Draft::example(&catalog, concern, jiff::civil::date(2027, 3, 1));
            let usual = Question::usual(&draft, &catalog, concern);
            Space::new(&draft, &catalog, Question { goal, earliest: 10, most_lines, ..usual }).ok()
        };
        catalog
            .concerns
            .iter()
            .flat_map(|concern| goals.into_iter().filter_map(move |goal| space(concern, goal)))
            .collect()
    }

    /// What is passed over unseen is passed over rightly only if no plan reaches more than the most that is said of it, or less
    /// than the least.
    #[track_caller]
    fn check(space: &Space, value: f64, most: f64) {
        let goal = space.question.goal;
        assert!(value <= most, "{goal:?}: {value}, {most}");
        let Some(within) = space.sampler.within() else { return };
        assert!(most - within <= value, "{goal:?}: {value}, {most}, {within}");
        if goal == Goal::ImprovementYears {
            let off = value - (most - within / 2.0);
            assert!(off.abs() <= within / 4.0, "off by {off} of {within}");
        }
    }

    #[test]
    fn every_plan_lies_within_its_bounds() {
        let (mut tables, mut looked_at) = (Tables::default(), 0);
        for space in spaces(2) {
            let sampler = &space.sampler;
            for ((first, second), (start, later)) in choices(space.treatments.len(), space.starts.len()) {
                let glance = &space.treatments[second].glances[later];
                let lines = space.treatments[first].begun[start].len();
                let others = space.treatments[second].begun[later].len();
                for pair in (0..lines * others).step_by(STRIDE) {
                    let places =
                        [(first, start, pair / others), (second, later, pair % others)].map(|at| space.place(at));
                    let [one, other] = places.map(|place| &space.begun(place).1.sampled);
                    let value = space.value(Id::of(places), &mut tables);
                    check(&space, value, sampler.together(one, other));
                    let alone = sampler.alone_at_most(one);
                    let most = glance.at_most(places[1].at, (one.ceiling(), &alone));
                    assert!(value <= most.min(sampler.at_most_in_blocks(one, other)), "{value}");
                    looked_at += 1;
                }
            }
        }
        assert!(looked_at > 500, "{looked_at}");
    }

    #[test]
    fn every_mix_of_three_lies_within_its_bounds() {
        let (mut tables, mut looked_at) = (Tables::default(), 0);
        for space in spaces(3) {
            let sampler = &space.sampler;
            let mut couples = Couples::new(&space);
            let lines = couples.lines().len();
            let some: Vec<usize> = (0..lines).step_by(lines / 7).collect();
            some.iter().for_each(|line| couples.fill(&space, *line));
            let threes = some.iter().flat_map(|one| some.iter().map(move |other| [*one, *other]));
            let threes =
                threes.flat_map(|[one, other]| (0..lines).step_by(lines / 29).map(move |third| [one, other, third]));
            for [one, other, third] in threes {
                let places = [one, other, third].map(|line| couples.lines()[line]);
                let treatments = places.map(|place| place.treatment);
                if !treatments.is_sorted_by(|one, other| one < other) {
                    continue;
                }
                let [first, second, last] = places.map(|place| &space.begun(place).1.sampled);
                let value = space.value(Id::of(places), &mut tables);
                let two = sampler.mixed(first, second);
                check(&space, value, sampler.together(&two, last));
                assert!(value <= sampler.at_most_in_blocks(&two, last));
                let run =
                    couples.runs_after(treatments[1]).iter().find(|run| run.lines.contains(&third)).expect("a run");
                let ceiling =
                    [first, second, last].map(|sampled| sampled.ceiling()).into_iter().max().unwrap_or_default();
                // Two that may not be in one plan are not looked at any further.
                let at = third - run.lines.start;
                let reaches = couples
                    .of([one, other], ceiling, run)
                    .is_some_and(|couple| couple.reaches(at..at + 1, sampler.probed(value)));
                let may_be = space.may_be_together(&places.map(|place| space.begun(place)));
                assert!(reaches || !may_be, "{value}");
                looked_at += usize::from(may_be);
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
