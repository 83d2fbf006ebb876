//! Which plans are to be protected: one and what is kept of it, or all plans of a folder.

use super::disk::{StorageError, look_at_plan, read_bytes};
use super::folder::{plans_in, versions_of};
use super::keys::{self, Passphrase};
use super::plan_file::plan_text;
use super::swap::{Expected, Swap, swap};
use super::token::Disk;
use super::write::{free_name_beside, target, unwritable, write_private};
use crate::document::PlanId;
use crate::locale::tr;
use crate::log::Dossier;
use std::path::{Path, PathBuf};

/// What lies in a folder whose plans are all protected: a text that their passphrase opens. By it every desk knows that they are, and
/// can tell whether a passphrase is the one. It is no hidden file, which programs that keep folders in step may leave out.
const MARK: &str = "collagen-ledger-passphrase.age";

/// What it says.
const SAID: &[u8] = b"The plans in this folder are protected by the passphrase that opens this file.\n";

/// The most bytes that are read of it.
const LARGEST_MARK: u64 = 4096;

/// What a file is to hold of a plan: its text, protected if the plan is, or if all plans of the file's folder are.
///
/// # Errors
/// If they are, and by what is not known.
pub(super) fn content_of(disk: &Disk, path: &Path, plan: &Dossier) -> Result<Vec<u8>, StorageError> {
    let id = plan.draft.id;
    if keys::passphrase_of(id).is_none()
        && let Some(passphrase) = passphrase_of_folder(disk, folder_of(&target(path)))?
    {
        keys::protect(id, passphrase);
    }
    sealed_text(path, plan)
}

/// A plan's text, protected if the plan is.
pub(super) fn sealed_text(path: &Path, plan: &Dossier) -> Result<Vec<u8>, StorageError> {
    sealed(path, plan.draft.id, plan_text(plan))
}

/// A text about a plan, protected if the plan is.
pub(super) fn sealed(path: &Path, plan: PlanId, text: String) -> Result<Vec<u8>, StorageError> {
    match keys::passphrase_of(plan) {
        None => Ok(text.into_bytes()),
        Some(passphrase) => keys::sealed(text.as_bytes(), &passphrase).map_err(|source| unwritable(path, source)),
    }
}

/// Replaces a plan's file as [`swap`] does, protected if the plan is, or if all plans of its folder are.
///
/// # Errors
/// As [`swap`]; and if the plans of the folder are protected by what is not known.
pub fn swap_plan<E: From<StorageError>>(
    disk: &Disk,
    path: &Path,
    expected: Expected,
    plan: &Dossier,
    first: impl FnOnce() -> Result<(), E>,
) -> Result<Swap, E> {
    swap(disk, path, expected, &content_of(disk, path, plan)?, first)
}

/// Writes a plan to a free name beside a file, `plan (words).ron`, protected as [`swap_plan`] does, and gives that name.
///
/// # Errors
/// If it cannot be written.
pub fn write_beside(disk: &Disk, path: &Path, words: &str, plan: &Dossier) -> Result<PathBuf, StorageError> {
    let copy = free_name_beside(path, words);
    write_private(disk, &copy, &content_of(disk, path, plan)?)?;
    Ok(copy)
}

/// Writes other versions of a plan that lie beside it anew, so that they are protected as the plan is. Gives how many.
///
/// # Errors
/// The first that cannot be written; the others are.
pub fn protect_versions(disk: &Disk, plan: &Path, id: PlanId) -> Result<usize, StorageError> {
    rewrite(disk, versions_of(disk, &target(plan)), |other| other.draft.id == id)
}

/// Protects all plans of a folder, now and from now on. Gives how many there are.
///
/// # Errors
/// The first that cannot be read or written; the others are.
pub fn protect_folder(disk: &Disk, folder: &Path, passphrase: &Passphrase) -> Result<usize, StorageError> {
    let mark = folder.join(MARK);
    let content = keys::sealed(SAID, passphrase).map_err(|source| unwritable(&mark, source))?;
    write_private(disk, &mark, &content)?;
    rewrite(disk, plans_in(disk, folder)?, |plan| {
        keys::protect(plan.draft.id, passphrase.clone());
        true
    })
}

/// Takes the passphrase off all plans of a folder. Gives how many there are.
///
/// # Errors
/// The first that cannot be read or written; the others are.
pub fn unprotect_folder(disk: &Disk, folder: &Path) -> Result<usize, StorageError> {
    let mark = folder.join(MARK);
    if mark.exists() {
        passphrase_of_folder(disk, folder)?;
        std::fs::remove_file(&mark).map_err(|source| unwritable(&mark, source))?;
    }
    rewrite(disk, plans_in(disk, folder)?, |plan| {
        keys::unprotect(plan.draft.id);
        true
    })
}

/// The passphrase in the first line of a file; none if that is empty.
///
/// # Errors
/// If the file cannot be read.
pub fn read_passphrase(_: &Disk, path: &Path) -> Result<Option<Passphrase>, StorageError> {
    let bytes = read_bytes(path, LARGEST_MARK)?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.lines().next().and_then(Passphrase::new))
}

/// Whether all plans of a folder are protected.
pub fn is_protected_folder(_: &Disk, folder: &Path) -> bool {
    folder.join(MARK).exists()
}

/// Whether a plan can be written to this path: what all plans of its folder are protected by, if they are, is known.
///
/// # Errors
/// If it is not.
pub fn check_folder_of(disk: &Disk, path: &Path) -> Result<(), StorageError> {
    passphrase_of_folder(disk, folder_of(&target(path))).map(|_| ())
}

/// That a passphrase cannot be taken off one plan alone.
pub fn folder_stays() -> &'static str {
    tr!("all plans in this folder are protected; take the passphrase off the folder, or move the plan out of it first")
}

/// What all plans of a folder are protected by; none if they are not.
fn passphrase_of_folder(_: &Disk, folder: &Path) -> Result<Option<Passphrase>, StorageError> {
    match read_bytes(&folder.join(MARK), LARGEST_MARK) {
        Ok(bytes) => keys::open(&bytes, MARK).map(|(_, passphrase)| Some(passphrase)),
        Err(StorageError::Missing(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

fn rewrite(disk: &Disk, plans: Vec<PathBuf>, wanted: impl Fn(&Dossier) -> bool) -> Result<usize, StorageError> {
    let (mut written, mut failed) = (0, None);
    for path in plans {
        let anew = look_at_plan(disk, &path).and_then(|(plan, stamp)| {
            if !wanted(&plan) {
                return Ok(false);
            }
            let content = sealed_text(&path, &plan)?;
            // What somebody else writes meanwhile is theirs to protect.
            swap(disk, &path, Expected::Read(stamp), &content, || Ok(())).map(|swap: Swap| swap != Swap::Changed)
        });
        match anew {
            Ok(is_written) => written += usize::from(is_written),
            Err(error) => drop(failed.get_or_insert(error)),
        }
    }
    keys::all_rewritten();
    failed.map_or(Ok(written), Err)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
