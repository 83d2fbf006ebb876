//! What is due over the plans of a folder, in place of the plan: day by day, each with a way to its plan.

mod state;

pub use state::{DueAction, DueFile, DueFound, DueState, DueView};

use super::kit::{self, Numbers, Pane};
use super::theme::{Palette, icons, strong, tokens};
use super::{Action, Command, View, ViewState, page};
use crate::locale::{tr, trn};
use crate::report::tables::DueRow;
use crate::units::Date;
use crate::wording;
use egui::{Align, CentralPanel, Frame, Label, Margin, RichText, Ui};
use std::path::PathBuf;

/// As many days ahead can be looked.
pub const FURTHEST_DUE: u32 = 730;
/// The widest that the list is, and the width of a day, in points.
const WIDEST: f32 = 980.0;
const DAY: f32 = 92.0;
/// The share of the rest for the client, and its least and most in points.
const CLIENT: (f32, f32, f32) = (0.26, 60.0, 190.0);

/// The page. Escape leads back to where it was opened, unless something nearer waits for it.
pub(super) fn due_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    page::leave_by_escape(ui, view, Command::Due, actions);
    let ground = Frame::new().fill(Palette::of(ui).ground).inner_margin(Margin::symmetric(16, 10));
    CentralPanel::no_frame().frame(ground).show(ui, |ui| {
        page::scrolled(ui, "due", |ui| {
            ui.set_max_width(ui.available_width().min(WIDEST));
            kit::pane(ui, Pane::Due, |ui| {
                head_ui(ui, view, &mut state.due, actions);
                ui.add_space(tokens::GAP);
                found_ui(ui, view, state.due, actions);
            });
        });
    });
}

/// The folder, how far ahead is looked, and the ways out.
fn head_ui(ui: &mut Ui, view: &View<'_>, state: &mut DueState, actions: &mut Vec<Action>) {
    page::head_ui(ui, (tr!("What is due"), tr!(in "step", "Back")), Command::Due, actions);
    ui.horizontal_wrapped(|ui| {
        let folder = view.due.folder.map_or(tr!("no folder yet").to_owned(), |folder| folder.display().to_string());
        ui.add(Label::new(RichText::new(folder).color(Palette::of(ui).text_weak)).truncate());
    });
    ui.horizontal_wrapped(|ui| {
        let mut action = |ui: &mut Ui, text: &str, is_enabled: bool, action: DueAction| {
            if ui.add_enabled(is_enabled, egui::Button::new(text)).clicked() {
                actions.push(Action::Due(action));
            }
        };
        action(ui, tr!("Another folder…"), true, DueAction::ChooseFolder);
        action(ui, tr!("Look again"), view.due.folder.is_some(), DueAction::Again);
        ui.separator();
        ui.label(tr!("Within"));
        let field = kit::Field::new("due within", tr!("Within"));
        let numbers = Numbers::whole(0..=FURTHEST_DUE, trn!(state.within, " day", " days"));
        state.within = kit::number_box(ui, field, state.within, &numbers).unwrap_or(state.within);
        ui.separator();
        let is_any = shown(view, *state).next().is_some();
        action(ui, tr!("Table…"), is_any, DueAction::Write(DueFile::Table));
        action(ui, tr!("Calendar (.ics)…"), is_any, DueAction::Write(DueFile::Calendar));
    });
}

/// What is due within the days that are looked ahead.
fn shown<'a>(view: &View<'a>, state: DueState) -> impl Iterator<Item = &'a (PathBuf, DueRow)> + use<'a> {
    let (today, found) = (view.today, view.due.found.and_then(|found| found.as_ref().ok()));
    found.into_iter().flat_map(move |found| found.within(today, state.within))
}

fn found_ui(ui: &mut Ui, view: &View<'_>, state: DueState, actions: &mut Vec<Action>) {
    match view.due.found {
        None if view.due.folder.is_none() => {
            return kit::note(ui, tr!("Choose the folder in which the plans are."));
        }
        None => return kit::note(ui, tr!("Reading the plans …")),
        Some(Err(why)) => drop(kit::error(ui, why)),
        Some(Ok(found)) => {
            let mut rows = shown(view, state).peekable();
            if rows.peek().is_none() {
                kit::note(ui, tr!("Nothing is due."));
            }
            let mut before = None;
            for (path, row) in rows {
                row_ui(ui, view.today, (path, row), before.replace(row.on) != Some(row.on), actions);
            }
            problems_ui(ui, found);
        }
    }
    ui.add_space(tokens::GAP);
    kit::note(
        ui,
        tr!(
            "Sessions are those of plans that were accepted or of which something is noted; their days are estimates unless they are booked."
        ),
    );
}

/// What is due: its day, unless it is that of the row above, whom it is about, and the way to the plan.
fn row_ui(
    ui: &mut Ui,
    today: Date,
    (path, row): (&PathBuf, &DueRow),
    is_first_of_day: bool,
    actions: &mut Vec<Action>,
) {
    let palette = Palette::of(ui);
    let is_late = row.on < today;
    if is_first_of_day {
        ui.add_space(tokens::GAP / 2.0);
    }
    ui.horizontal(|ui| {
        let (sign, color) =
            if is_late { (icons::WARNING, palette.warning) } else { (icons::CALENDAR, palette.text_weak) };
        kit::icon(ui, sign, color);
        let day = wording::date(row.on);
        kit::fixed(ui, DAY, Align::Min, |ui| {
            if is_first_of_day {
                ui.label(strong(&day));
            }
        });
        let (share, least, most) = CLIENT;
        let client = (ui.available_width() * share).clamp(least, most);
        kit::fixed(ui, client, Align::Min, |ui| {
            ui.add(Label::new(row.client()).truncate()).on_hover_text(path.display().to_string());
        });
        let open = super::theme::text_width(ui, tr!("Open")) + 2.0 * ui.spacing().button_padding.x + 2.0;
        let rest = (ui.available_width() - open - ui.spacing().item_spacing.x).max(60.0);
        kit::fixed(ui, rest, Align::Min, |ui| {
            ui.add(
                Label::new(RichText::new(&row.what).color(palette.text_weak))
                    .truncate()
                    .show_tooltip_when_elided(false),
            )
            .on_hover_text(&row.what);
        });
        let name = tr!("Open: {day}, {client}, {what}", day, client = row.client(), what = row.what);
        if ui.button(tr!("Open")).accessible_name(name).clicked() {
            actions.push(Action::OpenRecent(path.clone()));
        }
    });
}

/// What is wrong with plans that cannot be worked out.
fn problems_ui(ui: &mut Ui, found: &DueFound) {
    if found.problems.is_empty() {
        return;
    }
    ui.add_space(tokens::GROUP_GAP);
    let count = u32::try_from(found.problems.len()).unwrap_or(u32::MAX);
    let said = trn!(count, "{count} plan is left out", "{count} plans are left out", count);
    kit::heading(ui, &said);
    for problem in found.problems.iter().flatten() {
        drop(kit::error(ui, problem));
    }
}
