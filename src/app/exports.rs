//! Exports: tables, charts and calendars to files and to the clipboard, through the same door as the command line.

use super::App;
use crate::report::Worked;
use crate::report::calendar::Contents;
use crate::report::export::{Export, Subject};
use crate::storage;
use crate::ui::Dialog;
use eframe::egui;
use std::path::{Path, PathBuf};

impl App {
    /// Puts a table on the clipboard.
    pub(super) fn copy_table(&mut self, ctx: &egui::Context, kind: Export) {
        match self.with_subject(|subject| kind.bytes(subject)) {
            Some(Ok(bytes)) => ctx.copy_text(String::from_utf8_lossy(&bytes).into_owned()),
            Some(Err(error)) => self.tell(error.to_string(), true),
            None => {}
        }
    }

    /// Asks where to export to.
    pub(super) fn choose_where_to_export(&mut self, ctx: &egui::Context, kind: Export) {
        let Some(name) = self.with_subject(|subject| kind.file_name(subject)) else { return };
        let folder = self.folder();
        if self.surroundings.native_dialogs {
            self.jobs.choose_where_to_export(ctx, self.serial, kind, folder, name);
        } else {
            let path = folder.or_else(storage::documents).unwrap_or_default().join(name);
            self.dialog = Some(Dialog::ExportTo(kind, path.display().to_string()));
        }
    }

    /// Exports to a path that was typed; asks before something is replaced.
    pub(super) fn export_typed(&mut self, ctx: &egui::Context, kind: Export, path: &str) {
        let mut path = storage::absolute(Path::new(path));
        if path.extension().is_none() {
            path.set_extension(kind.extension());
        }
        if storage::exists(&path) {
            self.dialog = Some(Dialog::OverwriteExport(kind, path));
        } else {
            self.export_to(ctx, kind, path);
        }
    }

    /// Writes the export beside the window.
    pub(super) fn export_to(&mut self, ctx: &egui::Context, kind: Export, path: PathBuf) {
        let Some(evaluation) = self.document.evaluation().cloned() else { return };
        let (catalog, option, file) = (self.catalog.clone(), self.state.selected, self.file_name());
        self.jobs.export(ctx, move || {
            let made = jiff::Zoned::now();
            let (plan, contents) = (Worked::of(&evaluation, &catalog), Contents::default());
            let subject = Subject { plan, option, contents, made: &made, file: &file };
            let bytes = kind.bytes(&subject).map_err(|error| error.to_string())?;
            storage::write_private(&path, &bytes).map_err(|error| error.to_string())?;
            Ok(path)
        });
    }

    /// What an export is made from; none while there is nothing worked out. A calendar is of the selected option.
    fn with_subject<T>(&self, take: impl FnOnce(&Subject<'_>) -> T) -> Option<T> {
        let made = jiff::Zoned::now();
        let plan = Worked::of(self.document.evaluation()?, &self.catalog);
        let (option, file) = (self.state.selected, self.file_name());
        Some(take(&Subject { plan, option, contents: Contents::default(), made: &made, file: &file }))
    }

    fn file_name(&self) -> String {
        self.document.path().map(|_| self.document.name()).unwrap_or_default()
    }
}
