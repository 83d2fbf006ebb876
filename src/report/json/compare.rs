//! The comparison as a document.

use super::parts::{DayRange, Head, PeakPart, letter};
use crate::compare::{Measure, Row, Value, inputs_that_differ};
use crate::estimate::Estimate;
use crate::report::Worked;
use crate::units::{Band, Money, Spread};
use crate::wording;
use serde::Serialize;

/// The whole document, in the order it is written.
#[derive(Serialize)]
pub(super) struct ComparisonDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    options: Vec<Column<'a>>,
    measures: Vec<RowPart>,
    input_differences: Vec<InputsPart>,
}

/// An option's column.
#[derive(Serialize)]
struct Column<'a> {
    mark: Option<char>,
    name: &'a str,
}

/// A measure of all options.
#[derive(Serialize)]
struct RowPart {
    id: &'static str,
    year: Option<u32>,
    name: String,
    unit: &'static str,
    formula: &'static str,
    values: Vec<ValuePart>,
}

/// A value in the shape of its unit.
#[derive(Serialize)]
#[serde(untagged)]
enum ValuePart {
    Money(Spread<Money>),
    Count(u32),
    Days(DayRange),
    Band(Band),
    Number(f64),
    Peak(PeakPart),
    Option(Option<char>),
}

/// The inputs in which a later option differs from the first.
#[derive(Serialize)]
struct InputsPart {
    marks: [char; 2],
    inputs: Vec<InputPart>,
}

/// One input in two options.
#[derive(Serialize)]
struct InputPart {
    input: String,
    values: [String; 2],
}

impl<'a> ComparisonDocument<'a> {
    pub(super) fn of(worked: &Worked<'a>) -> Self {
        let Worked { estimate, comparison, .. } = *worked;
        let options = estimate.options.iter();
        Self {
            head: Head::of(worked),
            options: options.map(|option| Column { mark: letter(option.mark), name: &option.name }).collect(),
            measures: comparison.rows.iter().map(|row| RowPart::of(row, estimate)).collect(),
            input_differences: input_differences(worked),
        }
    }
}

impl RowPart {
    fn of(row: &Row, estimate: &Estimate) -> Self {
        let (id, year, unit) = described(row.measure);
        Self {
            id,
            year,
            name: wording::measure_name(row.measure),
            unit,
            formula: wording::formula(row.measure),
            values: row.values.iter().map(|value| ValuePart::of(*value, estimate)).collect(),
        }
    }
}

/// A measure's id, its year if it has one, and what its values are.
fn described(measure: Measure) -> (&'static str, Option<u32>, &'static str) {
    match measure {
        Measure::InitialCourse => ("initial-course", None, "money"),
        Measure::Year(year) => ("year", Some(year), "money"),
        Measure::Total => ("total", None, "money"),
        Measure::UpkeepPerYear => ("upkeep-per-year", None, "money"),
        Measure::Visits => ("visits", None, "count"),
        Measure::Downtime => ("downtime", None, "days"),
        Measure::Peak => ("peak", None, "peak"),
        Measure::ImprovementAfter(year) => ("improvement-after", Some(year), "share"),
        Measure::NetAfter(year) => ("net-after", Some(year), "share"),
        Measure::MonthsAtTarget => ("months-at-target", None, "months"),
        Measure::ImprovementYears => ("improvement-years", None, "improvement-years"),
        Measure::CostPerImprovementYear => ("cost-per-improvement-year", None, "money"),
        Measure::Dominated => ("dominated-by", None, "mark"),
    }
}

impl ValuePart {
    fn of(value: Value, estimate: &Estimate) -> Self {
        match value {
            Value::Money(amount) => Self::Money(amount),
            Value::Count(count) => Self::Count(count.unsigned_abs()),
            Value::Days(least, most) => Self::Days(DayRange { least: least.unsigned_abs(), most: most.unsigned_abs() }),
            Value::Share(band) | Value::ImprovementYears(band) => Self::Band(band),
            Value::Months(months) => Self::Number(months),
            Value::Peak(peak) => Self::Peak(peak.into()),
            Value::Dominated(other) => Self::Option(other.and_then(|other| letter(estimate.options[other].mark))),
            Value::None => Self::Option(None),
        }
    }
}

fn input_differences(worked: &Worked<'_>) -> Vec<InputsPart> {
    let Some((first, others)) = worked.plan.options.split_first() else { return Vec::new() };
    let parts = others.iter().map(|other| {
        let differences = inputs_that_differ(first, other);
        let texts = differences
            .iter()
            .flat_map(|difference| wording::input_difference(difference, worked.catalog, worked.estimate.currency));
        InputsPart {
            marks: [first.mark.letter(), other.mark.letter()],
            inputs: texts.map(|[input, one, other]| InputPart { input, values: [one, other] }).collect(),
        }
    });
    parts.collect()
}
