//! Opening and saving.

use super::jobs::Work;
use super::{App, Document, Then};
use crate::locale::tr;
use crate::storage;
use crate::ui::{Answer, Dialog, ViewState};
use eframe::egui;
use std::path::{Path, PathBuf};

/// The ending of plan files.
const ENDING: &str = "ron";

impl App {
    /// Opens a plan; if that fails, everything stays as it was and a message says why.
    pub fn open_path(&mut self, path: &Path) {
        let path = &storage::absolute(path);
        if storage::exists(path) && !storage::is_file(path) {
            return self.tell(tr!("\"{name}\" is not a file", name = path.display()), true);
        }
        match storage::read_plan(path) {
            Ok(draft) => {
                let document = Document::opened(draft, path.to_owned(), &self.catalog);
                self.begin(document);
                self.remember(path);
            }
            Err(error) => self.tell(error.to_string(), true),
        }
    }

    /// Puts another document in place of the open one.
    fn begin(&mut self, document: Document) {
        self.document = document;
        self.changed_elsewhere = false;
        self.serial += 1;
        self.forget_sheet();
        let ViewState { differences, against, panels, client_view, chart_tables, .. } = self.state;
        let kept = ViewState { differences, against, panels, client_view, chart_tables, ..ViewState::default() };
        self.state = kept;
    }

    /// Does what replaces the document, after asking about unsaved work.
    pub(super) fn replace_document(&mut self, ctx: &egui::Context, then: Then) {
        if self.holds_details() {
            return;
        }
        if self.document.is_unsaved() {
            self.then = Some(then);
            self.dialog = Some(Dialog::Unsaved);
        } else {
            self.go_on(ctx, then);
        }
    }

