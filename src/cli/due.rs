//! `due`: what is to be seen to over the plans of a folder.

use super::args::day;
use super::args::exchange::{Due as Args, DueFormat};
use super::failure::Failure;
use super::{clock, files};
use crate::catalog::Catalog;
use crate::report::calendar;
use crate::report::tables::{self, DueRow};
use crate::report::text;
use crate::storage::{self, Disk, Versions};
use crate::wording;

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let plans = storage::plans_before_versions(&Disk::here(), &args.folder)?;
    let built_in = Catalog::built_in();
    let list = files::read_price_list(args.prices.as_deref(), &built_in)?;
    let today = day::read(args.on.as_ref())?.unwrap_or_else(clock::today);
    let (mut rows, mut problems, mut seen) = (Vec::new(), Vec::new(), Versions::default());
    for path in &plans {
        let name = files::name_of(path);
        let due = files::read(path).and_then(|dossier| {
            // Another version of a plan is due no second time.
            if seen.has_met(path, dossier.draft.id) {
                return Ok(Vec::new());
            }
            let clinic = list.over(&built_in, dossier.draft.start);
            DueRow::of(&name, &dossier, clinic, (today, args.within)).map_err(Failure::BadInput)
        });
        match due {
            Ok(due) => rows.extend(due),
            Err(failure) => problems.extend(failure.sentences().iter().map(|said| wording::named(&name, said))),
        }
    }
    rows.sort_by(|one, other| (one.on, &one.file).cmp(&(other.on, &other.file)));
    match args.format {
        DueFormat::Text => files::print(text::due(&rows))?,
        DueFormat::Csv => files::print(tables::due(&rows).csv()?)?,
        DueFormat::Ics => {
            let ics = calendar::due_ics(&rows, jiff::Timestamp::now());
            files::print(ics.map_err(|error| Failure::bad_input(error.to_string()))?)?;
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Failure::BadInput(problems)) }
}
