//! The comparison as a document.

use super::parts::{DayRange, PeakPart, head, letter, object};
use crate::compare::{Row, Value, inputs_that_differ};
use crate::estimate::Estimate;
use crate::report::PlanResults;
use crate::units::{Money, Outlook, Spread};
use crate::wording;
use serde::Serialize;

pub(super) fn document(results: &PlanResults<'_>) -> impl Serialize {
    let PlanResults { estimate, comparison, .. } = *results;
    let options = estimate.options.iter();
    object! {
        #[serde(flatten)]
        head: head(results),
        options: options.map(|option| object! { mark: letter(option.mark), name: wording::option_name(option) }).collect::<Vec<_>>(),
        measures: comparison.rows.iter().map(|row| measure(row, estimate)).collect::<Vec<_>>(),
        input_differences: input_differences(results),
    }
}

/// A measure of all options.
fn measure(row: &Row, estimate: &Estimate) -> impl Serialize {
    let known = row.measure.definition();
    object! {
        id: known.key,
        year: row.measure.year,
        name: wording::measure_name(row.measure),
        unit: known.unit.id(),
        formula: wording::formula(row.measure),
        values: row.values.iter().map(|value| ValuePart::of(*value, estimate)).collect::<Vec<_>>(),
    }
}

/// A value in the shape of its unit.
#[derive(Serialize)]
#[serde(untagged)]
enum ValuePart {
    Money(Spread<Money>),
    Count(u32),
    Days(DayRange),
    Outlook(Outlook),
    Peak(PeakPart),
    Option(Option<char>),
}

impl ValuePart {
    fn of(value: Value, estimate: &Estimate) -> Self {
        match value {
            Value::Money(amount) => Self::Money(amount),
            Value::Count(count) => Self::Count(count.unsigned_abs()),
            Value::Days(least, most) => Self::Days(DayRange { least: least.unsigned_abs(), most: most.unsigned_abs() }),
            Value::Share(outlook) | Value::ImprovementYears(outlook) | Value::Months(outlook) => Self::Outlook(outlook),
            Value::Peak(peak) => Self::Peak(peak.into()),
            Value::Dominated(other) => Self::Option(other.and_then(|other| letter(estimate.options[other].mark))),
            Value::None => Self::Option(None),
        }
    }
}

/// The inputs in which each later option differs from the first.
fn input_differences(results: &PlanResults<'_>) -> Vec<impl Serialize> {
    let options = &results.plan.options;
    let parts = options.iter().skip(1).zip(options.first().into_iter().cycle()).map(|(other, first)| {
        let differences = inputs_that_differ(first, other);
        let texts = differences
            .iter()
            .flat_map(|difference| wording::input_difference(difference, results.catalog, results.estimate.currency));
        let inputs = texts.map(|[input, one, other]| object! { input: input, values: [one, other] });
        object! { marks: [first.mark.letter(), other.mark.letter()], inputs: inputs.collect::<Vec<_>>() }
    });
    parts.collect()
}
