//! The consultation sheet in the window: what was chosen, what is shown, and the ways out.

mod clinic;
mod desk;
mod handout;
mod order;
mod preview;
mod shown;
mod ways_out;

use super::App;
use super::jobs::{Ending, Stop, What};
use crate::locale::tr;
use crate::storage::{self, Disk};
use crate::ui::{ClinicForm, Dialog, PrinterChoice, Purpose, SheetAction};
pub(super) use clinic::ClinicDesk;
use clinic::{read_layout, take_layout, take_logo};
pub(super) use desk::SheetDesk;
use eframe::egui;
use shown::Shown;
use std::path::PathBuf;

impl App {
    /// Shows the sheet in place of the plan.
    pub(super) fn show_sheet(&mut self, ctx: &egui::Context) {
        self.sheet.shown = Some(Shown::new());
        self.read_details(ctx);
    }

    /// Reads the clinic's details in the background.
    fn read_details(&mut self, ctx: &egui::Context) {
        let path = self.surroundings.places.as_ref().map(storage::Places::clinic);
        let read = move |disk: &Disk, _: &Stop| Ok(ClinicDesk::read(disk, path));
        self.jobs.start(ctx, What::Details, read, |app, _, ending| {
            if let Some(clinic) = app.heard(ending) {
                app.with_shown(|shown| shown.take_details(clinic));
            }
        });
    }

    /// Takes what came of the work on pages and printers.
    pub(super) fn take_pages(&mut self, ctx: &egui::Context) {
        if let Some(shown) = &mut self.sheet.shown {
            shown.preview.take(ctx);
        }
    }

    /// Sees to it that the pages follow what they show.
    pub(super) fn keep_pages(&mut self, ctx: &egui::Context) {
        // In its first frame the size of the pages is not known yet.
        let Some(scale) = self.state.pages.scale else { return };
        let Some(mut shown) = self.sheet.shown.take() else { return };
        // Both only grow while the sheet is shown, so that no two states share a number.
        let state = shown.changes + self.document.history().revision();
        let order = if shown.preview.knows(state) { None } else { self.order(&shown) };
        shown.preview.wish(ctx, state, scale, order);
        self.sheet.shown = Some(shown);
    }

    pub(super) fn sheet(&mut self, ctx: &egui::Context, action: SheetAction) {
        match action {
            SheetAction::Back => self.leave_sheet(),
            SheetAction::Choose(choices) => {
                self.sheet.choices = choices;
                self.with_shown(Shown::changed);
            }
            SheetAction::Open => self.open_sheet(ctx),
            SheetAction::Save => self.ask_path(ctx, Purpose::SaveSheet),
            SheetAction::AskPrinter => {
                self.dialog = Some(Dialog::Print);
                self.look_for_printers(ctx);
            }
            SheetAction::LookForPrinters => self.look_for_printers(ctx),
            SheetAction::ChoosePrinter(printer) => self.sheet.printer = Some(printer),
            SheetAction::ChooseRun(run) => self.sheet.run = run,
            SheetAction::Print => {
                self.print_sheet(ctx);
                self.sheet.run.count = 1;
            }
            SheetAction::TryAgain => self.read_details(ctx),
            SheetAction::EditDetails => {
                self.with_shown(|shown| shown.form = shown.is_read.then(|| ClinicForm::of(&shown.clinic.file)));
            }
            SheetAction::Details(form) => self.with_shown(|shown| {
                shown.form = Some(*form);
                shown.changed();
            }),
            SheetAction::ChooseLogo => self.ask_path(ctx, Purpose::Logo),
            SheetAction::ChooseLayout => self.ask_path(ctx, Purpose::Layout),
            SheetAction::TakeLogo => self.take_typed(ctx, Purpose::Logo, |form| &form.logo_path),
            SheetAction::TakeLayout => self.take_typed(ctx, Purpose::Layout, |form| &form.layout_path),
            SheetAction::SaveDetails => self.save_details(ctx),
            SheetAction::LeaveDetails => {
                self.with_shown(|shown| {
                    shown.form = None;
                    shown.changed();
                });
                self.let_go_of_details();
            }
        }
    }

    fn with_shown(&mut self, change: impl FnOnce(&mut Shown)) {
        if let Some(shown) = &mut self.sheet.shown {
            change(shown);
        }
    }

