//! The result of an option: a curve that answers for any day, and the measures read off it.

use super::context::Model;

use crate::engine::{Ageing, Measures, Program};
use crate::schedule::Schedule;
use crate::units::{Band, DAYS_PER_MONTH, Day};
use std::sync::Arc;

/// The projected result of an option.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    program: Program,
    ageing: Ageing,
    /// The days of all sessions, in order.
    sessions: Vec<Day>,
    /// Days after a session to which evidence reaches.
    evidence_days: f64,
    /// The days of the grid, with their improvement.
    grid: (Arc<Vec<Day>>, Band<Vec<f64>>),
    /// Further days often asked for, in order, with what they came to; some may stand in the grid too.
    marked: Vec<(Day, ResultPoint)>,
    /// The highest typical improvement; none if there is no improvement at all.
    pub peak: Option<Peak>,
    /// Area under the improvement over the horizon: 1 is the whole severity for one year.
    pub improvement_years: Band,
    /// The first day on which the typical improvement is noticeable.
    pub noticeable: Option<Day>,
    /// Months from the course's last session until the typical improvement is under two thirds of its peak; none if
    /// that is beyond the horizon or there is no improvement.
    pub duration_months: Option<f64>,
    /// Months during which the typical improvement is at or above the target; none without a target.
    pub months_at_target: Option<f64>,
    /// Stretches beyond what studies have followed, first and last day.
    pub beyond_evidence: Vec<(Day, Day)>,
}

/// The highest typical improvement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Peak {
    /// The day it is reached.
    pub day: Day,
    /// Months after the course's last session; below zero if the course still goes on.
    pub months_after_course: f64,
    /// The improvement on that day.
    pub improvement: Band,
}

/// The result on one day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ResultPoint {
    /// Gain over doing nothing on that day, as a share.
    pub improvement: Band,
    /// Severity if nothing were done, 1 on the first day.
    pub untreated: f64,
    /// Change against the first day, as a share of starting severity; below zero where ageing outweighs the gain.
    pub net: Band,
    /// Whether the day lies beyond what studies have followed.
    pub extrapolated: bool,
}

/// The figures of a projected result.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultFigures {
    /// The highest typical improvement.
    pub peak: Option<Peak>,
    /// Area under the improvement over the horizon.
    pub improvement_years: Band,
    /// The first day on which the typical improvement is noticeable.
    pub noticeable: Option<Day>,
    /// Months from the course's last session until the typical improvement is under two thirds of its peak.
    pub duration_months: Option<f64>,
    /// Months at or above the target.
    pub months_at_target: Option<f64>,
    /// On the first day of each year and at the end of the last one: the improvement, and the severity if nothing were done.
    pub years: Vec<(Band, f64)>,
}

impl Projection {
    /// The result of a program. `days` are those of the grid of its sessions; `bounds` are further days often asked for.
    pub(super) fn new(
        model: &Model,
        program: Program,
        schedule: &Schedule,
        days: &Arc<Vec<Day>>,
        bounds: &[Day],
    ) -> Self {
        let sums = program.sums(days);
        let curve = sums.curve();
        let measures = Measures::of(&program, &sums, &curve, &model.thresholds);
        let course_end = schedule.course_end();
        let after_course = |day: Day| Some(f64::from(day - course_end?) / DAYS_PER_MONTH);
        let sessions: Vec<Day> = schedule.sessions.iter().map(|session| session.day).collect();
        let mut projection = Self {
            ageing: model.ageing,
            beyond_evidence: beyond_evidence(&sessions, model.evidence_days, days[days.len() - 1]),
            sessions,
            evidence_days: model.evidence_days,
            peak: measures.peak.and_then(|(day, improvement)| {
                Some(Peak { day, months_after_course: after_course(day)?, improvement })
            }),
            improvement_years: measures.years,
            noticeable: measures.noticeable,
            duration_months: measures.over.and_then(after_course),
            months_at_target: measures.days_at_target.map(|days| days / DAYS_PER_MONTH),
            grid: (Arc::clone(days), curve),
            marked: Vec::new(),
            program,
        };
        projection.marked = projection.points(bounds, &projection.program.curve(bounds)).collect();
        projection
    }

