//! What the client may spend.

use crate::document::{Edit, Field, Place};
use crate::locale::tr;
use crate::ui::kit;
use crate::ui::{Action, View};
use crate::units::BudgetPeriod;
use crate::wording;
use egui::Ui;

/// The budget of the plan, and what it is for. It stands in the plan's fields and in those of a search, which may be open together:
/// `of` tells which.
pub(in crate::ui) fn budget_ui(ui: &mut Ui, view: &View<'_>, of: &str, actions: &mut Vec<Action>) {
    let field = |field, name| kit::Field::at(view, Place::Plan(field), name).part(of);
    let (budget, code) = (&view.draft.budget, view.draft.currency.code());
    let typed = kit::amount(ui, field(Field::Budget, tr!("Budget")), budget, tr!(in "an amount", "not said"), code);
    kit::push(actions, typed, |budget| Edit::Set(Place::Plan(Field::Budget), budget.into()));
    let name = |period: &BudgetPeriod| wording::budget_period(*period).to_owned();
    let period = field(Field::BudgetPeriod, tr!("Budget is for"));
    let chosen = kit::choice(ui, period, &view.draft.budget_period, BudgetPeriod::ALL, name);
    kit::push(actions, chosen, |period| Edit::Set(Place::Plan(Field::BudgetPeriod), period.into()));
}
