//! What deposit and credit come to: a column for each option, a row for each figure.

use crate::estimate::{OptionEstimate, Payment};
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::ui::theme::{Palette, strong, text_width, tokens};
use crate::ui::{ViewState, cells};
use crate::wording::{self, notices};
use egui::accesskit::Role;
use egui::{Label, RichText, ScrollArea, Ui, UiBuilder};

/// Whether the table stands in place of the comparison: it was asked for, and the plan has something to show in it.
pub(in crate::ui) fn is_shown(evaluation: &Evaluation, state: &ViewState) -> bool {
    state.paying && has_terms(evaluation)
}

fn has_terms(evaluation: &Evaluation) -> bool {
    evaluation.plan.credit.is_some() || !evaluation.plan.deposit.is_none()
}

/// The heading: what is shown, and what can be.
pub(in crate::ui) fn tabs_ui(ui: &mut Ui, evaluation: &Evaluation, state: &mut ViewState) {
    if !has_terms(evaluation) {
        ui.label(strong(tr!("Comparison")));
        return;
    }
    ui.selectable_value(&mut state.paying, false, tr!("Comparison"));
    ui.selectable_value(&mut state.paying, true, tr!("Paying"));
}

/// What a figure is, and what stands below it.
type Cell = (String, Option<String>);

/// A row: the name of a figure, and what it is for each option.
type Row = (&'static str, Vec<Cell>);

/// The figures of each option; a dash where there is none.
fn rows(evaluation: &Evaluation) -> Vec<Row> {
    let currency = evaluation.estimate.currency;
    let payments: Vec<Option<Payment>> = treated(evaluation).map(|option| option.payment).collect();
    let row = |name: &'static str, figure: &dyn Fn(&Payment) -> Option<Cell>| {
        let cells = payments.iter().map(|payment| figure(payment.as_ref()?));
        (name, cells.map(|cell| cell.unwrap_or_else(|| ("–".to_owned(), None))).collect())
    };
    let money = |amount| Some((wording::money_exact(amount, currency), None));
    let cash_price = row(tr!("Cash price"), &|payment| money(payment.cash_price));
    let deposit = row(tr!("Deposit"), &|payment| money(payment.deposit));
    let rest = if evaluation.plan.credit.is_some() {
        let credit = wording::credit_figures();
        credit.map(|(name, of)| row(name, &|payment| Some(of(payment.repayment.as_ref()?, currency)))).to_vec()
    } else {
        vec![row(tr!("Rest of the course"), &|payment| money(payment.rest()))]
    };
    [cash_price, deposit].into_iter().chain(rest).collect()
}

/// The options without doing nothing, which has nothing to pay.
fn treated(evaluation: &Evaluation) -> impl Iterator<Item = &OptionEstimate> {
    evaluation.estimate.options.iter().filter(|option| option.mark.is_some())
}

/// The table with its heading and what has to be said of it.
pub(in crate::ui) fn table_ui(ui: &mut Ui, evaluation: &Evaluation, state: &mut ViewState) {
    ui.horizontal(|ui| tabs_ui(ui, evaluation, state));
    ScrollArea::vertical().id_salt("paying").auto_shrink([false, false]).show(ui, |ui| {
        let credit = evaluation.plan.credit;
        if let Some(credit) = &credit {
            ui.label(wording::credit_terms(credit, evaluation.estimate.currency));
        }
        ui.scope_builder(UiBuilder::new().id_salt("paying table").accessibility_role(Role::Table), |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label(tr!("Paying the initial course")));
            figures_ui(ui, evaluation);
        });
        let credit = credit.map(|_| [notices::credit_sums(), notices::credit()]);
        let deposit = (!evaluation.plan.deposit.is_none()).then_some(notices::deposit());
        for said in [notices::cash_price()].into_iter().chain(deposit).chain(credit.into_iter().flatten()) {
            ui.label(RichText::new(said).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
        }
    });
}

fn figures_ui(ui: &mut Ui, evaluation: &Evaluation) {
    let options = || treated(evaluation);
    let first = (ui.available_width() * 0.2).clamp(150.0, 230.0);
    ui.spacing_mut().item_spacing.y = 1.0;
    let (table, _) = cells::table(ui, "paying", first, options().count(), 220.0);
    let table = table.vscroll(false).header(cells::HEAD, |mut header| cells::titles(&mut header, options()));
    table.body(|mut body| {
        for (name, cells) in rows(evaluation) {
            let has_second = cells.iter().any(|(_, below)| below.is_some());
            let wraps = text_width(body.ui_mut(), name) > first;
            body.row(if has_second || wraps { cells::TALL } else { cells::LOW }, |mut row| {
                row.col(|ui| {
                    ui.add(Label::new(name).selectable(false).wrap());
                });
                for (option, (value, below)) in options().zip(&cells) {
                    row.col(|ui| {
                        let title = wording::option_title(option);
                        let spoken = match below {
                            Some(below) => format!("{name}, {title}: {value}, {below}"),
                            None => format!("{name}, {title}: {value}"),
                        };
                        cells::cell_ui(ui, value, below.as_deref(), &spoken);
                    });
                }
            });
        }
    });
}
