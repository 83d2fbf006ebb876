//! Questions that several studies answer, each a little differently.

use super::numbers::{Belief, Grid, as_number, t4_below};
use std::ops::Range;

/// What is held possible before any study is read.
pub(crate) struct Prior {
    /// What a study may answer, and beyond its ends the same.
    pub(crate) grid: Grid,
    /// The answers that may be true of a question as a whole: all alike.
    pub(crate) centres: Range<usize>,
    /// The standard deviation of the half-normal distribution of the spread.
    pub(crate) spread: f64,
    kernels: Vec<Kernel>,
}

/// How deviations of one spread are shared out to cells, counted from as far below the centre as the grid is long.
struct Kernel {
    /// What lies below each cell.
    below: Vec<f64>,
    /// What lies in each cell.
    cells: Vec<f64>,
}

impl Kernel {
    fn new(spread: f64, grid: Grid) -> Self {
        let edge = |offset: usize| (as_number(offset) - as_number(grid.count) - 0.5) * grid.step;
        let below: Vec<f64> = (0..=2 * grid.count).map(|offset| t4_below(edge(offset) / spread)).collect();
        let cells = below.windows(2).map(|edges| edges[1] - edges[0]).collect();
        Self { below, cells }
    }

    /// What lies below the cells of the grid, in each of them, and above them, if the centre is at this one.
    fn around(&self, centre: usize, count: usize) -> (f64, &[f64], f64) {
        let from = count - centre;
        (self.below[from], &self.cells[from..from + count], 1.0 - self.below[from + count])
    }
}

/// The likelihood of one study, averaged over its deviation: for each spread and each centre.
pub(crate) type Averaged = Vec<Vec<f64>>;

/// Spreads that are told apart; beyond them a half-normal of 0.7 holds one chance in three thousand.
const SPREADS: Grid = Grid { first: 0.05, step: 0.1, count: 25 };

impl Prior {
    /// Centres from one value to another; studies may lie this much beyond.
    pub(crate) fn new(centres: [f64; 2], beyond: [f64; 2], step: f64, spread: f64) -> Self {
        let grid = Grid::between(centres[0] - beyond[0], centres[1] + beyond[1], step);
        let from = Grid::between(grid.first, centres[0], step).count - 1;
        let count = Grid::between(centres[0], centres[1], step).count;
        let kernels = SPREADS.values().map(|spread| Kernel::new(spread, grid)).collect();
        Self { grid, centres: from..from + count, spread, kernels }
    }

    /// The grid of the centres alone.
    pub(crate) fn centre_grid(&self) -> Grid {
        Grid { first: self.grid.at(self.centres.start), count: self.centres.len(), ..self.grid }
    }

    /// A study's likelihood on the grid, averaged over its deviation.
    pub(crate) fn average(&self, likelihood: &[f64]) -> Averaged {
        let average = |kernel: &Kernel, centre| {
            let (below, cells, above) = kernel.around(centre, self.grid.count);
            let inside: f64 = cells.iter().zip(likelihood).map(|(share, likelihood)| share * likelihood).sum();
            inside + below * likelihood[0] + above * likelihood[self.grid.count - 1]
        };
        let of_spread = |kernel| self.centres.clone().map(|centre| average(kernel, centre)).collect();
        self.kernels.iter().map(of_spread).collect()
    }

    /// What is to be believed after these studies of each question.
    pub(crate) fn after(&self, questions: &[Vec<&Averaged>]) -> Posterior<'_> {
        let mut spreads = Vec::new();
        let mut centres = vec![Vec::new(); questions.len()];
        for (index, spread) in SPREADS.values().enumerate() {
            let mut likelihood = libm::exp(-0.5 * spread * spread / (self.spread * self.spread));
            for (studies, centres) in questions.iter().zip(&mut centres) {
                let of_centre = |centre: usize| studies.iter().map(|study| study[index][centre]).product::<f64>();
                let products: Vec<f64> = (0..self.centres.len()).map(of_centre).collect();
                let sum: f64 = products.iter().sum();
                likelihood *= sum / as_number(products.len());
                centres.push(products.into_iter().map(|product| product / sum).collect());
            }
            spreads.push(likelihood);
        }
        Posterior { prior: self, spread: Belief::new(SPREADS, spreads), centres }
    }
}

/// What is to be believed of several questions whose studies share one spread.
pub(crate) struct Posterior<'p> {
    prior: &'p Prior,
    /// Of the spread between studies, as the scale of t with 4 degrees of freedom.
    pub(crate) spread: Belief,
    /// For each question and each spread, how likely each centre is.
    centres: Vec<Vec<Vec<f64>>>,
}

impl Posterior<'_> {
    /// Of the centre of a question.
    pub(crate) fn centre(&self, question: usize) -> Belief {
        let grid = self.prior.centre_grid();
        let mut weights = vec![0.0; grid.count];
        for (of_spread, centres) in self.spread.weights.iter().zip(&self.centres[question]) {
            weights.iter_mut().zip(centres).for_each(|(sum, centre)| *sum += of_spread * centre);
        }
        Belief::new(grid, weights)
    }

    /// Of the answer that one more study would give if it measured without error.
    pub(crate) fn next(&self, question: usize) -> Belief {
        let count = self.prior.grid.count;
        let mut weights = vec![0.0; count];
        for (index, of_spread) in self.spread.weights.iter().enumerate() {
            for (centre, share) in self.prior.centres.clone().zip(&self.centres[question][index]) {
                let (below, cells, above) = self.prior.kernels[index].around(centre, count);
                weights[0] += of_spread * share * below;
                weights[count - 1] += of_spread * share * above;
                weights.iter_mut().zip(cells).for_each(|(sum, cell)| *sum += of_spread * share * cell);
            }
        }
        Belief::new(self.prior.grid, weights)
    }
}
