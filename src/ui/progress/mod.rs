//! How the plan goes on, in place of the plan: at the left where it stands, beside what was planned, with the curve; beside it
//! what happened day by day, and what is written down of it.

mod days;
mod form;
mod nothing;
mod standing;
mod state;

pub use state::{ProgressAction, ProgressForm, ProgressState, ProgressView, Said};

use super::kit::{self, Pane};
use super::theme::{Palette, tokens};
use super::{Action, Command, View, ViewState, page};
use egui::{CentralPanel, Frame, Margin, Panel, Ui};

/// Below this width in points everything stands in one column.
const TWO_COLUMNS: f32 = 940.0;
/// The share of the width for what happened day by day, and its least and most in points.
const DAYS: (f32, f32, f32) = (0.5, 470.0, 640.0);

/// The page. Escape leads back to the plan, unless something nearer waits for it.
pub(super) fn progress_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    page::leave_by_escape(ui, view, Command::Progress, actions);
    let palette = Palette::of(ui);
    let width = ui.available_width();
    let side = Frame::new().fill(palette.panel).inner_margin(Margin::symmetric(14, 8));
    let ground = Frame::new().fill(palette.ground).inner_margin(Margin::symmetric(14, 8));
    let (form, seen) = (&mut state.progress, &mut state.seen);
    if width >= TWO_COLUMNS {
        let (share, least, most) = DAYS;
        let days = (width * share).clamp(least, most);
        Panel::right("day by day").frame(side).resizable(false).exact_size(days).show(ui, |ui| {
            kit::pane(ui, Pane::Days, |ui| days::days_ui(ui, view, (form, true), actions));
        });
    }
    CentralPanel::no_frame().frame(ground).show(ui, |ui| {
        page::scrolled(ui, "progress", |ui| {
            kit::pane(ui, Pane::Standing, |ui| standing::standing_ui(ui, view, (form, seen), actions));
            if width < TWO_COLUMNS {
                ui.add_space(tokens::GROUP_GAP);
                kit::pane(ui, Pane::Days, |ui| days::days_ui(ui, view, (form, false), actions));
            }
        });
    });
}
