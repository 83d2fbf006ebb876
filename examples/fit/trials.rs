//! The fit itself: every question of the trials, their common spread, and what is left when a trial is left out.

use super::arms::{Arm, Question, arms};
use super::posterior::{Averaged, Posterior, Prior};
use anyhow::Result;
use collagen_ledger::catalog::Catalog;

/// The trials of the table, ready to be asked.
pub(crate) struct Trials {
    pub(crate) prior: Prior,
    /// What the fit rests on.
    pub(crate) arms: Vec<Arm>,
    /// What is kept apart from it.
    pub(crate) held: Vec<Arm>,
    pub(crate) questions: Vec<Question>,
    averaged: Vec<Averaged>,
}

/// The least and the most gain of one session that may be true of a treatment.
const GAINS: [f64; 2] = [0.01, 3.0];

impl Trials {
    pub(crate) fn read(catalog: &Catalog) -> Result<Self> {
        let prior = Prior::new(GAINS.map(libm::log), [3.0, 3.0], 0.1, 0.7);
        let (held, arms): (Vec<Arm>, Vec<Arm>) = arms(catalog, prior.grid)?.into_iter().partition(|arm| arm.is_held);
        let mut questions: Vec<Question> = Vec::new();
        for arm in &arms {
            if !questions.contains(&arm.question) {
                questions.push(arm.question.clone());
            }
        }
        let of_arm = |arm: &Arm| prior.average(&arm.likelihood(arm.looks.iter().map(|look| look.measured)));
        let averaged = arms.iter().map(of_arm).collect();
        Ok(Self { prior, arms, held, questions, averaged })
    }

    /// What is to be believed after all trials but one, or after all.
    pub(crate) fn without(&self, trial: Option<&str>) -> Posterior<'_> {
        self.after(&self.averaged, trial)
    }

    /// What would be to be believed if the arms had these averaged likelihoods.
    pub(crate) fn after(&self, averaged: &[Averaged], without: Option<&str>) -> Posterior<'_> {
        let of = |question: &Question| {
            let arms = self.arms.iter().zip(averaged);
            let arms = arms.filter(|(arm, _)| arm.question == *question && Some(arm.trial.as_str()) != without);
            arms.map(|(_, averaged)| averaged).collect()
        };
        let questions: Vec<Vec<&Averaged>> = self.questions.iter().map(of).collect();
        self.prior.after(&questions)
    }

    /// The place of a question.
    pub(crate) fn place(&self, question: &Question) -> Option<usize> {
        self.questions.iter().position(|other| other == question)
    }

    /// The arms that answer a question.
    pub(crate) fn answers<'t>(&'t self, question: &'t Question) -> impl Iterator<Item = &'t Arm> {
        self.arms.iter().filter(move |arm| arm.question == *question)
    }
}
