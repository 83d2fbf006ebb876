//! The plans that a search found, one a row.

use super::in_english;
use crate::catalog::Catalog;
use crate::report::grid::{Cell, Column, Grid, column};
use crate::search::{Answer, Told};
use crate::wording::finding;
use std::sync::Arc;

/// The plans that a search found, the cheapest first.
pub fn plans_found(answer: &Answer, catalog: &Catalog) -> Grid {
    in_english(|| {
        let count = |number: u32| Cell::Count(i64::from(number));
        let best = answer.best;
        let columns: Vec<Column<'_, (usize, &Told)>> = vec![
            column("number", |(at, _): &(usize, &Told)| Cell::Count(i64::try_from(at + 1).unwrap_or(i64::MAX))),
            column("plan", |(_, told): &(usize, &Told)| Cell::text(finding::lines(told, catalog).join("; "))),
            column("spend", |(_, told): &(usize, &Told)| {
                Cell::Money(told.found.spend, told.evaluation.estimate.currency)
            }),
            column("reached", |(_, told): &(usize, &Told)| Cell::Number(told.found.reached)),
            column("chance_of_enough", |(_, told): &(usize, &Told)| told.chance.map_or(Cell::Empty, Cell::Number)),
            column("visits", move |(_, told): &(usize, &Told)| count(told.option().visits)),
            column("days_unseen_least", move |(_, told): &(usize, &Told)| count(told.option().downtime_days.0)),
            column("days_unseen_most", move |(_, told): &(usize, &Told)| count(told.option().downtime_days.1)),
            column("doubts", |(_, told): &(usize, &Told)| Cell::text(finding::doubts(told, catalog).join("; "))),
            column("remarks", |(_, told): &(usize, &Told)| Cell::text(finding::remarks(told).join("; "))),
            column("answers", move |(at, _): &(usize, &Told)| Cell::text(if Some(*at) == best { "yes" } else { "" })),
        ];
        Grid::of(columns, answer.told.iter().map(Arc::as_ref).enumerate())
    })
}
