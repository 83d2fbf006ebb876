//! How the program starts: what it is given from outside, and the window it opens.

use super::App;
use crate::locale::{Locale, tr};
use crate::printing::{self, Job, PrintError, Printers};
use crate::storage::Places;
use crate::units::Date;
use eframe::egui;
use std::path::PathBuf;
use std::time::Duration;

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
    /// Whether the desktop offers file dialogs of its own.
    pub native_dialogs: bool,
    /// The system's printing.
    pub printing: Printing,
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
    pub fn of_user() -> Self {
        Self {
            places: Places::of_user(),
            locale: None,
            language_tag: sys_locale::get_locale,
            today: || jiff::Zoned::now().date(),
            open: |path| opener::open(path).map_err(|error| error.to_string()),
            native_dialogs: crate::storage::has_native_dialogs(),
            printing: Printing::of_system(),
        }
    }
}

/// How long sheets stay that were only made to be looked at and printed.
const SHEETS_STAY: Duration = Duration::from_hours(7 * 24);

/// Opens the window, on a plan if one is named and else on the worked example, and returns when it is closed.
///
/// # Errors
/// If there is no display, or the window cannot be made.
pub fn run(path: Option<PathBuf>, locale: Option<Locale>) -> anyhow::Result<()> {
    let surroundings = Surroundings { locale, ..Surroundings::of_user() };
    if let Some(places) = &surroundings.places {
        // Sheets made to be looked at and printed hold clients' plans: they do not stay for ever.
        crate::storage::remove_older(&places.sheets(), SHEETS_STAY);
    }
    let mut app = App::new(surroundings);
    app.begin_with(path);
    let (width, height) = app.settings.window.unwrap_or((1280.0, 800.0));
    let viewport = egui::ViewportBuilder::default()
        .with_title("Collagen Ledger")
        .with_app_id("collagen-ledger")
        .with_inner_size([width, height])
        .with_min_inner_size([480.0, 320.0]);
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/collagen-ledger.png"));
    let viewport = match icon {
        Ok(icon) => viewport.with_icon(icon),
        Err(_) => viewport,
    };
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    eframe::run_native(
        "collagen-ledger",
        options,
        Box::new(|creation| {
            app.set_up(&creation.egui_ctx);
            Ok(Box::new(app))
        }),
    )
    // The toolkit's own text names source files of no use to anybody here.
    .map_err(|_| {
        anyhow::anyhow!(tr!("the window cannot be opened; it needs a graphical desktop (X11 or Wayland) with OpenGL"))
    })
}
