//! The sessions of an option as the model sees them: doses on whole days.

use super::tables::{Gain, Table, Tables, add};
use super::{Ageing, Kernel};
use crate::units::{Day, position};
use std::sync::Arc;

/// One session: its day and its kernel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dose {
    /// Days from the plan's start.
    pub day: Day,
    /// What it does.
    pub kernel: Kernel,
}

/// What the sum over sessions depends on besides them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Setting {
    /// The shares of rolling, boxcar and icepick for scars; none for other concerns.
    pub scar_mix: Option<[f64; 3]>,
    /// η: which share of its gain a further treatment adds to the strongest one.
    pub together: f64,
    /// How skin ages meanwhile: what stays of a gain is lost with the collagen.
    pub ageing: Ageing,
}

/// All doses of an option, added up on every whole day and ready to be asked for the improvement on any.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Program {
    /// In the order of their figures: sums are taken kernel by kernel, and within one by day, so that the order of lines in
    /// a document never shows.
    pub(super) kernels: Vec<DosedKernel>,
    /// In order of day.
    pub(super) doses: Vec<Weighted>,
    horizon: Day,
    pub(super) setting: Setting,
}

/// Up to so many doses are added up for the days asked for only.
const FEW: usize = 40;

/// A build-up that is shorter than this would not be seen on weekly days.
const STEEP_MONTHS: f64 = 0.2;

/// A kernel with all its doses.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DosedKernel {
    pub(super) kernel: Kernel,
    table: Arc<Table>,
    /// The day of its first dose, after all days as long as there is none.
    first: Day,
    /// What its doses, each counting by its weight, come to on each day up to the horizon; empty as long as there are so few
    /// that adding up the days asked for is less work.
    daily: Vec<Gain>,
}

/// A dose and how much it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Weighted {
    pub(super) day: Day,
    /// The position of its kernel.
    pub(super) kernel: usize,
    pub(super) weight: f64,
    /// What a share that stays counts for: more the later it comes, as it is lost with the collagen of day 0.
    pub(super) staying: f64,
}

impl Weighted {
    fn gains(&self) -> Gain {
        [self.weight, self.weight * self.staying, self.weight]
    }
}

impl Program {
    /// A program without doses that may be given these kernels. Days up to the horizon, from 0 on, are the quick ones to ask
    /// for.
    pub fn new(kernels: impl IntoIterator<Item = Kernel>, setting: Setting, horizon: Day, tables: &mut Tables) -> Self {
        let mut kernels: Vec<Kernel> = kernels.into_iter().collect();
        kernels.sort_by(Kernel::order);
        kernels.dedup();
        let given = |kernel: Kernel| DosedKernel {
            kernel,
            table: tables.of(kernel.shape, horizon),
            first: Day::MAX,
            daily: Vec::new(),
        };
        Self { kernels: kernels.into_iter().map(given).collect(), doses: Vec::new(), horizon, setting }
    }

    /// Adds a dose, which changes the days after it; one whose kernel the program was not made with does nothing.
    pub fn add(&mut self, dose: &Dose) {
        let Some(kernel) = self.kernels.iter().position(|given| given.kernel == dose.kernel) else { return };
        let at = self.doses.partition_point(|other| (other.day, other.kernel) <= (dose.day, kernel));
        let is_same = |other: &&Weighted| self.kernels[other.kernel].kernel.treatment == dose.kernel.treatment;
        let previous = self.doses[..at].iter().rev().find(is_same);
        let next = self.doses[at..].iter().position(|other| is_same(&other));
        let weight = self.weight(kernel, dose.day, previous);
        let new = Weighted { day: dose.day, kernel, weight, staying: 1.0 / self.setting.ageing.kept_on(dose.day) };
        self.doses.insert(at, new);
        self.kernels[kernel].count(dose.day, new.gains());
        if let Some(next) = next {
            // The new one is now the last of its treatment before that one.
            let next = at + 1 + next;
            let later = self.doses[next];
            self.doses[next].weight = self.weight(later.kernel, later.day, Some(&new));
            let change = Weighted { weight: self.doses[next].weight - later.weight, ..later };
            self.kernels[later.kernel].count(later.day, change.gains());
        }
        if self.doses.len() == FEW + 1 {
            self.add_up_daily();
        }
    }

    /// The same with the doses up to and including a day only.
    #[must_use]
    pub fn until(&self, day: Day) -> Self {
        let undosed = |given: &DosedKernel| DosedKernel { first: Day::MAX, daily: Vec::new(), ..given.clone() };
        let kernels = self.kernels.iter().map(undosed).collect();
        let mut until = Self { kernels, doses: Vec::new(), ..self.clone() };
        let given = self.doses.iter().take_while(|dose| dose.day <= day);
        given.for_each(|dose| until.add(&Dose { day: dose.day, kernel: self.kernels[dose.kernel].kernel }));
        until
    }

    /// Adds the doses up on every day up to the horizon, now and from now on.
    fn add_up_daily(&mut self) {
        self.kernels.iter_mut().for_each(|given| given.daily = vec![[0.0; 3]; position(self.horizon) + 1]);
        for dose in &self.doses {
            self.kernels[dose.kernel].count(dose.day, dose.gains());
        }
    }

