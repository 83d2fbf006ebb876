//! A plan worked out.

use crate::catalog::Catalog;
use crate::compare::{Comparison, Turn, turns};
use crate::estimate::{Estimate, Estimator, Stop};
use crate::evaluation::{Evaluation, FadeTurn, Swings, Way, fade_turns, swings, ways};
use crate::plan::{Plan, Remark, TreatmentOption};
use crate::record::{Acknowledgement, Matter};
use crate::simulate::{Precision, Simulator};
use crate::units::{Currency, Day, Tax};

/// A valid plan with everything derived from it: what tables and documents are made of.
#[derive(Clone, Copy, Debug)]
pub struct PlanResults<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What was derived from it.
    pub estimate: &'a Estimate,
    /// Its options side by side.
    pub comparison: &'a Comparison,
    /// The same plan for each further concern, in its order.
    pub further: &'a [Evaluation],
    /// The catalogue all rest on.
    pub catalog: &'a Catalog,
    /// What clinicians have acknowledged of the plan, the earliest first.
    pub acknowledged: &'a [Acknowledgement],
}

impl<'a> PlanResults<'a> {
    /// A plan evaluated with this catalogue.
    pub fn of(evaluation: &'a Evaluation, catalog: &'a Catalog) -> Self {
        let Evaluation { plan, estimate, comparison, further } = evaluation;
        Self { plan, estimate, comparison, further, catalog, acknowledged: &[] }
    }

    /// The same with what clinicians have acknowledged of the plan.
    #[must_use]
    pub fn acknowledging(self, acknowledged: &'a [Acknowledgement]) -> Self {
        Self { acknowledged, ..self }
    }

    /// What a clinician decides of the plan, each with what is known of who has.
    pub fn matters(&self) -> Vec<(Matter, Option<&'a Acknowledgement>)> {
        let matters = self.remarks().into_iter().filter_map(|remark| Matter::of(remark, self.plan));
        let known = |matter: Matter| {
            let by = matter.acknowledged_in(self.acknowledged);
            (matter, by)
        };
        matters.map(known).collect()
    }

    /// How much is open for a clinician to decide.
    pub fn open(&self) -> usize {
        self.matters().iter().filter(|(_, by)| by.is_none()).count()
    }

    /// What was acknowledged and is not said of the plan any more.
    pub fn gone(&self) -> impl Iterator<Item = &'a Acknowledgement> + use<'a> {
        let matters = self.matters();
        self.acknowledged.iter().filter(move |known| matters.iter().all(|(matter, _)| *matter != known.matter))
    }

    /// Who has acknowledged a remark, if anybody.
    pub fn acknowledgement(&self, remark: &Remark) -> Option<&'a Acknowledgement> {
        Acknowledgement::of(remark, self.plan, self.acknowledged)
    }

    /// What is worth knowing, for whichever of the plan's concerns: of the plan first, then of each option, each once.
    pub fn remarks(&self) -> Vec<&'a Remark> {
        let of = |estimate: &'a Estimate| {
            estimate.remarks.iter().chain(estimate.options.iter().flat_map(|option| &option.remarks))
        };
        let all = of(self.estimate).chain(self.further.iter().flat_map(|further| of(&further.estimate)));
        let mut once: Vec<&Remark> = Vec::new();
        for remark in all {
            if !once.contains(&remark) {
                once.push(remark);
            }
        }
        once
    }

    /// At which prices of its treatments each option becomes the better buy than the others.
    pub fn turns(&self) -> Vec<Turn> {
        let deciding = self.comparison.deciding.as_deref();
        (0..self.plan.options.len()).flat_map(|at| turns(self.plan, self.estimate, deciding, at)).collect()
    }

    /// In which currency amounts are, and the tax that comes on top of them or is in them.
    pub fn terms(&self) -> (Currency, Tax) {
        (self.plan.currency, self.plan.tax)
    }

    /// The ways to pay the courses of the option at a position, and all of it; empty for doing nothing.
    pub fn ways(&self, position: usize) -> Vec<Way> {
        let Some(option) = self.typed(position) else { return Vec::new() };
        ways(self.plan, option, &self.estimate.options[position].schedule, self.catalog)
    }

    /// How soon the result of each option may fade for it to stay the better buy than the others.
    pub fn fade_turns(&self) -> Vec<FadeTurn> {
        let Some(deciding) = self.comparison.deciding.as_deref() else { return Vec::new() };
        let mut estimator = Estimator::default();
        let of = |at| fade_turns(self.plan, self.estimate, self.catalog, (deciding, at), &mut estimator);
        (0..self.plan.options.len()).flat_map(of).collect()
    }

    /// What there is of an option that is stopped after its course, with ranges from as many draws as it has; none without a
    /// course or ranges.
    pub fn stopped_after_course(&self, position: usize) -> Option<Stop> {
        let option = self.estimate.options.get(position)?;
        let drawn = option.projection.as_ref()?.simulation.as_ref()?.draws;
        let precision = Precision(u32::try_from(drawn).ok()?);
        Some(option.stopped(option.schedule.course_end()?, &mut Simulator::default(), precision))
    }

    /// What moves each option most; none where no result is projected.
    pub fn swings(&self) -> Vec<Option<Swings>> {
        let (mut estimator, mut simulator) = (Estimator::default(), Simulator::default());
        let options = 0..self.plan.options.len();
        options.map(|at| swings(self.plan, self.estimate, self.catalog, at, (&mut estimator, &mut simulator))).collect()
    }

    /// The plan's option at this position of the estimate; none for doing nothing, which the plan does not write down.
    pub fn typed(&self, position: usize) -> Option<&'a TreatmentOption> {
        self.plan.options.get(position)
    }
}

/// Days that somebody asks for.
pub struct AskedDays<'a> {
    /// The days, in the order asked for.
    pub days: &'a [Day],
    /// Of each option what there is of it if it is stopped on each of them.
    pub stops: &'a [Vec<Stop>],
}
