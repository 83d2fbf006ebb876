//! What options are measured by.

use crate::estimate::{Estimate, OptionEstimate, Peak};
use crate::ledger::{Heading, total};
use crate::units::{Band, Currency, DAYS_PER_YEAR, Money, Spread};
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

/// A row of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// What the initial course costs.
    InitialCourse,
    /// What a year of the plan costs, from 1.
    Year(u32),
    /// What everything costs over the horizon.
    Total,
    /// What upkeep costs in a typical year after the first.
    UpkeepPerYear,
    /// Visits to the clinic.
    Visits,
    /// Days one would rather not be seen.
    Downtime,
    /// The highest typical improvement and when.
    Peak,
    /// Improvement after this many years.
    ImprovementAfter(u32),
    /// Change against today after this many years.
    NetAfter(u32),
    /// Months at or above the target.
    MonthsAtTarget,
    /// Area under the improvement.
    ImprovementYears,
    /// Cost per improvement-year.
    CostPerImprovementYear,
    /// Whether another option costs no more and achieves no less.
    Dominated,
}

/// A value of the comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Money: low, typical, high.
    Money(Spread<Money>),
    /// A count.
    Count(u32),
    /// Days: least and most.
    Days(u32, u32),
    /// A share of severity, as a band.
    Share(Band),
    /// A number of months.
    Months(f64),
    /// A peak.
    Peak(Peak),
    /// Improvement-years, as a band.
    ImprovementYears(Band),
    /// The position of the option that dominates, if any does.
    Dominated(Option<usize>),
    /// Does not apply: no projection, or nothing to divide by.
    None,
}

impl Measure {
    /// The rows that apply to an estimate.
    pub fn all(estimate: &Estimate) -> Vec<Self> {
        let years = estimate.horizon_years;
        let mut rows = vec![Self::InitialCourse];
        rows.extend((1..=years).map(Self::Year));
        rows.extend([Self::Total, Self::UpkeepPerYear, Self::Visits, Self::Downtime]);
        if estimate.do_nothing().projection.is_some() {
            rows.push(Self::Peak);
            let shown = [1, 2, 3, 5].into_iter().filter(|year| *year < years).chain([years]);
            rows.extend(shown.map(Self::ImprovementAfter));
            rows.push(Self::NetAfter(years));
            rows.extend(estimate.target.map(|_| Self::MonthsAtTarget));
            rows.extend([Self::ImprovementYears, Self::CostPerImprovementYear, Self::Dominated]);
        }
        rows
    }

    /// The measure of one option. [`Measure::Dominated`] needs all options and is answered by
    /// [`super::Comparison::of`].
    pub(super) fn of(self, estimate: &Estimate, option: &OptionEstimate) -> Value {
        let ledger = &option.ledger;
        let after = |year: u32| option.point(estimate.year_bounds[year as usize]).result;
        match self {
            Self::InitialCourse => Value::Money(ledger.heading(Heading::Course)),
            Self::Year(year) => Value::Money(ledger.years[year as usize - 1]),
            Self::Total => Value::Money(ledger.total),
            Self::UpkeepPerYear => upkeep_per_year(estimate, option),
            Self::Visits => Value::Count(option.visits),
            Self::Downtime => Value::Days(option.downtime_days.0, option.downtime_days.1),
            Self::Peak => {
                option.projection.as_ref().and_then(|projection| projection.peak).map_or(Value::None, Value::Peak)
            }
            Self::ImprovementAfter(year) => after(year).map_or(Value::None, |result| Value::Share(result.improvement)),
            Self::NetAfter(year) => after(year).map_or(Value::None, |result| Value::Share(result.net)),
            Self::MonthsAtTarget => {
                let months = option.projection.as_ref().and_then(|projection| projection.months_at_target);
                months.map_or(Value::None, Value::Months)
            }
            Self::ImprovementYears => {
                let projection = option.projection.as_ref();
                projection.map_or(Value::None, |projection| Value::ImprovementYears(projection.improvement_years))
            }
            Self::CostPerImprovementYear => cost_per_improvement_year(option, estimate.currency),
            Self::Dominated => Value::None,
        }
    }
}

/// Upkeep entries of the full years after the one in which the course ends, divided by their number.
fn upkeep_per_year(estimate: &Estimate, option: &OptionEstimate) -> Value {
    let Some(course_end) = option.schedule.course_end() else { return Value::None };
    let first = estimate.year_bounds.iter().copied().find(|bound| *bound > course_end).unwrap_or(estimate.horizon_days);
    let years = estimate.year_bounds.iter().filter(|bound| **bound > first).count();
    if years == 0 {
        return Value::None;
    }
    let upkeep = option.ledger.entries.iter().filter(|entry| entry.heading == Heading::Upkeep && entry.day >= first);
    Value::Money(total(upkeep).map(|sum| divided(sum, Decimal::from(years)).unwrap_or_default()))
}

/// Low, typical and high cost, each divided by the typical improvement-years: how the price range moves the answer.
fn cost_per_improvement_year(option: &OptionEstimate, currency: Currency) -> Value {
    let years = option.projection.as_ref().map_or(0.0, |projection| projection.improvement_years.typical);
    // Under a day of full improvement a quotient would only mislead.
    if years < 1.0 / DAYS_PER_YEAR {
        return Value::None;
    }
    let Some(years) = Decimal::from_f64(years) else { return Value::None };
    // To whole units of the currency: a quotient with so wide a band has no cents.
    let unit = Decimal::from(10_i64.pow(currency.decimals()));
    let quotient = |sum| {
        divided(sum, years * unit).map(|whole| Money::from_minor(whole.minor() * 10_i64.pow(currency.decimals())))
    };
    Value::Money(option.ledger.total.map(|sum| quotient(sum).unwrap_or(Money::MAX)))
}

fn divided(amount: Money, by: Decimal) -> Option<Money> {
    Money::round(Decimal::from(amount.minor()).checked_div(by)?)
}

impl Value {
    /// The difference to a baseline of the same kind, or none where a difference says nothing.
    pub fn minus(&self, baseline: &Self) -> Option<Self> {
        Some(match (*self, *baseline) {
            (Self::Money(one), Self::Money(other)) => Self::Money(one.zip(other, |one, other| one - other)),
            (Self::Share(one), Self::Share(other)) => Self::Share(one.zip(other, |one, other| one - other)),
            (Self::ImprovementYears(one), Self::ImprovementYears(other)) => {
                Self::ImprovementYears(one.zip(other, |one, other| one - other))
            }
            (Self::Months(one), Self::Months(other)) => Self::Months(one - other),
            _ => return None,
        })
    }
}
