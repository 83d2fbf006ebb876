//! What a line reaches by itself, on so few days that millions of pairs can be looked at; with what that may be off.
//!
//! With `G` the gain of a line and `C` the ceiling, what is left to be gained is `E = exp(−G/C)`. Of two lines of different
//! treatments it is `E₁^η E₂^η · min(E₁^(1−η), E₂^(1−η))`: a product and a minimum, and no exponential. Kept are both powers,
//! for each scar type and for each ceiling that may count.

use super::blocks::{Blocks, Cuts};
use crate::engine::{Goal, Program, grid};
use crate::units::{DAYS_PER_MONTH, DAYS_PER_YEAR, Day, position};
use std::iter;
use std::ops::Range;

/// Over the years the curve is averaged over cells of this many days.
pub(super) const CELL: Day = 14;

/// What an average over cells may be off, as a share of severity: a fifth of a point. Tests hold it to a part of that.
const OFF: f64 = 0.002;

/// What values on single days may be off, which are kept in single precision.
const SINGLE: f64 = 2e-4;

/// How far the curve may fall between two weekly days.
const FALL: f64 = 0.03;

/// How lines are sampled for one goal.
#[derive(Clone, Debug)]
pub(super) struct Sampler {
    goal: Goal,
    /// The beginnings of cells and the end of the last one, or single days.
    days: Vec<Day>,
    /// How many samples there are of each scar type.
    count: usize,
    /// The length of each cell in years, or 1.
    weights: Vec<f64>,
    /// The years before each cell, and in all.
    years_before: Vec<f64>,
    /// Every ceiling that a treatment has, in rising order.
    ceilings: Vec<f64>,
    /// η.
    together: f64,
    /// Blocks of cells, over the years.
    cuts: Cuts,
    /// A line of no effect.
    nothing: Under,
}

/// A line as sampled.
#[derive(Clone, Debug)]
pub(super) struct Sampled {
    /// Which ceiling its treatment has.
    ceiling: usize,
    /// The first sample that anything can have been reached in.
    first: usize,
    /// From its own ceiling on, for each that may count.
    under: Vec<Under>,
    /// How often it is treated.
    sessions: u32,
}

/// What is left of a line under one ceiling: scar type by scar type, samples in order.
#[derive(Clone, Debug)]
struct Under {
    /// √weight · E^η.
    multiplied: Vec<f32>,
    /// E^(1−η).
    least: Vec<f32>,
    /// Both in blocks, over the years.
    blocks: Blocks,
    /// What it reaches by itself over all years; 0 for other goals.
    alone: f64,
}