    /// What the doses of each kernel, each counting by its weight, come to on each of these days, which must be in order:
    /// kernel by kernel.
    pub(super) fn gains(&self, days: &[Day]) -> Vec<Gain> {
        let mut gains = vec![[0.0; 3]; self.kernels.len() * days.len()];
        let mut of_kernels = gains.chunks_exact_mut(days.len().max(1));
        for (kernel, (given, gains)) in self.kernels.iter().zip(&mut of_kernels).enumerate() {
            if days.last().is_some_and(|last| position(*last) < given.daily.len()) {
                gains.iter_mut().zip(days).for_each(|(gain, day)| *gain = given.daily[position(*day)]);
                continue;
            }
            for dose in self.doses.iter().filter(|dose| dose.kernel == kernel) {
                let after = days.partition_point(|day| *day <= dose.day);
                given.table.add_to(&mut gains[after..], &days[after..], dose.day, dose.gains());
            }
        }
        gains
    }

    /// What the doses of a kernel come to on one day, each counting by its weight.
    pub(super) fn gain(&self, kernel: usize, day: Day) -> Gain {
        let given = &self.kernels[kernel];
        if let Some(gain) = given.daily.get(position(day)) {
            return *gain;
        }
        let mut gain = [0.0; 3];
        for dose in self.doses.iter().filter(|dose| dose.kernel == kernel && dose.day < day) {
            add(&mut gain, dose.gains(), given.table.on(day - dose.day));
        }
        gain
    }

    fn weight(&self, kernel: usize, day: Day, previous: Option<&Weighted>) -> f64 {
        self.kernels[kernel].kernel.weight(previous.map(|previous| f64::from(day - previous.day)))
    }

    /// Each kernel that has doses, with these in order: their day, how much they count, and how much what stays of them does.
    pub(crate) fn dosed(&self) -> impl Iterator<Item = (Kernel, Vec<(Day, f64, f64)>)> {
        let all = self.kernels.iter().enumerate().map(|(at, given)| {
            let doses = self.doses.iter().filter(move |dose| dose.kernel == at);
            (given.kernel, doses.map(|dose| (dose.day, dose.weight, dose.weight * dose.staying)).collect::<Vec<_>>())
        });
        all.filter(|(_, doses)| !doses.is_empty())
    }

    /// Days right after a session whose effect is there within days.
    pub(crate) fn steep_days(&self) -> impl Iterator<Item = Day> {
        let is_steep = |dose: &&Weighted| self.kernels[dose.kernel].kernel.shape.build_months < STEEP_MONTHS;
        self.doses.iter().filter(is_steep).flat_map(|dose| [0, 1, 2, 4].map(|after| dose.day + after))
    }

    /// The day of the last dose up to a day.
    pub(crate) fn last_dose(&self, day: Day) -> Option<Day> {
        let given = self.doses.partition_point(|dose| dose.day <= day);
        self.doses[..given].last().map(|dose| dose.day)
    }

    /// The days of doses.
    pub(crate) fn dosed_days(&self) -> impl Iterator<Item = Day> {
        self.doses.iter().map(|dose| dose.day)
    }

    /// What the sum over sessions depends on besides them.
    pub(crate) fn setting(&self) -> &Setting {
        &self.setting
    }

    /// The scar types the client has, each with its share; without scar types one that stands for all.
    pub(crate) fn types(&self) -> impl Iterator<Item = (usize, f64)> + use<> {
        let shares = self.setting.scar_mix.unwrap_or([1.0, 0.0, 0.0]);
        shares.into_iter().enumerate().filter(|(_, share)| *share > 0.0)
    }

    /// The days of the doses, in order.
    pub(super) fn days(&self) -> impl Iterator<Item = Day> {
        self.doses.iter().map(|dose| dose.day)
    }

    /// What the improvement would come to in the end if nothing faded and nothing were saturated.
    pub(super) fn built_in_full(&self) -> f64 {
        let whole = |kernel: &Kernel| {
            let of_types = self.types().map(|(scar_type, share)| share * kernel.scar_types[scar_type]);
            kernel.amplitude * of_types.sum::<f64>()
        };
        self.doses.iter().map(|dose| dose.weight * whole(&self.kernels[dose.kernel].kernel)).sum()
    }

    /// Days up to this one become quick ones to ask for, where it has so many doses that this is worth the while.
    pub(super) fn look_ahead(&mut self, last: Day, tables: &mut Tables) {
        if self.doses.len() > FEW {
            self.kernels.iter_mut().for_each(|given| given.table = tables.of(given.kernel.shape, last));
        }
    }

    /// The largest ceiling among the treatments given before this day, as a share of severity; 0 before the first.
    pub fn ceiling(&self, day: Day) -> f64 {
        let given = self.kernels.iter().filter(|given| given.first < day);
        given.map(|given| given.kernel.ceiling).fold(0.0, f64::max)
    }

    /// Whether there is no dose that does anything.
    pub fn is_empty(&self) -> bool {
        self.doses.is_empty()
    }
}

impl DosedKernel {
    /// Lets a dose count so much more on every day after it.
    fn count(&mut self, day: Day, weights: Gain) {
        self.first = self.first.min(day);
        let from = self.daily.len().min(position(day));
        for (sum, gain) in self.daily[from..].iter_mut().zip(self.table.days()) {
            add(sum, weights, *gain);
        }
    }
}
