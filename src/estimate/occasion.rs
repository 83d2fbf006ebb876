//! How an option stands on a day that matters: whether its result is near its best then, and whether anything shows.

use super::result::Projection;
use crate::units::{Day, Outlook};

/// How an option stands on a day that matters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OnOccasion {
    /// The day.
    pub day: Day,
    /// The improvement on it; none without a projection.
    pub improvement: Option<Outlook>,
    /// The typical improvement then as a share of the option's own highest; none if there is none.
    pub of_best: Option<f64>,
    /// The day of the session that may still show then, if one does.
    pub shows: Option<Day>,
    /// The nearest way to have nothing show: everything moved by a few days; none if nothing shows, or within that time
    /// there is no way.
    pub moved: Option<Moved>,
    /// The last first day of the plan with which the result is near its best and nothing shows, as if all sessions moved with
    /// it, and gave way to days that are kept free as they do now; below zero if that would have been before the plan. None
    /// without a projection, and for what has begun.
    pub latest_start: Option<Day>,
}

/// All sessions moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// By so many days, below zero for earlier.
    pub by: Day,
    /// What the improvement on the day loses by that, as a share; below zero if it gains.
    pub costs: f64,
}

/// From this share of its highest on a result is near its best: our assumption, about what an eye tells apart.
pub(super) const NEAR: f64 = 0.9;

impl OnOccasion {
    /// Whether the result is near its best.
    pub fn is_near_its_best(&self) -> bool {
        self.of_best.is_some_and(|share| share >= NEAR)
    }

    /// The same with the ranges of what has been drawn.
    pub(super) fn ranged(self, projection: Option<&Projection>) -> Self {
        Self { improvement: projection.map(|projection| projection.improvement(self.day)), ..self }
    }
}
