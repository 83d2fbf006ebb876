//! `due`: what is to be seen to over the plans of a folder.

use super::args::day;
use super::args::exchange::Due as Args;
use super::args::shared::TextOrCsv;
use super::evaluated::EvaluatedPlan;
use super::failure::Failure;
use super::{clock, files};
use crate::catalog::Catalog;
use crate::report::tables::{self, DueRow};
use crate::report::text;
use crate::simulate::Precision;
use crate::storage::{self, Disk};
use crate::units::Date;
use std::path::Path;

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let plans = storage::plans_in(&Disk::here(), &args.folder)?;
    let list = files::read_price_list(args.with.prices.as_deref(), &Catalog::built_in())?;
    let today = day::read(args.on.as_ref())?.unwrap_or_else(clock::today);
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    for path in &plans {
        let name = files::name_of(path);
        let read = EvaluatedPlan::read_over(path, &list, Precision(args.with.draws));
        match read.and_then(|plan| of_plan(path, &plan, (today, args.within))) {
            Ok(due) => rows.extend(due),
            Err(failure) => problems.extend(failure.sentences().iter().map(|said| files::named(&name, said))),
        }
    }
    rows.sort_by(|one, other| (one.on, &one.file).cmp(&(other.on, &other.file)));
    match args.format {
        TextOrCsv::Text => files::print(text::due(&rows))?,
        TextOrCsv::Csv => files::print(tables::due(&rows).csv()?)?,
    }
    if problems.is_empty() { Ok(()) } else { Err(Failure::BadInput(problems)) }
}

fn of_plan(path: &Path, plan: &EvaluatedPlan, within: (Date, u32)) -> Result<Vec<DueRow>, Failure> {
    let EvaluatedPlan { dossier, evaluation, catalog, .. } = plan;
    let dues = dossier.due(evaluation, within, catalog);
    let dues = dues.map_err(|problems| Failure::of_plan(&problems, &dossier.draft, catalog))?;
    Ok(DueRow::of(&files::name_of(path), &dossier.draft, &dues, catalog))
}
