//! All plans that a question allows.

use super::begun::Beginner;
use super::beside::Beside;
use super::candidates::candidates;
use super::day_set::DaySet;
use super::groups::{self, Group};
use super::once::Once;
use super::question::{Nothing, Question};
use super::samples::{CELL, Sampler};
use super::window::Window;
use crate::catalog::{Catalog, Treatment, TreatmentId};
use crate::document::Draft;
use crate::engine::{Goal, Params, Setting, Tables};
use crate::plan::Plan;
use crate::units::{Day, position};
use std::collections::BTreeSet;
use std::ops::Range;

/// Weeks after the earliest day on which lines of a mix may begin, one of them beginning on that day.
const START_WEEKS: [Day; 7] = [0, 4, 8, 12, 26, 38, 52];

/// About as long as a course takes to build up: before a day to look well on nothing begins later.
const BUILDING: Day = 84;

/// Mixes of three are not looked at where what any two lines reach would take more bytes than this.
const MOST_BYTES: usize = 1 << 30;

/// All plans that a question allows. Single lines begin on the earliest day unless a certain day or stretch of days is what
/// counts; their upkeep is dated, or waits for the result to fade, and these always begin on the earliest day. Mixes are of two
/// lines of different treatments, whose upkeep is dated or waits for the result of both to fade, or of three with dated upkeep; at
/// least one line begins on the earliest day.
///
/// Lines are begun as they are needed: day by day with each its sessions, its money and what it does.
#[derive(Debug)]
pub struct Space<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) question: Question,
    /// The consultation, paid once; known once any line has begun.
    pub(super) fee: i64,
    /// What is taken off a plan once.
    pub(super) once: Once,
    /// The plan that lines are part of, without that.
    pub(super) plan: Plan,
    /// The first day of each stretch of the budget, and the day behind the last; empty without a budget.
    bounds: Vec<Day>,
    pub(super) setting: Setting,
    pub(super) horizon: Day,
    pub(super) treatments: Vec<Group>,
    pub(super) sampler: Sampler,
    /// The client's scar types, each with its share.
    pub(super) types: Vec<(usize, f64)>,
    /// The days on which it counts what is reached.
    pub(super) window: Window,
    /// The first days that are tried.
    pub(super) starts: Vec<Day>,
    /// Days on which nothing may show.
    pub(super) well_on: DaySet,
    /// Of each treatment how far each other one keeps from it.
    pub(super) distances: Vec<Vec<Distance>>,
    /// The treatments of which some cost less beside others, or others beside them.
    named_beside: Vec<TreatmentId>,
    /// What lines cost beside each other, as far as they have begun.
    pub(super) beside: Beside,
    tables: Tables,
}

/// How far one treatment keeps from another one that comes first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Distance {
    /// Whether both are accepted on one day.
    pub(super) go_together: bool,
    /// So many days lie between them at least; 0 if nothing is asked for.
    pub(super) least: Day,
}

impl Distance {
    /// Of the second of two treatments from the first.
    fn of(catalog: &Catalog, first: &Treatment, then: &Treatment) -> Self {
        let pair = catalog.rules.pair(&first.id, &then.id).map_or(0, |pair| pair.days.value.typical);
        let least = pair.max(first.downtime.full_days).cast_signed();
        Self { go_together: catalog.rules.go_together(&first.id, &then.id), least }
    }
}

impl<'a> Space<'a> {
    /// The plans that a question allows for the client of this plan, whose own options do not matter.
    ///
    /// # Errors
    /// Why nothing can be looked for.
    pub fn new(draft: &Draft, catalog: &'a Catalog, question: Question) -> Result<Self, Nothing> {
        let Some(concern) = catalog.concern(&draft.concern) else { return Err(Nothing::Unprojected) };
        let params = Params::new(catalog, concern, &draft.profile);
        let Some(mut params) = params else { return Err(Nothing::Unprojected) };
        if question.is_cautious {
            params.be_cautious();
        }
        let (plan, lines) = candidates(draft, catalog, concern, &question)?;
        let horizon = plan.horizon_days();
        question.check(horizon)?;
        let treatments = Group::all(lines, catalog, &params, &question);
        let is_there = |wished: &TreatmentId| treatments.iter().any(|group| group.treatment.id == *wished);
        if let Some(missing) = question.wished.iter().find(|wished| !is_there(wished)) {
            return Err(Nothing::Unknown(missing.clone()));
        }
        if treatments.is_empty() {
            return Err(Nothing::NoTreatment);
        }
        let setting = params.setting();
        let types: Vec<(usize, f64)> = setting.types().collect();
        let shares: Vec<f64> = types.iter().map(|(_, share)| *share).collect();
        let starts = starts(&question, horizon);
        let ceilings = treatments.iter().flat_map(Group::ceilings).collect();
        let sampler = Sampler::new(question.goal, (&starts, horizon), (ceilings, &shares), setting.together);
        let window = Window::new(question.goal, horizon);
        let bounds = question.budget.map(|budget| budget.period.bounds(plan.start, plan.horizon_years));
        let bounds = bounds.unwrap_or_default();
        let whole = plan;
        let (once, plan) = Once::of(&whole);
        let well_on = question.well_on.iter().flat_map(|(first, last)| *first..=*last);
        let well_on = DaySet::of(well_on, 1, horizon);
        let distances = |first: &Group| {
            treatments.iter().map(|then| Distance::of(catalog, &first.treatment, &then.treatment)).collect()
        };
        let distances = treatments.iter().map(distances).collect();
        let named_beside = groups::beside(&treatments);
        let beside = Beside::new(whole, bounds.clone(), groups::spared(&treatments));
        let (fee, tables) = (0, Tables::default());
        let space = Self {
            catalog,
            question,
            fee,
            once,
            plan,
            bounds,
            setting,
            horizon,
            treatments,
            sampler,
            types,
            window,
            starts,
            well_on,
            distances,
            named_beside,
            beside,
            tables,
        };
        if space.couples_size() > MOST_BYTES { Err(Nothing::TooMany) } else { Ok(space) }
    }

