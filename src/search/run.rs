//! The search itself: plan after plan, each looked at no closer than it takes to see that it is not among the best.

use super::best::{Best, Reached};
use super::couples::Couples;
use super::found::Found;
use super::id::{Id, Place};
use super::space::Space;
use super::thirds::Thirds;
use std::collections::VecDeque;

/// A search under way: each step takes a few milliseconds, or some tens of them where much is looked at closely. Whoever drops it
/// cancels it.
#[derive(Debug)]
pub struct Search<'a> {
    space: Space<'a>,
    rows: VecDeque<Row>,
    best: Best,
    /// What any two lines reach, as far as it is known; of no lines where no mixes of three are looked for.
    couples: Couples,
    /// The best plans when they were last worked out.
    settled: Vec<Reached>,
    /// How much work there is on mixes, once that is known, and how much of it is done.
    work: (u64, u64),
    step: Step,
    is_done: bool,
    frontier: Vec<Found>,
}

/// How far a search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// About how many plans have been looked at, and exactly how many at the end.
    pub looked_at: u64,
    /// How many there are.
    pub of: u64,
    /// Whether more is known of the best of them than before.
    pub is_news: bool,
}

/// Plans that are looked at together, and what comes between.
#[derive(Clone, Copy, Debug)]
enum Row {
    /// The lines of a treatment are begun on the next of the first days.
    Begin(usize),
    /// The lines of a treatment by themselves, begun on one of the first days.
    Singles(usize, usize),
    /// All lines have begun, so that it is known which there are to be mixed.
    Mixes,
    /// A line of one treatment, with all of another: treatment, start, place among those begun, and the other treatment.
    Pairs(usize, usize, usize, usize),
    /// A dosing that may be mixed with two, with all of later treatments: nothing is found by it yet.
    Couples(usize),
    /// The best pairs are known, to be looked at with every third line.
    BestPairs,
    /// One of them.
    BestPair([Place; 2]),
    /// A dosing with every two of later treatments.
    Thirds(usize),
    /// What is best so far is worked out, to be shown.
    Settle,
}

impl<'a> Search<'a> {
    /// A search of this space.
    pub fn new(space: Space<'a>) -> Self {
        let treatments = 0..space.treatments.len();
        let singles = |start: usize| treatments.clone().flat_map(move |at| [Row::Begin(at), Row::Singles(at, start)]);
        // What is reached from the first day on is something to show at once.
        let mut rows: VecDeque<Row> = singles(0).chain([Row::Settle]).collect();
        rows.extend(space.starts_of_one().skip(1).flat_map(singles));
        if space.question.most_lines > 1 {
            let further = space.starts_of_one().end..space.starts.len();
            rows.extend(further.flat_map(|_| treatments.clone().map(Row::Begin)).chain([Row::Mixes]));
        }
        Self {
            step: Step { looked_at: 0, of: space.plans(), is_news: false },
            space,
            rows,
            best: Best::default(),
            couples: Couples::default(),
            settled: Vec::new(),
            work: (0, 0),
            is_done: false,
            frontier: Vec::new(),
        }
    }

