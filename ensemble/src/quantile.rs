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

struct Highest<'a>(&'a [u16], u16);

impl pulp::WithSimd for Highest<'_> {
    type Output = u16;

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) -> u16 {
        let Self(row, most) = self;
        most.wrapping_sub(row.iter().fold(u16::MAX, |least, value| least.min(most.wrapping_sub(*value))))
    }
}

struct Lowest<'a>(&'a [u16], u16);

impl pulp::WithSimd for Lowest<'_> {
    type Output = u16;

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) -> u16 {
        let Self(row, least) = self;
        least.wrapping_add(row.iter().fold(u16::MAX, |most, value| most.min(value.wrapping_sub(least))))
    }
}

/// Where a rank may lie in a row: near where it lay in the row before, and on from there as it went before.
#[derive(Clone, Copy, Debug, Default)]
pub struct Near {
    value: i32,
    drift: i32,
    /// How many ranks there are to a part of the scale; 0 where that is not known.
    slope: f32,
}

/// So many guesses follow the slope; those after them halve what is left, so that it comes to an end soon whatever the row is like.
const GUESSES: usize = 8;

impl Row<'_> {
    /// How many members are at or below a value.
    pub fn at_most(self, processor: Processor, value: u16) -> usize {
        processor.0.dispatch(Count(self.0, value))
    }

    /// The value of the member at this rank, from 1 on, when members are put in order. `near` is where it may lie: it only
    /// makes it quick, and is brought up to date for the next row.
    pub fn ranked(self, processor: Processor, rank: usize, near: &mut Near) -> u16 {
        let found = self.found(processor, rank, near);
        (near.value, near.drift) = (i32::from(found), i32::from(found) - near.value);
        found
    }

    /// Counts at one guess after the other. Few rows need more than two: where a count is the rank, or one short of it, one more look
    /// at the row gives the member.
    fn found(self, processor: Processor, rank: usize, near: &mut Near) -> u16 {
        // The value lies above `low` and at or below `high`.
        let (mut low, mut high) = (-1, i32::from(u16::MAX));
        let mut guess = near.value + near.drift;
        let mut last: Option<(i32, i32)> = None;
        for guesses in 0.. {
            if high - low <= 1 {
                break;
            }
            let guessed = guess.clamp(low + 1, high - 1);
            let value = u16::try_from(guessed).unwrap_or_default();
            let count = self.at_most(processor, value);
            match short(rank, count) {
                0 => return processor.0.dispatch(Highest(self.0, value)),
                1 => return processor.0.dispatch(Lowest(self.0, value + 1)),
                missing => {
                    if missing < 0 {
                        high = guessed;
                    } else {
                        low = guessed;
                    }
                    near.learn(last.replace((guessed, missing)), (guessed, missing), self.0.len());
                    guess = if guesses < GUESSES { near.further(guessed, missing) } else { i32::midpoint(low, high) };
                }
            }
        }
        u16::try_from(high).unwrap_or_default()
    }
}

/// By how many members a count falls short of a rank.
fn short(rank: usize, count: usize) -> i32 {
    let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    number(rank) - number(count)
}

impl Near {
    /// Takes the slope between two guesses, by how many members each falls short.
    #[expect(clippy::cast_precision_loss, reason = "it only makes it quick")]
    fn learn(&mut self, before: Option<(i32, i32)>, (value, missing): (i32, i32), members: usize) {
        let least = members as f32 / SCALE;
        if let Some((other, of_other)) = before.filter(|(other, _)| *other != value) {
            self.slope = (of_other - missing) as f32 / (value - other) as f32;
        }
        self.slope = self.slope.max(least);
    }

    /// The guess by the slope, from one that falls short by so many members.
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "it only makes it quick")]
    fn further(self, guessed: i32, missing: i32) -> i32 {
        let step = ((missing as f32 - 0.5) / self.slope) as i32;
        guessed + if step == 0 { missing.signum() } else { step }
    }
}

#[cfg(test)]
mod tests {
    use super::{Near, Processor, Row};

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
                let exact = i32::from(sorted[rank - 1]);
                for value in [0, exact - 1, exact, exact + 1, 30_000, 65_535, -9, 70_000] {
                    for (drift, slope) in [(0, 0.0), (-300, 0.01), (40, 1e9), (65_535, f32::INFINITY)] {
                        let mut near = Near { value, drift, slope };
                        for processor in [processor, Processor::plain()] {
                            let found = i32::from(Row(&row).ranked(processor, rank, &mut near));
                            assert_eq!(found, exact, "rank {rank} of {length} below {width}, from {value}");
                        }
                    }
                }
            }
        }
    }
}
