//! The members of a block, day by day.

use crate::exp2::{exp2, exp2_of_loss};
use crate::processor::Processor;
use crate::quantile::SCALE;

/// Curves that are added up, each with a coefficient for each member.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// For each curve its value on each day.
    pub curves: Vec<&'a [f32]>,
    /// For each curve the coefficient of each lane of the block.
    pub coefficients: Vec<&'a [f32]>,
}

/// What adds up plainly: the sum of its parts, seen through one factor for each type.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// What is added up.
    pub parts: Vec<Part<'a>>,
    /// A factor for each type.
    pub types: &'a [f32],
}

/// Days with one ceiling.
#[derive(Clone, Copy, Debug)]
pub struct Stretch<'a> {
    /// The position of its first day.
    pub from: usize,
    /// The ceiling of each lane of the block.
    pub ceilings: &'a [f32],
}

/// What all blocks share.
#[derive(Clone, Debug)]
pub struct Course<'a> {
    /// The weight of each type; they sum to 1.
    pub shares: &'a [f32],
    /// How much each day counts in an area.
    pub weights: &'a [f32],
    /// How far each day's values stray further: the factor of a member's own deviation, in powers of 2; 0 for none.
    pub beyond: &'a [f32],
    /// The level to be at or above.
    pub level: f32,
}

/// One block of members. It has a lane for each of them and, so that no member has to be worked out by itself, may have
/// further ones up to a multiple of [`LANES`], of which nothing comes.
#[derive(Clone, Debug)]
pub struct Block<'a> {
    /// How many members there are.
    pub members: usize,
    /// The groups: the strongest counts in full, the others by a share.
    pub groups: Vec<Group<'a>>,
    /// Days before the first stretch have no gain.
    pub stretches: Vec<Stretch<'a>>,
    /// Which share of the others counts, for each lane.
    pub together: &'a [f32],
    /// Each lane's factor on all gains of the second range.
    pub factors: &'a [f32],
    /// Each lane's deviation on days that stray further.
    pub deviations: &'a [f32],
}

/// What is worked out for one range of a block: for each day a row of values, and figures of each member.
#[derive(Debug)]
pub struct Range<'a> {
    /// For each day the part of its row that belongs to the block, as parts of [`SCALE`].
    pub rows: Vec<&'a mut [u16]>,
    /// Figures of the members of the block.
    pub figures: Figures<&'a mut [f32]>,
}

/// Figures of members.
#[derive(Clone, Debug, Default)]
pub struct Figures<T> {
    /// The highest value.
    pub peak: T,
    /// The area under the values.
    pub area: T,
    /// The weight of the days at or above the level.
    pub above: T,
}

struct Run<'a, 'b> {
    course: &'b Course<'a>,
    block: &'b Block<'a>,
    ranges: [&'b mut Range<'a>; 2],
}

impl pulp::WithSimd for Run<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) {
        match self.course.shares.len() {
            1 => days::<1>(self.course, self.block, self.ranges),
            2 => days::<2>(self.course, self.block, self.ranges),
            _ => days::<3>(self.course, self.block, self.ranges),
        }
    }
}

impl Block<'_> {
    /// Works the block out in both ranges: in the first all factors are 1. There are one to three types.
    pub fn run<'a>(&'a self, processor: Processor, course: &'a Course<'a>, ranges: [&'a mut Range<'a>; 2]) {
        processor.0.dispatch(Run { course, block: self, ranges });
    }
}

/// As many lanes are worked out side by side.
pub const LANES: usize = 8;

/// A block has no more lanes than this, so that its values stay at hand.
pub const MOST: usize = 128;

/// log2(e): e^x is 2^(x log2 e).
const LOG2_E: f32 = std::f32::consts::LOG2_E;

/// Added to a number below 2^16, this leaves the nearest whole number in the lowest bits.
const WHOLE: f32 = 8_388_608.0;

type Buffer = [f32; MOST];

