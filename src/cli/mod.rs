//! The program without its window: commands for scripts, over the same library.
//!
//! Results go to standard output, errors to standard error. The exit code is 0 when all is done, 2 for bad input or
//! usage, and 1 for anything else. Besides the window's shell this is the one place that reads the clock.

mod args;
mod catalog;
mod check;
mod compare;
mod credit;
mod estimate;
mod export;
mod failure;
mod files;
mod handout;
mod new;
mod prices;
mod print;
mod record;
mod report;
mod table;
mod template;
mod work;

pub use args::Args;
pub use failure::Failure;

use crate::app;
use crate::units::Date;
use args::Command;
use jiff::Zoned;
use std::path::PathBuf;

/// Does what was asked for: a command, or the window if there is none.
///
/// # Errors
/// What went wrong, with its exit code.
pub fn run(args: Args) -> Result<(), Failure> {
    match args.command {
        None => window(args.file),
        Some(Command::New(args)) => new::run(&args),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Estimate(args)) => estimate::run(&args),
        Some(Command::Compare(args)) => compare::run(&args),
        Some(Command::Credit(args)) => credit::run(&args),
        Some(Command::Report(args)) => report::run(&args),
        Some(Command::Export(args)) => export::run(&args),
        Some(Command::Table(args)) => table::run(&args),
        Some(Command::Issue(args)) => record::issue(&args),
        Some(Command::Answer(args)) => record::answer(&args),
        Some(Command::Revise(args)) => record::revise(&args),
        Some(Command::Record(args)) => record::record(&args),
        Some(Command::Prices(args)) => prices::run(&args.command),
        Some(Command::Print(args)) => print::run(&args),
        Some(Command::Printers) => print::list(),
        Some(Command::Template(args)) => template::run(&args),
        Some(Command::Catalog(args)) => catalog::run(&args),
    }
}

fn window(file: Option<PathBuf>) -> Result<(), Failure> {
    if file.as_ref().is_some_and(|file| file.to_str() == Some(files::STREAM)) {
        return Err(Failure::bad_input(
            "the window opens files, not standard input; give a file, or a command before \"-\"",
        ));
    }
    app::run(file).map_err(|error| Failure::Other(format!("{error:#}")))
}

fn today() -> Date {
    now().date()
}

fn now() -> Zoned {
    Zoned::now()
}
