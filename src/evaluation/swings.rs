//! What moves an option most: each input at both ends of what it may be, all others as they are.

use crate::catalog::{Catalog, TreatmentId};
use crate::decide::{Bar, tornado};
use crate::document::{LineId, Upkeep, limits};
use crate::engine::treatment_number;
use crate::estimate::{Estimate, Estimator, OptionEstimate};
use crate::ledger::Ledger;
use crate::plan::{Line, Plan};
use crate::simulate::{Parameter, Simulator};
use crate::units::Money;

/// Something that a result or its cost hangs on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A parameter of the model that all options share.
    Shared(Parameter),
    /// How much is gained by a treatment.
    Gain(TreatmentId),
    /// The price of a line's single sessions.
    Price(LineId),
    /// The price of a line's package.
    PackagePrice(LineId),
    /// How often the upkeep of a line comes.
    Upkeep(LineId),
    /// Sessions of a line's course that are skipped.
    Skipped(LineId),
}

/// One end of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Of ten possible values one is lower.
    Tenth,
    /// Of ten possible values nine are lower.
    NineTenths,
    /// A price.
    Price(Money),
    /// Upkeep.
    Upkeep(Upkeep),
    /// So many sessions left out.
    Skipped(u32),
}

/// What the results of [`Swings`] are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Improvement-years of the option: nobody said what they are worth.
    ImprovementYears,
    /// Net benefit of the option less that of the one at this position, the best other one typically, in minor units:
    /// improvement-years at their worth, less cost. Above zero the option is the better one.
    Over(usize),
}

/// What moves an option, the input that moves it most first.
#[derive(Clone, Debug, PartialEq)]
pub struct Swings {
    /// What the results are.
    pub outcome: Outcome,
    /// The result with all inputs as they are, in the typical course.
    pub typical: f64,
    /// The inputs with what they do. One that does nothing is left out.
    pub bars: Vec<Bar<Input, End>>,
}

/// A result that moves less does not move.
const NOTHING: f64 = 1e-6;

/// What an option costs and achieves.
#[derive(Clone, Copy)]
struct Achieved {
    cost: f64,
    years: f64,
}

/// One option among the others while an input changes.
struct Swung<'a> {
    plan: &'a Plan,
    estimate: &'a Estimate,
    catalog: &'a Catalog,
    at: usize,
    outcome: Outcome,
    worth: f64,
    /// What all options cost and achieve typically.
    typical: Vec<Achieved>,
}

/// What moves the option of a plan at a position; none of doing nothing, and where no result is projected.
pub fn swings(
    plan: &Plan,
    estimate: &Estimate,
    catalog: &Catalog,
    at: usize,
    (estimator, simulator): (&mut Estimator, &mut Simulator),
) -> Option<Swings> {
    let option = plan.options.get(at)?;
    estimate.options[at].projection.as_ref()?;
    let parameters = parameters(plan, catalog);
    let asked: Vec<Parameter> = parameters.iter().map(|(_, parameter)| *parameter).collect();
    let drawn: Vec<(f64, Vec<[f64; 2]>)> =
        estimate.options.iter().map(|option| one_by_one(option, &asked, simulator)).collect();
    let costs = estimate.options.iter().map(|option| option.ledger.total.typical.approximate());
    let typical = costs.zip(&drawn).map(|(cost, (years, _))| Achieved { cost, years: *years }).collect();
    let swung = Swung::new((plan, estimate, catalog), at, typical);
    let mut inputs: Vec<(Input, [End; 2])> =
        parameters.iter().map(|(input, _)| (input.clone(), [End::Tenth, End::NineTenths])).collect();
    inputs.extend(option.lines.iter().flat_map(inputs_of));
    let mut bars = tornado(inputs, |input, end| match end {
        End::Tenth | End::NineTenths => {
            let position = parameters.iter().position(|(known, _)| known == input)?;
            let years = |option: usize| drawn[option].1[position][usize::from(end == End::NineTenths)];
            Some(swung.with(|option| Achieved { years: years(option), ..swung.typical[option] }))
        }
        _ => swung.changed(input, end, estimator),
    });
    bars.retain(|bar| bar.swing() > NOTHING);
    Some(Swings { outcome: swung.outcome, typical: swung.with(|option| swung.typical[option]), bars })
}

/// The parameters that options of a plan hang on.
fn parameters(plan: &Plan, catalog: &Catalog) -> Vec<(Input, Parameter)> {
    let mut treatments: Vec<&TreatmentId> =
        plan.options.iter().flat_map(|option| &option.lines).map(|line| &line.treatment).collect();
    treatments.sort();
    treatments.dedup();
    let of_treatments = treatments
        .into_iter()
        .filter_map(|id| Some((Input::Gain(id.clone()), Parameter::Treatment(treatment_number(catalog, id)?))));
    let shared = Parameter::SHARED.iter().map(|parameter| (Input::Shared(*parameter), *parameter));
    shared.chain(of_treatments).collect()
}

