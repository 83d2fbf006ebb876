//! The ways out of the program: a viewer, a file, a printer.

use crate::app::App;
use crate::app::jobs::{Ending, Stop, What};
use crate::locale::tr;
use crate::storage::{self, Disk};
use eframe::egui;
use std::path::PathBuf;

impl App {
    /// Makes the PDF and opens it in the system's viewer.
    pub(super) fn open_sheet(&mut self, ctx: &egui::Context) {
        let Some(places) = &self.surroundings.places else {
            return self.tell(tr!("There is no home folder to put the sheet in"), true);
        };
        if storage::is_protected(self.document.history().draft().id) {
            let text =
                tr!("The plan is protected, so its sheet is not laid where a viewer finds it; save it, or print it");
            return self.tell(text, true);
        }
        let (path, open) = (places.sheets().join(self.sheet_name()), self.surroundings.open);
        let Some(order) = self.finished() else { return };
        let (to, serial) = (path.clone(), self.serial);
        let work = move |disk: &Disk, stop: &Stop| {
            order.write(disk, stop, &to)?;
            Ok(open(&to))
        };
        self.jobs.start(ctx, What::Sheet, work, move |app, _, ending| {
            let Some(opened) = app.left(serial, ending) else { return };
            let name = path.display();
            match opened {
                Ok(()) => app.tell(tr!("The sheet is open in the viewer; it lies in {name}", name), false),
                Err(error) => {
                    app.tell(tr!("The sheet lies in {name}, but no viewer opened it: {error}", name, error), true);
                }
            }
        });
    }

    pub(in crate::app) fn sheet_name(&self) -> String {
        storage::sheet_name(self.document.history().draft(), (self.surroundings.today)())
    }

    /// Makes the PDF and saves it.
    pub(in crate::app) fn save_sheet_to(&mut self, ctx: &egui::Context, path: PathBuf) {
        let Some(order) = self.finished() else { return };
        let (to, serial) = (path.clone(), self.serial);
        let told = self.said_of_export(tr!("The sheet is saved as {name}", name = path.display()), false);
        let work = move |disk: &Disk, stop: &Stop| order.write(disk, stop, &to);
        self.when_free(ctx, What::SavedSheet, &path.clone(), move |app, ctx| {
            app.jobs.start_on(ctx, What::SavedSheet, Some(&path.clone()), work, move |app, _, ending| {
                if app.left(serial, ending).is_some() {
                    app.tell_written(told, path);
                }
            });
        });
    }

    /// Makes the PDF and prints it.
    pub(super) fn print_sheet(&mut self, ctx: &egui::Context) {
        self.dialog = None;
        let Some(shown) = &self.sheet.shown else { return };
        let printer = shown.printers.chosen(self.sheet.printer.as_deref()).map(str::to_owned);
        let (printing, serial) = (self.surroundings.printing, self.serial);
        let Some(order) = self.finished() else { return };
        let run = self.sheet.run;
        let work = move |disk: &Disk, stop: &Stop| order.print(disk, stop, printing, (printer.as_deref(), run));
        self.jobs.start(ctx, What::PrintedSheet, work, move |app, _, ending| {
            if let Some(job) = app.left(serial, ending) {
                app.tell(tr!("The sheet is with the printer, as job {job}", job), false);
            }
        });
    }

    /// What came of a sheet that was to leave the program. Even one that was given up too late has left it: the next one
    /// is a copy.
    fn left<T>(&mut self, serial: u64, ending: Ending<T>) -> Option<T> {
        if serial == self.serial && matches!(ending, Ending::Done(_) | Ending::GivenUp(Some(_))) {
            self.sheet.has_left();
        }
        self.heard(ending)
    }
}
