//! How well each trial is foreseen by the others.

use super::arms::{Arm, Look};
use super::numbers::{Belief, Range, as_number};
use super::trials::Trials;

/// A reading and what was foreseen of it.
pub(crate) struct Foreseen<'t> {
    pub(crate) arm: &'t Arm,
    pub(crate) measured: f64,
    /// In percent.
    pub(crate) range: Range,
    /// The share of the belief below what was measured.
    pub(crate) below: f64,
}

impl<'t> Foreseen<'t> {
    pub(crate) fn new(arm: &'t Arm, look: &Look, gain: &Belief) -> Self {
        let (range, below) = (look.range(gain), look.below(gain, look.measured));
        Self { arm, measured: look.measured, range, below }
    }

    pub(crate) fn is_inside(&self) -> bool {
        (0.1..=0.9).contains(&self.below)
    }
}

/// How wide the range is, and ten times what it misses the reading by.
fn interval_score(one: &Foreseen<'_>) -> f64 {
    let missed = (one.range.low - one.measured).max(one.measured - one.range.high).max(0.0);
    one.range.high - one.range.low + 10.0 * missed
}

/// How a way of foreseeing does, each arm of a trial counting once however many readings it has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Score {
    /// The share of readings inside their ranges of 80 %.
    pub(crate) coverage: f64,
    /// How much the middle lies above what was measured, in points.
    pub(crate) bias: f64,
    /// Width of the range and ten times what it misses by, in points: less is better.
    pub(crate) interval: f64,
}

/// What is believed of the next clinic's gain of one session, by what is believed of the spread and the treatment's centre.
pub(crate) enum Foresight {
    /// As the fit has it: spread and centre are themselves unsure.
    Fit,
    /// A normal distribution of this standard deviation around the middle of the fit's centre.
    Around(f64),
}

/// Every reading that other trials answer as well, foreseen from those alone.
pub(crate) fn left_out<'t>(trials: &'t Trials, foresight: &Foresight) -> Vec<Foreseen<'t>> {
    let mut all = Vec::new();
    for arm in trials.arms.iter().filter(|arm| trials.answers(&arm.question).count() > 1) {
        let (Some(place), others) = (trials.place(&arm.question), trials.without(Some(&arm.trial))) else { continue };
        let gain = match foresight {
            Foresight::Fit => others.next(place),
            Foresight::Around(sd) => Belief::normal(trials.prior.grid, others.centre(place).quantile(0.5), *sd),
        };
        all.extend(arm.looks.iter().map(|look| Foreseen::new(arm, look, &gain)));
    }
    all
}

/// The same readings by the catalogue as it stands, with this spread: nothing is left out.
pub(crate) fn catalogued<'t>(trials: &'t Trials, sd: f64) -> Vec<Foreseen<'t>> {
    let arms = trials.arms.iter().filter(|arm| trials.answers(&arm.question).count() > 1);
    let foreseen = |arm: &'t Arm| {
        let gain = Belief::normal(trials.prior.grid, libm::log(arm.catalogued), sd);
        arm.looks.iter().map(move |look| Foreseen::new(arm, look, &gain))
    };
    arms.flat_map(foreseen).collect()
}

/// The score of what was foreseen.
pub(crate) fn score(foreseen: &[Foreseen<'_>]) -> Score {
    let arms: f64 = foreseen.iter().map(|one| 1.0 / as_number(one.arm.looks.len())).sum();
    let mean = |of: fn(&Foreseen<'_>) -> f64| {
        foreseen.iter().map(|one| of(one) / as_number(one.arm.looks.len())).sum::<f64>() / arms
    };
    Score {
        coverage: mean(|one| f64::from(u8::from(one.is_inside()))),
        bias: mean(|one| one.range.middle - one.measured),
        interval: mean(interval_score),
    }
}