#[inline(always)]
fn days<const TYPES: usize>(course: &Course<'_>, block: &Block<'_>, ranges: [&mut Range<'_>; 2]) {
    let (members, lanes) = (block.members, block.together.len());
    let mut gains = Gains { of_types: [[0.0; MOST]; TYPES], strongest: [[0.0; MOST]; TYPES], sum: [0.0; MOST] };
    let (mut scales, mut strays, mut left) = ([[0.0; MOST]; 2], [0.0; MOST], [0.0; MOST]);
    let (mut stretches, mut ceilings): (_, &[f32]) = (block.stretches.iter().peekable(), &[]);
    let [clinics, people] = ranges;
    for (day, (weight, beyond)) in course.weights.iter().zip(course.beyond).enumerate() {
        while let Some(stretch) = stretches.next_if(|stretch| stretch.from <= day) {
            ceilings = stretch.ceilings;
            for at in 0..lanes {
                scales[0][at] = -LOG2_E / ceilings[at];
                scales[1][at] = scales[0][at] * block.factors[at];
            }
        }
        if ceilings.is_empty() {
            clinics.rows[day].fill(0);
            people.rows[day].fill(0);
            continue;
        }
        gains.take(block, day, lanes);
        let is_beyond = *beyond > 0.0;
        if is_beyond {
            for (strays, deviation) in strays[..lanes].iter_mut().zip(block.deviations) {
                *strays = exp2(beyond * deviation);
            }
        }
        let on = Day {
            position: day,
            weight: *weight,
            level: course.level,
            ceilings,
            strays: is_beyond.then_some(&strays[..lanes]),
        };
        for (range, scales) in [&mut *clinics, &mut *people].into_iter().zip(&scales) {
            saturate::<TYPES>(course.shares, &gains.of_types, scales, &mut left[..lanes]);
            on.take(&left[..members], range);
        }
    }
}

/// What holds on one day.
struct Day<'a> {
    position: usize,
    weight: f32,
    level: f32,
    ceilings: &'a [f32],
    /// How much further each member strays, where days do.
    strays: Option<&'a [f32]>,
}

/// The gains of a day. They stand here, as emptying them anew each day would take its time.
struct Gains<const TYPES: usize> {
    /// Of each type before saturation.
    of_types: [Buffer; TYPES],
    /// The highest of a group.
    strongest: [Buffer; TYPES],
    /// Of a group.
    sum: Buffer,
}

impl<const TYPES: usize> Gains<TYPES> {
    #[inline(always)]
    fn take(&mut self, block: &Block<'_>, day: usize, lanes: usize) {
        let Self { of_types, strongest, sum } = self;
        if let [group] = &*block.groups {
            add_up(group, day, &mut sum[..lanes]);
            for (gains, factor) in of_types.iter_mut().zip(group.types) {
                for at in 0..lanes {
                    gains[at] = sum[at] * factor;
                }
            }
            return;
        }
        for gains in of_types.iter_mut().chain(&mut *strongest) {
            gains[..lanes].fill(0.0);
        }
        for group in &block.groups {
            add_up(group, day, &mut sum[..lanes]);
            for ((gains, strongest), factor) in of_types.iter_mut().zip(&mut *strongest).zip(group.types) {
                for at in 0..lanes {
                    let gain = sum[at] * factor;
                    gains[at] += gain;
                    strongest[at] = if gain > strongest[at] { gain } else { strongest[at] };
                }
            }
        }
        let together = &block.together[..lanes];
        for (gains, strongest) in of_types.iter_mut().zip(strongest) {
            for at in 0..lanes {
                gains[at] = (1.0 - together[at]) * strongest[at] + together[at] * gains[at];
            }
        }
    }
}

