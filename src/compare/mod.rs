//! Options side by side: measures, differences, dominance, cost per improvement-year, and which inputs differ.

mod comparison;
mod dominance;
mod inputs;
mod measure;
mod value;

pub use comparison::{Comparison, Row};
pub use inputs::{InputDifference, inputs_that_differ};
pub use measure::{Definition, MEASURES, Measure, MeasureId, RESULT_YEARS, Sampling, result_years};
pub use value::{Unit, Value};