    /// About how many bytes it takes to know what any two lines reach; 0 where no mixes of three are looked for.
    fn couples_size(&self) -> usize {
        if self.question.most_lines < 3 {
            return 0;
        }
        let mixed: BTreeSet<usize> = self.threes().flatten().collect();
        let dosings: usize = mixed.iter().map(|at| self.treatments[*at].dosings()).sum();
        let figures = self.sampler.ceilings() * self.sampler.probes();
        (dosings * self.starts.len()).pow(2) / 2 * figures * size_of::<f32>()
    }

    /// Begins the lines of a treatment on the next of the first days.
    pub(super) fn begin(&mut self, treatment: usize) {
        let adds_up = self.adds_up();
        let group = &mut self.treatments[treatment];
        let start = group.begun.len();
        let Some(day) = self.starts.get(start) else { return };
        let beginner = Beginner {
            plan: &self.plan,
            catalog: self.catalog,
            setting: self.setting,
            horizon: self.horizon,
            sampler: &self.sampler,
            window: &self.window,
            bounds: &self.bounds,
            once: self.once,
            beside: &self.named_beside,
            most_lines: self.question.most_lines,
            adds_up,
        };
        group.begin(&beginner, (start, *day), (&self.well_on, &self.sampler), &mut self.tables);
        if let Some(begun) = group.begun[start].first() {
            self.fee = begun.fee;
        }
        if !self.named_beside.is_empty() {
            self.beside.set_spared(groups::spared(&self.treatments));
        }
    }

    /// How many stretches the budget is for; 1 without a budget.
    pub(super) fn stretches(&self) -> i64 {
        i64::try_from(self.bounds.len().saturating_sub(1)).unwrap_or(i64::MAX).max(1)
    }

    /// Whether lines cost as much together as the sum of all, whatever they are, so that more of them are never cheaper.
    pub(super) fn adds_up(&self) -> bool {
        self.once.most() == 0 && self.named_beside.is_empty()
    }

    /// The first days of a single line, by number. Over the years nobody waits without need; a day to look well on may be far.
    pub(super) fn starts_of_one(&self) -> Range<usize> {
        match self.question.goal {
            Goal::ImprovementYears | Goal::MonthsAbove(_) => 0..1,
            Goal::OnDay(_) | Goal::Held { .. } => 0..self.starts.len(),
        }
    }

    /// Whether two treatments are looked at together: those that count as one are not, as they are one by two names.
    pub(super) fn may_pair(&self, one: usize, other: usize) -> bool {
        self.treatments[one].counted != self.treatments[other].counted
    }

    /// How many plans there are.
    pub fn plans(&self) -> u64 {
        let dated = |group: &Group| (group.candidates.len() - group.waiting()) as u128;
        let starts = self.starts.len() as u128;
        let mut plans = self.treatments.iter().map(dated).sum::<u128>() * self.starts_of_one().len() as u128;
        // What waits for its result to fade begins on the first day.
        plans += self.treatments.iter().map(Group::waiting).sum::<usize>() as u128;
        let all = |of: [usize; 2]| of.map(|at| self.treatments[at].candidates.len() as u128).iter().product::<u128>();
        let all_dated = |of: [usize; 3]| of.map(|at| dated(&self.treatments[at])).iter().product::<u128>();
        // One line at least begins on the earliest day.
        let begun = |count: u32| starts.pow(count) - starts.saturating_sub(1).pow(count);
        if self.question.most_lines > 1 {
            plans += self.pairs().map(all).sum::<u128>() * begun(2);
        }
        if self.question.most_lines > 2 {
            plans += self.threes().map(all_dated).sum::<u128>() * begun(3);
        }
        u64::try_from(plans).unwrap_or(u64::MAX)
    }

    /// Every two treatments that are looked at together, in order.
    pub(super) fn pairs(&self) -> impl Iterator<Item = [usize; 2]> {
        let all = 0..self.treatments.len();
        let pairs = all.clone().flat_map(move |one| (one + 1..all.end).map(move |other| [one, other]));
        pairs.filter(|[one, other]| self.may_pair(*one, *other))
    }

    /// Every three of them.
    pub(super) fn threes(&self) -> impl Iterator<Item = [usize; 3]> {
        let count = self.treatments.len();
        let threes =
            self.pairs().flat_map(move |[one, other]| (other + 1..count).map(move |third| [one, other, third]));
        threes.filter(|[one, other, third]| self.may_pair(*one, *third) && self.may_pair(*other, *third))
    }
}

/// The first days that are tried. For a day to look well on they are spread over the time before it.
fn starts(question: &Question, horizon: Day) -> Vec<Day> {
    let last = match question.goal {
        Goal::OnDay(day) => Some(day - BUILDING - question.earliest).filter(|last| *last > 7 * START_WEEKS[6]),
        _ => None,
    };
    let after = |at: Day| match last {
        Some(last) => last * at / 6 / CELL * CELL,
        None => 7 * START_WEEKS[position(at)],
    };
    let days = (0..7).map(|at| question.earliest + after(at));
    days.filter(|day| *day < horizon).collect()
}
