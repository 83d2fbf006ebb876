//! All plans that a question allows.

use super::begun::{Beginner, Begun};
use super::beside::Beside;
use super::candidates::{Candidate, candidates};
use super::day_set::DaySet;
use super::glance::Glance;
use super::once::Once;
use super::question::{Nothing, Question};
use super::samples::{CELL, Sampler};
use crate::catalog::{Basis, Catalog, Treatment, TreatmentId};
use crate::document::Draft;
use crate::engine::{Address, Goal, Kernel, OfConcern, OfTreatment, Params, Setting, Tables, treatment_number};
use crate::units::{Day, position};
use std::ops::Range;

/// Weeks after the earliest day on which lines of a mix may begin, one of them beginning on that day.
const START_WEEKS: [Day; 7] = [0, 4, 8, 12, 26, 38, 52];

/// About as long as a course takes to build up: before a day to look well on nothing begins later.
const BUILDING: Day = 84;

/// All plans that a question allows. Single lines begin on the earliest day unless a certain day or stretch of days is what
/// counts; their upkeep is dated, or waits for the result to fade, and these always begin on the earliest day. Pairs are of
/// lines of different treatments with dated upkeep, of which at least one begins on the earliest day; so are mixes of three.
#[derive(Debug)]
pub struct Space {
    pub(super) question: Question,
    /// The consultation, paid once.
    pub(super) fee: i64,
    /// What is taken off a plan once.
    pub(super) once: Once,
    pub(super) setting: Setting,
    pub(super) horizon: Day,
    pub(super) treatments: Vec<Group>,
    pub(super) sampler: Sampler,
    /// The first days that are tried.
    pub(super) starts: Vec<Day>,
    /// Of each treatment how far each other one keeps from it.
    pub(super) distances: Vec<Vec<Distance>>,
    /// What lines cost beside each other.
    pub(super) beside: Beside,
    /// How many stretches the budget is for; 1 without a budget.
    pub(super) stretches: i64,
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

/// All lines of a treatment.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) treatment: Treatment,
    pub(super) candidates: Vec<Candidate>,
    /// Those that keep to what the question asks of a line, begun on each of the first days: the cheapest first.
    pub(super) begun: Vec<Vec<Begun>>,
    /// The same at a glance.
    pub(super) glances: Vec<Glance>,
    /// As which treatment it counts: one of the clinic's own as that whose result it has.
    counted: Option<usize>,
    /// Whether it must be part of a plan.
    pub(super) is_wished: bool,
    /// Whether how strong it is for the concern, or for how long it lasts, is our assumption.
    pub(super) is_assumed: bool,
}

