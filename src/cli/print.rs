//! `print` and `printers`: the sheet, straight to a printer.

use super::args::sheet::Print;
use super::failure::Failure;
use super::locale::LocaleRequest;
use super::{files, handout};
use crate::locale::{tr, trn};
use crate::printing::{self, Job, Printers};
use crate::report::sheet::{self, Sides};

pub(super) fn run(args: &Print, asked: LocaleRequest) -> Result<(), Failure> {
    let made = handout::make(&args.sheet, asked)?;
    let pdf = made.document.pdf()?;
    let job = Job {
        pdf: &pdf,
        title: &sheet::title(&made.reference),
        media: made.paper.media(),
        copies: args.copies,
        sides: Sides::from(args.sides).keyword(),
    };
    let job = printing::print(&job, args.printer.as_deref())?;
    let pages = made.document.page_count();
    files::print(trn!(pages as u64, "{job}: {pages} page", "{job}: {pages} pages", job, pages) + "\n")
}

pub(super) fn list() -> Result<(), Failure> {
    let Printers { names, default } = printing::printers()?;
    let line = |name: &String| {
        let line = if default.as_ref() == Some(name) { tr!("{name} (default)", name) } else { name.clone() };
        line + "\n"
    };
    files::print(names.iter().map(line).collect::<String>())
}
