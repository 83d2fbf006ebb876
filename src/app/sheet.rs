//! The consultation sheet in the window: what was chosen, what is shown, and the ways out.

use super::App;
use super::clinic::{ClinicDesk, take_layout, take_logo};
use super::jobs::Choosing;
use super::preview::Preview;
use super::start::Printing;
use crate::locale::{self, tr};
use crate::printing::{PrintError, Printers};
use crate::report::sheet::Paper;
use crate::scenario::Record;
use crate::storage::{self, SheetSettings};
use crate::ui::{ClinicForm, Dialog, Layout, PrinterChoice, SheetAction, SheetChoices, SheetView};
use eframe::egui;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};

/// The ending of sheets.
const ENDING: &str = "pdf";

/// The sheet: what was chosen for it, and what is shown while it is shown.
pub(super) struct SheetDesk {
    choices: SheetChoices,
    printer: Option<String>,
    pub(super) shown: Option<Shown>,
    /// The number of an issue whose original has not left the program yet.
    pub(super) original: Option<String>,
    /// The position of the issue that is shown again; none shows the plan as it is.
    again: Option<usize>,
}

/// What is there only while the sheet is shown.
pub(super) struct Shown {
    pub(super) clinic: ClinicDesk,
    pub(super) form: Option<ClinicForm>,
    preview: Preview,
    printers: PrinterChoice,
    /// Where the answer about the printers comes from.
    looking: Option<Receiver<Result<Printers, PrintError>>>,
    /// Grows with every change of what the pages show, apart from the plan itself.
    changes: u64,
    own_layout: Option<String>,
}

impl SheetDesk {
    /// As the last sheet was made.
    pub(super) fn new(settings: &SheetSettings) -> Self {
        let choices = SheetChoices {
            audience: settings.audience,
            paper: settings.paper.unwrap_or_else(Paper::of_country),
            valid_days: settings.valid_days,
            decide_from: String::new(),
            born: String::new(),
            language: None,
            built_in_layout: false,
        };
        Self { choices, printer: settings.printer.clone(), shown: None, original: None, again: None }
    }

    /// What is to be remembered of it.
    pub(super) fn settings(&self) -> SheetSettings {
        let SheetChoices { audience, paper, valid_days, .. } = self.choices;
        // What is usual stays left to the country, should that change.
        let paper = Some(paper).filter(|paper| *paper != Paper::of_country());
        SheetSettings { audience, paper, valid_days, printer: self.printer.clone() }
    }

    /// What was chosen.
    pub(super) fn choices(&self) -> &SheetChoices {
        &self.choices
    }

    /// The position of the issue that is shown; none shows a draft.
    pub(super) fn issue(&self, record: &Record) -> Option<usize> {
        let current = || record.issues().len().checked_sub(1).filter(|_| record.current().is_some());
        self.again.filter(|at| *at < record.issues().len()).or_else(current)
    }

    /// Whether the sheet of an issue is the original, as long as that has not left the program.
    pub(super) fn is_original(&self, number: &str) -> bool {
        self.original.as_deref() == Some(number)
    }

    /// Shows the sheet of an issue again.
    pub(super) fn reprint(&mut self, at: usize) {
        self.again = Some(at);
        self.changed();
    }

    /// The plan's record has changed: its newest state is shown.
    pub(super) fn forget_issue(&mut self) {
        (self.again, self.original) = (None, None);
        self.changed();
    }

    /// A sheet has left the program: the next one is a copy.
    pub(super) fn has_left(&mut self) {
        if self.original.take().is_some() {
            self.changed();
        }
    }

    fn changed(&mut self) {
        self.shown.iter_mut().for_each(Shown::changed);
    }

    /// What there is to show, if it is shown.
    pub(super) fn view<'a>(&'a self, record: &'a Record, native_dialogs: bool) -> Option<SheetView<'a>> {
        let shown = self.shown.as_ref()?;
        let issued = self.issue(record).and_then(|at| record.issues().get(at));
        Some(SheetView {
            choices: &self.choices,
            issued: issued.map(|issued| (issued, self.is_original(&issued.snapshot.number))),
            own_layout: shown.own_layout.as_deref(),
            clinic_problem: shown.clinic.problem.as_deref(),
            form: shown.form.as_ref(),
            pages: shown.preview.pages(),
            waiting: shown.preview.is_waiting(),
            problem: shown.preview.problem(),
            printers: &shown.printers,
            printer: self.printer.as_deref(),
            native_dialogs,
        })
    }
}

