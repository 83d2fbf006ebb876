#![doc = include_str!("json.md")]
#![allow(non_camel_case_types, reason = "in an object, the type of each field has the field's name")]

mod catalog;
mod compare;
mod estimate;
mod finding;
mod ledger;
mod matters;
mod option;
mod parts;
mod paying;
mod progress;
mod record;

pub use parts::SCHEMA;

use super::{AskedDays, Loan, PlanResults};
use crate::catalog::Catalog;
use crate::document::Draft;
use crate::evaluation::Followed;
use crate::locale::{self, Locale};
use crate::log::Dossier;
use crate::record::Matter;
use crate::search::Answer;
use crate::units::Date;
use serde::Serialize;

/// What the fields mean, as text.
pub const FIELDS: &str = include_str!("json.md");

/// The estimate as JSON. With `at`, each curve holds exactly these days in this order.
///
/// # Errors
/// None that plain data in memory could cause.
pub fn estimate(results: &PlanResults<'_>, at: Option<&AskedDays<'_>>) -> Result<String, serde_json::Error> {
    text(|| estimate::document(results, at))
}

/// The ledger of every option as JSON.
///
/// # Errors
/// None that plain data in memory could cause.
pub fn ledger(results: &PlanResults<'_>) -> Result<String, serde_json::Error> {
    text(|| ledger::document(results))
}

/// The comparison as JSON.
///
/// # Errors
/// None that plain data in memory could cause.
pub fn comparison(results: &PlanResults<'_>) -> Result<String, serde_json::Error> {
    text(|| compare::document(results))
}

/// One credit with its amortisation table as JSON.
///
/// # Errors
/// None that plain data in memory could cause.
pub fn credit(loan: &Loan) -> Result<String, serde_json::Error> {
    text(|| paying::credit(loan))
}

/// What a search found for a client's plan as JSON.
///
/// # Errors
/// None that plain data in memory could cause.
pub fn finding(answer: &Answer, draft: &Draft, catalog: &Catalog) -> Result<String, serde_json::Error> {
    text(|| finding::document(answer, draft, catalog))
}

/// How an option goes on by what really happened, as JSON.
///
/// # Errors
/// None that plain data in memory could cause.
pub fn progress(followed: &Followed, catalog: &Catalog) -> Result<String, serde_json::Error> {
    text(|| progress::document(followed, catalog))
}

/// The catalogue as JSON.
///
/// # Errors
/// None that plain data in memory could cause.
pub fn catalog(catalog: &Catalog) -> Result<String, serde_json::Error> {
    text(|| catalog::document(catalog))
}

/// What was issued of a plan and what became of it, as of a day, and all that was written down of it, as JSON.
///
/// # Errors
/// None that plain data in memory could cause.
pub fn record(plan: &Dossier, today: Date) -> Result<String, serde_json::Error> {
    let record = plan.record();
    text(|| record::document(plan, &record, today))
}

/// What a clinician decides of a plan, each with the code that tells it, and who has, as JSON.
///
/// # Errors
/// None that plain data in memory could cause.
pub fn matters(
    results: &PlanResults<'_>,
    draft: &Draft,
    code: &dyn Fn(&Matter) -> String,
) -> Result<String, serde_json::Error> {
    text(|| matters::document(results, draft, code))
}

/// The words of a document are English in every country: programs read it.
fn text<T: Serialize>(document: impl FnOnce() -> T) -> Result<String, serde_json::Error> {
    locale::with(Locale::default(), || serde_json::to_string_pretty(&document()).map(|text| text + "\n"))
}
