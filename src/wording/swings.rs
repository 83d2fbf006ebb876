//! What moves an option, in words.

use super::figures::{improvement_years, money, money_signed, two_figures};
use super::names::treatment_name;
use super::plan::{line_name, option_mark, upkeep};
use crate::catalog::Catalog;
use crate::decide::Bar;
use crate::document::LineId;
use crate::estimate::Estimate;
use crate::evaluation::{End, Input, Outcome, Swings};
use crate::locale::{tr, trn};
use crate::plan::Plan;
use crate::simulate::Parameter;
use crate::units::Money;

/// What the figures of swings are, in a sentence that ends with a colon.
pub fn swings_title(swings: &Swings, at: usize, estimate: &Estimate) -> String {
    let (option, typical) = (option_mark(&estimate.options[at]), swing_result(swings.typical, swings, estimate));
    match swings.outcome {
        Outcome::ImprovementYears => tr!("{option}, improvement-years, typically {typical}:", option, typical),
        Outcome::Over(other) => {
            let other = option_mark(&estimate.options[other]);
            tr!("{option}, net benefit over {other}, typically {typical}:", option, other, typical)
        }
    }
}

/// An input by its name.
pub fn swing_input(input: &Input, plan: &Plan, catalog: &Catalog) -> String {
    let line = |id: &LineId| {
        let lines = plan.options.iter().flat_map(|option| &option.lines);
        lines.into_iter().find(|line| line.id == *id).map(|line| line_name(catalog, line)).unwrap_or_default()
    };
    match input {
        Input::Shared(parameter) => parameter_name(*parameter).to_owned(),
        Input::Gain(id) => tr!("Gain by {treatment}", treatment = treatment_name(catalog, id)),
        Input::Price(id) => tr!("Price of {treatment}", treatment = line(id)),
        Input::PackagePrice(id) => tr!("Package price of {treatment}", treatment = line(id)),
        Input::Upkeep(id) => tr!("Upkeep of {treatment}", treatment = line(id)),
        Input::Skipped(id) => tr!("Sessions of {treatment}", treatment = line(id)),
    }
}

fn parameter_name(parameter: Parameter) -> &'static str {
    match parameter {
        Parameter::Person => tr!("How one person responds"),
        Parameter::Concern => tr!("Gain for the concern"),
        Parameter::Treatment(_) => tr!("Gain by the treatment"),
        Parameter::Persistence => tr!("Share that stays"),
        Parameter::Fade => tr!("Time to fade"),
        Parameter::Wear => tr!("Wear of what stays"),
        Parameter::Ceiling => tr!("Most that can be gained"),
        Parameter::AddOn => tr!("What add-ons add"),
        Parameter::Together => tr!("What a further treatment adds"),
        Parameter::Beyond => tr!("What follows the evidence"),
    }
}

/// One end of an input.
pub fn swing_end(end: End, estimate: &Estimate) -> String {
    match end {
        End::Tenth => tr!("low").to_owned(),
        End::NineTenths => tr!("high").to_owned(),
        End::Price(price) => money(price, estimate.currency),
        End::Upkeep(every) => upkeep(every),
        End::Skipped(0) => tr!("all kept").to_owned(),
        End::Skipped(count) => trn!(count, "{count} skipped", "{count} skipped", count),
    }
}

/// A result of swings: improvement-years, or an amount with its sign.
fn swing_result(result: f64, swings: &Swings, estimate: &Estimate) -> String {
    match swings.outcome {
        Outcome::ImprovementYears => improvement_years(result),
        Outcome::Over(_) => {
            #[expect(clippy::cast_possible_truncation, reason = "casts stop at the largest amount")]
            let amount = two_figures(Money::from_minor(result as i64), estimate.currency);
            money_signed(amount, estimate.currency)
        }
    }
}

/// What comes of the two ends of an input: `low 1.6, high 2.7`.
pub fn swing_ends(bar: &Bar<Input, End>, swings: &Swings, estimate: &Estimate) -> String {
    let end = |at: usize| {
        format!("{} {}", swing_end(bar.ends[at], estimate), swing_result(bar.results[at], swings, estimate))
    };
    format!("{}, {}", end(0), end(1))
}

/// What an input does: `Time to fade: low 1.6, high 2.7`.
pub fn swing(
    bar: &Bar<Input, End>,
    swings: &Swings,
    (plan, estimate): (&Plan, &Estimate),
    catalog: &Catalog,
) -> String {
    format!("{}: {}", swing_input(&bar.input, plan, catalog), swing_ends(bar, swings, estimate))
}
