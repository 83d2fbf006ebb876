//! The rows of the comparison: their names, their values, and how each comes about.

use super::figures::{
    day_range, improvement_years, lasts, money, money_range, money_signed, rough_months, share, share_points,
    share_range, share_with_range, spread, two_figures,
};
use super::hundred::{hundred, hundred_difference};
use crate::compare::{Measure, MeasureId, Value};
use crate::estimate::Estimate;
use crate::locale::{tr, trn};
use crate::units::Currency;

/// A measure's name, as a row shows it.
pub fn measure_name(measure: Measure) -> String {
    words(measure).0
}

/// How a measure comes about, in a sentence or two.
pub fn formula(measure: Measure) -> &'static str {
    words(measure).1
}

/// How what a year of the plan costs comes about.
fn of_year(year: u32) -> &'static str {
    if year == 1 {
        tr!("The sum of the ledger entries of the first twelve months: consultation, initial course, \
                 and whatever upkeep and fees of a membership fall inside them.")
    } else {
        tr!("The sum of the ledger entries dated in that year of the plan.")
    }
}

/// The words of a measure: its name, and how it comes about.
fn words(measure: Measure) -> (String, &'static str) {
    let years = measure.year.unwrap_or_default();
    let plain = |name: &str, formula| (name.to_owned(), formula);
    match measure.id {
        MeasureId::InitialCourse => plain(
            tr!("Initial course"),
            tr!("The sum of the ledger entries of the initial course: for each session units × unit \
             price − discount + tax, and its add-ons."),
        ),
        MeasureId::Membership => plain(
            tr!("Membership"),
            tr!(
                "The sum of the fees of the membership. What it includes and what members get off stands in the other sums."
            ),
        ),
        MeasureId::Year => (tr!("Year {year}", year = years), of_year(years)),
        MeasureId::Total => {
            plain(tr!("Total over the horizon"), tr!("The sum of all ledger entries within the horizon."))
        }
        MeasureId::TotalBySessions => plain(tr!("Total, with fewer or more sessions"), total_by_sessions()),
        MeasureId::OverBudget => plain(
            tr!("More than the budget, at most"),
            tr!(
                "By how much the typical ledger entries of the plan, of a year of it or of its months so far come to more than \
             there is for that, at the worst; nothing if they never do."
            ),
        ),
        MeasureId::UpkeepPerYear => plain(
            tr!("Upkeep a year, after the course"),
            tr!("The upkeep entries of the full years after the one in which the course ends, \
             divided by the number of those years."),
        ),
        MeasureId::Visits => plain(
            tr!("Visits to the clinic"),
            tr!(
                "The days with at least one session at the clinic within the horizon: two sessions on one day are one visit."
            ),
        ),
        MeasureId::Downtime => plain(
            tr!("Days you may not want to be seen"),
            tr!("The days covered by the marks that sessions usually leave, least and most: a day counts once, \
             however many sessions cover it."),
        ),
        MeasureId::Peak => plain(
            tr!("Peak improvement"),
            tr!("The highest typical improvement within the horizon. Each session builds up over weeks and \
             fades over months; gains add up and level off below the treatment's ceiling. The ranges are those of each \
             draw's own highest."),
        ),
        MeasureId::ImprovementAfter => (
            trn!(years, "Improvement after {years} year", "Improvement after {years} years", years),
            tr!("The gain over doing nothing on that day, as a share of the severity there \
             would then be without treatment."),
        ),
        MeasureId::NetAfter => (
            trn!(years, "Against today, after {years} year", "Against today, after {years} years", years),
            tr!("One minus the severity with the plan on that day, as a share of starting severity: \
             ageing goes on meanwhile, so it can be less than the improvement."),
        ),
        MeasureId::PeopleOver25 => (
            trn!(
                years,
                "Of 100 people, over a quarter better than untreated after {years} year",
                "Of 100 people, over a quarter better than untreated after {years} years",
                years,
            ),
            tr!(
                "The share of draws for one person in which the improvement on that day is over 25%, of a hundred and \
             rounded to the nearest 5. It is worked out by the model, not counted, and nobody can tell which of them somebody is."
            ),
        ),
        MeasureId::Lasts => plain(
            tr!("Without upkeep, under two thirds of its peak after"),
            tr!(
                "How long after the last session of its course the typical improvement is under two thirds of its highest, if \
             no upkeep follows. It is followed for ten years."
            ),
        ),
        MeasureId::MonthsAtTarget => plain(
            tr!("Time at or above the target"),
            tr!("How long the typical improvement is at or above the chosen target."),
        ),
        MeasureId::ImprovementYears => plain(
            tr!("Improvement-years"),
            tr!("The area under the improvement over the horizon: complete improvement held for \
             one year would be 1."),
        ),
        MeasureId::CostPerImprovementYear => plain(
            tr!("Cost of a year of full improvement"),
            tr!("The total divided by the typical improvement-years, to two figures. Its range counts both: from the \
             low total by the improvement-years of the best of ten clinics to the high one by those of the least."),
        ),
        MeasureId::BestFor | MeasureId::ChanceBest | MeasureId::ExpectedLoss | MeasureId::Dominated => {
            of_choice(measure.id)
        }
    }
}

