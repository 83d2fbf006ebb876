//! The options, a row each, with doing nothing as the last: legend, list, figures and comparison in one place. One stop of
//! the Tab key; arrow keys move from cell to cell.

mod add;
mod bars;
mod cell;
mod columns;
mod head;
mod measures;
mod result_day;
mod row;

use super::{Action, View, ViewState, kit};
use crate::document::{Field, Place};
use crate::locale::tr;
use columns::Columns;
use egui::accesskit::Role;
use egui::{Ui, UiBuilder};

/// The table. While there is nothing worked out, the options have names alone.
pub(super) fn table_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let grid = UiBuilder::new().id_salt("options").accessibility_role(Role::Grid);
    ui.scope_builder(grid, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label(tr!("Options")));
        ui.spacing_mut().item_spacing.y = 0.0;
        let columns = Columns::of(ui, view, state);
        head::head_ui(ui, view, &columns, state, actions);
        rows_ui(ui, view, &columns, state, actions);
        kit::wrong(ui, view.wrong_at(Place::Plan(Field::Options)));
    });
    add::add_ui(ui, view, state, actions);
    if let Some(evaluation) = view.evaluation.filter(|_| state.all_measures) {
        measures::measures_ui(ui, view, evaluation, state, actions);
    }
}

fn rows_ui(ui: &mut Ui, view: &View<'_>, columns: &Columns, state: &mut ViewState, actions: &mut Vec<Action>) {
    let rows = view.draft.options.len() + 1;
    let (row, column) = state.table.at;
    state.table.at = (row.min(rows - 1), column.min(columns.count() - 1));
    for (at, option) in view.draft.options.iter().map(Some).chain([None]).enumerate() {
        row::Row { view, option, at, rows, columns }.show(ui, state, actions);
    }
}
