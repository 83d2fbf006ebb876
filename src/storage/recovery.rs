//! Unsaved work, kept until it is saved or given up, so that a crash loses at most the last moment: of a plan that is protected
//! by a passphrase some seconds, as each keeping costs work.
//!
//! Each running program keeps one plan in a file of its own, apart from the plan's file so that the two never fight, and
//! holds a lock beside it. A kept plan whose lock nobody holds is an orphan: its program ended without saving.

use super::disk::{LARGEST, OpenedPlan, Stamp, StorageError, opened_plan_of, read_bytes};
use super::keys::{self, is_sealed};
use super::plan_file::plan_text;
use super::token::Disk;
use super::write::{make_folder_of, unwritable, write_private};
use crate::locale::tr;
use crate::log::Dossier;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// How the first line of a kept plan names the plan's own file.
const ORIGIN: &str = "// Unsaved work on: ";

/// How the line below it says what that file held when the work was begun.
const HELD: &str = "// Which held: ";

/// How many places one process number may have.
const MOST_WINDOWS: u32 = 100;

/// The place where this program keeps its unsaved work.
#[derive(Debug)]
pub struct Recovery {
    kept: PathBuf,
    lock_path: PathBuf,
    /// Held as long as the program runs; the system lets go of it whatever happens.
    _lock: File,
}

/// Unsaved work of a program that has ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Orphan {
    /// The plan.
    pub dossier: Dossier,
    /// The plan's own file, if it has one, and what it held when it was last read or written by that program.
    pub file: Option<(PathBuf, Stamp)>,
    kept: PathBuf,
}

impl Recovery {
    /// Takes a place in the folder, making the folder if need be.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub fn begin(disk: &Disk, folder: &Path) -> Result<Self, StorageError> {
        for number in 0..MOST_WINDOWS {
            let name = format!("{}-{number}", std::process::id());
            let (kept, lock_path) = (folder.join(format!("{name}.ron")), lock_of(&folder.join(&name)));
            make_folder_of(disk, &lock_path)?;
            let unwritable = |source| StorageError::Unwritable { path: lock_path.clone(), source };
            let lock = File::create(&lock_path).map_err(unwritable)?;
            // A place that holds an orphan, or that another window of this program has, is left alone. Where the disk knows
            // no locks, the process number in the name has to do.
            let taken = matches!(lock.try_lock(), Err(TryLockError::WouldBlock));
            if !taken && !kept.exists() {
                return Ok(Self { kept, lock_path, _lock: lock });
            }
        }
        let full = std::io::Error::other(tr!("it holds too much unsaved work already"));
        Err(StorageError::Unwritable { path: folder.to_owned(), source: full })
    }

    /// Keeps a plan in place of the one kept before. `file` is the plan's own file, and what it held when it was last read or
    /// written here.
    ///
    /// # Errors
    /// If the disk is full or the folder gone.
    pub fn keep(&self, disk: &Disk, dossier: &Dossier, file: Option<(&Path, Stamp)>) -> Result<(), StorageError> {
        // A name that would break the line is left out; the work itself is kept.
        let file = file.filter(|(path, _)| !path.to_string_lossy().contains(char::is_control));
        let origin = |(path, held): (&Path, Stamp)| format!("{ORIGIN}{}\n{HELD}{held}\n", path.display());
        let origin = file.map(origin).unwrap_or_default();
        let text = format!("{origin}{}", plan_text(dossier));
        let sealed = keys::sealed_text(dossier.draft.id, text).map_err(|source| unwritable(&self.kept, source))?;
        write_private(disk, &self.kept, &sealed)
    }

    /// Lets go of what is kept: it has been saved or given up.
    pub fn forget(&self, _: &Disk) {
        // There may be nothing to remove, and a file that stays is only offered once more.
        let _ = std::fs::remove_file(&self.kept);
    }

    /// Whether a folder has an orphan that is protected.
    pub fn has_protected_orphan(_: &Disk, folder: &Path) -> bool {
        // Its beginning tells.
        orphaned(folder).any(|path| read_bytes(&path, 64).is_ok_and(|bytes| is_sealed(&bytes)))
    }

    /// Deletes the orphans in a folder that are protected and that no known passphrase opens.
    pub fn forget_protected(_: &Disk, folder: &Path) {
        for path in orphaned(folder) {
            let bytes = read_bytes(&path, LARGEST).unwrap_or_default();
            if is_sealed(&bytes) && matches!(opened_plan_of(&bytes, ""), Err(StorageError::Locked(_))) {
                let _ = std::fs::remove_file(&path);
                let _ = std::fs::remove_file(lock_of(&path));
            }
        }
    }

    /// The orphans in a folder, the newest first. What cannot be read is left alone, as is what no known passphrase opens.
    pub fn orphans(_: &Disk, folder: &Path) -> Vec<Orphan> {
        let read = |path: PathBuf| Some((path.metadata().ok()?.modified().ok()?, Orphan::read(path)?));
        let mut found: Vec<_> = orphaned(folder).filter_map(read).collect();
        found.sort_by_key(|(time, _)| std::cmp::Reverse(*time));
        found.into_iter().map(|(_, orphan)| orphan).collect()
    }
}

impl Drop for Recovery {
    fn drop(&mut self) {
        // A lock file without an owner does no harm.
        let _ = std::fs::remove_file(&self.lock_path);
    }
}

impl Orphan {
    fn read(kept: PathBuf) -> Option<Self> {
        let OpenedPlan { dossier, text, passphrase } = opened_plan_of(&read_bytes(&kept, LARGEST).ok()?, "").ok()?;
        passphrase.into_iter().for_each(|passphrase| keys::opened_with(dossier.draft.id, Some(passphrase)));
        let mut lines = text.lines();
        let path = lines.next().and_then(|line| line.strip_prefix(ORIGIN)).map(PathBuf::from);
        let held = lines.next().and_then(|line| line.strip_prefix(HELD)).map_or(Stamp::UNKNOWN, Stamp::from);
        Some(Self { dossier, file: path.map(|path| (path, held)), kept })
    }

    /// Lets go of it: somebody else keeps the plan now.
    pub fn forget(&self, _: &Disk) {
        let _ = std::fs::remove_file(&self.kept);
        let _ = std::fs::remove_file(lock_of(&self.kept));
    }
}

/// The kept plans in a folder that no running program has.
pub(super) fn orphaned(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    files.filter(|path| path.extension().is_some_and(|ending| ending == "ron") && !is_held(path))
}

pub(super) fn lock_of(kept: &Path) -> PathBuf {
    kept.with_extension("lock")
}

/// Whether a running program holds the lock of a kept plan.
pub(super) fn is_held(kept: &Path) -> bool {
    match File::open(lock_of(kept)) {
        // An unknown state is no leave to take somebody's work.
        Ok(lock) => lock.try_lock().is_err(),
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}
