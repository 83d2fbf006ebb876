//! What options are measured by. A measure is one row of [`MEASURES`]; its words are one arm of `wording/measures.rs`.
//! Comparison, sheet, text, JSON, CSV and inspector are made from these two.

use super::deciding::Deciding;
use super::value::{Unit, Value};
use crate::estimate::{Estimate, OptionEstimate, Projection};
use crate::ledger::{Entry, Heading, total};
use crate::plan::RemarkKind;
use crate::units::{Currency, DAYS_PER_YEAR, Day, Money, Spread};
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use std::ops::Range;

/// The years after which results are shown, as far as they are within a horizon.
pub const RESULT_YEARS: [u32; 4] = [1, 2, 3, 5];

/// After how many years results are shown for a horizon of so many years, wherever they are shown: the end of the
/// horizon is always among them, as the last.
pub fn result_years(horizon: u32) -> impl Iterator<Item = u32> {
    RESULT_YEARS.into_iter().filter(move |year| *year < horizon).chain([horizon])
}

/// A row of the comparison: what is measured, and of which year of the plan or after how many years, if it is of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Measure {
    /// What is measured.
    pub id: MeasureId,
    /// The year, from 1.
    pub year: Option<u32>,
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MeasureId {
    /// What the initial course costs.
    InitialCourse,
    /// What members pay in all.
    Membership,
    /// What a year of the plan costs.
    Year,
    /// What everything costs over the horizon.
    Total,
    /// What everything costs with the fewest and the most sessions that it may take.
    TotalBySessions,
    /// By how much it typically costs more than the budget.
    OverBudget,
    /// What upkeep costs in a typical year after the first.
    UpkeepPerYear,
    /// Visits to the clinic.
    Visits,
    /// Days one would rather not be seen.
    Downtime,
    /// The highest typical improvement and when.
    Peak,
    /// Improvement after some years.
    ImprovementAfter,
    /// Change against today after some years.
    NetAfter,
    /// How many people are more than a quarter better after some years.
    PeopleOver25,
    /// How long the result lasts without upkeep.
    Lasts,
    /// Months at or above the target.
    MonthsAtTarget,
    /// Area under the improvement.
    ImprovementYears,
    /// Cost per improvement-year.
    CostPerImprovementYear,
    /// For which worths of a result an option is the best on average.
    BestFor,
    /// How often an option is the best one.
    ChanceBest,
    /// What choosing an option costs on average when another would have been better.
    ExpectedLoss,
    /// Whether another option costs no more and achieves no less.
    Dominated,
}

/// How often a measure is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sampling {
    /// Once over the horizon.
    Once,
    /// For each year of the plan.
    EachYear,
    /// After each of the [`result_years`].
    AfterYears,
    /// At the end of the horizon.
    AtEnd,
}

/// What a plan must have for a measure to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Needs {
    Nothing,
    Projection,
    Members,
    Budget,
    SessionRange,
    Target,
    Worth,
}

/// All that is to be known of a measure but its words.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// Which measure it is.
    pub id: MeasureId,
    /// What files call it: words with hyphens between them.
    pub key: &'static str,
    /// What its values are.
    pub unit: Unit,
    /// How often it is taken.
    pub taken: Sampling,
    /// Its place among the rows of the sheet behind the money; none if it is not printed there.
    pub on_sheet: Option<u8>,
    needs: Needs,
    sums: Sums,
    /// None where it does not apply: no projection, or nothing to divide by.
    value: fn(&MeasureInput<'_>) -> Option<Value>,
}

/// The ledger entries that a measure sums up, by heading and by day; none if it is no sum of money.
type Sums = fn(&MeasureInput<'_>) -> Option<(Option<Heading>, Range<Day>)>;

/// All days there are.
const ALWAYS: Range<Day> = 0..Day::MAX;

/// What a measure is taken of.
struct MeasureInput<'a> {
    estimate: &'a Estimate,
    deciding: Option<&'a Deciding>,
    /// The option, and its position.
    option: &'a OptionEstimate,
    at: usize,
    measure: Measure,
}

