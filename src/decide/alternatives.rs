//! What there is to choose between, and what a wrong choice costs.

use crate::units::Money;

/// How many steps an improvement-year is counted in: one is a millionth of it, half a minute of full improvement. A sum of
/// them is the same in whatever order it is taken.
pub(super) const STEPS: i64 = 1_000_000;

/// The most options there are: sets of them are bits.
const MOST: usize = 16;

/// Costs are held below this, so that a cost times [`STEPS`] fits: 46 billion at two decimals.
const LIMIT: i64 = i64::MAX / STEPS / 2;

/// For each option what it costs, and what it comes to in each draw. Doing nothing is an option like the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternatives {
    pub(super) costs: Vec<i64>,
    /// Improvement-years in [`STEPS`]: draw by draw those of all options.
    steps: Vec<u32>,
}

impl Alternatives {
    /// The options with their costs and their improvement-years in each draw, in the same order of draws. None without a
    /// draw, of options with different numbers of draws, and of more than sixteen options.
    pub fn of<'a>(options: impl IntoIterator<Item = (Money, &'a [f32])>) -> Option<Self> {
        let (costs, years): (Vec<_>, Vec<_>) =
            options.into_iter().map(|(cost, years)| (cost.minor().clamp(-LIMIT, LIMIT), years)).unzip();
        let draws = years.first()?.len();
        let is_even = draws > 0 && years.len() <= MOST && years.iter().all(|years| years.len() == draws);
        let steps = || (0..draws).flat_map(|draw| years.iter().map(move |years| steps(years[draw]))).collect();
        is_even.then(|| Self { costs, steps: steps() })
    }

    /// What each option comes to, draw by draw.
    pub(super) fn draws(&self) -> impl ExactSizeIterator<Item = &[u32]> {
        self.steps.chunks_exact(self.costs.len())
    }

    /// What each option comes to in all draws together.
    pub(super) fn sums(&self) -> Vec<u64> {
        let mut sums = vec![0; self.costs.len()];
        for draw in self.draws() {
            sums.iter_mut().zip(draw).for_each(|(sum, steps)| *sum += u64::from(*steps));
        }
        sums
    }

    /// By how much the result of one option is worth more than that of another on average, to the next whole minor unit
    /// above: it is the better buy if it costs more by less than this. Below zero where it is worth less.
    pub fn gain(&self, worth: Money, at: usize, over: usize) -> Money {
        let sums = self.sums();
        let more = i128::from(worth.minor()) * (i128::from(sums[at]) - i128::from(sums[over]));
        let whole = i128::from(STEPS) * self.draws().len() as i128;
        money(-(-more).div_euclid(whole))
    }

    /// What choosing each option costs on average when another would have been better: the mean over all draws of how much
    /// the best net benefit in that draw is above its own. `worth` is that of one year of full improvement.
    pub fn expected_losses(&self, worth: Money) -> Vec<Money> {
        let benefit = |steps: u32, cost: i64| i128::from(worth.minor()) * i128::from(steps) - i128::from(cost * STEPS);
        let mut losses = vec![0_i128; self.costs.len()];
        let mut benefits = Vec::with_capacity(losses.len());
        for draw in self.draws() {
            benefits.clear();
            benefits.extend(draw.iter().zip(&self.costs).map(|(steps, cost)| benefit(*steps, *cost)));
            let best = benefits.iter().copied().max().unwrap_or_default();
            losses.iter_mut().zip(&benefits).for_each(|(loss, benefit)| *loss += best - benefit);
        }
        let whole = i128::from(STEPS) * self.draws().len() as i128;
        // To the nearest minor unit, a half away from zero: no loss is below it.
        losses.into_iter().map(|loss| money((2 * loss + whole) / (2 * whole))).collect()
    }
}

/// An amount of so many minor units, as far as they fit.
pub(super) fn money(minor: i128) -> Money {
    Money::from_minor(i64::try_from(minor).unwrap_or(i64::MAX))
}

/// What is below zero, or no number, counts as none.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "rounded and never below zero; a million is exact"
)]
fn steps(years: f32) -> u32 {
    (f64::from(years).max(0.0) * STEPS as f64 + 0.5) as u32
}
