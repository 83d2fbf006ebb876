//! What happened and what is foreseen, day by day: a row for each, with what can be done about it.

use super::form;
use super::nothing::nothing_ui;
use super::state::{ProgressAction, ProgressForm, ProgressState, Said};
use crate::evaluation::{Followed, SessionState, Step, StepKind};
use crate::locale::tr;
use crate::ui::theme::{Palette, icons, text_width, tokens};
use crate::ui::{Action, View, kit};
use crate::wording;
use egui::{Align, Button, Label, RichText, ScrollArea, Ui};

/// The widths of the day and of the amount in points.
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
    let next = followed.foreseen();
    for step in &followed.steps {
        let is_next = matches!(&step.what, StepKind::Session { session, .. } if Some(session) == next);
        row_ui(ui, view, (followed, step, is_next), state, actions);
    }
}

fn row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (followed, step, is_next): (&Followed, &Step, bool),
    state: &mut ProgressState,
    actions: &mut Vec<Action>,
) {
    let palette = Palette::of(ui);
    let is_past = step.noted.is_some() && !is_booked(step);
    let color = if is_past { palette.text } else { palette.text_weak };
    let currency = followed.expected.estimate.currency;
    let what = wording::step(step, followed, view.catalog);
    ui.horizontal(|ui| {
        let (sign, of_sign) = match &step.what {
            StepKind::Session { state: SessionState::Overdue, .. } => (icons::WARNING, palette.warning),
            _ if is_past => (icons::CHECK, palette.accent),
            _ => (icons::CALENDAR, palette.text_weak),
        };
        kit::icon(ui, sign, of_sign);
        kit::fixed(ui, DAY, Align::Min, |ui| ui.label(RichText::new(wording::date(step.on)).color(color)));
        let rest = (ui.available_width() - AMOUNT - deed_width(ui) - 2.0 * ui.spacing().item_spacing.x).max(80.0);
        kit::fixed(ui, rest, Align::Min, |ui| {
            let said = wording::step_state(step);
            // Where it is cut, what became of it is what has to be read.
            let whole = format!("{what} · {said}");
            let text = match said.as_str() {
                "" => what.clone(),
                said if text_width(ui, &whole) > rest => format!("{said} · {what}"),
                _ => whole,
            };
            ui.add(Label::new(RichText::new(&text).color(color)).truncate())
        });
        kit::fixed(ui, AMOUNT, Align::Max, |ui| {
            ui.label(RichText::new(wording::step_amount(step, currency)).color(color))
        });
        if let Some(id) = step.noted {
            let button = ui.add(Button::new(tr!("Take back")).small());
            let name = tr!("Take back: {day}, {what}", day = wording::date(step.on), what);
            let about = tr!("It was a mistake: it counts no more, and stays in the record");
            if button.accessible_name(name).on_hover_text(about).clicked() {
                actions.push(Action::Progress(ProgressAction::TakeBack(id)));
            }
        } else if let (true, StepKind::Session { session, .. }) = (is_next, &step.what) {
            let button = ui.add(Button::new(tr!("Had…")).small());
            let name = tr!("Had: {what}", what);
            if button.accessible_name(name).on_hover_text(tr!("Fill in above that it was had")).clicked() {
                state.form = ProgressForm { said: Said::Had, line: Some(session.line), ..Default::default() };
            }
        }
    });
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
