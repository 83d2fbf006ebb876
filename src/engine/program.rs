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
    horizon: Day,
    pub(super) setting: Setting,
    /// The share of the collagen of day 0 that is left on each day up to the horizon.
    kept: Arc<Vec<f64>>,
}

/// Up to so many doses are added up for the days asked for only.
const FEW: usize = 40;

/// A build-up that is shorter than this would not be seen on weekly days.
const STEEP_MONTHS: f64 = 0.2;

/// A kernel with all its doses.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DosedKernel {
    pub(super) kernel: Kernel,
    /// What its gain counts for: all of it where nothing fades, what stays of it, and what passes.
    pub(super) factors: [f64; 3],
    table: Arc<Table>,
    /// In order of day.
    doses: Vec<Weighted>,
    /// What its doses, each counting by its weight, come to on each day up to the horizon; empty as long as there are so few
    /// that adding up the days asked for is less work.
    daily: Arc<Vec<Gain>>,
}

/// A dose and how much it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Weighted {
    day: Day,
    weight: f64,
    /// What a share that stays counts for: more the later it comes, as it is lost with the collagen of day 0.
    staying: f64,
}

impl Weighted {
    fn gains(&self) -> Gain {
        [self.weight, self.weight * self.staying, self.weight]
    }
}

impl Setting {
    /// The scar types the client has, each with its share; without scar types one that stands for all.
    pub(crate) fn types(&self) -> impl Iterator<Item = (usize, f64)> + use<> {
        let shares = self.scar_mix.unwrap_or([1.0, 0.0, 0.0]);
        shares.into_iter().enumerate().filter(|(_, share)| *share > 0.0)
    }
}

impl Program {
    /// A program without doses that may be given these kernels. Days up to the horizon, from 0 on, are the quick ones to ask
    /// for.
    pub fn new(kernels: impl IntoIterator<Item = Kernel>, setting: Setting, horizon: Day, tables: &mut Tables) -> Self {
        let mut kernels: Vec<Kernel> = kernels.into_iter().collect();
        kernels.sort_by(Kernel::order);
        kernels.dedup();
        let kept = tables.kept(setting.ageing, horizon);
        let given = |kernel: Kernel| DosedKernel {
            factors: kernel.factors(setting.types()),
            kernel,
            table: tables.of(kernel.shape, horizon),
            doses: Vec::new(),
            daily: Arc::default(),
        };
        Self { kernels: kernels.into_iter().map(given).collect(), horizon, setting, kept }
    }

    /// Adds a dose, which changes the days after it; one whose kernel the program was not made with does nothing.
    pub fn add(&mut self, dose: &Dose) {
        let Some(kernel) = self.kernels.iter().position(|given| given.kernel == dose.kernel) else { return };
        let treatment = dose.kernel.treatment;
        let is_same = |(_, given): &(usize, &DosedKernel)| given.kernel.treatment == treatment;
        // Doses of one day stand in the order of their kernels.
        let is_before = |other: Day, at: usize| (other, at) <= (dose.day, kernel);
        let of_treatment = || self.kernels.iter().enumerate().filter(is_same);
        let previous = of_treatment().filter_map(|(at, given)| {
            let before = given.doses.partition_point(|other| is_before(other.day, at));
            Some(given.doses[before.checked_sub(1)?].day)
        });
        let weight = self.weight(kernel, dose.day, previous.max());
        let next = of_treatment().filter_map(|(at, given)| {
            let behind = given.doses.partition_point(|other| is_before(other.day, at));
            Some((given.doses.get(behind)?.day, at, behind))
        });
        let next = next.min();
        let new = Weighted { day: dose.day, weight, staying: 1.0 / self.kept_on(dose.day) };
        let given = &mut self.kernels[kernel];
        let place = given.doses.partition_point(|other| other.day <= dose.day);
        given.doses.insert(place, new);
        given.count(dose.day, new.gains());
        if let Some((day, of, at)) = next {
            // The new one is now the last of its treatment before that one.
            let at = if of == kernel { at + 1 } else { at };
            let weight = self.weight(of, day, Some(dose.day));
            let given = &mut self.kernels[of];
            let later = given.doses[at];
            given.doses[at].weight = weight;
            given.count(day, Weighted { weight: weight - later.weight, ..later }.gains());
        }
        if self.kernels[kernel].doses.len() == FEW + 1 {
            self.kernels[kernel].add_up(self.horizon);
        }
    }

    /// The same with the doses up to and including a day only.
    #[must_use]
    pub fn until(&self, day: Day) -> Self {
        let undosed = |given: &DosedKernel| DosedKernel { doses: Vec::new(), daily: Arc::default(), ..given.clone() };
        let mut until = Self { kernels: self.kernels.iter().map(undosed).collect(), ..self.clone() };
        let doses = self.kernels.iter().flat_map(|given| given.doses.iter().map(|dose| (dose.day, given.kernel)));
        let mut given: Vec<_> = doses.filter(|(given, _)| *given <= day).collect();
        // As they were given.
        given.sort_by_key(|(day, _)| *day);
        given.into_iter().for_each(|(day, kernel)| until.add(&Dose { day, kernel }));
        until
    }

    /// The doses of this one and of another one of other treatments, with the same setting and horizon.
    #[must_use]
    pub fn beside(&self, other: &Self) -> Self {
        let mut kernels: Vec<DosedKernel> = self.kernels.iter().chain(&other.kernels).cloned().collect();
        kernels.sort_by(|one, other| one.kernel.order(&other.kernel));
        Self { kernels, horizon: self.horizon, setting: self.setting, kept: Arc::clone(&self.kept) }
    }

