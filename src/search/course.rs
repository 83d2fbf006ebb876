//! Courses that are followed by upkeep that waits for the result of the whole plan to fade.

use super::days::Days;
use super::side::Side;
use super::upkept::Steps;
use super::window::Window;
use crate::units::{Day, Money};

/// A course, and what may follow it.
#[derive(Clone, Debug)]
pub(super) struct Course {
    pub(super) side: Side,
    /// The candidates that wait, each with the share of the peak that it waits for: the highest first.
    pub(super) waiting: Vec<(usize, f64)>,
    /// The first day on which one may be given again.
    pub(super) from: Day,
    /// The least days from one session to the next.
    pub(super) interval: Day,
    /// The sessions that may follow.
    pub(super) steps: Steps,
}

impl Course {
    /// The highest share of the peak that any of its candidates waits for.
    pub(super) fn highest_share(&self) -> f64 {
        self.waiting.first().map_or(0.0, |(_, share)| *share)
    }

    /// A line without upkeep, given again no sooner than so many days after its last session, for at least so much a session; none if
    /// that is not within the plan.
    pub(super) fn new(
        (side, days): (Side, &Days),
        waiting: Vec<(usize, f64)>,
        (least, cost): (Day, Money),
        (window, horizon): (&Window, Day),
    ) -> Option<Self> {
        let interval = least.max(1);
        let from = days.given.last()?.day + interval;
        if from >= horizon {
            return None;
        }
        let kernel = &side.kernel;
        let of_types = |gain: f64| kernel.scar_types.map(|responds| responds * kernel.amplitude * gain);
        let passing = kernel.shape.passing(horizon);
        let until = |day: Day| if from < day { ((day - 1 - from) / interval + 1).cast_unsigned() } else { 0 };
        let steps = Steps {
            cost,
            whole: of_types(passing.iter().sum()),
            highest: of_types(passing.into_iter().fold(0.0, f64::max)),
            building: of_types(kernel.shape.building(interval)),
            most: until(horizon),
            before: until(window.days().0),
            is_exact: true,
        };
        Some(Self { side, waiting, from, interval, steps })
    }
}
