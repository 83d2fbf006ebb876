//! `compare`: all options side by side.

use super::args::Compare;
use super::args::shared::Format;
use super::failure::Failure;
use super::files;
use super::work::Work;
use crate::report::{json, tables, text};

pub(super) fn run(args: &Compare) -> Result<(), Failure> {
    let work = Work::read(&args.file, &args.with)?;
    match args.format {
        Format::Text => files::print(text::comparison(&work.worked())),
        Format::Json => files::print(json::comparison(&work.worked())?),
        Format::Csv => files::print(tables::comparison(&work.worked()).csv()?),
    }
}
