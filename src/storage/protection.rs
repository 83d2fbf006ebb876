//! Which plans are to be protected: one and what is kept of it, or all plans of a folder.

use super::disk::{LARGEST, Stamp, StorageError, name_of, opened_plan_of, read_bytes, unopened};
use super::folder::{folder_of, plans_in, versions_of};
use super::keys::{self, Passphrase};
use super::places::Places;
use super::plan_file::plan_text;
use super::recovery::orphaned;
use super::swap::{Expected, Swap, swap};
use super::token::Disk;
use super::write::{free_name_beside, keep_access_of, remove_older, target, unwritable, write_private};
use crate::document::PlanId;
use crate::locale::tr;
use crate::log::Dossier;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What lies in a folder whose plans are all protected: a text that their passphrase opens. By it every desk knows that they are, and
/// can tell whether a passphrase is the one. It is no hidden file, which programs that keep folders in step may leave out.
const MARK: &str = "collagen-ledger-passphrase.age";

/// What it says.
const SAID: &[u8] = b"The plans in this folder are protected by the passphrase that opens this file.\n";

/// The most bytes that are read of it, and of a file with a passphrase.
const LARGEST_MARK: u64 = 4096;

/// What a file is to hold of a plan: its text, protected by what protects all plans of the file's folder, or else by what protects
/// the plan.
fn content_of(disk: &Disk, path: &Path, plan: &Dossier) -> Result<Vec<u8>, StorageError> {
    join_folder(disk, path, plan.draft.id)?;
    sealed(path, plan.draft.id, plan_text(plan))
}

/// What a stream is to hold of a plan: its text, protected if the plan is.
///
/// # Errors
/// If it cannot be encrypted.
pub fn plan_content(plan: &Dossier) -> Result<Vec<u8>, StorageError> {
    sealed(Path::new("-"), plan.draft.id, plan_text(plan))
}

/// A text about a plan for a file, protected if the plan is.
fn sealed(path: &Path, plan: PlanId, text: String) -> Result<Vec<u8>, StorageError> {
    keys::sealed_text(plan, text).map_err(|source| unwritable(path, source))
}

/// Replaces a plan's file as [`swap`] does, protected as its folder or the plan is.
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
    let swapped = swap(disk, path, expected, &content_of(disk, path, plan)?, first)?;
    if swapped != Swap::Changed {
        keys::written(plan.draft.id);
    }
    Ok(swapped)
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

/// What was laid beside a plan's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaidAside {
    /// The new file.
    pub path: PathBuf,
    /// What the plan's file held.
    pub held: Stamp,
    /// What the text of that was, whatever protected it.
    pub text: Stamp,
}

/// Copies a plan's file to a free name beside it, `plan (words).ron`, protected if the plan is.
///
/// # Errors
/// If it cannot be read or the copy not be written.
pub fn set_plan_aside(disk: &Disk, path: &Path, words: &str, plan: PlanId) -> Result<LaidAside, StorageError> {
    let (copy, bytes) = (free_name_beside(path, words), read_bytes(path, LARGEST)?);
    let text = opened_plan_of(&bytes, &name_of(path)).map(|opened| opened.text.into_bytes());
    let (held, text) = (Stamp::of_bytes(&bytes), Stamp::of_bytes(text.as_deref().unwrap_or(&bytes)));
    let content = match keys::passphrase_of(plan) {
        Some(passphrase) if !keys::is_sealed(&bytes) => {
            keys::sealed(&bytes, &passphrase).map_err(|source| unwritable(&copy, source))?
        }
        _ => bytes,
    };
    write_private(disk, &copy, &content)?;
    // Whoever may open the plan may open what is laid aside of it.
    keep_access_of(&copy, path).map_err(|source| unwritable(&copy, source))?;
    Ok(LaidAside { path: copy, held, text })
}

/// Plans that were written anew because they are protected otherwise now, with what their files hold, and what could not be.
#[derive(Debug, Default)]
pub struct Rewritten {
    /// The plans, with what their files held before and hold now.
    pub plans: Vec<(PathBuf, [Stamp; 2])>,
    /// Why others are not.
    pub failed: Vec<StorageError>,
}

/// Writes other versions of a plan that lie beside it anew, so that they are protected as the plan is, and what was unsaved when the
/// program last ended. Sheets that were looked at go. What holds other plans, or nobody can open, stays.
pub fn protect_rest(disk: &Disk, places: Option<&Places>, plan: &Path, id: PlanId) -> Rewritten {
    let mut rewritten = Rewritten::default();
    let is_protected = keys::is_protected(id);
    for places in places.into_iter().filter(|_| is_protected) {
        // They do not say whose they are.
        remove_older(disk, &places.sheets(), Duration::ZERO);
    }
    let unsaved = places.into_iter().flat_map(|places| orphaned(&places.recovery()).collect::<Vec<_>>());
    for path in versions_of(disk, &target(plan)).into_iter().chain(unsaved) {
        rewritten.add(&path, rewrite(disk, &path, |other| other == id));
    }
    let is_ours = |error: &StorageError| !matches!(error, StorageError::Locked(_) | StorageError::Content { .. });
    rewritten.failed.retain(is_ours);
    rewritten
}

