//! What one session does over time.

use crate::units::{Band, DAYS_PER_MONTH};

/// The response to one session of one treatment in one client.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kernel {
    /// Gain before saturation, as a share of severity: cautious, typical, optimistic.
    pub amplitude: Band,
    /// The share of the gain that persists.
    pub persistence: Band,
    /// Build-up time in months.
    pub build_months: f64,
    /// Fade time in months.
    pub fade_months: f64,
    /// How steep the fade is.
    pub fade_shape: f64,
    /// The most that can be gained, as a share of severity.
    pub ceiling: f64,
    /// How well rolling, boxcar and icepick scars respond, relative to the amplitude; all 1 for other concerns.
    pub scar_types: [f64; 3],
    /// Days after which a further session counts in full; none means it always does.
    pub reference_gap_days: Option<f64>,
}

impl Kernel {
    /// Build-up and remaining share of the fading part, both in 0 to 1, `days` after the session.
    pub(super) fn shape(&self, days: f64) -> (f64, f64) {
        let months = days / DAYS_PER_MONTH;
        let built = months / self.build_months;
        // Past this the exponential is below half the distance of 1 from its neighbour: the result is exactly 1.
        let build = if built > 45.0 { 1.0 } else { 1.0 - (1.0 + built) * libm::exp(-built) };
        let faded = months / self.fade_months;
        #[expect(clippy::float_cmp, reason = "2 is written in the catalogue, never computed")]
        let power = if self.fade_shape == 2.0 { faded * faded } else { libm::pow(faded, self.fade_shape) };
        (build, libm::exp(-power))
    }

    /// How much a session counts that comes `gap` days after the last one of its treatment.
    pub(super) fn weight(&self, gap: Option<f64>) -> f64 {
        match (gap, self.reference_gap_days) {
            (Some(gap), Some(reference)) => (gap / reference).min(1.0),
            _ => 1.0,
        }
    }
}
