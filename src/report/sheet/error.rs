//! Why there is no sheet.

use crate::locale::{tr, trn};

/// Why there is no sheet.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// No typeface has a shape for something typed.
    #[error("{}", tr!(
        "The sheet's typeface has no shape for {characters} in {field}, \"{text}\", nor has any other on this computer. It \
         covers Latin, Greek and Cyrillic letters; please write this in one of them, leave it out, or install a typeface \
         for it",
        characters = .characters,
        field = .field,
        text = .text,
    ))]
    MissingCharacters {
        /// Where it was typed, such as `the client's reference`.
        field: String,
        /// The characters, each with its code point.
        characters: String,
        /// The text they stand in.
        text: String,
    },
    /// A clinic's own layout is at fault.
    #[error("{}", tr!(
        "{file}, line {line}, column {column}: {message}; mend it, or print with the built-in layout",
        file = .file,
        line = .line,
        column = .column,
        message = .message,
    ))]
    Template {
        /// The layout's file.
        file: String,
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// A clinic's own layout that comes to no end.
    #[error("{}", trn!(
        u64::from(*seconds),
        "{file} was not laid out within {seconds} second; look in it for a loop without an end, or print with the built-in \
         layout",
        "{file} was not laid out within {seconds} seconds; look in it for a loop without an end, or print with the \
         built-in layout",
        file,
        seconds
    ))]
    Endless {
        /// The layout's file.
        file: String,
        /// How long was waited for it.
        seconds: u32,
    },
    /// The layout failed.
    #[error("{}", tr!("The sheet could not be laid out: {reason}", reason = .0))]
    Layout(String),
    /// The PDF could not be written.
    #[error("{}", tr!("The sheet could not be written as a PDF: {reason}", reason = .0))]
    Export(String),
}
