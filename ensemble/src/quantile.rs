//! Quantiles by counting.

use crate::processor::Processor;

/// What a row has for 1: shares are kept in sixteen bits.
pub const SCALE: f32 = 65_535.0;

/// What all members come to on one day, as parts of [`SCALE`].
#[derive(Clone, Copy, Debug)]
pub struct Row<'a>(pub &'a [u16]);

struct Count<'a>(&'a [u16], u16);

impl pulp::WithSimd for Count<'_> {
    type Output = usize;

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) -> usize {
        let Self(row, most) = self;
        // Counted in sixteen bits, so that eight values or more are looked at in one step.
        let chunks = row.chunks(16_384);
        chunks.map(|chunk| usize::from(chunk.iter().map(|value| u16::from(*value <= most)).sum::<u16>())).sum()
    }
}

impl Row<'_> {
    /// How many members are at or below a value.
    pub fn at_most(self, processor: Processor, value: u16) -> usize {
        processor.0.dispatch(Count(self.0, value))
    }

    /// The value of the member at this rank, from 1 on, when members are put in order. `near` is where it may lie: it only
    /// makes it quick.
    pub fn ranked(self, processor: Processor, rank: usize, near: u16) -> u16 {
        // The value lies above `low` and at or below `high`.
        let (mut low, mut high) = ((-1_i32, 0_usize), (i32::from(u16::MAX), self.0.len()));
        let (mut guess, mut step) = (i32::from(near), 16);
        while high.0 - low.0 > 1 {
            let value = guess.clamp(low.0 + 1, high.0 - 1);
            let count = self.at_most(processor, u16::try_from(value).unwrap_or_default());
            if count >= rank {
                high = (value, count);
            } else {
                low = (value, count);
            }
            let is_between = low.0 >= 0 && high.0 < i32::from(u16::MAX);
            guess = if is_between {
                between(low, high, rank)
            } else if count >= rank {
                value - step
            } else {
                value + step
            };
            step = (4 * step).min(1 << 16);
        }
        u16::try_from(high.0).unwrap_or_default()
    }
}

/// Where a rank may lie between two values whose counts are known: near the end that is nearer to it, but never at an end
/// that would only be moved by one.
fn between(low: (i32, usize), high: (i32, usize), rank: usize) -> i32 {
    let width = i64::from(high.0 - low.0);
    let share = |count: usize| i64::try_from(count).unwrap_or_default();
    let counts = share(high.1 - low.1).max(1);
    let offset = (2 * share(rank - low.1) - 1) * width / (2 * counts);
    low.0 + i32::try_from(offset.clamp(width / 8, width - width / 8)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Processor, Row};

    #[test]
    fn ranks_are_those_of_a_sorted_row() {
        let mut state = 1_u32;
        let mut random = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state >> 16
        };
        let processor = Processor::detected();
        for (length, width) in [(1, 65_535), (10, 3), (2_048, 900), (8_192, 60_000), (5_000, 1)] {
            let row: Vec<u16> = (0..length).map(|_| u16::try_from(random() % width).unwrap_or_default()).collect();
            let mut sorted = row.clone();
            sorted.sort_unstable();
            for rank in [1, length / 10, length / 2, length * 9 / 10, length] {
                let rank = rank.max(1);
                for near in [0, sorted[rank - 1], 30_000, u16::MAX] {
                    let found = Row(&row).ranked(processor, rank, near);
                    assert_eq!(found, sorted[rank - 1], "rank {rank} of {length} below {width}, from {near}");
                }
            }
        }
    }
}
