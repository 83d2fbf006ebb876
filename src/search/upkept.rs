//! What lines reach at most with so many sessions of upkeep, however these are dated.
//!
//! With `Ḡ` the mean gain of the lines over the days on which upkeep counts, and `a` the most that the mean gain of a session can come to,
//! `k` of them reach on average at most `C · (1 − exp(−(Ḡ + k·a)/C))`: further gain adds at most itself to what a mix gains, and the
//! exponential is concave (the inequality of Jensen, 1906). On a single day the same holds of those that may be given before it.
//!
//! And however many there are, each is given only once what is left, `E = 1 − I/C`, is at least `1 − s·p`, with `p·C` the peak and `s` the
//! share of it that is waited for. From the last one before the peak to the peak it shrinks by no more than the factor `q = exp(−w/C)`,
//! where `w` is what is still being built up: of sessions that follow each other as closely as they may, and of the lines themselves. So
//! `1 − p ≥ q·(1 − s·p)`, and the peak is no higher than `(1 − q)/(1 − s·q)`, or than before the first of them. That is said of one
//! ceiling; where the lines have two, no more than that is taken for granted.
//!
//! So it is known without a single date which numbers of sessions could make a plan one of the best; of most plans none could.

use super::side::Side;
use super::window::{Gains, Window};
use crate::estimate::Watched;
use crate::units::{Day, Money};
use std::array::from_fn;

/// Sessions of upkeep, of one line or of two, in steps of what one costs at least.
#[derive(Clone, Copy, Debug)]
pub(super) struct Steps {
    /// What a step costs at least.
    pub(super) cost: Money,
    /// For each scar type the gain of a step, added up over all days.
    pub(super) whole: [f64; 3],
    /// The most of it on any day.
    pub(super) highest: [f64; 3],
    /// What may still be building up right after a session.
    pub(super) building: [f64; 3],
    /// How many there can be.
    pub(super) most: u32,
    /// How many of them before the first day that counts.
    pub(super) before: u32,
    /// Whether a step is a session. Otherwise sessions of two lines are counted by what they cost, which may hide up to one step more.
    pub(super) is_exact: bool,
}

/// What upkeep must come to for a plan to be one of the best.
#[derive(Clone, Copy, Debug)]
pub(super) struct Needed {
    /// The least number of steps.
    pub(super) steps: u32,
    /// What is known to be reached for as much as these cost at least.
    pub(super) reached: f64,
}

/// What two lines reach at most with sessions of upkeep.
pub(super) struct Upkept<'a> {
    window: &'a Window,
    steps: Steps,
    /// The higher ceiling of both.
    ceiling: f64,
    /// What is reached before upkeep counts, and the day from which on it does.
    before: (f64, Day),
    /// On average from that day on; nothing if a single day is all that counts.
    mean: Vec<OfType>,
    /// On the first day that counts, if that is one that everything hangs on.
    on_day: Vec<OfType>,
    /// The peak without upkeep as a share of the ceiling.
    peak: f64,
    /// To which share of it at least what is left shrinks from one session to the next; 0 if that is not known.
    shrinks: f64,
}

/// What there is of one scar type.
#[derive(Clone, Copy, Debug)]
struct OfType {
    share: f64,
    /// What is left.
    left: f64,
    /// What a step leaves of that.
    step: f64,
}

impl Steps {
    /// The sessions of two lines in one count, by what they cost.
    pub(super) fn of_both(one: &Self, other: &Self) -> Self {
        let (cost, dearer) = (one.cost.min(other.cost), one.cost.max(other.cost));
        // What costs next to nothing beside the other may add whatever it likes.
        let cost = if cost.minor() > dearer.minor() / 1_000 { cost } else { Money::ZERO };
        let times = |steps: &Self| {
            if cost > Money::ZERO { cost.approximate() / steps.cost.approximate() } else { f64::INFINITY }
        };
        let of = |steps: &Self, gain: f64| if gain > 0.0 { gain * times(steps) } else { 0.0 };
        let most = |of: fn(&Self) -> u32| {
            let all = |steps: &Self| steps.cost.minor().saturating_mul(i64::from(of(steps)));
            let most = all(one).saturating_add(all(other)).checked_div(cost.minor());
            most.map_or(of(one) + of(other), |most| u32::try_from(most).unwrap_or(u32::MAX))
        };
        Self {
            cost,
            whole: from_fn(|at| of(one, one.whole[at]).max(of(other, other.whole[at]))),
            highest: from_fn(|at| of(one, one.highest[at]).max(of(other, other.highest[at]))),
            building: from_fn(|at| one.building[at] + other.building[at]),
            most: most(|steps| steps.most),
            before: most(|steps| steps.before),
            is_exact: false,
        }
    }
}

