//! Replacing a file that others may write at the same time: only if it still is what was read.
//!
//! Between the look at the file and its replacement a lease beside it keeps others out: a small file that only one of them
//! can create. No lock of the system is relied on, since not every shared folder keeps that promise. A lease that a crash
//! has left behind is taken over after a short time.

use super::disk::{Stamp, StorageError};
use super::token::Disk;
use super::write::{is_stream, pour, prepare, set_aside, target, unwritable};
use crate::locale::tr;
use std::fs::{self, File};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What a file must hold to be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Whatever there is.
    Anything,
    /// It must not be there.
    Nothing,
    /// What was read. A file that has gone since may be written anew.
    Read(Stamp),
}

/// What came of replacing a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swap {
    /// The file holds what was written.
    Done(Stamp),
    /// It holds something else than was expected, and stays as it is.
    Changed,
}

/// Replaces what a file holds in one piece if that is what is expected. `first` is done once that is certain and just
/// before the file is replaced; if it fails, the file stays as it is. What is said of writing, of links, pipes and access
/// at [`write_private`](super::write_private) holds here as well.
///
/// # Errors
/// What `first` gives; and if the folder is not there or not writable, the disk is full, or somebody else is writing the
/// file all the time.
pub fn swap<E: From<StorageError>>(
    disk: &Disk,
    path: &Path,
    expected: Expected,
    content: &[u8],
    first: impl FnOnce() -> Result<(), E>,
) -> Result<Swap, E> {
    let unwritable = |source| unwritable(path, source);
    let (target, done) = (target(path), Swap::Done(Stamp::of_bytes(content)));
    if is_stream(&target) {
        first()?;
        pour(&target, content).map_err(unwritable)?;
        return Ok(done);
    }
    // All that takes long is done before the lease is taken.
    let prepared = prepare(&target, content).map_err(unwritable)?;
    let mut first = Some(first);
    for _ in 0..TRIES {
        let lease = Lease::take(&target).map_err(unwritable)?;
        if !expected.fits(disk, &target) {
            return Ok(Swap::Changed);
        }
        first.take().map_or(Ok(()), |first| first())?;
        if lease.is_held() {
            prepared.commit().map_err(unwritable)?;
            return Ok(done);
        }
        // Somebody took it over by mistake, for one that was left behind: nothing is written, and the file is looked at again.
    }
    Ok(Swap::Changed)
}

/// How often somebody else's version is set aside before writing is given up.
const TRIES: usize = 10;

/// Replaces a file's text in one piece; what it held when it was last read or written here is given, if it was there. What
/// it holds else is kept beside it under a name with these words, which is given back.
///
/// # Errors
/// As [`swap`], and if what is there cannot be kept.
pub fn replace(
    disk: &Disk,
    path: &Path,
    known: Option<Stamp>,
    text: &str,
    words: &str,
) -> Result<(Stamp, Option<PathBuf>), StorageError> {
    let (mut expected, mut kept) = (known.map_or(Expected::Nothing, Expected::Read), None);
    for _ in 0..TRIES {
        match swap(disk, path, expected, text.as_bytes(), || Ok::<(), StorageError>(()))? {
            Swap::Done(stamp) => return Ok((stamp, kept)),
            // Somebody else has written the very same.
            Swap::Changed if Stamp::of(disk, path) == Some(Stamp::of_bytes(text.as_bytes())) => {
                return Ok((Stamp::of_bytes(text.as_bytes()), kept));
            }
            Swap::Changed => {
                let (copy, theirs) = set_aside(disk, path, words)?;
                (kept, expected) = (Some(copy), Expected::Read(theirs));
            }
        }
    }
    Err(unwritable(path, io::Error::new(ErrorKind::TimedOut, tr!("somebody else is writing it all the time"))))
}

impl Expected {
    fn fits(self, disk: &Disk, path: &Path) -> bool {
        match self {
            Self::Anything => true,
            Self::Nothing => !path.exists(),
            Self::Read(stamp) => Stamp::of(disk, path).is_none_or(|holds| holds == stamp),
        }
    }
}

/// How long a lease must have been the same to count as left behind: many times as long as a file is replaced in.
const STALE: Duration = Duration::from_secs(3);
/// How long to wait for a lease.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often a lease of somebody else is looked at.
const LOOK: Duration = Duration::from_millis(4);

/// The right to replace a file, as long as this value lives.
struct Lease {
    path: PathBuf,
    /// What its file holds: nobody else's is the same.
    token: String,
}

impl Lease {
    /// Waits for the right to replace a file. Clocks of other machines are not trusted: how long a lease of somebody else
    /// has been there is counted here.
    fn take(target: &Path) -> io::Result<Self> {
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let lease = Self { path: target.with_file_name(format!(".{name}.lease")), token: token() };
        let start = Instant::now();
        let mut seen: Option<(String, Instant)> = None;
        while start.elapsed() < PATIENCE {
            if lease.create()? {
                return Ok(lease);
            }
            let holder = fs::read_to_string(&lease.path).unwrap_or_default();
            match &seen {
                Some((same, since)) if *same == holder => {
                    if since.elapsed() > STALE {
                        lease.take_over(&holder);
                        seen = None;
                    }
                }
                _ => seen = Some((holder, Instant::now())),
            }
            std::thread::sleep(LOOK);
        }
        Err(io::Error::new(ErrorKind::TimedOut, tr!("somebody else is writing it all the time")))
    }

    /// Whether this made the file: false if it is there already.
    fn create(&self) -> io::Result<bool> {
        match File::options().write(true).create_new(true).open(&self.path) {
            Ok(mut file) => file.write_all(self.token.as_bytes()).map(|()| true).inspect_err(|_| {
                let _ = fs::remove_file(&self.path);
            }),
            // Windows says so of a file that is just being removed.
            Err(error) if cfg!(windows) && error.kind() == ErrorKind::PermissionDenied => Ok(false),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Removes a lease that was left behind. If it has just been taken over by somebody else it is given back.
    fn take_over(&self, stale: &str) {
        let aside = self.path.with_extension(&self.token);
        if fs::rename(&self.path, &aside).is_ok() {
            if fs::read_to_string(&aside).is_ok_and(|holder| holder != stale) {
                // Where that fails, its holder sees that it is gone and begins again.
                let _ = fs::hard_link(&aside, &self.path);
            }
            let _ = fs::remove_file(&aside);
        }
    }

    fn is_held(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|holder| holder == self.token)
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        if self.is_held() {
            // One that stays is taken over.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// A text that no other lease has.
fn token() -> String {
    format!("{}-{:016x}", std::process::id(), RandomState::new().build_hasher().finish())
}