/// Every measure, in the order of reading.
pub static MEASURES: [Definition; 21] = [
    money(MeasureId::InitialCourse, "initial-course", |_| Some((Some(Heading::Course), ALWAYS))),
    money(MeasureId::Membership, "membership", |_| Some((Some(Heading::Membership), ALWAYS))).with_members(),
    money(MeasureId::Year, "year", |of| Some((None, of.days_of_year()?))).taken(Sampling::EachYear),
    money(MeasureId::Total, "total", |_| Some((None, ALWAYS))),
    plain(MeasureId::TotalBySessions, "total-by-sessions", Unit::Money, |of| {
        of.option.total_by_sessions().map(Value::Money)
    })
    .with_session_range(),
    plain(MeasureId::OverBudget, "over-budget", Unit::Money, over_budget).with_budget(),
    money(MeasureId::UpkeepPerYear, "upkeep-per-year", |of| {
        Some((Some(Heading::Upkeep), of.full_years()?.0..Day::MAX))
    })
    .valued(upkeep_per_year),
    plain(MeasureId::Visits, "visits", Unit::Count, |of| Some(Value::Count(of.option.visits.cast_signed())))
        .on_sheet(1),
    plain(MeasureId::Downtime, "downtime", Unit::Days, |of| {
        let (least, most) = of.option.downtime_days;
        Some(Value::Days(least.cast_signed(), most.cast_signed()))
    })
    .on_sheet(2),
    result(MeasureId::Peak, "peak", Unit::Peak, |of| of.projection()?.peak.map(Value::Peak)).on_sheet(4),
    result(MeasureId::ImprovementAfter, "improvement-after", Unit::Share, |of| {
        Some(Value::Share(of.projection()?.improvement(of.day()?)))
    })
    .taken(Sampling::AfterYears)
    .on_sheet(3),
    result(MeasureId::NetAfter, "net-after", Unit::Share, |of| {
        Some(Value::Share(of.projection()?.at(of.day()?).net()))
    })
    .taken(Sampling::AtEnd)
    .on_sheet(5),
    result(MeasureId::PeopleOver25, "people-over-25-after", Unit::People, |of| {
        of.projection()?.at(of.day()?).people_over_25.map(Value::People)
    })
    .taken(Sampling::AtEnd)
    .on_sheet(6),
    result(MeasureId::Lasts, "lasts-without-upkeep", Unit::Duration, |of| {
        let projection = of.projection()?;
        projection.peak.map(|_| Value::Lasts(projection.lasts_months))
    })
    .on_sheet(7),
    result(MeasureId::MonthsAtTarget, "months-at-target", Unit::Months, |of| {
        of.projection()?.months_at_target.map(Value::Months)
    })
    .with_target(),
    result(MeasureId::ImprovementYears, "improvement-years", Unit::ImprovementYears, |of| {
        Some(Value::ImprovementYears(of.projection()?.improvement_years))
    }),
    result(MeasureId::CostPerImprovementYear, "cost-per-improvement-year", Unit::Rate, cost_per_year)
        .summing(|_| Some((None, ALWAYS))),
    result(MeasureId::BestFor, "best-for", Unit::Standing, |of| Some(Value::Standing(of.deciding?.standings[of.at]))),
    result(MeasureId::ChanceBest, "chance-best", Unit::Chance, |of| of.deciding?.chance_best(of.at).map(Value::Chance))
        .with_worth(),
    result(MeasureId::ExpectedLoss, "expected-loss", Unit::Money, |of| {
        of.deciding?.expected_loss(of.at).map(|loss| Value::Money(Spread::of(loss)))
    })
    .with_worth(),
    result(MeasureId::Dominated, "dominated-by", Unit::Mark, |of| {
        Some(Value::Dominated(of.deciding?.beaten(of.estimate, of.at)))
    }),
];

/// Every measure has its row, at its own place.
const _: () = {
    let mut at = 0;
    while at < MEASURES.len() {
        assert!(MEASURES[at].id as usize == at);
        at += 1;
    }
};

