//! Finding a plan, in place of the plan: what is wanted at the left, beside it what reaches most for the money, and the plan
//! that is pointed at.

mod days;
mod frontier;
mod limits;
mod progress;
mod question;
mod shown;
mod state;
mod steps;
mod treatments;

pub use state::{FindState, FindView};

use super::kit::{self, Pane};
use super::page::{self, scrolled};
use super::theme::{Palette, tokens};
use super::{Action, Command, View, ViewState, concern};
use crate::locale::tr;
use crate::search::Answer;
use crate::wording::finding;
use egui::{CentralPanel, Frame, Margin, Panel, Ui};
use std::cell::RefCell;

/// From this width in points on, question, plans and the plan that is pointed at stand side by side.
const THREE_COLUMNS: f32 = 1080.0;
/// Below this width in points everything stands in one column.
const TWO_COLUMNS: f32 = 760.0;
/// The widths of the question and of the plan that is pointed at, in points.
const QUESTION: f32 = 312.0;
const SHOWN: f32 = 336.0;

/// The room below the list of plans in points: for what is said of all of them, or for the beginning of the plan that is
/// pointed at where that stands below.
const BELOW_LIST: (f32, f32) = (96.0, 150.0);

/// How pale plans are that answer the question before.
const OLD: f32 = 0.5;

/// The search in place of the plan. Escape leads back to that, unless something nearer waits for it.
pub(super) fn find_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    page::leave_by_escape(ui, view, Command::FindPlan, actions);
    let find = &mut state.find;
    let before = find.question.clone();
    let Some(mut question) = find.bring_up_to_date(&view.draft.seen_for(view.seen), view.catalog) else { return };
    let width = ui.available_width();
    let palette = Palette::of(ui);
    let side = Frame::new().fill(palette.panel).inner_margin(Margin::symmetric(12, 6));
    let ground = Frame::new().fill(palette.ground).inner_margin(Margin::symmetric(14, 8));
    let wrong = RefCell::default();
    let mut asking = |ui: &mut Ui, actions: &mut Vec<Action>| {
        kit::pane(ui, Pane::Question, |ui| {
            concern::seen_ui(ui, view, ("question", concern::WIDE), &mut state.seen);
            wrong.replace(kit::said_wrong(ui, |ui| question::question_ui(ui, view, &mut question, actions)));
        });
    };
    if width >= TWO_COLUMNS {
        Panel::left("question").frame(side).resizable(false).exact_size(QUESTION).show(ui, |ui| {
            scrolled(ui, "question", |ui| asking(ui, actions));
        });
    }
    if width >= THREE_COLUMNS {
        Panel::right("found plan").frame(side).resizable(false).exact_size(SHOWN).show(ui, |ui| {
            scrolled(ui, "found plan", |ui| {
                if wrong.borrow().is_none() {
                    shown_ui(ui, view, find, actions);
                }
            });
        });
    }
    CentralPanel::no_frame().frame(ground).show(ui, |ui| {
        scrolled(ui, "plans found", |ui| {
            if width < TWO_COLUMNS {
                asking(ui, actions);
                ui.add_space(tokens::GROUP_GAP);
            }
            if let (Some(wrong), Some(Ok(_))) = (&*wrong.borrow(), view.find.told) {
                // What was found answers what stood there before.
                progress::wrong_ui(ui, wrong, actions);
                return;
            }
            let below = if width < THREE_COLUMNS { BELOW_LIST.1 } else { BELOW_LIST.0 };
            kit::pane(ui, Pane::Found, |ui| found_ui(ui, view, find, below, actions));
            if width < THREE_COLUMNS {
                ui.add_space(tokens::GROUP_GAP);
                shown_ui(ui, view, find, actions);
                ui.add_space(tokens::GROUP_GAP);
            }
            notes_ui(ui, view);
        });
    });
    if before.as_ref() != Some(&question) {
        find.is_stopped = false;
    }
    find.question = Some(question);
}

/// The plans that were found, with this much room in points below their list.
fn found_ui(ui: &mut Ui, view: &View<'_>, find: &mut FindState, below: f32, actions: &mut Vec<Action>) {
    progress::head_ui(ui, view, find, actions);
    let Some(Ok(answer)) = view.find.told else { return };
    if answer.frontier.is_empty() {
        return;
    }
    if view.find.is_old {
        ui.multiply_opacity(OLD);
    }
    let shown = find.shown(answer);
    let before = (find.hovered.take(), find.chosen.clone());
    let chosen = frontier::frontier_ui(ui, view, answer, (shown, &mut find.hovered));
    let in_hand = find.in_hand(answer);
    let listed = steps::steps_ui(ui, view, answer, (in_hand, &mut find.listed), (below, &mut find.hovered));
    if let Some(at) = chosen.or(listed) {
        find.chosen = answer.frontier.get(at).cloned();
    }
    if before != (find.hovered, find.chosen.clone()) {
        // The plan that is pointed at stands before these.
        ui.ctx().request_repaint();
    }
}

/// What is to be said of all plans: what the limits cost, which were looked at, and that none is advice.
fn notes_ui(ui: &mut Ui, view: &View<'_>) {
    let Some(Ok(answer)) = view.find.told else { return };
    lifted_ui(ui, view, answer);
    ui.add_space(tokens::GAP);
    if answer.is_proven() {
        kit::note(ui, &finding::looked_at(answer));
    }
    kit::note(ui, finding::no_advice());
}

/// What there would be without each limit.
fn lifted_ui(ui: &mut Ui, view: &View<'_>, answer: &Answer) {
    let is_still_looked_at = !answer.is_whole && !answer.limits.is_empty();
    if !answer.is_proven() || answer.tried == 0 && !is_still_looked_at {
        return;
    }
    kit::heading(ui, tr!("What the limits cost"));
    for lifted in &answer.lifted {
        ui.add(egui::Label::new(finding::lifted(lifted, answer, view.draft, view.catalog)).wrap());
    }
    if answer.lifted.is_empty() {
        let text = if is_still_looked_at {
            tr!("Each of them is looked at…")
        } else if answer.tried == answer.limits.len() {
            tr!("Without any one of them there is nothing better.")
        } else {
            tr!("Without any one of those that were looked at there is nothing better.")
        };
        ui.label(text);
    }
}

fn shown_ui(ui: &mut Ui, view: &View<'_>, find: &FindState, actions: &mut Vec<Action>) {
    kit::pane(ui, Pane::FoundPlan, |ui| {
        if let Some(Ok(answer)) = view.find.told
            && let Some(at) = find.shown(answer)
        {
            shown::shown_ui(ui, view, (answer, at), actions);
        }
    });
}
