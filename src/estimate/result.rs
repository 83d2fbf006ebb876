//! The result of an option: a curve that answers for any day, and the measures read off it.

use super::{Context, ResultPoint};
use crate::catalog::{ModelRules, TimelineAnchor};
use crate::response::{Ageing, Model, Superposition};
use crate::schedule::{Phase, Schedule};
use crate::units::{Band, DAYS_PER_MONTH, DAYS_PER_YEAR, Day};

/// The projected result of an option.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    sum: Superposition,
    ageing: Ageing,
    /// The days of all sessions, in order.
    sessions: Vec<Day>,
    /// Days after a session to which evidence reaches.
    evidence_days: f64,
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
    /// Healing, building, peak, plateau and fading, as far as within the horizon.
    pub phases: Vec<PhaseSpan>,
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

/// A stretch of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseSpan {
    /// Its id in the catalogue.
    pub id: String,
    /// As shown.
    pub name: String,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
}

/// The days on which curves are computed: every week, the end, and the days around each session, where curves step.
pub(super) fn grid(schedule: &Schedule, horizon: Day) -> Vec<Day> {
    let weeks = (0..=horizon).step_by(7);
    let steps = schedule.sessions.iter().flat_map(|session| [0, 1, 2, 4].map(|after| session.day + after));
    let mut days: Vec<Day> = weeks.chain([horizon]).chain(steps.filter(|day| *day <= horizon)).collect();
    days.sort_unstable();
    days.dedup();
    days
}

impl Projection {
    /// The result of these sessions, and its values on these days, which must be those of [`grid`].
    pub(super) fn new(
        context: &Context<'_>,
        model: &Model<'_>,
        sum: Superposition,
        schedule: &Schedule,
        days: &[Day],
    ) -> (Self, Vec<ResultPoint>) {
        let rules = &context.catalog.model;
        let mut projection = Self {
            sum,
            ageing: model.ageing(),
            sessions: schedule.sessions.iter().map(|session| session.day).collect(),
            evidence_days: rules.evidence_months.value * DAYS_PER_MONTH,
            peak: None,
            improvement_years: Band::default(),
            noticeable: None,
            duration_months: None,
            months_at_target: None,
            phases: phases(context, schedule),
            beyond_evidence: Vec::new(),
        };
        projection.beyond_evidence = projection.beyond_evidence(context.horizon);
        let values = projection.sum.curve(days);
        projection.measure(context, schedule, rules, days, &values);
        let untreated = projection.ageing.curve(days);
        let points = days.iter().zip(values).zip(untreated);
        let points = points.map(|((day, value), untreated)| projection.point(*day, value, untreated)).collect();
        (projection, points)
    }

