//! What the sheet's views are given, what they keep, and what they give back.

use super::form::ClinicForm;
use crate::locale;
use crate::record::Issued;
use crate::report::sheet::{Audience, Paper, PrintRun};
use crate::units::{Date, DateError};
use egui::TextureHandle;

/// What there is to show of the sheet, borrowed.
#[derive(Clone, Copy)]
pub struct SheetView<'a> {
    /// What was chosen.
    pub choices: &'a SheetChoices,
    /// The issue that is shown, and whether it is its original; none shows a draft.
    pub issued: Option<(&'a Issued, bool)>,
    /// The name of the clinic's own layout, if it has one.
    pub own_layout: Option<&'a str>,
    /// Why the clinic's file could not be read.
    pub clinic_problem: Option<&'a str>,
    /// The clinic's details, while they are being changed.
    pub form: Option<&'a ClinicForm>,
    /// The pages as last laid out.
    pub pages: &'a [PagePicture],
    /// Whether newer pages are being laid out.
    pub waiting: bool,
    /// Why there are no pages.
    pub problem: Option<&'a str>,
    /// What is known of the system's printers.
    pub printers: &'a PrinterChoice,
    /// The printer that was chosen; none takes the default one.
    pub printer: Option<&'a str>,
    /// How it is printed.
    pub run: PrintRun,
    /// Whether the desktop offers file dialogs of its own.
    pub native_dialogs: bool,
    /// Whether a sheet is on its way out of the program.
    pub is_leaving: bool,
}

/// What is known of the system's printers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PrinterChoice {
    /// They are being looked for.
    #[default]
    Looking,
    /// Those that are there.
    There {
        /// Their names, as the system calls them.
        names: Vec<String>,
        /// The default one.
        default: Option<String>,
    },
    /// Why there are none, in one sentence.
    Missing(String),
}

impl PrinterChoice {
    /// The printer to print on: the one wished for if it is there, else the default one, else the first.
    pub fn chosen(&self, wished: Option<&str>) -> Option<&str> {
        let Self::There { names, default } = self else { return None };
        let there = |name: &str| names.iter().find(|other| *other == name).map(String::as_str);
        let first = names.first().map(String::as_str);
        wished.and_then(there).or(default.as_deref().and_then(there)).or(first)
    }
}

/// What the person wants of the sheet.
#[derive(Clone, Debug)]
pub enum SheetAction {
    /// Show the plan again.
    Back,
    /// Show the sheet like this.
    Choose(SheetChoices),
    /// Open it in the system's viewer.
    Open,
    /// Save it as a PDF.
    Save,
    /// Choose a printer.
    AskPrinter,
    /// Look for printers anew.
    LookForPrinters,
    /// Print on this one.
    ChoosePrinter(String),
    /// Print so many, on these sides.
    ChooseRun(PrintRun),
    /// Print.
    Print,
    /// Lay it out anew, with everything read anew.
    TryAgain,
    /// Change the clinic's details.
    EditDetails,
    /// The details as changed.
    Details(Box<ClinicForm>),
    /// Choose a logo on disk.
    ChooseLogo,
    /// Take the logo whose path was typed.
    TakeLogo,
    /// Choose a layout on disk.
    ChooseLayout,
    /// Take the layout whose path was typed.
    TakeLayout,
    /// Save the details.
    SaveDetails,
    /// Leave the details as they were.
    LeaveDetails,
}

/// What the sheet shows, as chosen and typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetChoices {
    /// Whom it is for.
    pub audience: Audience,
    /// What it is printed on.
    pub paper: Paper,
    /// For how many days it holds.
    pub valid_days: u16,
    /// The first day on which the client is asked to decide, as typed; empty leaves a line to write it on.
    pub decide_from: String,
    /// The client's date of birth, as typed; empty prints none.
    pub born: String,
    /// The code of the language it is written in; none takes the window's.
    pub language: Option<String>,
    /// Whether the built-in layout is taken although the clinic has its own.
    pub built_in_layout: bool,
}

impl SheetChoices {
    /// The first day to decide on, if one was typed.
    ///
    /// # Errors
    /// If what was typed is no date.
    pub fn decide_from(&self) -> Result<Option<Date>, DateError> {
        optional(&self.decide_from)
    }

    /// The client's date of birth, if one was typed.
    ///
    /// # Errors
    /// If what was typed is no date.
    pub fn born(&self) -> Result<Option<Date>, DateError> {
        optional(&self.born)
    }

    /// Whether everything typed can be read.
    pub fn are_readable(&self) -> bool {
        self.decide_from().is_ok() && self.born().is_ok()
    }
}

pub(super) fn optional(text: &str) -> Result<Option<Date>, DateError> {
    let read = || locale::current().pack.read_date(text).map(Some);
    if text.trim().is_empty() { Ok(None) } else { read().ok_or_else(|| DateError(text.to_owned())) }
}

/// A page of the sheet as a picture.
pub struct PagePicture {
    /// The picture.
    pub picture: TextureHandle,
    /// Whether it shows what the sheet was before the last change.
    pub is_old: bool,
}

/// How the pages are looked at.
#[derive(Clone, Copy, Debug)]
pub struct PagesState {
    /// Their size, 1 being as wide as there is room.
    pub zoom: f32,
    /// The pixels to a point of paper at which they are shown; none before they were shown for the first time.
    pub scale: Option<f32>,
}

impl Default for PagesState {
    fn default() -> Self {
        Self { zoom: 1.0, scale: None }
    }
}
