//! `export`: one table, chart, document or calendar.

use super::args::exchange::Export as Args;
use super::evaluated::EvaluatedPlan;
use super::failure::Failure;
use super::progress::followed;
use super::{clock, files};
use crate::locale::tr;
use crate::report::PlanResults;
use crate::report::calendar::Contents;
use crate::report::export::{Export, ExportInput};
use crate::simulate::Precision;
use crate::storage::{Disk, SystemTypefaces};

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    if args.what != Export::Calendar {
        only_for_a_calendar(args)?;
    }
    let evaluated = EvaluatedPlan::read(&args.file, &args.with)?.seen_for(&args.of)?;
    files::spare_plan(&args.output, tr!("the export"))?;
    let precision = Precision(args.with.draws);
    let expected = args.expected.then(|| followed(&evaluated, args.option, (clock::today(), precision))).transpose()?;
    let as_expected = expected.as_ref().map(|followed| {
        let expected = PlanResults::of(&followed.expected, &evaluated.catalog);
        expected.acknowledging(evaluated.record.acknowledged())
    });
    let bytes = args.what.bytes(&ExportInput {
        plan: as_expected.unwrap_or_else(|| evaluated.results()),
        option: args.option,
        record: &evaluated.record,
        contents: Contents { reference: !args.no_reference, aftercare: !args.no_aftercare },
        made: &clock::now(),
        typefaces: &SystemTypefaces::new(&Disk::here()),
    })?;
    files::write(&args.output, &bytes)
}

/// What would have no effect is more likely a mistake than meant.
fn only_for_a_calendar(args: &Args) -> Result<(), Failure> {
    let given = [
        ("--option", args.option.is_some() && !args.expected),
        ("--no-reference", args.no_reference),
        ("--no-aftercare", args.no_aftercare),
    ];
    match given.into_iter().find(|(_, given)| *given) {
        None => Ok(()),
        Some((name, _)) => Err(Failure::bad_input(tr!(
            "{name} is for a calendar only; leave it out, or choose --what calendar instead of {what}",
            name,
            what = args.what.id()
        ))),
    }
}
