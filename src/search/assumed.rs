//! What of the model is our assumption, and nobody's finding.

use crate::catalog::{AddOnId, Basis, Treatment, TreatmentId};
use crate::document::LineDraft;
use crate::engine::{Address, OfConcern, OfTreatment, Params, Rule};
use crate::evaluation::Input;
use crate::simulate::Parameter;

/// Whether the strength of a treatment or its duration, as they count for the concern, is our assumption.
pub(super) fn of_treatment<'a>(treatment: &'a Treatment, params: &Params<'a>) -> bool {
    [strength(&treatment.id), duration(&treatment.id)].iter().any(|addresses| of_first(addresses, params))
}

/// Whether an input of a plan of these lines is our assumption, for any of its treatments. What follows the evidence always is; of a
/// price it is said elsewhere.
pub(super) fn of_input<'a>(input: &'a Input, lines: &'a [LineDraft], params: &Params<'a>) -> bool {
    let of_any = |addresses: fn(&'a TreatmentId) -> Vec<Address<'a>>| {
        lines.iter().any(|line| of_first(&addresses(&line.treatment), params))
    };
    match input {
        Input::Gain(id) => of_first(&strength(id), params),
        Input::Shared(parameter) => match parameter {
            Parameter::Concern => of_first(&[Address::Concern(OfConcern::Amplitude)], params),
            Parameter::Persistence => of_any(persistence),
            Parameter::Fade => of_any(duration),
            Parameter::Ceiling => of_any(ceiling),
            Parameter::Wear => of_first(&[Address::Rule(Rule::Wear)], params),
            Parameter::Together => of_first(&[Address::Rule(Rule::Together)], params),
            Parameter::AddOn => add_ons(lines).any(|id| of_first(&[Address::AddOn(id)], params)),
            Parameter::Beyond => true,
            Parameter::Person | Parameter::Treatment(_) => false,
        },
        Input::Price(_) | Input::PackagePrice(_) | Input::Upkeep(_) | Input::Skipped(_) => false,
    }
}

/// Whether the first of these that has a value, which is the one that counts, is our assumption.
fn of_first<'a>(addresses: &[Address<'a>], params: &Params<'a>) -> bool {
    let counting = addresses.iter().find(|address| params.get(**address).is_some());
    counting.and_then(|address| params.source(*address)).is_some_and(|source| source.basis == Basis::Assumption)
}

fn strength(id: &TreatmentId) -> Vec<Address<'_>> {
    [OfTreatment::OwnAmplitude, OfTreatment::Amplitude].map(|quantity| Address::Treatment(id, quantity)).to_vec()
}

fn duration(id: &TreatmentId) -> Vec<Address<'_>> {
    let own = [OfTreatment::FadeMonths, OfTreatment::FadeTimes].map(|quantity| Address::Treatment(id, quantity));
    own.into_iter().chain([Address::Concern(OfConcern::FadeMonths)]).collect()
}

fn persistence(id: &TreatmentId) -> Vec<Address<'_>> {
    vec![Address::Treatment(id, OfTreatment::Persistence), Address::Concern(OfConcern::Persistence)]
}

fn ceiling(id: &TreatmentId) -> Vec<Address<'_>> {
    vec![Address::Treatment(id, OfTreatment::Ceiling), Address::Concern(OfConcern::Ceiling)]
}

fn add_ons(lines: &[LineDraft]) -> impl Iterator<Item = &AddOnId> {
    lines.iter().flat_map(|line| &line.add_ons).filter_map(|add_on| add_on.add_on.as_ref())
}
