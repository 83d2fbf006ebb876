//! The draws: for each the deviation of every uncertain parameter, in standard deviations.

use super::nodes::{FADE_NODES, Nodes, WEAR_NODES};
use crate::engine::NINE_OF_TEN;
use std::ops::Range;
use std::sync::OnceLock;

/// A parameter that is uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Parameter {
    /// How much one person gains more or less than others.
    Person,
    /// How much is gained for the concern.
    Concern,
    /// How much is gained by a treatment, by its number.
    Treatment(usize),
    /// Which share of the gain stays.
    Persistence,
    /// How soon the rest fades.
    Fade,
    /// How soon what stays wears off.
    Wear,
    /// The most that can be gained.
    Ceiling,
    /// What add-ons add.
    AddOn,
    /// What further treatments add.
    Together,
    /// What becomes of it beyond the evidence.
    Beyond,
}

impl Parameter {
    /// All but those of treatments.
    pub const SHARED: [Self; 9] = [
        Self::Concern,
        Self::Person,
        Self::Persistence,
        Self::Fade,
        Self::Wear,
        Self::Ceiling,
        Self::AddOn,
        Self::Together,
        Self::Beyond,
    ];

    /// Its dimension. The lower ones of a Sobol sequence fill space the better, so that what matters most has them,
    /// treatments among it. They never change, so that what was issued is drawn as it was.
    fn dimension(self) -> usize {
        match self {
            Self::Person => 0,
            Self::Concern => 1,
            Self::Persistence => 2,
            Self::Fade => 3,
            Self::Ceiling => 4,
            Self::Beyond => 5,
            Self::Wear => 9,
            Self::Together => 10,
            Self::AddOn => 11,
            Self::Treatment(treatment) => TREATMENTS.get(treatment).copied().unwrap_or(treatment + 9),
        }
    }
}

/// The dimensions of the first treatments of the catalogue; those of the others follow.
const TREATMENTS: [usize; 10] = [6, 12, 13, 7, 14, 15, 16, 17, 8, 18];

/// Which of all scrambles is taken: of the first two hundred the one whose 8,192 draws come closest to 400,000 independent ones,
/// which a test holds it to.
const SCRAMBLE: u32 = 152;

/// As many dimensions are there.
const DIMENSIONS: usize = 256;

/// Fade time and wear are held within so many standard deviations, so that node curves reach them.
const FURTHEST: f64 = 4.0;

/// Draws with like fade time and wear, which share their node curves.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) members: Range<usize>,
    pub(super) fade: usize,
    pub(super) wear: usize,
}

/// So many draws; one of another number begins with the same.
#[derive(Debug)]
pub struct Draws {
    /// For each draw, in the order they are worked out in, its number.
    numbers: Vec<u32>,
    pub(super) blocks: Vec<Block>,
    /// For each node of the fade time the weight of each draw.
    pub(super) fade: [Vec<f32>; FADE_NODES],
    /// For each node of the wear the weight of each draw.
    pub(super) wear: [Vec<f32>; WEAR_NODES],
    /// For each dimension the deviation of each draw, once it has been asked for.
    deviations: Vec<OnceLock<Vec<f64>>>,
    source: Source,
}

/// Where deviations come from.
#[derive(Clone, Debug)]
enum Source {
    /// All parameters at once, by a Sobol sequence.
    Sobol,
    /// None in the first draw, and then these dimensions one by one: each in two draws, at the ends of its range of 80%.
    OneByOne(Vec<usize>),
}

impl Source {
    fn deviation(&self, number: u32, dimension: usize) -> f64 {
        match self {
            Self::Sobol => deviation(number, u32::try_from(dimension).unwrap_or_default()),
            Self::OneByOne(dimensions) => match (number as usize).checked_sub(1) {
                Some(end) if dimensions.get(end / 2) == Some(&dimension) => [-NINE_OF_TEN, NINE_OF_TEN][end % 2],
                _ => 0.0,
            },
        }
    }
}

impl Draws {
    /// As many of them as there can be: 65,536 at most.
    pub(super) fn held(count: u32) -> u32 {
        count.clamp(1, 1 << 16)
    }

    /// The first so many draws.
    pub fn new(count: u32) -> Self {
        Self::of_source(Self::held(count), Source::Sobol)
    }

    /// A draw in which all is typical, and two for each of these parameters, the rest of which is typical.
    pub(super) fn one_by_one(parameters: &[Parameter]) -> Self {
        let count = u32::try_from(1 + 2 * parameters.len()).unwrap_or(u32::MAX);
        Self::of_source(count, Source::OneByOne(parameters.iter().map(|parameter| parameter.dimension()).collect()))
    }

    fn of_source(count: u32, source: Source) -> Self {
        let held =
            |number, parameter: Parameter| source.deviation(number, parameter.dimension()).clamp(-FURTHEST, FURTHEST);
        let mut drawn: Vec<(usize, usize, u32, f64, f64)> = (0..count)
            .map(|number| {
                let (fade, wear) = (held(number, Parameter::Fade), held(number, Parameter::Wear));
                (Nodes::bin(fade), Nodes::bin(wear), number, fade, wear)
            })
            .collect();
        drawn.sort_by_key(|(fade, wear, number, ..)| (*fade, *wear, *number));
        let mut blocks: Vec<Block> = Vec::new();
        for (at, (fade, wear, ..)) in drawn.iter().enumerate() {
            match blocks.last_mut() {
                Some(last) if (last.fade, last.wear) == (*fade, *wear) && last.members.len() < ensemble::MOST => {
                    last.members.end = at + 1;
                }
                _ => blocks.push(Block { members: at..at + 1, fade: *fade, wear: *wear }),
            }
        }
        Self {
            fade: std::array::from_fn(|node| {
                let weight = |bin, z| Nodes::weights::<FADE_NODES>(bin, z)[node];
                drawn.iter().map(|(bin, .., z, _)| weight(*bin, *z)).collect()
            }),
            wear: std::array::from_fn(|node| {
                let weight = |bin, z| Nodes::weights::<WEAR_NODES>(bin, z)[node];
                drawn.iter().map(|(_, bin, .., z)| weight(*bin, *z)).collect()
            }),
            numbers: drawn.iter().map(|(_, _, number, ..)| *number).collect(),
            blocks,
            deviations: (0..DIMENSIONS).map(|_| OnceLock::new()).collect(),
            source,
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.numbers.len()
    }

    /// The number of each draw in the order of the figures of a simulation.
    pub fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    /// The deviation of each draw in a parameter. Treatments behind the last dimension share it.
    pub(super) fn of(&self, parameter: Parameter) -> impl Iterator<Item = f64> {
        let dimension = parameter.dimension().min(DIMENSIONS - 1);
        let drawn = || self.numbers.iter().map(|draw| self.source.deviation(*draw, dimension)).collect();
        self.deviations[dimension].get_or_init(drawn).iter().copied()
    }
}

/// A standard normal deviation: a Sobol point, half a step in from the edge so that it is finite.
fn deviation(number: u32, dimension: u32) -> f64 {
    const HALF_STEP: f64 = 1.0 / 33_554_432.0;
    ensemble::normal_quantile(f64::from(sobol_burley::sample(number, dimension, SCRAMBLE)) + HALF_STEP)
}
