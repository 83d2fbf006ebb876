//! What a line reaches by itself, on so few days that millions of mixes can be looked at; with what that may be off.
//!
//! With `G` the gain of a line and `C` the ceiling, what is left to be gained is `E = exp(−G/C)`. Of lines of different
//! treatments it is `E₁^η E₂^η … · min(E₁^(1−η), E₂^(1−η), …)`: a product and a minimum, and no exponential. Kept are both powers,
//! for each scar type and for each ceiling that may count; two lines looked at together are sampled as one is.

use super::blocks::{Blocks, Cuts};
use super::id::LINES;
use crate::engine::{Goal, Program, grid};
use crate::units::{DAYS_PER_MONTH, DAYS_PER_YEAR, Day, position};
use std::cmp::Reverse;
use std::iter;
use std::ops::Range;

/// Over the years the curve is averaged over cells of this many days.
pub(super) const CELL: Day = 14;

/// What an average over cells may be off, as a share of severity: a fifth of a point. Tests hold it to a part of that.
const OFF: f64 = 0.002;

/// What values on single days may be off, which are kept in single precision.
const SINGLE: f64 = 2e-4;

/// What is held is looked at on so many days before it is on all.
pub(super) const PROBES: usize = 3;

/// How lines are sampled for one goal.
#[derive(Clone, Debug)]
pub(super) struct Sampler {
    goal: Goal,
    /// The beginnings of cells and the end of the last one, or single days.
    days: Vec<Day>,
    /// How many samples there are of each scar type.
    count: usize,
    /// What each sample counts for: over the years the length of its cell in years, or 1.
    weights: Vec<f64>,
    /// The length of each cell in months, for goals that count them.
    months: Vec<f64>,
    /// The years before each cell, and in all.
    years_before: Vec<f64>,
    /// Every ceiling that a treatment has, in rising order.
    ceilings: Vec<f64>,
    /// η.
    together: f64,
    /// Blocks of cells, over the years.
    cuts: Cuts,
    /// A line of no effect, which never begins.
    nothing: Sampled,
}

