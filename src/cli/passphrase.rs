//! Passphrases on the command line: from a file, or typed where there is a terminal. Never in an argument, which others can see.

use super::args::{Protect, WithPassphrase};
use super::failure::{self, Failure};
use super::files;
use crate::locale::{tr, trn};
use crate::storage::{self, Disk, Passphrase, Places, Rewritten, StorageError};
use std::cell::Cell;
use std::io::{self, IsTerminal as _};
use std::path::Path;

/// How often a passphrase may be typed.
const TRIES: usize = 3;

/// Takes the passphrase of the file that was named, which opens and protects plans.
pub(super) fn take(asked: &WithPassphrase) -> Result<(), Failure> {
    asked.passphrase_file.as_deref().map(in_file).transpose()?.iter().for_each(storage::learn);
    Ok(())
}

/// The first line of a file.
fn in_file(path: &Path) -> Result<Passphrase, Failure> {
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

fn ask(question: &str, name: &str) -> Result<Passphrase, Failure> {
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

/// `protect`: a passphrase is put on a plan or on all plans of a folder, or taken off.
pub(super) fn run(args: &Protect, file: Option<&Path>) -> Result<(), Failure> {
    let (disk, path) = (&Disk::here(), args.path.as_path());
    if path.to_str() == Some(files::STREAM) {
        return Err(Failure::bad_input(tr!("only a file or a folder can be protected, not standard input")));
    }
    if storage::exists(disk, path) && !storage::is_file(disk, path) {
        return folder(disk, args, file);
    }
    if storage::is_in_protected_folder(disk, path) {
        return Err(Failure::bad_input(storage::folder_stays()));
    }
    let id = Cell::new(None);
    files::until_written(path, || {
        let (plan, expected) = files::read_to_change(path)?;
        id.set(Some(plan.draft.id));
        if args.remove {
            storage::unprotect(plan.draft.id);
        } else {
            storage::protect(plan.draft.id, &new_passphrase(args, file)?);
        }
        files::write_plan(path, expected, &plan, || Ok(()))
    })?;
    let places = Places::of_user();
    let rest = id.get().map(|id| storage::protect_rest(disk, places.as_ref(), path, id)).unwrap_or_default();
    let done = if args.remove {
        tr!("not protected any more")
    } else {
        tr!("protected; without its passphrase nobody can open the plan: a lost passphrase is a lost plan")
    };
    files::print(format!("{done}\n"))?;
    failed(&rest)
}

fn folder(disk: &Disk, args: &Protect, file: Option<&Path>) -> Result<(), Failure> {
    if args.remove {
        let rewritten = unlocked(|| storage::unprotect_folder(disk, &args.path))?;
        let count = rewritten.plans.len() as u64;
        let done =
            trn!(count, "{count} plan is not protected any more", "{count} plans are not protected any more", count);
        files::print(done + "\n")?;
        return failed(&rewritten);
    }
    let passphrase = new_passphrase(args, file)?;
    let rewritten = unlocked(|| storage::protect_folder(disk, &args.path, &passphrase))?;
    let count = rewritten.plans.len() as u64;
    let done = trn!(
        count,
        "{count} plan is protected, and all that come to this folder; a lost passphrase is a lost plan",
        "{count} plans are protected, and all that come to this folder; a lost passphrase is a lost plan",
        count
    );
    files::print(done + "\n")?;
    failed(&rewritten)
}

/// What could not be written anew.
fn failed(rewritten: &Rewritten) -> Result<(), Failure> {
    let failed: Vec<String> = rewritten.failed.iter().map(ToString::to_string).collect();
    if failed.is_empty() { Ok(()) } else { Err(Failure::BadInput(failed)) }
}

/// What is to be protected by: what a file has, or what is typed twice.
fn new_passphrase(args: &Protect, file: Option<&Path>) -> Result<Passphrase, Failure> {
    if let Some(file) = args.new_passphrase_file.as_deref().or(file) {
        return in_file(file);
    }
    let name = files::name_of(&args.path);
    let typed = ask(&tr!("New passphrase of {name}: ", name), &name)?;
    if ask(tr!("Once more: "), &name)? != typed {
        return Err(Failure::bad_input(tr!("the two are not the same; nothing was changed")));
    }
    Ok(typed)
}
