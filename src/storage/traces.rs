//! What this machine and a plan's folder keep of one plan, so that all of it can be deleted.

use super::disk::{StorageError, read_plan};
use super::folder::plans_in;
use super::places::Places;
use super::recovery::lock_of;
use super::token::Disk;
use super::write::unwritable;
use crate::document::PlanId;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The files that hold a plan or tell of it, the plan's own first: other versions in its folder, small files beside it that say who
/// has it open, unsaved work, and all sheets that were only looked at, since these do not say whose they are.
pub fn traces_of(disk: &Disk, places: Option<&Places>, plan: &Path, id: PlanId) -> Vec<PathBuf> {
    let holds = |path: &PathBuf| read_plan(disk, path).is_ok_and(|dossier| dossier.draft.id == id);
    let folder = plan.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = plan.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let about = |path: &PathBuf| {
        let called = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        called.strip_prefix(&format!(".{name}.")).is_some_and(|rest| rest.ends_with("open") || rest == "lease")
    };
    let mut traces = vec![plan.to_owned()];
    let versions = plans_in(disk, folder).unwrap_or_default();
    traces.extend(versions.into_iter().filter(|path| path != plan && holds(path)));
    traces.extend(files_in(folder).filter(about));
    if let Some(places) = places {
        for kept in files_in(&places.recovery()).filter(holds) {
            traces.extend(Some(lock_of(&kept)).filter(|lock| lock.exists()));
            traces.push(kept);
        }
        traces.extend(files_in(&places.sheets()));
    }
    traces
}

/// Deletes files. What is gone already is deleted.
///
/// # Errors
/// The first that cannot be deleted; the others are.
pub fn delete(_: &Disk, files: &[PathBuf]) -> Result<(), StorageError> {
    let mut failed = None;
    for path in files {
        match std::fs::remove_file(path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                failed.get_or_insert(unwritable(path, error));
            }
            _ => {}
        }
    }
    failed.map_or(Ok(()), Err)
}

fn files_in(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path()).collect();
    files.sort();
    files.into_iter().filter(|path| path.is_file())
}
