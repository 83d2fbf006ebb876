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
    let baseline = options.iter().find(|option| Some(option.mark) == state.baseline);
    let (Some(baseline), Some(treated)) = (baseline, content.treated) else {
        ui.label(tr!(
            "Choose an option as the baseline above the comparison: then this shows just the inputs that differ."
        ));
        return;
    };
    if baseline.mark == treated.mark {
        ui.label(tr!("This is the baseline. Select another option."));
        return;
    }
    let (catalog, currency) = (content.view.catalog, content.evaluation.estimate.currency);
    let differences = inputs_that_differ(baseline, treated);
    if differences.is_empty() {
        ui.label(tr!("No input differs."));
    }
    let weak = Palette::of(ui).text_weak;
    for [what, one, other] in differences.iter().flat_map(|one| wording::input_difference(one, catalog, currency)) {
        ui.label(strong(what));
        ui.label(RichText::new(format!("{}: {one}", baseline.mark.letter())).color(weak));
        ui.label(format!("{}: {other}", treated.mark.letter()));
        ui.add_space(tokens::GAP);
    }
}
