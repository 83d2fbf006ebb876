//! The inspector: sessions, money, evidence, and what differs, of the selected option.

mod differences;
mod evidence;
mod money;
mod parts;
mod sessions;

use super::theme::tokens;
use super::{Action, Command, InspectorTab, View, ViewState};
use crate::estimate::OptionEstimate;
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::plan::TreatmentOption;
use crate::wording;
use egui::{Label, RichText, Ui};
use parts::Content;

/// The inspector.
pub(super) fn inspector_ui(
    ui: &mut Ui,
    view: &View<'_>,
    evaluation: &Evaluation,
    state: &mut ViewState,
    actions: &mut Vec<Action>,
) {
    ui.add_space(tokens::GAP);
    if let Some(option) = view.selected.filter(|option| option.hidden) {
        ui.heading(&option.name);
        ui.label(tr!("This option is hidden: kept in the plan, but neither compared nor printed."));
        if ui.button(tr!("Show option")).clicked() {
            actions.push(Action::Command(Command::HideOption));
        }
        return;
    }
    let Some(option) = evaluation.option(state.selected).or_else(|| evaluation.estimate.options.first()) else {
        return;
    };
    ui.add(Label::new(RichText::new(wording::option_title(option)).heading()).truncate());
    let content = Content { view, evaluation, option, treated: treated(evaluation, option) };
    match state.tab {
        InspectorTab::Sessions => sessions::sessions_ui(ui, &content),
        InspectorTab::Money => money::money_ui(ui, &content),
        InspectorTab::Evidence => evidence::evidence_ui(ui, &content, state),
        InspectorTab::Differences => differences::differences_ui(ui, &content, state),
    }
}

fn treated<'a>(evaluation: &'a Evaluation, option: &OptionEstimate) -> Option<&'a TreatmentOption> {
    evaluation.plan.options.iter().find(|other| Some(other.mark) == option.mark)
}
