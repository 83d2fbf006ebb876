//! A plan as it was read, with its place and what the file held then.

use super::keeper;
use crate::locale::tr;
use crate::log::Dossier;
use crate::storage::{self, Disk, Orphan, Places, Stamp, StorageError};
use std::path::{Path, PathBuf};

/// A plan as read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Opened {
    pub(super) dossier: Dossier,
    pub(super) path: PathBuf,
    pub(super) stamp: Stamp,
    /// Unsaved work on it that is protected, as it is, and so was found only now.
    pub(super) orphan: Option<Box<Orphan>>,
}

/// Why a plan was not opened.
pub(super) enum Unopened {
    /// It is protected by a passphrase that is not known, in these words.
    Locked(String),
    /// For this reason.
    Said(String),
}

impl Opened {
    /// A plan's own file. In a folder whose plans are all protected, this one is from now on.
    pub(super) fn read(disk: &Disk, path: &Path) -> Result<Self, Unopened> {
        let opened = Self::read_by(disk, path, storage::read_stamped_plan)?;
        storage::join_folder(disk, &opened.path, opened.dossier.draft.id)?;
        Ok(opened)
    }

    /// A file with another version of a plan.
    pub(super) fn look_at(disk: &Disk, path: &Path) -> Result<Self, Unopened> {
        Self::read_by(disk, path, storage::look_at_plan)
    }

    fn read_by(
        disk: &Disk,
        path: &Path,
        read: impl FnOnce(&Disk, &Path) -> Result<(Dossier, Stamp), StorageError>,
    ) -> Result<Self, Unopened> {
        let path = storage::absolute(path);
        if storage::exists(disk, &path) && !storage::is_file(disk, &path) {
            return Err(Unopened::Said(tr!("\"{name}\" is not a file", name = path.display())));
        }
        let (dossier, stamp) = read(disk, &path)?;
        Ok(Self { dossier, path, stamp, orphan: None })
    }

    /// With unsaved work of a program that has ended, if the plan is protected: before it was opened that was not to be read.
    pub(super) fn with_orphan(self, disk: &Disk, places: Option<&Places>) -> Self {
        let is_protected = storage::is_protected(self.dossier.draft.id);
        let orphan = places.filter(|_| is_protected).and_then(|places| keeper::orphan(disk, places, Some(&self.path)));
        Self { orphan: orphan.map(Box::new), ..self }
    }
}

impl From<StorageError> for Unopened {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Locked(_) => Self::Locked(error.to_string()),
            other => Self::Said(other.to_string()),
        }
    }
}

impl From<Unopened> for String {
    fn from(why: Unopened) -> Self {
        match why {
            Unopened::Locked(why) | Unopened::Said(why) => why,
        }
    }
}
