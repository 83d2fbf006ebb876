//! What charts say about themselves.

use super::{money, option_title, share, share_with_range, spread};
use crate::estimate::Estimate;
use crate::locale::{tr, trn};
use crate::scene::{Chart, Scale};
use crate::units::{Currency, Money};

/// The name of a chart on paper; at full length where nothing around it says the rest.
pub fn chart_title(chart: Chart, alone: bool) -> &'static str {
    match chart {
        Chart::Spend => tr!("Cumulative spend"),
        Chart::Improvement if alone => tr!("Improvement against today, share of starting severity"),
        Chart::Improvement => tr!("Improvement against today"),
    }
}

/// How a chart on paper is to be read: with a range of each option at the end, or with a band around its line.
pub fn chart_note(chart: Chart, ranges: bool) -> &'static str {
    match (chart, ranges) {
        (Chart::Spend, true) => tr!("Lines: typical · bars at the end: low to high"),
        (Chart::Spend, false) => tr!("Line: typical · band: low to high"),
        (Chart::Improvement, true) => tr!("Lines: typical · bars at the end: 8 of 10 clinics"),
        (Chart::Improvement, false) => tr!("Line: typical · band: 8 of 10 clinics"),
    }
}

/// What a chart on paper shows, for those who cannot see it.
pub fn chart_alt(chart: Chart, estimate: &Estimate) -> String {
    let years = estimate.horizon_years;
    let at_end = estimate.options.iter().filter_map(|option| {
        let end = match chart {
            Chart::Spend => spread(option.ledger.total, estimate.currency),
            Chart::Improvement => {
                let net = option.point(estimate.horizon_days).result?.net();
                share_with_range(net)
            }
        };
        Some(format!("{}: {end}", option_title(option)))
    });
    let at_end = at_end.collect::<Vec<_>>().join("; ");
    match chart {
        Chart::Spend => trn!(
            years,
            "Step chart of the money spent over {years} year. At the end, typical with range. {totals}.",
            "Step chart of the money spent over {years} years. At the end, typical with range. {totals}.",
            years,
            totals = at_end,
        ),
        Chart::Improvement => trn!(
            years,
            "Line chart of the improvement against today over {years} year, as a share of starting severity. \
             At the end, typical with the range of clinics. {ends}.",
            "Line chart of the improvement against today over {years} years, as a share of starting severity. \
             At the end, typical with the range of clinics. {ends}.",
            years,
            ends = at_end,
        ),
    }
}

/// The name of a chart in the window.
pub fn chart_name(chart: Chart, currency: Currency) -> String {
    match chart {
        Chart::Spend => tr!("Cumulative spend, {currency}", currency),
        Chart::Improvement => tr!("Improvement").to_owned(),
    }
}

/// What there is to know of a chart in the window that has no cursor.
pub fn chart_hint(chart: Chart) -> &'static str {
    match chart {
        Chart::Spend => {
            tr!("Chart of cumulative spend; arrow keys move along it, and \"Charts as a table\" gives every figure")
        }
        Chart::Improvement => {
            tr!("Chart of improvement; arrow keys move along it, and \"Charts as a table\" gives every figure")
        }
    }
}

/// A chart in the window with its cursor on a day.
pub fn chart_on_day(chart: Chart, date: &str, values: &str) -> String {
    match chart {
        Chart::Spend => tr!("Chart of cumulative spend on {date}: {values}", date, values),
        Chart::Improvement => tr!("Chart of improvement on {date}: {values}", date, values),
    }
}

/// A value of an axis on paper.
pub fn axis_value(value: f64, scale: Scale) -> String {
    match scale {
        #[expect(clippy::cast_possible_truncation, reason = "ticks are round numbers of the size of a plan's total")]
        Scale::Money(currency) => money(Money::from_minor(libm::round(value) as i64), currency),
        Scale::Share => share(value),
    }
}
