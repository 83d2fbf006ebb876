//! How far the truth may lie from the typical values.

use crate::engine::{Params, Rule, Scale};

/// The spreads of all uncertain parameters, in figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uncertainty {
    /// Of the amplitude for the concern.
    pub(super) concern: f64,
    /// Of the amplitude for each treatment.
    pub(super) treatment: f64,
    /// Of the amplitude from person to person.
    pub(super) person: f64,
    pub(super) persistence: Scale,
    pub(super) fade: f64,
    pub(super) wear: f64,
    pub(super) ceiling: Scale,
    /// No ceiling is above this share of severity.
    pub(super) ceiling_limit: f64,
    /// Of the factor of an add-on.
    pub(super) add_on: f64,
    /// The typical η, and how far it may lie from it.
    pub(super) together: (f64, Scale),
    /// Of the improvement one year beyond the evidence.
    pub(super) beyond: f64,
}

impl Uncertainty {
    /// As the parameters of a client say.
    pub fn of(params: &Params<'_>) -> Self {
        let spreads = params.spreads();
        let (a, b) = spreads.together.value;
        Self {
            concern: spreads.concern.value,
            treatment: spreads.treatment.value,
            person: spreads.person.value,
            persistence: Scale::LogOdds(spreads.persistence.value),
            fade: spreads.fade.value,
            wear: spreads.wear.value,
            ceiling: Scale::LogOdds(spreads.ceiling.value),
            ceiling_limit: params.rule(Rule::CeilingLimit),
            add_on: spreads.add_on.value,
            together: (params.rule(Rule::Together), Scale::Beta(a, b)),
            beyond: spreads.beyond.value,
        }
    }
}
