//! e^x for many values at once.
//!
//! An estimate takes some thirty thousand exponentials, and that is most of its time. Taken one by one from `libm` they
//! would double it. This one is plain arithmetic without a branch or a table, so the compiler works on several values
//! side by side, and, like `libm`, it gives the same bits on every platform. Where the exponents follow a rule, most of the
//! values come by products. Tests hold both against `libm`.

use crate::units::{Day, position};
use std::array::from_fn;
use std::ops::Range;

/// log2(e).
const LOG2_E: f64 = std::f64::consts::LOG2_E;
/// ln 2 in two parts: the first is short, so that its product with a whole number is exact.
const LN_2: [f64; 2] = [6.931_471_803_691_238e-1, 1.908_214_929_270_587_7e-10];
/// Adding this rounds to a whole number and leaves that number in the lowest bits.
const ROUND: f64 = 6_755_399_441_055_744.0;
/// Below this the result is under any number the model could notice; above the negative of it, out of range.
const LEAST: f64 = -700.0;
/// The exponent bits of 1.
const ONE: u64 = 1023 << 52;
/// The coefficients of r² in r coth(r/2) − 2, from r^2 on, to the last bit for |r| ≤ ln 2 / 2: those of the `exp` of `libm`.
const COTH: [f64; 5] = [
    1.666_666_666_666_660_2e-1,
    -2.777_777_777_701_559_3e-3,
    6.613_756_321_437_934e-5,
    -1.653_390_220_546_525_2e-6,
    4.138_136_797_057_238_5e-8,
];

/// So many values are worked on side by side, step by step, so that none waits for the one before it.
const LANES: usize = 8;

/// Replaces each value, which must be at most 0, by its exponential.
pub(super) fn exp(values: &mut [f64]) {
    let (lanes, rest) = values.as_chunks_mut::<LANES>();
    lanes.iter_mut().for_each(|values| *values = exp_each(*values));
    if !rest.is_empty() {
        let mut padded = [0.0; LANES];
        padded[..rest.len()].copy_from_slice(rest);
        rest.copy_from_slice(&exp_each(padded)[..rest.len()]);
    }
}

/// The exponentials of a few values, which must be at most 0.
#[inline]
pub(super) fn exp_of<const N: usize>(values: [f64; N]) -> [f64; N] {
    exp_each(values)
}

/// How many values in a row come from one that is worked out by itself.
pub(super) const RUN: usize = 16;
/// The same in days.
pub(super) const RUN_DAYS: Day = 16;

/// e^(−linear n − square n²) on days n, where neither factor is below 0, in runs of sixteen days from day 0 on. Each value is the
/// one before times a ratio, and the ratio shrinks by the same factor from day to day. The first value of each run is worked out
/// by itself, so that no error grows, and a day has the same value whichever days it is asked for with. What is under e^-700 is 0.
pub(super) struct Falling {
    /// Which run the first of the values below begins.
    first: usize,
    /// The first values of runs, as far as there are any above 0, and how much the next ones are of them.
    values: Vec<f64>,
    ratios: Vec<f64>,
    change: f64,
}

impl Falling {
    /// On all runs that have any of these days.
    pub(super) fn of(linear: f64, square: f64, days: Range<Day>) -> Self {
        let first = days.start / RUN_DAYS;
        let starts = || (first..).map(|run| run * RUN_DAYS).take_while(|day| *day < days.end).map(f64::from);
        let mut values: Vec<f64> = starts().map(|n| -(linear + square * n) * n).collect();
        values.truncate(values.partition_point(|x| *x > LEAST));
        let mut ratios: Vec<f64> = starts().take(values.len()).map(|n| -(linear + square * (n + n + 1.0))).collect();
        let mut change = [-2.0 * square];
        for exponents in [&mut values[..], &mut ratios, &mut change] {
            exp(exponents);
        }
        Self { first: position(first), values, ratios, change: change[0] }
    }

