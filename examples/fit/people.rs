//! How far people of one trial differ, from how many of them came to lie in which band of improvement.

use super::course::Response;
use super::data::{Band, bands};
use super::numbers::{Grid, normal_below};
use super::posterior::{Averaged, Posterior, Prior};
use anyhow::Result;
use collagen_ledger::catalog::Catalog;

/// The question of people: the logarithm of the log-sd of one person's gain around that of a clinic.
pub(crate) struct People {
    prior: Prior,
    pub(crate) trials: Vec<String>,
    averaged: Vec<Averaged>,
}

/// Where the gain of the middle person of a trial may lie, as a logarithm.
const MIDDLES: Grid = Grid { first: -5.0, step: 0.1, count: 81 };

impl People {
    pub(crate) fn read(catalog: &Catalog) -> Result<Self> {
        let prior = Prior::new([0.1, 4.0].map(libm::log), [1.0, 1.0], 0.1, 0.7);
        let bands = bands()?;
        let mut trials: Vec<String> = bands.iter().map(|band| band.trial.clone()).collect();
        trials.dedup();
        let mut averaged = Vec::new();
        for trial in &trials {
            let bands: Vec<&Band> = bands.iter().filter(|band| band.trial == *trial).collect();
            averaged.push(prior.average(&likelihood(catalog, &bands, prior.grid)?));
        }
        Ok(Self { prior, trials, averaged })
    }

    /// What is to be believed of it.
    pub(crate) fn posterior(&self) -> Posterior<'_> {
        self.prior.after(&[self.averaged.iter().collect()])
    }
}

/// How likely each spread of people makes these counts, whatever the middle person gained.
fn likelihood(catalog: &Catalog, bands: &[&Band], spreads: Grid) -> Result<Vec<f64>> {
    let mut cells = Vec::new();
    for band in bands {
        let ceiling = Response::new(catalog, &band.treatment, "acne-scars", 30, &[])?.ceiling();
        // The gain before saturation that comes to this improvement, as a logarithm.
        let gain = |percent: f64| libm::log(-libm::log1p(-(percent / ceiling)));
        cells.push((gain(band.from), if band.to < ceiling { gain(band.to) } else { f64::INFINITY }, band.people));
    }
    let of = |spread: f64| {
        let of_middle = |middle: f64| {
            let share = |gain: f64| normal_below((gain - middle) / spread);
            let of_band = |&(from, to, people): &(f64, f64, f64)| {
                if people > 0.0 { people * libm::log((share(to) - share(from)).max(1e-300)) } else { 0.0 }
            };
            libm::exp(cells.iter().map(of_band).sum())
        };
        MIDDLES.values().map(of_middle).sum()
    };
    Ok(spreads.values().map(|spread| of(libm::exp(spread))).collect())
}
