//! What is worked on, in words, and what follows from it.

use crate::locale::tr;

/// What is worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum What {
    /// The desktop's dialog is open.
    Choice,
    /// A path is looked at: whether something is there.
    Look,
    /// A plan is opened, or what somebody else has written of it.
    Open,
    /// The plan is saved.
    Save,
    /// Something is exported.
    Export,
    /// A picture of a chart is drawn for the clipboard.
    Picture,
    /// The sheet is made to be looked at.
    Sheet,
    /// The sheet is made and saved.
    SavedSheet,
    /// The sheet is made and printed.
    PrintedSheet,
    /// The printers are looked for.
    Printers,
    /// The clinic's details are read.
    Details,
    /// The clinic's details are saved.
    SavedDetails,
    /// A table of prices is read.
    Prices,
    /// A calendar is read.
    Calendar,
    /// A table of appointments is read.
    Appointments,
    /// The plans of a folder are read for what is due.
    Due,
    /// The desktop opens a file or folder.
    Show,
    /// What is kept of a client is deleted.
    Forgotten,
    /// Plans are written with a passphrase, or without.
    Protected,
}

impl What {
    /// What is done.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Choice => tr!("choosing a file"),
            Self::Look => tr!("looking for the file"),
            Self::Open => tr!("opening a plan"),
            Self::Save => tr!("saving the plan"),
            Self::Export => tr!("exporting"),
            Self::Picture => tr!("copying a picture"),
            Self::Sheet => tr!("making the sheet"),
            Self::SavedSheet => tr!("saving the sheet"),
            Self::PrintedSheet => tr!("printing the sheet"),
            Self::Printers => tr!("looking for printers"),
            Self::Details => tr!("reading the clinic's details"),
            Self::SavedDetails => tr!("saving the clinic's details"),
            Self::Prices => tr!("reading a price list"),
            Self::Calendar => tr!("reading a calendar"),
            Self::Appointments => tr!("reading a table of appointments"),
            Self::Due => tr!("reading the plans of a folder"),
            Self::Show => tr!("opening a file"),
            Self::Forgotten => tr!("forgetting a client"),
            Self::Protected => tr!("protecting plans"),
        }
    }

    /// That it came to no end of its own.
    pub(super) fn failure(self) -> &'static str {
        match self {
            Self::Choice => tr!("Something went wrong while choosing a file"),
            Self::Look => tr!("Something went wrong while looking for the file"),
            Self::Open => tr!("Something went wrong while opening a plan"),
            Self::Save => tr!("Something went wrong while saving the plan"),
            Self::Export => tr!("Something went wrong while exporting"),
            Self::Picture => tr!("Something went wrong while copying a picture"),
            Self::Sheet => tr!("Something went wrong while making the sheet"),
            Self::SavedSheet => tr!("Something went wrong while saving the sheet"),
            Self::PrintedSheet => tr!("Something went wrong while printing the sheet"),
            Self::Printers => tr!("Something went wrong while looking for printers"),
            Self::Details => tr!("Something went wrong while reading the clinic's details"),
            Self::SavedDetails => tr!("Something went wrong while saving the clinic's details"),
            Self::Prices => tr!("Something went wrong while reading a price list"),
            Self::Calendar => tr!("Something went wrong while reading a calendar"),
            Self::Appointments => tr!("Something went wrong while reading a table of appointments"),
            Self::Due => tr!("Something went wrong while reading the plans of a folder"),
            Self::Show => tr!("Something went wrong while opening a file"),
            Self::Forgotten => tr!("Something went wrong while forgetting a client"),
            Self::Protected => tr!("Something went wrong while protecting plans"),
        }
    }

    /// Whether it usually ends before anybody could read what it is.
    pub(super) fn is_brief(self) -> bool {
        !matches!(self, Self::Choice | Self::Export | Self::Sheet | Self::SavedSheet | Self::PrintedSheet)
    }

    /// Whether something would be missing if the program ended meanwhile.
    pub(super) fn leaves_the_program(self) -> bool {
        let writes =
            matches!(self, Self::Save | Self::Export | Self::SavedSheet | Self::PrintedSheet | Self::SavedDetails);
        writes || matches!(self, Self::Forgotten | Self::Protected)
    }

    /// Whether a sheet is on its way out: until it has ended, nobody knows whether the next one is a copy.
    pub(super) fn is_about_the_sheet(self) -> bool {
        matches!(self, Self::Sheet | Self::SavedSheet | Self::PrintedSheet)
    }
}
