//! *Forget this client*: everything that is kept of a plan is deleted, after somebody has seen what that is.

use super::jobs::{Stop, What};
use super::{App, Document};
use crate::locale::trn;
use crate::storage::{self, Disk};
use crate::ui::Dialog;
use eframe::egui;
use std::path::{Path, PathBuf};

impl App {
    /// Looks for what there is of the plan, and asks whether it is to be deleted.
    pub(super) fn ask_to_forget(&mut self, ctx: &egui::Context) {
        let Some(path) = self.document.path().map(Path::to_owned) else { return };
        let (id, serial, places) = (self.document.history().draft().id, self.serial, self.surroundings.places.clone());
        let look = move |disk: &Disk, _: &Stop| Ok(storage::traces_of(disk, places.as_ref(), &path, id));
        self.jobs.start(ctx, What::Look, look, move |app, _, ending| {
            if let Some(traces) = app.heard(ending).filter(|_| serial == app.serial && app.dialog.is_none()) {
                app.dialog = Some(Dialog::Forget(traces));
            }
        });
    }

    /// Deletes what there is of the plan, which is open no longer.
    pub(super) fn forget_client(&mut self, ctx: &egui::Context, files: Vec<PathBuf>) {
        if let Some(concern) = self.catalog.concerns.first() {
            let draft = self.new_plan(concern, None);
            self.begin(Document::new(draft, &self.catalog));
        }
        self.keeper.forget();
        self.notices.clear();
        self.show_start();
        self.settings.recent.retain(|recent| !files.contains(recent));
        self.write_settings();
        let count = files.len();
        let delete = move |disk: &Disk, _: &Stop| storage::delete(disk, &files).map_err(|error| error.to_string());
        self.jobs.start(ctx, What::Forgotten, delete, move |app, _, ending| {
            if app.heard(ending).is_some() {
                let text = trn!(
                    count as u64,
                    "The client is forgotten: {count} file is deleted",
                    "The client is forgotten: {count} files are deleted",
                    count
                );
                app.tell(text, false);
            }
        });
    }
}
