//! The catalogue as a document.

use super::parts::Versions;
use crate::catalog::{
    AddOn, AftercareDay, Catalog, ClientFactors, Concern, ConcernId, Contradiction, CostRow, Fact, ModelRules,
    PriceRow, Source, SourceId, TimelinePhase, Treatment, Trial,
};
use crate::units::Money;
use serde::Serialize;

/// The whole document, in the order it is written. Rows are the catalogue's own, field by field.
#[derive(Serialize)]
pub(super) struct CatalogDocument<'a> {
    schema: u32,
    versions: Versions<'a>,
    concerns: &'a [Concern],
    treatments: &'a [Treatment],
    add_ons: &'a [AddOn],
    factors: &'a ClientFactors,
    model: &'a ModelRules,
    cost_table: Vec<CostPart<'a>>,
    timeline: &'a [TimelinePhase],
    aftercare: &'a [AftercareDay],
    contradictions: &'a [Contradiction],
    sources: &'a [Source],
    trials: &'a [Trial],
    price_rows: &'a [PriceRow],
    facts: &'a [Fact],
}

/// A row of the cost table, recomputed beside what was printed.
#[derive(Serialize)]
struct CostPart<'a> {
    name: &'a str,
    concern: Option<&'a ConcernId>,
    sessions: Option<(u32, u32)>,
    spacing_weeks: Option<(u32, u32)>,
    price: (Money, Money),
    upkeep_per_year: (u32, u32),
    course: Option<(Money, Money)>,
    upkeep: (Money, Money),
    printed_course: Option<(Money, Money)>,
    printed_upkeep: (Money, Money),
    refs: &'a [SourceId],
    note: &'a str,
}

impl<'a> CatalogDocument<'a> {
    pub(super) fn of(catalog: &'a Catalog) -> Self {
        Self {
            schema: super::SCHEMA,
            versions: Versions::of(catalog),
            concerns: &catalog.concerns,
            treatments: &catalog.treatments,
            add_ons: &catalog.add_ons,
            factors: &catalog.factors,
            model: &catalog.model,
            cost_table: catalog.cost_table.iter().map(CostPart::from).collect(),
            timeline: &catalog.timeline,
            aftercare: &catalog.aftercare,
            contradictions: &catalog.contradictions,
            sources: &catalog.sources,
            trials: &catalog.trials,
            price_rows: &catalog.price_rows,
            facts: &catalog.facts,
        }
    }
}

impl<'a> From<&'a CostRow> for CostPart<'a> {
    fn from(row: &'a CostRow) -> Self {
        Self {
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
}
