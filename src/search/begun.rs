//! A line begun on a day: its sessions, its money and what it does by itself.

use super::candidates::Candidate;
use super::dated::{Dated, stretches};
use super::day_set::DaySet;
use super::once::{Once, Payment};
use super::samples::{Sampled, Sampler};
use crate::catalog::{Catalog, Treatment, TreatmentId};
use crate::document::{Mark, OptionId};
use crate::engine::{Dose, Kernel, Program, Setting, Tables};
use crate::estimate::{Effects, Watch};
use crate::ledger::{Heading, Ledger};
use crate::plan::{Line, Plan, TreatmentOption};
use crate::schedule::{Phase, Schedule, Session};
use crate::units::Day;

/// A candidate begun on a day.
#[derive(Clone, Debug)]
pub(super) struct Begun {
    /// Which candidate of its treatment it is.
    pub(super) candidate: usize,
    /// Whether its upkeep waits for the result to fade.
    pub(super) waits: bool,
    /// Whether days kept free move any of its sessions.
    pub(super) is_moved: bool,
    /// What it costs without the consultation, and before anything is taken off the whole once.
    pub(super) spend: i64,
    /// Its first payments, as far as anything may be taken off them.
    pub(super) payments: Vec<Payment>,
    /// The consultation, which a plan pays once, at its beginning.
    pub(super) fee: i64,
    /// What it costs in each stretch of the budget, without the consultation and before anything is taken off the whole once;
    /// empty without a budget.
    pub(super) stretches: Vec<i64>,
    /// What it does, in order of day.
    pub(super) doses: Vec<Dose>,
    /// Days at the clinic.
    pub(super) visits: DaySet,
    /// Days one would rather not be seen.
    pub(super) unseen: DaySet,
    /// Days of sessions.
    pub(super) sessions: DaySet,
    /// Days until skin is as before, or as long as any treatment waits after it.
    pub(super) waiting: DaySet,
    pub(super) sampled: Sampled,
    /// The line with its days, where it or others may cost less beside each other.
    pub(super) dated: Option<Box<Dated>>,
}

/// What lines share while they are begun.
pub(super) struct Beginner<'a> {
    pub(super) plan: &'a Plan,
    pub(super) catalog: &'a Catalog,
    pub(super) setting: Setting,
    pub(super) horizon: Day,
    pub(super) sampler: &'a Sampler,
    /// The first day of each stretch of the budget, and the day behind the last; empty without a budget.
    pub(super) bounds: &'a [Day],
    /// What is taken off the whole once; the plan is the one without it.
    pub(super) once: Once,
    /// The treatments of which some cost less beside others, or others beside them.
    pub(super) beside: &'a [TreatmentId],
    /// Of how many lines a plan may be made.
    pub(super) most_lines: usize,
    /// Whether lines cost as much together as the sum of all, whatever they are.
    pub(super) adds_up: bool,
}

impl Beginner<'_> {
    /// A candidate begun on a day; none if its course does not end within the plan, or its own sessions are too close.
    pub(super) fn begin(
        &self,
        (at, candidate): (usize, &Candidate),
        treatment: &Treatment,
        kernel: Kernel,
        day: Day,
        tables: &mut Tables,
    ) -> Option<Begun> {
        let line = Line { start_day: day, ..candidate.line.clone() };
        let sessions_of_course = line.sessions;
        let option = TreatmentOption {
            id: OptionId::NEW,
            mark: Mark::all().next()?,
            name: String::new(),
            lines: vec![line],
            membership: None,
            payments: Vec::new(),
        };
        let effects = [Effects {
            lines: vec![(candidate.line.id, Some(kernel))],
            waiting: vec![candidate.line.id],
            setting: self.setting,
            horizon: self.horizon,
        }];
        let schedule = Schedule::of(self.plan, &option, self.catalog, &mut Watch::new(&effects, tables)).ok()?;
        let of_course = schedule.sessions.iter().filter(|session| session.phase == Phase::Course).count();
        if of_course < sessions_of_course as usize {
            return None;
        }
        let ledger = Ledger::of(self.plan, &option, &schedule);
        let consultation = ledger.entries.iter().filter(|entry| entry.heading == Heading::Consultation);
        let fee: i64 = consultation.map(|entry| entry.amount.typical.minor()).sum();
        let days = || schedule.sessions.iter().map(|session| session.day);
        let doses: Vec<Dose> = schedule.sessions.iter().map(|session| dose(session, kernel)).collect();
        // Of two lines that cost less beside each other and a third one the whole is reckoned.
        let is_beside = self.beside.contains(&treatment.id) || self.most_lines > 2 && !self.beside.is_empty();
        let dated = is_beside.then(|| Dated::of(self.plan, &option, &schedule, &ledger)).flatten().map(Box::new);
        let program = program(&doses, self.setting, self.horizon, tables);
        let set = |length| DaySet::of(days(), length, self.horizon);
        Some(Begun {
            candidate: at,
            waits: candidate.waits(),
            is_moved: !schedule.displaced.is_empty(),
            spend: ledger.total.typical.minor() - fee,
            payments: self.once.payments(&ledger, self.bounds),
            fee,
            stretches: stretches(&ledger, self.bounds),
            visits: set(u32::from(treatment.at_clinic)),
            unseen: set(treatment.downtime.social_days.1),
            sessions: set(1),
            waiting: set(self.longest_wait(treatment)),
            sampled: self.sampler.sample(&program, kernel.ceiling, days()),
            doses,
            dated,
        })
    }

    /// The longest that any treatment waits after this one.
    fn longest_wait(&self, treatment: &Treatment) -> u32 {
        let pairs = self.catalog.rules.pairs.iter().filter(|pair| pair.first.contains(&treatment.id));
        pairs.map(|pair| pair.days.value.typical).fold(treatment.downtime.full_days, u32::max)
    }
}

fn dose(session: &Session, kernel: Kernel) -> Dose {
    let kernel = if session.phase == Phase::Upkeep { kernel.of_upkeep() } else { kernel };
    Dose { day: session.day, kernel }
}

/// The program of doses, which are those of one line or several.
pub(super) fn program(doses: &[Dose], setting: Setting, horizon: Day, tables: &mut Tables) -> Program {
    let mut kernels: Vec<Kernel> = Vec::new();
    for dose in doses {
        if !kernels.contains(&dose.kernel) {
            kernels.push(dose.kernel);
        }
    }
    let mut program = Program::new(kernels, setting, horizon, tables);
    doses.iter().for_each(|dose| program.add(dose));
    program
}