/// The sum of the parts of a group on one day.
#[inline(always)]
fn add_up(group: &Group<'_>, day: usize, sum: &mut [f32]) {
    if group.parts.is_empty() {
        sum.fill(0.0);
    }
    for (at, part) in group.parts.iter().enumerate() {
        match (part.curves.len(), at) {
            (5, 0) => superpose::<5, true>(part, day, sum),
            (5, _) => superpose::<5, false>(part, day, sum),
            (6, 0) => superpose::<6, true>(part, day, sum),
            (6, _) => superpose::<6, false>(part, day, sum),
            _ => {
                if at == 0 {
                    sum.fill(0.0);
                }
                for (curve, coefficients) in part.curves.iter().zip(&part.coefficients) {
                    for (sum, coefficient) in sum.iter_mut().zip(*coefficients) {
                        *sum += coefficient * curve[day];
                    }
                }
            }
        }
    }
}

/// So many curves in one pass, in place of what was there or added to it.
#[inline(always)]
fn superpose<const N: usize, const IS_FIRST: bool>(part: &Part<'_>, day: usize, sum: &mut [f32]) {
    let lanes = sum.len();
    let values: [f32; N] = std::array::from_fn(|curve| part.curves[curve][day]);
    let coefficients: [&[f32]; N] = std::array::from_fn(|curve| &part.coefficients[curve][..lanes]);
    for at in 0..lanes {
        // In two sums, so that the processor need not wait for one to go on with the other.
        let mut sums = [0.0; 2];
        for curve in 0..N {
            sums[curve % 2] += coefficients[curve][at] * values[curve];
        }
        let before = if IS_FIRST { 0.0 } else { sum[at] };
        sum[at] = before + (sums[0] + sums[1]);
    }
}

/// What the gains leave of a whole, all types together. One type after the other: a loop over all of them at once keeps the
/// processor waiting for one exponential before it begins the next.
#[inline(always)]
fn saturate<const TYPES: usize>(shares: &[f32], gains: &[Buffer; TYPES], scales: &Buffer, left: &mut [f32]) {
    let (lanes, scales) = (left.len(), &scales[..left.len()]);
    for (of_type, (gains, share)) in gains.iter().zip(shares).enumerate() {
        let gains = &gains[..lanes];
        if of_type == 0 {
            for at in 0..lanes {
                left[at] = share * exp2_of_loss(gains[at] * scales[at]);
            }
        } else {
            for at in 0..lanes {
                left[at] += share * exp2_of_loss(gains[at] * scales[at]);
            }
        }
    }
}

impl Day<'_> {
    /// The values of the day in one range, with what they add to the figures of the members.
    #[inline(always)]
    fn take(&self, left: &[f32], range: &mut Range<'_>) {
        let (members, ceilings) = (left.len(), &self.ceilings[..left.len()]);
        let values = |at: usize| ceilings[at] * (1.0 - left[at]);
        match self.strays {
            Some(strays) => {
                let strays = &strays[..members];
                self.note(members, range, |at| {
                    let (value, ceiling) = (values(at) * strays[at], ceilings[at]);
                    if value > ceiling { ceiling } else { value }
                });
            }
            None => self.note(members, range, values),
        }
    }

    #[inline(always)]
    fn note(&self, members: usize, range: &mut Range<'_>, values: impl Fn(usize) -> f32) {
        let row = &mut range.rows[self.position][..members];
        let Figures { peak, area, above } = &mut range.figures;
        let (peak, area, above) = (&mut peak[..members], &mut area[..members], &mut above[..members]);
        for at in 0..members {
            // Shares that are rounded may leave a trace below nothing.
            let value = values(at);
            let value = if value > 0.0 { value } else { 0.0 };
            // Stored whether it is higher or not: a store that depends on it takes many times as long.
            peak[at] = peak[at].max(value);
            area[at] += self.weight * value;
            above[at] += if value >= self.level { self.weight } else { 0.0 };
            #[expect(clippy::cast_possible_truncation, reason = "the lowest sixteen bits hold the number")]
            let parts = (value * SCALE + WHOLE).to_bits() as u16;
            row[at] = parts;
        }
    }
}
