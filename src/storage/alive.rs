//! Which windows of this computer are still there: each holds a lock in a folder of the user's own, and the system lets go of it
//! however a program ends. Only that it ended is told by it, and of which plan it was stands nowhere.

use super::write::make_folder_of;
use super::{recovery::is_held, token::Disk};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long the lock of a program that ended without a word stays, if nobody asks for it.
const LEFT_BEHIND: Duration = Duration::from_hours(24);

/// That a window is there, as long as this value lives.
#[derive(Debug)]
pub(super) struct Alive {
    path: PathBuf,
    _lock: File,
}

impl Alive {
    /// Says in a folder that the window of this name is there; none where the folder takes no locks.
    pub(super) fn begin(disk: &Disk, folder: &Path, name: &str) -> Option<Self> {
        let path = lock_of(folder, name);
        make_folder_of(disk, &path).ok()?;
        tidy(folder);
        let lock = File::create(&path).ok()?;
        // Where locks are not kept, nobody is to be taken for gone.
        let is_held = lock.try_lock().is_ok();
        let alive = Self { path, _lock: lock };
        is_held.then_some(alive)
    }
}

/// Whether the window of this name was one of this computer and is there no more. What is left of it goes.
pub(super) fn has_ended(folder: &Path, name: &str) -> bool {
    let path = lock_of(folder, name);
    path.exists() && !is_held(&path) && fs::remove_file(&path).is_ok()
}

fn lock_of(folder: &Path, name: &str) -> PathBuf {
    folder.join(name).with_extension("lock")
}

/// Removes what was left behind long ago.
fn tidy(folder: &Path) {
    let is_old = |path: &Path| {
        path.metadata()
            .and_then(|about| about.modified())
            .is_ok_and(|made| made.elapsed().is_ok_and(|age| age > LEFT_BEHIND))
    };
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    for path in files.filter(|path| is_old(path) && !is_held(path)) {
        let _ = fs::remove_file(path);
    }
}

impl Drop for Alive {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}