const fn plain(
    id: MeasureId,
    key: &'static str,
    unit: Unit,
    value: fn(&MeasureInput<'_>) -> Option<Value>,
) -> Definition {
    let (taken, needs) = (Sampling::Once, Needs::Nothing);
    Definition { id, key, unit, taken, on_sheet: None, needs, sums: |_| None, value }
}

const fn money(id: MeasureId, key: &'static str, sums: Sums) -> Definition {
    plain(id, key, Unit::Money, |of| Some(Value::Money(total(of.entries())))).summing(sums)
}

const fn result(
    id: MeasureId,
    key: &'static str,
    unit: Unit,
    value: fn(&MeasureInput<'_>) -> Option<Value>,
) -> Definition {
    Definition { needs: Needs::Projection, ..plain(id, key, unit, value) }
}

impl Definition {
    const fn taken(self, taken: Sampling) -> Self {
        Self { taken, ..self }
    }

    const fn on_sheet(self, place: u8) -> Self {
        Self { on_sheet: Some(place), ..self }
    }

    const fn summing(self, sums: Sums) -> Self {
        Self { sums, ..self }
    }

    const fn valued(self, value: fn(&MeasureInput<'_>) -> Option<Value>) -> Self {
        Self { value, ..self }
    }

    const fn with_budget(self) -> Self {
        Self { needs: Needs::Budget, ..self }
    }

    const fn with_members(self) -> Self {
        Self { needs: Needs::Members, ..self }
    }

    const fn with_session_range(self) -> Self {
        Self { needs: Needs::SessionRange, ..self }
    }

    const fn with_target(self) -> Self {
        Self { needs: Needs::Target, ..self }
    }

    const fn with_worth(self) -> Self {
        Self { needs: Needs::Worth, ..self }
    }

    fn applies(&self, estimate: &Estimate) -> bool {
        let is_projected = estimate.do_nothing().projection.is_some();
        match self.needs {
            _ if estimate.unpriced && self.rests_on_money() => false,
            Needs::Nothing => true,
            Needs::Members => estimate.options.iter().any(has_members),
            Needs::Budget => estimate.budget.is_some(),
            Needs::SessionRange => estimate.options.iter().any(|option| !option.by_sessions.is_empty()),
            Needs::Projection => is_projected,
            Needs::Target => is_projected && estimate.target.is_some(),
            Needs::Worth => is_projected && estimate.worth.is_some(),
        }
    }

    /// The years it is taken of or after for a horizon of so many years.
    fn years(&self, horizon: u32) -> Vec<Option<u32>> {
        match self.taken {
            Sampling::Once => vec![None],
            Sampling::EachYear => (1..=horizon).map(Some).collect(),
            Sampling::AfterYears => result_years(horizon).map(Some).collect(),
            Sampling::AtEnd => vec![Some(horizon)],
        }
    }

    /// Whether its values rest on prices.
    pub fn rests_on_money(&self) -> bool {
        matches!(self.unit, Unit::Money | Unit::Rate | Unit::Standing | Unit::Chance | Unit::Mark)
    }

    /// Whether it rests on results and on no price: then it differs between the concerns of a plan.
    pub fn is_of_results(&self) -> bool {
        self.rests_on_results() && !self.rests_on_money()
    }

    /// Whether its values rest on projected results.
    pub fn rests_on_results(&self) -> bool {
        !matches!(self.needs, Needs::Nothing | Needs::Members | Needs::Budget | Needs::SessionRange)
    }
}

impl Measure {
    /// The total over the horizon.
    pub const TOTAL: Self = Self { id: MeasureId::Total, year: None };
    /// Which other option makes one needless.
    pub const DOMINATED: Self = Self { id: MeasureId::Dominated, year: None };

    /// The rows that apply to an estimate.
    pub fn all(estimate: &Estimate) -> impl Iterator<Item = Self> {
        let applying = MEASURES.iter().filter(|one| one.applies(estimate));
        applying.flat_map(|one| one.years(estimate.horizon_years).into_iter().map(|year| Self { id: one.id, year }))
    }

    /// The improvement after the years that are nearest to a day: what a result on that day is explained and put in order by.
    pub fn improvement_near(estimate: &Estimate, day: Day) -> Self {
        let apart = |year: &u32| estimate.year_bounds.get(*year as usize).map_or(Day::MAX, |bound| (bound - day).abs());
        Self { id: MeasureId::ImprovementAfter, year: result_years(estimate.horizon_years).min_by_key(apart) }
    }

    /// All that is to be known of it but its words.
    pub fn definition(self) -> &'static Definition {
        &MEASURES[self.id as usize]
    }

    /// The ledger entries that the measure of an option sums up; none if it is no sum of money.
    pub fn entries<'a>(self, estimate: &'a Estimate, option: &'a OptionEstimate) -> Vec<&'a Entry> {
        // No sum depends on draws, and so not on the position either.
        MeasureInput { estimate, deciding: None, option, at: 0, measure: self }.entries().collect()
    }

    /// The measure of the option at a position.
    pub(super) fn of(self, estimate: &Estimate, deciding: Option<&Deciding>, at: usize) -> Value {
        let option = &estimate.options[at];
        let input = MeasureInput { estimate, deciding, option, at, measure: self };
        (self.definition().value)(&input).unwrap_or(Value::None)
    }
}

impl<'a> MeasureInput<'a> {
    fn entries(&self) -> impl Iterator<Item = &'a Entry> {
        let sums = (self.measure.definition().sums)(self);
        let is_summed = move |entry: &&Entry| {
            sums.as_ref().is_some_and(|(heading, days)| {
                days.contains(&entry.day) && heading.is_none_or(|heading| heading == entry.heading)
            })
        };
        self.option.ledger.entries.iter().filter(is_summed)
    }

    fn projection(&self) -> Option<&'a Projection> {
        self.option.projection.as_deref()
    }

    /// The day on which the years of the measure are over.
    fn day(&self) -> Option<Day> {
        self.estimate.year_bounds.get(self.measure.year? as usize).copied()
    }

    fn days_of_year(&self) -> Option<Range<Day>> {
        let (year, bounds) = (self.measure.year? as usize, &self.estimate.year_bounds);
        Some(*bounds.get(year.checked_sub(1)?)?..*bounds.get(year)?)
    }

    /// The first day of the full years after the one in which the course ends, and their number; none if there is none.
    fn full_years(&self) -> Option<(Day, usize)> {
        let (course_end, bounds) = (self.option.schedule.course_end()?, &self.estimate.year_bounds);
        let first = bounds.iter().copied().find(|bound| *bound > course_end)?;
        let years = bounds.iter().filter(|bound| **bound > first).count();
        (years > 0).then_some((first, years))
    }
}

