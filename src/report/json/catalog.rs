//! The catalogue as a document.

use super::parts::{SCHEMA, object, versions};
use crate::catalog::{Catalog, CostRow};
use serde::Serialize;

/// The whole document, in the order it is written. Rows are the catalogue's own, field by field.
pub(super) fn document(catalog: &Catalog) -> impl Serialize {
    object! {
        schema: SCHEMA,
        versions: versions(catalog),
        concerns: &catalog.concerns,
        prospects: &catalog.prospects,
        treatments: &catalog.treatments,
        add_ons: &catalog.add_ons,
        factors: &catalog.factors,
        model: &catalog.model,
        cost_table: catalog.cost_table.iter().map(cost).collect::<Vec<_>>(),
        rules: &catalog.rules,
        guidance: &catalog.guidance,
        timeline: &catalog.timeline,
        aftercare: &catalog.aftercare,
        contradictions: &catalog.contradictions,
        sources: &catalog.sources,
        trials: &catalog.trials,
        price_rows: &catalog.price_rows,
        facts: &catalog.facts,
    }
}

/// A row of the cost table, recomputed beside what was printed.
fn cost(row: &CostRow) -> impl Serialize {
    object! {
        name: &row.name,
        concern: row.concern.as_ref(),
        sessions: row.sessions,
        spacing_weeks: row.spacing_weeks,
        price: row.price,
        upkeep_per_year: row.upkeep_per_year,
        course: row.course(),
        upkeep: row.upkeep(),
        printed_course: row.printed_course,
        printed_upkeep: row.printed_upkeep,
        refs: &row.refs,
        note: &row.note,
    }
}
