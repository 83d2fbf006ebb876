//! The options side by side.

use super::{Audience, Sheet, sums, words};
use crate::compare::{Measure, MeasureId, Row, Unit, Value};
use crate::estimate::{OptionEstimate, Stop};
use crate::ledger::{Ledger, total};
use crate::locale::{tr, trn};
use crate::units::{Day, Money, Spread};
use crate::wording::{self, notices};
use serde_json::{Value as Json, json};

/// The table.
pub(super) fn of(sheet: &Sheet<'_>, audience: Audience) -> Json {
    let estimate = sheet.plan.estimate;
    let results = sheet.has_results() && audience != Audience::Money;
    // The names stand right below the table then.
    let crowded = audience == Audience::Money && estimate.options.len() > sums::MOST_IN_FULL + 1;
    let mut note = vec![tr!("Ranges: low to high prices.")];
    if results {
        note = vec![tr!("Ranges: low to high prices; of results, where the averages of 8 of 10 clinics may lie.")];
        note.push(notices::improvement());
        // These rows are those of the first concern.
        note.extend(sheet.is_projected().then(notices::of_hundred));
        note.extend(sheet.is_projected().then(|| match sheet.plan.further {
            [] => tr!("Last row: the same the other way round, today being 100 parts in every option."),
            _ => tr!("Left of 100 parts: the same the other way round, today being 100 parts in every option."),
        }));
    }
    json!({
        "title": tr!("At a glance"),
        "note": note.join(" "),
        "corner": tr!("Typical, with its range"),
        "options": estimate.options.iter().map(|option| sums::column(option, crowded)).collect::<Vec<_>>(),
        "rows": if audience == Audience::Money { money_rows(sheet) } else { rows(sheet) },
    })
}

/// What is paid: the first year, the later years, all of it.
fn money_rows(sheet: &Sheet<'_>) -> Vec<Json> {
    let mut rows = vec![summed(sheet, &words::first_year(sheet), CostPeriod::First)];
    rows.extend((sheet.plan.estimate.horizon_years > 1).then(|| summed(sheet, words::later(), CostPeriod::Later)));
    rows.extend(sheet.plan.comparison.row(Measure::TOTAL).map(|row| measured(sheet, row)));
    rows.extend(has_upkeep(sheet).then(|| {
        let paid = sheet.plan.estimate.options.iter().map(|option| Value::Money(option.paid_without_upkeep()));
        let cells: Vec<Json> = paid.map(|paid| cell(paid, sheet)).collect();
        titled(tr!("Paid if you stop after the course"), (false, false), &cells)
    }));
    rows
}

/// Whether anything follows the course of any option.
fn has_upkeep(sheet: &Sheet<'_>) -> bool {
    let follows = |option: &OptionEstimate| {
        let end = option.schedule.course_end();
        end.is_some_and(|end| option.schedule.sessions.iter().any(|session| session.day > end))
    };
    sheet.plan.estimate.options.iter().any(follows)
}

fn rows(sheet: &Sheet<'_>) -> Vec<Json> {
    let place = |row: &Row| row.measure.definition().on_sheet;
    let mut shown: Vec<&Row> = sheet.plan.comparison.rows.iter().filter(|row| place(row).is_some()).collect();
    shown.sort_by_key(|row| place(row));
    let mut rows = money_rows(sheet);
    let (results, others): (Vec<&Row>, Vec<&Row>) =
        shown.into_iter().partition(|row| row.measure.definition().rests_on_results());
    rows.extend(others.into_iter().map(|row| measured(sheet, row)));
    // Of several concerns the results of each stand under its name.
    rows.extend(sheet.plan.further.first().filter(|_| !results.is_empty()).map(|_| heading(sheet)));
    rows.extend(results.into_iter().map(|row| measured(sheet, row)));
    rows.extend(stopped(sheet));
    rows.extend(left(sheet));
    rows.extend(sheet.further().flat_map(|further| of_further(&further)));
    rows
}

/// The name of a concern, above its results.
fn heading(sheet: &Sheet<'_>) -> Json {
    let label = wording::concern_name(sheet.plan.catalog, &sheet.plan.plan.concern);
    let cells = sheet.plan.estimate.options.iter().map(|_| json!({ "main": "", "range": Json::Null }));
    titled(label, (true, true), &cells.collect::<Vec<_>>())
}

/// What of a further concern stands below the first one.
const OF_FURTHER: [MeasureId; 3] = [MeasureId::Peak, MeasureId::ImprovementAfter, MeasureId::Lasts];

fn of_further(sheet: &Sheet<'_>) -> Vec<Json> {
    let mut rows: Vec<&Row> =
        sheet.plan.comparison.of_results().filter(|row| OF_FURTHER.contains(&row.measure.id)).collect();
    rows.sort_by_key(|row| row.measure.definition().on_sheet);
    let heading = rows.first().map(|_| heading(sheet));
    heading.into_iter().chain(rows.into_iter().map(|row| measured(sheet, row))).collect()
}

