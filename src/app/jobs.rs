//! Work beside the window: what leaves the program, and the desktop's own dialogs.

use crate::locale::{self, tr};
use crate::report::export::Export;
use eframe::egui;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

/// Something that has come to an end.
pub(super) enum Done {
    /// The sheet: where it lies, or why there is none.
    Sheet(Result<PathBuf, String>),
    /// The sheet saved as a PDF: where, or why not.
    SheetSaved(Result<PathBuf, String>),
    /// The sheet printed: the number of the job, or why not.
    Printed(Result<String, String>),
    /// A place to save the sheet was chosen, for the document of this number.
    SaveSheetChosen(u64, PathBuf),
    /// A file for the clinic's details was chosen.
    DetailChosen(Choosing, PathBuf),
    /// A file to open was chosen.
    OpenChosen(PathBuf),
    /// A place to save was chosen, for the document of this number.
    SaveChosen(u64, PathBuf),
    /// A place to export to was chosen, for the document of this number.
    ExportChosen(u64, Export, PathBuf),
    /// Something was exported: where to, or why not.
    Exported(Result<PathBuf, String>),
    /// A table of prices to import was chosen.
    ImportChosen(PathBuf),
    /// A place for the price list as a table was chosen.
    PriceTableChosen(PathBuf),
    /// A dialog was cancelled.
    Nothing,
}

/// What is chosen for the clinic's details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choosing {
    /// The clinic's sign.
    Logo,
    /// A layout of its own.
    Layout,
}

/// What is worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// Something is exported.
    Export,
    /// The desktop's dialog is open.
    Choice,
    /// The sheet is made to be looked at.
    Sheet,
    /// The sheet is made and saved.
    SavedSheet,
    /// The sheet is made and printed.
    PrintedSheet,
}

impl Work {
    /// What is done.
    fn name(self) -> &'static str {
        match self {
            Self::Export => tr!("exporting"),
            Self::Choice => tr!("choosing a file"),
            Self::Sheet => tr!("making the sheet"),
            Self::SavedSheet => tr!("saving the sheet"),
            Self::PrintedSheet => tr!("printing the sheet"),
        }
    }

    /// That it came to no end of its own.
    fn failure(self) -> &'static str {
        match self {
            Self::Export => tr!("Something went wrong while exporting"),
            Self::Choice => tr!("Something went wrong while choosing a file"),
            Self::Sheet => tr!("Something went wrong while making the sheet"),
            Self::SavedSheet => tr!("Something went wrong while saving the sheet"),
            Self::PrintedSheet => tr!("Something went wrong while printing the sheet"),
        }
    }
}

/// Tells work that was given up to go no further.
#[derive(Clone, Default)]
pub(super) struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Whether the work was given up.
    pub(super) fn is_asked_for(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What is under way.
pub(super) struct Jobs {
    sender: Sender<(u64, Done)>,
    receiver: Receiver<(u64, Done)>,
    busy: Option<Work>,
    /// The number of the work under way: what was given up answers with an older one.
    number: u64,
    stop: Stop,
}

impl Default for Jobs {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, busy: None, number: 0, stop: Stop::default() }
    }
}

/// Setting a page needs a deep stack in an unoptimised build.
pub(super) const STACK: usize = 32 * 1024 * 1024;

