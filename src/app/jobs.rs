//! Work beside the window: making the sheet, and the desktop's own dialogs.

use super::files::write_sheet;
use crate::catalog::Catalog;
use crate::evaluation::Evaluation;
use crate::report::Worked;
use crate::report::sheet::{self, Paper, Sheet};
use crate::units::Date;
use eframe::egui;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

/// Something that has come to an end.
pub(super) enum Done {
    /// The sheet: where it lies, or why there is none.
    Sheet(Result<PathBuf, String>),
    /// A file to open was chosen.
    OpenChosen(PathBuf),
    /// A place to save was chosen, for the document of this number.
    SaveChosen(u64, PathBuf),
    /// A table of prices to import was chosen.
    ImportChosen(PathBuf),
    /// A place for the price list as a table was chosen.
    ExportChosen(PathBuf),
    /// A dialog was cancelled.
    Nothing,
}

/// What a sheet is made of. Owned, so that the plan may change meanwhile.
pub(super) struct SheetJob {
    pub(super) evaluation: Evaluation,
    pub(super) catalog: Catalog,
    pub(super) today: Date,
    pub(super) path: PathBuf,
}

/// What is under way.
pub(super) struct Jobs {
    sender: Sender<(u64, Done)>,
    receiver: Receiver<(u64, Done)>,
    busy: Option<&'static str>,
    /// The number of the work under way: what was given up answers with an older one.
    number: u64,
}

impl Default for Jobs {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, busy: None, number: 0 }
    }
}

/// Setting a page needs a deep stack in an unoptimised build.
const STACK: usize = 32 * 1024 * 1024;

impl Jobs {
    /// What is being worked on, if anything.
    pub(super) fn busy(&self) -> Option<&str> {
        self.busy
    }

    /// What has come to an end since last asked.
    pub(super) fn take(&mut self) -> Vec<Done> {
        let number = self.number;
        let done = self.receiver.try_iter().filter(|(of, _)| *of == number).map(|(_, done)| done);
        let done: Vec<Done> = done.collect();
        if !done.is_empty() {
            self.busy = None;
        }
        done
    }

    /// Gives up what is under way: its result no longer counts.
    pub(super) fn cancel(&mut self) {
        self.number += 1;
        self.busy = None;
    }

    fn start(&mut self, ctx: egui::Context, what: &'static str, work: impl FnOnce() -> Done + Send + 'static) {
        self.number += 1;
        self.busy = Some(what);
        let number = self.number;
        let sender = self.sender.clone();
        let run = move || {
            let ended = || Done::Sheet(Err(format!("Something went wrong while {what}")));
            let done = std::panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| ended());
            // The window may be gone by now; then nobody waits for the result.
            let _ = sender.send((number, done));
            ctx.request_repaint();
        };
        if std::thread::Builder::new().stack_size(STACK).spawn(run).is_err() {
            self.busy = None;
        }
    }

    pub(super) fn make_sheet(&mut self, ctx: &egui::Context, job: SheetJob) {
        self.start(ctx.clone(), "making the sheet", move || Done::Sheet(job.run()));
    }

    pub(super) fn choose_file(&mut self, ctx: &egui::Context, folder: Option<PathBuf>) {
        let dialog = dialog(folder).pick_file();
        let chosen = async move { dialog.await.map(|file| Done::OpenChosen(file.path().to_owned())) };
        self.wait_for(ctx, chosen);
    }

    pub(super) fn choose_where_to_save(
        &mut self,
        ctx: &egui::Context,
        serial: u64,
        folder: Option<PathBuf>,
        name: String,
    ) {
        let dialog = dialog(folder).set_file_name(name).save_file();
        let chosen = async move { dialog.await.map(|file| Done::SaveChosen(serial, file.path().to_owned())) };
        self.wait_for(ctx, chosen);
    }

    pub(super) fn choose_price_table(&mut self, ctx: &egui::Context) {
        let dialog = table_dialog().pick_file();
        self.wait_for(ctx, async move { dialog.await.map(|file| Done::ImportChosen(file.path().to_owned())) });
    }

    pub(super) fn choose_where_to_export_prices(&mut self, ctx: &egui::Context, name: &str) {
        let dialog = table_dialog().set_file_name(name).save_file();
        self.wait_for(ctx, async move { dialog.await.map(|file| Done::ExportChosen(file.path().to_owned())) });
    }

    fn wait_for(&mut self, ctx: &egui::Context, chosen: impl Future<Output = Option<Done>> + Send + 'static) {
        let wait = move || pollster::block_on(chosen).unwrap_or(Done::Nothing);
        self.start(ctx.clone(), "choosing a file", wait);
    }
}

fn table_dialog() -> rfd::AsyncFileDialog {
    rfd::AsyncFileDialog::new().add_filter("Tables (CSV)", &["csv", "txt", "tsv"])
}

fn dialog(folder: Option<PathBuf>) -> rfd::AsyncFileDialog {
    let dialog = rfd::AsyncFileDialog::new().add_filter("Plans of Collagen Ledger", &["ron"]);
    match folder {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    }
}

impl SheetJob {
    fn run(self) -> Result<PathBuf, String> {
        let input = Sheet {
            plan: Worked::of(&self.evaluation, &self.catalog),
            paper: Paper::A4,
            issued: self.today,
            version: env!("CARGO_PKG_VERSION"),
        };
        let pdf = sheet::pdf(&input).map_err(|error| error.to_string())?;
        write_sheet(&self.path, &pdf).map_err(|error| error.to_string())?;
        Ok(self.path)
    }
}
