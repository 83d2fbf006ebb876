//! What the program is given from outside: places, the day, the language, the desktop's dialogs and printers.

use crate::locale::Locale;
use crate::printing::{self, Job, PrintError, Printers};
use crate::simulate::Precision;
use crate::storage::{self, Disk, Places};
use crate::units::Date;
use std::path::PathBuf;
use std::pin::Pin;

/// What the program is given from outside: a test gives its own.
pub struct Surroundings {
    /// Where settings and sheets are kept; none keeps nothing.
    pub places: Option<Places>,
    /// Today's date.
    pub today: fn() -> Date,
    /// The language and notations asked for at the start; none takes those that were chosen in the window.
    pub locale: Option<Locale>,
    /// The desktop's language tag, such as `de-AT`.
    pub language_tag: fn() -> Option<String>,
    /// Opens a file in the system's viewer.
    pub open: fn(&std::path::Path) -> Result<(), String>,
    /// Shows the desktop's own file dialogs; none if it offers none, and paths are typed.
    pub dialogs: Option<Dialogs>,
    /// The system's printing.
    pub printing: Printing,
    /// How many draws ranges rest on while something moves, and at rest.
    pub precision: [Precision; 2],
}

/// What a dialog asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A file that is there.
    File,
    /// A file to be written.
    NewFile,
    /// A folder.
    Folder,
}

/// Shows a dialog.
pub type Dialogs = fn(rfd::AsyncFileDialog, Asked) -> Chosen;
/// The file that is chosen in time; none if the dialog is cancelled.
pub type Chosen = Pin<Box<dyn Future<Output = Option<PathBuf>> + Send>>;

/// Shows the desktop's own dialog.
fn of_desktop(dialog: rfd::AsyncFileDialog, asked: Asked) -> Chosen {
    let path = |file: rfd::FileHandle| file.path().to_owned();
    match asked {
        Asked::File => {
            let chosen = dialog.pick_file();
            Box::pin(async move { chosen.await.map(path) })
        }
        Asked::NewFile => {
            let chosen = dialog.save_file();
            Box::pin(async move { chosen.await.map(path) })
        }
        Asked::Folder => {
            let chosen = dialog.pick_folder();
            Box::pin(async move { chosen.await.map(path) })
        }
    }
}

/// How the program prints.
#[derive(Clone, Copy, Debug)]
pub struct Printing {
    /// The printers there are.
    pub printers: fn() -> Result<Printers, PrintError>,
    /// Prints on the printer of this name, or on the default one, and gives the number of the job.
    pub print: fn(&Job<'_>, Option<&str>) -> Result<String, PrintError>,
}

impl Printing {
    /// Through the system.
    pub fn of_system() -> Self {
        Self { printers: printing::printers, print: printing::print }
    }
}

impl Surroundings {
    /// The real ones.
    pub fn of_user(disk: &Disk) -> Self {
        Self {
            places: Places::of_user(),
            locale: None,
            language_tag: sys_locale::get_locale,
            today: || jiff::Zoned::now().date(),
            open: |path| opener::open(path).map_err(|error| error.to_string()),
            dialogs: storage::has_native_dialogs(disk).then_some(of_desktop),
            printing: Printing::of_system(),
            precision: [Precision::MOVING, Precision::RESTING],
        }
    }
}
