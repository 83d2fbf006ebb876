//! Languages that a clinic has added: a folder of gettext files.

use super::{Disk, StorageError};
use crate::locale::{Language, LanguageError};
use std::path::Path;

/// The largest language file that is read, in bytes: ten times the longest there is.
const LARGEST: u64 = 8 * 1024 * 1024;

/// Why a language of the clinic's cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LanguageFileError {
    /// The file cannot be read.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The file is no language.
    #[error(transparent)]
    Language(#[from] LanguageError),
}

/// Reads every `CODE.po` in a folder, in order of code; a folder that is not there holds none.
pub fn read_languages(_: &Disk, folder: &Path) -> Vec<Result<Language, LanguageFileError>> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "po"));
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Result<Language, LanguageFileError> {
    let code = path.file_stem().unwrap_or_default().to_string_lossy();
    let bytes = super::disk::read_bytes(path, LARGEST)?;
    Ok(Language::parse(&code, &String::from_utf8_lossy(&bytes))?)
}
