//! The option as a choice: what a result is worth, what speaks for which option, what would change it. It recommends
//! nothing.

mod chances;
mod kept;
mod moves;
mod worth;

pub use kept::ChoiceKept;

use super::parts::Content;
use crate::compare::Deciding;
use crate::locale::tr;
use crate::ui::theme::{strong, tokens};
use crate::ui::{Action, ViewState, kit};
use crate::wording;
use egui::Ui;

pub(super) fn choice_ui(ui: &mut Ui, content: &Content<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let (view, plan) = (content.view, &content.evaluation.plan);
    // What a result is worth is said of the first concern.
    if plan.concern == view.draft.concern {
        worth::worth_ui(ui, view, &content.evaluation.estimate, actions);
    }
    if !plan.further.is_empty() {
        kit::note(ui, &wording::weighed_for(plan, view.catalog));
    }
    let estimate = &content.evaluation.estimate;
    if estimate.unpriced {
        ui.label(wording::missing_prices(estimate.currency));
        return;
    }
    let Some(deciding) = content.evaluation.comparison.deciding.as_ref() else {
        ui.label(if content.option.projection.is_some() {
            tr!("What each option may come to is being worked out …")
        } else {
            tr!("No result is projected for this concern, so that there is only money to choose by.")
        });
        return;
    };
    standing_ui(ui, content, deciding);
    kit::heading(ui, tr!("Chance of being the best"));
    chances::chances_ui(ui, &content.evaluation.estimate, deciding);
    let kept = state.choice.of((content.evaluation, content.view.catalog), deciding, content.option.id);
    moves::turns_ui(ui, content, (&kept.turns, &kept.fades));
    if let Some(swings) = &kept.swings {
        moves::swings_ui(ui, content, swings);
    }
    ui.add_space(tokens::GAP);
    kit::note(ui, wording::notices::choice());
}

/// What speaks for the option and against it.
fn standing_ui(ui: &mut Ui, content: &Content<'_>, deciding: &Deciding) {
    let estimate = &content.evaluation.estimate;
    let Some(at) = content.evaluation.position(content.option.id) else { return };
    ui.add_space(tokens::GAP);
    let standing = wording::standing(deciding.standings[at], estimate);
    ui.label(strong(format!("{}: {standing}.", wording::option_mark(content.option))));
    if let Some(chance) = deciding.chance_best(at) {
        ui.label(format!("{}.", wording::best_in(chance)));
    }
    if let Some(loss) = deciding.expected_loss(at) {
        ui.label(format!("{}.", wording::expected_loss(loss, at, estimate)));
    }
    if let Some(beaten) = content.evaluation.comparison.dominated_by(at) {
        ui.label(format!("{}.", wording::beaten(beaten, estimate)));
    }
    let behind = content.evaluation.comparison.behind(at);
    for more in wording::more_elsewhere(content.view.others(), (at, behind), content.view.catalog) {
        ui.label(format!("{more}."));
    }
}
