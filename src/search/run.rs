//! The search itself: plan after plan, each looked at no closer than it takes to see that it is not among the best.

use super::best::{Best, Reached};
use super::couples::Couples;
use super::faded::Waits;
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
    /// A line of one treatment with all that may wait for the result of both to fade.
    Waits(usize, usize, usize),
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

    /// The best of what has been looked at so far, where no more is to be.
    #[must_use]
    pub fn stop(mut self) -> Vec<Found> {
        self.settle();
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
            Row::Waits(treatment, start, at) => {
                let Self { space, best, .. } = self;
                Waits { space, best }.look_at_all((treatment, start, at));
            }
            Row::Couples(dosing) => self.couples.fill(&self.space, dosing),
            Row::BestPairs => {
                let two = |best: &Reached| best.id.two().filter(|places| !self.space.any_waits(places));
                let pairs: Vec<_> = self.settled.iter().filter_map(two).collect();
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
            let lines = space.dated_lines().filter(move |(treatment, ..)| *treatment == one);
            lines.map(move |(one, start, at)| Row::Pairs(one, start, at, other))
        });
        self.rows.extend(pairs);
        if space.treatments.iter().any(|group| group.waiting() > 0) {
            self.rows.push_back(Row::Settle);
            self.rows.extend(space.dated_lines().map(|(treatment, start, at)| Row::Waits(treatment, start, at)));
        }
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
            // What waits is looked at four times as long.
            Row::Waits(treatment, start, _) => {
                let starts = if start == 0 { self.space.starts.len() } else { 1 };
                let others = self.space.treatments.iter().enumerate().filter(|(at, _)| *at != treatment);
                4 * starts * others.map(|(_, group)| group.waiting()).sum::<usize>()
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