/// The words of a measure of an option as a choice.
fn of_choice(id: MeasureId) -> (String, &'static str) {
    let plain = |name: &str, formula| (name.to_owned(), formula);
    match id {
        MeasureId::BestFor => plain(
            tr!("Best on average for a worth of"),
            tr!(
                "What one year of full improvement would have to be worth for this option to be the best on average: its \
             mean improvement-years over all draws at that worth, less its typical cost, are then more than those of every \
             other option and of doing nothing. A draw is one possible truth, the same for all options."
            ),
        ),
        MeasureId::ChanceBest => plain(
            tr!("Chance of being the best"),
            tr!("The share of draws in which this option leaves most: its improvement-years at what a year of full \
             improvement is worth to you, less its typical cost. A draw is one possible truth for one person, the same for \
             all options. An option that is rarely the best can be the one to take."),
        ),
        MeasureId::ExpectedLoss => plain(
            tr!("Cost of choosing wrongly"),
            tr!(
                "What choosing this option costs on average when another would have been better: how much more the best one \
             of each draw leaves, its improvement-years at what a year of full improvement is worth to you, less its \
             typical cost."
            ),
        ),
        _ => plain(
            tr!("Beaten by"),
            tr!(
                "Another option, or doing nothing, costs less in total and achieves no fewer improvement-years in at least \
             nine of ten draws; or it costs the same and achieves over one per cent more."
            ),
        ),
    }
}

/// A value in full, with its range.
pub fn value(value: Value, estimate: &Estimate) -> String {
    let currency = estimate.currency;
    match value {
        Value::Money(amount) => spread(amount, currency),
        Value::Rate(amount) => spread(amount.map(|amount| two_figures(amount, currency)), currency),
        Value::Share(outlook) => share_with_range(outlook),
        Value::Peak(peak) => format!("{}, {}", share_with_range(peak.improvement), when(peak.day, estimate)),
        Value::ImprovementYears(outlook) => {
            let years = outlook.of_clinics().map(improvement_years);
            format!("{} ({}–{})", years.typical, years.low, years.high)
        }
        Value::Standing(standing) => super::standing(standing, estimate),
        Value::Dominated(Some(beaten)) => super::beaten(beaten, estimate),
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
        Value::Share(outlook) => share(outlook.typical),
        Value::Months(outlook) => rough_months(outlook.typical),
        Value::Lasts(months) => lasts(months),
        Value::Rate(amount) => money(two_figures(amount.typical, currency), currency),
        Value::Peak(peak) => share(peak.improvement.typical),
        Value::ImprovementYears(outlook) => improvement_years(outlook.typical),
        Value::Chance(of_draws) => share(of_draws),
        Value::People(of_people) => hundred(of_people),
        Value::Standing(standing) => super::standing_brief(standing, estimate),
        Value::Dominated(Some(beaten)) => super::option_title(&estimate.options[beaten.by]),
        Value::Dominated(None) | Value::None => "–".to_owned(),
    }
}

/// A whole number with its sign, and zero without one.
fn signed(number: i32) -> String {
    if number == 0 { "0".to_owned() } else { format!("{number:+}").replace('-', "−") }
}

/// The difference to the baseline, with its sign, or none where it says nothing.
pub fn value_difference(value: &Value, baseline: &Value, currency: Currency) -> Option<String> {
    Some(match value.minus(baseline)? {
        Value::Money(amount) => money_signed(amount.typical, currency),
        Value::Rate(amount) => money_signed(two_figures(amount.typical, currency), currency),
        Value::Share(outlook) => share_points(outlook.typical),
        Value::Chance(difference) => share_points(difference),
        Value::People(difference) => hundred_difference(difference),
        Value::Count(count) => signed(count),
        Value::Days(least, most) if least == most => {
            trn!(least.unsigned_abs(), "{days} day", "{days} days", days = signed(least))
        }
        Value::Days(least, most) => trn!(
            most.unsigned_abs(),
            "{least} to {most} day",
            "{least} to {most} days",
            least = signed(least),
            most = signed(most)
        ),
        Value::Months(outlook) if outlook.typical > 0.0 => format!("+{}", rough_months(outlook.typical)),
        Value::Months(outlook) => rough_months(outlook.typical),
        Value::ImprovementYears(outlook) if outlook.typical > 0.0 => format!("+{}", improvement_years(outlook.typical)),
        Value::ImprovementYears(outlook) => improvement_years(outlook.typical),
        _ => return None,
    })
}

/// The second line of a cell: the range, or when.
pub fn value_range(value: Value, estimate: &Estimate) -> Option<String> {
    let currency = estimate.currency;
    match value {
        Value::Money(amount) if amount.low != amount.high => Some(money_range(amount, currency)),
        Value::Rate(amount) if amount.low != amount.high => {
            Some(money_range(amount.map(|amount| two_figures(amount, currency)), currency))
        }
        Value::Share(outlook) => outlook.clinics.map(|_| share_range(outlook.of_clinics())),
        Value::Peak(peak) => {
            Some(format!("{}, {}", share_range(peak.improvement.of_clinics()), when(peak.day, estimate)))
        }
        Value::ImprovementYears(outlook) if outlook.typical > 0.0 => {
            let years = outlook.of_clinics().map(improvement_years);
            Some(format!("{}–{}", years.low, years.high))
        }
        _ => None,
    }
}

fn when(day: i32, estimate: &Estimate) -> String {
    super::month_year(estimate.date(day))
}

fn total_by_sessions() -> &'static str {
    tr!(
        "The total worked out anew with as few sessions in each course as it may take, and with as many: the lowest of the low \
             totals, what is typical, and the highest of the high ones. A package that is begun is paid whole, also where fewer sessions are \
             enough."
    )
}
