//! The program without its window: commands for scripts, over the same library.
//!
//! Results go to standard output, errors to standard error. The exit code is 0 when all is done, 2 for bad input or
//! usage, and 1 for anything else. Besides the window's shell this is the one room that reads the clock.

mod acknowledge;
mod args;
mod catalog;
mod check;
mod clock;
mod compare;
mod credit;
mod due;
mod estimate;
mod evaluated;
mod export;
mod failure;
mod faults;
mod files;
mod find;
mod forget;
mod handout;
mod keep_free;
mod locale;
mod new;
mod passphrase;
mod prices;
mod print;
mod progress;
mod protect;
mod record;
mod report;
mod table;
mod template;

pub use args::Args;
pub use failure::Failure;

use crate::app;
use crate::locale::{Locale, tr};
use args::Command;
use locale::LocaleRequest;
use std::path::{Path, PathBuf};

/// Does what was asked for: a command, or the window if there is none.
///
/// # Errors
/// What went wrong, with its exit code.
pub fn run(args: Args) -> Result<(), Failure> {
    faults::keep_faults();
    let asked = locale::choose(&args.locale)?;
    faults::begin_log(&args.log)?;
    passphrase::take(&args.passphrase)?;
    let passphrase_file = args.passphrase.passphrase_file;
    if let Some(command) = args.command {
        if let Some(file) = args.file {
            let sentence = tr!("\"{name}\" stands before the command; put it behind it", name = file.display());
            return Err(Failure::bad_input(sentence));
        }
        // Not the desktop's: a script is to write the same on every machine.
        crate::locale::set(asked.over(Locale::default()));
        let began = std::time::Instant::now();
        let done = command_of(command, asked, passphrase_file.as_deref());
        let outcome = if done.is_ok() { "done" } else { "failed" };
        log::info!("command: {outcome} after {} ms", began.elapsed().as_millis());
        return done;
    }
    window(args.file, asked.is_given().then(|| asked.over(Locale::default())))
}

fn command_of(command: Command, asked: LocaleRequest, passphrase: Option<&Path>) -> Result<(), Failure> {
    match command {
        Command::New(args) => new::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Estimate(args) => estimate::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Find(args) => find::run(&args),
        Command::Credit(args) => credit::run(&args),
        Command::Report(args) => report::run(&args, asked),
        Command::Export(args) => export::run(&args),
        Command::Table(args) => table::run(&args),
        Command::Due(args) => due::run(&args),
        Command::KeepFree(args) => keep_free::run(&args),
        Command::Issue(args) => record::issue(&args),
        Command::Answer(args) => record::answer(&args),
        Command::Revise(args) => record::revise(&args),
        Command::Record(args) => record::record(&args),
        Command::Acknowledge(args) => acknowledge::run(&args),
        Command::Note(args) => progress::note(&args),
        Command::Progress(args) => progress::progress(&args),
        Command::Prices(args) => prices::run(&args.command),
        Command::Print(args) => print::run(&args, asked),
        Command::Printers => print::list(),
        Command::Template(args) => template::run(&args),
        Command::Forget(args) => forget::run(&args),
        Command::Protect(args) => protect::run(&args, passphrase),
        Command::Catalog(args) => catalog::run(&args),
    }
}

fn window(file: Option<PathBuf>, locale: Option<Locale>) -> Result<(), Failure> {
    if file.as_ref().is_some_and(|file| file.to_str() == Some(files::STREAM)) {
        let sentence = tr!("the window opens files, not standard input; give a file, or a command before \"-\"");
        return Err(Failure::bad_input(sentence));
    }
    app::run(file, locale).map_err(|error| Failure::Other(format!("{error:#}")))
}
