//! The plans that a search found, one a row.

use super::in_english;
use crate::catalog::Catalog;
use crate::engine::Goal;
use crate::report::grid::{Cell, Column, Grid, column};
use crate::search::{Answer, Told};
use crate::units::Outlook;
use crate::wording::finding;
use std::sync::Arc;

/// The plans that a search found, the cheapest first.
pub fn plans_found(answer: &Answer, catalog: &Catalog) -> Grid {
    in_english(|| {
        let count = |number: u32| Cell::Count(i64::from(number));
        let (best, goal) = (answer.best, answer.question.goal);
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
            range("reached_clinics_10", goal, |range| range.of_clinics().low),
            range("reached_clinics_90", goal, |range| range.of_clinics().high),
            range("reached_people_10", goal, |range| range.of_people().low),
            range("reached_people_90", goal, |range| range.of_people().high),
        ];
        Grid::of(columns, answer.told.iter().map(Arc::as_ref).enumerate())
    })
}

/// An end of a range of what is reached; empty for a goal of which an estimate has none.
fn range<'a>(name: &'static str, goal: Goal, end: fn(Outlook) -> f64) -> Column<'a, (usize, &'a Told)> {
    column(name, move |(_, told): &(usize, &Told)| {
        told.range(goal).map_or(Cell::Empty, |range| Cell::Number(end(range)))
    })
}
