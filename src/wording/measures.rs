//! The rows of the comparison: their names, their values, and how each comes about.

use super::figures::{
    day_range, improvement_years, money, money_range, months, share, share_points, share_range, spread,
};
use crate::compare::{Measure, Value};
use crate::estimate::Estimate;
use crate::locale::{tr, trn};
use crate::units::Currency;

/// A measure's name, as a row shows it.
pub fn measure_name(measure: Measure) -> String {
    match measure {
        Measure::InitialCourse => tr!("Initial course").to_owned(),
        Measure::Year(year) => tr!("Year {year}", year),
        Measure::Total => tr!("Total over the horizon").to_owned(),
        Measure::UpkeepPerYear => tr!("Upkeep a year, after the course").to_owned(),
        Measure::Visits => tr!("Visits to the clinic").to_owned(),
        Measure::Downtime => tr!("Days you may not want to be seen").to_owned(),
        Measure::Peak => tr!("Peak improvement").to_owned(),
        Measure::ImprovementAfter(years) => {
            trn!(years, "Improvement after {years} year", "Improvement after {years} years", years)
        }
        Measure::NetAfter(years) => {
            trn!(years, "Against today, after {years} year", "Against today, after {years} years", years)
        }
        Measure::MonthsAtTarget => tr!("Time at or above the target").to_owned(),
        Measure::ImprovementYears => tr!("Improvement-years").to_owned(),
        Measure::CostPerImprovementYear => tr!("Cost per improvement-year").to_owned(),
        Measure::Dominated => tr!("Costs no less, achieves no more than").to_owned(),
    }
}

/// A value in full, with its range.
pub fn value(value: Value, estimate: &Estimate) -> String {
    let currency = estimate.currency;
    match value {
        Value::Money(amount) => spread(amount, currency),
        Value::Share(band) => format!("{} ({})", share(band.typical), share_range(band)),
        Value::Peak(peak) => {
            format!(
                "{} ({}), {}",
                share(peak.improvement.typical),
                share_range(peak.improvement),
                when(peak.day, estimate)
            )
        }
        Value::ImprovementYears(band) => format!(
            "{} ({}–{})",
            improvement_years(band.typical),
            improvement_years(band.cautious),
            improvement_years(band.optimistic)
        ),
        other => value_typical(other, estimate),
    }
}

/// A value's main part and, where it has one, its range: for a cell of two lines.
pub fn value_typical(value: Value, estimate: &Estimate) -> String {
    let currency = estimate.currency;
    match value {
        Value::Money(amount) => money(amount.typical, currency),
        Value::Count(count) => count.to_string(),
        Value::Days(least, most) => day_range(least.unsigned_abs(), most.unsigned_abs()),
        Value::Share(band) => share(band.typical),
        Value::Months(count) => months(count),
        Value::Peak(peak) => share(peak.improvement.typical),
        Value::ImprovementYears(band) => improvement_years(band.typical),
        Value::Dominated(Some(other)) => estimate.options[other].name.clone(),
        Value::Dominated(None) | Value::None => "–".to_owned(),
    }
}

/// A whole number with its sign.
fn signed(number: i32) -> String {
    format!("{number:+}")
}

/// The difference to the baseline, with its sign, or none where it says nothing.
pub fn value_difference(value: &Value, baseline: &Value, currency: Currency) -> Option<String> {
    Some(match value.minus(baseline)? {
        Value::Money(amount) => {
            let text = money(amount.typical, currency);
            if amount.typical.minor() > 0 { format!("+{text}") } else { text }
        }
        Value::Share(band) => share_points(band.typical),
        Value::Count(count) => signed(count),
        Value::Days(least, most) if least == most => tr!("{days} days", days = signed(least)),
        Value::Days(least, most) => tr!("{least} to {most} days", least = signed(least), most = signed(most)),
        Value::Months(count) if count > 0.0 => format!("+{}", months(count)),
        Value::Months(count) => months(count),
        Value::ImprovementYears(band) if band.typical > 0.0 => format!("+{}", improvement_years(band.typical)),
        Value::ImprovementYears(band) => improvement_years(band.typical),
        _ => return None,
    })
}

/// The second line of a cell: the range, or when.
pub fn value_range(value: Value, estimate: &Estimate) -> Option<String> {
    let currency = estimate.currency;
    match value {
        Value::Money(amount) if amount.low != amount.high => Some(money_range(amount, currency)),
        Value::Share(band) if band.cautious < band.optimistic => Some(share_range(band)),
        Value::Peak(peak) => Some(format!("{}, {}", share_range(peak.improvement), when(peak.day, estimate))),
        Value::ImprovementYears(band) if band.optimistic > 0.0 => {
            Some(format!("{}–{}", improvement_years(band.cautious), improvement_years(band.optimistic)))
        }
        _ => None,
    }
}

fn when(day: i32, estimate: &Estimate) -> String {
    super::month_year(estimate.date(day))
}

/// How a measure comes about, in a sentence or two.
pub fn formula(measure: Measure) -> &'static str {
    match measure {
        Measure::InitialCourse => {
            tr!("The sum of the ledger entries of the initial course: for each session units × unit \
             price − discount + tax, and its add-ons.")
        }
        Measure::Year(1) => {
            tr!("The sum of the ledger entries of the first twelve months: consultation, initial course, \
             and whatever upkeep falls inside them.")
        }
        Measure::Year(_) => tr!("The sum of the ledger entries dated in that year of the plan."),
        Measure::Total => tr!("The sum of all ledger entries within the horizon."),
        Measure::UpkeepPerYear => {
            tr!("The upkeep entries of the full years after the one in which the course ends, \
             divided by the number of those years.")
        }
        Measure::Visits => tr!("The number of sessions given at the clinic within the horizon."),
        Measure::Downtime => tr!("For each session the days its marks usually show, least and most, added up."),
        Measure::Peak => {
            tr!("The highest typical improvement within the horizon. Each session builds up over weeks and \
             fades over months; gains add up and level off below the treatment's ceiling. The range is the same day, \
             cautious to optimistic.")
        }
        Measure::ImprovementAfter(_) => {
            tr!("The gain over doing nothing on that day, as a share of the severity there \
             would then be without treatment.")
        }
        Measure::NetAfter(_) => {
            tr!("One minus the severity with the plan on that day, as a share of starting severity: \
             ageing goes on meanwhile, so it can be less than the improvement.")
        }
        Measure::MonthsAtTarget => tr!("How long the typical improvement is at or above the chosen target."),
        Measure::ImprovementYears => {
            tr!("The area under the improvement over the horizon: complete improvement held for \
             one year would be 1.")
        }
        Measure::CostPerImprovementYear => {
            tr!("The total divided by the typical improvement-years; the range shows how \
             the price range moves it.")
        }
        Measure::Dominated => {
            tr!("Another option costs no more in total and has no fewer improvement-years, by typical \
             values, and is better in one of the two.")
        }
    }
}
