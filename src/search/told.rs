//! What is told of a plan that was found: what the plan itself says once it is estimated.

use super::assumed;
use super::candidates::with;
use super::found::Found;
use crate::catalog::Catalog;
use crate::document::Draft;
use crate::engine::{Goal, Params};
use crate::estimate::{Estimator, OnOccasion, OptionEstimate, Projection};
use crate::evaluation::{Evaluation, Input, Swings, swings};
use crate::plan::{Occasion, Problems};
use crate::simulate::{Conditions, Course, Parameter, Precision, Simulator};
use crate::units::{DAYS_PER_MONTH, Day, Outlook};

/// A plan that was found, as its estimate says it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The plan.
    pub found: Found,
    /// The client's plan with it as its only option, ranges and all.
    pub evaluation: Evaluation,
    /// In which share of the draws of clinics it reaches what is enough; none if nothing is, or for other goals than a day
    /// or a stretch of days.
    pub chance: Option<f64>,
    /// What it leans on most: what would move its result the furthest, besides how a person responds.
    pub leans_on: Option<Input>,
    /// Whether that is our assumption.
    pub is_leaning_on_assumption: bool,
}

/// A level as a plan's target, which is a whole percentage.
fn whole_percent(level: f64) -> Option<u32> {
    (0..=100).find(|percent| (f64::from(*percent) / 100.0).total_cmp(&level).is_eq())
}

/// As long as months at a level are this near to all of them, they are all.
const ALL: f64 = 1e-3;

impl Told {
    /// Estimates a plan that was found for this draft, whose own options are left out.
    ///
    /// # Errors
    /// What keeps the plan from being estimated.
    pub fn of(
        found: &Found,
        (draft, catalog): (&Draft, &Catalog),
        (goal, enough): (Goal, Option<f64>),
        (estimator, simulator): (&mut Estimator, &mut Simulator),
        precision: Precision,
    ) -> Result<Self, Problems> {
        let target = if let Goal::MonthsAbove(level) = goal { whole_percent(level) } else { draft.target };
        let plan = Draft { target, ..with(draft, &found.lines) };
        let evaluation = Evaluation::with(estimator, &plan, catalog)?.simulated(simulator, precision);
        let (plan, estimate) = (&evaluation.plan, &evaluation.estimate);
        let swings = swings(plan, estimate, catalog, 0, (estimator, simulator));
        let projection = estimate.options[0].projection.as_ref();
        let leans_on = swings.and_then(|swings| leans_on(&swings));
        let params = catalog.concern(&draft.concern).and_then(|one| Params::new(catalog, one, &draft.profile));
        let is_assumed = |input| params.as_ref().is_some_and(|params| assumed::of_input(input, &found.lines, params));
        Ok(Self {
            found: found.clone(),
            chance: projection.and_then(|projection| chance(projection, goal, enough?, simulator, precision)),
            is_leaning_on_assumption: leans_on.as_ref().is_some_and(is_assumed),
            leans_on,
            evaluation,
        })
    }

    /// What it reaches with its ranges, as far as an estimate has them for the goal.
    pub fn range(&self, goal: Goal) -> Option<Outlook> {
        let projection = self.option().projection.as_ref()?;
        match goal {
            Goal::ImprovementYears => Some(projection.improvement_years),
            Goal::OnDay(day) => Some(projection.improvement(day)),
            Goal::MonthsAbove(_) => projection.months_at_target,
            // Of several days at once an estimate has none.
            Goal::Held { .. } => None,
        }
    }

    /// The days that matter in the plan, and how it stands on them.
    pub fn occasions(&self) -> impl Iterator<Item = (&Occasion, &OnOccasion)> {
        self.evaluation.estimate.occasions.iter().zip(&self.option().occasions)
    }

    /// The plan as its estimate says it is.
    pub fn option(&self) -> &OptionEstimate {
        // It was made with one option, and doing nothing stands behind it.
        &self.evaluation.estimate.options[0]
    }
}

/// The input that moves a result most. How one person responds moves every plan, and says nothing of this one.
fn leans_on(swings: &Swings) -> Option<Input> {
    let of_person = Input::Shared(Parameter::Person);
    swings.bars.iter().map(|bar| &bar.input).find(|input| **input != of_person).cloned()
}

/// In which share of the draws a level is held on a day, or from one day to another.
fn chance(
    projection: &Projection,
    goal: Goal,
    level: f64,
    simulator: &mut Simulator,
    precision: Precision,
) -> Option<f64> {
    let (from, to) = match goal {
        // A stretch of a day, as there are no months in a moment.
        Goal::OnDay(day) => (day, day + 1),
        Goal::Held { from, to } => (from, to.max(from + 1)),
        Goal::ImprovementYears | Goal::MonthsAbove(_) => return None,
    };
    let course = projection.course();
    let days: Vec<Day> = (from..to).step_by(7).chain([to]).collect();
    let conditions = Conditions { days, target: Some(level), ..course.conditions };
    let simulation = simulator.simulate(&Course { conditions, ..course }, precision);
    let months = &simulation.figures.months_at_target.as_ref()?.clinics;
    let whole = f64::from(to - from) / DAYS_PER_MONTH;
    let held = months.iter().filter(|months| f64::from(**months) >= whole - ALL).count();
    #[expect(clippy::cast_precision_loss, reason = "a few thousand draws")]
    let share = held as f64 / months.len() as f64;
    Some(share)
}
