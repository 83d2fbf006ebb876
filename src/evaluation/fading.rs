//! How soon the result of an option may fade for it to stay the better buy.

use crate::catalog::Catalog;
use crate::compare::Deciding;
use crate::decide::Threshold;
use crate::engine::{Address, OfConcern, OfTreatment, Params};
use crate::estimate::{Estimate, Estimator};
use crate::plan::Plan;
use std::collections::BTreeMap;

/// How long the result of an option must hold for it to be the better buy than another on average: worth more than it costs
/// more. Its fade time is changed, its upkeep follows, all else is as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FadeTurn {
    /// The position of the option.
    pub at: usize,
    /// The position of the other one.
    pub over: usize,
    /// Months until its result is under two thirds of its peak without upkeep; none if that is over ten years.
    pub typical: Option<f64>,
    /// For which fade times it is the better buy, in twentieths of the typical one.
    pub holds: Threshold,
    /// The same months for the first and the last of these.
    pub lasts: [Option<f64>; 2],
}

impl FadeTurn {
    /// Whether it is the better buy as it is.
    pub fn holds_typically(&self) -> bool {
        self.holds.includes(STEPS)
    }
}

/// The steps in which fade times are tried: a twentieth of the typical one.
const STEPS: i64 = 20;
/// From a quarter of the typical fade time to four times as much: as far as draws reach.
const TRIED: (i64, i64) = (STEPS / 4, 4 * STEPS);

/// What comes of a fade time.
#[derive(Clone, Copy)]
struct Faded {
    /// In minor units.
    cost: f64,
    /// Its improvement-years by the typical ones.
    share: f64,
    lasts: Option<f64>,
}

/// The option of a plan at a position against every other one and against doing nothing; none without a worth of results,
/// and of an option that achieves nothing.
pub fn fade_turns(
    plan: &Plan,
    estimate: &Estimate,
    catalog: &Catalog,
    (deciding, at): (&Deciding, usize),
    estimator: &mut Estimator,
) -> Vec<FadeTurn> {
    let (Some(option), Some(now)) = (plan.options.get(at), estimate.options.get(at)) else { return Vec::new() };
    let Some(projection) = &now.projection else { return Vec::new() };
    let years = projection.improvement_years.typical;
    if deciding.worth().is_none() || years <= 0.0 {
        return Vec::new();
    }
    let alone = Plan { options: vec![option.clone()], ..plan.clone() };
    let mut tried: BTreeMap<i64, Option<Faded>> = BTreeMap::new();
    let mut faded = |steps: i64| {
        *tried.entry(steps).or_insert_with(|| {
            #[expect(clippy::cast_precision_loss, reason = "a few dozen steps")]
            let times = steps as f64 / STEPS as f64;
            let estimate = estimator.estimate_with(&alone, catalog, |params| fade(params, times)).ok()?;
            let option = estimate.options.first()?;
            let projection = option.projection.as_ref()?;
            let share = projection.improvement_years.typical / years;
            Some(Faded { cost: option.ledger.total.typical.approximate(), share, lasts: projection.lasts_months })
        })
    };
    let nothing = estimate.options.len() - 1;
    // What its results are worth on average.
    let worth = deciding.gain(at, nothing).approximate();
    let mut turns = Vec::new();
    for over in (0..estimate.options.len()).filter(|over| *over != at) {
        let bound = (estimate.options[over].ledger.total.typical - deciding.gain(over, nothing)).approximate();
        let is_better = |steps: i64| faded(steps).is_some_and(|faded| faded.cost - faded.share * worth < bound);
        let holds = Threshold::find(TRIED, STEPS, is_better);
        let lasts = holds.bounds().map(|bound| faded(bound?)?.lasts);
        turns.push(FadeTurn { at, over, typical: projection.lasts_months, holds, lasts });
    }
    turns
}

/// Changes every fade time by a factor.
fn fade(params: &mut Params<'_>, times: f64) {
    let is_fade_time = |address: &Address<'_>| {
        matches!(address, Address::Concern(OfConcern::FadeMonths) | Address::Treatment(_, OfTreatment::FadeMonths))
    };
    let addresses: Vec<Address<'_>> = params.addresses().filter(is_fade_time).collect();
    for address in addresses {
        if let Some(months) = params.get(address) {
            params.set(address, months * times);
        }
    }
}