/// A line as sampled, or several together.
#[derive(Clone, Debug)]
pub(super) struct Sampled {
    /// The lowest ceiling of its treatments.
    lowest: usize,
    /// Of each line the ceiling, and the first sample that anything can have been reached in.
    begins: Vec<(usize, usize)>,
    /// From the lowest ceiling on, for each that may count.
    under: Vec<Under>,
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
    /// What a single line reaches by itself, all samples added up; it is asked for over the years only.
    alone: f64,
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
        let (count, weights) = match goal {
            Goal::ImprovementYears => {
                let lengths = days.windows(2).map(|days| f64::from(days[1] - days[0]) / DAYS_PER_YEAR);
                (days.len() - 1, lengths.collect())
            }
            Goal::MonthsAbove(_) => (days.len() - 1, vec![1.0; days.len() - 1]),
            Goal::OnDay(_) | Goal::Held { .. } => (days.len(), vec![1.0; days.len()]),
        };
        let of_type = |share: &f64| weights.iter().map(|weight| single(libm::sqrt(weight * share))).collect::<Vec<_>>();
        let multiplied: Vec<f32> = shares.iter().flat_map(of_type).collect();
        let cuts = if goal == Goal::ImprovementYears {
            Cuts::new(starts.iter().map(|start| days.partition_point(|day| day < start)).collect(), count)
        } else {
            Cuts::default()
        };
        let mut under = Under { least: vec![1.0; multiplied.len()], multiplied, blocks: Blocks::default(), alone: 0.0 };
        under.fill_blocks(&cuts, count);
        // All is left of it under any ceiling.
        let lowest = ceilings.len().saturating_sub(1);
        let nothing = Sampled { lowest, begins: Vec::new(), under: vec![under] };
        let years_before = weights.iter().scan(0.0, |sum, weight| {
            *sum += weight;
            Some(*sum)
        });
        let years_before = iter::once(0.0).chain(years_before).collect();
        let months = days.windows(2).map(|days| f64::from(days[1] - days[0]) / DAYS_PER_MONTH).collect();
        Self { goal, days, count, weights, months, years_before, ceilings, together, cuts, nothing }
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
        let days = if self.has_cells() {
            let mut days = grid(sessions, self.days[self.count]);
            days.extend(&self.days);
            days.sort_unstable();
            days.dedup();
            days
        } else {
            self.days.clone()
        };
        let under = self.ceilings[own..].iter().map(|ceiling| {
            let left = program.left(&days, *ceiling);
            let room = || Vec::with_capacity(left.len() * self.count);
            let mut under = Under { multiplied: room(), least: room(), blocks: Blocks::default(), alone: 0.0 };
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
        let behind = self.days.partition_point(|day| *day <= begins);
        // Of a cell all that is reached in it counts.
        let first = if self.has_cells() { behind.saturating_sub(1) } else { behind };
        Sampled { lowest: own, begins: vec![(own, first.min(self.count))], under: under.collect() }
    }

    /// Whether what a line reaches that begins on this day is near what its samples say: not where a higher ceiling begins to count
    /// within a cell.
    pub(super) fn is_near(&self, one: &Sampled, begins: Day) -> bool {
        one.lowest == 0 || !self.has_cells() || self.days.binary_search(&begins).is_ok()
    }

    /// Whether samples stand for stretches of days, and not for single ones.
    fn has_cells(&self) -> bool {
        matches!(self.goal, Goal::ImprovementYears | Goal::MonthsAbove(_))
    }

    /// The values of a curve on the sampler's days; or its averages over the cells; or the least in each of them.
    fn values(&self, days: &[Day], curve: &[f64]) -> Vec<f64> {
        if !self.has_cells() {
            return curve.to_vec();
        }
        let is_average = self.goal == Goal::ImprovementYears;
        let mut values = vec![if is_average { 0.0 } else { f64::INFINITY }; self.count];
        let mut cell = 0;
        for (days, ends) in days.windows(2).zip(curve.windows(2)) {
            while self.days[cell + 1] <= days[0] {
                cell += 1;
            }
            if is_average {
                let length = f64::from(self.days[cell + 1] - self.days[cell]);
                values[cell] += f64::from(days[1] - days[0]) * (ends[0] + ends[1]) / (2.0 * length);
            } else {
                values[cell] = values[cell].min(ends[0]).min(ends[1]);
            }
        }
        values
    }

    /// Two lines of different treatments together, to be looked at beside a third one.
    pub(super) fn mixed(&self, one: &Sampled, other: &Sampled) -> Sampled {
        let lowest = one.lowest.min(other.lowest);
        let under = (lowest..self.ceilings.len()).map(|ceiling| {
            let (one, other) = (one.under(ceiling), other.under(ceiling));
            let products = one.multiplied.iter().zip(&other.multiplied).zip(&self.nothing.under[0].multiplied);
            let least = one.least.iter().zip(&other.least).map(|(one, other)| one.min(*other));
            let mut under = Under {
                // Each counts for its weight once.
                multiplied: products.map(|((one, other), weight)| one * other / weight).collect(),
                least: least.collect(),
                blocks: Blocks::default(),
                alone: 0.0,
            };
            under.fill_blocks(&self.cuts, self.count);
            under
        });
        let begins = one.begins.iter().chain(&other.begins).copied().collect();
        Sampled { lowest, begins, under: under.collect() }
    }

    /// The most that a line can reach by itself.
    pub(super) fn alone(&self, one: &Sampled) -> f64 {
        self.together(one, &self.nothing)
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
        one.under(ceiling).alone
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
            let left = f64::from(one.under(ceiling).blocks.left(&other.under(ceiling).blocks, &self.cuts, &range));
            reached += self.ceilings[ceiling] * (whole - left);
        }
        reached + self.off()
    }

    fn off(&self) -> f64 {
        OFF * self.weights.iter().sum::<f64>()
    }

