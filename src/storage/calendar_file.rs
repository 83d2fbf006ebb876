//! Calendars on the disk, which are only ever read.

use super::disk::{StorageError, read_bytes};
use super::token::Disk;
use crate::agenda::LARGEST;
use std::path::Path;

/// The bytes of a calendar, and a few more than [`crate::agenda::Agenda::read`] takes if it is larger than that.
///
/// # Errors
/// If the file is not there or cannot be read.
pub fn read_calendar(_: &Disk, path: &Path) -> Result<Vec<u8>, StorageError> {
    read_bytes(path, LARGEST as u64)
}
