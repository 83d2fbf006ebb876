//! `table`: the plans of a folder as one table.

use super::args::exchange::Table as Args;
use super::evaluated::EvaluatedPlan;
use super::failure::Failure;
use super::{clock, files};
use crate::catalog::Catalog;
use crate::locale::tr;
use crate::report::tables::Plans;
use crate::simulate::Precision;
use crate::storage::{self, Disk};
use crate::wording;

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    files::spare_plan(&args.output, tr!("the table"))?;
    let plans = storage::plans_in(&Disk::here(), &args.folder)?;
    if plans.is_empty() {
        let folder = args.folder.display();
        let sentence = tr!("\"{folder}\" holds no plan; plans are files whose names end in .clplan or .ron", folder);
        return Err(Failure::bad_input(sentence));
    }
    let (mut table, mut problems, today) = (Plans::default(), Vec::new(), clock::today());
    let list = files::read_price_list(args.with.prices.as_deref(), &Catalog::built_in())?;
    for path in &plans {
        let name = files::name_of(path);
        match EvaluatedPlan::read_over(path, &list, Precision(args.with.draws)) {
            Ok(evaluated) => table.add(&name, &evaluated.results(), &evaluated.record, today),
            Err(failure) => problems.extend(failure.sentences().iter().map(|sentence| wording::named(&name, sentence))),
        }
    }
    files::write(&args.output, &table.grid().file(&args.output)?)?;
    if problems.is_empty() { Ok(()) } else { Err(Failure::BadInput(problems)) }
}