/// What a plan reaches lies between these.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Sampler {
    /// A sampler for a goal and a client's scar types, each with its share; on the first of these days cells begin, and on each
    /// blocks of them.
    pub(super) fn new(
        goal: Goal,
        (starts, horizon): (&[Day], Day),
        (mut ceilings, shares): (Vec<f64>, &[f64]),
        together: f64,
    ) -> Self {
        ceilings.sort_by(f64::total_cmp);
        ceilings.dedup();
        let week = 7;
        let days: Vec<Day> = match goal {
            Goal::ImprovementYears => {
                let first = starts.first().copied().unwrap_or_default() % CELL;
                let starts = (first..horizon).step_by(position(CELL));
                let before = (first > 0).then_some(0);
                before.into_iter().chain(starts).chain([horizon]).collect()
            }
            Goal::OnDay(day) => vec![day],
            Goal::Held { from, to } => {
                // The weekly days of every curve: what is least on some of its days is no less than on all of them.
                let within = (0..to).step_by(week).filter(|day| *day > from);
                [from].into_iter().chain(within).chain([to]).collect()
            }
            Goal::MonthsAbove(_) => (0..horizon).step_by(week).chain([horizon]).collect(),
        };
        let (count, weights) = if goal == Goal::ImprovementYears {
            let lengths = days.windows(2).map(|days| f64::from(days[1] - days[0]) / DAYS_PER_YEAR);
            (days.len() - 1, lengths.collect())
        } else {
            (days.len(), vec![1.0; days.len()])
        };
        let of_type = |share: &f64| weights.iter().map(|weight| single(libm::sqrt(weight * share))).collect::<Vec<_>>();
        let multiplied: Vec<f32> = shares.iter().flat_map(of_type).collect();
        let cuts = if goal == Goal::ImprovementYears {
            Cuts::new(starts.iter().map(|start| days.partition_point(|day| day < start)).collect(), count)
        } else {
            Cuts::default()
        };
        let mut nothing =
            Under { least: vec![1.0; multiplied.len()], multiplied, blocks: Blocks::default(), alone: 0.0 };
        nothing.fill_blocks(&cuts, count);
        let years_before = weights.iter().scan(0.0, |sum, weight| {
            *sum += weight;
            Some(*sum)
        });
        let years_before = iter::once(0.0).chain(years_before).collect();
        Self { goal, days, count, weights, years_before, ceilings, together, cuts, nothing }
    }

    /// Samples the program of a line, which has this ceiling and its sessions on these days.
    pub(super) fn sample(
        &self,
        program: &Program,
        ceiling: f64,
        sessions: impl Iterator<Item = Day> + Clone,
    ) -> Sampled {
        let begins = sessions.clone().next().unwrap_or_default();
        let own = self.ceilings.partition_point(|other| *other < ceiling);
        let days = match self.goal {
            Goal::ImprovementYears => {
                let mut days = grid(sessions.clone(), self.days[self.count]);
                days.extend(&self.days);
                days.sort_unstable();
                days.dedup();
                days
            }
            _ => self.days.clone(),
        };
        let under = self.ceilings[own..].iter().map(|ceiling| {
            let left = program.left(&days, *ceiling);
            let mut under = Under { multiplied: Vec::new(), least: Vec::new(), blocks: Blocks::default(), alone: 0.0 };
            for (share, left) in left {
                let values = self.values(&days, &left);
                let left: Vec<f32> = values.iter().map(|value| single(value.max(1e-30))).collect();
                let mut powers = left.clone();
                ensemble::powers(&mut powers, single(self.together));
                for (((value, weight), left), power) in values.iter().zip(&self.weights).zip(left).zip(powers) {
                    under.multiplied.push(single(libm::sqrt(weight * share)) * power);
                    under.least.push(left / power);
                    under.alone += weight * share * ceiling * (1.0 - value);
                }
            }
            under.fill_blocks(&self.cuts, self.count);
            under
        });
        let first = match self.goal {
            Goal::ImprovementYears => self.days.partition_point(|day| *day < begins),
            _ => self.days.partition_point(|day| *day <= begins),
        };
        let sessions = u32::try_from(sessions.count()).unwrap_or(u32::MAX);
        Sampled { ceiling: own, first: first.min(self.count), under: under.collect(), sessions }
    }

    /// The values of a curve on the sampler's days, or its averages over the cells.
    fn values(&self, days: &[Day], curve: &[f64]) -> Vec<f64> {
        if self.goal != Goal::ImprovementYears {
            return curve.to_vec();
        }
        let mut averages = vec![0.0; self.count];
        let mut cell = 0;
        for (days, values) in days.windows(2).zip(curve.windows(2)) {
            while self.days[cell + 1] <= days[0] {
                cell += 1;
            }
            let length = f64::from(self.days[cell + 1] - self.days[cell]);
            averages[cell] += f64::from(days[1] - days[0]) * (values[0] + values[1]) / (2.0 * length);
        }
        averages
    }

    /// What a line reaches by itself.
    pub(super) fn alone(&self, one: &Sampled) -> Bounds {
        let under = vec![self.nothing.clone(); one.under.len()];
        self.together(one, &Sampled { under, sessions: 0, ..*one })
    }

    /// How many ceilings there are.
    pub(super) fn ceilings(&self) -> usize {
        self.ceilings.len()
    }

    /// The most that a line can reach by itself under a ceiling, its own at least; what two do, added up, is cheap and wide of what
    /// they reach together. Endless for goals that do not add up over the years.
    pub(super) fn alone_under(&self, one: &Sampled, ceiling: usize) -> f64 {
        if self.goal != Goal::ImprovementYears {
            return f64::INFINITY;
        }
        one.under(ceiling.max(one.ceiling)).alone
    }

    /// The same under each ceiling, with what both may be off.
    pub(super) fn alone_at_most(&self, one: &Sampled) -> Vec<f64> {
        (0..self.ceilings()).map(|ceiling| self.alone_under(one, ceiling) + self.off()).collect()
    }

    /// The most that two lines reach together, looked at in blocks: less cheap and less wide than what each reaches by itself, added
    /// up. Endless for goals that do not add up over the years.
    pub(super) fn at_most_in_blocks(&self, one: &Sampled, other: &Sampled) -> f64 {
        if self.goal != Goal::ImprovementYears {
            return f64::INFINITY;
        }
        let mut reached = 0.0;
        for (ceiling, range) in self.stretches(one, other) {
            let whole = self.years_before[range.end] - self.years_before[range.start];
            let (one, other) = parts(one, other, ceiling);
            let left = f64::from(one.blocks.left(&other.blocks, &self.cuts, &range));
            reached += self.ceilings[ceiling] * (whole - left);
        }
        reached + self.off()
    }

    fn off(&self) -> f64 {
        OFF * self.weights.iter().sum::<f64>()
    }

    /// What two lines of different treatments reach together.
    pub(super) fn together(&self, one: &Sampled, other: &Sampled) -> Bounds {
        match self.goal {
            Goal::ImprovementYears => {
                let value = self.over_years(one, other);
                Bounds { low: value - self.off(), high: value + self.off() }
            }
            Goal::OnDay(_) => {
                let value = self.on_days(one, other).next().unwrap_or_default();
                Bounds { low: value - SINGLE, high: value + SINGLE }
            }
            Goal::Held { .. } => {
                let value = self.on_days(one, other).fold(f64::INFINITY, f64::min);
                Bounds { low: value - FALL, high: value + SINGLE }
            }
            Goal::MonthsAbove(level) => {
                let values: Vec<f64> = self.on_days(one, other).collect();
                let months = |is_above: &dyn Fn(&[f64]) -> bool| {
                    let weeks = values.windows(2).zip(self.days.windows(2));
                    let above = weeks.filter(|(values, _)| is_above(values));
                    above.map(|(_, days)| f64::from(days[1] - days[0])).sum::<f64>() / DAYS_PER_MONTH
                };
                // Within a week the curve stays between its ends, but for a dip before a session.
                let hidden = f64::from(one.sessions + other.sessions) * 7.0 / DAYS_PER_MONTH;
                Bounds {
                    low: months(&|ends| ends.iter().all(|value| *value >= level + OFF)) - hidden,
                    high: months(&|ends| ends.iter().any(|value| *value >= level - OFF)),
                }
            }
        }
    }

    /// Which ceiling counts for which samples: the lower one until the line with the higher one has begun.
    fn stretches(&self, one: &Sampled, other: &Sampled) -> [(usize, Range<usize>); 2] {
        let (lower, higher) = if one.ceiling <= other.ceiling { (one, other) } else { (other, one) };
        // Before the lower one has begun, nothing is reached under its ceiling.
        let turn = if lower.ceiling == higher.ceiling { 0 } else { higher.first };
        [(lower.ceiling, 0..turn), (higher.ceiling, turn..self.count)]
    }

    fn over_years(&self, one: &Sampled, other: &Sampled) -> f64 {
        let mut reached = 0.0;
        for (ceiling, range) in self.stretches(one, other).into_iter().filter(|(_, range)| !range.is_empty()) {
            let whole: f64 = self.weights[range.clone()].iter().sum();
            let parts = parts(one, other, ceiling);
            let left: f32 = if range.len() == self.count {
                sum_in(parts, 0..parts.0.multiplied.len())
            } else {
                let starts = (0..parts.0.multiplied.len()).step_by(self.count);
                starts.map(|from| sum_in(parts, from + range.start..from + range.end)).sum()
            };
            reached += self.ceilings[ceiling] * (whole - f64::from(left));
        }
        reached
    }

    fn on_days<'a>(&'a self, one: &'a Sampled, other: &'a Sampled) -> impl Iterator<Item = f64> + 'a {
        let stretches = self.stretches(one, other);
        stretches.into_iter().flat_map(move |(ceiling, range)| {
            let (one, other) = parts(one, other, ceiling);
            range.map(move |at| {
                let left = (at..one.multiplied.len())
                    .step_by(self.count)
                    .map(|at| one.multiplied[at] * other.multiplied[at] * one.least[at].min(other.least[at]));
                self.ceilings[ceiling] * (1.0 - f64::from(left.sum::<f32>()))
            })
        })
    }
}

