//! `check`: valid, or every problem with its place.

use super::args::Check;
use super::evaluated::EvaluatedPlan;
use super::failure::Failure;
use super::{clock, files};
use crate::locale::tr;
use crate::report::text;
use crate::wording;

pub(super) fn run(args: &Check) -> Result<(), Failure> {
    let evaluated = EvaluatedPlan::read(&args.file, &args.with)?;
    let remarks = text::remarks(&evaluated.results()).into_iter().map(|one| one + "\n").collect::<String>();
    let status = wording::plan_status(&evaluated.record, clock::today());
    let torn = wording::torn_log(&evaluated.dossier.log).map(|said| said + "\n").unwrap_or_default();
    files::print(format!("{}\n{status}\n{torn}{remarks}", tr!("valid")))
}
