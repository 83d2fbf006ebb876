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
        let Some(path) = files.first().cloned() else { return };
        let id = self.document.history().draft().id;
        if let Some(concern) = self.catalog.concerns.first() {
            let draft = self.new_plan(concern, None);
            self.begin(Document::new(draft, &self.catalog));
        }
        self.keeper.forget();
        self.notices.clear();
        self.show_start();
        // What is being saved would come back.
        self.when_free(ctx, What::Forgotten, &path.clone(), move |app, ctx| {
            app.settings.forget(&files);
            app.write_settings();
            app.recent_days = None;
            let delete =
                move |disk: &Disk, _: &Stop| storage::delete(disk, &files, id).map_err(|error| error.to_string());
            app.jobs.start_on(ctx, What::Forgotten, Some(&path), delete, move |app, _, ending| {
                if let Some(count) = app.heard(ending).map(|deleted| deleted.len()) {
                    let text = trn!(
                        count as u64,
                        "The client is forgotten: {count} file is deleted",
                        "The client is forgotten: {count} files are deleted",
                        count
                    );
                    app.tell(text, false);
                }
            });
        });
    }
}
