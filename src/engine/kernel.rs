//! What one session does.

use super::tables::KernelShape;
use std::cmp::Ordering;

/// The response to one session of one treatment in one client.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kernel {
    /// Which treatment it is of, by any number that is the same for the same treatment: spacing looks at that, and results
    /// of different treatments do not simply add up.
    pub treatment: usize,
    /// Gain before saturation, as a share of severity.
    pub amplitude: f64,
    /// How many add-ons are in the amplitude.
    pub add_ons: u32,
    /// The share of the gain that persists at first; nothing of an upkeep session does.
    pub persistence: f64,
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
    /// The same for a session of upkeep: it restores, and nothing of it stays for good.
    #[must_use]
    pub fn of_upkeep(self) -> Self {
        Self { persistence: 0.0, ..self }
    }

    /// What its gain counts for, given the client's scar types, each with its share: all of it where nothing fades, what stays of it,
    /// and what passes.
    pub(super) fn factors(&self, types: impl Iterator<Item = (usize, f64)>) -> [f64; 3] {
        let of_types: f64 = types.map(|(scar_type, share)| share * self.scar_types[scar_type]).sum();
        [of_types * self.amplitude, self.amplitude * self.persistence, self.amplitude * (1.0 - self.persistence)]
    }

    /// How much a session counts that comes `gap` days after the last one of its treatment.
    pub(super) fn weight(&self, gap: Option<f64>) -> f64 {
        match (gap, self.reference_gap_days) {
            (Some(gap), Some(reference)) => (gap / reference).min(1.0),
            _ => 1.0,
        }
    }

    /// The order in which kernels are summed: by treatment, then by their figures alone, so that nothing else shows, not in
    /// a last bit.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        let figures = || {
            self.figures().zip(other.figures()).map(|(one, other)| one.total_cmp(&other)).find(|order| order.is_ne())
        };
        let numbers = (self.treatment, self.add_ons).cmp(&(other.treatment, other.add_ons));
        numbers.then_with(|| figures().unwrap_or(Ordering::Equal))
    }

    fn figures(&self) -> impl Iterator<Item = f64> + use<> {
        let KernelShape { build_months, fade_months, fade_shape, wear } = self.shape;
        let own = [self.amplitude, self.persistence, build_months, fade_months, fade_shape, wear, self.ceiling];
        own.into_iter().chain(self.scar_types).chain([self.reference_gap_days.unwrap_or(-1.0)])
    }
}