    /// What samples may be off of what is reached.
    fn off_in_all(&self) -> f64 {
        match self.goal {
            Goal::ImprovementYears => self.off(),
            Goal::OnDay(_) | Goal::Held { .. } | Goal::MonthsAbove(_) => SINGLE,
        }
    }

    /// By how much less than what `together` says a mix of lines may reach, each of which is near what its samples say; none if that is
    /// not known, as where curves dip between samples.
    pub(super) fn within(&self) -> Option<f64> {
        match self.goal {
            Goal::ImprovementYears | Goal::OnDay(_) => Some(2.0 * self.off_in_all()),
            Goal::Held { .. } | Goal::MonthsAbove(_) => None,
        }
    }

    /// The most that two lines of different treatments, one of which may be two, reach together.
    pub(super) fn together(&self, one: &Sampled, other: &Sampled) -> f64 {
        let reached = match self.goal {
            Goal::ImprovementYears => self.over_years(one, other),
            Goal::OnDay(_) | Goal::Held { .. } => {
                let (left, stretches) = self.left(one, other);
                let least = stretches.map(|(ceiling, range)| {
                    let most = left[range].iter().copied().fold(0.0, f32::max);
                    self.ceilings[ceiling] * (1.0 - f64::from(most))
                });
                least.fold(f64::INFINITY, f64::min)
            }
            Goal::MonthsAbove(level) => {
                let (left, stretches) = self.left(one, other);
                let above = stretches.map(|(ceiling, range)| {
                    let most = single(1.0 - (level - OFF) / self.ceilings[ceiling]);
                    let cells = left[range.clone()].iter().zip(&self.months[range]);
                    cells.map(|(left, months)| if *left <= most { *months } else { 0.0 }).sum::<f64>()
                });
                above.sum()
            }
        };
        reached + self.off_in_all()
    }

    /// How many figures there are of any lines under one ceiling, none of which is below what they reach: one, or of what is held one
    /// for each day that is looked at first.
    pub(super) fn probes(&self) -> usize {
        if matches!(self.goal, Goal::Held { .. }) { PROBES.min(self.count) } else { 1 }
    }

    /// One of these figures of two lines under a ceiling that is no lower than theirs and counts from the first day on. In each a
    /// further line adds less the more lines there are: of what is held it is what is reached on one day, of months each cell counts as
    /// far as its improvement comes to the level.
    pub(super) fn probe(&self, one: &Sampled, other: &Sampled, ceiling: usize, probe: usize) -> f64 {
        let on = |at: usize| self.on_sample((one.under(ceiling), other.under(ceiling)), ceiling, at);
        match self.goal {
            Goal::ImprovementYears => self.in_cells(one, other, ceiling, 0..self.count),
            Goal::OnDay(_) => on(0),
            Goal::Held { .. } => on(probe * (self.count - 1) / (self.probes() - 1).max(1)),
            Goal::MonthsAbove(level) => {
                let enough = (level - OFF).max(level / 2.0);
                let mut left = vec![0.0; self.count];
                add_left((one.under(ceiling), other.under(ceiling)), self.count, 0..self.count, &mut left);
                let share = |left: f32| (self.ceilings[ceiling] * (1.0 - f64::from(left)) / enough).min(1.0);
                left.into_iter().zip(&self.months).map(|(left, months)| months * share(left)).sum()
            }
        }
    }

    /// The same of one line.
    pub(super) fn probe_alone(&self, one: &Sampled, ceiling: usize, probe: usize) -> f64 {
        self.probe(one, &self.nothing, ceiling, probe)
    }

    /// The least that the figures of lines must come to which reach so much, and more than nothing.
    pub(super) fn probed(&self, reached: f64) -> f32 {
        single(reached.max(0.0) - self.off_in_all())
    }

