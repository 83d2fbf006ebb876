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
    let estimate = &evaluated.evaluation.estimate;
    let of_options = estimate.options.iter().flat_map(|option| &option.remarks);
    let remarks = estimate.remarks.iter().chain(of_options).map(|remark| text::remark(remark) + "\n");
    let status = wording::plan_status(&evaluated.record, clock::today());
    files::print(format!("{}\n{status}\n{}", tr!("valid"), remarks.collect::<String>()))
}
