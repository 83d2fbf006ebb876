//! Who has a plan open: a small hidden file beside the plan for each window that has it. Nobody is kept out by it; it only tells.
//!
//! No lock of the system is relied on, since not every shared folder keeps that promise, and no clock but that of the folder:
//! a file that was renewed much longer ago than the own one is of a program that has ended without a word. Of one of this computer that
//! is known at once (`alive`).

use super::alive::{Alive, has_ended};
use super::folder::folder_of;
use super::token::Disk;
use super::wire::bounded::Text;
use super::write::{OWNER, keep_access, target};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use uuid::Uuid;

/// How often a window says that it is still there.
pub const RENEWED: Duration = Duration::from_secs(20);
/// How long a window may be silent before it counts for gone.
const VOID: Duration = Duration::from_mins(3);
/// How long the file of one that is gone stays.
const LEFT_BEHIND: Duration = Duration::from_hours(1);
/// The most bytes that are read of such a file.
const LARGEST: u64 = 4096;

/// What other desks are told of a window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeskName {
    /// What the desk is called, such as `front`. May be empty.
    pub desk: String,
    /// The initials of who works there. May be empty.
    pub person: String,
}

/// A window that has a plan open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenAt {
    /// What it is called.
    pub name: DeskName,
    /// Since when, on its own clock.
    pub since: DateTime,
}

/// That this window has a plan open, as long as this value lives.
#[derive(Debug)]
pub struct Presence {
    plan: PathBuf,
    path: PathBuf,
    text: String,
    /// The user's own folder in which each window of this computer holds a lock; none if there is no such.
    own: Option<PathBuf>,
    _alive: Option<Alive>,
}

/// Schema version 1.
#[derive(Serialize, Deserialize)]
#[serde(rename = "CollagenLedgerOpen")]
struct Wire {
    desk: Text<40>,
    person: Text<40>,
    since: Text<40>,
}

impl Presence {
    /// Says that a window has the plan open; in a folder of the user's own that it is there, so that the next window knows at once if it
    /// is no more.
    ///
    /// # Errors
    /// If the folder of the plan takes no new files.
    pub fn begin(disk: &Disk, plan: &Path, name: &DeskName, since: DateTime, own: Option<&Path>) -> io::Result<Self> {
        // Beside the plan itself, however a desk comes to it.
        let plan = &target(plan);
        let file = plan.file_name().unwrap_or_default().to_string_lossy();
        let window = Uuid::new_v4().simple().to_string();
        let path = plan.with_file_name(format!(".{file}.{window}{ENDING}"));
        let wire = Wire {
            desk: Text(name.desk.clone()),
            person: Text(name.person.clone()),
            since: Text(since.strftime("%Y-%m-%dT%H:%M:%S").to_string()),
        };
        let text = ron::to_string(&wire).map_err(io::Error::other)?;
        let alive = own.and_then(|own| Alive::begin(disk, own, &window));
        let presence = Self { plan: plan.to_owned(), path, text, own: own.map(Path::to_owned), _alive: alive };
        let mut file = File::options().write(true).create_new(true).open(&presence.path)?;
        // Whoever may read the plan may know who has it open.
        if let Ok(about) = plan.metadata() {
            keep_access(&file, &about, OWNER)?;
        }
        file.write_all(presence.text.as_bytes())?;
        Ok(presence)
    }

    /// Says that it still has. One whose file was taken away comes back.
    ///
    /// # Errors
    /// If the folder is gone.
    pub fn renew(&self, _: &Disk) -> io::Result<()> {
        // Written over and never emptied: whoever reads it meanwhile reads the whole of it.
        File::options().write(true).create(true).truncate(false).open(&self.path)?.write_all(self.text.as_bytes())
    }

    /// The other windows that have the plan open, the first one first.
    pub fn others(&self, _: &Disk) -> Vec<OpenAt> {
        let modified = |path: &Path| path.metadata().and_then(|about| about.modified()).ok();
        let Some(now) = modified(&self.path) else { return Vec::new() };
        let there = self.beside().filter(|path| !self.was_left_behind(path));
        let mut others: Vec<OpenAt> = there.filter_map(|path| read(&path, modified(&path)?, now)).collect();
        others.sort_by_key(|other| other.since);
        others
    }

    /// Whether a file is of a window of this computer that ended without a word; it is removed.
    fn was_left_behind(&self, path: &Path) -> bool {
        let window = path.file_stem().map(Path::new).and_then(Path::extension).and_then(|window| window.to_str());
        let was = self.own.as_ref().zip(window).is_some_and(|(own, window)| has_ended(own, window));
        if was {
            let _ = fs::remove_file(path);
        }
        was
    }

    /// The files of other windows.
    fn beside(&self) -> impl Iterator<Item = PathBuf> {
        let name = self.plan.file_name().unwrap_or_default().to_string_lossy();
        let (begins, own) = (format!(".{name}."), self.path.clone());
        let files = fs::read_dir(folder_of(&self.plan)).into_iter().flatten().flatten().map(|file| file.path());
        files.filter(move |path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let rest = name.strip_prefix(&begins).and_then(|rest| rest.strip_suffix(ENDING));
            // A point within is one of the name of another plan.
            *path != own && rest.is_some_and(|rest| !rest.contains('.'))
        })
    }
}

/// What the names of such files end in.
const ENDING: &str = ".open";

/// What a file says, unless it is of a window that has not been heard of for long; one from long ago is removed.
fn read(path: &Path, renewed: SystemTime, now: SystemTime) -> Option<OpenAt> {
    let silent = now.duration_since(renewed).unwrap_or_default();
    if silent > LEFT_BEHIND {
        let _ = fs::remove_file(path);
    }
    if silent > VOID || path.metadata().ok()?.len() > LARGEST {
        return None;
    }
    let wire: Wire = ron::from_str(&fs::read_to_string(path).ok()?).ok()?;
    let shown = |text: Text<40>| text.0.trim().to_owned();
    let since = wire.since.0.parse().ok()?;
    Some(OpenAt { name: DeskName { desk: shown(wire.desk), person: shown(wire.person) }, since })
}

impl Drop for Presence {
    fn drop(&mut self) {
        // One that stays counts for gone after a while.
        let _ = fs::remove_file(&self.path);
    }
}
