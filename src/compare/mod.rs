//! Options side by side: measures, differences, what speaks for each as a choice, and which inputs differ.

mod comparison;
mod deciding;
mod inputs;
mod measure;
mod turns;
mod value;

pub use comparison::{Comparison, Row};
pub use deciding::Deciding;
pub use inputs::{InputDifference, inputs_that_differ};
pub use measure::{Definition, MEASURES, Measure, MeasureId, RESULT_YEARS, Sampling, result_years};
pub use turns::{Turn, turns};
pub use value::{Beaten, Unit, Value};
