//! What one session does over time.

use super::exp::exp;
use crate::units::Band;

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
    /// Build-up and remaining share of the fading part, both in 0 to 1, so many months after the session, in order;
    /// both lists are written anew.
    pub(super) fn shape(&self, months: impl Iterator<Item = f64>, build: &mut Vec<f64>, fade: &mut Vec<f64>) {
        build.clear();
        build.extend(months);
        fade.clear();
        #[expect(clippy::float_cmp, reason = "2 is written in the catalogue, never computed")]
        if self.fade_shape == 2.0 {
            fade.extend(build.iter().map(|months| -(months / self.fade_months) * (months / self.fade_months)));
        } else {
            fade.extend(build.iter().map(|months| -libm::pow(months / self.fade_months, self.fade_shape)));
        }
        exp(fade);
        // From here on (1 + u/τm) exp(−u/τm) is below half of the last bit of 1, so the build-up is exactly 1.
        let settled = build.partition_point(|months| months / self.build_months <= 45.0);
        build[settled..].fill(1.0);
        let stages: Vec<f64> = build[..settled].iter().map(|months| months / self.build_months).collect();
        for (build, stage) in build.iter_mut().zip(&stages) {
            *build = -stage;
        }
        exp(&mut build[..settled]);
        for (build, stage) in build.iter_mut().zip(&stages) {
            *build = 1.0 - (1.0 + stage) * *build;
        }
    }

    /// How much a session counts that comes `gap` days after the last one of its treatment.
    pub(super) fn weight(&self, gap: Option<f64>) -> f64 {
        match (gap, self.reference_gap_days) {
            (Some(gap), Some(reference)) => (gap / reference).min(1.0),
            _ => 1.0,
        }
    }
}
