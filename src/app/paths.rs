//! Paths that are asked for, in the desktop's own dialog or typed, and what is done with each of them.

use super::App;
use super::jobs::{Ending, What};
use super::surroundings::{Asked, Dialogs};
use crate::locale::tr;
use crate::storage::{self, Expected};
use crate::ui::{Dialog, DueFile, Purpose};
use eframe::egui;
use std::path::{Path, PathBuf};

impl App {
    /// Asks for a path.
    pub(super) fn ask_path(&mut self, ctx: &egui::Context, purpose: Purpose) {
        let Some(name) = self.offered_name(purpose) else { return };
        let folder = self.document.path().and_then(Path::parent).map(Path::to_owned);
        if let Some(dialogs) = self.surroundings.dialogs {
            return self.ask_desktop(ctx, dialogs, purpose, folder, &name);
        }
        let folder = match purpose {
            Purpose::Open => folder,
            _ => folder.or_else(|| self.documents.clone()),
        };
        let offered = folder.unwrap_or_default().join(name);
        self.dialog = Some(Dialog::Path(purpose, offered.display().to_string()));
    }

    /// The name that is offered; none if there is nothing to be written.
    fn offered_name(&self, purpose: Purpose) -> Option<String> {
        match purpose {
            Purpose::Open
            | Purpose::Calendar
            | Purpose::Appointments
            | Purpose::DueFolder
            | Purpose::SharedFolder
            | Purpose::Logo
            | Purpose::Layout => Some(String::new()),
            Purpose::WriteDue(DueFile::Table) => Some("due.xlsx".to_owned()),
            Purpose::WriteDue(DueFile::Calendar) => Some("due.ics".to_owned()),
            Purpose::SavePlan => {
                let name = self.document.path().and_then(Path::file_name);
                Some(name.map_or("plan.clplan".into(), |name| name.to_string_lossy()).into_owned())
            }
            Purpose::SaveSheet => Some(self.sheet_name()),
            Purpose::Export(kind) => self.export_name(kind),
            Purpose::ImportPrices | Purpose::ExportPrices => Some("price-list.xlsx".to_owned()),
        }
    }

    /// Shows the desktop's dialog.
    fn ask_desktop(
        &mut self,
        ctx: &egui::Context,
        dialogs: Dialogs,
        purpose: Purpose,
        folder: Option<PathBuf>,
        name: &str,
    ) {
        let (kind, endings) = purpose.files();
        let mut dialog = rfd::AsyncFileDialog::new().add_filter(kind, &endings);
        if let Some(folder) = folder {
            dialog = dialog.set_directory(folder);
        }
        let (dialog, asked) = match purpose {
            Purpose::DueFolder | Purpose::SharedFolder => (dialog, Asked::Folder),
            _ if purpose.writes() => (dialog.set_file_name(name), Asked::NewFile),
            _ => (dialog, Asked::File),
        };
        let chosen = dialogs(dialog, asked);
        let serial = self.serial;
        let wait = move |_: &storage::Disk, _: &_| Ok(pollster::block_on(chosen));
        self.jobs.start(ctx, What::Choice, wait, move |app, ctx, ending| match ending {
            Ending::Done(Some(path)) => app.path_chosen(ctx, purpose, serial, &path),
            Ending::Done(None) | Ending::GivenUp(_) => app.nothing_chosen(purpose),
            Ending::Failed(why) => {
                app.tell(why, true);
                app.nothing_chosen(purpose);
            }
        });
    }

    /// What was to follow a saving that does not come is off.
    fn nothing_chosen(&mut self, purpose: Purpose) {
        if purpose == Purpose::SavePlan {
            self.then = None;
        }
    }

    /// A path comes from the desktop's own dialog, which has asked about what is there unless an ending is added here.
    fn path_chosen(&mut self, ctx: &egui::Context, purpose: Purpose, serial: u64, path: &Path) {
        if purpose.is_of_the_plan() && serial != self.serial {
            return self.tell(tr!("Another plan was opened meanwhile; nothing was saved"), true);
        }
        let with_ending = with_ending(path, purpose);
        if with_ending == path {
            self.take_path(ctx, purpose, with_ending, Expected::Anything);
        } else {
            self.take_if_free(ctx, purpose, with_ending);
        }
    }

    /// A path was typed.
    pub(super) fn path_typed(&mut self, ctx: &egui::Context, purpose: Purpose, path: &str) {
        if path.trim().is_empty() {
            self.nothing_chosen(purpose);
            return self.tell(tr!("Type the name of a file"), true);
        }
        self.take_if_free(ctx, purpose, storage::absolute(&with_ending(Path::new(path.trim()), purpose)));
    }

    /// Goes on with a path; if something would be replaced there, after asking.
    fn take_if_free(&mut self, ctx: &egui::Context, purpose: Purpose, path: PathBuf) {
        let is_own = purpose == Purpose::SavePlan && self.document.path() == Some(path.as_path());
        if !purpose.writes() || is_own {
            return self.take_path(ctx, purpose, path, Expected::Anything);
        }
        let (serial, place) = (self.serial, path.clone());
        let look = move |disk: &storage::Disk, _: &_| Ok(storage::exists(disk, &place));
        self.jobs.start(ctx, What::Look, look, move |app, ctx, ending| match app.heard(ending) {
            _ if serial != app.serial => {}
            Some(false) => app.take_path(ctx, purpose, path, Expected::Nothing),
            Some(true) => app.dialog = Some(Dialog::Replace(purpose, path)),
            None => app.nothing_chosen(purpose),
        });
    }

    /// Does what a path was asked for. A plan's file must hold what is expected.
    pub(super) fn take_path(&mut self, ctx: &egui::Context, purpose: Purpose, path: PathBuf, expected: Expected) {
        match purpose {
            Purpose::Open => self.open(ctx, &path),
            Purpose::SavePlan => self.save_to(ctx, path, expected),
            Purpose::SaveSheet => self.save_sheet_to(ctx, path),
            Purpose::Export(kind) => self.export_to(ctx, kind, path),
            Purpose::ImportPrices => self.preview_price_table(ctx, path),
            Purpose::ExportPrices => self.export_prices(ctx, path),
            Purpose::Calendar => self.read_calendar(ctx, path),
            Purpose::Appointments => self.read_appointments(ctx, path),
            Purpose::DueFolder => self.take_due_folder(path),
            Purpose::SharedFolder => self.share_in(Some(path)),
            Purpose::WriteDue(file) => self.write_due(ctx, file, path),
            Purpose::Logo => self.take_logo(ctx, path),
            Purpose::Layout => self.take_layout(ctx, path),
        }
    }
}

/// The path with the ending of what is written there, if it has none. A sheet always ends like one: no plan is ever
/// replaced by it.
fn with_ending(path: &Path, purpose: Purpose) -> PathBuf {
    let endings = purpose.files().1;
    let Some(ending) = endings.first().filter(|_| purpose.writes()) else { return path.to_owned() };
    let has_it = path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
    if has_it || (path.extension().is_some() && purpose != Purpose::SaveSheet) {
        return path.to_owned();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
