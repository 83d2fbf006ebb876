//! Where the program keeps its own files.

use super::token::Disk;
use super::write;
use crate::document::Draft;
use crate::units::Date;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The program's own folders, by the desktop's conventions.
#[derive(Clone, Debug)]
pub struct Places {
    config: PathBuf,
    cache: PathBuf,
    state: PathBuf,
}

impl Places {
    /// The folders of the current user, or none if there is no home folder.
    pub fn of_user() -> Option<Self> {
        let dirs = directories::ProjectDirs::from("", "", "collagen-ledger")?;
        // Only Linux has a folder for state; elsewhere local data serve.
        let state = dirs.state_dir().unwrap_or(dirs.data_local_dir());
        Some(Self { config: dirs.config_dir().to_owned(), cache: dirs.cache_dir().to_owned(), state: state.to_owned() })
    }

    /// All folders below one, for tests.
    pub fn below(folder: &Path) -> Self {
        Self { config: folder.join("config"), cache: folder.join("cache"), state: folder.join("state") }
    }

    /// The settings file.
    pub fn settings(&self) -> PathBuf {
        self.config.join("settings.ron")
    }

    /// The clinic's price list.
    pub fn price_list(&self) -> PathBuf {
        self.config.join("price-list.ron")
    }

    /// What the clinic set up for its sheets; logo and layout lie beside it.
    pub fn clinic(&self) -> PathBuf {
        self.config.join("clinic.ron")
    }

    /// The folder for languages that the clinic has added, as gettext files named by their code.
    pub fn languages(&self) -> PathBuf {
        self.config.join("languages")
    }

    /// The folder for unsaved work.
    pub fn recovery(&self) -> PathBuf {
        self.state.join("unsaved")
    }

    /// The folder in which each window says that it is there.
    pub fn windows(&self) -> PathBuf {
        self.state.join("windows")
    }

    /// The folder for what is kept of faults of the program.
    pub fn crashes(&self) -> PathBuf {
        self.state.join("faults")
    }

    /// The folder for sheets that are only looked at and printed.
    pub fn sheets(&self) -> PathBuf {
        self.cache.join("sheets")
    }
}

/// A file name for a plan's sheet: its reference, as far as a file name can hold it, and the day it is made.
pub fn sheet_name(draft: &Draft, today: Date) -> String {
    let safe = |c: char| if c.is_alphanumeric() || c == '-' { c } else { '-' };
    let reference: String = draft.reference.trim().chars().take(40).map(safe).collect();
    if reference.is_empty() {
        format!("budget-summary-{today}.pdf")
    } else {
        format!("budget-summary-{reference}-{today}.pdf")
    }
}

/// Whether the desktop offers file dialogs of its own: on Linux through its portal or through zenity, elsewhere always.
pub fn has_native_dialogs(_: &Disk) -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    let portal = "dbus-1/services/org.freedesktop.portal.Desktop.service";
    let data = std::env::var_os("XDG_DATA_DIRS").unwrap_or_else(|| "/usr/local/share:/usr/share".into());
    let found =
        |list: &std::ffi::OsStr, file: &str| std::env::split_paths(list).any(|folder| folder.join(file).is_file());
    let has_bus = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some();
    (has_bus && found(&data, portal)) || found(&std::env::var_os("PATH").unwrap_or_default(), "zenity")
}

/// The user's folder for documents, or the home folder, or none.
pub fn documents(_: &Disk) -> Option<PathBuf> {
    let dirs = directories::UserDirs::new()?;
    Some(dirs.document_dir().unwrap_or(dirs.home_dir()).to_owned())
}

/// Whether there is something at this path.
pub fn exists(_: &Disk, path: &Path) -> bool {
    path.exists()
}

/// Whether there is an ordinary file at this path, rather than a folder, a pipe or a device.
pub fn is_file(_: &Disk, path: &Path) -> bool {
    path.is_file()
}

/// Whether there is a pipe or a device at this path: what is read from it is gone, and what is written to it is no file.
pub fn is_stream(_: &Disk, path: &Path) -> bool {
    write::is_stream(path)
}

/// The day on which a file was last written; none if it is not there.
pub fn written_on(_: &Disk, path: &Path) -> Option<Date> {
    let modified = path.metadata().ok()?.modified().ok()?;
    Some(jiff::Timestamp::try_from(modified).ok()?.to_zoned(jiff::tz::TimeZone::system()).date())
}

/// When a file was last written and how long it is, by which most changes show; none if it is not there.
pub fn time_and_size(_: &Disk, path: &Path) -> Option<(SystemTime, u64)> {
    let about = path.metadata().ok()?;
    Some((about.modified().unwrap_or(SystemTime::UNIX_EPOCH), about.len()))
}

/// The path from the root, so that it still leads there from another folder.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
