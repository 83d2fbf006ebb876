//! Reading and writing files.

use super::content::{self, ContentError, Kind};
use super::plan_file::parse_plan;
use crate::document::Draft;
use crate::locale::tr;
use crate::report::sheet::LogoError;
use atomic_write_file::AtomicWriteFile;
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The largest plan file read, in bytes. Six full options take a twentieth of it.
const LARGEST: u64 = 32 * 1024 * 1024;

/// What went wrong with a file.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// It is not there.
    #[error("{}", tr!("\"{name}\" does not exist; check the name and the folder", name = .0.display()))]
    Missing(PathBuf),
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
}

/// Reads a plan file.
///
/// # Errors
/// One sentence naming the file, with line and column where it is the content.
pub fn read_plan(path: &Path) -> Result<Draft, StorageError> {
    let file = open(path)?;
    read_plan_from(file, &name_of(path))
}

/// The name of a file, as messages call it.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The bytes of a file, and one more than `most` if it is larger than that.
pub(super) fn read_bytes(path: &Path, most: u64) -> Result<Vec<u8>, StorageError> {
    let mut bytes = Vec::new();
    let unreadable = |source| StorageError::Unreadable { path: path.to_owned(), source };
    open(path)?.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

fn open(path: &Path) -> Result<File, StorageError> {
    File::open(path).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => StorageError::Missing(path.to_owned()),
        _ => StorageError::Unreadable { path: path.to_owned(), source },
    })
}

/// Reads a plan from anything that can be read; `name` is how errors call it.
///
/// # Errors
/// As [`read_plan`].
pub fn read_plan_from(reader: impl Read, name: &str) -> Result<Draft, StorageError> {
    let mut bytes = Vec::new();
    let unreadable = |source| StorageError::Unreadable { path: PathBuf::from(name), source };
    reader.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    let read = content::decode(Kind::Plan, &bytes, LARGEST).and_then(parse_plan);
    read.map_err(|source| StorageError::Content { name: name.to_owned(), source })
}

/// Writes a file in one piece, readable by its owner only: either the whole new content is there afterwards, or what
/// was there before. A link is followed, so that what it points to is replaced and not the link. A pipe or a device is
/// written into: replaced by a file, it would be lost for everybody.
///
/// # Errors
/// If the folder does not exist, is not writable, or the disk is full.
pub fn write_private(path: &Path, content: &[u8]) -> Result<(), StorageError> {
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let written = if is_stream(&target) { pour(&target, content) } else { replace(&target, content) };
    written.map_err(|source| StorageError::Unwritable { path: path.to_owned(), source })
}

/// What a file held at one moment, to tell whether somebody else has changed it since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(Option<u64>);

impl Stamp {
    /// The stamp of a file of which nothing is known: it differs from every other.
    pub const UNKNOWN: Self = Self(None);

    /// The stamp of a file as it is now; none if it is not there or cannot be read.
    pub fn of(path: &Path) -> Option<Self> {
        let mut hasher = DefaultHasher::new();
        let mut bytes = Vec::new();
        File::open(path).ok()?.take(LARGEST + 1).read_to_end(&mut bytes).ok()?;
        bytes.hash(&mut hasher);
        Some(Self(Some(hasher.finish())))
    }
}

/// Copies a file to a free name beside it, `plan (changed elsewhere).ron`, and gives that name.
///
/// # Errors
/// If the copy cannot be written.
pub fn set_aside(path: &Path) -> Result<PathBuf, StorageError> {
    copy_beside(path, tr!(in "file name", "changed elsewhere"))
}

/// Copies a file to a free name beside it, `plan (words).ron`, and gives that name.
///
/// # Errors
/// If the copy cannot be written.
pub fn copy_beside(path: &Path, words: &str) -> Result<PathBuf, StorageError> {
    let copy = free_name_beside(path, words);
    let unwritable = |source| StorageError::Unwritable { path: copy.clone(), source };
    std::fs::copy(path, &copy).map_err(unwritable)?;
    Ok(copy)
}

/// Writes to a free name beside a file, `plan (words).ron`, and gives that name.
///
/// # Errors
/// If it cannot be written.
pub fn write_beside(path: &Path, words: &str, content: &[u8]) -> Result<PathBuf, StorageError> {
    let copy = free_name_beside(path, words);
    write_private(&copy, content)?;
    Ok(copy)
}

fn free_name_beside(path: &Path, words: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let name = |number: u32| match number {
        1 => path.with_file_name(format!("{stem} ({words}){ending}")),
        _ => path.with_file_name(format!("{stem} ({words} {number}){ending}")),
    };
    (1..1000).map(name).find(|name| !name.exists()).unwrap_or_else(|| path.with_extension("bak"))
}

/// Removes files of a folder that were last written this long ago or longer. What cannot be removed stays.
pub fn remove_older(folder: &Path, age: Duration) {
    for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path()) {
        let written = path.metadata().and_then(|about| about.modified()).ok();
        if written.and_then(|time| time.elapsed().ok()).is_some_and(|since| since >= age) {
            let _ = std::fs::remove_file(path);
        }
    }
}

/// Makes the folder of a file if it is not there.
///
/// # Errors
/// If it cannot be made.
pub fn make_folder_of(path: &Path) -> Result<(), StorageError> {
    let unwritable = |source| StorageError::Unwritable { path: path.to_owned(), source };
    path.parent().map_or(Ok(()), |folder| std::fs::create_dir_all(folder).map_err(unwritable))
}

/// Whether this is a pipe or a device.
fn is_stream(path: &Path) -> bool {
    path.metadata().is_ok_and(|about| !about.is_file() && !about.is_dir())
}

fn pour(path: &Path, content: &[u8]) -> io::Result<()> {
    File::options().write(true).open(path)?.write_all(content)
}

fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut options = AtomicWriteFile::options();
    owner_only(&mut options);
    let mut file = options.open(path)?;
    file.write_all(content)?;
    file.commit()
}

#[cfg(unix)]
fn owner_only(options: &mut atomic_write_file::OpenOptions) {
    use atomic_write_file::unix::OpenOptionsExt as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    options.preserve_mode(false).mode(0o600);
}

#[cfg(not(unix))]
fn owner_only(_: &mut atomic_write_file::OpenOptions) {}