    /// Takes the figures as they were; `bounds` are the days they are of. The curve between them stays that of the program.
    pub(super) fn recall(&mut self, figures: &ResultFigures, bounds: &[Day]) {
        self.peak = figures.peak;
        self.improvement_years = figures.improvement_years;
        self.noticeable = figures.noticeable;
        self.duration_months = figures.duration_months;
        self.months_at_target = figures.months_at_target;
        let years = bounds.iter().zip(&figures.years);
        let points = years.map(|(day, (improvement, untreated))| (*day, self.point(*day, *improvement, *untreated)));
        self.marked = points.collect();
    }

    /// Its figures, with those of these days.
    pub(super) fn figures(&self, days: &[Day]) -> ResultFigures {
        let of_day = |day: &Day| {
            let point = self.at(*day);
            (point.improvement, point.untreated)
        };
        ResultFigures {
            peak: self.peak,
            improvement_years: self.improvement_years,
            noticeable: self.noticeable,
            duration_months: self.duration_months,
            months_at_target: self.months_at_target,
            years: days.iter().map(of_day).collect(),
        }
    }

    /// The result on any day.
    pub fn at(&self, day: Day) -> ResultPoint {
        let point = || self.point(day, self.improvement(day), self.ageing.untreated(day));
        self.marked(day).unwrap_or_else(point)
    }

    /// The improvement on any day.
    pub fn improvement(&self, day: Day) -> Band {
        let (days, curve) = &self.grid;
        let of_grid = || Some(on(curve, days.binary_search(&day).ok()?));
        let marked = self.marked(day).map(|point| point.improvement);
        marked.or_else(of_grid).unwrap_or_else(|| self.program.improvement(day))
    }

    /// The result on each day of the grid.
    pub(super) fn along(&self) -> impl Iterator<Item = ResultPoint> {
        let points = self.points(&self.grid.0, &self.grid.1);
        points.map(|(day, point)| self.marked(day).unwrap_or(point))
    }

    fn marked(&self, day: Day) -> Option<ResultPoint> {
        Some(self.marked[self.marked.binary_search_by_key(&day, |(day, _)| *day).ok()?].1)
    }

    fn points(&self, days: &[Day], curve: &Band<Vec<f64>>) -> impl Iterator<Item = (Day, ResultPoint)> {
        let untreated = days.iter().zip(self.ageing.curve(days)).enumerate();
        untreated.map(|(at, (day, untreated))| (*day, self.point(*day, on(curve, at), untreated)))
    }

    /// Whether a day lies beyond what studies have followed: too long after the session before it.
    pub fn extrapolated(&self, day: Day) -> bool {
        let before = self.sessions.partition_point(|session| *session <= day);
        before.checked_sub(1).is_some_and(|last| f64::from(day - self.sessions[last]) > self.evidence_days)
    }

    fn point(&self, day: Day, improvement: Band, untreated: f64) -> ResultPoint {
        let net = improvement.map(|improvement| 1.0 - untreated * (1.0 - improvement));
        ResultPoint { improvement, untreated, net, extrapolated: self.extrapolated(day) }
    }
}

/// The improvement at a position of a curve.
fn on(curve: &Band<Vec<f64>>, at: usize) -> Band {
    let Band { cautious, typical, optimistic } = curve;
    Band { cautious: cautious[at], typical: typical[at], optimistic: optimistic[at] }
}

/// Stretches beyond what studies have followed, first and last day.
fn beyond_evidence(sessions: &[Day], evidence_days: f64, horizon: Day) -> Vec<(Day, Day)> {
    // The day of a session counts as close to it.
    let next = sessions.iter().skip(1).map(|session| session - 1).chain([horizon]);
    let stretches = sessions.iter().zip(next).map(|(session, next)| {
        #[expect(clippy::cast_possible_truncation, reason = "the evidence reaches a few hundred days")]
        let first = session + evidence_days.floor() as Day + 1;
        (first, next)
    });
    stretches.filter(|(first, last)| first <= last).collect()
}
