//! Where the choice turns and what moves each option, as further rows of the comparison.

use crate::evaluation::Outcome;
use crate::locale::tr;
use crate::report::PlanResults;
use crate::report::grid::Cell;
use crate::units::Money;
use crate::wording;

/// A row for each price and each duration at which the choice turns, with the first and the last for which it holds in the
/// columns of its option, and one for each input that moves an option, with what comes of its two ends. Each option has so
/// many columns.
pub(super) fn rows(results: &PlanResults<'_>, columns: usize) -> Vec<Vec<Cell>> {
    let rows = turns(results).chain(fades(results)).chain(moves(results));
    rows.map(|row| row.cells(columns * results.estimate.options.len(), columns)).collect()
}

/// Low, typical and high of one option, none of the others.
struct OfOption<'a> {
    name: String,
    unit: &'a str,
    at: usize,
    three: [Cell; 3],
}

impl OfOption<'_> {
    /// As a row of so many cells behind its name and unit, of which each option has so many.
    fn cells(self, all: usize, columns: usize) -> Vec<Cell> {
        let mut cells = vec![Cell::Empty; all];
        for (cell, value) in cells[columns * self.at..].iter_mut().zip(self.three) {
            *cell = value;
        }
        [Cell::text(self.name), Cell::text(self.unit)].into_iter().chain(cells).collect()
    }
}

fn turns<'a>(results: &'a PlanResults<'_>) -> impl Iterator<Item = OfOption<'a>> {
    let currency = results.estimate.currency;
    results.turns().into_iter().map(move |turn| {
        let bound = |bound: i64| Cell::Money(Money::from_minor(bound), currency);
        let [from, to] = turn.holds.bounds().map(|at| at.map_or(Cell::Empty, bound));
        let name = wording::turn(&turn, results.plan, results.estimate, results.catalog);
        OfOption { name, unit: results.estimate.currency.code(), at: turn.at, three: [from, Cell::Empty, to] }
    })
}

fn fades<'a>(results: &'a PlanResults<'_>) -> impl Iterator<Item = OfOption<'a>> {
    results.fade_turns().into_iter().map(move |turn| {
        let [from, to] = turn.lasts;
        let three = [from, turn.typical, to].map(|months| months.map_or(Cell::Empty, Cell::Number));
        let name = wording::fade_turn(&turn, results.estimate);
        OfOption { name, unit: tr!(in "unit", "months"), at: turn.at, three }
    })
}

fn moves<'a>(results: &'a PlanResults<'_>) -> impl Iterator<Item = OfOption<'a>> {
    let currency = results.estimate.currency;
    let all = results.swings().into_iter().enumerate().filter_map(|(at, swings)| Some((at, swings?)));
    all.flat_map(move |(at, swings)| {
        let unit = match swings.outcome {
            Outcome::ImprovementYears => tr!(in "unit", "years"),
            Outcome::Over(_) => results.estimate.currency.code(),
        };
        let cell = move |result: f64| match swings.outcome {
            Outcome::ImprovementYears => Cell::Number(result),
            #[expect(clippy::cast_possible_truncation, reason = "casts stop at the largest amount")]
            Outcome::Over(_) => Cell::Money(Money::from_minor(result as i64), currency),
        };
        let rows = swings.bars.iter().map(|bar| {
            let name = wording::swing(bar, &swings, (results.plan, results.estimate), results.catalog);
            let [low, high] = bar.results;
            OfOption { name, unit, at, three: [low, swings.typical, high].map(cell) }
        });
        rows.collect::<Vec<_>>()
    })
}
