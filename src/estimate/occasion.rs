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
    /// it; below zero if that would have been before the plan. None without a projection, and where days are kept free that
    /// some sessions would have to give way to.
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
const NEAR: f64 = 0.9;

/// So many days at most everything is moved.
const FAR: Day = 28;

impl OnOccasion {
    /// Whether the result is near its best.
    pub fn is_near_its_best(&self) -> bool {
        self.of_best.is_some_and(|share| share >= NEAR)
    }
}

/// What a day that matters is held against.
pub(super) struct Occurring<'a> {
    pub(super) projection: Option<&'a Projection>,
    /// The days on which the curve is drawn.
    pub(super) days: &'a [Day],
    /// Of each session the days on which one may not want to be seen: the first, and the first behind them.
    pub(super) unseen: &'a [(Day, Day)],
    /// The day of the first session.
    pub(super) first: Option<Day>,
    /// Whether all sessions can be moved together: no days are kept free that some would have to give way to.
    pub(super) is_movable: bool,
}

impl Occurring<'_> {
    pub(super) fn on(&self, day: Day) -> OnOccasion {
        let improvement = self.projection.map(|projection| projection.improvement(day));
        let peak = self.projection.and_then(|projection| projection.peak).map(|peak| peak.improvement.typical);
        let shows = self.shows(day);
        OnOccasion {
            day,
            improvement,
            of_best: improvement.zip(peak).map(|(improvement, peak)| improvement.typical / peak),
            shows,
            moved: self
                .projection
                .filter(|_| shows.is_some() && self.is_movable)
                .and_then(|projection| self.moved(projection, day)),
            latest_start: self.projection.filter(|_| self.is_movable).zip(peak).and_then(|(projection, peak)| {
                let is_well =
                    |other: &Day| self.shows(*other).is_none() && projection.improvement(*other).typical >= NEAR * peak;
                // All sessions moved with it: the same course, seen so many days sooner.
                self.days.iter().copied().find(is_well).map(|first| day - first)
            }),
        }
    }

    /// The day of the last session that may still show on a day.
    fn shows(&self, day: Day) -> Option<Day> {
        self.unseen.iter().rev().find(|(first, behind)| (*first..*behind).contains(&day)).map(|(first, _)| *first)
    }

    /// The nearest way to have nothing show on a day.
    fn moved(&self, projection: &Projection, day: Day) -> Option<Moved> {
        let (first, last) = (self.first?, self.days.last().copied()?);
        let is_free = |by: &Day| {
            let seen = day - by;
            (0..=last).contains(&seen) && first + by >= 0 && self.shows(seen).is_none()
        };
        let by = (1..=FAR).flat_map(|days| [days, -days]).find(is_free)?;
        let typical = |day: Day| projection.improvement(day).typical;
        Some(Moved { by, costs: typical(day) - typical(day - by) })
    }
}
