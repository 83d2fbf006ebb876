//! The comparison, one measure a row and five columns for each option.

use super::{choice, in_english};
use crate::compare::{Row, Unit, Value};
use crate::decide::Standing;
use crate::estimate::Estimate;
use crate::locale::tr;
use crate::report::PlanResults;
use crate::report::grid::{Cell, Grid};
use crate::wording;

/// The columns of each option.
const COLUMNS: usize = 5;

/// The comparison, and below it where the choice turns and what moves each option.
pub fn comparison(results: &PlanResults<'_>) -> Grid {
    in_english(|| {
        let mut grid = comparison_to_paste(results);
        grid.rows.extend(choice::rows(results, COLUMNS));
        grid
    })
}

/// The comparison in the language of this thread.
pub fn comparison_to_paste(results: &PlanResults<'_>) -> Grid {
    let estimate = results.estimate;
    let columns = estimate.options.iter().flat_map(|option| -> [String; COLUMNS] {
        let title = wording::option_title(option);
        [
            tr!("{title}, low", title),
            tr!("{title}, typical", title),
            tr!("{title}, high", title),
            tr!("{title}, one person, low", title),
            tr!("{title}, one person, high", title),
        ]
    });
    // What rests on results stands once more for each further concern.
    let several = results.further.iter();
    let further =
        several.flat_map(|one| one.comparison.of_results().map(move |row| (&one.plan.concern, row, &one.estimate)));
    let is_one = results.further.is_empty();
    let front = &results.plan.concern;
    let all = results.comparison.rows.iter().map(|row| (front, row, estimate)).chain(further);
    let rows = all.map(|(concern, row, estimate)| {
        let measure = wording::measure_name(row.measure);
        let is_shared = is_one || !row.measure.definition().rests_on_results();
        let of_concern = || format!("{measure}, {}", wording::concern_name(results.catalog, concern));
        let name = if is_shared { measure.clone() } else { of_concern() };
        let values = row.values.iter().flat_map(|value| beside(*value, estimate));
        [Cell::text(name), Cell::text(unit(row, estimate))].into_iter().chain(values).collect()
    });
    let first = [tr!(in "column", "measure"), tr!(in "column", "unit")].map(str::to_owned);
    Grid { headings: first.into_iter().chain(columns).collect(), rows: rows.collect() }
}

/// What the cells of a row count: the currency, or a word; nothing where no option has a value.
fn unit<'a>(row: &Row, estimate: &'a Estimate) -> &'a str {
    if row.values.iter().all(|value| *value == Value::None) {
        return "";
    }
    match row.measure.definition().unit {
        Unit::Money | Unit::Rate | Unit::Standing => estimate.currency.code(),
        Unit::Count => tr!(in "unit", "visits"),
        Unit::Days => tr!(in "unit", "days"),
        Unit::Share | Unit::Chance | Unit::People | Unit::Peak => tr!(in "unit", "share"),
        Unit::Months | Unit::Duration => tr!(in "unit", "months"),
        Unit::ImprovementYears => tr!(in "unit", "years"),
        Unit::Mark => tr!(in "unit", "option"),
    }
}

/// Low, typical, high, and the ends of the range of people. What is no range stands in the middle, and two ends at both sides
/// of it.
fn beside(value: Value, estimate: &Estimate) -> [Cell; COLUMNS] {
    let mut cells = cells(value, estimate).into_iter();
    let mut next = || cells.next();
    match (value, next(), next(), next()) {
        (
            Value::Share(_) | Value::ImprovementYears(_) | Value::Months(_) | Value::Peak(_),
            Some(typical),
            Some(low),
            Some(high),
        ) => [low, typical, high, next().unwrap_or(Cell::Empty), next().unwrap_or(Cell::Empty)],
        (_, Some(low), Some(typical), Some(high)) => [low, typical, high, Cell::Empty, Cell::Empty],
        (_, Some(least), Some(most), None) => [least, Cell::Empty, most, Cell::Empty, Cell::Empty],
        (_, only, ..) => [Cell::Empty, only.unwrap_or(Cell::Empty), Cell::Empty, Cell::Empty, Cell::Empty],
    }
}

/// A cell for each of the columns of the value's unit; none if it does not apply.
pub(super) fn cells(value: Value, estimate: &Estimate) -> Vec<Cell> {
    match value {
        Value::Lasts(Some(months)) => vec![Cell::Number(months)],
        Value::Money(amount) | Value::Rate(amount) => Cell::spread(amount, estimate.currency).to_vec(),
        Value::Count(count) => vec![Cell::Count(count.into())],
        Value::Days(least, most) => [least, most].map(|days| Cell::Count(days.into())).to_vec(),
        Value::Share(outlook) | Value::ImprovementYears(outlook) | Value::Months(outlook) => {
            Cell::outlook(Some(outlook)).to_vec()
        }
        Value::Peak(peak) => {
            let date = Cell::Date(estimate.date(peak.day));
            Cell::outlook(Some(peak.improvement)).into_iter().chain([date]).collect()
        }
        Value::Chance(share) | Value::People(share) => vec![Cell::Number(share)],
        Value::Standing(standing) => {
            let bound = |amount| Cell::Money(amount, estimate.currency);
            let [from, to] = match standing {
                Standing::Frontier { from, to } => [bound(from), to.map_or(Cell::Empty, bound)],
                _ => [Cell::Empty, Cell::Empty],
            };
            vec![from, Cell::text(wording::standing_name(standing, estimate)), to]
        }
        Value::Dominated(Some(beaten)) => vec![Cell::text(wording::option_mark(&estimate.options[beaten.by]))],
        Value::Lasts(None) | Value::Dominated(None) | Value::None => Vec::new(),
    }
}
