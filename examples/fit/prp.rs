//! What PRP multiplies the gain of a needling session by.

use super::course::Response;
use super::data::{Added, Course, added};
use super::numbers::{Grid, t4};
use super::posterior::{Averaged, Posterior, Prior};
use anyhow::Result;
use collagen_ledger::catalog::Catalog;

/// The question of PRP: the logarithm of its factor.
pub(crate) struct Prp {
    prior: Prior,
    pub(crate) trials: Vec<String>,
    averaged: Vec<Averaged>,
}

/// The half-normal of the spread between trials of PRP: the pooled ones differ by no more than chance, so it is small.
const SPREAD: f64 = 0.25;

impl Prp {
    pub(crate) fn read(catalog: &Catalog) -> Result<Self> {
        let prior = Prior::new([0.5, 4.0].map(libm::log), [0.5, 0.5], 0.05, SPREAD);
        let needling = Response::new(catalog, "microneedling", "acne-scars", 30, &[1, 1, 1])?;
        let (mut trials, mut averaged) = (Vec::new(), Vec::new());
        for row in added()? {
            let courses = row.courses()?;
            averaged.push(prior.average(&likelihood(&needling, &row, &courses, prior.grid)));
            trials.push(row.trial);
        }
        Ok(Self { prior, trials, averaged })
    }

    /// What is to be believed of it.
    pub(crate) fn posterior(&self) -> Posterior<'_> {
        self.prior.after(&[self.averaged.iter().collect()])
    }
}

/// How likely each factor makes what PRP was seen to add.
fn likelihood(needling: &Response, row: &Added, courses: &[Course], factors: Grid) -> Vec<f64> {
    let gains = Grid::between(-8.0, 4.0, 0.05);
    let tables: Vec<Vec<f64>> = courses.iter().map(|course| needling.improvements(course, gains)).collect();
    let of_course = |table: &Vec<f64>, factor: f64| {
        // The gain of one session without PRP that comes to what was seen without it.
        let without = row.without.map_or(libm::log(needling.catalogued), |percent| {
            let above = table.partition_point(|improvement| *improvement < percent).max(1);
            let [low, high] = [table[above - 1], table[above]];
            gains.at(above - 1) + gains.step * (percent - low) / (high - low)
        });
        let gain = gains.read(table, without + factor) - gains.read(table, without);
        t4((row.gain - gain) / row.error)
    };
    factors.values().map(|factor| tables.iter().map(|table| of_course(table, factor)).sum()).collect()
}