    /// The result on any day.
    pub fn at(&self, day: Day) -> ResultPoint {
        self.point(day, self.sum.improvement(day), self.ageing.untreated(day))
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

    fn beyond_evidence(&self, horizon: Day) -> Vec<(Day, Day)> {
        // The day of a session counts as close to it.
        let next = self.sessions.iter().skip(1).map(|session| session - 1).chain([horizon]);
        let stretches = self.sessions.iter().zip(next).map(|(session, next)| {
            #[expect(clippy::cast_possible_truncation, reason = "the evidence reaches a few hundred days")]
            let first = session + self.evidence_days.floor() as Day + 1;
            (first, next)
        });
        stretches.filter(|(first, last)| first <= last).collect()
    }

    /// Reads the measures off a grid of its own, so that they do not depend on what is drawn.
    fn measure(
        &mut self,
        context: &Context<'_>,
        schedule: &Schedule,
        rules: &ModelRules,
        days: &[Day],
        values: &[Band],
    ) {
        if self.sessions.is_empty() {
            self.months_at_target = context.plan.target.map(|_| 0.0);
            return;
        }
        let typical: Vec<f64> = values.iter().map(|value| value.typical).collect();
        self.improvement_years = area(days, values);
        self.months_at_target = context.plan.target.map(|target| days_at(days, &typical, target) / DAYS_PER_MONTH);
        let noticeable = |day| rules.noticeable.value * self.sum.ceiling(day);
        let is_noticeable = |day, gain| gain > 0.0 && gain >= noticeable(day);
        self.noticeable = self.first_day(days, &typical, is_noticeable);
        self.peak = self.highest(days, &typical, schedule);
        self.duration_months = self.peak.and_then(|peak| {
            let end = rules.duration_share.value * peak.improvement.typical;
            let later = days.partition_point(|day| *day < peak.day);
            let day = self.first_day(&days[later..], &typical[later..], |_, gain| gain < end)?;
            Some(f64::from(day - schedule.course_end()?) / DAYS_PER_MONTH)
        });
    }

    /// The first day on which something holds of the typical gain: found on the grid, then dated to the day.
    fn first_day(&self, days: &[Day], typical: &[f64], holds: impl Fn(Day, f64) -> bool) -> Option<Day> {
        let at = days.iter().zip(typical).position(|(day, gain)| holds(*day, *gain))?;
        let from = at.checked_sub(1).map_or(days[at], |before| days[before] + 1);
        let daily: Vec<Day> = (from..=days[at]).collect();
        let gains = self.sum.typical_curve(&daily);
        daily.into_iter().zip(gains).find(|(day, gain)| holds(*day, *gain)).map(|(day, _)| day)
    }

    /// The highest day. Every week that comes near the highest one is looked at day by day: after each upkeep session the
    /// curve has a summit of its own, and the highest of them may lie between two days of the grid.
    fn highest(&self, days: &[Day], typical: &[f64], schedule: &Schedule) -> Option<Peak> {
        let near = NEAR * typical.iter().copied().fold(0.0, f64::max);
        let around = |at: usize| days[at.saturating_sub(1)]..=days[(at + 1).min(days.len() - 1)];
        let is_summit = |at: usize| {
            let beside = [typical.get(at.wrapping_sub(1)), typical.get(at + 1)];
            typical[at] >= near && beside.into_iter().flatten().all(|other| *other <= typical[at])
        };
        let mut candidates: Vec<Day> = (0..days.len()).filter(|at| is_summit(*at)).flat_map(around).collect();
        candidates.sort_unstable();
        candidates.dedup();
        let gains = self.sum.typical_curve(&candidates);
        // The first of equal days.
        let (day, _) = candidates.into_iter().zip(gains).rev().max_by(|one, other| one.1.total_cmp(&other.1))?;
        let improvement = self.sum.improvement(day);
        let months_after_course = f64::from(day - schedule.course_end()?) / DAYS_PER_MONTH;
        (improvement.typical > 0.0).then_some(Peak { day, months_after_course, improvement })
    }
}

/// How near to the highest value of the grid a summit must come to be looked at day by day.
const NEAR: f64 = 0.995;

/// Area under a curve, in years, by trapezoids.
fn area(days: &[Day], values: &[Band]) -> Band {
    let slices = days.windows(2).zip(values.windows(2));
    slices.fold(Band::default(), |sum, (days, values)| {
        let years = f64::from(days[1] - days[0]) / DAYS_PER_YEAR;
        let mean = values[0].zip(values[1], f64::midpoint);
        sum.zip(mean, |sum, mean| sum + years * mean)
    })
}

/// Days during which a curve, taken as straight between its points, is at or above a level.
fn days_at(days: &[Day], values: &[f64], level: f64) -> f64 {
    let slices = days.windows(2).zip(values.windows(2));
    slices
        .map(|(days, values)| {
            let (above, below) = (values[0].max(values[1]), values[0].min(values[1]));
            let share = match () {
                () if below >= level => 1.0,
                () if above < level => 0.0,
                () => (above - level) / (above - below),
            };
            share * f64::from(days[1] - days[0])
        })
        .sum()
}

fn phases(context: &Context<'_>, schedule: &Schedule) -> Vec<PhaseSpan> {
    let first =
        schedule.sessions.iter().filter(|session| session.phase == Phase::Course).map(|session| session.day).min();
    let (Some(first), Some(last)) = (first, schedule.course_end()) else { return Vec::new() };
    // The timeline tells how a course unfolds; from the first upkeep on it begins anew.
    let upkeep = schedule.sessions.iter().find(|session| session.phase == Phase::Upkeep).map(|session| session.day);
    let end = upkeep.unwrap_or(context.horizon);
    let day = |(anchor, days): (TimelineAnchor, f64)| {
        let from = match anchor {
            TimelineAnchor::FirstSession => first,
            TimelineAnchor::LastCourseSession => last,
        };
        #[expect(clippy::cast_possible_truncation, reason = "the timeline spans two years")]
        let days = days.round() as Day;
        (from + days).min(end)
    };
    let spans = context.catalog.timeline.iter().map(|phase| PhaseSpan {
        id: phase.id.clone(),
        name: phase.name.clone(),
        from: day(phase.from),
        to: day(phase.to),
    });
    spans.filter(|span| span.from < span.to).collect()
}
