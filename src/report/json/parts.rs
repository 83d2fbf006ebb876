//! The pieces that several documents are made of.

use crate::catalog::Catalog;
use crate::document::Mark;
use crate::estimate::{Peak, Point};
use crate::report::PlanResults;
use crate::units::Outlook;
use crate::wording::notices;
use serde::Serialize;

/// The version of the documents of this program. Fields may be added under the same number; none changes its meaning.
pub const SCHEMA: u32 = 2;

/// A JSON object: its fields in the order they are written, each of a type of its own. `#[serde(flatten)]` before one
/// puts its fields in its place.
macro_rules! object {
    ($($(#[$attribute:meta])* $field:ident: $value:expr),* $(,)?) => {{
        #[derive(serde::Serialize)]
        struct Object<$($field),*> {
            $($(#[$attribute])* $field: $field),*
        }
        Object { $($field: $value),* }
    }};
}
pub(super) use object;

/// Which program, model and catalogue gave the numbers.
pub(super) fn versions(catalog: &Catalog) -> impl Serialize {
    object! {
        program: env!("CARGO_PKG_VERSION"),
        model: &catalog.model.version,
        catalogue: &catalog.version,
        evidence_reviewed: catalog.reviewed,
        evidence_next_review: catalog.next_review,
    }
}

/// What every document of a worked plan begins with.
pub(super) fn head<'a>(results: &PlanResults<'a>) -> impl Serialize + use<'a> {
    let PlanResults { plan, estimate, catalog, .. } = *results;
    object! {
        schema: SCHEMA,
        versions: versions(catalog),
        plan: plan.id.to_string(),
        reference: &plan.reference,
        concern: &plan.concern,
        further_concerns: plan.further.iter().map(|further| &further.concern).collect::<Vec<_>>(),
        currency: estimate.currency,
        currency_decimals: estimate.currency.decimals(),
        start: estimate.start,
        end: plan.end,
        horizon_years: estimate.horizon_years,
    }
}

/// What has to be said beside the numbers.
pub(super) fn said_beside() -> impl Serialize {
    object! {
        estimate: notices::estimate(),
        results: notices::results(),
        evidence: notices::evidence(),
        advice: notices::advice(),
    }
}

/// A day of a curve.
pub(super) fn point(point: Point) -> impl Serialize {
    let Point { day, result, spend } = point;
    object! {
        day: day,
        improvement: result.map(|result| result.improvement),
        people_over_25: result.and_then(|result| result.people_over_25),
        untreated: result.map(|result| result.untreated),
        net: result.map(|result| result.net()),
        spend: spend,
        extrapolated: result.is_some_and(|result| result.extrapolated),
    }
}

/// The highest improvement.
#[derive(Serialize)]
pub(super) struct PeakPart {
    day: i32,
    months_after_course: f64,
    improvement: Outlook,
}

impl From<Peak> for PeakPart {
    fn from(peak: Peak) -> Self {
        let Peak { day, months_after_course, improvement } = peak;
        Self { day, months_after_course, improvement }
    }
}

/// A range of days.
#[derive(Serialize)]
pub(super) struct DayRange {
    pub(super) least: u32,
    pub(super) most: u32,
}

/// A mark as it is written: its letter.
pub(super) fn letter(mark: Option<Mark>) -> Option<char> {
    mark.map(Mark::letter)
}
