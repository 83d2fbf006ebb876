//! How often each option would be the best one, over all that a result may be worth.

use super::alternatives::{Alternatives, STEPS};
use crate::units::Money;

/// What a draw counts for: divisible by every number of options, so that those that are best together share it evenly.
const WHOLE: u64 = 720_720;

/// For every worth of a result in how many draws each option is the best. Exact for each minor unit, with no grid: what is
/// best in a draw over all worths is the upper envelope of straight lines, and all their corners are kept.
///
/// Of options equally good at a worth the cheaper counts, at the same cost the one that achieves more; what is the same in
/// both shares the draw evenly.
#[derive(Clone, Debug, PartialEq)]
pub struct Chances {
    /// The worths from which on the parts change, in order; the first is 0.
    from: Vec<i64>,
    /// For each of them the parts of all options.
    parts: Vec<u64>,
    options: usize,
    /// The parts of all draws.
    whole: u64,
}

/// A corner: above a worth the draw passes from options to others, both as bits.
struct Corner {
    above: i64,
    leaves: u16,
    enters: u16,
}

/// What is best in a draw over a stretch of worths.
#[derive(Clone, Copy)]
struct Best {
    cost: i64,
    steps: u32,
    /// As bits the options that are the same in both.
    options: u16,
}

impl Alternatives {
    /// How often each option would be the best one, over all that a result may be worth.
    pub fn chances(&self) -> Chances {
        let options = self.costs.len();
        let mut by_cost: Vec<(usize, i64)> = self.costs.iter().copied().enumerate().collect();
        by_cost.sort_by_key(|(_, cost)| *cost);
        let mut current = vec![0; options];
        let mut corners = Vec::with_capacity(2 * self.draws().len());
        let mut envelope = Vec::with_capacity(options);
        for draw in self.draws() {
            envelop(draw, &by_cost, &mut envelope);
            envelope.first().into_iter().for_each(|best| hand(&mut current, best.options, u64::wrapping_add));
            corners.extend(envelope.windows(2).map(|pair| corner(&pair[0], &pair[1])));
        }
        corners.sort_unstable_by_key(|corner: &Corner| corner.above);
        let mut chances =
            Chances { from: vec![0], parts: Vec::new(), options, whole: self.draws().len() as u64 * WHOLE };
        for group in corners.chunk_by(|one, other| one.above == other.above) {
            chances.parts.extend(&current);
            chances.from.push(group[0].above.saturating_add(1));
            for corner in group {
                hand(&mut current, corner.leaves, u64::wrapping_sub);
                hand(&mut current, corner.enters, u64::wrapping_add);
            }
        }
        chances.parts.extend(&current);
        chances
    }
}

impl Chances {
    /// The share of draws in which each option is the best at this worth of a year of full improvement; they add up to 1.
    pub fn at(&self, worth: Money) -> Vec<f64> {
        let step = self.from.partition_point(|from| *from <= worth.minor()).saturating_sub(1);
        self.shares(step)
    }

    /// All stretches of worths over which nothing changes: where each begins, and the shares of all options.
    pub fn stretches(&self) -> impl ExactSizeIterator<Item = (Money, Vec<f64>)> {
        self.from.iter().enumerate().map(|(step, from)| (Money::from_minor(*from), self.shares(step)))
    }

    #[expect(clippy::cast_precision_loss, reason = "parts are far below the limit of exactness")]
    fn shares(&self, step: usize) -> Vec<f64> {
        let parts = &self.parts[step * self.options..][..self.options];
        parts.iter().map(|part| *part as f64 / self.whole as f64).collect()
    }
}

/// The upper envelope of a draw, by rising worth: both costs and results rise along it.
fn envelop(draw: &[u32], by_cost: &[(usize, i64)], envelope: &mut Vec<Best>) {
    envelope.clear();
    for &(at, cost) in by_cost {
        let next = Best { cost, steps: draw[at], options: 1 << at };
        match envelope.last_mut() {
            Some(last) if last.steps == next.steps && last.cost == cost => last.options |= next.options,
            Some(last) if last.steps >= next.steps => {}
            _ => {
                while envelope.last().is_some_and(|last| is_passed(envelope, last, &next)) {
                    envelope.pop();
                }
                envelope.push(next);
            }
        }
    }
}

/// Whether the last of an envelope is best nowhere once `next`, which achieves more, is there: at the same cost, and
/// where the one before it is overtaken by `next` no later than by the last.
fn is_passed(envelope: &[Best], last: &Best, next: &Best) -> bool {
    let before = envelope.len().checked_sub(2).map(|at| &envelope[at]);
    let rise = |from: &Best, to: &Best| (i128::from(to.cost - from.cost), i128::from(to.steps - from.steps));
    last.cost == next.cost
        || before.is_some_and(|before| {
            let ((cost, steps), (next_cost, next_steps)) = (rise(before, last), rise(before, next));
            next_cost * steps <= cost * next_steps
        })
}

/// Where a draw passes from one best to the next.
fn corner(one: &Best, next: &Best) -> Corner {
    let above = (next.cost - one.cost) * STEPS / i64::from(next.steps - one.steps);
    Corner { above, leaves: one.options, enters: next.options }
}

/// Gives a draw to these options in even parts, or takes it from them.
fn hand(parts: &mut [u64], options: u16, change: fn(u64, u64) -> u64) {
    let each = WHOLE / u64::from(options.count_ones());
    let mut left = options;
    while left != 0 {
        let part = &mut parts[left.trailing_zeros() as usize];
        *part = change(*part, each);
        left &= left - 1;
    }
}