/// Protects all plans of a folder, now and from now on.
///
/// # Errors
/// If they are protected by something else that is not known, or one cannot be opened; nothing is changed then.
pub fn protect_folder(disk: &Disk, folder: &Path, passphrase: &Passphrase) -> Result<Rewritten, StorageError> {
    passphrase_of_folder(folder)?;
    let plans = plans_in(disk, folder)?;
    for path in &plans {
        let opened = read_bytes(path, LARGEST).and_then(|bytes| opened_plan_of(&bytes, &name_of(path)));
        if let Err(error @ StorageError::Locked(_)) = opened {
            return Err(error);
        }
    }
    keys::know(passphrase);
    let mark = folder.join(MARK);
    let content = keys::sealed(SAID, passphrase).map_err(|source| unwritable(&mark, source))?;
    write_private(disk, &mark, &content)?;
    Ok(rewrite_all(disk, plans, |id| keys::protect(id, passphrase)))
}

/// Takes the passphrase off all plans of a folder.
///
/// # Errors
/// If it is not known, or the folder cannot be written.
pub fn unprotect_folder(disk: &Disk, folder: &Path) -> Result<Rewritten, StorageError> {
    let mark = folder.join(MARK);
    if passphrase_of_folder(folder)?.is_some() {
        std::fs::remove_file(&mark).map_err(|source| unwritable(&mark, source))?;
    }
    Ok(rewrite_all(disk, plans_in(disk, folder)?, keys::unprotect))
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

/// Whether all plans of the folder that a plan's file is in are protected.
pub fn is_in_protected_folder(_: &Disk, plan: &Path) -> bool {
    folder_of(&target(plan)).join(MARK).exists()
}

/// That the passphrase of one plan alone cannot be changed or taken off.
pub fn folder_stays() -> &'static str {
    tr!(
        "all plans in this folder have one passphrase; change it or take it off for all of them, or move the plan out of it first"
    )
}

/// A plan in a folder whose plans are all protected is written with their passphrase from now on.
///
/// # Errors
/// If that is not known.
pub fn join_folder(_: &Disk, path: &Path, plan: PlanId) -> Result<(), StorageError> {
    let passphrase = passphrase_of_folder(folder_of(&target(path)))?;
    if let Some(passphrase) = passphrase.filter(|passphrase| keys::passphrase_of(plan).as_ref() != Some(passphrase)) {
        keys::protect(plan, &passphrase);
    }
    Ok(())
}

/// Whether a plan can be written to this path: what protects all plans of its folder, if anything does, is known.
///
/// # Errors
/// If it is not.
pub fn check_folder_of(_: &Disk, path: &Path) -> Result<(), StorageError> {
    passphrase_of_folder(folder_of(&target(path))).map(|_| ())
}

/// What all plans of a folder are protected by; none if they are not.
fn passphrase_of_folder(folder: &Path) -> Result<Option<Passphrase>, StorageError> {
    match read_bytes(&folder.join(MARK), LARGEST_MARK) {
        Ok(bytes) => keys::opener_of(&bytes).map(Some).map_err(|why| unopened(why, MARK)),
        Err(StorageError::Missing(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The folder that a plan's file is in, which is that of what it leads to.
pub fn folder_of_plan(_: &Disk, path: &Path) -> PathBuf {
    folder_of(&target(path)).to_owned()
}

impl Rewritten {
    /// What a plan's file held before and holds now; none if it was not written.
    pub fn of(&self, _: &Disk, plan: &Path) -> Option<[Stamp; 2]> {
        let own = target(plan);
        self.plans.iter().find(|(path, _)| target(path) == own).map(|(_, stamps)| *stamps)
    }

    fn add(&mut self, path: &Path, rewritten: Result<Option<[Stamp; 2]>, StorageError>) {
        match rewritten {
            Ok(stamps) => self.plans.extend(stamps.map(|stamps| (path.to_owned(), stamps))),
            Err(error) => self.failed.push(error),
        }
    }
}

/// Decides for each plan of these files how it is to be protected, and writes it so.
fn rewrite_all(disk: &Disk, plans: Vec<PathBuf>, decide: impl Fn(PlanId)) -> Rewritten {
    let mut rewritten = Rewritten::default();
    for path in plans {
        let anew = rewrite(disk, &path, |id| {
            decide(id);
            true
        });
        rewritten.add(&path, anew);
    }
    rewritten
}

/// Writes what a file holds of a plan as the plan is protected, and gives what it held and holds then; none if it is not wanted, or somebody
/// else wrote it meanwhile: that is theirs to protect.
fn rewrite(
    disk: &Disk,
    path: &Path,
    is_wanted: impl FnOnce(PlanId) -> bool,
) -> Result<Option<[Stamp; 2]>, StorageError> {
    let bytes = read_bytes(path, LARGEST)?;
    let opened = opened_plan_of(&bytes, &name_of(path))?;
    let (id, held) = (opened.dossier.draft.id, Stamp::of_bytes(&bytes));
    if !is_wanted(id) {
        return Ok(None);
    }
    if opened.passphrase == keys::passphrase_of(id) {
        keys::written(id);
        return Ok(Some([held, held]));
    }
    let content = sealed(path, id, opened.text)?;
    match swap(disk, path, Expected::Read(held), &content, || Ok::<(), StorageError>(()))? {
        Swap::Changed => Ok(None),
        Swap::Done(stamp) => {
            keys::written(id);
            Ok(Some([held, stamp]))
        }
    }
}