/// Two lines under one ceiling. Under one below its own a line has not begun, and all is left under any.
fn parts<'a>(one: &'a Sampled, other: &'a Sampled, ceiling: usize) -> (&'a Under, &'a Under) {
    (one.under(ceiling.max(one.ceiling)), other.under(ceiling.max(other.ceiling)))
}

impl Under {
    fn fill_blocks(&mut self, cuts: &Cuts, cells: usize) {
        self.blocks = Blocks::of(cuts, cells, (&self.multiplied, &self.least));
    }
}

impl Sampled {
    /// Which ceiling its treatment has.
    pub(super) fn ceiling(&self) -> usize {
        self.ceiling
    }

    fn under(&self, ceiling: usize) -> &Under {
        &self.under[ceiling - self.ceiling]
    }
}

/// Values beyond what single precision can tell apart make no difference here.
#[expect(clippy::cast_possible_truncation, reason = "shares lie between 0 and 1")]
fn single(value: f64) -> f32 {
    value as f32
}

/// So many sums are taken side by side.
const LANES: usize = 8;

/// What is left of two lines together, these samples added up.
fn sum_in((one, other): (&Under, &Under), range: Range<usize>) -> f32 {
    let parts = [&one.multiplied, &other.multiplied, &one.least, &other.least];
    let [(a, rest_a), (b, rest_b), (c, rest_c), (d, rest_d)] =
        parts.map(|values| values[range.clone()].as_chunks::<LANES>());
    let mut sums = [0.0_f32; LANES];
    for (((a, b), c), d) in a.iter().zip(b).zip(c).zip(d) {
        for at in 0..LANES {
            let least = if c[at] < d[at] { c[at] } else { d[at] };
            sums[at] += a[at] * b[at] * least;
        }
    }
    let rest = rest_a.iter().zip(rest_b).zip(rest_c).zip(rest_d);
    let rest: f32 = rest.map(|(((a, b), c), d)| a * b * c.min(*d)).sum();
    sums.iter().sum::<f32>() + rest
}