    /// Which ceiling counts for which samples: a lower one until a line with a higher one has begun.
    fn stretches(&self, one: &Sampled, other: &Sampled) -> impl Iterator<Item = (usize, Range<usize>)> {
        let mut stretches = [const { (0, 0..0) }; LINES + 1];
        // Before any has begun, nothing is reached under whichever ceiling.
        let (mut ceiling, mut from) = (one.lowest.min(other.lowest), 0);
        for stretch in &mut stretches {
            let higher = one.begins.iter().chain(&other.begins).filter(|(higher, _)| *higher > ceiling);
            let Some((higher, first)) = higher.min_by_key(|(higher, first)| (*first, Reverse(*higher))) else {
                *stretch = (ceiling, from..self.count);
                break;
            };
            *stretch = (ceiling, from..*first);
            (ceiling, from) = (*higher, *first);
        }
        stretches.into_iter().filter(|(_, range)| !range.is_empty())
    }

    fn over_years(&self, one: &Sampled, other: &Sampled) -> f64 {
        self.stretches(one, other).map(|(ceiling, range)| self.in_cells(one, other, ceiling, range)).sum()
    }

    /// What is reached in these cells under one ceiling.
    fn in_cells(&self, one: &Sampled, other: &Sampled, ceiling: usize, range: Range<usize>) -> f64 {
        let whole: f64 = self.weights[range.clone()].iter().sum();
        let parts = (one.under(ceiling), other.under(ceiling));
        let left: f32 = if range.len() == self.count {
            sum_in(parts, 0..parts.0.multiplied.len())
        } else {
            let starts = (0..parts.0.multiplied.len()).step_by(self.count);
            starts.map(|from| sum_in(parts, from + range.start..from + range.end)).sum()
        };
        self.ceilings[ceiling] * (whole - f64::from(left))
    }

    /// What is left in each sample, and which ceiling counts for which.
    fn left(&self, one: &Sampled, other: &Sampled) -> (Vec<f32>, impl Iterator<Item = (usize, Range<usize>)>) {
        let mut left = vec![0.0; self.count];
        for (ceiling, range) in self.stretches(one, other) {
            add_left((one.under(ceiling), other.under(ceiling)), self.count, range, &mut left);
        }
        (left, self.stretches(one, other))
    }

    /// What is reached in one sample under a ceiling.
    fn on_sample(&self, (one, other): (&Under, &Under), ceiling: usize, at: usize) -> f64 {
        let left = (at..one.multiplied.len())
            .step_by(self.count)
            .map(|at| one.multiplied[at] * other.multiplied[at] * one.least[at].min(other.least[at]));
        self.ceilings[ceiling] * (1.0 - f64::from(left.sum::<f32>()))
    }
}

/// Adds up what is left of two lines in each of these samples, of which there are so many of each scar type.
fn add_left((one, other): (&Under, &Under), count: usize, range: Range<usize>, left: &mut [f32]) {
    for from in (0..one.multiplied.len()).step_by(count) {
        let of_type = from + range.start..from + range.end;
        let parts = [&one.multiplied, &other.multiplied, &one.least, &other.least];
        let [a, b, c, d] = parts.map(|values| &values[of_type.clone()]);
        for ((((left, a), b), c), d) in left[range.clone()].iter_mut().zip(a).zip(b).zip(c).zip(d) {
            *left += a * b * if c < d { c } else { d };
        }
    }
}

impl Under {
    fn fill_blocks(&mut self, cuts: &Cuts, cells: usize) {
        self.blocks = Blocks::of(cuts, cells, (&self.multiplied, &self.least));
    }
}

impl Sampled {
    /// Which ceiling the treatment of a line has.
    pub(super) fn ceiling(&self) -> usize {
        self.lowest
    }

    /// Under a ceiling. Under one below its own a line has not begun, and all is left under any.
    fn under(&self, ceiling: usize) -> &Under {
        &self.under[ceiling.max(self.lowest) - self.lowest]
    }
}

/// Values beyond what single precision can tell apart make no difference here.
#[expect(clippy::cast_possible_truncation, reason = "shares lie between 0 and 1")]
pub(super) fn single(value: f64) -> f32 {
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
