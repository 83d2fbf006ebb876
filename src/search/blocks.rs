//! A line in blocks of cells, so that most pairs are passed over without looking at each cell.
//!
//! Within a block the sum of products of two rows is at least what the envelope of the product says (of `McCormick`, 1976): with the least
//! of each row, `min a · Σb + min b · (Σa − n · min a)`.

use std::ops::Range;

/// So many blocks are looked at side by side.
const LANES: usize = 4;

/// So many cells make a block, once every first day is past.
const BLOCK: usize = 7;

/// Where blocks begin, by cells, and the end of the last one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cuts(Vec<usize>);

/// What is left of a line under one ceiling, in blocks: scar type by scar type, blocks in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Blocks {
    /// The sum of √weight · E^η.
    sum: Vec<f32>,
    /// The least of it.
    least: Vec<f32>,
    /// The sum of what of it is above that.
    above: Vec<f32>,
    /// The least E^(1−η).
    rest: Vec<f32>,
}

impl Cuts {
    /// Blocks of so many cells, which begin anew at each of these.
    pub(super) fn new(mut at: Vec<usize>, cells: usize) -> Self {
        at.push(0);
        let last = at.iter().copied().max().unwrap_or_default();
        at.extend((last..cells).step_by(BLOCK));
        at.push(cells);
        at.retain(|cell| *cell <= cells);
        at.sort_unstable();
        at.dedup();
        Self(at)
    }

    fn count(&self) -> usize {
        self.0.len().saturating_sub(1)
    }

    /// The blocks that lie whole within these cells.
    fn within(&self, cells: &Range<usize>) -> Range<usize> {
        let from = self.0.partition_point(|cut| *cut < cells.start);
        let behind = self.0.partition_point(|cut| *cut <= cells.end).saturating_sub(1);
        from..behind.max(from)
    }
}

impl Blocks {
    /// The blocks of rows of so many cells: √weight · E^η and E^(1−η).
    pub(super) fn of(cuts: &Cuts, cells: usize, (multiplied, least): (&[f32], &[f32])) -> Self {
        let room = || Vec::with_capacity(multiplied.len() / cells.max(1) * cuts.count());
        let mut blocks = Self { sum: room(), least: room(), above: room(), rest: room() };
        for (multiplied, least) in multiplied.chunks_exact(cells).zip(least.chunks_exact(cells)) {
            for cut in cuts.0.windows(2) {
                let (multiplied, least) = (&multiplied[cut[0]..cut[1]], &least[cut[0]..cut[1]]);
                let lowest = multiplied.iter().copied().fold(f32::INFINITY, f32::min);
                blocks.sum.push(multiplied.iter().sum());
                blocks.least.push(lowest);
                blocks.above.push(multiplied.iter().map(|value| value - lowest).sum());
                blocks.rest.push(least.iter().copied().fold(f32::INFINITY, f32::min));
            }
        }
        blocks
    }

    /// The least that is left of two lines together within these cells, scar types and cells added up.
    pub(super) fn left(&self, other: &Self, cuts: &Cuts, cells: &Range<usize>) -> f32 {
        let (count, within) = (cuts.count(), cuts.within(cells));
        if within.len() == count {
            return self.left_in(other, 0..self.sum.len());
        }
        let types = (0..self.sum.len()).step_by(count.max(1));
        types.map(|from| self.left_in(other, from + within.start..from + within.end)).sum()
    }

    /// The same within these blocks.
    fn left_in(&self, other: &Self, blocks: Range<usize>) -> f32 {
        let parts = [&self.least, &other.sum, &other.least, &self.above, &self.rest, &other.rest];
        let parts = parts.map(|values| values[blocks.clone()].as_chunks::<LANES>());
        let mut sums = [0.0_f32; LANES];
        for chunk in 0..parts[0].0.len() {
            let [least, sum, other_least, above, rest, other_rest] = parts.map(|(whole, _)| &whole[chunk]);
            for at in 0..LANES {
                let product = least[at] * sum[at] + other_least[at] * above[at];
                sums[at] += product * if rest[at] < other_rest[at] { rest[at] } else { other_rest[at] };
            }
        }
        let further = (0..parts[0].1.len()).map(|at| {
            let [least, sum, other_least, above, rest, other_rest] = parts.map(|(_, further)| further[at]);
            (least * sum + other_least * above) * rest.min(other_rest)
        });
        sums.iter().sum::<f32>() + further.sum::<f32>()
    }
}
