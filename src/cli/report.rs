//! `report`: the sheet a client takes home.

use super::args::Report;
use super::failure::Failure;
use super::files;
use super::work::Work;
use crate::report::sheet::{self, Sheet};

pub(super) fn run(args: &Report) -> Result<(), Failure> {
    let work = Work::read(&args.file, &args.with)?;
    files::spare_plan(&args.output, "the sheet")?;
    let bytes = sheet::pdf(&Sheet {
        plan: work.worked(),
        paper: args.paper.into(),
        issued: super::today(),
        version: env!("CARGO_PKG_VERSION"),
    })?;
    files::write(&args.output, &bytes)
}
