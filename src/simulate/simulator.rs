//! Courses drawn one after the other: what an edit leaves alone is kept.

use super::course::Course;
use super::drawing::Drawing;
use super::draws::{Draws, Parameter};
use super::nodes::KeptTables;
use super::simulation::Simulation;
use crate::engine::{Cache, Scale};
use ensemble::Processor;
use std::collections::VecDeque;
use std::sync::Arc;

/// How many draws a range rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Precision(pub u32);

impl Precision {
    /// While something moves.
    pub const MOVING: Self = Self(2_048);
    /// At rest.
    pub const RESTING: Self = Self(8_192);

    /// So many draws.
    pub fn draws(self) -> usize {
        Draws::held(self.0) as usize
    }
}

/// More options than a plan has, and a few steps of undo.
const MOST: usize = 24;

/// Draws courses and keeps what it has drawn by the content of what that depends on: an edit of one option draws one
/// option. What comes out is the same as from scratch, bit for bit.
#[derive(Debug)]
pub struct Simulator {
    draws: Cache<Precision, Draws>,
    /// What further treatments add, in each draw.
    together: Cache<(Precision, f64, Scale), Vec<f32>>,
    tables: KeptTables,
    /// The oldest comes first.
    kept: VecDeque<Arc<Simulation>>,
    /// Room for the values of all draws on all days, of clinics and of people.
    rows: [Vec<u16>; 2],
    processor: Processor,
}

impl Default for Simulator {
    fn default() -> Self {
        Self::on(Processor::detected())
    }
}

impl Simulator {
    /// One that uses what this processor can do; what comes out is the same with any.
    pub fn on(processor: Processor) -> Self {
        Self {
            draws: Cache::new(3),
            together: Cache::new(3),
            tables: KeptTables::default(),
            kept: VecDeque::new(),
            rows: [Vec::new(), Vec::new()],
            processor,
        }
    }

    /// Forgets the courses it has drawn, as if none had been drawn before.
    pub fn forget(&mut self) {
        self.kept.clear();
    }

    /// The draws of a precision.
    pub fn draws(&mut self, precision: Precision) -> Arc<Draws> {
        self.draws.get(precision, PartialEq::eq, |precision| (precision, Draws::new(precision.0)))
    }

    /// The improvement-years of one person in a course: when all is typical, and with each of these parameters at the ends
    /// of its range of 80% while all others are typical.
    pub fn one_by_one(&mut self, course: &Course<'_>, parameters: &[Parameter]) -> (f64, Vec<[f64; 2]>) {
        let draws = Draws::one_by_one(parameters);
        let together = together(&draws, course);
        let drawn = Drawing::new(&draws, course, &together, &mut self.tables).run(self.processor, &mut self.rows);
        let mut years = vec![0.0; draws.count()];
        for (number, of_draw) in draws.numbers().iter().zip(&drawn.figures.years.people) {
            years[*number as usize] = f64::from(*of_draw);
        }
        let ends = years[1..].chunks_exact(2).map(|ends| [ends[0], ends[1]]);
        (years[0], ends.collect())
    }

    /// The ranges of a course.
    pub fn simulate(&mut self, course: &Course<'_>, precision: Precision) -> Arc<Simulation> {
        let draws = self.draws(precision);
        let (typical, scale) = course.conditions.uncertainty.together;
        let key = (precision, typical, scale);
        let together = self.together.get(key, PartialEq::eq, |key| (key, together(&draws, course)));
        let (tables, rows, processor) = (&mut self.tables, &mut self.rows, self.processor);
        if let Some(kept) = self.kept.iter().find(|kept| kept.draws == draws.count() && kept.is_of(course)) {
            return Arc::clone(kept);
        }
        let drawn = Arc::new(Drawing::new(&draws, course, &together, tables).run(processor, rows));
        if self.kept.len() >= MOST {
            self.kept.pop_front();
        }
        self.kept.push_back(Arc::clone(&drawn));
        drawn
    }
}

/// What further treatments add, in each draw.
fn together(draws: &Draws, course: &Course<'_>) -> Vec<f32> {
    let (typical, scale) = course.conditions.uncertainty.together;
    #[expect(clippy::cast_possible_truncation, reason = "draws are worked out in single precision")]
    let values = draws.of(Parameter::Together).map(|z| scale.at(typical, z) as f32).collect();
    values
}
