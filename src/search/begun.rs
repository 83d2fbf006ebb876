//! A line begun on a day: its sessions, its money and what it does by itself.

use super::candidates::Candidate;
use super::course::Course;
use super::dated::{Dated, option, stretches, upkeep_costs_at_least};
use super::days::{Days, effects, program};
use super::once::{Once, Payment};
use super::samples::{Sampled, Sampler};
use super::side::Side;
use super::window::Window;
use crate::catalog::{Catalog, Treatment, TreatmentId};
use crate::engine::{Kernel, Setting, Tables};
use crate::estimate::Watch;
use crate::ledger::{Heading, Ledger};
use crate::plan::{Line, Plan};
use crate::schedule::Schedule;
use crate::units::Day;

/// A candidate begun on a day.
#[derive(Clone, Debug)]
pub(super) struct Begun {
    /// Which candidate of its treatment it is.
    pub(super) candidate: usize,
    /// Whether its upkeep waits for the result to fade.
    pub(super) waits: bool,
    /// What it costs without the consultation, and before anything is taken off the whole once.
    pub(super) spend: i64,
    /// Its first payments, as far as anything may be taken off them.
    pub(super) payments: Vec<Payment>,
    /// The consultation, which a plan pays once, at its beginning.
    pub(super) fee: i64,
    /// What it costs in each stretch of the budget, without the consultation and before anything is taken off the whole once;
    /// empty without a budget.
    pub(super) stretches: Vec<i64>,
    pub(super) days: Days,
    pub(super) sampled: Sampled,
    /// The line with its days, where it or others may cost less beside each other.
    pub(super) dated: Option<Box<Dated>>,
    /// Of a line without upkeep what may follow it that waits for the result of a mix to fade; none if nothing does.
    pub(super) course: Option<Box<Course>>,
}

/// What lines share while they are begun.
pub(super) struct Beginner<'a> {
    pub(super) plan: &'a Plan,
    pub(super) catalog: &'a Catalog,
    pub(super) setting: Setting,
    pub(super) horizon: Day,
    pub(super) sampler: &'a Sampler,
    pub(super) window: &'a Window,
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

impl AsRef<Days> for Begun {
    fn as_ref(&self) -> &Days {
        &self.days
    }
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
        let option = option(vec![Line { start_day: day, ..candidate.line.clone() }])?;
        let effects = [effects(vec![(candidate.line.id, kernel)], self.setting, self.horizon)];
        let schedule = Schedule::of(self.plan, &option, self.catalog, &mut Watch::new(&effects, tables)).ok()?;
        let given = (treatment, kernel);
        let days = Days::of(&schedule, &option.lines[0], given, (self.catalog, self.horizon))?;
        let ledger = Ledger::of(self.plan, &option, &schedule);
        let consultation = ledger.entries.iter().filter(|entry| entry.heading == Heading::Consultation);
        let fee: i64 = consultation.map(|entry| entry.amount.typical.minor()).sum();
        // Of two lines that cost less beside each other and a third one the whole is reckoned.
        let is_beside = self.beside.contains(&treatment.id) || self.most_lines > 2 && !self.beside.is_empty();
        let dated = is_beside.then(|| Dated::of(self.plan, &option, &schedule, &ledger)).flatten().map(Box::new);
        let program = program([&days].into_iter(), self.setting, self.horizon, tables);
        let dosed = days.given.iter().map(|session| session.day);
        Some(Begun {
            candidate: at,
            waits: candidate.waits(),
            spend: ledger.total.typical.minor() - fee,
            payments: self.once.payments(&ledger, self.bounds),
            fee,
            stretches: stretches(&ledger, self.bounds),
            sampled: self.sampler.sample(&program, kernel.ceiling, dosed),
            days,
            dated,
            course: None,
        })
    }

    /// What may follow a line without upkeep that waits for the result of a mix to fade: these candidates, each with its share of the
    /// peak, the highest first.
    pub(super) fn course(
        &self,
        (days, line): (&Days, &Line),
        (treatment, kernel): (&Treatment, Kernel),
        waiting: Vec<(usize, f64)>,
        tables: &mut Tables,
    ) -> Option<Course> {
        if self.most_lines < 2 {
            return None;
        }
        let least = treatment.minimum_interval_days.value.cast_signed();
        let cost = upkeep_costs_at_least(self.plan, &option(vec![line.clone()])?);
        let side = Side::new(days, kernel, (self.window, self.setting, self.horizon), tables);
        Course::new((side, days), waiting, (least, cost), (self.window, self.horizon))
    }
}
