//! Options side by side: measures, differences, dominance, cost per improvement-year, and which inputs differ.

mod inputs;
mod measure;

pub use inputs::{ChangedField, InputDifference, inputs_that_differ};
pub use measure::{Measure, Value};

use crate::document::OptionId;
use crate::estimate::{Estimate, OptionEstimate};

/// A table: a column for each option of the estimate, a row for each measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The rows in the order of reading.
    pub rows: Vec<Row>,
    /// For each option, the first other one that costs no more and achieves no less, and is better in one of the two.
    pub dominated_by: Vec<Option<usize>>,
}

/// One measure of all options.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What is measured.
    pub measure: Measure,
    /// One value for each option, in the estimate's order.
    pub values: Vec<Value>,
}

impl Comparison {
    /// Compares all options of an estimate.
    pub fn of(estimate: &Estimate) -> Self {
        let dominated_by: Vec<Option<usize>> =
            (0..estimate.options.len()).map(|at| dominated_by(estimate, at)).collect();
        let rows = Measure::all(estimate).into_iter().map(|measure| {
            let values = estimate.options.iter().enumerate().map(|(at, option)| match measure {
                Measure::Dominated => Value::Dominated(dominated_by[at]),
                _ => measure.of(estimate, option),
            });
            Row { measure, values: values.collect() }
        });
        Self { rows: rows.collect(), dominated_by }
    }

    /// The options in the order of a measure's typical values, the least first; those without a value
    /// come last. Doing nothing takes no part.
    pub fn order(&self, measure: Measure, estimate: &Estimate) -> Vec<OptionId> {
        let Some(row) = self.row(measure) else { return Vec::new() };
        let ranked = estimate.options.iter().zip(&row.values);
        let mut ranked: Vec<_> = ranked.filter_map(|(option, value)| Some((option.id?, value.rank()))).collect();
        let rank = |value: Option<f64>| value.unwrap_or(f64::INFINITY);
        ranked.sort_by(|(_, one), (_, other)| rank(*one).total_cmp(&rank(*other)));
        ranked.into_iter().map(|(id, _)| id).collect()
    }

    /// The row of a measure, if the table has it.
    pub fn row(&self, measure: Measure) -> Option<&Row> {
        self.rows.iter().find(|row| row.measure == measure)
    }
}

/// The first treatment option that costs no more than the one at `at` and has no fewer improvement-years, and is
/// better in at least one of the two. Both by typical values. Doing nothing takes no part: it is no rival but the
/// ground everything is measured from.
fn dominated_by(estimate: &Estimate, at: usize) -> Option<usize> {
    let key = |option: &OptionEstimate| {
        let projection = option.projection.as_ref()?;
        Some((option.ledger.total.typical, projection.improvement_years.typical))
    };
    estimate.options[at].mark?;
    let (cost, gain) = key(&estimate.options[at])?;
    estimate.options.iter().position(|other| {
        let better = |(other_cost, other_gain)| {
            other_cost <= cost && other_gain >= gain && (other_cost < cost || other_gain > gain)
        };
        other.mark.is_some() && key(other).is_some_and(better)
    })
}
