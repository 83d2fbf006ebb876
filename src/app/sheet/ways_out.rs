//! The ways out of the program: a viewer, a file, a printer.

use crate::app::App;
use crate::locale::tr;
use crate::storage;
use crate::ui::Dialog;
use eframe::egui;
use std::path::{Path, PathBuf};

/// The ending of sheets.
const ENDING: &str = "pdf";

impl App {
    pub(super) fn open_sheet(&mut self, ctx: &egui::Context) {
        let Some(places) = &self.surroundings.places else {
            return self.tell(tr!("There is no home folder to put the sheet in"), true);
        };
        let path = places.sheets().join(self.sheet_name());
        if let Some(order) = self.finished() {
            self.jobs.open_sheet(ctx, order, path);
        }
    }

    fn sheet_name(&self) -> String {
        storage::sheet_name(self.document.history().draft(), (self.surroundings.today)())
    }

    pub(super) fn choose_where_to_save_sheet(&mut self, ctx: &egui::Context) {
        let folder = self.folder().or_else(storage::documents);
        if self.surroundings.native_dialogs {
            self.jobs.choose_where_to_save_sheet(ctx, self.serial, folder, self.sheet_name());
        } else {
            let path = folder.unwrap_or_default().join(self.sheet_name());
            self.dialog = Some(Dialog::SaveSheet(path.display().to_string()));
        }
    }

    /// Saves under a typed path, after asking if something is there.
    pub(in crate::app) fn save_sheet_typed(&mut self, ctx: &egui::Context, path: &str) {
        if path.is_empty() {
            return self.tell(tr!("Type where to save the sheet"), true);
        }
        let path = storage::absolute(&as_pdf(Path::new(path)));
        if storage::exists(&path) {
            self.dialog = Some(Dialog::ReplaceSheet(path));
        } else {
            self.save_sheet_to(ctx, path);
        }
    }

    /// Saves under a path from the desktop's own dialog, which has asked already unless an ending is added here.
    pub(in crate::app) fn save_sheet_chosen(&mut self, ctx: &egui::Context, path: &Path) {
        let with_ending = as_pdf(path);
        if with_ending != path && storage::exists(&with_ending) {
            self.dialog = Some(Dialog::ReplaceSheet(with_ending));
        } else {
            self.save_sheet_to(ctx, with_ending);
        }
    }

    pub(in crate::app) fn save_sheet_to(&mut self, ctx: &egui::Context, path: PathBuf) {
        if let Some(order) = self.finished() {
            self.jobs.save_sheet(ctx, order, path);
        }
    }

    pub(super) fn print_sheet(&mut self, ctx: &egui::Context) {
        self.dialog = None;
        let Some(shown) = &self.sheet.shown else { return };
        let printer = shown.printers.chosen(self.sheet.printer.as_deref()).map(str::to_owned);
        if let Some(order) = self.finished() {
            self.jobs.print_sheet(ctx, order, self.surroundings.printing, printer);
        }
    }

    pub(in crate::app) fn sheet_saved(&mut self, result: Result<PathBuf, String>) {
        match result {
            Ok(path) => {
                self.sheet.has_left();
                self.tell(tr!("The sheet is saved as {name}", name = path.display()), false);
            }
            Err(error) => self.tell(error, true),
        }
    }

    pub(in crate::app) fn sheet_printed(&mut self, result: Result<String, String>) {
        match result {
            Ok(job) => {
                self.sheet.has_left();
                self.tell(tr!("The sheet is with the printer, as job {job}", job), false);
            }
            Err(error) => self.tell(error, true),
        }
    }
}

/// The path with the ending of sheets: no plan is ever replaced by one.
fn as_pdf(path: &Path) -> PathBuf {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING)) {
        return path.to_owned();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ENDING);
    name.into()
}
