//! What stands above the plans that were found: how far the search is, or what came of it.

use super::state::FindState;
use crate::locale::{tr, trn};
use crate::search::{Answer, Nothing};
use crate::ui::page;
use crate::ui::theme::{Palette, tokens};
use crate::ui::{Action, Command, View, kit};
use crate::wording::{self, finding};
use egui::{Label, ProgressBar, RichText, Ui};

/// The title with the way back, and below it what is to be said of the search as a whole.
pub(super) fn head_ui(ui: &mut Ui, view: &View<'_>, find: &mut FindState, actions: &mut Vec<Action>) {
    page::head_ui(ui, (tr!("The most for the money"), tr!("Back to the plan")), Command::FindPlan, actions);
    match view.find.told {
        Some(Err(nothing)) if !view.find.is_old => nothing_ui(ui, view, nothing),
        Some(Ok(answer)) if !view.find.is_old && answer.is_proven() => said_ui(ui, view, answer),
        told => under_way_ui(ui, told.and_then(Result::ok).filter(|_| !view.find.is_old), find),
    }
    ui.add_space(tokens::GAP);
}

/// The title with the way back, and below it what is wrong with the question.
pub(super) fn wrong_ui(ui: &mut Ui, wrong: &str, actions: &mut Vec<Action>) {
    page::head_ui(ui, (tr!("The most for the money"), tr!("Back to the plan")), Command::FindPlan, actions);
    kit::error(ui, &tr!("Mend the question first: {problem}", problem = wrong));
}

/// Why nothing can be looked for.
fn nothing_ui(ui: &mut Ui, view: &View<'_>, nothing: Option<&Nothing>) {
    let Some(nothing) = nothing else {
        kit::error(ui, tr!("Something went wrong while looking for plans; ask for something else"));
        return;
    };
    let said = finding::nothing_to_find(nothing, view.draft, view.catalog);
    let wrong = view.problems.first().map(|problem| problem.message.as_str());
    let mend = || tr!("Mend in the plan first: {problem}", problem = wrong.unwrap_or_default());
    kit::error(ui, &said.unwrap_or_else(mend));
}

/// What answers the question, or that nothing does.
fn said_ui(ui: &mut Ui, view: &View<'_>, answer: &Answer) {
    let said =
        finding::nothing_found(answer, view.draft).or_else(|| finding::answered(answer, view.draft, view.catalog));
    let said = ui.add(Label::new(said.unwrap_or_default()).wrap());
    // It comes when nobody looks: a screen reader says it then.
    ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
}

/// How far the search is, and the way to stop it.
fn under_way_ui(ui: &mut Ui, answer: Option<&Answer>, find: &mut FindState) {
    let (looked_at, of) = answer.map_or((0, 0), |answer| (answer.step.looked_at, answer.step.of));
    let has_some = answer.is_some_and(|answer| !answer.frontier.is_empty());
    let of_all = |count: u64| wording::thousands(i64::try_from(count).unwrap_or(i64::MAX));
    ui.horizontal(|ui| {
        let (said, button) = match (find.is_stopped, of) {
            (true, 0) => (tr!("The search was stopped.").to_owned(), tr!("Go on")),
            (true, _) => (
                trn!(
                    of,
                    "The search was stopped; of {plans} plan not all was looked at.",
                    "The search was stopped; of {plans} plans not all were looked at.",
                    plans = of_all(of)
                ),
                tr!("Go on"),
            ),
            (false, 0) => (tr!("Setting out the plans there are…").to_owned(), tr!("Stop")),
            (false, _) if has_some => (
                trn!(
                    of,
                    "Looking at {plans} plan; these are the best so far…",
                    "Looking at {plans} plans; these are the best so far…",
                    plans = of_all(of)
                ),
                tr!("Stop"),
            ),
            (false, _) => {
                (trn!(of, "Looking at {plans} plan…", "Looking at {plans} plans…", plans = of_all(of)), tr!("Stop"))
            }
        };
        #[expect(clippy::cast_precision_loss, reason = "a share to be looked at")]
        let share = looked_at as f32 / of.max(1) as f32;
        if !find.is_stopped {
            ui.add(ProgressBar::new(share).desired_width(120.0));
        }
        ui.label(RichText::new(said).color(Palette::of(ui).text_weak));
        if ui.button(button).clicked() {
            find.is_stopped = !find.is_stopped;
        }
    });
}