impl Space {
    /// The plans that a question allows for the client of this plan, whose own options do not matter.
    ///
    /// # Errors
    /// Why nothing can be looked for.
    pub fn new(draft: &Draft, catalog: &Catalog, question: Question) -> Result<Self, Nothing> {
        let Some(concern) = catalog.concern(&draft.concern) else { return Err(Nothing::Unprojected) };
        let params = Params::new(catalog, concern, &draft.profile);
        let Some(mut params) = params else { return Err(Nothing::Unprojected) };
        if question.is_cautious {
            params.be_cautious();
        }
        let (plan, lines) = candidates(draft, catalog, concern, &question)?;
        let horizon = plan.horizon_days();
        question.check(horizon)?;
        let groups = responding(lines, catalog, &params);
        let is_there = |wished: &TreatmentId| groups.iter().any(|group| group.treatment.id == *wished);
        if let Some(missing) = question.wished.iter().find(|wished| !is_there(wished)) {
            return Err(Nothing::Unknown(missing.clone()));
        }
        if groups.is_empty() {
            return Err(Nothing::NoTreatment);
        }
        let setting = params.setting();
        let shares = setting.scar_mix.map_or(vec![1.0], |mix| mix.into_iter().filter(|share| *share > 0.0).collect());
        let starts = starts(&question, horizon);
        let ceilings = groups.iter().flat_map(|group| &group.kernels).map(|kernel| kernel.ceiling).collect();
        let sampler = Sampler::new(question.goal, (&starts, horizon), (ceilings, &shares), setting.together);
        let bounds = question.budget.map(|budget| budget.period.bounds(plan.start, plan.horizon_years));
        let bounds = bounds.unwrap_or_default();
        let whole = plan;
        let (once, plan) = Once::of(&whole);
        let beside = besides(&groups);
        let begun_in = bounds.clone();
        let stretches = i64::try_from(bounds.len().saturating_sub(1)).unwrap_or(i64::MAX).max(1);
        let most_lines = question.most_lines;
        let beginner =
            Beginner { plan: &plan, catalog, setting, horizon, sampler: &sampler, bounds, once, beside, most_lines };
        let well_on = question.well_on.iter().flat_map(|(first, last)| *first..=*last);
        let well_on = DaySet::of(well_on, 1, horizon);
        let mut tables = Tables::default();
        let treatments: Vec<Group> = groups
            .into_iter()
            .map(|group| (group.begin(&beginner, &starts, &well_on, &mut tables), group))
            .map(|(begun, group)| Group {
                glances: begun.iter().map(|begun| Glance::of(begun, &sampler)).collect(),
                begun,
                counted: treatment_number(catalog, &group.treatment.id),
                is_wished: question.wished.contains(&group.treatment.id),
                is_assumed: group.is_assumed,
                treatment: group.treatment,
                candidates: group.candidates,
            })
            .collect();
        let fee = treatments.iter().flat_map(|group| group.begun.iter().flatten()).map(|begun| begun.fee).next();
        let fee = fee.unwrap_or_default();
        let distances = |first: &Group| {
            treatments.iter().map(|then| Distance::of(catalog, &first.treatment, &then.treatment)).collect()
        };
        let distances = treatments.iter().map(distances).collect();
        let beside = Beside::new(whole, begun_in, spared(&treatments));
        Ok(Self { question, fee, once, setting, horizon, treatments, sampler, starts, distances, beside, stretches })
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
        let waiting = |group: &Group| group.candidates.iter().filter(|candidate| candidate.waits()).count() as u64;
        let lines = |group: &Group| group.candidates.len() as u64 - waiting(group);
        let starts = self.starts.len() as u64;
        let singles = self.treatments.iter().map(lines).sum::<u64>() * self.starts_of_one().len() as u64;
        // What waits for its result to fade begins on the first day.
        let singles = singles + self.treatments.iter().map(waiting).sum::<u64>();
        if self.question.most_lines < 2 {
            return singles;
        }
        let groups = 0..self.treatments.len();
        let later = |one: usize| (one + 1..groups.end).filter(move |other| self.may_pair(one, *other));
        let pairs: Vec<[usize; 2]> = groups.clone().flat_map(|one| later(one).map(move |other| [one, other])).collect();
        let mixes = |of: &[usize]| of.iter().map(|at| lines(&self.treatments[*at])).product::<u64>();
        let plans = singles + pairs.iter().map(|of| mixes(of)).sum::<u64>() * (2 * starts - 1);
        if self.question.most_lines < 3 {
            return plans;
        }
        let thirds = pairs.iter().flat_map(|[one, other]| {
            let third = later(*other).filter(|third| self.may_pair(*one, *third));
            third.map(|third| mixes(&[*one, *other, third]))
        });
        plans + thirds.sum::<u64>() * (starts.pow(3) - (starts - 1).pow(3))
    }
}

/// A treatment that does something, with its lines and what a session of each does.
struct Responding {
    treatment: Treatment,
    candidates: Vec<Candidate>,
    kernels: Vec<Kernel>,
    is_assumed: bool,
}

/// The treatments of which one costs less beside another, and those others.
fn besides(groups: &[Responding]) -> Vec<TreatmentId> {
    let lines = groups.iter().filter_map(|group| Some(&group.candidates.first()?.line));
    let pairs = lines.flat_map(|line| line.together.iter().map(|beside| [&line.treatment, &beside.with]));
    pairs.flatten().cloned().collect()
}