impl Shown {
    fn new(ctx: &egui::Context, clinic: Option<PathBuf>) -> Self {
        let mut shown = Self {
            clinic: ClinicDesk::read(clinic),
            form: None,
            preview: Preview::new(ctx),
            printers: PrinterChoice::Looking,
            looking: None,
            changes: 0,
            own_layout: None,
        };
        shown.changed();
        shown
    }

    /// What the pages show has changed.
    fn changed(&mut self) {
        self.changes += 1;
        self.own_layout = self.layout().map(|path| {
            let name = path.file_name().unwrap_or(path.as_os_str());
            name.to_string_lossy().into_owned()
        });
    }

    /// The clinic's own layout, as it is or as it is being changed.
    pub(super) fn layout(&self) -> Option<PathBuf> {
        match &self.form {
            Some(form) => self.clinic.layout(&form.layout),
            None => self.clinic.layout(&self.clinic.file.template.clone().map_or(Layout::BuiltIn, Layout::Own)),
        }
    }

    /// Looks for printers beside the window.
    fn look_for_printers(&mut self, ctx: &egui::Context, printing: Printing) {
        let (tell, looking) = channel();
        let ctx = ctx.clone();
        let look = locale::carried(move || {
            // The sheet may be closed by now; then nobody waits for the answer.
            let _ = tell.send((printing.printers)());
            ctx.request_repaint();
        });
        self.printers = PrinterChoice::Looking;
        self.looking = Some(looking);
        if let Err(error) = std::thread::Builder::new().spawn(look) {
            self.printers = PrinterChoice::Missing(tr!("The printers cannot be looked for: {error}", error));
        }
    }

    fn take(&mut self, ctx: &egui::Context) {
        self.preview.take(ctx);
        if let Some(Ok(answer)) = self.looking.as_ref().map(Receiver::try_recv) {
            self.looking = None;
            self.printers = match answer {
                Ok(Printers { names, default }) => PrinterChoice::There { names, default },
                Err(error) => PrinterChoice::Missing(error.to_string()),
            };
        }
    }
}

impl App {
    /// Shows the sheet in place of the plan.
    pub(super) fn show_sheet(&mut self, ctx: &egui::Context) {
        let clinic = self.surroundings.places.as_ref().map(storage::Places::clinic);
        self.sheet.shown = Some(Shown::new(ctx, clinic));
    }

    /// Takes what came of the work on pages and printers.
    pub(super) fn take_pages(&mut self, ctx: &egui::Context) {
        if let Some(shown) = &mut self.sheet.shown {
            shown.take(ctx);
        }
    }

