//! How the program starts: what is read before there is a window, and the window it opens.

use super::acknowledged::Acknowledged;
use super::due::DueKept;
use super::followed::FollowedKept;
use super::jobs::{Jobs, STACK};
use super::keeper::{self, Keeper};
use super::latest::{Desk, Latest};
use super::opened::{Opened, Unopened};
use super::prices::PriceBook;
use super::sheet::SheetDesk;
use super::stop::StopKept;
use super::surroundings::Surroundings;
use super::templates::Templates;
use super::watch::Watch;
use super::{App, Document, language};

use crate::locale::{Locale, tr};
use crate::storage::{self, Disk, Places, Recovery, Settings};
use crate::ui::{Notice, PassphraseUse, ViewState};
use crate::wording;
use eframe::egui;
use std::path::PathBuf;
use std::time::Duration;

impl App {
    /// The program on the worked example.
    pub fn new(surroundings: Surroundings) -> Self {
        let ranges = super::ranges::RangeDrawer::new(surroundings.precision);
        let finder = super::finder::Finder::new(surroundings.precision[0]);
        let stop = StopKept::new(surroundings.precision[0]);
        let followed = FollowedKept::new(surroundings.precision[0]);
        let disk = &Disk::here();
        let is_first = surroundings.places.as_ref().is_some_and(|places| !storage::is_file(disk, &places.settings()));
        let (mut settings, warnings) = match &surroundings.places {
            Some(places) => Settings::read(disk, &places.settings()),
            None => (Settings::default(), Vec::new()),
        };
        if settings.desk.is_empty() {
            settings.desk = storage::new_desk();
        }
        let unread = language::begin(disk, &surroundings, &settings.locale);
        let prices = PriceBook::read(disk, surroundings.places.as_ref());
        if prices.was_missing() {
            settings.sharing.list = None;
        }
        let today = (surroundings.today)();
        let catalog = prices.list().over(prices.built_in(), today);
        let keeper = Keeper::new(disk, surroundings.places.as_ref());
        let warnings = warnings.into_iter().map(|warning| warning.to_string()).chain(unread).chain(prices.warning());
        let notices = warnings.map(|text| Notice { text, is_error: true, until_saved: false, written: None }).collect();
        // The built-in catalogue's first concern is the one with the strongest evidence.
        let draft = wording::beginning(
            storage::new_plan(),
            &catalog,
            (&catalog.concerns[0], None),
            (today, settings.locale.currency),
        );
        let document = Document::new(draft, &catalog).at(settings.here());
        let plan = document.history().draft().id;
        let state = ViewState { editor_width: settings.editor_width, split: settings.split, ..ViewState::default() };
        let sheet = SheetDesk::new(&settings.sheet);
        let own_windows = surroundings.places.as_ref().map(Places::windows);
        let settings_writer = surroundings.places.as_ref().and_then(|places| settings_writer(places.settings()));
        Self {
            catalog,
            prices,
            desktop: (surroundings.language_tag)(),
            surroundings,
            settings,
            document,
            templates: Templates::default(),
            state,
            dialog: None,
            then: None,
            notices,
            jobs: Jobs::default(),
            settings_writer,
            documents: storage::documents(disk),
            given_up: None,
            sheet,
            since: None,
            keeper,
            watch: Watch::new(own_windows),
            shared: super::shared_folder::SharedFolder::new(),
            taken_list: None,
            protecting: false,
            was_protected: (plan, false),
            is_unprotecting: false,
            locked_save: None,
            ranges,
            finder,
            stop,
            acknowledged: Acknowledged::default(),
            followed,
            due: DueKept::default(),
            changed_elsewhere: false,
            keeps_mine: false,
            open_at: Vec::new(),
            copies: Vec::new(),
            merging: None,
            is_first,
            focused: None,
            title: String::new(),
            fits_screen: false,
            quitting: false,
            pasting: false,
            serial: 0,
            recent_days: None,
        }
    }

    /// Opens the named plan, or what was unsaved when the program last ended, or shows the start page.
    pub fn begin_with(&mut self, path: Option<PathBuf>) {
        let disk = &Disk::here();
        let path = path.map(|path| storage::absolute(&path));
        let orphan = self.surroundings.places.as_ref().and_then(|places| keeper::orphan(disk, places, path.as_ref()));
        match (orphan, path) {
            (Some(orphan), _) => {
                self.show_recovered(orphan);
                self.keeper.keep_now(disk, &self.document);
            }
            (None, Some(path)) => match Opened::read(disk, &path) {
                Ok(opened) => self.show_opened(opened),
                Err(Unopened::Locked(_)) => {
                    self.show_start();
                    self.ask_passphrase(PassphraseUse::Open(path), false);
                }
                Err(Unopened::Said(why)) => self.tell(why, true),
            },
            (None, None) => {
                self.show_start();
                let mut recovery = self.surroundings.places.iter().map(Places::recovery);
                if recovery.any(|folder| Recovery::has_protected_orphan(disk, &folder)) {
                    self.ask_passphrase(PassphraseUse::Recover, false);
                }
            }
        }
        self.reprice();
    }
}

/// What writes the settings in the background; none if the system has no room for it.
fn settings_writer(path: PathBuf) -> Option<Latest<Settings, String>> {
    let panicked = || Some(tr!("Something went wrong while writing the settings").to_owned());
    let write = move |disk: &Disk, settings: &Settings, desk: &mut Desk<Settings, String>| {
        if let Err(error) = settings.write(disk, &path) {
            desk.tell(error.to_string());
        }
    };
    Latest::start(STACK, Duration::ZERO, panicked, write).ok()
}

/// How long sheets stay that were only made to be looked at and printed.
const SHEETS_STAY: Duration = Duration::from_hours(7 * 24);

/// What the program is called where names must be the only ones of their kind: by the desktop, for its icon, its entry in menus and
/// its type of files. Another owner changes it here and nowhere else.
pub const APP_ID: &str = "io.github.collagen_ledger.CollagenLedger";

/// Opens the window, on a plan if one is named and else on the start page, and returns when it is closed.
///
/// # Errors
/// If there is no display, or the window cannot be made.
pub fn run(path: Option<PathBuf>, locale: Option<Locale>) -> anyhow::Result<()> {
    let surroundings = Surroundings { locale, ..Surroundings::of_user(&Disk::here()) };
    if let Some(places) = &surroundings.places {
        let sheets = places.sheets();
        // Sheets made to be looked at and printed hold clients' plans: they do not stay for ever. Where there is no room for
        // the thread, the next start removes them.
        let _ = Disk::beside(STACK, move |disk| storage::remove_older(disk, &sheets, SHEETS_STAY));
    }
    let mut app = App::new(surroundings);
    app.begin_with(path);
    let (width, height) = app.settings.window.unwrap_or((1280.0, 800.0));
    let viewport = egui::ViewportBuilder::default()
        .with_title("Collagen Ledger")
        .with_app_id(APP_ID)
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
