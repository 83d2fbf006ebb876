//! The shell: holds the document, carries out commands, runs work beside the window. Knows no formulas.

mod clinic;
mod clipboard;
mod commands;
mod document;
mod exports;
mod files;
mod handout;
mod jobs;
mod keeper;
mod language;
mod order;
mod preview;
mod prices;
mod record;
mod sheet;
mod start;
mod watch;

pub use document::Document;
pub use start::{Printing, Surroundings, run};

use crate::catalog::Catalog;
use crate::evaluation::Effect;
use crate::locale::tr;
use crate::price_list::PriceListDraft;
use crate::scenario::{Draft, Edit};
use crate::storage::Settings;
use crate::ui::{self, Action, Dialog, Notice, View, ViewState, theme};
use eframe::egui;
use jobs::{Done, Jobs};
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
        let (today, list) = ((surroundings.today)(), prices.list());
        let catalog = list.over(prices.built_in(), today);
        let keeper = Keeper::new(surroundings.places.as_ref());
        let warnings = warnings.into_iter().map(|warning| warning.to_string()).chain(unread).chain(prices.warning());
        let notices = warnings.map(|text| Notice { text, is_error: true }).collect();
        // The built-in catalogue's first concern is the one with the strongest evidence.
        let draft = Draft::beginning(&catalog, &catalog.concerns[0], today, &list.defaults(today));
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

    /// One frame: shows everything, then does what the person wants.
    pub fn frame(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        self.take_results(&ctx);
        self.take_pages(&ctx);
        let mut actions = Vec::new();
        if self.dialog.is_none() {
            actions.extend(ui::command::pressed(&ctx).map(Action::Command));
        }
        self.watch.look(&ctx, self.document.file());
        if self.watch.has_news() {
            self.changed_elsewhere = self.document.is_changed_elsewhere();
        }
        self.handle_clipboard(&ctx);
        self.handle_close(&ctx);
        self.handle_drop(&ctx);
        self.remember_size(&ctx);
        self.act(&ctx, actions);
        if self.dialog.is_some() != self.had_dialog {
            // A dialog takes the focus, and lets go of it when it closes.
            ctx.memory_mut(|memory| memory.focused().into_iter().for_each(|id| memory.surrender_focus(id)));
            self.had_dialog = self.dialog.is_some();
        }
        let actions = self.show(ui);
        self.seal_steps(&ctx);
        if !actions.is_empty() {
            // What follows from an action is drawn in this very frame: the views run once more before anything is shown.
            ctx.request_discard("what was asked for shows at once");
            ctx.request_repaint();
        }
        self.act(&ctx, actions);
        self.keep_pages();
        self.retitle(&ctx);
        if let Some(failure) = self.keeper.failure() {
            self.tell(tr!("Unsaved work cannot be kept for a crash: {failure}", failure), true);
        }
        if let Some(wait) = self.keeper.look(&self.document) {
            ctx.request_repaint_after(wait);
        }
        self.keep_prices(&ctx);
    }

    fn show(&mut self, ui: &mut egui::Ui) -> Vec<Action> {
        self.prepare_prices();
        // The views' own state is taken out for the time, so that all the rest can be lent to them.
        let mut state = std::mem::take(&mut self.state);
        let actions = ui::show(ui, &self.view(&state), &mut state);
        self.state = state;
        actions
    }

    /// Whether a command can be given now.
    fn can(&self, command: ui::Command) -> bool {
        ui::is_enabled(&self.view(&self.state), command)
    }

    /// Everything there is to show.
    fn view(&self, state: &ViewState) -> View<'_> {
        let history = self.document.history();
        let (is_listing, list) = (state.prices.is_open, self.prices.history());
        View {
            catalog: &self.catalog,
            draft: history.draft(),
            problems: self.document.problems(),
            evaluation: self.document.evaluation(),
            today: (self.surroundings.today)(),
            since: self.since.as_ref(),
            undo: if is_listing { list.undo_label() } else { history.undo_label() },
            redo: if is_listing { list.redo_label() } else { history.redo_label() },
            prices: self.prices.view(is_listing),
            name: self.document.name(),
            is_new: self.document.path().is_none() && !self.document.is_unsaved(),
            unsaved: self.document.is_unsaved(),
            changed_elsewhere: self.changed_elsewhere,
            notices: &self.notices,
            busy: self.jobs.busy(),
            theme: self.settings.theme,
            intro: !self.settings.intro_dismissed,
            sheet: self.sheet.view(&history.draft().record, self.surroundings.native_dialogs),
            dialog: self.dialog.as_ref(),
            locale: &self.settings.locale,
            desktop: self.desktop.as_deref(),
            recent: &self.settings.recent,
            client_view: state.client_view,
            chart_tables: state.chart_tables,
            selected: history.draft().options.iter().find(|option| Some(option.mark) == state.selected),
        }
    }

    fn act(&mut self, ctx: &egui::Context, actions: Vec<Action>) {
        for action in actions {
            match action {
                Action::Edit(edit) => self.document.apply(edit, &self.catalog),
                Action::Command(command) => self.command(ctx, command),
                Action::Prices(edit) => self.edit_prices(edit),
                Action::BeginPriceList => self.begin_price_list(),
                Action::OpenRecent(path) => self.replace_document(ctx, Then::Open(path)),
                Action::Answer(answer) => self.answer(ctx, answer),
                Action::Sheet(action) => self.sheet(ctx, action),
                Action::Record(action) => self.record(ctx, action),
                Action::TakeTheirs => self.take_theirs(),
                Action::KeepMine => self.changed_elsewhere = false,
                Action::DismissNotice(at) if at < self.notices.len() => drop(self.notices.remove(at)),
                Action::DismissNotice(_) => {}
                Action::CancelJob => self.cancel_job(),
                Action::DismissIntro => {
                    self.settings.intro_dismissed = true;
                    self.write_settings();
                }
            }
        }
        self.reprice();
    }

    /// A step of undo ends when the mouse is released or another widget has the focus.
    fn seal_steps(&mut self, ctx: &egui::Context) {
        let focused = ctx.memory(egui::Memory::focused);
        let released = ctx.input(|input| input.pointer.any_released());
        if released || focused != self.focused {
            self.document.seal();
            self.prices.seal();
        }
        self.focused = focused;
    }

    fn handle_close(&mut self, ctx: &egui::Context) {
        let wanted = ctx.input(|input| input.viewport().close_requested());
        if !wanted || self.quitting {
            return;
        }
        if self.holds_details() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
        } else if self.document.is_unsaved() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.then = Some(Then::Quit);
            self.dialog = Some(Dialog::Unsaved);
        }
    }

    /// A file dropped on the window is opened.
    fn handle_drop(&mut self, ctx: &egui::Context) {
        if self.dialog.is_some() {
            return;
        }
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
        if let Some(path) = dropped {
            self.replace_document(ctx, Then::Open(path));
        }
    }

    fn remember_size(&mut self, ctx: &egui::Context) {
        let size = ctx.input(|input| input.viewport().inner_rect.map(|rect| rect.size()));
        if let Some(size) = size.map(|size| size * ctx.zoom_factor()).filter(|size| size.min_elem() > 200.0) {
            self.settings.window = Some((size.x, size.y));
        }
    }

    fn take_results(&mut self, ctx: &egui::Context) {
        for done in self.jobs.take() {
            match done {
                Done::Sheet(result) => self.sheet_done(result),
                Done::SheetSaved(result) => self.sheet_saved(result),
                Done::Printed(result) => self.sheet_printed(result),
                Done::DetailChosen(what, path) => self.detail_chosen(what, &path),
                Done::SaveChosen(serial, _) | Done::SaveSheetChosen(serial, _) | Done::ExportChosen(serial, ..)
                    if serial != self.serial =>
                {
                    self.tell(tr!("Another plan was opened meanwhile; nothing was saved"), true);
                }
                Done::SaveSheetChosen(_, path) => self.save_sheet_chosen(ctx, &path),
                Done::OpenChosen(path) => self.replace_document(ctx, Then::Open(path)),
                Done::SaveChosen(_, path) => {
                    self.save_to(files::with_ending(path));
                    self.go_on_if_saved(ctx);
                }
                Done::ExportChosen(_, kind, path) => self.export_to(ctx, kind, path),
                Done::Exported(Ok(path)) => self.tell(tr!("Exported to {name}", name = path.display()), false),
                Done::Exported(Err(error)) => self.tell(error, true),
                Done::ImportChosen(path) => self.preview_price_table(&path),
                Done::PriceTableChosen(path) => self.export_prices(&prices::with_ending(path)),
                Done::Nothing => self.then = None,
            }
        }
    }

    fn retitle(&mut self, ctx: &egui::Context) {
        let unsaved = if self.document.is_unsaved() { "*" } else { "" };
        let title = format!("{unsaved}{} – Collagen Ledger", self.document.name());
        if title != self.title {
            self.title.clone_from(&title);
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title));
        }
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
