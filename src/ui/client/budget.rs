//! What the client may spend.

use crate::document::{Field, Place};
use crate::locale::tr;
use crate::ui::kit;
use crate::ui::{Action, View};
use crate::units::BudgetPeriod;
use crate::wording;
use egui::Ui;

/// The budget of the plan, and what it is for.
pub(in crate::ui) fn budget_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let amount = (tr!("Budget"), view.draft.currency.code());
    kit::described(ui, view, Place::Plan(Field::Budget), amount, actions);
    let period = (Place::Plan(Field::BudgetPeriod), tr!("Budget is for"));
    let name = |period: &BudgetPeriod| wording::budget_period(*period).to_owned();
    kit::chosen(ui, view, period, (&view.draft.budget_period, BudgetPeriod::ALL), name, actions);
}
