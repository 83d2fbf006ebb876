//! `check`: valid, or every problem with its place.

use super::args::Check;
use super::failure::Failure;
use super::work::Work;
use super::{clock, files};
use crate::locale::tr;
use crate::report::text;
use crate::wording;

pub(super) fn run(args: &Check) -> Result<(), Failure> {
    let work = Work::read(&args.file, &args.with)?;
    let estimate = &work.evaluation.estimate;
    let of_options = estimate.options.iter().flat_map(|option| &option.remarks);
    let remarks = estimate.remarks.iter().chain(of_options).map(|remark| text::remark(remark) + "\n");
    let standing = wording::plan_standing(&work.record, clock::today());
    files::print(format!("{}\n{standing}\n{}", tr!("valid"), remarks.collect::<String>()))
}
