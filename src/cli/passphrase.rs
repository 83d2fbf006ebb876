//! Passphrases on the command line: from a file, or typed where there is a terminal. Never in an argument, which others can see.

use super::args::WithPassphrase;
use super::failure::{self, Failure};
use crate::locale::tr;
use crate::storage::{self, Disk, Passphrase, StorageError};
use std::io::{self, IsTerminal as _};
use std::path::Path;

/// How often a passphrase may be typed.
const TRIES: usize = 3;

/// Takes the passphrase of the file that was named, which opens and protects plans.
pub(super) fn take(asked: &WithPassphrase) -> Result<(), Failure> {
    asked.passphrase_file.as_deref().map(in_file).transpose()?.iter().for_each(storage::learn);
    Ok(())
}

/// The passphrase in the first line of a file.
pub(super) fn in_file(path: &Path) -> Result<Passphrase, Failure> {
    let name = path.display();
    storage::read_passphrase(&Disk::here(), path)?
        .ok_or_else(|| Failure::bad_input(tr!("\"{name}\" has no passphrase in its first line; write it there", name)))
}

/// Reads what may be protected, and asks for its passphrase where there is somebody to ask.
pub(super) fn unlocked<T>(read: impl Fn() -> Result<T, StorageError>) -> Result<T, Failure> {
    for _ in 0..TRIES {
        match read() {
            Err(StorageError::Locked(name)) => storage::learn(&ask(&tr!("Passphrase of {name}: ", name), &name)?),
            read => return Ok(read?),
        }
    }
    Ok(read()?)
}

/// Asks for a passphrase in the terminal.
pub(super) fn ask(question: &str, name: &str) -> Result<Passphrase, Failure> {
    let nobody = || {
        Failure::bad_input(tr!(
            "\"{name}\" is protected by a passphrase; type it in a terminal, or name a file that has it with \
             --passphrase-file",
            name
        ))
    };
    // Without a terminal of its own a script would wait for ever.
    if !io::stdin().is_terminal() && !io::stderr().is_terminal() {
        return Err(nobody());
    }
    let typed = rpassword::prompt_password(question).map_err(|_| nobody())?;
    Passphrase::new(&typed).ok_or_else(|| Failure::bad_input(tr!("nothing was typed")))
}

/// Says that a file is not protected, where a plan that it is of may be.
pub(super) fn say_plain(path: &Path) {
    if storage::has_protected() {
        let name = path.display();
        log::warn!("what was written is not protected");
        failure::say(&tr!("\"{name}\" is not protected by the passphrase: anybody can read it", name));
    }
}
