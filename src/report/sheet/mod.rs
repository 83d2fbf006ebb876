//! The consultation sheet: a tagged PDF that a client takes home.
//!
//! Everything on it is worded and formatted here and handed to the template `assets/sheet/sheet.typ` as data; the
//! template only lays out. What a user typed reaches it as strings, never as markup. Same input, same bytes.

mod care;
mod client;
mod data;
mod evidence;
mod gather;
mod glance;
mod glyphs;
mod money;
mod options;
mod sources;
mod words;
mod world;

use crate::report::Worked;
use crate::report::chart::{Look, improvement_svg, spend_svg};
use crate::units::Date;
use data::SheetData;
use world::{Files, World};

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

    /// As shown.
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "US Letter",
        }
    }

    /// As the layout names it.
    fn id(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "us-letter",
        }
    }

    /// How the charts look on it: as wide as the text, and lower on the shorter paper.
    fn look(self) -> Look {
        match self {
            Self::A4 => Look::print(595.28 - 2.0 * MARGIN, 146.0),
            Self::Letter => Look::print(612.0 - 2.0 * MARGIN, 124.0),
        }
    }
}

/// The margin at the left and right, in points; the template reads it from the data.
const MARGIN: f64 = 42.0;

/// Why there is no sheet.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// The fonts have no shape for something typed.
    #[error(
        "The sheet's typeface has no shape for {characters} in \"{text}\". It covers Latin, Greek and Cyrillic letters; \
         please write this in one of them, or leave it out"
    )]
    MissingCharacters {
        /// The characters, each with its code point.
        characters: String,
        /// The text they stand in.
        text: String,
    },
    /// The layout failed.
    #[error("The sheet could not be laid out: {0}")]
    Layout(String),
    /// The PDF could not be written.
    #[error("The sheet could not be written as a PDF: {0}")]
    Export(String),
}

/// The sheet as the bytes of a PDF/UA-1 file.
///
/// # Errors
/// A character that the embedded fonts lack, or a layout that fails (which a test of the template rules out).
pub fn pdf(sheet: &Sheet<'_>) -> Result<Vec<u8>, SheetError> {
    let data = SheetData::of(sheet);
    let json = serde_json::to_value(&data).map_err(|error| SheetError::Layout(error.to_string()))?;
    glyphs::check(&json)?;
    let look = sheet.paper.look();
    let files = Files {
        data: glyphs::breakable_data(json).to_string(),
        spend: spend_svg(sheet.plan.estimate, &look),
        improvement: improvement_svg(sheet.plan.estimate, &look).unwrap_or_default(),
    };
    World::new(files)?.pdf(sheet.issued)
}
