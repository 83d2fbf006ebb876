//! The shell: holds the document, carries out commands, runs work beside the window. Knows no formulas.

mod clipboard;
mod commands;
mod document;
mod exports;
mod files;
mod frame;
mod jobs;
mod keeper;
mod language;
mod prices;
mod record;
mod sheet;
mod start;
mod watch;

pub use document::Document;
pub use start::{Printing, Surroundings, run};

use crate::catalog::Catalog;
use crate::document::{Draft, Edit};
use crate::evaluation::Effect;
use crate::locale::tr;
use crate::price_list::PriceListDraft;
use crate::storage::Settings;
use crate::ui::{Dialog, Notice, ViewState, theme};
use eframe::egui;
use jobs::Jobs;
use keeper::Keeper;
use prices::PriceBook;
use sheet::SheetDesk;
use std::path::PathBuf;
use watch::Watch;

/// What is to happen once unsaved work is saved or given up.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Then {
    Quit,
    Open(PathBuf),
    ChooseFile,
    NewPlan,
}

/// The program with its window.
pub struct App {
    /// The catalogue as of the plan's first day, the clinic's price list over it.
    catalog: Catalog,
    prices: PriceBook,
    surroundings: Surroundings,
    /// The desktop's language tag.
    desktop: Option<String>,
    settings: Settings,
    document: Document,
    state: ViewState,
    dialog: Option<Dialog>,
    then: Option<Then>,
    notices: Vec<Notice>,
    jobs: Jobs,
    sheet: SheetDesk,
    /// What has changed in the prices since the plan was issued, as last looked at.
    since: Option<Effect>,
    keeper: Keeper,
    watch: Watch,
    /// Whether somebody else has written the plan's file, and nobody has said yet which version to go on with.
    changed_elsewhere: bool,
    /// The widget that had the focus in the last frame: when it changes, a step of undo ends.
    focused: Option<egui::Id>,
    title: String,
    /// Whether a dialog was open in the last frame.
    had_dialog: bool,
    /// What had the focus before the dialog that is open.
    behind_dialog: Option<egui::Id>,
    quitting: bool,
    /// Whether the clipboard has been asked for an option.
    pasting: bool,
    /// Changes with every document, so that an answer that comes late is not taken for another plan's.
    serial: u64,
}

impl App {
    /// The program on the worked example.
    pub fn new(surroundings: Surroundings) -> Self {
        let (settings, warnings) = match &surroundings.places {
            Some(places) => Settings::read(&places.settings()),
            None => (Settings::default(), Vec::new()),
        };
        let unread = language::begin(&surroundings, &settings.locale);
        let prices = PriceBook::read(surroundings.places.as_ref());
        let today = (surroundings.today)();
        let catalog = prices.list().over(prices.built_in(), today);
        let keeper = Keeper::new(surroundings.places.as_ref());
        let warnings = warnings.into_iter().map(|warning| warning.to_string()).chain(unread).chain(prices.warning());
        let notices = warnings.map(|text| Notice { text, is_error: true }).collect();
        // The built-in catalogue's first concern is the one with the strongest evidence.
        let draft = Draft::beginning(&catalog, &catalog.concerns[0], today);
        let document = Document::new(draft, &catalog);
        let state = ViewState { panels: settings.panels, ..ViewState::default() };
        let sheet = SheetDesk::new(&settings.sheet);
        Self {
            catalog,
            prices,
            desktop: (surroundings.language_tag)(),
            surroundings,
            settings,
            document,
            state,
            dialog: None,
            then: None,
            notices,
            jobs: Jobs::default(),
            sheet,
            since: None,
            keeper,
            watch: Watch::new(),
            changed_elsewhere: false,
            focused: None,
            title: String::new(),
            had_dialog: false,
            behind_dialog: None,
            quitting: false,
            pasting: false,
            serial: 0,
        }
    }

    /// Opens the named plan, or what was unsaved when the program last ended, or leaves the worked example.
    pub fn begin_with(&mut self, path: Option<PathBuf>) {
        let path = path.map(|path| crate::storage::absolute(&path));
        let orphan = self.surroundings.places.as_ref().and_then(|places| keeper::orphan(places, path.as_ref()));
        match (orphan, path) {
            (Some(orphan), _) => {
                self.document = Document::recovered(orphan.draft.clone(), orphan.path.clone(), &self.catalog);
                let name = self.document.name();
                self.tell(tr!("{name} was not saved when the program last ended; here it is again", name), false);
                // The old copy goes only once there is a new one.
                if self.keeper.keep_now(&self.document) {
                    orphan.forget();
                }
            }
            (None, Some(path)) => self.open_path(&path),
            (None, None) => {}
        }
        self.reprice();
    }

    /// Gives a context the program's look and settings.
    pub fn set_up(&self, ctx: &egui::Context) {
        theme::apply(ctx);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
        self.use_zoom(ctx);
        self.use_theme(ctx);
    }

    /// Makes a change of the plan, as a view would.
    pub fn edit(&mut self, edit: Edit) {
        self.document.apply(edit, &self.catalog);
        self.reprice();
    }

    /// The window is gone: settings are written, and what was kept for a crash goes if the work is saved or was given up.
    /// If the window ends for any other reason, it stays.
    pub fn end(&mut self) {
        self.settings.panels = self.state.panels;
        self.write_settings();
        if self.quitting || !self.document.is_unsaved() {
            self.keeper.forget();
        }
        self.keeper.end();
        self.prices.end();
    }

    /// The price list as typed, for tests.
    pub fn price_list(&self) -> &PriceListDraft {
        self.prices.history().draft()
    }

    /// The document, for tests.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What the views keep, for tests.
    pub fn state(&self) -> &ViewState {
        &self.state
    }

    fn tell(&mut self, text: impl Into<String>, is_error: bool) {
        let notice = Notice { text: text.into(), is_error };
        self.notices.retain(|other| *other != notice);
        self.notices.push(notice);
    }

    fn write_settings(&mut self) {
        self.settings.sheet = self.sheet.settings();
        if let Some(places) = &self.surroundings.places
            && let Err(error) = self.settings.write(&places.settings())
        {
            self.tell(error.to_string(), true);
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.end();
    }
}
