//! What a path is asked for. Whoever adds a purpose is told by the compiler where it is to be handled.

use crate::locale::tr;
use crate::report::export::Export;
use crate::storage;
use crate::ui::due::DueFile;

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A plan to open.
    Open,
    /// Where to save the plan.
    SavePlan,
    /// Where to save the sheet as a PDF.
    SaveSheet,
    /// Where to export to.
    Export(Export),
    /// A table of prices to import.
    ImportPrices,
    /// Where to put the price list as a table.
    ExportPrices,
    /// A calendar whose days are to be kept free.
    Calendar,
    /// Read a table of appointments.
    Appointments,
    /// A folder of plans, to see what is due.
    DueFolder,
    /// A folder in which all desks share the price list and the clinic's details.
    SharedFolder,
    /// Where to write what is due.
    WriteDue(DueFile),
    /// A picture for the clinic's logo.
    Logo,
    /// The clinic's own layout of the sheet.
    Layout,
}

impl Purpose {
    /// What a dialog for it is called.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Open => tr!("Open a plan"),
            Self::SavePlan => tr!("Save as"),
            Self::SaveSheet => tr!("Save as PDF"),
            Self::Export(kind) => kind.name(),
            Self::ImportPrices => tr!("Import a price list"),
            Self::ExportPrices => tr!("Export the price list"),
            Self::Calendar => tr!("Keep days of a calendar free"),
            Self::Appointments => tr!("Note what a table of appointments says"),
            Self::DueFolder => tr!("See what is due in a folder"),
            Self::SharedFolder => tr!("Share price list and clinic's details in a folder"),
            Self::WriteDue(_) => tr!("Write what is due"),
            Self::Logo => tr!("Take the logo"),
            Self::Layout => tr!("Take the layout"),
        }
    }

    /// What its button says.
    pub(super) fn verb(self) -> &'static str {
        match self {
            Self::Open => tr!("Open"),
            Self::SavePlan | Self::SaveSheet => tr!("Save"),
            Self::Export(_) | Self::ExportPrices | Self::WriteDue(_) => tr!("Export"),
            Self::ImportPrices | Self::DueFolder => tr!("Look at it"),
            Self::SharedFolder => tr!(in "verb", "Share"),
            Self::Calendar => tr!("Keep free"),
            Self::Appointments => tr!(in "verb", "Note"),
            Self::Logo => tr!("Take the logo"),
            Self::Layout => tr!("Take the layout"),
        }
    }

    /// What such files are called, and their endings. What is written gets the first.
    pub fn files(self) -> (&'static str, Vec<&'static str>) {
        match self {
            Self::Open | Self::SavePlan | Self::DueFolder | Self::SharedFolder => {
                (tr!("Plans of Collagen Ledger"), storage::PLAN_ENDINGS.to_vec())
            }
            Self::SaveSheet => (tr!("Portable documents"), vec!["pdf"]),
            Self::Export(kind) => (kind.name(), vec![kind.extension()]),
            Self::ImportPrices | Self::ExportPrices | Self::Appointments | Self::WriteDue(DueFile::Table) => {
                (tr!("Tables (XLSX, CSV)"), vec!["xlsx", "csv", "txt", "tsv"])
            }
            Self::Calendar | Self::WriteDue(DueFile::Calendar) => (tr!("Calendars"), vec!["ics"]),
            Self::Logo => (tr!("Pictures"), vec!["png", "svg"]),
            Self::Layout => (tr!("Layouts in Typst"), vec!["typ"]),
        }
    }

    /// Whether something is written there.
    pub fn writes(self) -> bool {
        match self {
            Self::SavePlan | Self::SaveSheet | Self::Export(_) | Self::ExportPrices | Self::WriteDue(_) => true,
            Self::Open
            | Self::ImportPrices
            | Self::Calendar
            | Self::Appointments
            | Self::DueFolder
            | Self::SharedFolder
            | Self::Logo
            | Self::Layout => false,
        }
    }

    /// Whether the open plan is written there, in one form or another.
    pub fn is_of_the_plan(self) -> bool {
        match self {
            Self::SavePlan | Self::SaveSheet | Self::Export(_) => true,
            Self::Open
            | Self::ImportPrices
            | Self::ExportPrices
            | Self::Calendar
            | Self::Appointments
            | Self::DueFolder
            | Self::SharedFolder
            | Self::WriteDue(_)
            | Self::Logo
            | Self::Layout => false,
        }
    }
}
