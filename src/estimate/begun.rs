//! An option as it is once all of it has been begun on some day.

use super::occasion::NEAR;
use super::result::Projection;
use crate::units::{Day, Outlook};
use std::sync::Arc;

/// What of an option days that matter are held against; days are counted from its own start.
#[derive(Clone)]
pub(super) struct Begun {
    pub(super) projection: Option<Arc<Projection>>,
    /// The last day of the plan.
    pub(super) horizon: Day,
    /// Of each session the days on which one may not want to be seen: the first, and the first behind them.
    pub(super) unseen: Arc<Vec<(Day, Day)>>,
    /// The day of the first session.
    pub(super) first: Option<Day>,
}

impl Begun {
    /// The improvement on a day of it; none without a projection, and on days that it does not have.
    pub(super) fn improvement(&self, day: Day) -> Option<Outlook> {
        self.projection
            .as_ref()
            .filter(|_| (0..=self.horizon).contains(&day))
            .map(|projection| projection.improvement(day))
    }

    /// Its highest typical improvement.
    pub(super) fn best(&self) -> Option<f64> {
        Some(self.projection.as_ref()?.peak?.improvement.typical)
    }

    /// The day of the last session that may still show on a day.
    pub(super) fn shows(&self, day: Day) -> Option<Day> {
        self.unseen.iter().rev().find(|(first, behind)| (*first..*behind).contains(&day)).map(|(first, _)| *first)
    }

    /// Whether its result on a day is at this level.
    pub(super) fn is_at(&self, day: Day, level: f64) -> bool {
        self.improvement(day).is_some_and(|improvement| improvement.typical >= level)
    }

    /// Whether its result on a day is near its best, and near what is the best of it as it is planned, and nothing shows.
    pub(super) fn is_well(&self, day: Day, planned: f64) -> bool {
        self.best().is_some_and(|best| self.is_at(day, NEAR * best.max(planned))) && self.shows(day).is_none()
    }
}
