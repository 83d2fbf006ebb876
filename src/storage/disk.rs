//! Reading files, what goes wrong with files, and what a file held at one moment.

use super::content::{self, ContentError, Kind};
use super::keys::{self, Passphrase, Unopened};
use super::plan_file::parse_plan;
use super::token::Disk;
use super::workbook::WorkbookProblem;
use crate::locale::tr;
use crate::log::Dossier;
use crate::report::sheet::LogoError;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The largest plan file read, in bytes. Six full options take a twentieth of it.
pub(super) const LARGEST: u64 = 32 * 1024 * 1024;

/// What went wrong with a file.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// It is not there.
    #[error("{}", tr!("\"{name}\" does not exist; check the name and the folder", name = .0.display()))]
    Missing(PathBuf),
    /// A file is asked for, and it is a folder.
    #[error("{}", tr!("\"{name}\" is a folder; name a file in it", name = .0.display()))]
    Folder(PathBuf),
    /// A folder is asked for, and it is a file.
    #[error("{}", tr!("\"{name}\" is no folder; name the folder in which it is", name = .0.display()))]
    NoFolder(PathBuf),
    /// It cannot be read.
    #[error("{}", tr!("\"{name}\" cannot be read: {source}", name = path.display(), source))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It cannot be written.
    #[error(
        "{}",
        tr!(
            "\"{name}\" cannot be written: {source}; choose another place or free some space",
            name = path.display(),
            source
        )
    )]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Its content cannot be read.
    #[error("{name}, {source}")]
    Content {
        /// The file's name.
        name: String,
        /// Where and why.
        source: ContentError,
    },
    /// It is protected by a passphrase that is not known.
    #[error("{}", tr!("\"{name}\" is protected by a passphrase, which is not known here", name = .0))]
    Locked(String),
    /// It is protected, and was cut off or changed.
    #[error("{}", tr!("\"{name}\" is protected by a passphrase and damaged; take an older copy of it", name = .0))]
    Damaged(String),
    /// It is protected by something else than a passphrase.
    #[error("{}", tr!("\"{name}\" is encrypted for a key, not with a passphrase; open it with age first", name = .0))]
    ByKey(String),
    /// To try a passphrase would take more time and memory than is usual.
    #[error("{}", tr!("\"{name}\" is encrypted with more work than this program does; open it with age first", name = .0))]
    TooMuchWork(String),
    /// It is a workbook that cannot be read.
    #[error("{name}, {source}")]
    Workbook {
        /// The file's name.
        name: String,
        /// Why.
        source: WorkbookProblem,
    },
    /// The picture cannot be a logo.
    #[error("{}", tr!("The logo \"{name}\" cannot be used: {source}", name, source))]
    Logo {
        /// The picture's name.
        name: String,
        /// Why.
        source: LogoError,
    },
}

impl StorageError {
    /// Whether what was given is at fault, rather than the disk or its permissions.
    pub fn is_bad_input(&self) -> bool {
        !matches!(self, Self::Unreadable { .. } | Self::Unwritable { .. })
    }

    /// Why a file or a folder cannot be opened.
    pub(super) fn unopened(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing(path),
            io::ErrorKind::IsADirectory => Self::Folder(path),
            _ => Self::Unreadable { path, source },
        }
    }
}

/// Reads a plan file.
///
/// # Errors
/// One sentence naming the file, with line and column where it is the content.
pub fn read_plan(disk: &Disk, path: &Path) -> Result<Dossier, StorageError> {
    read_stamped_plan(disk, path).map(|(dossier, _)| dossier)
}

/// Reads a plan file, with what it held.
///
/// # Errors
/// As [`read_plan`].
pub fn read_stamped_plan(_: &Disk, path: &Path) -> Result<(Dossier, Stamp), StorageError> {
    let bytes = read_bytes(path, LARGEST)?;
    Ok((plan_of(&bytes, &name_of(path))?, Stamp::of_bytes(&bytes)))
}

/// Reads a plan file without taking it for the plan's own: by what it is protected says nothing of how the plan is written. Gives
/// what the plan's text is, whatever protects it.
///
/// # Errors
/// As [`read_plan`].
pub fn look_at_plan(_: &Disk, path: &Path) -> Result<(Dossier, Stamp), StorageError> {
    let opened = opened_plan_of(&read_bytes(path, LARGEST)?, &name_of(path))?;
    Ok((opened.dossier, Stamp::of_bytes(opened.text.as_bytes())))
}

