//! The editor of the selected option: its treatments, its money, its evidence.

use super::{Action, InspectorTab, View, ViewState, inspector, line, options};
use crate::locale::tr;
use crate::ui::theme::tokens;
use egui::{ScrollArea, Ui};

/// The editor.
pub(super) fn editor_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        for (tab, name) in [
            (InspectorTab::Sessions, tr!("Plan")),
            (InspectorTab::Money, tr!("Money")),
            (InspectorTab::Evidence, tr!("Evidence")),
            (InspectorTab::Differences, tr!("What differs")),
        ] {
            ui.selectable_value(&mut state.tab, tab, name);
        }
    });
    ui.separator();
    ScrollArea::vertical().id_salt(("editor", state.tab as u8)).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 12.0);
        if state.tab == InspectorTab::Sessions
            && let Some(option) = state.selected_in(view.draft).filter(|_| state.selected.is_some())
        {
            let editable = !view.is_issued();
            if !editable {
                ui.visuals_mut().disabled_alpha = tokens::READ_ONLY_ALPHA;
            }
            ui.add_enabled_ui(editable, |ui| {
                options::selected_ui(ui, view, option, actions);
                line::lines_ui(ui, view, option, actions);
            });
        }
        if let Some(evaluation) = view.evaluation {
            inspector::inspector_ui(ui, view, evaluation, state, actions);
        }
        state.follow_focus(ui);
    });
}
