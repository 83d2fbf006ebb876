//! `estimate`: cost and projected result of every option.

use super::args::Estimate as Args;
use super::args::shared::Format;
use super::clock;
use super::evaluated::EvaluatedPlan;
use super::failure::Failure;
use super::files;
use crate::estimate::Estimate;
use crate::locale::tr;
use crate::report::{json, tables, text};
use crate::units::Day;
use crate::wording;

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let evaluated = EvaluatedPlan::read(&args.file, &args.with)?;
    let results = evaluated.results();
    let days = args.at.as_deref();
    within_horizon(results.estimate, days.unwrap_or_default())?;
    match (args.format, days) {
        (Format::Text, None) => files::print(text::estimate(&results, clock::today())),
        (Format::Text, Some(days)) => files::print(text::curves(&results, days, clock::today())),
        (Format::Json, days) => files::print(json::estimate(&results, days)?),
        (Format::Csv, None) => files::print(tables::ledger(&results).csv()?),
        (Format::Csv, Some(days)) => files::print(tables::curves(&results, days).csv()?),
    }
}

/// Beyond the horizon nothing is planned, so nothing can be said.
fn within_horizon(estimate: &Estimate, days: &[Day]) -> Result<(), Failure> {
    let last = estimate.horizon_days;
    match days.iter().find(|day| **day > last) {
        None => Ok(()),
        Some(day) => Err(Failure::bad_input(tr!(
            "--at: day {day} is beyond the plan's horizon, whose last day is {last} ({date})",
            day,
            last,
            date = wording::date(estimate.date(last))
        ))),
    }
}
