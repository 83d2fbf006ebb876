//! Writing files: each in one piece, and never more widely readable than it was.

use super::disk::{Stamp, StorageError};
#[cfg(unix)]
use super::folder::folder_of;
use super::token::Disk;
use atomic_write_file::AtomicWriteFile;
use std::fs::{File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Writes a file in one piece: either the whole new content is there afterwards, or what was there before. A new file is
/// readable by its owner only, or where the folder is shared by a group, by that group; one that is there keeps its group and its mode, so that colleagues who share it still do. A
/// link is followed, so that what it points to is replaced and not the link. A pipe or a device is written into: replaced
/// by a file, it would be lost for everybody.
///
/// # Errors
/// If the folder does not exist, is not writable, or the disk is full.
pub fn write_private(_: &Disk, path: &Path, content: &[u8]) -> Result<(), StorageError> {
    let target = target(path);
    let written = if is_stream(&target) {
        pour(&target, content)
    } else {
        prepare(&target, content).and_then(AtomicWriteFile::commit)
    };
    written.map_err(|source| unwritable(path, source))
}

/// Where writing to a path leads.
pub(super) fn target(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

pub(super) fn unwritable(path: &Path, source: io::Error) -> StorageError {
    StorageError::Unwritable { path: path.to_owned(), source }
}

/// Copies a file to a free name beside it, `plan (words).ron`, and gives that name and what the copy holds.
///
/// # Errors
/// If it cannot be read, or the copy cannot be written; no part of one is left then.
pub fn set_aside(disk: &Disk, path: &Path, words: &str) -> Result<(PathBuf, Stamp), StorageError> {
    let copy = free_name_beside(path, words);
    let bytes = std::fs::read(path).map_err(|source| StorageError::Unreadable { path: path.to_owned(), source })?;
    write_private(disk, &copy, &bytes)?;
    // Whoever may open the plan may open what is laid aside of it.
    keep_access_of(&copy, path).map_err(|source| unwritable(&copy, source))?;
    let stamp = Stamp::of(disk, &copy).unwrap_or(Stamp::UNKNOWN);
    Ok((copy, stamp))
}

pub(super) fn free_name_beside(path: &Path, words: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let name = |number: u32| match number {
        1 => path.with_file_name(format!("{stem} ({words}){ending}")),
        _ => path.with_file_name(format!("{stem} ({words} {number}){ending}")),
    };
    (1..1000).map(name).find(|name| !name.exists()).unwrap_or_else(|| path.with_extension("bak"))
}

/// Removes files of a folder that were last written this long ago or longer. What cannot be removed stays.
pub fn remove_older(_: &Disk, folder: &Path, age: Duration) {
    for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path()) {
        let written = path.metadata().and_then(|about| about.modified()).ok();
        if written.and_then(|time| time.elapsed().ok()).is_some_and(|since| since >= age) {
            let _ = std::fs::remove_file(path);
        }
    }
}

/// Begins a log in a file, for its owner only, behind what is in it already.
///
/// # Errors
/// If it cannot be written.
pub fn begin_log(_: &Disk, path: &Path) -> Result<File, StorageError> {
    let mut options = File::options();
    options.create(true).append(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path).map_err(|source| unwritable(path, source))
}

/// Makes the folder of a file if it is not there, for its owner only.
///
/// # Errors
/// If it cannot be made.
pub fn make_folder_of(_: &Disk, path: &Path) -> Result<(), StorageError> {
    let unwritable = |source| StorageError::Unwritable { path: path.to_owned(), source };
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    path.parent().map_or(Ok(()), |folder| builder.create(folder).map_err(unwritable))
}

/// Whether this is a pipe or a device.
pub(super) fn is_stream(path: &Path) -> bool {
    path.metadata().is_ok_and(|about| !about.is_file() && !about.is_dir())
}

/// Writes into what is there.
pub(super) fn pour(path: &Path, content: &[u8]) -> io::Result<()> {
    File::options().write(true).open(path)?.write_all(content)
}

/// Writes the content beside a file, whole and on disk, so that it only has to take the file's place.
pub(super) fn prepare(path: &Path, content: &[u8]) -> io::Result<AtomicWriteFile> {
    let mut options = AtomicWriteFile::options();
    owner_only(&mut options);
    let mut file = options.open(path)?;
    file.write_all(content)?;
    match path.metadata() {
        Ok(before) => keep_access(&file, &before, 0)?,
        Err(_) => share_as_folder(&file, path)?,
    }
    file.sync_all()?;
    Ok(file)
}

#[cfg(unix)]
fn owner_only(options: &mut atomic_write_file::OpenOptions) {
    use atomic_write_file::unix::OpenOptionsExt as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    // The library gives up on the group as soon as the owner is somebody else's, and fails for a root without rights.
    options.preserve_mode(false).try_preserve_owner(false).mode(0o600);
}

/// That its owner may read and write a file.
pub(super) const OWNER: u32 = 0o600;

/// Gives a file the group and the mode of another one, such as that which it will replace, and these rights besides. Where the
/// group cannot be had, nobody of another group may read what they could not read before.
#[cfg(unix)]
pub(super) fn keep_access(file: &File, before: &Metadata, besides: u32) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
    // The owner is kept where that is allowed, which is to say for the administrator.
    let given =
        fchown(file, Some(before.uid()), Some(before.gid())).or_else(|_| fchown(file, None, Some(before.gid())));
    let most = if given.is_ok() { 0o777 } else { 0o707 };
    file.set_permissions(std::fs::Permissions::from_mode(before.mode() & most | besides))
}

/// Gives a file the group and the mode of another one, if there are both.
pub(super) fn keep_access_of(copy: &Path, of: &Path) -> io::Result<()> {
    match (File::open(copy), of.metadata()) {
        (Ok(file), Ok(before)) => keep_access(&file, &before, 0),
        _ => Ok(()),
    }
}

/// Lets a new file be read and written by the group that its folder is shared with: a colleague could not open the plan else. A
/// folder that everybody may write into is shared with nobody in particular.
#[cfg(unix)]
fn share_as_folder(file: &File, path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
    const GROUP_WRITES: u32 = 0o020;
    const OTHERS_WRITE: u32 = 0o002;
    let Ok(folder) = folder_of(path).metadata() else { return Ok(()) };
    let is_shared = folder.mode() & GROUP_WRITES != 0 && folder.mode() & OTHERS_WRITE == 0;
    if is_shared && fchown(file, None, Some(folder.gid())).is_ok() {
        file.set_permissions(std::fs::Permissions::from_mode(0o660))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn share_as_folder(_: &File, _: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn owner_only(_: &mut atomic_write_file::OpenOptions) {}

#[cfg(not(unix))]
pub(super) fn keep_access(_: &File, _: &Metadata, _: u32) -> io::Result<()> {
    Ok(())
}
