//! Node curves: a curve for any deviation is a sum of a few.
//!
//! Over a bin of two standard deviations the curve of a session, as a function of the logarithm of its time constant, is so
//! smooth that the polynomial through five points is within 10⁻⁵ of it (six for the wear, which is spread wider: 4·10⁻⁵).
//! Narrower bins would need fewer points, but more of them: blocks of draws become small, and small ones cost more than
//! they work out.

use crate::engine::{Cache, KernelShape};
use crate::units::Day;
use std::sync::Arc;

/// Nodes of the fade time in each bin.
pub(super) const FADE_NODES: usize = 5;
/// Nodes of the wear in each bin.
pub(super) const WEAR_NODES: usize = 6;
/// How many bins there are.
pub(super) const BINS: usize = 4;
/// How many standard deviations a bin is wide.
const WIDTH: f64 = 2.0;
/// The middle of the last bin, counted in bins from the first.
const LAST: f64 = 3.5;
/// The deviation at which the first bin begins.
const FIRST: f64 = -4.0;
/// More time courses than a plan can hold treatments.
const MOST: usize = 24;

/// The deviations at which curves are worked out: Chebyshev points, which keep a polynomial through them closest.
pub(super) struct Nodes;

impl Nodes {
    /// The bin of a deviation.
    pub(super) fn bin(deviation: f64) -> usize {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is held to the bins")]
        let bin = ((deviation - FIRST) / WIDTH).clamp(0.0, LAST) as usize;
        bin
    }

    /// The deviations of the nodes of a bin.
    pub(super) fn at<const N: usize>(bin: usize) -> [f64; N] {
        let number = |count: usize| f64::from(u32::try_from(count).unwrap_or_default());
        let centre = FIRST + WIDTH * (number(bin) + 0.5);
        std::array::from_fn(|node| {
            let angle = std::f64::consts::PI * number(2 * node + 1) / number(2 * N);
            centre - 0.5 * WIDTH * libm::cos(angle)
        })
    }

    /// The weights of the nodes of a bin for a deviation, by Lagrange.
    pub(super) fn weights<const N: usize>(bin: usize, deviation: f64) -> [f32; N] {
        let nodes: [f64; N] = Self::at(bin);
        std::array::from_fn(|node| {
            let others = nodes.iter().enumerate().filter(|(other, _)| *other != node);
            let weight: f64 = others.map(|(_, other)| (deviation - other) / (nodes[node] - other)).product();
            #[expect(clippy::cast_possible_truncation, reason = "draws are worked out in single precision")]
            let weight = weight as f32;
            weight
        })
    }
}

/// What one session comes to on each whole day after it, at each node: what passes for each fade time, and what stays for
/// each wear.
#[derive(Debug)]
pub(super) struct NodeTables {
    pub(super) passing: Vec<[Vec<f64>; FADE_NODES]>,
    pub(super) staying: Vec<[Vec<f64>; WEAR_NODES]>,
}

impl NodeTables {
    /// Of a typical time course, over so many days. `fade` and `wear` are standard deviations of logarithms.
    fn new(shape: KernelShape, fade: f64, wear: f64, days: Day) -> Self {
        let passing = |deviation: f64| {
            KernelShape { fade_months: shape.fade_months * libm::exp(fade * deviation), ..shape }.passing(days)
        };
        let staying =
            |deviation: f64| KernelShape { wear: shape.wear * libm::exp(wear * deviation), ..shape }.staying(days);
        Self {
            passing: (0..BINS).map(|bin| Nodes::at(bin).map(passing)).collect(),
            staying: (0..BINS).map(|bin| Nodes::at(bin).map(staying)).collect(),
        }
    }
}

/// What tables of a time course are made from: its shape, the spreads of fade time and wear, and the number of days.
type TableKey = (KernelShape, f64, f64, Day);

/// Node tables, kept as long as time courses stay what they are.
#[derive(Debug)]
pub(super) struct KeptTables(Cache<TableKey, NodeTables>);

impl Default for KeptTables {
    fn default() -> Self {
        Self(Cache::new(MOST))
    }
}

impl KeptTables {
    pub(super) fn of(&mut self, key: TableKey) -> Arc<NodeTables> {
        self.0.get(key, PartialEq::eq, |key| {
            let (shape, fade, wear, days) = key;
            (key, NodeTables::new(shape, fade, wear, days))
        })
    }
}
