//! The inputs in which the selected option differs from the baseline.

use super::parts::Content;
use crate::compare::inputs_that_differ;
use crate::locale::tr;
use crate::ui::ViewState;
use crate::ui::theme::{Palette, strong, tokens};
use crate::wording;
use egui::{RichText, Ui};

pub(super) fn differences_ui(ui: &mut Ui, content: &Content<'_>, state: &ViewState) {
    let options = &content.evaluation.plan.options;
    let baseline = options.iter().find(|option| Some(option.id) == state.baseline);
    let (Some(baseline), Some(treated)) = (baseline, content.treated) else { return };
    if baseline.id == treated.id {
        return;
    }
    let (letter, other) = (baseline.mark.letter(), treated.mark.letter());
    ui.add_space(tokens::GROUP_GAP);
    ui.label(strong(tr!("What differs from {letter}", letter)));
    let (catalog, currency) = (content.view.catalog, content.evaluation.estimate.currency);
    let differences = inputs_that_differ(&content.evaluation.plan, baseline, treated);
    if differences.is_empty() {
        ui.label(tr!("No input differs."));
    }
    let weak = Palette::of(ui).text_weak;
    for [what, one, two] in differences.iter().flat_map(|one| wording::input_difference(one, catalog, currency)) {
        ui.label(what);
        ui.label(RichText::new(format!("{letter}: {one}")).color(weak));
        ui.label(format!("{other}: {two}"));
        ui.add_space(tokens::GAP);
    }
}
