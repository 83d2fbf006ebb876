//! `report`: the sheet a client takes home.

use super::args::sheet::Report;
use super::failure::Failure;
use super::{files, handout};
use crate::locale::{Locale, tr};

pub(super) fn run(args: &Report, locale: Option<Locale>) -> Result<(), Failure> {
    let made = handout::make(&args.sheet, locale)?;
    files::spare_plan(&args.output, tr!("the sheet"))?;
    files::write(&args.output, &made.document.pdf()?)
}
