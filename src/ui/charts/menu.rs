//! What can be done with a chart.

use crate::compare::Measure;
use crate::locale::tr;
use crate::report::export::Export;
use crate::scene::{Scale, Scene};
use crate::ui::{Action, Command, EditorTab, Explained, Pane, ViewState};
use egui::{Button, Ui};

/// What can be done with a chart and with the day that was pressed.
pub(super) fn menu_ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    for (name, action) in [
        (tr!("Copy the picture"), Action::CopyPicture(Export::Png(scene.chart))),
        (Command::CopyChartData.text(), Action::Command(Command::CopyChartData)),
        (Command::Export.text(), Action::Command(Command::Export)),
    ] {
        // Without prices nothing leaves the program.
        if ui.add_enabled(!scene.estimate.unpriced, Button::new(name)).clicked() {
            actions.push(action);
        }
    }
    if scene.scale == Scale::Share && ui.selectable_label(state.enlarged, Command::Enlarge.text()).clicked() {
        actions.push(Action::Command(Command::Enlarge));
    }
    if state.selected.is_some() && !scene.estimate.unpriced && ui.button(Command::StopHere.text()).clicked() {
        state.stop = state.cursor;
    }
    if scene.scale == Scale::Share && ui.button(tr!("Explain this day")).clicked() {
        let day = state.cursor.unwrap_or(scene.estimate.horizon_days);
        let measure = Measure::improvement_near(scene.estimate, day);
        state.explained = Some(Explained { measure, option: state.selected, day: Some(day) });
        (state.tab, state.pane) = (EditorTab::Evidence, Pane::Details);
    }
}
