//! The page of what is due: which folder it is about, when that is read, and the files it is written to.

use super::App;
use super::due::found_in;
use super::jobs::{Ending, Stop, What};
use crate::locale::tr;
use crate::report::calendar;
use crate::report::tables::{self, DueRow};
use crate::storage::{self, Disk};
use crate::ui::{DueAction, DueFile, Purpose};
use eframe::egui;
use std::path::{Path, PathBuf};

impl App {
    /// Shows what is due in the folder of the open plan, or of the one opened last; or what was behind it again.
    pub(super) fn toggle_due(&mut self) {
        let is_shown = !self.state.due.is_open || self.state.prices.is_open;
        self.close_pages();
        self.state.due.is_open = is_shown;
        let last = self.settings.recent.first().map(PathBuf::as_path);
        let beside = self.document.path().or(last).and_then(Path::parent).map(Path::to_owned);
        self.due.folder = self.due.chosen.clone().or(beside);
        self.due.forget();
    }

    pub(super) fn due_action(&mut self, ctx: &egui::Context, action: DueAction) {
        match action {
            DueAction::ChooseFolder => self.ask_path(ctx, Purpose::DueFolder),
            DueAction::Again => self.due.forget(),
            DueAction::Write(file) => self.ask_path(ctx, Purpose::WriteDue(file)),
        }
    }

    /// Looks at another folder; one of its files stands for it.
    pub(super) fn take_due_folder(&mut self, path: PathBuf) {
        self.due.chosen = if storage::is_plan_name(&path) { path.parent().map(Path::to_owned) } else { Some(path) };
        self.due.folder.clone_from(&self.due.chosen);
        self.due.forget();
    }

    /// Reads every plan of the folder in the background, while what is due in it is shown and was not read yet.
    pub(super) fn look_for_due(&mut self, ctx: &egui::Context) {
        let Some(folder) = self.due.folder.clone().filter(|_| self.state.due.is_open && !self.due.is_read) else {
            return;
        };
        self.due.is_read = true;
        let (list, built_in) = (self.prices.list().clone(), self.prices.built_in().clone());
        let today = (self.surroundings.today)();
        let work = move |disk: &Disk, stop: &Stop| found_in(disk, &folder, (&list, &built_in), today, stop);
        self.jobs.give_up_all(What::Due);
        self.jobs.start(ctx, What::Due, work, |app, _, ending| match ending {
            Ending::Done(found) => app.due.found = Some(Ok(found)),
            Ending::Failed(why) => app.due.found = Some(Err(why)),
            Ending::GivenUp(_) if app.due.found.is_none() && !app.jobs.is_at(What::Due) => {
                app.due.found = Some(Err(tr!("The plans were not read; look again").to_owned()));
            }
            Ending::GivenUp(_) => {}
        });
    }

    /// What is due within the days that are looked ahead.
    fn due_rows(&self) -> Vec<DueRow> {
        let (today, within) = ((self.surroundings.today)(), self.state.due.within);
        let found = self.due.found.as_ref().and_then(|found| found.as_ref().ok());
        found.into_iter().flat_map(|found| found.within(today, within)).map(|(_, row)| row.clone()).collect()
    }

    /// Writes what is shown to a file, in the background.
    pub(super) fn write_due(&mut self, ctx: &egui::Context, file: DueFile, path: PathBuf) {
        let rows = self.due_rows();
        let name = path.clone();
        let bytes = move |_: &Disk| match file {
            DueFile::Table => tables::due(&rows).file(&name).map_err(|error| error.to_string()),
            DueFile::Calendar => calendar::due_ics(&rows, jiff::Timestamp::now())
                .map(String::into_bytes)
                .map_err(|error| error.to_string()),
        };
        self.write_export(ctx, path, bytes, true);
    }
}
