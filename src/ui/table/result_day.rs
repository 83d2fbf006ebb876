//! The day of the results, which is the charts' cursor.

use crate::compare::{Measure, MeasureId, result_years};
use crate::estimate::Estimate;
use crate::evaluation::Evaluation;
use crate::locale::{tr, trn};
use crate::ui::ViewState;
use crate::units::Day;
use crate::wording;

/// The day of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ResultDay {
    /// A day of the plan.
    Day(Day),
    /// Each option's own best day.
    Peak,
}

impl ResultDay {
    /// The day of the cursor; without one the days of the peaks, if these were chosen, or the last day.
    pub(super) fn of(evaluation: &Evaluation, state: &ViewState) -> Self {
        match state.cursor.or(state.pinned) {
            Some(day) => Self::Day(day),
            None if state.at_peak => Self::Peak,
            None => Self::Day(evaluation.estimate.horizon_days),
        }
    }

    /// Those offered besides the day of the cursor.
    pub(super) fn offered(estimate: &Estimate) -> impl Iterator<Item = Self> {
        let days = result_years(estimate.horizon_years).map(|year| Self::Day(estimate.year_bounds[year as usize]));
        days.chain([Self::Peak])
    }

    /// Puts the results, and with them the cursor, on it.
    pub(super) fn choose(self, horizon: Day, state: &mut ViewState) {
        state.at_peak = self == Self::Peak;
        state.pinned = match self {
            Self::Day(day) if day != horizon => Some(day),
            _ => None,
        };
        state.cursor = state.pinned;
    }

    /// As the head of the results says it.
    pub(super) fn name(self, estimate: &Estimate) -> String {
        let Self::Day(day) = self else { return tr!("at its peak").to_owned() };
        match estimate.year_bounds.iter().position(|bound| *bound == day) {
            Some(0) => tr!("today").to_owned(),
            Some(year) => trn!(year as u64, "after {year} year", "after {year} years", year),
            None => wording::date(estimate.date(day)),
        }
    }

    /// The measure by which such results are explained and put in order.
    pub(super) fn measure(self, estimate: &Estimate) -> Measure {
        match self {
            Self::Day(day) => Measure::improvement_near(estimate, day),
            Self::Peak => Measure { id: MeasureId::Peak, year: None },
        }
    }
}
