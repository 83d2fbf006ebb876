//! What is said and kept when the program itself goes wrong, and the log of what it does, for those who ask for one.
//!
//! Neither holds anything of a client: of a fault its place is kept and not what it says, and the log names work, never files.

use super::args::WithLog;
use super::clock;
use super::failure::Failure;
use crate::locale::tr;
use crate::storage::{self, Disk, Places};
use log::LevelFilter;
use std::io::Write as _;

/// Has every fault of the program kept in a file and said in one sentence, on whatever thread it is.
pub(super) fn keep_faults() {
    std::panic::set_hook(Box::new(|panic| {
        let disk = &Disk::here();
        let kept = Places::of_user().map(|places| storage::keep_crash(disk, &places.crashes(), panic, &clock::now()));
        let sentence = match kept {
            Some(Ok(path)) => tr!(
                "Something went wrong in the program itself; for those who mend it, {file} says where, and nothing of a plan",
                file = path.display()
            ),
            _ => tr!("Something went wrong in the program itself").to_owned(),
        };
        // Where nobody listens there is nobody to tell.
        let _ = writeln!(std::io::stderr(), "{sentence}");
    }));
}

/// Writes what the program does to a file, if that is asked for.
pub(super) fn begin_log(asked: &WithLog) -> Result<(), Failure> {
    let Some(path) = &asked.log else { return Ok(()) };
    let file = storage::begin_log(&Disk::here(), path)?;
    let mut logger = env_logger::Builder::new();
    // What others write down may name files.
    logger.filter(None, LevelFilter::Off).filter(Some("collagen_ledger"), LevelFilter::Debug);
    logger.format(|line, record| {
        let now = clock::now().strftime("%Y-%m-%dT%H:%M:%S%.3f%:z").to_string();
        writeln!(line, "{now} {} {}", record.level(), record.args())
    });
    logger.target(env_logger::Target::Pipe(Box::new(file))).init();
    log::info!("Collagen Ledger {} on {} {}", env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH);
    Ok(())
}
