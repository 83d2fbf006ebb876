//! The consultation sheet: a tagged PDF that a client takes home.
//!
//! Everything on it is worded and formatted here and handed to the template `assets/sheet/sheet.typ`, or to a clinic's
//! own, as data; a template only lays out. What a user typed reaches it as strings, never as markup. Same input, same
//! bytes.

mod care;
mod choice;
mod client;
mod contents;
mod credit;
mod document;
mod error;
mod evidence;
mod file_page;
mod glance;
mod glyphs;
mod groups;
mod handout;
mod in_time;
mod letterhead;
mod logo;
mod money;
mod number;
mod options;
mod paper;
mod sources;
mod sums;
mod terms;
mod typed;
mod words;
mod world;

pub use document::{Document, Page};
pub use error::SheetError;
pub use handout::{Audience, Handout, Issue, Print, Sheet, Template};
pub use logo::{Logo, LogoError, LogoKind};
pub use paper::{Paper, PrintRun, Sides};

use crate::locale::tr;
use crate::record::Record;

/// What a template is handed, field by field, as text.
pub const DATA: &str = include_str!("../../../assets/sheet/README.md");

/// What a printer's queue calls the sheet of a client with this reference.
pub fn title(reference: &str) -> String {
    match reference.trim() {
        "" => tr!("Budget summary").to_owned(),
        reference => tr!("Budget summary {reference}", reference),
    }
}

/// The number that a plan with this record would be issued under: one derived from the plan, its reference and the day,
/// or the first issue's with the revision behind it.
pub fn proposed_number(sheet: Sheet<'_>, record: &Record) -> String {
    record.proposed_number(&number::of(&Handout::from(sheet)))
}

/// The sheet for the client, without a letterhead, as the bytes of a PDF/UA-1 file. [`Document::of`] with a [`Handout`]
/// gives every choice.
///
/// # Errors
/// A character that the built-in typefaces lack, or a layout that fails (which a test of the template rules out).
pub fn pdf(sheet: &Sheet<'_>) -> Result<Vec<u8>, SheetError> {
    Document::of(&Handout::from(*sheet))?.pdf()
}

/// Every page of a sheet as a picture, at this many pixels to a point. A window that shows one page at a time keeps the
/// [`Document`] and asks it for that page.
///
/// # Errors
/// As [`Document::of`].
pub fn pages(handout: &Handout<'_>, pixels_per_point: f64) -> Result<Vec<Page>, SheetError> {
    let document = Document::of(handout)?;
    Ok((0..document.page_count()).filter_map(|number| document.page(number, pixels_per_point)).collect())
}

/// What a template is handed as `data.json`, to write one's own by. [`DATA`] explains every field.
///
/// # Errors
/// As [`Document::of`].
pub fn data(handout: &Handout<'_>) -> Result<String, SheetError> {
    serde_json::to_string_pretty(&contents::of(handout)).map_err(|error| SheetError::Layout(error.to_string()))
}
