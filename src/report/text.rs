//! Reports for a terminal: calm tables of plain text.

mod catalog;
mod compare;
mod curve;
mod estimate;
mod paying;
mod prices;
mod record;
mod table;

use super::{Loan, Worked};
use crate::catalog::Catalog;
use crate::document::{Draft, Place};
use crate::evaluation::Effect;
use crate::locale::tr;
use crate::plan::Remark;
use crate::price_list::PriceList;
use crate::units::{Currency, Date, Day};
use crate::wording::{self, ProblemText, notices};

/// The estimate: for each option its sessions, entries, totals and result.
pub fn estimate(worked: &Worked<'_>) -> String {
    let mut text = String::new();
    estimate::write(&mut text, worked);
    footer(&mut text, worked);
    text
}

/// The result and the spend of each option on these days.
pub fn curves(worked: &Worked<'_>, days: &[Day]) -> String {
    let mut text = String::new();
    curve::write(&mut text, worked, days);
    footer(&mut text, worked);
    text
}

/// The options side by side, and the inputs in which they differ.
pub fn comparison(worked: &Worked<'_>) -> String {
    let mut text = String::new();
    compare::write(&mut text, worked);
    footer(&mut text, worked);
    text
}

/// Everything the catalogue knows, with who says so.
pub fn catalog(known: &Catalog) -> String {
    let mut text = String::new();
    catalog::write(&mut text, known);
    text
}

/// Every value of the price list as it stands on a day, prices in this currency.
pub fn price_list(list: &PriceList, catalog: &Catalog, on: Date, currency: Currency) -> String {
    let mut text = String::new();
    prices::write(&mut text, list, &list.standing(catalog, on, currency), on, catalog);
    text
}

/// What other prices change in a plan of this name.
pub fn price_effect(plan: &str, effect: &Effect, draft: &Draft, catalog: &Catalog) -> String {
    let mut text = String::new();
    prices::write_effect(&mut text, plan, effect, draft, catalog);
    text
}

/// One credit, what repaying it comes to, and its amortisation table.
pub fn credit(loan: &Loan) -> String {
    let mut text = String::new();
    paying::credit(&mut text, loan);
    text
}

/// How a plan stands on a day, what was issued of it and what became of that.
pub fn record(draft: &Draft, today: Date) -> String {
    let mut text = String::new();
    record::write(&mut text, draft, today);
    text
}

/// A problem on one line, with its place down to the field.
pub fn problem(problem: &ProblemText) -> String {
    let field = match problem.place {
        Place::Plan(field) | Place::Option { field, .. } | Place::Line { field, .. } => wording::field(field),
    };
    format!("{}, {field}: {}", problem.whereabouts, problem.message).replace(['\n', '\r', '\t'], " ")
}

/// A remark on one line, with its option's letter if it is about one.
pub fn remark(remark: &Remark) -> String {
    let message = remark.message.replace(['\n', '\r', '\t'], " ");
    match remark.mark {
        Some(mark) => tr!("Option {mark}: {message}", mark = mark.letter(), message),
        None => message,
    }
}

/// What a reader has to know, and what the numbers rest on.
fn footer(text: &mut String, worked: &Worked<'_>) {
    let Worked { estimate, catalog, .. } = *worked;
    heading(text, tr!("To know"));
    let projected = estimate.do_nothing().projection.is_some();
    let remarks = estimate.remarks.iter().chain(estimate.options.iter().flat_map(|option| &option.remarks));
    let remarks = remarks.map(remark);
    let notices = [notices::estimate(), notices::results(), notices::advice()].map(str::to_owned);
    let evidence = projected.then(|| [notices::improvement(), notices::evidence()].map(str::to_owned));
    let versions = tr!(
        "Program {program}, model {model}, catalogue {catalogue}, evidence reviewed {reviewed}.",
        program = env!("CARGO_PKG_VERSION"),
        model = catalog.model.version,
        catalogue = catalog.version,
        reviewed = wording::date(catalog.reviewed),
    );
    let paying = paying::notices(worked);
    for said in remarks.chain(paying).chain(evidence.into_iter().flatten()).chain(notices).chain([versions]) {
        table::sentence(text, 2, &said);
    }
}

fn heading(text: &mut String, heading: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(heading);
    text.push('\n');
}
