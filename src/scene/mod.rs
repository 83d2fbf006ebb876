//! The charts as data: what is drawn of an estimate, before anybody knows how. The window and paper each paint any of
//! them; what a chart says about itself is in `wording/charts.rs`.

mod curve;
mod improvement;
mod picture;
mod spend;

pub use curve::{Curve, Vertex, beyond_evidence};
pub use picture::{Baseline, Chart, ROOM_FOR_BUDGET, Scale, Scene};
pub use spend::share_of_most;

use crate::estimate::Estimate;

impl Chart {
    /// Makes the scene of an estimate; none if the estimate has no such chart.
    pub fn of(self, estimate: &Estimate, against: Baseline) -> Option<Scene<'_>> {
        match self {
            Self::Spend => (!estimate.unpriced).then(|| spend::scene(estimate)),
            Self::Improvement => improvement::scene(estimate, against),
        }
    }
}
