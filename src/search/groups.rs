//! The treatments of a space with their lines.

use super::assumed;
use super::begun::{Beginner, Begun};
use super::candidates::Candidate;
use super::course::Course;
use super::day_set::DaySet;
use super::glance::Glance;
use super::question::Question;
use super::samples::Sampler;
use crate::catalog::{Catalog, Treatment, TreatmentId};
use crate::document::{LineDraft, Upkeep};
use crate::engine::{Kernel, Params, Tables, treatment_number};
use crate::units::Day;

/// All lines of a treatment that does something for the client.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) treatment: Treatment,
    pub(super) candidates: Vec<Candidate>,
    /// What a session of each does.
    pub(super) kernels: Vec<Kernel>,
    /// Those that keep to what the question asks of a line, begun on each of the first days: the cheapest first. As yet none on a day
    /// that has not been looked at.
    pub(super) begun: Vec<Vec<Begun>>,
    /// The same at a glance.
    pub(super) glances: Vec<Glance>,
    /// As which treatment it counts: one of the clinic's own as that whose result it has.
    pub(super) counted: Option<usize>,
    /// Whether it must be part of a plan.
    pub(super) is_wished: bool,
    /// Whether how strong it is for the concern, or for how long it lasts, is our assumption.
    pub(super) is_assumed: bool,
}

impl Group {
    /// Those of the treatments that do something.
    pub(super) fn all<'a>(
        lines: Vec<Vec<Candidate>>,
        catalog: &'a Catalog,
        params: &Params<'a>,
        question: &Question,
    ) -> Vec<Self> {
        let group = |candidates: Vec<Candidate>| {
            let treatment = catalog.treatment(&candidates[0].line.treatment)?;
            let kernel = |candidate: &Candidate| {
                let add_ons = candidate.line.add_ons.iter().filter_map(|add_on| add_on.add_on.as_ref());
                params.kernel(treatment, candidate.line.depth_mm, add_ons)
            };
            let kernels = candidates.iter().map(kernel).collect::<Option<_>>()?;
            Some(Self {
                kernels,
                candidates,
                begun: Vec::new(),
                glances: Vec::new(),
                counted: treatment_number(catalog, &treatment.id),
                is_wished: question.wished.contains(&treatment.id),
                is_assumed: assumed::of_treatment(treatment, params),
                treatment: treatment.clone(),
            })
        };
        lines.into_iter().filter_map(group).collect()
    }

    /// Every ceiling that its lines have.
    pub(super) fn ceilings(&self) -> impl Iterator<Item = f64> {
        self.kernels.iter().map(|kernel| kernel.ceiling)
    }

    /// How many of its lines wait for their result to fade.
    pub(super) fn waiting(&self) -> usize {
        self.candidates.iter().filter(|candidate| candidate.waits()).count()
    }

    /// How many of its lines can be mixed, those that do the same counted once.
    pub(super) fn dosings(&self) -> usize {
        let lines = self.candidates.iter().zip(&self.kernels).filter(|(candidate, _)| !candidate.waits());
        let course = |draft: &LineDraft| (draft.sessions, draft.spacing_days, draft.upkeep);
        let mut all: Vec<_> = lines.map(|(candidate, kernel)| (course(&candidate.draft), kernel)).collect();
        let mut count = 0;
        while let Some(one) = all.pop() {
            count += 1;
            all.retain(|other| *other != one);
        }
        count
    }

    /// Of a line without upkeep those that are the same but for upkeep that waits, each with the share of the peak that it waits for:
    /// the highest first. They stand behind it.
    fn waiting_after(&self, at: usize) -> Vec<(usize, f64)> {
        if self.candidates[at].draft.upkeep != Upkeep::None {
            return Vec::new();
        }
        let behind = self.candidates.iter().enumerate().skip(at + 1);
        let same = behind.take_while(|(_, other)| other.draft.upkeep != Upkeep::None);
        let mut waiting: Vec<_> = same.filter_map(|(at, other)| Some((at, other.waits_for()?))).collect();
        waiting.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        waiting
    }

    /// Begins its lines on the next of the first days, which has this number, without those that show when nothing may, and, where
    /// costs add up, without those that are dearer for nothing.
    pub(super) fn begin(
        &mut self,
        beginner: &Beginner<'_>,
        (start, day): (usize, Day),
        (well_on, sampler): (&DaySet, &Sampler),
        tables: &mut Tables,
    ) {
        // By itself one that waits begins on the first day only; in mixes it follows its course.
        let is_looked_at = |candidate: &Candidate| start == 0 || !candidate.waits();
        let lines = self.candidates.iter().zip(&self.kernels).enumerate();
        let lines = lines.filter(|(_, (candidate, _))| is_looked_at(candidate));
        let begun = lines.filter_map(|(at, (candidate, kernel))| {
            let begun = beginner.begin((at, candidate), &self.treatment, *kernel, day, tables)?;
            let waiting = self.waiting_after(at);
            if waiting.is_empty() {
                return Some(begun);
            }
            let line = (&begun.days, &self.candidates[waiting[0].0].line);
            let course = beginner.course(line, (&self.treatment, *kernel), waiting, tables).map(Box::new);
            Some(Begun { course, ..begun })
        });
        let mut begun: Vec<Begun> = begun.filter(|begun| !begun.days.unseen.meets(well_on)).collect();
        begun.sort_by_key(|begun| (begun.spend, begun.candidate));
        if beginner.adds_up {
            begun = without_dearer(begun);
        }
        self.glances.push(Glance::of(&begun, sampler));
        self.begun.push(begun);
    }
}

/// The treatments of which one costs less beside another, and those others.
pub(super) fn beside(groups: &[Group]) -> Vec<TreatmentId> {
    let lines = groups.iter().filter_map(|group| Some(&group.candidates.first()?.line));
    let pairs = lines.flat_map(|line| line.together.iter().map(|beside| [&line.treatment, &beside.with]));
    let is_there = |id: &TreatmentId| groups.iter().any(|group| group.treatment.id == *id);
    pairs.filter(|pair| pair.iter().all(|id| is_there(id))).flatten().cloned().collect()
}

/// Of each treatment and each other one how much less two lines of them cost at most beside each other; none where nothing is said of
/// the two.
pub(super) fn spared(groups: &[Group]) -> Vec<Vec<Option<i64>>> {
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

/// Of lines that begin on one day, the cheapest first, those of which no other one does the same for as much or less, whenever it is
/// paid: of ways to pay for the same sessions, or of add-ons that add nothing.
fn without_dearer(begun: Vec<Begun>) -> Vec<Begun> {
    let mut all: Vec<Begun> = Vec::with_capacity(begun.len());
    for line in begun {
        let is_dearer = |other: &Begun| {
            let mut stretches = other.stretches.iter().zip(&line.stretches);
            // What is not moved may overlap, and what is dated may be mixed.
            let is_as_free = other.days.is_moved() <= line.days.is_moved() && other.waits <= line.waits;
            // As much may follow it for as little.
            let goes_on =
                |course: &Course| other.course.as_ref().is_some_and(|other| other.steps.cost <= course.steps.cost);
            let goes_on = line.course.as_deref().is_none_or(goes_on);
            is_as_free
                && goes_on
                && other.days.doses().eq(line.days.doses())
                && stretches.all(|(other, own)| other <= own)
        };
        if !all.iter().any(is_dearer) {
            all.push(line);
        }
    }
    all
}