impl<'a> Upkept<'a> {
    /// Two lines for these scar types, each with its share, and this η, the first session of upkeep on no day before this one.
    pub(super) fn new(
        window: &'a Window,
        (types, together): (&[(usize, f64)], f64),
        sides: [&Side; 2],
        (steps, from): (Steps, Day),
    ) -> Self {
        let ceiling = sides.iter().map(|side| side.kernel.ceiling).fold(0.0, f64::max);
        let left = |gain: f64| libm::exp(-gain / ceiling);
        let gains = sides.map(|side| &side.gains);
        let of_type = |share: f64, gain: f64, step: f64| {
            let begun = if steps.is_exact { 0.0 } else { step };
            OfType { share, left: left(gain + begun), step: left(step) }
        };
        let types = || types.iter().copied();
        let cells = window.cells_from(from);
        let days = f64::from(window.days_in(&cells));
        let mean = types().filter(|_| !cells.is_empty()).map(|(scar_type, share)| {
            let step = steps.highest[scar_type].min(steps.whole[scar_type] / days);
            of_type(share, window.mixed(gains, scar_type, together, cells.clone()), step)
        });
        let on_day = types().filter(|_| window.hangs_on_a_day()).map(|(scar_type, share)| {
            of_type(share, Gains::mixed_on_first(gains, scar_type, together), steps.highest[scar_type])
        });
        let cell = |at: usize| {
            let mean = types().map(|(scar_type, share)| {
                share * ceiling * (1.0 - left(window.mixed(gains, scar_type, together, at..at + 1)))
            });
            window.counted(mean.sum(), window.days_in(&(at..at + 1)))
        };
        let has_one_ceiling = sides[0].kernel.ceiling.total_cmp(&sides[1].kernel.ceiling).is_eq();
        let peak = types().map(|(scar_type, share)| share * (1.0 - left(Gains::highest(gains, scar_type, together))));
        let rises = |scar_type: usize| steps.building[scar_type] + Gains::rises_from(gains, scar_type, from);
        Self {
            ceiling,
            before: ((0..cells.start).map(cell).sum(), window.first_of(cells.start)),
            mean: mean.collect(),
            on_day: on_day.collect(),
            peak: peak.sum(),
            shrinks: types()
                .map(|(scar_type, _)| left(rises(scar_type)))
                .fold(f64::from(u8::from(has_one_ceiling)), f64::min),
            window,
            steps,
        }
    }

    /// What is needed, at least one step, for the lines to reach as much as is known to be for as much money where they wait for this
    /// share of the peak at most; none if no number of steps does. `cost` is what they cost without upkeep.
    pub(super) fn needed(&self, share: f64, cost: i64, known: impl Fn(i64) -> f64) -> Option<Needed> {
        let (mut mean, mut on_day) = (self.mean.clone(), self.on_day.clone());
        let peak = self.peak.max((1.0 - self.shrinks) / (1.0 - share * self.shrinks));
        let most = self.reached(self.ceiling * peak);
        let improvement = |types: &[OfType]| types.iter().map(|of| of.share * self.ceiling * (1.0 - of.left)).sum();
        for steps in 1..=self.steps.most {
            mean.iter_mut().for_each(|of| of.left *= of.step);
            if steps <= self.steps.before {
                on_day.iter_mut().for_each(|of| of.left *= of.step);
            }
            let reached = known(cost + i64::from(steps) * self.steps.cost.minor());
            // More of them cost more, for which more is known.
            if most < reached {
                return None;
            }
            let is_enough = |types: &[OfType]| types.is_empty() || self.reached(improvement(types)) >= reached;
            if is_enough(&mean) && is_enough(&on_day) {
                return Some(Needed { steps, reached });
            }
        }
        None
    }

    /// The most that is reached by two lines that have been watched up to a day, no sooner than upkeep may begin.
    pub(super) fn so_far(&self, day: Day, watched: &Watched<'_>) -> f64 {
        let (first, last) = self.window.days();
        if self.window.hangs_on_a_day() {
            // On the first day that counts, and on this one if it does.
            let days = [first, day.min(last)].into_iter().filter(|counting| (first..=day).contains(counting));
            let least = days.map(|day| watched.improvement_on(day)).fold(self.ceiling, f64::min);
            return self.window.counted(least, 0);
        }
        let (before, from) = self.before;
        before + self.window.counted(watched.peak(), day - from) + self.window.counted(self.ceiling, last - day)
    }

    /// What a step of upkeep costs at least.
    pub(super) fn step(&self) -> Money {
        self.steps.cost
    }

    /// The most that is reached where it is so much on average from the day on from which upkeep counts.
    fn reached(&self, mean: f64) -> f64 {
        let (before, from) = self.before;
        before + self.window.counted(mean, self.window.days().1 - from)
    }
}
