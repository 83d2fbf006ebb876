//! `report`: the sheet a client takes home.

use super::args::sheet::Report;
use super::failure::Failure;
use super::locale::LocaleRequest;
use super::{files, handout};
use crate::locale::tr;

pub(super) fn run(args: &Report, asked: LocaleRequest) -> Result<(), Failure> {
    let made = handout::make(&args.sheet, asked)?;
    files::spare_plan(&args.output, tr!("the sheet"))?;
    files::write(&args.output, &made.document.pdf()?)
}
