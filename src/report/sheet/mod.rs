//! The consultation sheet: a tagged PDF that a client takes home.
//!
//! Everything on it is worded and formatted here and handed to the template `assets/sheet/sheet.typ`, or to a clinic's
//! own, as data; a template only lays out. What a user typed reaches it as strings, never as markup. Same input, same
//! bytes.

mod care;
mod client;
mod credit;
mod data;
mod document;
mod error;
mod evidence;
mod file_page;
mod gather;
mod glance;
mod glyphs;
mod handout;
mod letterhead;
mod logo;
mod money;
mod number;
mod options;
mod sources;
mod sums;
mod terms;
mod typed;
mod words;
mod world;

pub use document::{Document, Page};
pub use error::SheetError;
pub use handout::{Audience, Handout, Issue, Print, Template};
pub use logo::{Logo, LogoError, LogoKind};

use crate::document::Record;
use crate::locale::tr;
use crate::report::Worked;
use crate::report::chart::Look;
use crate::units::Date;

/// What a template is handed, field by field, as text.
pub const DATA: &str = include_str!("../../../assets/sheet/README.md");

/// Everything a sheet is made of.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// The plan, worked out.
    pub plan: Worked<'a>,
    /// What it is printed on.
    pub paper: Paper,
    /// The day it is handed out.
    pub issued: Date,
    /// The program's version.
    pub version: &'a str,
}

// Charts in files of their own are set in the same fonts.
pub(in crate::report) use world::fonts;

/// The size of the paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Paper {
    /// Both.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// The one that is usual in the country of this thread.
    pub fn of_country() -> Self {
        let usual = &crate::locale::current().pack.paper;
        Self::ALL.into_iter().find(|paper| paper.id() == usual).unwrap_or_default()
    }

    /// As shown.
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "US Letter",
        }
    }

    /// Its width in points.
    pub fn width(self) -> f64 {
        match self {
            Self::A4 => 595.28,
            Self::Letter => 612.0,
        }
    }

    /// Its PWG 5101.1 name, which every printing system knows.
    pub fn media(self) -> &'static str {
        match self {
            Self::A4 => "iso_a4_210x297mm",
            Self::Letter => "na_letter_8.5x11in",
        }
    }

    /// As the layout and the settings name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "us-letter",
        }
    }

    /// How the charts look on it: two beside each other, as wide as the text.
    fn look(self) -> Look {
        Look::print((self.width() - 2.0 * MARGIN - GUTTER) / 2.0, 138.0)
    }
}

/// The margin at the left and right, in points; the template reads it from the data.
const MARGIN: f64 = 42.0;

/// The space between two columns, in points, which the template reads as well.
const GUTTER: f64 = 18.0;

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
/// A character that the embedded fonts lack, or a layout that fails (which a test of the template rules out).
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
    let json = document::json(handout)?;
    serde_json::to_string_pretty(&json).map_err(|error| SheetError::Layout(error.to_string()))
}
