//! `print` and `printers`: the sheet, straight to a printer.

use super::args::sheet::Print;
use super::failure::Failure;
use super::{files, handout};
use crate::printing::{self, Job, Printers};
use crate::report::sheet::Paper;

pub(super) fn run(args: &Print) -> Result<(), Failure> {
    let made = handout::make(&args.sheet)?;
    let pdf = made.document.pdf()?;
    let title = match made.reference.trim() {
        "" => "Budget summary".to_owned(),
        reference => format!("Budget summary {reference}"),
    };
    let media = match made.paper {
        Paper::A4 => "iso_a4_210x297mm",
        Paper::Letter => "na_letter_8.5x11in",
    };
    let job = printing::print(&Job { pdf: &pdf, title: &title, media }, args.printer.as_deref())?;
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
