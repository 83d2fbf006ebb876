//! What options are measured by.

use crate::estimate::{Estimate, OptionEstimate, Peak};
use crate::ledger::{Entry, Heading, total};
use crate::units::{Band, Currency, DAYS_PER_YEAR, Day, Money, Spread};
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
    /// A count, or a difference of two.
    Count(i32),
    /// Days, least and most, or a difference of two.
    Days(i32, i32),
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

    /// The ledger entries that the measure of an option sums up; none if it is no sum of money.
    pub fn entries<'a>(self, estimate: &Estimate, option: &'a OptionEstimate) -> Vec<&'a Entry> {
        let is_in: Box<dyn Fn(&Entry) -> bool> = match self {
            Self::InitialCourse => Box::new(|entry| entry.heading == Heading::Course),
            Self::Year(year) => {
                let bounds = &estimate.year_bounds;
                let (from, to) = (bounds[year as usize - 1], bounds[year as usize]);
                Box::new(move |entry| (from..to).contains(&entry.day))
            }
            Self::Total | Self::CostPerImprovementYear => Box::new(|_| true),
            Self::UpkeepPerYear => {
                let first = full_years(estimate, option).map_or(Day::MAX, |(first, _)| first);
                Box::new(move |entry| entry.heading == Heading::Upkeep && entry.day >= first)
            }
            _ => Box::new(|_| false),
        };
        option.ledger.entries.iter().filter(|entry| is_in(entry)).collect()
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
            Self::UpkeepPerYear => upkeep_per_year(self, estimate, option),
            Self::Visits => Value::Count(option.visits.cast_signed()),
            Self::Downtime => {
                let (least, most) = option.downtime_days;
                Value::Days(least.cast_signed(), most.cast_signed())
            }
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

/// The first day of the full years after the one in which the course ends, and their number; none if there is none.
fn full_years(estimate: &Estimate, option: &OptionEstimate) -> Option<(Day, usize)> {
    let course_end = option.schedule.course_end()?;
    let first = estimate.year_bounds.iter().copied().find(|bound| *bound > course_end)?;
    let years = estimate.year_bounds.iter().filter(|bound| **bound > first).count();
    (years > 0).then_some((first, years))
}

/// Upkeep entries of the full years after the one in which the course ends, divided by their number.
fn upkeep_per_year(measure: Measure, estimate: &Estimate, option: &OptionEstimate) -> Value {
    let Some((_, years)) = full_years(estimate, option) else { return Value::None };
    let upkeep = measure.entries(estimate, option);
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
            (Self::Count(one), Self::Count(other)) => Self::Count(one - other),
            (Self::Days(least, most), Self::Days(other_least, other_most)) => {
                Self::Days(least - other_least, most - other_most)
            }
            _ => return None,
        })
    }

    /// The typical value as a number to put options in order by; none where there is none.
    pub fn rank(&self) -> Option<f64> {
        match *self {
            #[expect(clippy::cast_precision_loss, reason = "amounts are far below the limit of exactness")]
            Self::Money(amount) => Some(amount.typical.minor() as f64),
            Self::Count(count) => Some(f64::from(count)),
            Self::Days(least, most) => Some(f64::from(least) + f64::from(most)),
            Self::Share(band) | Self::ImprovementYears(band) => Some(band.typical),
            Self::Months(months) => Some(months),
            Self::Peak(peak) => Some(peak.improvement.typical),
            Self::Dominated(_) | Self::None => None,
        }
    }
}
