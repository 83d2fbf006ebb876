//! The arms of trials: what one treatment came to in one trial, and what would have been expected of it.

use super::course::Response;
use super::data::{Reading, readings};
use super::numbers::{Belief, Grid, Range, as_number, t4, t4_below};
use anyhow::Result;
use collagen_ledger::catalog::Catalog;

/// What several trials answer: how strong a treatment is on a concern.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Question {
    pub(crate) treatment: String,
    pub(crate) concern: String,
}

/// One treatment in one trial.
pub(crate) struct Arm {
    pub(crate) trial: String,
    pub(crate) question: Question,
    /// Whether it is kept apart, for a check.
    pub(crate) is_held: bool,
    /// The catalogue's gain of one session.
    pub(crate) catalogued: f64,
    pub(crate) looks: Vec<Look>,
}

/// A reading, and what would be expected of it.
pub(crate) struct Look {
    /// Mean improvement in percent.
    pub(crate) measured: f64,
    /// The error of that, in points.
    pub(crate) error: f64,
    /// The improvement for each logarithm of the gain of one session, for everything that may have been done.
    pub(crate) expected: Vec<Vec<f64>>,
}

/// The arms of all trials, in the order of the table.
pub(crate) fn arms(catalog: &Catalog, gains: Grid) -> Result<Vec<Arm>> {
    let mut arms: Vec<Arm> = Vec::new();
    for reading in readings()? {
        let question = Question { treatment: reading.treatment.clone(), concern: reading.concern.clone() };
        let (look, catalogued) = look(catalog, &reading, gains)?;
        let is_held = reading.is_held();
        let same = |arm: &&mut Arm| arm.trial == reading.trial && arm.question == question && arm.is_held == is_held;
        match arms.iter_mut().find(same) {
            Some(arm) => arm.looks.push(look),
            None => arms.push(Arm { trial: reading.trial, question, is_held, catalogued, looks: vec![look] }),
        }
    }
    Ok(arms)
}

fn look(catalog: &Catalog, reading: &Reading, gains: Grid) -> Result<(Look, f64)> {
    let scars = reading.scar_parts()?;
    let response = Response::new(catalog, &reading.treatment, &reading.concern, reading.age, &scars)?;
    let courses = reading.courses()?;
    let expected = courses.iter().map(|course| response.improvements(course, gains)).collect();
    Ok((Look { measured: reading.percent, error: reading.error_points(), expected }, response.catalogued))
}

impl Arm {
    /// How likely each gain of one session makes these readings. They are of the same people: n of them count as one.
    pub(crate) fn likelihood(&self, measured: impl IntoIterator<Item = f64>) -> Vec<f64> {
        let cells = self.looks.first().and_then(|look| look.expected.first()).map_or(0, Vec::len);
        let mut likelihood = vec![1.0; cells];
        for (look, measured) in self.looks.iter().zip(measured) {
            let error = self.shared_error(look);
            for (cell, product) in likelihood.iter_mut().enumerate() {
                let of_course = |expected: &Vec<f64>| t4((measured - expected[cell]) / error);
                *product *= look.expected.iter().map(of_course).sum::<f64>();
            }
        }
        likelihood
    }

    /// The error of one of several readings of the same people.
    pub(crate) fn shared_error(&self, look: &Look) -> f64 {
        look.error * libm::sqrt(as_number(self.looks.len()))
    }
}

impl Look {
    /// How likely it is to read less than this, if the gain of one session is as believed.
    pub(crate) fn below(&self, gain: &Belief, percent: f64) -> f64 {
        let of_course = |expected: &Vec<f64>| {
            let cells = expected.iter().zip(&gain.weights);
            cells.map(|(expected, weight)| weight * t4_below((percent - expected) / self.error)).sum::<f64>()
        };
        self.expected.iter().map(of_course).sum::<f64>() / as_number(self.expected.len())
    }

    /// The range of what it would read.
    pub(crate) fn range(&self, gain: &Belief) -> Range {
        let reading = |chance: f64| {
            // Halved until it is known to a thousandth of a point.
            let [mut low, mut high] = [-100.0, 200.0];
            while high - low > 0.001 {
                let middle = f64::midpoint(low, high);
                if self.below(gain, middle) < chance { low = middle } else { high = middle }
            }
            low
        };
        Range { low: reading(0.1), middle: reading(0.5), high: reading(0.9) }
    }
}
