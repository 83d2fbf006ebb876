//! What commands read and write: files through [`storage`], or the standard streams under the name `-`.

use super::failure::Failure;
use crate::scenario::Draft;
use crate::storage::{self, StorageError};
use std::io::{self, Write as _};
use std::path::Path;

/// The name that stands for standard input or standard output.
pub(super) const STREAM: &str = "-";

/// Reads a plan from a file, or from standard input for `-`.
pub(super) fn read(file: &Path) -> Result<Draft, Failure> {
    let draft = match file.to_str() {
        Some(STREAM) => storage::read_plan_from(io::stdin().lock(), "standard input"),
        _ => storage::read_plan(file),
    };
    Ok(draft?)
}

/// Writes to standard output. A reader that has seen enough and closed it is no failure.
pub(super) fn print(content: impl AsRef<[u8]>) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    match output.write_all(content.as_ref()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Writes a file in one piece, or to standard output for `-`.
pub(super) fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    match path.to_str() {
        Some(STREAM) => print(content),
        _ => Ok(storage::write_private(path, content)?),
    }
}

/// Whether something is there that could be lost.
pub(super) fn exists(path: &Path) -> bool {
    path.to_str() != Some(STREAM) && !matches!(storage::read_plan(path), Err(StorageError::Missing(_)))
}

/// Refuses to write over a plan.
pub(super) fn spare_plan(path: &Path, what: &str) -> Result<(), Failure> {
    if path.to_str() == Some(STREAM) || storage::read_plan(path).is_err() {
        return Ok(());
    }
    let name = path.display();
    Err(Failure::bad_input(format!("\"{name}\" is a plan, which {what} would replace; choose another name")))
}
