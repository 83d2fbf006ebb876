//! What is looked at first of the lines of a treatment: side by side, so that millions of pairs are passed over without following each
//! line to where the rest of it stands.

use super::begun::Begun;
use super::samples::Sampler;

/// The lines of a treatment that are begun on one day, the cheapest first.
#[derive(Clone, Debug)]
pub(super) struct Glance {
    /// What each costs.
    pub(super) spend: Vec<i64>,
    /// Which ceiling the treatment has in each.
    ceilings: Vec<usize>,
    /// Under each ceiling the most that each reaches by itself.
    alone: Vec<Vec<f64>>,
}

impl Glance {
    pub(super) fn of(begun: &[Begun], sampler: &Sampler) -> Self {
        let ceilings = 0..sampler.ceilings();
        let alone = |ceiling| begun.iter().map(|begun| sampler.alone_under(&begun.sampled, ceiling)).collect();
        Self {
            spend: begun.iter().map(|begun| begun.spend).collect(),
            ceilings: begun.iter().map(|begun| begun.sampled.ceiling()).collect(),
            alone: ceilings.map(alone).collect(),
        }
    }

    /// The most that one of them and a line with this ceiling can reach by themselves, added up; `alone` is that of the other line
    /// under each ceiling.
    #[inline]
    pub(super) fn at_most(&self, at: usize, (ceiling, alone): (usize, &[f64])) -> f64 {
        let ceiling = ceiling.max(self.ceilings[at]);
        alone[ceiling] + self.alone[ceiling][at]
    }
}
