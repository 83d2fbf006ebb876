//! The plans of a folder.

use super::{Disk, StorageError};
use std::io;
use std::path::{Path, PathBuf};

/// The plan files of a folder, `*.ron`, by name. Hidden files and what lies in folders below are left out.
///
/// # Errors
/// If the folder does not exist or cannot be read.
pub fn plans_in(_: &Disk, folder: &Path) -> Result<Vec<PathBuf>, StorageError> {
    let unreadable = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => StorageError::Missing(folder.to_owned()),
        _ => StorageError::Unreadable { path: folder.to_owned(), source },
    };
    let mut plans = Vec::new();
    for file in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = file.map_err(unreadable)?.path();
        if is_plan_name(&path) && !is_something_else(&path) {
            plans.push(path);
        }
    }
    plans.sort();
    Ok(plans)
}

fn is_plan_name(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !hidden && path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}

/// Whether this is a folder, a pipe or a device. A link that leads nowhere is kept: reading it says so.
fn is_something_else(path: &Path) -> bool {
    path.metadata().is_ok_and(|about| !about.is_file())
}
