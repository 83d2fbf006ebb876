//! `protect`: a passphrase is put on a plan or on all plans of a folder, or taken off.

use super::args::Protect;
use super::failure::Failure;
use super::{files, passphrase};
use crate::locale::{tr, trn};
use crate::storage::{self, Disk, Passphrase, Places, Rewritten};
use std::cell::Cell;
use std::path::Path;

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
        let rewritten = passphrase::unlocked(|| storage::unprotect_folder(disk, &args.path))?;
        let count = rewritten.plans.len() as u64;
        let done =
            trn!(count, "{count} plan is not protected any more", "{count} plans are not protected any more", count);
        files::print(done + "\n")?;
        return failed(&rewritten);
    }
    let chosen = new_passphrase(args, file)?;
    let rewritten = passphrase::unlocked(|| storage::protect_folder(disk, &args.path, &chosen))?;
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
        return passphrase::in_file(file);
    }
    let name = files::name_of(&args.path);
    let typed = passphrase::ask(&tr!("New passphrase of {name}: ", name), &name)?;
    if passphrase::ask(tr!("Once more: "), &name)? != typed {
        return Err(Failure::bad_input(tr!("the two are not the same; nothing was changed")));
    }
    Ok(typed)
}
