//! The consultation sheet page by page, beside the choice of what it shows: in place of the three columns.

mod choices;
mod details;
mod form;
mod pages;
mod print;
mod state;

pub use form::{ClinicForm, Detail, Layout};
pub(super) use print::print_ui;
pub use state::{PagePicture, PagesState, PrinterChoice, SheetAction, SheetChoices, SheetView};

use super::theme::{Palette, tokens};
use super::{Action, View, ViewState, kit, page};
use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

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
    leave_by_key(ui, view, sheet, actions);
    let palette = Palette::of(ui);
    let ground = Frame::new().fill(palette.ground).inner_margin(Margin::symmetric(14, 8));
    if ui.available_width() < TWO_COLUMNS {
        CentralPanel::no_frame().frame(ground).show(ui, |ui| {
            page::scrolled(ui, "sheet", |ui| {
                kit::pane(ui, kit::Pane::SheetChoices, |ui| side_ui(ui, view, sheet, actions));
                ui.add_space(tokens::GROUP_GAP);
                kit::pane(ui, kit::Pane::Pages, |ui| {
                    pages::head_ui(ui, sheet, state);
                    pages::pages_ui(ui, sheet, &mut state.pages, actions);
                });
            });
        });
    } else {
        let side = Frame::new().fill(palette.panel).inner_margin(Margin::symmetric(12, 6));
        let width = if sheet.form.is_some() { 400.0 } else { 360.0 };
        Panel::left("sheet choices").frame(side).resizable(false).exact_size(width).show(ui, |ui| {
            if sheet.form.is_some() {
                Panel::bottom("details end").frame(Frame::new()).show(ui, |ui| details::end_ui(ui, sheet, actions));
            }
            kit::pane(ui, kit::Pane::SheetChoices, |ui| {
                page::scrolled(ui, "choices", |ui| side_ui(ui, view, sheet, actions));
            });
        });
        CentralPanel::no_frame().frame(ground).show(ui, |ui| {
            kit::pane(ui, kit::Pane::Pages, |ui| {
                pages::head_ui(ui, sheet, state);
                ScrollArea::both().id_salt("pages").auto_shrink([false, false]).show(ui, |ui| {
                    pages::pages_ui(ui, sheet, &mut state.pages, actions);
                });
            });
        });
    }
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
fn leave_by_key(ui: &Ui, view: &View<'_>, sheet: &SheetView<'_>, actions: &mut Vec<Action>) {
    if view.dialog.is_some() || !kit::focus::is_escaped(ui.ctx()) {
        return;
    }
    match sheet.form {
        None => actions.push(Action::Sheet(SheetAction::Back)),
        Some(form) if !form.is_changed() => actions.push(Action::Sheet(SheetAction::LeaveDetails)),
        Some(_) => {}
    }
}
