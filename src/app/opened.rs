//! A plan as it was read, with its place and what the file held then.

use crate::locale::tr;
use crate::log::Dossier;
use crate::storage::{self, Disk, Stamp};
use std::path::{Path, PathBuf};

/// A plan as read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Opened {
    pub(super) dossier: Dossier,
    pub(super) path: PathBuf,
    pub(super) stamp: Stamp,
}

impl Opened {
    pub(super) fn read(disk: &Disk, path: &Path) -> Result<Self, String> {
        let path = storage::absolute(path);
        if storage::exists(disk, &path) && !storage::is_file(disk, &path) {
            return Err(tr!("\"{name}\" is not a file", name = path.display()));
        }
        let (dossier, stamp) = storage::read_stamped_plan(disk, &path).map_err(|error| error.to_string())?;
        Ok(Self { dossier, path, stamp })
    }
}