    fn with_form(&mut self, change: impl FnOnce(&mut ClinicForm)) {
        self.with_shown(|shown| {
            if let Some(form) = &mut shown.form {
                change(form);
                shown.changed();
            }
        });
    }

    /// Takes what is named in the form of the clinic's details.
    fn take_typed(&mut self, ctx: &egui::Context, purpose: Purpose, field: impl FnOnce(&ClinicForm) -> &String) {
        let form = self.sheet.shown.as_ref().and_then(|shown| shown.form.as_ref());
        if let Some(typed) = form.map(|form| field(form).clone()) {
            self.path_typed(ctx, purpose, &typed);
        }
    }

    /// Reads a picture and takes it for the clinic's sign.
    pub(super) fn take_logo(&mut self, ctx: &egui::Context, path: PathBuf) {
        self.with_form(|form| form.logo_path = path.display().to_string());
        let read = move |disk: &Disk, _: &Stop| storage::read_logo(disk, &path).map_err(|error| error.to_string());
        self.jobs.start(ctx, What::Details, read, |app, _, ending| app.with_form(|form| take_logo(form, ending)));
    }

    /// Reads a layout and takes it for the clinic's own. One that was just named is the one to be shown.
    pub(super) fn take_layout(&mut self, ctx: &egui::Context, path: PathBuf) {
        self.sheet.choices.built_in_layout = false;
        self.with_form(|form| form.layout_path = path.display().to_string());
        let from = path.clone();
        let read = move |disk: &Disk, _: &Stop| read_layout(disk, &from);
        self.jobs.start(ctx, What::Details, read, move |app, _, ending| {
            app.with_form(|form| take_layout(form, path, ending));
        });
    }

    /// The plan is shown again.
    pub(in crate::app) fn leave_sheet(&mut self) {
        (self.sheet.shown, self.sheet.again) = (None, None);
        self.state.pages.scale = None;
        self.write_settings();
    }

    /// Writes the clinic's details as typed. What is changed meanwhile stays in the form.
    fn save_details(&mut self, ctx: &egui::Context) {
        let Some(shown) = &self.sheet.shown else { return };
        let Some(form) = shown.form.clone() else { return };
        let (clinic, saved) = (shown.clinic.clone(), form.clone());
        let save = move |disk: &Disk, _: &Stop| clinic.save(disk, &form);
        self.jobs.start(ctx, What::SavedDetails, save, move |app, _, ending| match ending {
            Ending::Done((clinic, said)) | Ending::GivenUp(Some((clinic, said))) => {
                app.with_shown(|shown| {
                    shown.form = shown.form.take().filter(|form| *form != saved);
                    shown.clinic = clinic;
                    shown.changed();
                });
                app.let_go_of_details();
                said.into_iter().for_each(|text| app.tell(text, false));
            }
            Ending::Failed(problem) => app.with_form(|form| form.problem = Some(problem)),
            Ending::GivenUp(None) => {}
        });
    }

    /// The language has changed.
    pub(super) fn reword_sheet(&mut self) {
        self.with_shown(Shown::changed);
    }

    /// Another plan: nothing of the client before goes with it.
    pub(super) fn forget_sheet(&mut self) {
        self.sheet = SheetDesk::new(&self.sheet.settings());
    }

    fn look_for_printers(&mut self, ctx: &egui::Context) {
        let printing = self.surroundings.printing;
        self.with_shown(|shown| shown.printers = PrinterChoice::Looking);
        self.jobs.give_up_all(What::Printers);
        let look = move |_: &Disk, _: &Stop| (printing.printers)().map_err(|error| error.to_string());
        self.jobs.start(ctx, What::Printers, look, |app, _, ending| {
            app.with_shown(|shown| shown.take_printers(ending));
        });
    }

    /// Whether the clinic's details are being changed; then what would close them is refused with a sentence.
    pub(in crate::app) fn holds_details(&mut self) -> bool {
        let changed =
            self.sheet.shown.as_ref().and_then(|shown| shown.form.as_ref()).is_some_and(ClinicForm::is_changed);
        if changed {
            self.tell(details_first(), true);
        }
        changed
    }

    /// The clinic's details are saved or left: what asked for that is done.
    fn let_go_of_details(&mut self) {
        self.notices.retain(|notice| notice.text != details_first());
    }
}

/// What is said where the clinic's details are in the way.
fn details_first() -> &'static str {
    tr!("Save or cancel the clinic's details first")
}
