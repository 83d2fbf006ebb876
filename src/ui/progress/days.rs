//! What happened and what is foreseen, day by day: a row for each, with what can be done about it.

use super::form;
use super::nothing::nothing_ui;
use super::state::{ProgressAction, ProgressForm, ProgressState, Said};
use crate::document::LineId;
use crate::evaluation::{Followed, SessionState, Step, StepKind};
use crate::locale::tr;
use crate::ui::theme::{Palette, icons, text_width, tokens};
use crate::ui::{Action, View, kit};
use crate::wording;
use egui::{Align, Button, Label, Layout, RichText, ScrollArea, TextStyle, Ui, vec2};
use std::collections::BTreeSet;

/// The widths of the sign, of the day and of the amount in points.
const SIGN: f32 = 16.0;
const DAY: f32 = 84.0;
const AMOUNT: f32 = 84.0;

/// What can be written down, and below it the days: they scroll by themselves, unless all there is scrolls.
pub(super) fn days_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (state, scrolls): (&mut ProgressState, bool),
    actions: &mut Vec<Action>,
) {
    kit::headline(ui, tr!("Day by day"), tokens::SIZES[2], 2);
    if view.progress.option.is_none() {
        return;
    }
    form::form_ui(ui, view, state, actions);
    ui.add_space(tokens::GAP);
    let Some(Ok(followed)) = view.progress.followed else {
        nothing_ui(ui, view);
        return;
    };
    if !scrolls {
        return rows_ui(ui, view, followed, state, actions);
    }
    ScrollArea::vertical().id_salt("days").auto_shrink([false, true]).show(ui, |ui| {
        // Room for the scroll bar, which floats.
        ui.set_max_width(ui.available_width() - 12.0);
        rows_ui(ui, view, followed, state, actions);
        kit::focus::follow(ui);
    });
}

fn rows_ui(ui: &mut Ui, view: &View<'_>, followed: &Followed, state: &mut ProgressState, actions: &mut Vec<Action>) {
    let mut open = BTreeSet::new();
    for step in &followed.steps {
        // Of each treatment the next one is noted with one press.
        let next = step.open_line().filter(|line| open.insert(*line));
        row_ui(ui, view, (followed, step, next), state, actions);
    }
}

fn row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (followed, step, next): (&Followed, &Step, Option<LineId>),
    state: &mut ProgressState,
    actions: &mut Vec<Action>,
) {
    let palette = Palette::of(ui);
    let is_past = step.noted.is_some() && !is_booked(step);
    let color = if is_past { palette.text } else { palette.text_weak };
    let currency = followed.expected.estimate.currency;
    let (what, said) = (wording::step(step, followed, view.catalog), wording::step_state(step));
    ui.horizontal_top(|ui| {
        let (sign, of_sign) = match &step.what {
            StepKind::Session { state: SessionState::Overdue, .. } => (icons::WARNING, palette.warning),
            _ if is_past => (icons::CHECK, palette.accent),
            _ => (icons::CALENDAR, palette.text_weak),
        };
        kit::fixed(ui, SIGN, Align::Min, |ui| kit::icon(ui, sign, of_sign));
        kit::fixed(ui, DAY, Align::Min, |ui| ui.label(RichText::new(wording::date(step.on)).color(color)));
        let rest = (ui.available_width() - AMOUNT - deed_width(ui) - 2.0 * ui.spacing().item_spacing.x).max(80.0);
        let text = if said.is_empty() { what.clone() } else { format!("{what} · {said}") };
        let above = (ui.spacing().interact_size.y - ui.text_style_height(&TextStyle::Body)) / 2.0;
        ui.allocate_ui_with_layout(vec2(rest, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(rest);
            ui.add_space(above.max(0.0));
            ui.add(Label::new(RichText::new(text).color(color)).wrap());
        });
        kit::fixed(ui, AMOUNT, Align::Max, |ui| {
            ui.label(RichText::new(wording::step_amount(step, currency)).color(color))
        });
        let width = deed_width(ui);
        kit::fixed(ui, width, Align::Min, |ui| deed_ui(ui, (step, &what, next), state, actions));
    });
}

/// What can be done about it: taken back, or noted if it is the next one of this line.
fn deed_ui(
    ui: &mut Ui,
    (step, what, next): (&Step, &str, Option<LineId>),
    state: &mut ProgressState,
    actions: &mut Vec<Action>,
) {
    if let Some(id) = step.noted {
        let button = ui.add(Button::new(tr!("Take back")).small());
        let name = tr!("Take back: {day}, {what}", day = wording::date(step.on), what);
        let about = tr!("It was a mistake: it counts no more, and stays in the record");
        if button.accessible_name(name).on_hover_text(about).clicked() {
            actions.push(Action::Progress(ProgressAction::TakeBack(id)));
        }
    } else if next.is_some() {
        let button = ui.add(Button::new(tr!("Had…")).small());
        let name = tr!("Had: {what}", what);
        if button.accessible_name(name).on_hover_text(tr!("Fill in above that it was had")).clicked() {
            state.form = ProgressForm { said: Said::Had, line: next, ..Default::default() };
            // On which day is what has to be said next.
            kit::Field::new(form::ON, "").request_focus(ui);
        }
    }
}

/// The room that what can be done takes, in this language.
fn deed_width(ui: &Ui) -> f32 {
    let texts = [tr!("Take back"), tr!("Had…")];
    let widest = texts.into_iter().map(|text| text_width(ui, text)).fold(0.0, f32::max);
    widest + 2.0 * ui.spacing().button_padding.x + 2.0
}

fn is_booked(step: &Step) -> bool {
    matches!(step.what, StepKind::Session { state: SessionState::Booked, .. })
}