    /// The plans of which each reaches more than all that cost as little, the cheapest first, without those that reach
    /// nothing: soon the best of single lines; where there are mixes of three then of two, and of the nearest of three; and at the end
    /// the best of all.
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
            Row::Begin(treatment) => self.space.begin(treatment),
            Row::Singles(treatment, start) => {
                (0..self.space.treatments[treatment].begun[start].len())
                    .for_each(|at| self.single((treatment, start, at)));
                self.step.looked_at += self.space.treatments[treatment].candidates.len() as u64;
            }
            Row::Mixes => self.mixes(),
            Row::Pairs(treatment, start, at, other) => {
                // One of the two begins on the earliest day.
                let starts = if start == 0 { 0..self.space.starts.len() } else { 0..1 };
                starts.for_each(|later| self.pairs((treatment, start, at), (other, later)));
            }
            Row::Couples(dosing) => self.couples.fill(&self.space, dosing),
            Row::BestPairs => {
                let pairs: Vec<_> = self.settled.iter().filter_map(|best| best.id.two()).collect();
                pairs.into_iter().for_each(|two| self.rows.push_front(Row::BestPair(two)));
            }
            Row::BestPair(two) => self.thirds().look_at_pair(two),
            Row::Thirds(dosing) => self.thirds().look_at_all(dosing),
            Row::Settle => self.settle(),
        }
    }

    /// Lines up every mix.
    fn mixes(&mut self) {
        let space = &self.space;
        let pairs = space.pairs().flat_map(|[one, other]| {
            let begun = space.treatments[one].begun.iter().enumerate();
            begun.flat_map(move |(start, begun)| {
                let pairing = (0..begun.len()).filter(|at| !begun[*at].waits);
                pairing.map(move |at| Row::Pairs(one, start, at, other))
            })
        });
        self.rows.extend(pairs);
        if space.question.most_lines > 2 && space.threes().next().is_some() {
            self.couples = Couples::new(space);
            let dosings = || 0..self.couples.dosings().len();
            self.rows.push_back(Row::Settle);
            self.rows.extend(dosings().map(Row::Couples).chain([Row::BestPairs, Row::Settle]));
            self.rows.extend(dosings().map(Row::Thirds));
        }
        self.work.0 = self.rows.iter().map(|row| self.work(*row)).sum();
    }

    /// About how many plans could be passed over while a row is looked at.
    fn work(&self, row: Row) -> u64 {
        let work = match row {
            Row::Pairs(_, start, _, other) => {
                let starts = if start == 0 { self.space.starts.len() } else { 1 };
                starts * self.space.treatments[other].candidates.len()
            }
            // Two lines are looked at as closely as a hundred mixes of three, of which most are passed over.
            Row::Couples(dosing) => 100 * self.couples.later(dosing),
            Row::Thirds(dosing) => self.couples.later(dosing).pow(2) / 2,
            Row::Begin(_) | Row::Singles(..) | Row::Mixes | Row::BestPairs | Row::BestPair(_) | Row::Settle => 0,
        };
        work as u64
    }

    fn thirds(&mut self) -> Thirds<'_> {
        Thirds { space: &self.space, couples: &self.couples, best: &mut self.best }
    }

    fn single(&mut self, (treatment, start, at): (usize, usize, usize)) {
        let Self { space, best, .. } = self;
        let place = space.place((treatment, start, at));
        let line = space.begun(place);
        if !space.has_wished(&[treatment]) {
            return;
        }
        if let Some(cost) = space.allowed_cost(&[line]) {
            best.keep(space, (cost, space.sampler.alone(&line.1.sampled)), Id::of([place]));
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
            if let Some(cost) = space.allowed_cost(&[one, other]) {
                let places = [(treatment, start, at), (second, later, with)].map(|place| space.place(place));
                best.keep(space, (cost, most), Id::of(places));
            }
        }
    }

    /// Works out what is best so far.
    fn settle(&mut self) {
        self.settled = self.best.settle(&self.space);
        self.frontier = self.settled.iter().map(|reached| Found::of(&self.space, *reached)).collect();
    }
}