    /// The values of a run, which has any of the days; none where all are 0.
    #[inline]
    pub(super) fn run(&self, run: usize) -> Option<[f64; RUN]> {
        let at = run - self.first;
        let (mut value, mut ratio) = (*self.values.get(at)?, self.ratios[at]);
        Some(from_fn(|_| {
            let this = value;
            value *= ratio;
            ratio *= self.change;
            this
        }))
    }
}

#[inline]
fn exp_each<const N: usize>(x: [f64; N]) -> [f64; N] {
    let x = x.map(|x| if x < LEAST { LEAST } else { x });
    // e^x = 2^k e^r with |r| ≤ ln 2 / 2, where r is `high` − `low`.
    let rounded = x.map(|x| x * LOG2_E + ROUND);
    let k = rounded.map(|rounded| rounded - ROUND);
    let high: [f64; N] = from_fn(|at| x[at] - k[at] * LN_2[0]);
    let low = k.map(|k| k * LN_2[1]);
    let r: [f64; N] = from_fn(|at| high[at] - low[at]);
    let r2 = r.map(|r| r * r);
    // e^r = 1 + r + r c / (2 − c) where c = r − (r coth(r/2) − 2).
    // Summed in pairs: short chains, so that the processor can work ahead.
    let coth = r2.map(|r2| {
        let r4 = r2 * r2;
        (COTH[0] + r2 * COTH[1]) + r4 * ((COTH[2] + r2 * COTH[3]) + r4 * COTH[4])
    });
    let c: [f64; N] = from_fn(|at| r[at] - r2[at] * coth[at]);
    let fraction: [f64; N] = from_fn(|at| 1.0 + ((r[at] * c[at] / (2.0 - c[at]) - low[at]) + high[at]));
    from_fn(|at| fraction[at] * f64::from_bits((rounded[at].to_bits() << 52).wrapping_add(ONE)))
}

#[cfg(test)]
mod tests {
    use super::{Day, Falling, RUN_DAYS, Range, exp, position};

    #[test]
    fn agrees_with_the_library_to_the_last_bits() {
        let xs: Vec<f64> = (0..200_000_i32).map(|n| -f64::from(n) * 0.003_47).collect();
        let mut values = xs.clone();
        exp(&mut values);
        for (x, value) in xs.iter().zip(values) {
            let exact = libm::exp(*x);
            assert!((value - exact).abs() <= 4.5e-16 * exact, "e^{x}: {value:e}, not {exact:e}");
        }
    }

    fn falling(linear: f64, square: f64, days: Range<Day>) -> Vec<f64> {
        let runs = position(days.start / RUN_DAYS)..position((days.end + RUN_DAYS - 1) / RUN_DAYS);
        let falling = Falling::of(linear, square, days.clone());
        let all: Vec<f64> = runs.flat_map(|run| falling.run(run).unwrap_or_default()).collect();
        all[position(days.start % RUN_DAYS)..][..days.len()].to_vec()
    }

    #[test]
    fn values_by_products_agree_with_the_library() {
        for (linear, square) in [(0.036, 0.0), (0.0, 1.7e-6), (2e-5, 0.0), (0.0, 0.01), (0.5, 0.03), (0.0, 0.0)] {
            let all = falling(linear, square, 0..3_700);
            for (n, value) in (0_u32..).map(f64::from).zip(&all) {
                let exponent = -(linear + square * n) * n;
                let exact = libm::exp(exponent);
                // The exponent itself is rounded: no value can be better than that.
                let error = 2e-14 * exact * (1.0 - exponent / 16.0) + 1e-290;
                assert!((value - exact).abs() <= error, "{linear}, {square}: {n}: {value:e}, not {exact:e}");
            }
            for start in [1, 15, 16, 17, 100, 3_699] {
                assert_eq!(falling(linear, square, start..3_700), all[position(start)..], "from {start}");
            }
        }
    }

    #[test]
    fn the_ends_are_exact() {
        let mut ends = [0.0, -0.0, -1e300, f64::NEG_INFINITY];
        exp(&mut ends);
        assert_eq!(ends[0].to_bits(), 1.0_f64.to_bits());
        assert_eq!(ends[1].to_bits(), 1.0_f64.to_bits());
        assert!(ends[2] < 1e-300 && ends[3] < 1e-300);
    }
}
