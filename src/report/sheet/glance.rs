//! The options side by side.

use super::data::{Glance, GlanceCell, GlanceRow};
use super::{Audience, Sheet, sums, words};
use crate::compare::{Measure, Value};
use crate::estimate::OptionEstimate;
use crate::ledger::{Ledger, total};
use crate::locale::{tr, trn};
use crate::units::{Day, Money, Spread};
use crate::wording::{self, notices};

/// The table.
pub(super) fn of(sheet: &Sheet<'_>, audience: Audience) -> Glance {
    let estimate = sheet.plan.estimate;
    let results = estimate.do_nothing().projection.is_some() && audience != Audience::Money;
    // The names stand right below the table then.
    let crowded = audience == Audience::Money && estimate.options.len() > sums::MOST_IN_FULL + 1;
    let mut note = vec![tr!("Ranges: low to high prices.")];
    if results {
        note = vec![tr!("Ranges: low to high prices, cautious to optimistic results.")];
        note.push(notices::improvement());
        note.push(tr!("Last row: the same the other way round, today being 100 parts in every option."));
    }
    Glance {
        title: tr!("At a glance"),
        note: note.join(" "),
        corner: tr!("Typical, with its range"),
        options: estimate.options.iter().map(|option| sums::column(option, crowded)).collect(),
        rows: if audience == Audience::Money { money_rows(sheet) } else { rows(sheet) },
    }
}

/// What is paid: the first year, the later years, all of it.
fn money_rows(sheet: &Sheet<'_>) -> Vec<GlanceRow> {
    let mut rows = vec![summed(sheet, words::next(), Years::First)];
    rows.extend((sheet.plan.estimate.horizon_years > 1).then(|| summed(sheet, words::later(), Years::Later)));
    rows.extend(measured(sheet, Measure::Total));
    rows
}

fn rows(sheet: &Sheet<'_>) -> Vec<GlanceRow> {
    let measured = |measure: Measure| measured(sheet, measure);
    let mut rows = money_rows(sheet);
    rows.extend(measured(Measure::Visits));
    rows.extend(measured(Measure::Downtime));
    rows.extend([1, 2, 5, 10].into_iter().filter_map(|year| measured(Measure::ImprovementAfter(year))));
    rows.extend(measured(Measure::Peak));
    rows.extend(measured(Measure::NetAfter(sheet.plan.estimate.horizon_years)));
    rows.extend(left(sheet));
    rows
}

/// The same result the other way round: what is left of today's severity, of a hundred parts in every option.
fn left(sheet: &Sheet<'_>) -> Option<GlanceRow> {
    let estimate = sheet.plan.estimate;
    let cell = |option: &OptionEstimate| {
        let net = option.point(estimate.horizon_days).result?.net;
        // Taken from the rounded gain, so that both rows add up to the hundred.
        let [most, typical, least] = net.map(|net| format!("{:.0}", 100.0 - (net * 100.0).round())).to_array();
        let range = (least != most).then(|| format!("{least}–{most}"));
        Some(GlanceCell { main: typical, range })
    };
    let cells: Option<Vec<GlanceCell>> = estimate.options.iter().map(cell).collect();
    let years = estimate.horizon_years;
    let label = trn!(years, "Left of 100 parts, after {years} year", "Left of 100 parts, after {years} years", years);
    cells.map(|cells| GlanceRow { label, strong: false, inline: true, cells })
}

fn measured(sheet: &Sheet<'_>, measure: Measure) -> Option<GlanceRow> {
    let row = sheet.plan.comparison.row(measure)?;
    let cells = row.values.iter().map(|value| cell(*value, sheet)).collect();
    let label = wording::measure_name(measure);
    Some(GlanceRow { label, strong: measure == Measure::Total, inline: shared(measure), cells })
}

/// Whether value and range are short enough for one line.
fn shared(measure: Measure) -> bool {
    matches!(measure, Measure::ImprovementAfter(_) | Measure::NetAfter(_))
}

fn cell(value: Value, sheet: &Sheet<'_>) -> GlanceCell {
    let estimate = sheet.plan.estimate;
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
    GlanceCell { main, range }
}

/// Which years of the plan.
#[derive(Clone, Copy)]
pub(super) enum Years {
    /// The first twelve months.
    First,
    /// Everything after them.
    Later,
}

impl Years {
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

fn summed(sheet: &Sheet<'_>, label: &str, years: Years) -> GlanceRow {
    let cells =
        sheet.plan.estimate.options.iter().map(|option| cell(Value::Money(years.sum(sheet, &option.ledger)), sheet));
    GlanceRow { label: label.to_owned(), strong: false, inline: false, cells: cells.collect() }
}
