//! The days on which it counts what is reached, and the gains of lines on them.

use super::samples::single;
use crate::engine::{Goal, Program, grid};
use crate::units::{DAYS_PER_MONTH, DAYS_PER_YEAR, Day, position};
use std::array::from_fn;
use std::ops::Range;

/// So many days make a cell.
const CELL: Day = 28;

/// What a mean over the days of a curve's grid may be off from one over cells, as a share of severity. Tests hold it.
const OFF: f64 = 0.002;

/// The days on which it counts what is reached, in cells.
#[derive(Clone, Debug)]
pub(super) struct Window {
    goal: Goal,
    horizon: Day,
    /// The first and the last day.
    days: (Day, Day),
    /// The beginnings of cells, and the end of the last one.
    cells: Vec<Day>,
    /// How many days each cell has.
    lengths: Vec<f32>,
}

/// The gain of a line over the days that count, before saturation and for a scar type that responds in full.
#[derive(Clone, Debug)]
pub(super) struct Gains {
    /// How well rolling, boxcar and icepick scars respond.
    scar_types: [f64; 3],
    /// On the first day.
    on_first: f64,
    /// Cell by cell the mean, the least and the highest.
    mean: Vec<f32>,
    least: Vec<f32>,
    most: Vec<f32>,
    /// The highest on any day.
    highest: f64,
    /// From each of the cells of all days on the most by which it rises from one day to a later one.
    rises: Vec<f64>,
}

impl Window {
    /// What a goal looks at.
    pub(super) fn new(goal: Goal, horizon: Day) -> Self {
        let (from, to) = match goal {
            Goal::ImprovementYears | Goal::MonthsAbove(_) => (0, horizon),
            Goal::OnDay(day) => (day, day),
            Goal::Held { from, to } => (from, to.max(from)),
        };
        let cells: Vec<Day> = (from..to).step_by(position(CELL)).chain([to]).collect();
        let lengths = cells.windows(2).map(|ends| single(f64::from(ends[1] - ends[0]))).collect();
        Self { goal, horizon, days: (from, to), cells, lengths }
    }

    /// The first and the last of the days.
    pub(super) fn days(&self) -> (Day, Day) {
        self.days
    }

    /// Whether no more is reached than on the first day.
    pub(super) fn hangs_on_a_day(&self) -> bool {
        matches!(self.goal, Goal::OnDay(_) | Goal::Held { .. })
    }

    /// The gain of a program of one treatment.
    pub(super) fn gains(&self, program: &Program) -> Gains {
        let (from, to) = self.days;
        let mut days = grid(program.days(), self.horizon);
        days.extend(&self.cells);
        days.sort_unstable();
        days.dedup();
        let (scar_types, gains) = program.gains_of_treatments(&days).pop().unwrap_or_default();
        let count = self.cells.len() - 1;
        let on = |day: Day| days.binary_search(&day).map_or(0.0, |at| gains[at]);
        let mut of = Gains {
            scar_types,
            on_first: on(from),
            mean: vec![0.0; count],
            least: vec![f32::MAX; count],
            most: vec![0.0; count],
            highest: gains.iter().copied().fold(0.0, f64::max),
            rises: vec![0.0; position(self.horizon / CELL) + 1],
        };
        let (mut rise, mut later) = (0.0_f64, 0.0_f64);
        for (day, gain) in days.iter().zip(&gains).rev() {
            later = later.max(*gain);
            rise = rise.max(later - gain);
            of.rises[position(day / CELL)] = rise;
        }
        for (days, gains) in days.windows(2).zip(gains.windows(2)).filter(|(days, _)| days[0] >= from && days[1] <= to)
        {
            let at = position((days[0] - from) / CELL);
            let share = f64::from(days[1] - days[0]) / f64::from(self.days_in(&(at..at + 1)));
            of.mean[at] += single(f64::midpoint(gains[0], gains[1]) * share);
            of.least[at] = of.least[at].min(single(gains[0].min(gains[1])));
            of.most[at] = of.most[at].max(single(gains[0].max(gains[1])));
        }
        of
    }

    /// The cells from the one on that has this day, or that are all of the days where what is reached on one of them cannot be made up
    /// for on others.
    pub(super) fn cells_from(&self, day: Day) -> Range<usize> {
        let count = self.cells.len() - 1;
        let from = if self.hangs_on_a_day() { 0 } else { position((day - self.days.0) / CELL) };
        from.min(count)..count
    }

    /// The first day of a cell, or the end of the last one.
    pub(super) fn first_of(&self, cell: usize) -> Day {
        self.cells[cell.min(self.cells.len() - 1)]
    }

