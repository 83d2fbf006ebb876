//! The stretch of time that both charts show.

use crate::units::Day;

/// The shortest stretch, in days.
const SHORTEST: f64 = 28.0;

/// From one day to another, both counted from the plan's start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The first day.
    pub from: f64,
    /// The last day.
    pub to: f64,
}

impl Stretch {
    /// The whole plan.
    pub fn whole(horizon: Day) -> Self {
        Self { from: 0.0, to: f64::from(horizon) }
    }

    /// How long it is, in days.
    pub fn length(self) -> f64 {
        self.to - self.from
    }

    /// As many times as long, around the same middle.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        let (middle, half) = (f64::midpoint(self.from, self.to), self.length() * factor / 2.0);
        Self { from: middle - half, to: middle + half }
    }

    /// As long, moved by a share of its length.
    #[must_use]
    pub fn moved(self, share: f64) -> Self {
        let by = self.length() * share;
        Self { from: self.from + by, to: self.to + by }
    }

    /// Brought inside the whole; none if it is the whole.
    pub fn within(self, whole: Self) -> Option<Self> {
        let length = self.length().clamp(SHORTEST.min(whole.length()), whole.length());
        let from = (f64::midpoint(self.from, self.to) - length / 2.0).clamp(whole.from, whole.to - length);
        (length < whole.length() * 0.999).then_some(Self { from, to: from + length })
    }
}