/// Of each treatment and each other one how much less two lines of them cost at most beside each other; none where nothing is said of
/// the two.
fn spared(groups: &[Group]) -> Vec<Vec<Option<i64>>> {
    let most = |group: &Group| {
        let dated = group.begun.iter().flatten().filter_map(|begun| begun.dated.as_deref());
        dated.map(|dated| dated.spared).max().unwrap_or_default()
    };
    let names = |one: &Group, other: &Group| {
        let line = one.candidates.first().map(|candidate| &candidate.line);
        line.is_some_and(|line| line.together.iter().any(|beside| beside.with == other.treatment.id))
    };
    let spared = |one: &Group, other: &Group| (names(one, other) || names(other, one)).then(|| most(one) + most(other));
    groups.iter().map(|one| groups.iter().map(|other| spared(one, other)).collect()).collect()
}

/// Those of the treatments that do something for the client.
fn responding<'a>(lines: Vec<Vec<Candidate>>, catalog: &'a Catalog, params: &Params<'a>) -> Vec<Responding> {
    let group = |candidates: Vec<Candidate>| {
        let treatment = catalog.treatment(&candidates[0].line.treatment)?;
        let kernel = |candidate: &Candidate| {
            let add_ons = candidate.line.add_ons.iter().filter_map(|add_on| add_on.add_on.as_ref());
            params.kernel(treatment, candidate.line.depth_mm, add_ons)
        };
        let kernels = candidates.iter().map(kernel).collect::<Option<_>>()?;
        Some(Responding {
            treatment: treatment.clone(),
            candidates,
            kernels,
            is_assumed: is_assumed(treatment, params),
        })
    };
    lines.into_iter().filter_map(group).collect()
}

/// Whether the strength of a treatment or its duration, as they count for the concern, is our assumption.
fn is_assumed<'a>(treatment: &'a Treatment, params: &Params<'a>) -> bool {
    let own = |quantity| Address::Treatment(&treatment.id, quantity);
    // Of each the first that has a value is the one that counts.
    let strength = [own(OfTreatment::OwnAmplitude), own(OfTreatment::Amplitude)];
    let duration = [own(OfTreatment::FadeMonths), own(OfTreatment::FadeTimes), Address::Concern(OfConcern::FadeMonths)];
    [&strength[..], &duration].into_iter().any(|addresses| {
        let counting = addresses.iter().find(|address| params.get(**address).is_some());
        counting.and_then(|address| params.source(*address)).is_some_and(|source| source.basis == Basis::Assumption)
    })
}

impl Responding {
    /// Its lines begun on each of these days, the cheapest first, without those that show when nothing may.
    fn begin(&self, beginner: &Beginner<'_>, starts: &[Day], well_on: &DaySet, tables: &mut Tables) -> Vec<Vec<Begun>> {
        let begin = |(at, day): (usize, &Day)| {
            // One that waits for its result to fade is looked at by itself and from the first day on only.
            let is_looked_at = |candidate: &Candidate| at == 0 || !candidate.waits();
            let lines = self.candidates.iter().zip(&self.kernels).enumerate();
            let lines = lines.filter(|(_, (candidate, _))| is_looked_at(candidate));
            let begun = lines.filter_map(|(at, (candidate, kernel))| {
                beginner.begin((at, candidate), &self.treatment, *kernel, *day, tables)
            });
            let mut begun: Vec<Begun> = begun.filter(|begun| !begun.unseen.meets(well_on)).collect();
            begun.sort_by_key(|begun| (begun.spend, begun.candidate));
            if beginner.adds_up() { without_dearer(begun) } else { begun }
        };
        starts.iter().enumerate().map(begin).collect()
    }
}

/// Of lines that begin on one day, the cheapest first, those of which no other one does the same for as much or less, whenever it is
/// paid: of ways to pay for the same sessions, or of add-ons that add nothing.
fn without_dearer(begun: Vec<Begun>) -> Vec<Begun> {
    let mut all: Vec<Begun> = Vec::with_capacity(begun.len());
    for line in begun {
        let is_dearer = |other: &Begun| {
            let mut stretches = other.stretches.iter().zip(&line.stretches);
            other.doses == line.doses && stretches.all(|(other, own)| other <= own)
        };
        if !all.iter().any(is_dearer) {
            all.push(line);
        }
    }
    all
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
