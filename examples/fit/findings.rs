//! What the fit says of each value of the catalogue.

use super::arms::Arm;
use super::numbers::{Belief, Range, normal_below, t4_below};
use super::people::People;
use super::prp::Prp;
use super::trials::Trials;
use anyhow::{Context, Result};
use collagen_ledger::catalog::{AddOnId, Catalog};

/// A value of the catalogue beside what the trials say of it.
pub(crate) struct Finding {
    pub(crate) what: String,
    /// The trials that answer.
    pub(crate) trials: Vec<String>,
    /// The range of the centre, or of the spread, in which it lies with a chance of 80 %: the catalogue's value is held to it.
    pub(crate) fit: Range,
    pub(crate) catalogue: f64,
    /// The same range for one more clinic, where that is asked.
    pub(crate) next: Option<Range>,
}

/// A normal distribution has the same range of 80 % as t with 4 degrees of freedom of scale 1 if this is its standard deviation.
pub(crate) fn as_normal() -> f64 {
    quantile(t4_below) / quantile(normal_below)
}

/// Where nine tenths lie below.
fn quantile(below: fn(f64) -> f64) -> f64 {
    let [mut low, mut high] = [0.0, 4.0];
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if below(middle) < 0.9 { low = middle } else { high = middle }
    }
    low
}

/// The log-sd of clinics in the catalogue: that of the concern and that of the treatment together.
pub(crate) fn of_clinics(catalog: &Catalog) -> f64 {
    let spreads = &catalog.model.spreads;
    let [concern, treatment] = [spreads.concern.value, spreads.treatment.value];
    libm::sqrt(concern * concern + treatment * treatment)
}

/// The trials of these arms.
fn names<'a>(arms: impl Iterator<Item = &'a Arm>) -> Vec<String> {
    let mut names: Vec<String> = arms.map(|arm| arm.trial.clone()).collect();
    names.sort();
    names.dedup();
    names
}

/// The gain of one session of every question.
pub(crate) fn gains(trials: &Trials) -> Vec<Finding> {
    let all = trials.without(None);
    let finding = |(place, question)| {
        let gain = |belief: Belief| belief.range().map(libm::exp);
        let catalogue = trials.answers(question).map(|arm| arm.catalogued).next().unwrap_or_default();
        Finding {
            what: format!("{} on {}", question.treatment, question.concern),
            trials: names(trials.answers(question)),
            fit: gain(all.centre(place)),
            catalogue,
            next: Some(gain(all.next(place))),
        }
    };
    trials.questions.iter().enumerate().map(finding).collect()
}

/// The factor of PRP.
pub(crate) fn factor(catalog: &Catalog, prp: &Prp) -> Result<Finding> {
    let add_on = catalog.add_on(&AddOnId::from("prp")).context("no PRP")?;
    let posterior = prp.posterior();
    Ok(Finding {
        what: "PRP with needling, factor".to_owned(),
        trials: prp.trials.clone(),
        fit: posterior.centre(0).range().map(libm::exp),
        catalogue: add_on.amplitude.value.typical,
        next: Some(posterior.next(0).range().map(libm::exp)),
    })
}

/// The spreads of clinics, of people and of PRP.
pub(crate) fn spreads(catalog: &Catalog, trials: &Trials, people: &People, prp: &Prp) -> [Finding; 3] {
    let spreads = &catalog.model.spreads;
    let normal = as_normal();
    let between = |what: &str, trials, spread: &Belief, catalogue| Finding {
        what: what.to_owned(),
        trials,
        fit: spread.range().map(|scale| scale * normal),
        catalogue,
        next: None,
    };
    let of_people = people.posterior();
    [
        between("between clinics", names(trials.arms.iter()), &trials.without(None).spread, of_clinics(catalog)),
        Finding {
            what: "between people of a clinic".to_owned(),
            trials: people.trials.clone(),
            fit: of_people.centre(0).range().map(libm::exp),
            catalogue: spreads.person.value,
            next: Some(of_people.next(0).range().map(libm::exp)),
        },
        between("between trials of PRP", prp.trials.clone(), &prp.posterior().spread, spreads.add_on.value),
    ]
}
