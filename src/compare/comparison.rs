//! All options by all measures.

use super::deciding::Deciding;
use super::measure::Measure;
use super::value::{Beaten, Value};
use crate::decide::Standing;
use crate::document::OptionId;
use crate::estimate::Estimate;
use std::sync::Arc;

/// A table: a column for each option of the estimate, a row for each measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The rows in the order of reading.
    pub rows: Vec<Row>,
    /// The options as a choice; none as long as results have not been drawn.
    pub deciding: Option<Arc<Deciding>>,
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
        let deciding = Deciding::of(estimate).map(Arc::new);
        let row = |measure: Measure| {
            let options = 0..estimate.options.len();
            let values = options.map(|at| measure.of(estimate, deciding.as_deref(), at));
            Row { measure, values: values.collect() }
        };
        Self { rows: Measure::all(estimate).map(row).collect(), deciding }
    }

    /// The option that beats the one at `at`: it costs no more and achieves no less, with a margin, and is better in one of
    /// the two.
    pub fn dominated_by(&self, at: usize) -> Option<Beaten> {
        match self.row(Measure::DOMINATED)?.values.get(at)? {
            Value::Dominated(other) => *other,
            _ => None,
        }
    }

    /// The option that the one at `at` stands behind, or is as good as: it costs no more and achieves no less, be it on average
    /// alone.
    pub fn behind(&self, at: usize) -> Option<usize> {
        let on_average = || match self.deciding.as_ref()?.standings.get(at)? {
            Standing::Dominated(other) | Standing::SameAs(other) => Some(*other),
            _ => None,
        };
        self.dominated_by(at).map(|beaten| beaten.by).or_else(on_average)
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

    /// The rows that rest on results and on no price: what is to be told of a plan's further concerns.
    pub fn of_results(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.measure.definition().is_of_results())
    }

    /// The row of a measure, if the table has it.
    pub fn row(&self, measure: Measure) -> Option<&Row> {
        self.rows.iter().find(|row| row.measure == measure)
    }
}
