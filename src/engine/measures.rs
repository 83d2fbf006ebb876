//! Measures read off the curve of a program. They look at a grid of their own, so that they do not depend on what is drawn.

use super::fading::NOISE;
use super::program::Program;
use super::sums::Sums;
use crate::units::{DAYS_PER_YEAR, Day, position};

/// The days on which curves are worked out: every week, the end, and the days around each session, where curves step.
pub fn grid(sessions: impl Iterator<Item = Day>, horizon: Day) -> Vec<Day> {
    let mut around: Vec<Day> = sessions.flat_map(|session| [0, 1, 2, 4].map(|after| session + after)).collect();
    around.retain(|day| *day < horizon);
    around.sort_unstable();
    around.push(horizon);
    let (mut days, mut week) = (Vec::with_capacity(position(horizon) / 7 + 1 + around.len()), 0);
    for day in around {
        while week < day {
            days.push(week);
            week += 7;
        }
        days.push(day);
    }
    days.dedup();
    days
}

/// What the measures compare a curve with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// Share of the ceiling from which an improvement is noticeable.
    pub noticeable: f64,
    /// Share of the peak under which the result is over.
    pub lasting: f64,
    /// The improvement aimed at, as a share of severity.
    pub target: Option<f64>,
}

/// What is said of a curve in single figures.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measures {
    /// The first day of the highest typical improvement, and the improvement on it; none if there is none at all.
    pub peak: Option<(Day, f64)>,
    /// Area under the improvement over the horizon: 1 is the whole severity for one year.
    pub years: f64,
    /// The first day on which the typical improvement is noticeable.
    pub noticeable: Option<Day>,
    /// The first day after the peak on which the typical improvement is no longer lasting.
    pub over: Option<Day>,
    /// Days during which the typical improvement is at or above the target; none without a target.
    pub days_at_target: Option<f64>,
}

impl Measures {
    /// The measures of a program with what it comes to on the days of a [`grid`], and with its typical curve on these.
    pub fn of(program: &Program, sums: &Sums<'_>, typical: &[f64], thresholds: &Thresholds) -> Self {
        if program.is_empty() {
            return Self { days_at_target: thresholds.target.map(|_| 0.0), ..Self::default() };
        }
        let days = sums.days;
        let noticeable = |day: Day, gain: f64| gain > 0.0 && gain >= thresholds.noticeable * program.ceiling(day);
        let peak = highest(program, sums, typical);
        Self {
            peak,
            years: area(days, typical),
            noticeable: first_day(program, days, typical, noticeable),
            over: peak.and_then(|(day, gain)| {
                let later = days.partition_point(|other| *other < day);
                first_day(program, &days[later..], &typical[later..], |_, later| later < thresholds.lasting * gain)
            }),
            days_at_target: thresholds.target.map(|target| days_at(days, typical, target)),
        }
    }
}

/// The first day on which something holds of the typical gain: found on the grid, then dated to the day.
fn first_day(program: &Program, days: &[Day], typical: &[f64], holds: impl Fn(Day, f64) -> bool) -> Option<Day> {
    let at = days.iter().zip(typical).position(|(day, gain)| holds(*day, *gain))?;
    let from = at.checked_sub(1).map_or(days[at], |before| days[before] + 1);
    let daily: Vec<Day> = (from..=days[at]).collect();
    let gains = program.curve(&daily);
    daily.into_iter().zip(gains).find(|(day, gain)| holds(*day, *gain)).map(|(day, _)| day)
}

/// The first of the highest days, with its typical gain; none if nothing is gained. It may lie between two days of the
/// grid: after each upkeep session the curve has a summit of its own. As fading and saturation only take away, no day rises
/// above the day of the grid before it by more than what is built up until the next one; so every stretch that could come to
/// the highest value of the grid is looked at day by day, and no other.
pub(super) fn highest(program: &Program, sums: &Sums<'_>, typical: &[f64]) -> Option<(Day, f64)> {
    let known = typical.iter().copied().fold(0.0, f64::max);
    let (days, unfaded) = (sums.days, sums.unfaded());
    let could_reach = |at: &usize| typical[*at] + (unfaded[at + 1] - unfaded[*at]) >= (1.0 - NOISE) * known;
    let stretches = (0..days.len() - 1).filter(could_reach);
    let mut candidates: Vec<Day> = stretches.flat_map(|at| days[at]..=days[at + 1]).collect();
    candidates.dedup();
    let gains = program.curve(&candidates);
    let highest = candidates.into_iter().zip(gains).rev().max_by(|one, other| one.1.total_cmp(&other.1));
    highest.filter(|(_, gain)| *gain > 0.0)
}

/// Area under a curve, in years, by trapezoids.
pub(super) fn area(days: &[Day], values: &[f64]) -> f64 {
    let slices = days.windows(2).zip(values.windows(2));
    let twice = slices.fold(0.0, |sum, (days, values)| sum + f64::from(days[1] - days[0]) * (values[0] + values[1]));
    twice / (2.0 * DAYS_PER_YEAR)
}

/// Days during which a curve, taken as straight between its points, is at or above a level.
pub(super) fn days_at(days: &[Day], values: &[f64], level: f64) -> f64 {
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