/// What stays of each result two years after the course if nothing follows it; none if nothing does in any option.
fn stopped(sheet: &Sheet<'_>) -> Option<Json> {
    let options = 0..sheet.plan.estimate.options.len();
    let stops: Vec<Option<Stop>> = options.map(|at| sheet.plan.stopped_after_course(at)).collect();
    let is_upkeep_left_out = |stop: &Option<Stop>| stop.as_ref().is_some_and(|stop| stop.sessions.1 > 0);
    stops.iter().any(is_upkeep_left_out).then(|| {
        let stays = |stop: &Option<Stop>| {
            let stays = stop.as_ref().and_then(|stop| stop.stays.last());
            cell(stays.map_or(Value::None, |stays| Value::Share(stays.improvement)), sheet)
        };
        let cells: Vec<Json> = stops.iter().map(stays).collect();
        titled(tr!("If you stop after the course, 2 years later"), (false, true), &cells)
    })
}

/// The same result the other way round: what is left of today's severity, of a hundred parts in every option.
fn left(sheet: &Sheet<'_>) -> Option<Json> {
    let estimate = sheet.plan.estimate;
    let cell = |option: &OptionEstimate| {
        let net = option.point(estimate.horizon_days).result?.net().of_clinics();
        // Taken from the rounded gain, so that both rows add up to the hundred.
        let [most, typical, least] = net.map(|net| format!("{:.0}", 100.0 - (net * 100.0).round())).to_array();
        let range = (least != most).then(|| format!("{least}–{most}"));
        Some(json!({ "main": typical, "range": range }))
    };
    let cells: Option<Vec<Json>> = estimate.options.iter().map(cell).collect();
    let years = estimate.horizon_years;
    let label = trn!(years, "Left of 100 parts, after {years} year", "Left of 100 parts, after {years} years", years);
    cells.map(|cells| titled(&label, (false, true), &cells))
}

fn measured(sheet: &Sheet<'_>, row: &Row) -> Json {
    let label = wording::measure_name(row.measure);
    let cells: Vec<Json> = row.values.iter().map(|value| cell(*value, sheet)).collect();
    // A share and its range are short enough for one line.
    let inline = row.measure.definition().unit == Unit::Share;
    titled(&label, (row.measure == Measure::TOTAL, inline), &cells)
}

/// A row of the table: whether it is a total, and whether a range may stand beside its value rather than below it.
fn titled(label: &str, (strong, inline): (bool, bool), cells: &[Json]) -> Json {
    json!({ "label": label, "strong": strong, "inline": inline, "cells": cells })
}

fn cell(value: Value, sheet: &Sheet<'_>) -> Json {
    let estimate = sheet.plan.estimate;
    if let Value::People(share) = value {
        return json!({ "main": wording::hundred(share), "range": Json::Null, "people": wording::of_hundred(share) });
    }
    let (main, range) = match value {
        Value::Money(amount) => {
            let whole = sums::whole(sheet);
            let range = wording::money_range_alike(amount, estimate.currency, whole);
            (wording::money_alike(amount.typical, estimate.currency, whole), Some(range))
        }
        other => (wording::value_typical(other, estimate), wording::value_range(other, estimate)),
    };
    // A range that rounds to the value itself says nothing.
    let range = range.filter(|range| *range != main);
    json!({ "main": main, "range": range })
}

/// Which years of the plan.
#[derive(Clone, Copy)]
pub(super) enum CostPeriod {
    /// The first twelve months.
    First,
    /// Everything after them.
    Later,
}

impl CostPeriod {
    /// The first day after the first twelve months.
    fn bound(sheet: &Sheet<'_>) -> Day {
        sheet.plan.estimate.year_bounds.get(1).copied().unwrap_or(sheet.plan.estimate.horizon_days)
    }

    /// The entries of these years.
    pub(super) fn entries<'a>(self, sheet: &Sheet<'_>, ledger: &'a Ledger) -> &'a [crate::ledger::Entry] {
        let bound = Self::bound(sheet);
        let (first, later) = ledger.entries.split_at(ledger.entries.partition_point(|entry| entry.day < bound));
        match self {
            Self::First => first,
            Self::Later => later,
        }
    }

    /// Their sum.
    pub(super) fn sum(self, sheet: &Sheet<'_>, ledger: &Ledger) -> Spread<Money> {
        total(self.entries(sheet, ledger))
    }
}

fn summed(sheet: &Sheet<'_>, label: &str, years: CostPeriod) -> Json {
    let cells =
        sheet.plan.estimate.options.iter().map(|option| cell(Value::Money(years.sum(sheet, &option.ledger)), sheet));
    titled(label, (false, false), &cells.collect::<Vec<_>>())
}