/// Whether an option is paid by a member.
fn has_members(option: &OptionEstimate) -> bool {
    option.ledger.entries.iter().any(|entry| entry.heading == Heading::Membership)
}

/// What is said of the option, as a figure.
fn over_budget(of: &MeasureInput<'_>) -> Option<Value> {
    let over = of.option.remarks.iter().find_map(|remark| match remark.kind {
        RemarkKind::OverBudget { over, .. } => Some(over),
        _ => None,
    });
    of.estimate.budget.map(|_| Value::Money(Spread::of(over.unwrap_or_default())))
}

/// Upkeep entries of the full years after the one in which the course ends, divided by their number.
fn upkeep_per_year(of: &MeasureInput<'_>) -> Option<Value> {
    let years = Decimal::from(of.full_years()?.1);
    Some(Value::Money(total(of.entries()).map(|sum| divided(sum, years).unwrap_or_default())))
}

/// Low, typical and high cost, each divided by the typical improvement-years: how the price range moves the answer.
/// From the low total at what nine of ten clinics stay below to the high one at what nine of ten reach.
fn cost_per_year(of: &MeasureInput<'_>) -> Option<Value> {
    let years = of.projection()?.improvement_years;
    // Under a day of full improvement a quotient would only mislead.
    let known = |years: f64| Decimal::from_f64(years).filter(|_| years >= 1.0 / DAYS_PER_YEAR);
    let typical = known(years.typical)?;
    let cost = |sum: Money, years: Option<Decimal>| {
        years.and_then(|years| per_year(sum, years, of.estimate.currency)).unwrap_or(Money::MAX)
    };
    let (years, total) = (years.of_clinics(), total(of.entries()));
    Some(Value::Rate(Spread {
        low: cost(total.low, known(years.high)),
        typical: cost(total.typical, Some(typical)),
        high: cost(total.high, known(years.low)),
    }))
}

/// To whole units of the currency: a quotient with so wide a band has no cents.
fn per_year(sum: Money, years: Decimal, currency: Currency) -> Option<Money> {
    let unit = 10_i64.pow(currency.decimals());
    Some(Money::from_minor(divided(sum, years * Decimal::from(unit))?.minor() * unit))
}

fn divided(amount: Money, by: Decimal) -> Option<Money> {
    Money::round(Decimal::from(amount.minor()).checked_div(by)?)
}
