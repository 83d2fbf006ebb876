//! The shell: holds the document, carries out commands, runs work in the background. Knows no formulas.

mod acknowledged;
mod acknowledging;
mod agenda;
mod answers;
mod both_versions;
mod clipboard;
mod commands;
mod document;
mod due;
mod due_page;
mod exports;
mod files;
mod finder;
mod followed;
mod forgetting;
mod frame;
mod jobs;
mod keeper;
mod language;
mod latest;
mod merging;
mod opened;
mod passphrase;
mod paths;
mod prices;
mod progress;
mod ranges;
mod record;
mod saving;
mod shared_folder;
mod sharing;
mod sheet;
mod start;
mod start_page;
mod stop;
mod surroundings;
mod templates;
mod watch;
mod work;

pub use document::Document;
pub use start::{APP_ID, run};
pub use surroundings::{Asked, Chosen, Dialogs, Printing, Surroundings};

use crate::catalog::Catalog;
use crate::document::{Edit, PlanId};
use crate::evaluation::Effect;
use crate::price_list::PriceListDraft;
use crate::storage::{Common, Expected, OpenAt, PlanCopy, Settings};
use crate::ui::{Dialog, Notice, ViewState, theme};
use crate::units::Date;
use acknowledged::Acknowledged;
use both_versions::BothVersions;
use due::DueKept;
use eframe::egui;
use finder::Finder;
use followed::FollowedKept;
use jobs::{Jobs, What};
use keeper::Keeper;
use latest::Latest;
use opened::Opened;
use prices::PriceBook;
use ranges::RangeDrawer;
use sheet::SheetDesk;
use std::collections::BTreeMap;
use std::path::PathBuf;
use stop::StopKept;
use templates::Templates;
use watch::Watch;

/// What is to happen once unsaved work is saved or given up.
#[derive(Clone, Debug, PartialEq)]
enum Then {
    Quit,
    /// Open this file.
    Open(PathBuf),
    /// Show what was opened meanwhile.
    Show(Box<Opened>),
    ChooseFile,
    NewPlan,
}

/// The program with its window.
pub struct App {
    /// The catalogue as of the plan's first day, the clinic's price list over it.
    catalog: Catalog,
    prices: PriceBook,
    /// Usual options that the plan does not have yet.
    templates: Templates,
    surroundings: Surroundings,
    /// The desktop's language tag.
    desktop: Option<String>,
    settings: Settings,
    document: Document,
    state: ViewState,
    dialog: Option<Dialog>,
    then: Option<Then>,
    notices: Vec<Notice>,
    jobs: Jobs<Self>,
    /// Writes the settings, and answers with why that failed; none without a home folder.
    settings_writer: Option<Latest<Settings, String>>,
    /// The folder that is offered for new files.
    documents: Option<PathBuf>,
    /// The version of the plan that the person has said not to save.
    given_up: Option<document::DocumentState>,
    sheet: SheetDesk,
    /// What has changed in the prices since the plan was issued, as last looked at.
    since: Option<Effect>,
    keeper: Keeper,
    watch: Watch,
    shared: shared_folder::SharedFolder,
    /// What of a price list that was taken both have, until it is on the disk here.
    taken_list: Option<Common>,
    /// Whether the plan is protected otherwise since it was saved, and what is kept of it is to follow.
    protecting: bool,
    /// The plan that was looked at last, and whether it was protected.
    was_protected: (PlanId, bool),
    /// Whether its passphrase is being taken off here.
    is_unprotecting: bool,
    /// What was not saved, as a passphrase is not known.
    locked_save: Option<(PathBuf, Expected)>,
    ranges: RangeDrawer,
    finder: Finder,
    /// What there is if the selected option stops.
    stop: StopKept,
    /// What was acknowledged here.
    acknowledged: Acknowledged,
    /// How the plan goes on.
    followed: FollowedKept,
    /// What is due over a folder of plans.
    due: DueKept,
    /// Whether somebody else has written the plan's file, and nobody has said yet which version to go on with.
    changed_elsewhere: bool,
    /// Who else has the plan open.
    open_at: Vec<OpenAt>,
    /// Other files beside the plan's that hold the same plan.
    copies: Vec<PlanCopy>,
    /// What is being put together with another version.
    merging: Option<BothVersions>,
    /// Whether the program was never started here before.
    is_first: bool,
    /// Whether somebody has said to keep the version here, and to lay the other one beside it on saving.
    keeps_mine: bool,
    /// The widget that had the focus in the last frame: when it changes, a step of undo ends.
    focused: Option<egui::Id>,
    title: String,
    quitting: bool,
    /// Whether the window has been fitted to its screen.
    fits_screen: bool,
    /// Whether the clipboard has been asked for an option.
    pasting: bool,
    /// Changes with every document, so that an answer that comes late is not taken for another plan's.
    serial: u64,
    /// When the recent plans were last written, once that was looked for.
    recent_days: Option<BTreeMap<PathBuf, Date>>,
}

impl App {
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
        (self.settings.editor_width, self.settings.split) = (self.state.editor_width, self.state.split);
        self.write_settings();
        if self.quitting || !self.document.is_unsaved() {
            self.keeper.forget();
        } else {
            self.keeper.keep_last(&self.document);
        }
        self.keeper.end();
        self.prices.end();
        self.watch.end();
        self.shared.end();
        self.settings_writer.iter_mut().for_each(Latest::end);
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
        self.put_up(Notice { text: text.into(), is_error, until_saved: false, written: None });
    }

    /// Tells that the plan is not kept, until it is saved.
    fn tell_until_saved(&mut self, text: String) {
        self.put_up(Notice { text, is_error: true, until_saved: true, written: None });
    }

    fn put_up(&mut self, notice: Notice) {
        self.notices.retain(|other| *other != notice);
        self.notices.push(notice);
    }

    /// Tells that a file was written, in place of what was told of the last one.
    fn tell_written(&mut self, text: String, path: PathBuf) {
        self.notices.retain(|other| other.written.is_none());
        self.notices.push(Notice { text, is_error: false, until_saved: false, written: Some(path) });
    }

    /// Has the desktop open a file or folder.
    fn show_on_desktop(&mut self, ctx: &egui::Context, path: PathBuf) {
        let open = self.surroundings.open;
        self.jobs.start(
            ctx,
            What::Show,
            move |_, _| open(&path),
            |app, _, ending| {
                app.heard(ending);
            },
        );
    }

    fn write_settings(&mut self) {
        self.settings.sheet = self.sheet.settings();
        if let Some(writer) = &mut self.settings_writer {
            writer.ask(self.settings.clone());
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
