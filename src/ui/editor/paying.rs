//! How the initial course of the selected option may be paid: deposit and credit as phrases that open their fields, and what
//! they come to.

use super::parts::{Content, line_ui, pair_ui};
use crate::document::{Field, Place};
use crate::locale::tr;
use crate::ui::kit;
use crate::ui::paying::{credit_ui, deposit_ui};
use crate::ui::theme::tokens;
use crate::ui::{Action, View};
use crate::wording;
use egui::Ui;

/// The fields of a credit.
const OF_CREDIT: [Field; 4] = [Field::CreditMonths, Field::CreditFirst, Field::CreditRate, Field::CreditFee];
/// The width of the fields in points.
const FIELDS: f32 = 320.0;

/// What is paid at booking and by instalments; nothing for what costs nothing.
pub(super) fn paying_ui(ui: &mut Ui, content: &Content<'_>, actions: &mut Vec<Action>) {
    let (view, currency) = (content.view, content.evaluation.estimate.currency);
    let Some(payment) = content.option.payment else { return };
    kit::headline(ui, tr!("Paying the initial course"), tokens::SIZES[1], 3);
    let exact = |amount| wording::money_exact(amount, currency);
    pair_ui(ui, tr!("Cash price"), &exact(payment.cash_price), false);
    let words = wording::deposit_phrase(&view.draft.deposit, view.draft.currency);
    phrase_ui(ui, view, (tr!("Deposit"), &[Field::Deposit]), &words, |ui| deposit_ui(ui, view, actions));
    if !content.evaluation.plan.deposit.is_none() {
        pair_ui(ui, tr!("Due at booking"), &exact(payment.deposit), false);
        pair_ui(ui, tr!("Rest of the course"), &exact(payment.rest()), false);
    }
    let words = wording::credit_phrase(view.draft.credit.as_ref(), view.draft.currency);
    phrase_ui(ui, view, (tr!("Instalments"), &OF_CREDIT), &words, |ui| credit_ui(ui, view, actions));
    for (name, figure) in payment.repayment.iter().flat_map(|repayment| {
        wording::credit_figures().map(|(name, of)| (name, wording::on_one_line(of(repayment, currency))))
    }) {
        pair_ui(ui, name, &figure, false);
    }
}

/// A phrase that opens fields of the plan, and below it what is wrong with them.
fn phrase_ui(ui: &mut Ui, view: &View<'_>, (name, fields): (&str, &[Field]), words: &str, add: impl FnOnce(&mut Ui)) {
    let wrong = fields.iter().find_map(|field| view.wrong_at(Place::Plan(*field)));
    let field = kit::Field::new(("paying", name), name).wrong(wrong);
    line_ui(ui, |ui, said| {
        said.extend(kit::phrase(ui, field, words, FIELDS, |ui| kit::if_editable(ui, view, add)));
    });
}
