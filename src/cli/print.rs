//! `print` and `printers`: the sheet, straight to a printer.

use super::args::sheet::Print;
use super::failure::Failure;
use super::{files, handout};
use crate::printing::{self, Job, Printers};
use crate::report::sheet;

pub(super) fn run(args: &Print) -> Result<(), Failure> {
    let made = handout::make(&args.sheet)?;
    let pdf = made.document.pdf()?;
    let job = Job { pdf: &pdf, title: &sheet::title(&made.reference), media: made.paper.media() };
    let job = printing::print(&job, args.printer.as_deref())?;
    let pages = made.document.page_count();
    files::print(format!("{job}: {pages} {}\n", if pages == 1 { "page" } else { "pages" }))
}

pub(super) fn list() -> Result<(), Failure> {
    let Printers { names, default } = printing::printers()?;
    let line = |name: &String| {
        let mark = if default.as_ref() == Some(name) { " (default)" } else { "" };
        format!("{name}{mark}\n")
    };
    files::print(names.iter().map(line).collect::<String>())
}
