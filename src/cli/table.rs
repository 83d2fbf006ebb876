//! `table`: the plans of a folder as one CSV.

use super::args::Table as Args;
use super::failure::Failure;
use super::files;
use crate::catalog::Catalog;
use crate::evaluation::Evaluation;
use crate::report::Worked;
use crate::report::plans::Table;
use crate::storage;
use std::path::Path;

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    files::spare_plan(&args.output, "the table")?;
    let plans = storage::plans_in(&args.folder)?;
    if plans.is_empty() {
        let folder = args.folder.display();
        return Err(Failure::bad_input(format!("\"{folder}\" holds no plan; plans are files whose names end in .ron")));
    }
    let (mut table, mut problems) = (Table::new()?, Vec::new());
    let catalog = Catalog::built_in();
    for path in &plans {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match evaluation(path, &catalog) {
            Ok(evaluation) => table.add(&name, &Worked::of(&evaluation, &catalog))?,
            Err(failure) => problems.extend(failure.sentences().iter().map(|sentence| named(&name, sentence))),
        }
    }
    files::write(&args.output, &table.finish()?)?;
    if problems.is_empty() { Ok(()) } else { Err(Failure::BadInput(problems)) }
}

fn evaluation(plan: &Path, catalog: &Catalog) -> Result<Evaluation, Failure> {
    Ok(Evaluation::of(&files::read(plan)?, catalog)?)
}

/// A sentence that begins with the name of the file it is about.
fn named(name: &str, sentence: &str) -> String {
    if sentence.starts_with(name) { sentence.to_owned() } else { format!("{name}: {sentence}") }
}
