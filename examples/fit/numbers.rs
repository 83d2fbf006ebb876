//! Two distributions, values on a grid, and what is believed of them. Functions come from `libm`, as in the core.

/// Density of t with 4 degrees of freedom.
pub(crate) fn t4(z: f64) -> f64 {
    let q = 1.0 + z * z / 4.0;
    0.375 / (q * q * libm::sqrt(q))
}

/// The share of t with 4 degrees of freedom below `z`.
pub(crate) fn t4_below(z: f64) -> f64 {
    let q = 1.0 + z * z / 4.0;
    0.5 + 0.375 * z / libm::sqrt(q) * (1.0 - z * z / (12.0 * q))
}

/// The share of the normal distribution below `z`.
pub(crate) fn normal_below(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// Evenly spaced values, each standing for a cell around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grid {
    pub(crate) first: f64,
    pub(crate) step: f64,
    pub(crate) count: usize,
}

impl Grid {
    /// The grid from `first` to `last`.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number of cells")]
    pub(crate) fn between(first: f64, last: f64, step: f64) -> Self {
        Self { first, step, count: ((last - first) / step + 0.5) as usize + 1 }
    }

    pub(crate) fn at(&self, index: usize) -> f64 {
        self.first + self.step * as_number(index)
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = f64> + '_ {
        (0..self.count).map(|index| self.at(index))
    }

    /// What a table on this grid holds at `x`: on a straight line between neighbours, and level beyond the ends.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held to the cells there are")]
    pub(crate) fn read(&self, table: &[f64], x: f64) -> f64 {
        let place = ((x - self.first) / self.step).clamp(0.0, as_number(self.count - 1));
        let index = (place as usize).min(self.count - 2);
        table[index] + (place - as_number(index)) * (table[index + 1] - table[index])
    }
}

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
pub(crate) fn as_number(count: usize) -> f64 {
    count as f64
}

/// How likely each cell of a grid is.
#[derive(Clone, Debug)]
pub(crate) struct Belief {
    pub(crate) grid: Grid,
    /// They add up to 1.
    pub(crate) weights: Vec<f64>,
}

impl Belief {
    pub(crate) fn new(grid: Grid, mut weights: Vec<f64>) -> Self {
        let sum: f64 = weights.iter().sum();
        weights.iter_mut().for_each(|weight| *weight /= sum);
        Self { grid, weights }
    }

    /// A normal distribution.
    pub(crate) fn normal(grid: Grid, centre: f64, sd: f64) -> Self {
        let density = |x: f64| libm::exp(-0.5 * (x - centre) * (x - centre) / (sd * sd));
        Self::new(grid, grid.values().map(density).collect())
    }

    /// The value below which it lies with this chance.
    pub(crate) fn quantile(&self, chance: f64) -> f64 {
        let mut below = 0.0;
        for (value, weight) in self.grid.values().zip(&self.weights) {
            if below + weight >= chance {
                return value + self.grid.step * ((chance - below) / weight - 0.5);
            }
            below += weight;
        }
        self.grid.at(self.grid.count - 1)
    }

    /// The range in which it lies with a chance of 80 %, and its middle.
    pub(crate) fn range(&self) -> Range {
        Range { low: self.quantile(0.1), middle: self.quantile(0.5), high: self.quantile(0.9) }
    }
}

/// The values below which something lies with a chance of 10, 50 and 90 %.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Range {
    pub(crate) low: f64,
    pub(crate) middle: f64,
    pub(crate) high: f64,
}

impl Range {
    pub(crate) fn map(self, of: impl Fn(f64) -> f64) -> Self {
        Self { low: of(self.low), middle: of(self.middle), high: of(self.high) }
    }

    pub(crate) fn holds(self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}
