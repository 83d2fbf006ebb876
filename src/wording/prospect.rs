//! What is to be expected of a concern, and what the evidence's next review is said as.

use super::figures::date;
use crate::catalog::{Catalog, ConcernId};
use crate::locale::tr;
use crate::units::Date;

/// The question whether a result is there to stay.
pub fn is_it_permanent() -> &'static str {
    tr!("Is it permanent?")
}

/// What the condition is, what becomes of it without treatment, and whether a result is there to stay: each question with
/// its answer.
pub fn prospect<'a>(catalog: &'a Catalog, concern: &ConcernId) -> Vec<[&'a str; 2]> {
    let Some(known) = catalog.concern(concern) else { return Vec::new() };
    let mut prospect = vec![[tr!("What it is"), super::text(&known.summary)]];
    if let Some(asked) = catalog.prospect(concern) {
        prospect.push([tr!("Without treatment"), super::text(&asked.untreated.value)]);
        prospect.push([is_it_permanent(), super::text(&asked.permanent.value)]);
    }
    prospect
}

/// When the evidence was reviewed, and when next; from the day after on, that it is due.
pub fn evidence_reviewed(catalog: &Catalog, today: Date) -> String {
    let (reviewed, next) = (date(catalog.reviewed), date(catalog.next_review));
    if catalog.is_review_due(today) {
        tr!("evidence reviewed {reviewed}, a new review is due since {next}", reviewed, next)
    } else {
        tr!("evidence reviewed {reviewed}, next by {next}", reviewed, next)
    }
}
