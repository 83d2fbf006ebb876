//! What the product's own engine expects of a course: the one place of the fit that knows the engine.

use super::data::Course;
use super::numbers::Grid;
use anyhow::{Context, Result};
use collagen_ledger::catalog::{AddOnId, Catalog, ConcernId, TreatmentId};
use collagen_ledger::document::{Profile, ScarMix};
use collagen_ledger::engine::{Dose, Kernel, Params, Program, Setting, Tables};

/// A treatment of a concern in people of one age.
pub(crate) struct Response {
    kernel: Kernel,
    setting: Setting,
    /// The catalogue's gain of one session, before age.
    pub(crate) catalogued: f64,
}

/// The age that amplitudes are stated for, in years.
const AGE: u32 = 30;

impl Response {
    /// As the catalogue has it. `scars` are parts of rolling, boxcar and icepick, and empty for other concerns.
    pub(crate) fn new(catalog: &Catalog, treatment: &str, concern: &str, age: u32, scars: &[u32]) -> Result<Self> {
        let of =
            catalog.treatment(&TreatmentId::from(treatment)).with_context(|| format!("no treatment {treatment}"))?;
        let on = catalog.concern(&ConcernId::from(concern)).with_context(|| format!("no concern {concern}"))?;
        let scar_mix = match *scars {
            [rolling, boxcar, icepick] => ScarMix { rolling, boxcar, icepick },
            _ => ScarMix::default(),
        };
        let at = |age| {
            let profile = Profile { age, scar_mix, ..Profile::default() };
            let params = Params::new(catalog, on, &profile)?;
            Some((params.kernel(of, None, &[] as &[AddOnId])?, params.setting()))
        };
        let of_age = |age| at(age).with_context(|| format!("{treatment} does nothing for {concern}"));
        let (kernel, setting) = of_age(age)?;
        Ok(Self { kernel, setting, catalogued: of_age(AGE)?.0.amplitude })
    }

    /// The most that can be gained, in percent.
    pub(crate) fn ceiling(&self) -> f64 {
        100.0 * self.kernel.ceiling
    }

    /// The mean improvement in percent on the day it is looked at, for each logarithm of the gain of one session.
    pub(crate) fn improvements(&self, course: &Course, gains: Grid) -> Vec<f64> {
        let mut tables = Tables::default();
        let improvement = |gain: f64| {
            let amplitude = libm::exp(gain) / self.catalogued * self.kernel.amplitude;
            let kernel = Kernel { amplitude, ..self.kernel };
            let mut program = Program::new([kernel], self.setting, course.seen, &mut tables);
            course.days.iter().for_each(|&day| program.add(&Dose { day, kernel }));
            100.0 * program.improvement(course.seen)
        };
        gains.values().map(improvement).collect()
    }
}