impl Jobs {
    /// What is being worked on, if anything.
    pub(super) fn busy(&self) -> Option<&'static str> {
        self.busy.map(Work::name)
    }

    /// Whether this is being worked on.
    pub(super) fn is_at(&self, work: Work) -> bool {
        self.busy == Some(work)
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
        self.stop.0.store(true, Ordering::Relaxed);
        self.number += 1;
        self.busy = None;
    }

    /// Starts work, in place of any other.
    pub(super) fn start(&mut self, ctx: egui::Context, what: Work, work: impl FnOnce(&Stop) -> Done + Send + 'static) {
        self.cancel();
        self.stop = Stop::default();
        self.busy = Some(what);
        let stop = self.stop.clone();
        let number = self.number;
        let sender = self.sender.clone();
        let run = locale::carried(move || {
            let ended = || Done::Sheet(Err(what.failure().to_owned()));
            let done = std::panic::catch_unwind(AssertUnwindSafe(|| work(&stop))).unwrap_or_else(|_| ended());
            // The window may be gone by now; then nobody waits for the result.
            let _ = sender.send((number, done));
            ctx.request_repaint();
        });
        if std::thread::Builder::new().stack_size(STACK).spawn(run).is_err() {
            self.busy = None;
        }
    }

    pub(super) fn export(
        &mut self,
        ctx: &egui::Context,
        work: impl FnOnce() -> Result<PathBuf, String> + Send + 'static,
    ) {
        self.start(ctx.clone(), Work::Export, move |_| Done::Exported(work()));
    }

    pub(super) fn choose_where_to_export(
        &mut self,
        ctx: &egui::Context,
        serial: u64,
        kind: Export,
        folder: Option<PathBuf>,
        name: String,
    ) {
        let dialog = rfd::AsyncFileDialog::new().add_filter(kind.name(), &[kind.extension()]).set_file_name(name);
        let dialog = match folder {
            Some(folder) => dialog.set_directory(folder),
            None => dialog,
        };
        let chosen = dialog.save_file();
        let chosen = async move { chosen.await.map(|file| Done::ExportChosen(serial, kind, file.path().to_owned())) };
        self.wait_for(ctx, chosen);
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

    pub(super) fn choose_where_to_save_sheet(
        &mut self,
        ctx: &egui::Context,
        serial: u64,
        folder: Option<PathBuf>,
        name: String,
    ) {
        let dialog = filtered(folder, tr!("Portable documents"), &["pdf"]).set_file_name(name).save_file();
        let chosen = async move { dialog.await.map(|file| Done::SaveSheetChosen(serial, file.path().to_owned())) };
        self.wait_for(ctx, chosen);
    }

    pub(super) fn choose(&mut self, ctx: &egui::Context, what: Choosing) {
        let dialog = match what {
            Choosing::Logo => filtered(None, tr!("Pictures"), &["png", "svg"]),
            Choosing::Layout => filtered(None, tr!("Layouts in Typst"), &["typ"]),
        };
        let dialog = dialog.pick_file();
        let chosen = async move { dialog.await.map(|file| Done::DetailChosen(what, file.path().to_owned())) };
        self.wait_for(ctx, chosen);
    }

    pub(super) fn choose_price_table(&mut self, ctx: &egui::Context) {
        let dialog = table_dialog().pick_file();
        self.wait_for(ctx, async move { dialog.await.map(|file| Done::ImportChosen(file.path().to_owned())) });
    }

    pub(super) fn choose_where_to_export_prices(&mut self, ctx: &egui::Context, name: &str) {
        let dialog = table_dialog().set_file_name(name).save_file();
        self.wait_for(ctx, async move { dialog.await.map(|file| Done::PriceTableChosen(file.path().to_owned())) });
    }

    fn wait_for(&mut self, ctx: &egui::Context, chosen: impl Future<Output = Option<Done>> + Send + 'static) {
        let wait = move |_: &Stop| pollster::block_on(chosen).unwrap_or(Done::Nothing);
        self.start(ctx.clone(), Work::Choice, wait);
    }
}

fn table_dialog() -> rfd::AsyncFileDialog {
    rfd::AsyncFileDialog::new().add_filter(tr!("Tables (CSV)"), &["csv", "txt", "tsv"])
}

fn dialog(folder: Option<PathBuf>) -> rfd::AsyncFileDialog {
    filtered(folder, tr!("Plans of Collagen Ledger"), &["ron"])
}

fn filtered(folder: Option<PathBuf>, name: &str, endings: &[&str]) -> rfd::AsyncFileDialog {
    let dialog = rfd::AsyncFileDialog::new().add_filter(name, endings);
    match folder {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    }
}