/// The improvement-years of an option when all is typical, and with each parameter at its ends; none of doing nothing.
fn one_by_one(option: &OptionEstimate, parameters: &[Parameter], simulator: &mut Simulator) -> (f64, Vec<[f64; 2]>) {
    let projection = option.projection.as_ref().filter(|_| option.mark.is_some());
    projection.map_or_else(
        || (0.0, vec![[0.0; 2]; parameters.len()]),
        |projection| simulator.one_by_one(&projection.course(), parameters),
    )
}

/// What of a line may come otherwise, with its ends.
fn inputs_of(line: &Line) -> impl Iterator<Item = (Input, [End; 2])> {
    let prices = [(Input::Price(line.id), Some(line.price))].into_iter();
    let packages = [(Input::PackagePrice(line.id), line.package.as_ref().map(|package| package.price))];
    let prices = prices.chain(packages).filter_map(|(input, price)| {
        let price = price.filter(|price| price.low != price.high)?;
        Some((input, [End::Price(price.low), End::Price(price.high)]))
    });
    let held = |months: u32| months.clamp(*limits::UPKEEP_MONTHS.start(), *limits::UPKEEP_MONTHS.end());
    let upkeep = match line.upkeep {
        Upkeep::Every { months } => {
            Some([held((2 * months).div_ceil(3)), held(3 * months / 2)].map(|months| Upkeep::Every { months }))
        }
        Upkeep::WhenFaded { percent } => {
            let least = percent.saturating_sub(10).max(*limits::UPKEEP_SHARE.start());
            Some([(percent + 10).min(*limits::UPKEEP_SHARE.end()), least].map(|percent| Upkeep::WhenFaded { percent }))
        }
        Upkeep::None => None,
    };
    let upkeep = upkeep.map(|ends| (Input::Upkeep(line.id), ends.map(End::Upkeep)));
    let skipped = (line.sessions > 1).then_some((Input::Skipped(line.id), [End::Skipped(1), End::Skipped(0)]));
    prices.chain(upkeep).chain(skipped)
}

impl<'a> Swung<'a> {
    fn new(
        (plan, estimate, catalog): (&'a Plan, &'a Estimate, &'a Catalog),
        at: usize,
        typical: Vec<Achieved>,
    ) -> Self {
        let worth = estimate.worth.map(Money::approximate);
        let benefit = |option: &usize| worth.unwrap_or_default() * typical[*option].years - typical[*option].cost;
        let others = (0..typical.len()).filter(|other| *other != at);
        let best = others.max_by(|one, other| benefit(one).total_cmp(&benefit(other)));
        let outcome = worth.and(best).map_or(Outcome::ImprovementYears, Outcome::Over);
        Self { plan, estimate, catalog, at, outcome, worth: worth.unwrap_or_default(), typical }
    }

    /// The result with what options cost and achieve.
    fn with(&self, achieved: impl Fn(usize) -> Achieved) -> f64 {
        let benefit = |option: usize| {
            let Achieved { cost, years } = achieved(option);
            self.worth * years - cost
        };
        match self.outcome {
            Outcome::ImprovementYears => achieved(self.at).years,
            Outcome::Over(other) => benefit(self.at) - benefit(other),
        }
    }

    /// The result with another price, or with other sessions; none where these cannot be.
    fn changed(&self, input: &Input, end: End, estimator: &mut Estimator) -> Option<f64> {
        let (plan, estimate) = (self.plan, self.estimate);
        let (Input::Price(id) | Input::PackagePrice(id) | Input::Upkeep(id) | Input::Skipped(id)) = input else {
            return None;
        };
        let mut option = plan.options[self.at].clone();
        let line = option.lines.iter_mut().find(|line| line.id == *id)?;
        match end {
            End::Price(price) => line.set_typical_price(matches!(input, Input::PackagePrice(_)), price),
            End::Upkeep(upkeep) => line.upkeep = upkeep,
            End::Skipped(count) => line.sessions -= count,
            End::Tenth | End::NineTenths => return None,
        }
        option.lines.iter_mut().for_each(Line::settle);
        let achieved = if let End::Price(_) = end {
            let cost = Ledger::of(plan, &option, &estimate.options[self.at].schedule).total.typical;
            Achieved { cost: cost.approximate(), ..self.typical[self.at] }
        } else {
            let changed = Plan { options: vec![option], ..plan.clone() };
            achieved(&estimator.estimate_with(&changed, self.catalog, |_| ()).ok()?)?
        };
        Some(self.with(|option| if option == self.at { achieved } else { self.typical[option] }))
    }
}

/// What the first option of an estimate costs and achieves.
fn achieved(estimate: &Estimate) -> Option<Achieved> {
    let option = estimate.options.first()?;
    let years = option.projection.as_ref()?.improvement_years.typical;
    Some(Achieved { cost: option.ledger.total.typical.approximate(), years })
}