    fn go_on(&mut self, ctx: &egui::Context, then: Then) {
        match then {
            Then::Quit => {
                self.quitting = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            Then::Open(path) => self.open_path(&path),
            Then::ChooseFile if self.surroundings.native_dialogs => self.jobs.choose_file(ctx, self.folder()),
            Then::ChooseFile => self.dialog = Some(Dialog::Open(self.folder_text())),
            Then::NewPlan => self.dialog = Some(Dialog::NewPlan),
        }
    }

    pub(super) fn answer(&mut self, ctx: &egui::Context, answer: Answer) {
        let dialog = self.dialog.take();
        match (answer, dialog) {
            (Answer::Save, _) => {
                self.save(ctx);
                self.go_on_if_saved(ctx);
            }
            (Answer::Discard, _) => {
                if let Some(then) = self.then.take() {
                    self.go_on(ctx, then);
                }
            }
            (Answer::Cancel, _) => self.then = None,
            (Answer::NewPlan(id), _) => {
                if let Some(concern) = self.catalog.concern(&id) {
                    let draft = self.new_plan(concern);
                    self.begin(Document::new(draft, &self.catalog));
                }
            }
            (Answer::Locale(chosen), _) => {
                self.choose_locale(chosen);
                self.dialog = Some(Dialog::Language);
            }
            (Answer::Command(command), _) => self.command(ctx, command),
            (Answer::Export(kind), _) => self.choose_where_to_export(ctx, kind),
            (Answer::Typed(path), Some(Dialog::ExportTo(kind, _))) => self.dialog = Some(Dialog::ExportTo(kind, path)),
            (Answer::Path(path), Some(Dialog::ExportTo(kind, _))) => self.export_typed(ctx, kind, path.trim()),
            (Answer::Overwrite, Some(Dialog::OverwriteExport(kind, path))) => self.export_to(ctx, kind, path),
            (Answer::Typed(typed), Some(Dialog::Palette(..))) => self.dialog = Some(Dialog::Palette(typed, 0)),
            (Answer::Mark(at), Some(Dialog::Palette(typed, _))) => self.dialog = Some(Dialog::Palette(typed, at)),
            (Answer::Typed(path), Some(Dialog::SaveAs(_))) => self.dialog = Some(Dialog::SaveAs(path)),
            (Answer::Typed(path), Some(Dialog::SaveSheet(_))) => self.dialog = Some(Dialog::SaveSheet(path)),
            (Answer::Typed(path), Some(Dialog::ImportPrices(_))) => self.dialog = Some(Dialog::ImportPrices(path)),
            (Answer::Typed(path), Some(Dialog::ExportPrices(_))) => self.dialog = Some(Dialog::ExportPrices(path)),
            (Answer::Path(path), Some(Dialog::ImportPrices(_))) => self.preview_price_table(Path::new(path.trim())),
            (Answer::Path(path), Some(Dialog::ExportPrices(_))) => self.export_prices_typed(path.trim()),
            (Answer::Overwrite, Some(Dialog::OverwriteTable(path))) => self.export_prices(&path),
            (Answer::TakePrices, _) => self.take_price_table(),
            (Answer::Typed(path), Some(_)) => self.dialog = Some(Dialog::Open(path)),
            (Answer::Path(path), Some(Dialog::Open(_))) => self.open_path(Path::new(path.trim())),
            (Answer::Path(path), Some(Dialog::SaveSheet(_))) => self.save_sheet_typed(ctx, path.trim()),
            (Answer::Path(path), _) => self.save_typed(ctx, path.trim()),
            (Answer::Overwrite, Some(Dialog::Overwrite(path))) => {
                self.save_to(path);
                self.go_on_if_saved(ctx);
            }
            (Answer::Overwrite, Some(Dialog::ReplaceSheet(path))) => self.save_sheet_to(ctx, path),
            (Answer::Typed(_) | Answer::Mark(_) | Answer::Overwrite, _) => {}
        }
    }

    pub(super) fn go_on_if_saved(&mut self, ctx: &egui::Context) {
        if self.document.is_unsaved() {
            // Unless a dialog is still open, saving has failed: what was to follow is off.
            if self.dialog.is_none() && self.jobs.busy().is_none() {
                self.then = None;
            }
        } else if let Some(then) = self.then.take() {
            self.go_on(ctx, then);
        }
    }

    pub(super) fn save(&mut self, ctx: &egui::Context) {
        match self.document.path() {
            Some(path) => self.save_to(path.to_owned()),
            None => self.choose_where_to_save(ctx),
        }
    }

    pub(super) fn choose_where_to_save(&mut self, ctx: &egui::Context) {
        let name =
            self.document.path().and_then(Path::file_name).map_or("plan.ron".into(), |name| name.to_string_lossy());
        if self.surroundings.native_dialogs {
            self.jobs.choose_where_to_save(ctx, self.serial, self.folder(), name.into_owned());
        } else {
            let folder = self.folder().or_else(storage::documents).unwrap_or_default();
            let path = folder.join(name.as_ref());
            self.dialog = Some(Dialog::SaveAs(path.display().to_string()));
        }
    }

    fn save_typed(&mut self, ctx: &egui::Context, path: &str) {
        let path = storage::absolute(&with_ending(PathBuf::from(path)));
        if storage::exists(&path) && self.document.path() != Some(path.as_path()) {
            self.dialog = Some(Dialog::Overwrite(path));
        } else {
            self.save_to(path);
            self.go_on_if_saved(ctx);
        }
    }

    pub(super) fn save_to(&mut self, path: PathBuf) {
        if self.document.path() == Some(path.as_path()) && self.document.is_changed_elsewhere() {
            match storage::set_aside(&path) {
                Ok(copy) => self.tell(
                    tr!(
                        "Somebody else changed this plan meanwhile; their version is kept as {name}",
                        name = copy.display()
                    ),
                    false,
                ),
                Err(error) => return self.tell(error.to_string(), true),
            }
        }
        let text = storage::plan_text(self.document.history().draft());
        match storage::write_private(&path, text.as_bytes()) {
            Ok(()) => {
                self.remember(&path);
                self.document.saved_to(path);
                self.changed_elsewhere = false;
            }
            Err(error) => self.tell(error.to_string(), true),
        }
    }

    /// Goes on with what somebody else has written. What was not saved here is kept in a file beside it.
    pub(super) fn take_theirs(&mut self) {
        let Some(path) = self.document.path().map(Path::to_owned) else { return };
        let theirs = match storage::read_plan(&path) {
            Ok(theirs) => theirs,
            Err(error) => return self.tell(error.to_string(), true),
        };
        if self.document.is_unsaved() {
            let mine = storage::plan_text(self.document.history().draft());
            match storage::write_beside(&path, tr!(in "file name", "my version"), mine.as_bytes()) {
                Ok(copy) => self.tell(tr!("What you had not saved is kept as {name}", name = copy.display()), false),
                Err(error) => return self.tell(error.to_string(), true),
            }
        }
        self.document.take_over(theirs, &self.catalog);
        self.changed_elsewhere = false;
    }

    fn remember(&mut self, path: &Path) {
        self.settings.remember(path);
        self.write_settings();
    }

    /// The folder of the open plan.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        self.document.path().and_then(Path::parent).map(Path::to_owned)
    }

    fn folder_text(&self) -> String {
        self.folder().map(|folder| folder.display().to_string()).unwrap_or_default()
    }

    /// Gives up what is being worked on, and what was to follow.
    pub(super) fn cancel_job(&mut self) {
        if self.jobs.is_at(Work::PrintedSheet) {
            self.tell(tr!("Printing was given up; what the printer has already may still come out of it"), false);
        }
        self.jobs.cancel();
        self.then = None;
    }

    pub(super) fn sheet_done(&mut self, result: Result<PathBuf, String>) {
        match result {
            Ok(path) => {
                self.sheet.has_left();
                let name = path.display();
                match (self.surroundings.open)(&path) {
                    Ok(()) => self.tell(tr!("The sheet is open in the viewer; it lies in {name}", name), false),
                    Err(error) => {
                        self.tell(tr!("The sheet lies in {name}, but no viewer opened it: {error}", name, error), true);
                    }
                }
            }
            Err(error) => self.tell(error, true),
        }
    }
}

/// The path with the ending of plan files, if it has none.
pub(super) fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_none() { path.with_extension(ENDING) } else { path }
}
