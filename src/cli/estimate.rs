//! `estimate`: cost and projected result of every option.

use super::args::Estimate as Args;
use super::args::shared::Format;
use super::clock;
use super::evaluated::EvaluatedPlan;
use super::failure::Failure;
use super::files;
use crate::estimate::Estimate;
use crate::locale::tr;
use crate::report::{AskedDays, json, tables, text};
use crate::simulate::{Precision, Simulator};
use crate::units::Day;
use crate::wording;

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let evaluated = EvaluatedPlan::read(&args.file, &args.with)?.seen_for(&args.of)?;
    let results = evaluated.results();
    let days = args.at.as_deref();
    within_horizon(results.estimate, days.unwrap_or_default())?;
    let stops =
        days.map(|days| evaluated.evaluation.stopped(days, &mut Simulator::default(), Precision(args.with.draws)));
    let asked = days.zip(stops.as_deref()).map(|(days, stops)| AskedDays { days, stops });
    match args.format {
        Format::Text => files::print(match &asked {
            Some(asked) => text::curves(&results, asked, clock::today()),
            None => text::estimate(&results, clock::today()),
        }),
        Format::Json => files::print(json::estimate(&results, asked.as_ref())?),
        Format::Csv => files::print(match &asked {
            Some(asked) => tables::asked_days(&results, asked).csv()?,
            None => tables::ledger(&results).csv()?,
        }),
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
