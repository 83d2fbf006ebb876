//! Sets of days, so that what lines share is counted at once.

use crate::units::{Day, position};

const WORD: usize = 64;

/// A set of days from 0 to the horizon.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct DaySet(Vec<u64>);

impl DaySet {
    /// So many days from each of these on, as far as the horizon.
    pub(super) fn of(days: impl Iterator<Item = Day>, length: u32, horizon: Day) -> Self {
        let mut words = vec![0; position(horizon) / WORD + 1];
        for day in days.flat_map(|day| day..(day + length.cast_signed()).min(horizon + 1)) {
            words[position(day) / WORD] |= 1 << (position(day) % WORD);
        }
        Self(words)
    }

    /// How many days are in any of these sets.
    pub(super) fn count<'a>(sets: impl Iterator<Item = &'a Self> + Clone) -> u32 {
        Self::union(sets).map(u64::count_ones).sum()
    }

    /// Whether there is a day in both.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(one, other)| one & other != 0)
    }

    /// The most days in a row that are in any of these sets.
    pub(super) fn longest<'a>(sets: impl Iterator<Item = &'a Self> + Clone) -> u32 {
        let (mut longest, mut run) = (0, 0);
        for word in Self::union(sets) {
            if word == 0 {
                run = 0;
                continue;
            }
            for at in 0..WORD {
                run = if word >> at & 1 == 1 { run + 1 } else { 0 };
                longest = longest.max(run);
            }
        }
        longest
    }

    fn union<'a>(sets: impl Iterator<Item = &'a Self> + Clone) -> impl Iterator<Item = u64> {
        let words = sets.clone().map(|set| set.0.len()).max().unwrap_or_default();
        (0..words).map(move |at| sets.clone().filter_map(|set| set.0.get(at)).fold(0, |all, word| all | word))
    }
}
