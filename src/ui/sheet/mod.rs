//! The consultation sheet page by page, beside the choice of what it shows: in place of the three columns.

mod choices;
mod details;
mod form;
mod pages;
mod print;

pub use choices::SheetChoices;
pub use form::{ClinicForm, Detail, Layout};
pub use pages::{PagePicture, PagesState};
pub(super) use print::print_ui;

use super::theme::{Palette, tokens};
use super::{Action, View, ViewState};
use crate::document::Issued;
use egui::{CentralPanel, Frame, Key, Margin, Panel, Popup, ScrollArea, Ui};

/// What there is to show of the sheet, borrowed.
#[derive(Clone, Copy)]
pub struct SheetView<'a> {
    /// What was chosen.
    pub choices: &'a SheetChoices,
    /// The issue that is shown, and whether it is its original; none shows a draft.
    pub issued: Option<(&'a Issued, bool)>,
    /// The name of the clinic's own layout, if it has one.
    pub own_layout: Option<&'a str>,
    /// Why the clinic's file could not be read.
    pub clinic_problem: Option<&'a str>,
    /// The clinic's details, while they are being changed.
    pub form: Option<&'a ClinicForm>,
    /// The pages as last laid out.
    pub pages: &'a [PagePicture],
    /// Whether newer pages are being laid out.
    pub waiting: bool,
    /// Why there are no pages.
    pub problem: Option<&'a str>,
    /// What is known of the system's printers.
    pub printers: &'a PrinterChoice,
    /// The printer that was chosen; none takes the default one.
    pub printer: Option<&'a str>,
    /// Whether the desktop offers file dialogs of its own.
    pub native_dialogs: bool,
}

/// What is known of the system's printers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PrinterChoice {
    /// They are being looked for.
    #[default]
    Looking,
    /// Those that are there.
    There {
        /// Their names, as the system calls them.
        names: Vec<String>,
        /// The default one.
        default: Option<String>,
    },
    /// Why there are none, in one sentence.
    Missing(String),
}

impl PrinterChoice {
    /// The printer to print on: the one wished for if it is there, else the default one, else the first.
    pub fn chosen(&self, wished: Option<&str>) -> Option<&str> {
        let Self::There { names, default } = self else { return None };
        let there = |name: &str| names.iter().find(|other| *other == name).map(String::as_str);
        let first = names.first().map(String::as_str);
        wished.and_then(there).or(default.as_deref().and_then(there)).or(first)
    }
}

/// What the person wants of the sheet.
#[derive(Clone, Debug)]
pub enum SheetAction {
    /// Show the plan again.
    Back,
    /// Show the sheet like this.
    Choose(SheetChoices),
    /// Open it in the system's viewer.
    Open,
    /// Save it as a PDF.
    Save,
    /// Choose a printer.
    AskPrinter,
    /// Look for printers anew.
    LookForPrinters,
    /// Print on this one.
    ChoosePrinter(String),
    /// Print.
    Print,
    /// Lay it out anew, with everything read anew.
    TryAgain,
    /// Change the clinic's details.
    EditDetails,
    /// The details as changed.
    Details(Box<ClinicForm>),
    /// Choose a logo on disk.
    ChooseLogo,
    /// Take the logo whose path was typed.
    TakeLogo,
    /// Choose a layout on disk.
    ChooseLayout,
    /// Take the layout whose path was typed.
    TakeLayout,
    /// Save the details.
    SaveDetails,
    /// Leave the details as they were.
    LeaveDetails,
}

/// Below this width in points choices and pages stand in one column.
const TWO_COLUMNS: f32 = 700.0;

/// The sheet, in all the room below the bar.
pub(super) fn sheet_ui(
    ui: &mut Ui,
    view: &View<'_>,
    sheet: &SheetView<'_>,
    state: &mut ViewState,
    actions: &mut Vec<Action>,
) {
    leave_by_key(ui, view, sheet, &state.pages, actions);
    let palette = Palette::of(ui);
    let ground = Frame::new().fill(palette.ground).inner_margin(Margin::symmetric(14, 8));
    if ui.available_width() < TWO_COLUMNS {
        CentralPanel::no_frame().frame(ground).show(ui, |ui| {
            ScrollArea::vertical().id_salt("sheet").auto_shrink([false, false]).show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 12.0);
                side_ui(ui, view, sheet, actions);
                ui.add_space(tokens::GROUP_GAP);
                pages::head_ui(ui, view, sheet, state, actions);
                pages::pages_ui(ui, sheet, &mut state.pages, actions);
            });
        });
    } else {
        let side = Frame::new().fill(palette.panel).inner_margin(Margin::symmetric(12, 6));
        let width = if sheet.form.is_some() { 400.0 } else { 360.0 };
        Panel::left("sheet choices").frame(side).resizable(false).exact_size(width).show(ui, |ui| {
            if sheet.form.is_some() {
                Panel::bottom("details end").frame(Frame::new()).show(ui, |ui| details::end_ui(ui, sheet, actions));
            }
            ScrollArea::vertical().id_salt("choices").auto_shrink([false, false]).show(ui, |ui| {
                // Room for the scroll bar, which floats.
                ui.set_max_width(ui.available_width() - 12.0);
                side_ui(ui, view, sheet, actions);
                crate::ui::layout::follow_focus(ui, state);
            });
        });
        CentralPanel::no_frame().frame(ground).show(ui, |ui| {
            pages::head_ui(ui, view, sheet, state, actions);
            ScrollArea::both().id_salt("pages").auto_shrink([false, false]).show(ui, |ui| {
                pages::pages_ui(ui, sheet, &mut state.pages, actions);
            });
        });
    }
    state.pages.typing = ui.ctx().text_edit_focused();
}

/// The choices, or the clinic's details while they are being changed.
fn side_ui(ui: &mut Ui, view: &View<'_>, sheet: &SheetView<'_>, actions: &mut Vec<Action>) {
    match sheet.form {
        Some(form) => {
            details::details_ui(ui, sheet, form, actions);
            if ui.ctx().content_rect().width() < TWO_COLUMNS {
                details::end_ui(ui, sheet, actions);
            }
        }
        None => choices::choices_ui(ui, view, sheet, actions),
    }
}

/// Escape leads back, unless something nearer waits for it: a dialog, a menu, a field, details that are not saved.
fn leave_by_key(ui: &Ui, view: &View<'_>, sheet: &SheetView<'_>, state: &PagesState, actions: &mut Vec<Action>) {
    let nearer = view.dialog.is_some() || state.typing || Popup::is_any_open(ui.ctx());
    if nearer || !ui.input(|input| input.key_pressed(Key::Escape)) {
        return;
    }
    match sheet.form {
        None => actions.push(Action::Sheet(SheetAction::Back)),
        Some(form) if !form.is_changed() => actions.push(Action::Sheet(SheetAction::LeaveDetails)),
        Some(_) => {}
    }
}

/// What is wrong, in one sentence.
fn problem_ui(ui: &mut Ui, text: &str) {
    let text = format!("{} {text}", super::theme::icons::ERROR);
    ui.add(egui::Label::new(egui::RichText::new(text).color(Palette::of(ui).error)).wrap());
}
