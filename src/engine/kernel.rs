//! What one session does.

use super::tables::KernelShape;
use crate::units::Band;
use std::cmp::Ordering;

/// The response to one session of one treatment in one client.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kernel {
    /// Gain before saturation, as a share of severity: cautious, typical, optimistic.
    pub amplitude: Band,
    /// The share of the gain that persists.
    pub persistence: Band,
    /// How the gain comes and goes.
    pub shape: KernelShape,
    /// The most that can be gained, as a share of severity.
    pub ceiling: f64,
    /// How well rolling, boxcar and icepick scars respond, relative to the amplitude; all 1 for other concerns.
    pub scar_types: [f64; 3],
    /// Days after which a further session counts in full; none means it always does.
    pub reference_gap_days: Option<f64>,
}

impl Kernel {
    /// How much a session counts that comes `gap` days after the last one of its treatment.
    pub(super) fn weight(&self, gap: Option<f64>) -> f64 {
        match (gap, self.reference_gap_days) {
            (Some(gap), Some(reference)) => (gap / reference).min(1.0),
            _ => 1.0,
        }
    }

    /// The order in which kernels are summed: by their figures alone, so that nothing else shows, not in a last bit.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        let pairs = self.figures().into_iter().zip(other.figures());
        pairs.map(|(one, other)| one.total_cmp(&other)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    }

    fn figures(&self) -> [f64; 14] {
        let [shape, [rolling, boxcar, icepick]] =
            [[self.shape.build_months, self.shape.fade_months, self.shape.fade_shape], self.scar_types];
        let (amplitude, persistence) = (self.amplitude.to_array(), self.persistence.to_array());
        let gap = self.reference_gap_days.unwrap_or(-1.0);
        [
            amplitude[1],
            amplitude[0],
            amplitude[2],
            persistence[1],
            persistence[0],
            persistence[2],
            shape[0],
            shape[1],
            shape[2],
            self.ceiling,
            rolling,
            boxcar,
            icepick,
            gap,
        ]
    }
}
