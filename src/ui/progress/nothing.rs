//! What is said where there is nothing to show.

use crate::locale::tr;
use crate::ui::{View, kit};
use egui::Ui;

/// Says why there is nothing to show, if there is nothing.
pub(super) fn nothing_ui(ui: &mut Ui, view: &View<'_>) -> bool {
    match view.progress.followed {
        Some(Ok(_)) => return false,
        Some(Err(problems)) => problems.iter().for_each(|problem| drop(kit::error(ui, problem))),
        None if !view.problems.is_empty() => {
            drop(kit::error(ui, tr!("The plan has problems; mend them first")));
        }
        None => kit::note(ui, tr!("Choose the option that the plan goes on with.")),
    }
    true
}
