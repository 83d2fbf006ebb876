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
    let mut remarks: Vec<String> = Vec::new();
    for estimate in evaluated.evaluation.each_concern().map(|one| &one.estimate) {
        let of_options = estimate.options.iter().flat_map(|option| &option.remarks);
        let said = estimate.remarks.iter().chain(of_options).map(|remark| text::remark(remark) + "\n");
        // Most hold whatever concern is looked at.
        let new: Vec<String> = said.filter(|one| !remarks.contains(one)).collect();
        remarks.extend(new);
    }
    let status = wording::plan_status(&evaluated.record, clock::today());
    files::print(format!("{}\n{status}\n{}", tr!("valid"), remarks.concat()))
}
