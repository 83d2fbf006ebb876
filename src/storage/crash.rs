//! What is kept of a fault of the program itself: where it was and with what, and nothing that anybody has typed.

use super::disk::StorageError;
use super::token::Disk;
use super::write::{make_folder_of, remove_older, write_private};
use jiff::Zoned;
use std::backtrace::Backtrace;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long such files stay.
const STAY: Duration = Duration::from_hours(90 * 24);

/// Writes down where the program went wrong, and gives the file's name. What a panic says is left out: it may hold what somebody
/// has typed.
///
/// # Errors
/// If the folder cannot be written.
pub fn keep_crash(disk: &Disk, folder: &Path, panic: &PanicHookInfo<'_>, at: &Zoned) -> Result<PathBuf, StorageError> {
    let path = folder.join(format!("crash-{}.txt", at.strftime("%Y%m%d-%H%M%S-%6f")));
    let place = panic.location().map_or_else(|| "?".to_owned(), ToString::to_string);
    let thread = std::thread::current().name().unwrap_or("?").to_owned();
    let text = format!(
        "Collagen Ledger {} went wrong in itself. Nothing of a plan or a client is in this file.\n\
         When: {at}\nWhere: {place}, thread {thread}\nSystem: {} {}\n\n{}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        Backtrace::force_capture(),
    );
    make_folder_of(disk, &path)?;
    write_private(disk, &path, text.as_bytes())?;
    remove_older(disk, folder, STAY);
    Ok(path)
}