    /// How many days there are in cells.
    pub(super) fn days_in(&self, cells: &Range<usize>) -> Day {
        self.first_of(cells.end) - self.first_of(cells.start)
    }

    /// The most that is reached of the goal where the improvement is so much on average over so many days.
    pub(super) fn counted(&self, mean: f64, days: Day) -> f64 {
        match self.goal {
            Goal::ImprovementYears => (mean + OFF) * f64::from(days) / DAYS_PER_YEAR,
            Goal::OnDay(_) | Goal::Held { .. } => mean + OFF,
            Goal::MonthsAbove(level) => ((mean + OFF) / level).min(1.0) * f64::from(days) / DAYS_PER_MONTH,
        }
    }

    /// The most that the mean gain of two treatments together can be over cells for a scar type: within a cell the higher of two gains is
    /// no more than their sum without the lower of their least.
    pub(super) fn mixed(&self, gains: [&Gains; 2], scar_type: usize, together: f64, cells: Range<usize>) -> f64 {
        let [one, other] = gains;
        let [first, second] = gains.map(|gains| single(gains.scar_types[scar_type]));
        let whole = f64::from(self.days_in(&cells).max(1));
        let both = |of: fn(&Gains) -> &Vec<f32>| [&of(one)[cells.clone()], &of(other)[cells.clone()]];
        let parts = [both(|of| &of.mean), both(|of| &of.least), both(|of| &of.most)];
        let [sums, highest] = added_up(&self.lengths[cells.clone()], parts, [first, second]);
        (together * sums + (1.0 - together) * highest) / whole
    }
}

/// So many sums are taken side by side.
const LANES: usize = 8;

/// Of these cells, each with its days, the mean, the least and the highest gains of two lines, which respond so well: day by day
/// added up the sum of both, and the most that the higher of them can come to.
fn added_up(days: &[f32], [mean, least, most]: [[&[f32]; 2]; 3], responds: [f32; 2]) -> [f64; 2] {
    let gains = [mean[0], mean[1], least[0], least[1], most[0], most[1]];
    let (lanes, rest) = days.as_chunks();
    let of_lanes = gains.map(|gains| gains.as_chunks().0);
    let mut sums = [[0.0; LANES]; 2];
    for (at, days) in lanes.iter().enumerate() {
        add(&mut sums, days, of_lanes.map(|gains| &gains[at]), responds);
    }
    let padded = |values: &[f32]| from_fn(|at| values.get(at).copied().unwrap_or_default());
    let of_rest = gains.map(|gains| padded(gains.as_chunks::<LANES>().1));
    add(&mut sums, &padded(rest), of_rest.each_ref(), responds);
    sums.map(|lanes| lanes.into_iter().map(f64::from).sum())
}

/// Adds some cells to these sums.
#[inline]
fn add(
    [sums, highest]: &mut [[f32; LANES]; 2],
    days: &[f32; LANES],
    [mean, mean_other, least, least_other, most, most_other]: [&[f32; LANES]; 6],
    [first, second]: [f32; 2],
) {
    let lower = |one: f32, other: f32| if one < other { one } else { other };
    for at in 0..LANES {
        let sum = first * mean[at] + second * mean_other[at];
        let least = lower(first * least[at], second * least_other[at]);
        let most = -lower(-first * most[at], -second * most_other[at]);
        sums[at] += days[at] * sum;
        highest[at] += days[at] * lower(most, sum - least);
    }
}

impl Gains {
    /// What two treatments gain together on the first day that counts.
    pub(super) fn mixed_on_first(gains: [&Self; 2], scar_type: usize, together: f64) -> f64 {
        mixed(gains.map(|gains| gains.scar_types[scar_type] * gains.on_first), together)
    }

    /// The most that two treatments gain together on any day.
    pub(super) fn highest(gains: [&Self; 2], scar_type: usize, together: f64) -> f64 {
        mixed(gains.map(|gains| gains.scar_types[scar_type] * gains.highest), together)
    }

    /// The most by which what they gain rises from a day on.
    pub(super) fn rises_from(gains: [&Self; 2], scar_type: usize, day: Day) -> f64 {
        let of = |gains: &Self| gains.scar_types[scar_type] * gains.rises.get(position(day / CELL)).unwrap_or(&0.0);
        gains.into_iter().map(of).sum()
    }
}

/// The gain of two treatments, of which a share of the lower one counts.
fn mixed([one, other]: [f64; 2], together: f64) -> f64 {
    together * (one + other) + (1.0 - together) * one.max(other)
}