    /// Sees to it that the pages follow what they show.
    pub(super) fn keep_pages(&mut self) {
        // In its first frame the size of the pages is not known yet.
        let Some(scale) = self.state.pages.scale else { return };
        let Some(mut shown) = self.sheet.shown.take() else { return };
        // Both only grow while the sheet is shown, so that no two states share a number.
        let state = shown.changes + self.document.history().revision();
        let order = if shown.preview.knows(state) { None } else { self.order(&shown) };
        shown.preview.wish(state, scale, order);
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
            SheetAction::Save => self.choose_where_to_save_sheet(ctx),
            SheetAction::AskPrinter => {
                self.dialog = Some(Dialog::Print);
                self.look_for_printers(ctx);
            }
            SheetAction::LookForPrinters => self.look_for_printers(ctx),
            SheetAction::ChoosePrinter(printer) => self.sheet.printer = Some(printer),
            SheetAction::Print => self.print_sheet(ctx),
            SheetAction::TryAgain => self.read_clinic_again(),
            SheetAction::EditDetails => {
                self.with_shown(|shown| shown.form = Some(ClinicForm::of(&shown.clinic.file)));
            }
            SheetAction::Details(form) => self.with_shown(|shown| {
                shown.form = Some(*form);
                shown.changed();
            }),
            SheetAction::ChooseLogo => self.jobs.choose(ctx, Choosing::Logo),
            SheetAction::ChooseLayout => self.jobs.choose(ctx, Choosing::Layout),
            SheetAction::TakeLogo => self.with_form(|form| take_logo(form, &typed(&form.logo_path))),
            SheetAction::TakeLayout => self.take_layout(),
            SheetAction::SaveDetails => self.save_details(),
            SheetAction::LeaveDetails => self.with_shown(|shown| {
                shown.form = None;
                shown.changed();
            }),
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

    /// A file for the clinic's details was chosen on disk.
    pub(super) fn detail_chosen(&mut self, what: Choosing, path: &Path) {
        match what {
            Choosing::Logo => self.with_form(|form| take_logo(form, path)),
            Choosing::Layout => {
                self.with_form(|form| form.layout_path = path.display().to_string());
                self.take_layout();
            }
        }
    }

    /// A layout that was just named is the one to be shown.
    fn take_layout(&mut self) {
        self.sheet.choices.built_in_layout = false;
        self.with_form(|form| take_layout(form, &typed(&form.layout_path)));
    }

    fn leave_sheet(&mut self) {
        (self.sheet.shown, self.sheet.again) = (None, None);
        self.state.pages.scale = None;
        self.write_settings();
    }

    fn read_clinic_again(&mut self) {
        let clinic = self.surroundings.places.as_ref().map(storage::Places::clinic);
        self.with_shown(|shown| {
            // What is being changed is not read anew under the hands.
            if shown.form.is_none() {
                shown.clinic = ClinicDesk::read(clinic);
            }
            shown.changed();
        });
    }

    fn save_details(&mut self) {
        let Some(shown) = &mut self.sheet.shown else { return };
        let Some(form) = &mut shown.form else { return };
        match shown.clinic.save(form) {
            Ok(said) => {
                shown.form = None;
                shown.changed();
                said.into_iter().for_each(|text| self.tell(text, false));
            }
            Err(problem) => form.problem = Some(problem),
        }
    }

    /// The language has changed.
    pub(super) fn reword_sheet(&mut self) {
        self.with_shown(Shown::changed);
    }

    /// Another plan: nothing of the client before goes with it.
    pub(super) fn forget_sheet(&mut self) {
        self.sheet = SheetDesk::new(&self.sheet.settings());
    }

    fn open_sheet(&mut self, ctx: &egui::Context) {
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

    fn choose_where_to_save_sheet(&mut self, ctx: &egui::Context) {
        let folder = self.folder().or_else(storage::documents);
        if self.surroundings.native_dialogs {
            self.jobs.choose_where_to_save_sheet(ctx, self.serial, folder, self.sheet_name());
        } else {
            let path = folder.unwrap_or_default().join(self.sheet_name());
            self.dialog = Some(Dialog::SaveSheet(path.display().to_string()));
        }
    }

    /// Saves under a typed path, after asking if something is there.
    pub(super) fn save_sheet_typed(&mut self, ctx: &egui::Context, path: &str) {
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
    pub(super) fn save_sheet_chosen(&mut self, ctx: &egui::Context, path: &Path) {
        let with_ending = as_pdf(path);
        if with_ending != path && storage::exists(&with_ending) {
            self.dialog = Some(Dialog::ReplaceSheet(with_ending));
        } else {
            self.save_sheet_to(ctx, with_ending);
        }
    }

    pub(super) fn save_sheet_to(&mut self, ctx: &egui::Context, path: PathBuf) {
        if let Some(order) = self.finished() {
            self.jobs.save_sheet(ctx, order, path);
        }
    }

    fn look_for_printers(&mut self, ctx: &egui::Context) {
        let printing = self.surroundings.printing;
        self.with_shown(|shown| shown.look_for_printers(ctx, printing));
    }

    fn print_sheet(&mut self, ctx: &egui::Context) {
        self.dialog = None;
        let Some(shown) = &self.sheet.shown else { return };
        let printer = shown.printers.chosen(self.sheet.printer.as_deref()).map(str::to_owned);
        if let Some(order) = self.finished() {
            self.jobs.print_sheet(ctx, order, self.surroundings.printing, printer);
        }
    }

    pub(super) fn sheet_saved(&mut self, result: Result<PathBuf, String>) {
        match result {
            Ok(path) => {
                self.sheet.has_left();
                self.tell(tr!("The sheet is saved as {name}", name = path.display()), false);
            }
            Err(error) => self.tell(error, true),
        }
    }

    pub(super) fn sheet_printed(&mut self, result: Result<String, String>) {
        match result {
            Ok(job) => {
                self.sheet.has_left();
                self.tell(tr!("The sheet is with the printer, as job {job}", job), false);
            }
            Err(error) => self.tell(error, true),
        }
    }
}

fn typed(path: &str) -> PathBuf {
    storage::absolute(Path::new(path.trim()))
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