impl Iterator for Search<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        let of = self.step.of;
        if self.is_done {
            return None;
        }
        let Some(row) = self.rows.pop_front() else {
            self.settle();
            self.is_done = true;
            self.step = Step { looked_at: of, of, is_news: true };
            return Some(self.step);
        };
        self.look_at(row);
        self.work.1 += self.work(row);
        let share = u128::from(of) * u128::from(self.work.1) / u128::from(self.work.0.max(1));
        let looked_at = self.step.looked_at.max(u64::try_from(share).unwrap_or(of));
        // All have been looked at only once the best are worked out.
        self.step = Step { looked_at: looked_at.min(of.saturating_sub(1)), of, is_news: matches!(row, Row::Settle) };
        Some(self.step)
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::Sampled;
    use super::super::{Question, Space};
    use super::{Couples, Id};
    use crate::catalog::{Catalog, Concern, Severity};
    use crate::document::{Draft, FreeOf, TimeOffDraft};
    use crate::engine::{Goal, Tables};
    use crate::units::Day;
    use jiff::ToSpan;

    /// Every so many pairs one is looked at.
    const STRIDE: usize = 9_973;

    /// Every concern with every goal.
    fn spaces(catalog: &Catalog, most_lines: usize) -> Vec<Space<'_>> {
        let goals =
            [Goal::ImprovementYears, Goal::OnDay(611), Goal::Held { from: 200, to: 900 }, Goal::MonthsAbove(0.25)];
        let space = |concern: &Concern, goal| {
            let start = jiff::civil::date(2027, 3, 1);
            let mut draft = Draft::example(catalog, concern, start);
            if most_lines > 2 {
                // A short plan with three ceilings for wrinkles, and first sessions that are moved.
                draft.profile.severity = Severity::Severe;
                draft.horizon_years = if goal == Goal::ImprovementYears { 2 } else { 3 };
                let off = |first: Day, last: Day| TimeOffDraft {
                    name: String::new(),
                    first: start.saturating_add(i64::from(first).days()),
                    last: start.saturating_add(i64::from(last).days()),
                    free_of: FreeOf::Visits,
                };
                draft.time_off = vec![off(35, 50), off(180, 196)];
            }
            let usual = Question::usual(&draft, catalog, concern);
            let mut space = Space::new(&draft, catalog, Question { goal, earliest: 10, most_lines, ..usual }).ok()?;
            for _ in 0..space.starts.len() {
                (0..space.treatments.len()).for_each(|treatment| space.begin(treatment));
            }
            Some(space)
        };
        let of = |concern| goals.into_iter().filter_map(move |goal| space(concern, goal));
        catalog.concerns.iter().flat_map(of).collect()
    }

    /// What is passed over unseen is passed over rightly only if no plan reaches more than the most that is said of it, or less
    /// than the least, where that is known; tells whether it is.
    #[track_caller]
    fn check(space: &Space<'_>, id: Id, value: f64, most: f64) -> bool {
        let goal = space.question.goal;
        assert!(value <= most, "{goal:?}: {value}, {most}");
        let Some(within) = space.within(id) else { return false };
        assert!(most - within <= value, "{goal:?}: {value}, {most}, {within}");
        if goal == Goal::ImprovementYears {
            let off = value - (most - within / 2.0);
            assert!(off.abs() <= within / 4.0, "off by {off} of {within}");
        }
        true
    }

    #[test]
    fn every_plan_lies_within_its_bounds() {
        let (catalog, mut tables, mut looked_at) = (Catalog::built_in(), Tables::default(), 0);
        for space in spaces(&catalog, 2) {
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
                    check(&space, Id::of(places), value, sampler.together(one, other));
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
        let (catalog, mut tables) = (Catalog::built_in(), Tables::default());
        let (mut looked_at, mut near, mut far): (Vec<(Goal, usize)>, usize, usize) = (Vec::new(), 0, 0);
        for space in spaces(&catalog, 3) {
            let mut count = 0;
            let sampler = &space.sampler;
            let mut couples = Couples::new(&space);
            let lines = couples.dosings().len();
            let some: Vec<usize> = (0..lines).step_by(lines / 11).collect();
            some.iter().for_each(|line| couples.fill(&space, *line));
            let threes = some.iter().flat_map(|one| some.iter().map(move |other| [*one, *other]));
            let threes =
                threes.flat_map(|[one, other]| (0..lines).step_by(lines / 29).map(move |third| [one, other, third]));
            for [one, other, third] in threes {
                let places = [one, other, third].map(|line| couples.dosings()[line].ways[0]);
                let treatments = places.map(|place| place.treatment);
                if !treatments.is_sorted_by(|one, other| one < other) {
                    continue;
                }
                let [first, second, last] = places.map(|place| &space.begun(place).1.sampled);
                let value = space.value(Id::of(places), &mut tables);
                let two = sampler.mixed(first, second);
                let is_near = check(&space, Id::of(places), value, sampler.together(&two, last));
                (near, far) = (near + usize::from(is_near), far + usize::from(!is_near));
                assert!(value <= sampler.at_most_in_blocks(&two, last));
                let mut runs = couples.runs_after(treatments[1]).iter();
                let Some(run) = runs.find(|run| run.dosings.contains(&third)) else { unreachable!() };
                let ceiling = [first, second, last].map(Sampled::ceiling).into_iter().max().unwrap_or_default();
                // Two that may not be in one plan are not looked at any further.
                let at = third - run.dosings.start;
                let reaches = couples
                    .of([one, other], ceiling, run)
                    .is_some_and(|couple| couple.reaches(at..at + 1, sampler.probed(value)));
                let may_be = space.may_be_together(&places.map(|place| space.begun(place)));
                assert!(reaches || !may_be, "{value}");
                count += usize::from(may_be);
            }
            looked_at.push((space.question.goal, count));
        }
        for (goal, _) in &looked_at {
            let count: usize = looked_at.iter().filter(|(other, _)| other == goal).map(|(_, count)| count).sum();
            assert!(count > 200, "{goal:?}: {count}");
        }
        assert!(near > 1_000 && far > 100, "{near} near what samples say, {far} not");
    }

    /// Pairs of treatments, each with the first days of both.
    fn choices(treatments: usize, starts: usize) -> Vec<((usize, usize), (usize, usize))> {
        let pairs = (0..treatments).flat_map(|one| (one + 1..treatments).map(move |other| (one, other)));
        let begun = (0..starts).map(|start| (0, start)).chain((1..starts).map(|start| (start, 0)));
        pairs.flat_map(|pair| begun.clone().map(move |starts| (pair, starts))).collect()
    }
}
