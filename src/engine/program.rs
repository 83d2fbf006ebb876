//! The sessions of an option as the model sees them: doses on whole days.

use super::Kernel;
use super::tables::{Gain, Table, Tables};
use crate::units::Day;
use std::sync::Arc;

/// One session: its day, its kernel, and which treatment it is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dose {
    /// Days from the plan's start.
    pub day: Day,
    /// What it does.
    pub kernel: Kernel,
    /// Which treatment it is of, by any number that is the same for the same treatment: spacing looks at that.
    pub treatment: usize,
}

/// All doses of an option, added up on every whole day and ready to be asked for the improvement on any.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Program {
    /// Each kernel once, with its table, in the order of their figures: sums are taken kernel by kernel, and within one
    /// by day, so that the order of lines in a document never shows.
    pub(super) kernels: Vec<(Kernel, Arc<Table>)>,
    /// In order of day.
    pub(super) doses: Vec<Weighted>,
    /// For each kernel what its doses, each counting by its weight, come to on each day up to the horizon; empty as long as
    /// there are so few doses that adding up the days asked for is less work.
    daily: Vec<Vec<Gain>>,
    horizon: Day,
    /// The shares of rolling, boxcar and icepick; without scar types the first is 1.
    shares: [f64; 3],
    /// How many of the shares matter.
    types: usize,
}

/// Up to so many doses are added up for the days asked for only.
const FEW: usize = 40;

/// A dose and how much it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Weighted {
    pub(super) day: Day,
    /// The position of its kernel.
    pub(super) kernel: usize,
    treatment: usize,
    pub(super) weight: f64,
}

impl Program {
    /// A program without doses that may be given these kernels. `scar_mix` holds the shares of rolling, boxcar and icepick
    /// for scars, and nothing for other concerns. Days up to the horizon, from 0 on, are the quick ones to ask for.
    pub fn new(
        kernels: impl IntoIterator<Item = Kernel>,
        scar_mix: Option<[f64; 3]>,
        horizon: Day,
        tables: &mut Tables,
    ) -> Self {
        let mut kernels: Vec<Kernel> = kernels.into_iter().collect();
        kernels.sort_by(Kernel::order);
        kernels.dedup();
        Self {
            kernels: kernels.into_iter().map(|kernel| (kernel, tables.of(kernel.shape, horizon))).collect(),
            doses: Vec::new(),
            daily: Vec::new(),
            horizon,
            shares: scar_mix.unwrap_or([1.0, 0.0, 0.0]),
            types: if scar_mix.is_some() { 3 } else { 1 },
        }
    }

    /// Adds a dose, which changes the days after it; one whose kernel the program was not made with does nothing.
    pub fn add(&mut self, dose: &Dose) {
        let Some(kernel) = self.kernels.iter().position(|(kernel, _)| *kernel == dose.kernel) else { return };
        let key = (dose.day, kernel, dose.treatment);
        let at = self.doses.partition_point(|other| (other.day, other.kernel, other.treatment) <= key);
        let is_same = |other: &&Weighted| other.treatment == dose.treatment;
        let weight = self.weight(kernel, dose.day, self.doses[..at].iter().rev().find(is_same));
        let new = Weighted { day: dose.day, kernel, treatment: dose.treatment, weight };
        self.doses.insert(at, new);
        self.count(&new, weight);
        if let Some(next) = self.doses[at + 1..].iter().position(|other| is_same(&other)) {
            // The new one is now the last of its treatment before that one.
            let next = at + 1 + next;
            let later = self.doses[next];
            self.doses[next].weight = self.weight(later.kernel, later.day, Some(&new));
            self.count(&later, self.doses[next].weight - later.weight);
        }
        if self.doses.len() > FEW {
            self.add_up_daily();
        }
    }

    /// Adds the doses up on every day up to the horizon, now and from now on.
    pub(super) fn add_up_daily(&mut self) {
        if self.daily.is_empty() {
            self.daily = vec![vec![[0.0; 2]; position(self.horizon) + 1]; self.kernels.len()];
            for dose in self.doses.clone() {
                self.count(&dose, dose.weight);
            }
        }
    }

    /// Lets a dose count so much more on every day.
    fn count(&mut self, dose: &Weighted, weight: f64) {
        let Some(sums) = self.daily.get_mut(dose.kernel).filter(|_| weight != 0.0) else { return };
        let from = sums.len().min(position(dose.day));
        for (sum, gain) in sums[from..].iter_mut().zip(self.kernels[dose.kernel].1.days()) {
            add(sum, weight, *gain);
        }
    }

    /// What the doses of a kernel, each counting by its weight, come to on each of these days, which must be in order.
    pub(super) fn gains(&self, kernel: usize, days: &[Day]) -> Vec<Gain> {
        let within = self.daily.get(kernel).filter(|_| days.last().is_none_or(|last| *last <= self.horizon));
        if let Some(sums) = within {
            return days.iter().map(|day| sums[position(*day)]).collect();
        }
        let mut gains = vec![[0.0; 2]; days.len()];
        let table = &self.kernels[kernel].1;
        for dose in self.doses.iter().filter(|dose| dose.kernel == kernel) {
            let first = days.partition_point(|day| *day <= dose.day);
            for (sum, day) in gains[first..].iter_mut().zip(&days[first..]) {
                add(sum, dose.weight, table.at(day - dose.day));
            }
        }
        gains
    }

    fn weight(&self, kernel: usize, day: Day, previous: Option<&Weighted>) -> f64 {
        self.kernels[kernel].0.weight(previous.map(|previous| f64::from(day - previous.day)))
    }

    /// The scar types that matter, each with its share; without scar types one that stands for all.
    pub(super) fn types(&self) -> impl Iterator<Item = (usize, f64)> + use<> {
        self.shares.into_iter().enumerate().take(self.types)
    }

    /// The largest ceiling among the treatments given before this day, as a share of severity; 0 before the first.
    pub fn ceiling(&self, day: Day) -> f64 {
        let before = &self.doses[..self.doses.partition_point(|dose| dose.day < day)];
        before.iter().map(|dose| self.kernels[dose.kernel].0.ceiling).fold(0.0, f64::max)
    }

    /// Whether there is no dose that does anything.
    pub fn is_empty(&self) -> bool {
        self.doses.is_empty()
    }
}

/// Adds a gain that counts `weight` to a sum.
#[inline]
fn add(sum: &mut Gain, weight: f64, gain: Gain) {
    sum[0] += weight * gain[0];
    sum[1] += weight * gain[1];
}

/// Where a day stands among the days from 0 on.
fn position(day: Day) -> usize {
    usize::try_from(day).unwrap_or_default()
}