    /// Adds the doses up on every day up to the horizon: worth it where many single days are asked for.
    pub fn add_up(&mut self) {
        let dosed = self.kernels.iter_mut().filter(|given| !given.doses.is_empty());
        dosed.for_each(|given| given.add_up(self.horizon));
    }

    /// What the doses of each kernel, each counting by its weight, come to on each of these days, which must be in order:
    /// kernel by kernel.
    pub(super) fn gains(&self, days: &[Day]) -> Vec<Gain> {
        let mut gains = vec![[0.0; 3]; self.kernels.len() * days.len()];
        let mut of_kernels = gains.chunks_exact_mut(days.len().max(1));
        for (given, gains) in self.kernels.iter().zip(&mut of_kernels) {
            if days.last().is_some_and(|last| position(*last) < given.daily.len()) {
                gains.iter_mut().zip(days).for_each(|(gain, day)| *gain = given.daily[position(*day)]);
                continue;
            }
            for dose in &given.doses {
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
        for dose in given.doses.iter().take_while(|dose| dose.day < day) {
            add(&mut gain, dose.gains(), given.table.on(day - dose.day));
        }
        gain
    }

    fn weight(&self, kernel: usize, day: Day, previous: Option<Day>) -> f64 {
        self.kernels[kernel].kernel.weight(previous.map(|previous| f64::from(day - previous)))
    }

    /// Each kernel that has doses, with these in order: their day, how much they count, and how much what stays of them does.
    pub(crate) fn dosed(&self) -> impl Iterator<Item = (Kernel, Vec<(Day, f64, f64)>)> {
        let dosed = self.kernels.iter().filter(|given| !given.doses.is_empty());
        dosed.map(|given| {
            let doses = given.doses.iter().map(|dose| (dose.day, dose.weight, dose.weight * dose.staying));
            (given.kernel, doses.collect())
        })
    }

    /// Days right after a session whose effect is there within days.
    pub(crate) fn steep_days(&self) -> impl Iterator<Item = Day> {
        let steep = self.kernels.iter().filter(|given| given.kernel.shape.build_months < STEEP_MONTHS);
        steep.flat_map(|given| &given.doses).flat_map(|dose| [0, 1, 2, 4].map(|after| dose.day + after))
    }

    /// The day of the last dose up to a day.
    pub(crate) fn last_dose(&self, day: Day) -> Option<Day> {
        let last = |given: &DosedKernel| {
            let given_until = given.doses.partition_point(|dose| dose.day <= day);
            Some(given.doses[given_until.checked_sub(1)?].day)
        };
        self.kernels.iter().filter_map(last).max()
    }

    /// The share of the collagen of day 0 that is left on a day.
    pub(super) fn kept_on(&self, day: Day) -> f64 {
        self.kept.get(position(day)).copied().unwrap_or_else(|| self.setting.ageing.kept_on(day))
    }

    /// What the sum over sessions depends on besides them.
    pub(crate) fn setting(&self) -> &Setting {
        &self.setting
    }

    /// The scar types the client has, each with its share; without scar types one that stands for all.
    pub(crate) fn types(&self) -> impl Iterator<Item = (usize, f64)> + use<> {
        self.setting.types()
    }

    /// The days of the doses, treatment by treatment.
    pub(crate) fn days(&self) -> impl Iterator<Item = Day> {
        self.kernels.iter().flat_map(|given| &given.doses).map(|dose| dose.day)
    }

    /// The least that any of the doses counts.
    pub(super) fn least_weight(&self) -> f64 {
        self.kernels.iter().flat_map(|given| &given.doses).map(|dose| dose.weight).fold(1.0, f64::min)
    }

    /// What the improvement would come to in the end if nothing faded and nothing were saturated.
    pub(super) fn built_in_full(&self) -> f64 {
        let whole = |kernel: &Kernel| {
            let of_types = self.types().map(|(scar_type, share)| share * kernel.scar_types[scar_type]);
            kernel.amplitude * of_types.sum::<f64>()
        };
        let of_kernel =
            |given: &DosedKernel| whole(&given.kernel) * given.doses.iter().map(|dose| dose.weight).sum::<f64>();
        self.kernels.iter().map(of_kernel).sum()
    }

    /// Days up to this one become quick ones to ask for, where it has so many doses that this is worth the while.
    pub(super) fn look_ahead(&mut self, last: Day, tables: &mut Tables) {
        if self.kernels.iter().any(|given| given.doses.len() > FEW) {
            self.kernels.iter_mut().for_each(|given| given.table = tables.of(given.kernel.shape, last));
        }
    }

    /// The largest ceiling among the treatments given before this day, as a share of severity; 0 before the first.
    pub fn ceiling(&self, day: Day) -> f64 {
        let given = self.kernels.iter().filter(|given| given.doses.first().is_some_and(|dose| dose.day < day));
        given.map(|given| given.kernel.ceiling).fold(0.0, f64::max)
    }

    /// Whether there is no dose that does anything.
    pub fn is_empty(&self) -> bool {
        self.kernels.iter().all(|given| given.doses.is_empty())
    }
}

impl DosedKernel {
    /// Adds its doses up on every day up to the horizon, now and from now on.
    fn add_up(&mut self, horizon: Day) {
        let mut daily = vec![[0.0; 3]; position(horizon) + 1];
        self.doses.iter().for_each(|dose| self.table.add_daily(&mut daily, dose.day, dose.gains()));
        self.daily = Arc::new(daily);
    }

    /// Lets a dose count so much more on every day after it.
    fn count(&mut self, day: Day, weights: Gain) {
        if !self.daily.is_empty() {
            let daily = Arc::make_mut(&mut self.daily);
            self.table.add_daily(daily, day, weights);
        }
    }
}
