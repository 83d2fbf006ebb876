//! Reports for a terminal: calm tables of plain text.

mod catalog;
mod compare;
mod curve;
mod due;
mod estimate;
mod finding;
mod lines;
mod matters;
mod paying;
mod prices;
mod progress;
mod record;
mod rules;
mod says;
mod table;

pub use lines::{problem, remarks};
pub(super) use table::sentence;

use super::tables::DueRow;
use super::{AskedDays, Loan, PlanResults};
use crate::catalog::Catalog;
use crate::document::Draft;
use crate::evaluation::{Effect, Followed};
use crate::locale::tr;
use crate::log::Dossier;
use crate::price_list::PriceList;
use crate::record::{Matter, Record};
use crate::search::Answer;
use crate::units::{Currency, Date};
use crate::wording::{self, notices};
use table::heading;

/// The estimate: for each option its sessions, entries, totals and result.
pub fn estimate(results: &PlanResults<'_>, today: Date) -> String {
    written(|text| {
        estimate::write(text, results);
        footer(text, results, today);
    })
}

/// The result and the spend of each option on these days.
pub fn curves(results: &PlanResults<'_>, asked: &AskedDays<'_>, today: Date) -> String {
    written(|text| {
        curve::write(text, results, asked);
        footer(text, results, today);
    })
}

/// The options side by side, and the inputs in which they differ.
pub fn comparison(results: &PlanResults<'_>, today: Date) -> String {
    written(|text| {
        compare::write(text, results);
        footer(text, results, today);
    })
}

/// What a search found for a client's plan.
pub fn finding(answer: &Answer, draft: &Draft, catalog: &Catalog) -> String {
    written(|text| finding::write(text, answer, draft, catalog))
}

/// What is due over several plans.
pub fn due(rows: &[DueRow]) -> String {
    written(|text| due::write(text, rows))
}

/// How an option goes on by what really happened.
pub fn progress(followed: &Followed, record: &Record, catalog: &Catalog, today: Date) -> String {
    written(|text| {
        progress::write(text, followed, catalog);
        let expected = PlanResults::of(&followed.expected, catalog).acknowledging(record.acknowledged());
        footer(text, &expected, today);
    })
}

/// Everything the catalogue knows, with who says so.
pub fn catalog(known: &Catalog, today: Date) -> String {
    written(|text| catalog::write(text, known, today))
}

/// Every value of the price list as it stands on a day, prices in this currency.
pub fn price_list(list: &PriceList, catalog: &Catalog, on: Date, currency: Currency) -> String {
    written(|text| prices::write(text, list, &list.listed(catalog, on, currency), on, catalog))
}

/// What other prices change in a plan of this name.
pub fn price_effect(plan: &str, effect: &Effect, draft: &Draft, catalog: &Catalog) -> String {
    written(|text| prices::write_effect(text, plan, effect, draft, catalog))
}

/// One credit, what repaying it comes to, and its amortisation table.
pub fn credit(loan: &Loan) -> String {
    written(|text| paying::credit(text, loan))
}

/// How a plan stands on a day, what was issued of it and what became of that, and all that was written down of it.
pub fn record(plan: &Dossier, catalog: &Catalog, today: Date) -> String {
    written(|text| record::write(text, plan, catalog, today))
}

/// What a clinician decides of a plan, each with the code that tells it, and who has.
pub fn matters(results: &PlanResults<'_>, draft: &Draft, code: &dyn Fn(&Matter) -> String) -> String {
    written(|text| matters::write(text, (results, draft), code))
}

fn written(write: impl FnOnce(&mut String)) -> String {
    let mut text = String::new();
    write(&mut text);
    text
}

/// What a reader has to know, and what the numbers rest on.
fn footer(text: &mut String, results: &PlanResults<'_>, today: Date) {
    let PlanResults { estimate, catalog, .. } = *results;
    heading(text, tr!("To know"));
    let further = results.further.iter().map(|further| &further.estimate);
    let projected = std::iter::once(estimate).chain(further).any(|one| one.do_nothing().projection.is_some());
    let remarks = remarks(results).into_iter();
    let notices = [notices::estimate(), notices::results(), notices::advice(), notices::funding()].map(str::to_owned);
    let evidence = projected.then(|| [notices::improvement(), notices::evidence()].map(str::to_owned));
    let versions = tr!(
        "Program {program}, model {model}, catalogue {catalogue}, {reviewed}.",
        program = env!("CARGO_PKG_VERSION"),
        model = catalog.model.version,
        catalogue = catalog.version,
        reviewed = wording::evidence_reviewed(catalog, today),
    );
    let paying = paying::notices(results);
    for said in remarks.chain(paying).chain(evidence.into_iter().flatten()).chain(notices).chain([versions]) {
        sentence(text, 2, &said);
    }
}
