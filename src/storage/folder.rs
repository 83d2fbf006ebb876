//! The plans of a folder.

use super::{Disk, StorageError};
use crate::document::PlanId;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

/// The endings of plan files: the one that new files get, and the one that all had before.
pub const PLAN_ENDINGS: [&str; 2] = ["clplan", "ron"];

/// The plan files of a folder, by name: what has one of [`PLAN_ENDINGS`]. Hidden files and what lies in folders below are left out.
///
/// # Errors
/// If the folder does not exist or cannot be read.
pub fn plans_in(disk: &Disk, folder: &Path) -> Result<Vec<PathBuf>, StorageError> {
    plans_called(disk, folder, |_| true)
}

/// The plan files beside a plan that are called as other versions of it are, by name; none where the folder cannot be read.
pub(super) fn versions_of(disk: &Disk, plan: &Path) -> Vec<PathBuf> {
    plans_called(disk, folder_of(plan), |path| is_version_name(path, plan)).unwrap_or_default()
}

/// The folder that a file is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The plan files of a folder whose names fit, by name. Only these are looked at: a shared folder may be slow.
fn plans_called(_: &Disk, folder: &Path, fits: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>, StorageError> {
    let unreadable = |source: io::Error| match source.kind() {
        io::ErrorKind::NotADirectory => StorageError::NoFolder(folder.to_owned()),
        _ => StorageError::unopened(folder, source),
    };
    let mut plans = Vec::new();
    for file in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = file.map_err(unreadable)?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if !hidden && is_plan_name(&path) && fits(&path) && !is_something_else(&path) {
            plans.push(path);
        }
    }
    plans.sort();
    Ok(plans)
}

/// The plan files of a folder, those with shorter names first: a plan's own file before other versions of it.
///
/// # Errors
/// As [`plans_in`].
pub fn plans_before_versions(disk: &Disk, folder: &Path) -> Result<Vec<PathBuf>, StorageError> {
    let mut plans = plans_in(disk, folder)?;
    plans.sort_by_key(|path| path.file_stem().map(OsStr::len));
    Ok(plans)
}

/// Whether a file is called as another version of a plan is: what programs that keep folders in step, and this one, lay beside a
/// plan has its name and something behind that. A plan with the same id under another name is somebody's copy, and another client's.
fn is_version_name(path: &Path, plan: &Path) -> bool {
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    path != plan && stem(path).starts_with(&stem(plan))
}

/// Tells plans from other versions of them, when those with shorter names come first.
#[derive(Debug, Default)]
pub struct Versions(BTreeMap<PlanId, Vec<PathBuf>>);

impl Versions {
    /// Whether a file holds another version of a plan that has come before.
    pub fn has_met(&mut self, path: &Path, id: PlanId) -> bool {
        let known = self.0.entry(id).or_default();
        let is_version = known.iter().any(|plan| is_version_name(path, plan));
        known.push(path.to_owned());
        is_version
    }
}

/// Whether a file is called as plans are.
pub fn is_plan_name(path: &Path) -> bool {
    path.extension().is_some_and(|ending| PLAN_ENDINGS.iter().any(|one| ending.eq_ignore_ascii_case(one)))
}

/// Whether this is a folder, a pipe or a device. A link that leads nowhere is kept: reading it says so.
fn is_something_else(path: &Path) -> bool {
    path.metadata().is_ok_and(|about| !about.is_file())
}
