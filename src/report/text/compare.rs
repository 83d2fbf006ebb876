//! The comparison as a table.

use super::estimate::title;
use super::table::{Align, Table, heading, sentence};
use crate::compare::{Row, Value, inputs_that_differ};
use crate::document::Mark;
use crate::estimate::Estimate;
use crate::locale::tr;
use crate::report::PlanResults;
use crate::wording;

pub(super) fn write(text: &mut String, results: &PlanResults<'_>) {
    let estimate = results.estimate;
    heading(text, &title(results));
    for option in estimate.options.iter().filter(|option| option.mark.is_some()) {
        sentence(text, 2, &wording::option_title(option));
    }
    let mut table = Table::new(&[Align::Left, Align::Right]);
    let columns = estimate.options.iter().map(|option| option.mark.map_or(wording::do_nothing().to_owned(), letter));
    table.row([tr!("Typical, with the range below").to_owned()].into_iter().chain(columns));
    for row in &results.comparison.rows {
        measure(&mut table, row, estimate);
    }
    text.push('\n');
    table.write(text);
    further(text, results);
    choice(text, results);
    turns(text, results);
    swings(text, results);
    differences(text, results);
}

/// What the options come to for each further concern.
fn further(text: &mut String, results: &PlanResults<'_>) {
    for further in results.further {
        heading(text, wording::concern_name(results.catalog, &further.plan.concern));
        let mut table = Table::new(&[Align::Left, Align::Right]);
        for row in further.comparison.of_results() {
            measure(&mut table, row, &further.estimate);
        }
        table.write(text);
    }
}

/// What speaks for each option on average, and what it costs to be wrong.
fn choice(text: &mut String, results: &PlanResults<'_>) {
    let Some(deciding) = &results.comparison.deciding else { return };
    heading(text, tr!("As a choice"));
    if !results.plan.further.is_empty() {
        sentence(text, 2, &wording::weighed_for(results.plan, results.catalog));
    }
    for (at, (option, standing)) in results.estimate.options.iter().zip(&deciding.standings).enumerate() {
        let standing = wording::standing(*standing, results.estimate);
        sentence(text, 2, &format!("{}: {standing}", wording::option_mark(option)));
        let behind = results.comparison.behind(at);
        for more in wording::more_elsewhere(results.further, (at, behind), results.catalog) {
            sentence(text, 4, &more);
        }
        if let Some(loss) = deciding.expected_loss(at) {
            sentence(text, 4, &wording::expected_loss(loss, at, results.estimate));
        }
    }
}

/// At which prices the choice turns over, and how soon results may fade for it.
fn turns(text: &mut String, results: &PlanResults<'_>) {
    let (turns, fades) = (results.turns(), results.fade_turns());
    if !turns.is_empty() {
        heading(text, tr!("Where the choice turns"));
    }
    for turn in &turns {
        sentence(text, 2, &wording::turn(turn, results.plan, results.estimate, results.catalog));
    }
    for turn in &fades {
        sentence(text, 2, &wording::fade_turn(turn, results.estimate));
    }
}

/// So many inputs are named of each option.
const MOST: usize = 5;

/// What moves each option most.
fn swings(text: &mut String, results: &PlanResults<'_>) {
    let all = results.swings();
    if all.iter().any(Option::is_some) {
        heading(text, tr!("What moves it most, each by itself"));
    }
    for (at, swings) in all.iter().enumerate() {
        let Some(swings) = swings else { continue };
        sentence(text, 2, &wording::swings_title(swings, at, results.estimate));
        for bar in swings.bars.iter().take(MOST) {
            let said = wording::swing(bar, swings, (results.plan, results.estimate), results.catalog);
            sentence(text, 4, &said);
        }
    }
}

fn letter(mark: Mark) -> String {
    mark.letter().to_string()
}

/// A measure on one line, and on a second one the ranges if there are some.
fn measure(table: &mut Table, row: &Row, estimate: &Estimate) {
    let main = row.values.iter().map(|value| match value {
        Value::Dominated(Some(beaten)) => wording::option_mark(&estimate.options[beaten.by]),
        other => wording::value_typical(*other, estimate),
    });
    table.row([wording::measure_name(row.measure)].into_iter().chain(main));
    let ranges: Vec<_> = row.values.iter().map(|value| wording::value_range(*value, estimate)).collect();
    if ranges.iter().any(Option::is_some) {
        table.row([String::new()].into_iter().chain(ranges.into_iter().map(Option::unwrap_or_default)));
    }
}

/// The inputs in which each later option differs from the first.
fn differences(text: &mut String, results: &PlanResults<'_>) {
    let Some((first, others)) = results.plan.options.split_first() else { return };
    for other in others {
        let (one, two) = (first.mark.letter(), other.mark.letter());
        heading(text, &tr!("Inputs that differ: {one} and {two}", one, two));
        for difference in inputs_that_differ(results.plan, first, other) {
            for [input, one, two] in wording::input_difference(&difference, results.catalog, results.estimate.currency)
            {
                sentence(text, 2, &format!("{input}: {one} | {two}"));
            }
        }
    }
}
