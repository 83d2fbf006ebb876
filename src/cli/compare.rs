//! `compare`: all options side by side.

use super::args::Compare;
use super::args::shared::Format;
use super::clock;
use super::evaluated::EvaluatedPlan;
use super::failure::Failure;
use super::files;
use crate::report::{json, tables, text};

pub(super) fn run(args: &Compare) -> Result<(), Failure> {
    let evaluated = EvaluatedPlan::read(&args.file, &args.with)?.seen_for(&args.of)?;
    match args.format {
        Format::Text => files::print(text::comparison(&evaluated.results(), clock::today())),
        Format::Json => files::print(json::comparison(&evaluated.results())?),
        Format::Csv => files::print(tables::comparison(&evaluated.results()).csv()?),
    }
}
