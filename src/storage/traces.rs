//! What this machine and a plan's folder keep of one plan, so that all of it can be deleted.

use super::disk::{StorageError, look_at_plan};
use super::folder::{folder_of, is_plan_name, versions_of};
use super::places::Places;
use super::recovery::{is_held, lock_of};
use super::token::Disk;
use super::write::{target, unwritable};
use crate::document::PlanId;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What there is of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traces {
    /// The files that hold the plan or tell of it, the plan's own first.
    pub files: Vec<PathBuf>,
    /// Files that may hold it, and that cannot be opened.
    pub unopened: Vec<PathBuf>,
}

/// What there is of a plan: the plan's own file, where that is a link what it leads to, other versions beside it,
/// small files that say who has it open, unsaved work, and all sheets that were only looked at, since these do not say whose they
/// are.
pub fn traces_of(disk: &Disk, places: Option<&Places>, plan: &Path, id: PlanId) -> Traces {
    let mut unopened = Vec::new();
    let mut holds = |path: &PathBuf| match look_at_plan(disk, path) {
        Ok((dossier, _)) => dossier.draft.id == id,
        Err(error) => {
            unopened.extend(Some(path).filter(|_| !matches!(error, StorageError::Missing(_))).cloned());
            false
        }
    };
    let mut traces = vec![plan.to_owned()];
    let file = target(plan);
    traces.extend(Some(file.clone()).filter(|file| file != plan));
    for own in traces.clone() {
        let versions = versions_of(disk, &own).into_iter().filter(&mut holds).collect::<Vec<_>>();
        let about = files_in(folder_of(&own)).filter(|path| tells_of(path, &own));
        traces.extend(versions.into_iter().chain(about));
    }
    if let Some(places) = places {
        let kept = files_in(&places.recovery()).filter(|path| path.extension().is_some_and(|ending| ending == "ron"));
        for kept in kept.filter(&mut holds) {
            // The lock of a window that runs goes on to hold for what that keeps next.
            traces.extend(Some(lock_of(&kept)).filter(|lock| lock.exists() && !is_held(&kept)));
            traces.push(kept);
        }
        traces.extend(files_in(&places.sheets()));
    }
    Traces { files: each_once(traces), unopened: each_once(unopened) }
}

/// In the order in which they came first.
fn each_once(paths: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut once = Vec::new();
    for path in paths {
        if !once.contains(&path) {
            once.push(path);
        }
    }
    once
}

/// Deletes such files, and gives those that it did. What is gone already is left out, and what holds another plan by now stays.
///
/// # Errors
/// The first that cannot be looked at or deleted; the others are.
pub fn delete(disk: &Disk, files: &[PathBuf], id: PlanId) -> Result<Vec<PathBuf>, StorageError> {
    let (mut deleted, mut failed) = (Vec::new(), None);
    let is_ours = |path: &Path| match look_at_plan(disk, path) {
        _ if !is_plan_name(path) => Ok(true),
        Ok((plan, _)) => Ok(plan.draft.id == id),
        Err(StorageError::Missing(_)) => Ok(false),
        Err(error) => Err(error),
    };
    // All are looked at before the first one goes: a link is read through what it leads to.
    let looked_at: Vec<_> = files.iter().map(|path| (path, is_ours(path))).collect();
    for (path, is_ours) in looked_at {
        let removed = is_ours.and_then(|is_ours| match is_ours.then(|| std::fs::remove_file(path)) {
            Some(Err(error)) if error.kind() != ErrorKind::NotFound => Err(unwritable(path, error)),
            Some(result) => Ok(result.is_ok()),
            None => Ok(false),
        });
        match removed {
            Ok(true) => deleted.push(path.clone()),
            Ok(false) => {}
            Err(error) => drop(failed.get_or_insert(error)),
        }
    }
    failed.map_or(Ok(deleted), Err)
}

/// Whether a file is one of the small ones beside a plan that say who has it open or is writing it.
fn tells_of(path: &Path, plan: &Path) -> bool {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let rest = name(path).strip_prefix(&format!(".{}.", name(plan))).map(str::to_owned);
    // A point within is one of the name of another plan.
    rest.is_some_and(|rest| rest == "lease" || rest.strip_suffix(".open").is_some_and(|rest| !rest.contains('.')))
}

fn files_in(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path()).collect();
    files.sort();
    files.into_iter().filter(|path| path.is_file())
}
