//! What deposit and credit come to: a column for each option, a row for each figure.

use crate::estimate::OptionEstimate;
use crate::evaluation::Evaluation;
use crate::finance::Repayment;
use crate::locale::tr;
use crate::ui::theme::{Palette, strong, text_width, tokens};
use crate::ui::{ViewState, cells};
use crate::units::Currency;
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

/// A figure of the table.
#[derive(Clone, Copy, PartialEq)]
enum Figure {
    CashPrice,
    Deposit,
    Rest,
    Credit,
    Instalments,
    TotalRepayable,
    CostOfCredit,
    AnnualRate,
}

impl Figure {
    const OF_DEPOSIT: [Self; 3] = [Self::CashPrice, Self::Deposit, Self::Rest];
    const OF_CREDIT: [Self; 7] = [
        Self::CashPrice,
        Self::Deposit,
        Self::Credit,
        Self::Instalments,
        Self::TotalRepayable,
        Self::CostOfCredit,
        Self::AnnualRate,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::CashPrice => tr!("Cash price"),
            Self::Deposit => tr!("Deposit"),
            Self::Rest => tr!("Rest of the course"),
            Self::Credit => tr!("Amount of credit"),
            Self::Instalments => tr!("Monthly instalments"),
            Self::TotalRepayable => tr!("Total repayable"),
            Self::CostOfCredit => tr!("Cost of credit"),
            Self::AnnualRate => wording::annual_rate_name(),
        }
    }

    /// The figure of an option, and what stands below it; a dash where there is none.
    fn of(self, option: &OptionEstimate, currency: Currency) -> (String, Option<String>) {
        let money = |amount| (wording::money_exact(amount, currency), None);
        let none = || ("–".to_owned(), None);
        let Some(payment) = option.payment else { return none() };
        let of_credit = |figure: &dyn Fn(&Repayment) -> (String, Option<String>)| {
            payment.repayment.as_ref().map_or_else(none, figure)
        };
        match self {
            Self::CashPrice => money(payment.cash_price),
            Self::Deposit => money(payment.deposit),
            Self::Rest => money(payment.rest()),
            Self::Credit => of_credit(&|repayment| money(repayment.credit)),
            Self::Instalments => of_credit(&|repayment| wording::instalments_in_two(repayment, currency)),
            Self::TotalRepayable => of_credit(&|repayment| money(repayment.total_repayable)),
            Self::CostOfCredit => of_credit(&|repayment| money(repayment.cost_of_credit)),
            Self::AnnualRate => of_credit(&|repayment| (wording::annual_rate(repayment), None)),
        }
    }
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
            let figures: &[Figure] = if credit.is_some() { &Figure::OF_CREDIT } else { &Figure::OF_DEPOSIT };
            figures_ui(ui, evaluation, figures);
        });
        let credit = credit.map(|_| [notices::credit_sums(), notices::credit()]);
        let deposit = (!evaluation.plan.deposit.is_none()).then_some(notices::deposit());
        for said in [notices::cash_price()].into_iter().chain(deposit).chain(credit.into_iter().flatten()) {
            ui.label(RichText::new(said).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
        }
    });
}

fn figures_ui(ui: &mut Ui, evaluation: &Evaluation, figures: &[Figure]) {
    let estimate = &evaluation.estimate;
    let options = || estimate.options.iter().filter(|option| option.mark.is_some());
    let first = (ui.available_width() * 0.2).clamp(150.0, 230.0);
    ui.spacing_mut().item_spacing.y = 1.0;
    let (table, _) = cells::table(ui, "paying", first, options().count(), 220.0);
    let table = table.vscroll(false).header(24.0, |mut header| cells::titles(&mut header, options()));
    table.body(|mut body| {
        for figure in figures {
            let has_second = options().any(|option| figure.of(option, estimate.currency).1.is_some());
            let wraps = text_width(body.ui_mut(), figure.name()) > first;
            body.row(if has_second || wraps { cells::TALL } else { cells::LOW }, |mut row| {
                row.col(|ui| {
                    ui.add(Label::new(figure.name()).selectable(false).wrap());
                });
                for option in options() {
                    row.col(|ui| cell_ui(ui, *figure, option, estimate.currency));
                }
            });
        }
    });
}

fn cell_ui(ui: &mut Ui, figure: Figure, option: &OptionEstimate, currency: Currency) {
    let (value, below) = figure.of(option, currency);
    let (name, title) = (figure.name(), wording::option_title(option));
    let spoken = match &below {
        Some(below) => format!("{name}, {title}: {value}, {below}"),
        None => format!("{name}, {title}: {value}"),
    };
    cells::cell_ui(ui, &value, below.as_deref(), &spoken);
}