/// The name of a file, as messages call it.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The bytes of a file without a byte-order mark, and one more than `most` if it is larger than that.
pub(super) fn read_bytes(path: &Path, most: u64) -> Result<Vec<u8>, StorageError> {
    read_to_end(open(path)?, most).map_err(|source| StorageError::unopened(path, source))
}

/// Where everything is read. Editors of some systems put a byte-order mark in front of a text, which is no part of it.
fn read_to_end(reader: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.starts_with(BYTE_ORDER_MARK) {
        bytes.drain(..BYTE_ORDER_MARK.len());
    }
    Ok(bytes)
}

/// U+FEFF in UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

fn open(path: &Path) -> Result<File, StorageError> {
    File::open(path).map_err(|source| StorageError::unopened(path, source))
}

/// Reads a plan from anything that can be read; `name` is how errors call it.
///
/// # Errors
/// As [`read_plan`].
pub fn read_plan_from(reader: impl Read, name: &str) -> Result<Dossier, StorageError> {
    let unreadable = |source| StorageError::Unreadable { path: PathBuf::from(name), source };
    plan_of(&read_to_end(reader, LARGEST).map_err(unreadable)?, name)
}

/// The plan of what its own file holds, opened with one of the known passphrases if it is protected: so it is written from then on.
fn plan_of(bytes: &[u8], name: &str) -> Result<Dossier, StorageError> {
    let OpenedPlan { dossier, passphrase, .. } = opened_plan_of(bytes, name)?;
    keys::opened_with(dossier.draft.id, passphrase);
    Ok(dossier)
}

/// That a protected file of this name is not opened.
pub(super) fn unopened(why: Unopened, name: &str) -> StorageError {
    let name = name.to_owned();
    match why {
        Unopened::Locked => StorageError::Locked(name),
        Unopened::Damaged => StorageError::Damaged(name),
        Unopened::ByKey => StorageError::ByKey(name),
        Unopened::TooMuchWork => StorageError::TooMuchWork(name),
    }
}

/// A plan with the text that it is read from, and the passphrase that opened it if it is protected.
pub(super) struct OpenedPlan {
    pub(super) dossier: Dossier,
    pub(super) text: String,
    pub(super) passphrase: Option<Passphrase>,
}

/// The plan of what a file holds, opened with one of the known passphrases if it is protected.
pub(super) fn opened_plan_of(bytes: &[u8], name: &str) -> Result<OpenedPlan, StorageError> {
    let opened =
        keys::is_sealed(bytes).then(|| keys::open(bytes, LARGEST)).transpose().map_err(|why| unopened(why, name))?;
    let (bytes, passphrase) = opened.as_ref().map_or((bytes, None), |(opened, by)| (opened.as_slice(), Some(by)));
    let read = content::decode(Kind::Plan, bytes, LARGEST).and_then(|text| Ok((parse_plan(text)?, text.to_owned())));
    let (dossier, text) = read.map_err(|source| StorageError::Content { name: name.to_owned(), source })?;
    Ok(OpenedPlan { dossier, text, passphrase: passphrase.cloned() })
}

/// What a file held at one moment, to tell whether somebody else has changed it since. It is written down with unsaved work,
/// so it rests on a hash that every build of the program gives alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(Option<Uuid>);

impl Stamp {
    /// The stamp of a file of which nothing is known: it differs from every other.
    pub const UNKNOWN: Self = Self(None);

    /// The stamp of a file as it is now; none if it is not there or cannot be read. A pipe is not read: it would be waited for.
    pub fn of(_: &Disk, path: &Path) -> Option<Self> {
        if !path.is_file() {
            return None;
        }
        read_bytes(path, LARGEST).ok().map(|bytes| Self::of_bytes(&bytes))
    }

    /// The stamp of a file that holds these bytes.
    pub(super) fn of_bytes(bytes: &[u8]) -> Self {
        Self(Some(Uuid::new_v5(&Uuid::nil(), bytes)))
    }
}

impl fmt::Display for Stamp {
    /// A UUID; nothing for that of a file of which nothing is known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |hash| hash.fmt(f))
    }
}

impl From<&str> for Stamp {
    /// As it was written; anything else is that of a file of which nothing is known.
    fn from(text: &str) -> Self {
        Self(text.trim().parse().ok())
    }
}
