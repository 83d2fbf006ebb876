//! Each parameter read from the catalogue for a client: its value with its range, and who says so.

use super::address::{Address, Client, OfConcern, OfTreatment, Rule};
use crate::catalog::{
    AddOn, Basis, Catalog, Concern, ConcernId, ConcernResponse, Fade, Figure, Habit, Persistence, Projection, Severity,
    SourceId, Treatment, TreatmentId, Variant,
};
use crate::document::{Profile, StretchMarks, Sun, Wrinkles};

/// Who says so of a parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Source<'a> {
    /// How much weight it carries.
    pub basis: Basis,
    /// Who says so.
    pub refs: &'a [SourceId],
}

/// A value with its source.
pub(super) type Reading<'a> = Option<(f64, Source<'a>)>;

const CLIENT: usize = Rule::ALL.len();
const CONCERN: usize = CLIENT + Client::ALL.len();
const TREATMENTS: usize = CONCERN + OfConcern::ALL.len();

/// The catalogue as one client with one concern reads it.
#[derive(Clone, Debug)]
pub(super) struct Readings<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) concern: &'a ConcernResponse,
    /// The parameters that treatments are stated on: those of acne scars.
    reference: &'a ConcernResponse,
    id: &'a ConcernId,
    variant: Variant,
    pub(super) profile: &'a Profile,
}

impl<'a> Readings<'a> {
    pub(super) fn new(catalog: &'a Catalog, concern: &'a Concern, profile: &'a Profile) -> Option<Self> {
        let response = modelled(concern)?;
        let reference = catalog.concerns.iter().filter_map(modelled).find(|response| response.is_scar)?;
        Some(Self { catalog, concern: response, reference, id: &concern.id, variant: concern.variant, profile })
    }

    /// Every address, with and without a value, in the order of [`Self::slot`].
    pub(super) fn all(&self) -> impl Iterator<Item = (Address<'a>, Reading<'a>)> {
        let rules = Rule::ALL.iter().map(|rule| (Address::Rule(*rule), self.rule(*rule)));
        let client = Client::ALL.iter().map(|factor| (Address::Client(*factor), self.client(*factor)));
        let concern = OfConcern::ALL.iter().map(|one| (Address::Concern(*one), self.of_concern(*one)));
        let treatments = self.catalog.treatments.iter().flat_map(|treatment| {
            let of = |quantity| (Address::Treatment(&treatment.id, quantity), self.of_treatment(treatment, quantity));
            OfTreatment::ALL.iter().copied().map(of)
        });
        let add_ons = self.catalog.add_ons.iter().map(|add_on| (Address::AddOn(&add_on.id), of_add_on(add_on)));
        rules.chain(client).chain(concern).chain(treatments).chain(add_ons)
    }

    /// The place of an address among all; none if the catalogue lacks its treatment or add-on.
    pub(super) fn slot(&self, address: Address<'_>) -> Option<usize> {
        let treatments = &self.catalog.treatments;
        Some(match address {
            Address::Rule(rule) => rule as usize,
            Address::Client(factor) => CLIENT + factor as usize,
            Address::Concern(quantity) => CONCERN + quantity as usize,
            Address::Treatment(id, quantity) => {
                TREATMENTS + self.treatment(id)? * OfTreatment::ALL.len() + quantity as usize
            }
            Address::AddOn(id) => {
                let at = self.catalog.add_ons.iter().position(|add_on| add_on.id == *id)?;
                TREATMENTS + treatments.len() * OfTreatment::ALL.len() + at
            }
        })
    }

    /// The place of a treatment among those of the catalogue.
    pub(super) fn treatment(&self, id: &TreatmentId) -> Option<usize> {
        self.catalog.treatments.iter().position(|treatment| treatment.id == *id)
    }

    fn rule(&self, rule: Rule) -> Reading<'a> {
        let (model, factors) = (&self.catalog.model, &self.catalog.factors);
        match rule {
            Rule::Wear => plain(&model.wear),
            Rule::Together => plain(&model.together),
            Rule::ReferenceAmplitude => plain(&self.reference.amplitude),
            Rule::ReferenceDepth => part(&model.depth, model.depth.value.reference_mm),
            Rule::SuperficialDepth => part(&model.depth, model.depth.value.superficial_mm),
            Rule::CeilingLimit => plain(&factors.ceiling_limit),
            Rule::AgeLeast => part(&factors.age_limits, factors.age_limits.value.0),
            Rule::AgeMost => part(&factors.age_limits, factors.age_limits.value.1),
            Rule::CollagenLoss => plain(&model.collagen_loss),
            Rule::CollagenLossFromAge => plain(&model.collagen_loss_from_age),
            Rule::EvidenceMonths => plain(&model.evidence_months),
            Rule::Noticeable => plain(&model.noticeable),
            Rule::Lasting => plain(&model.duration_share),
        }
    }

    fn client(&self, factor: Client) -> Reading<'a> {
        let factors = &self.catalog.factors;
        let sun = match self.profile.sun {
            Sun::Sunscreen => Some(&factors.sunscreen),
            Sun::Usual => None,
            Sun::Unprotected => Some(&factors.unprotected_sun),
        };
        let smoking = self.profile.smoker.then_some(&factors.smoking);
        let habit =
            |habit: Option<&'a Figure<Habit>>, of: fn(&Habit) -> f64| habit.and_then(|one| part(one, of(&one.value)));
        match factor {
            Client::AgeRate => plain(&factors.age_rate),
            Client::Severity => {
                let (mild, moderate, severe) = factors.severity.value;
                let factor = match self.profile.severity {
                    Severity::Mild => mild,
                    Severity::Moderate => moderate,
                    Severity::Severe => severe,
                };
                part(&factors.severity, factor)
            }
            Client::Red => {
                let is_red = self.profile.stretch_marks == StretchMarks::Red;
                self.concern.red_factor.as_ref().filter(|_| is_red).and_then(plain)
            }
            Client::SunAmplitude => habit(sun, |habit| habit.amplitude),
            Client::SunFade => habit(sun, |habit| habit.fade),
            Client::SunLoss => habit(sun, |habit| habit.collagen_loss),
            Client::SmokingAmplitude => habit(smoking, |habit| habit.amplitude),
            Client::SmokingFade => habit(smoking, |habit| habit.fade),
            Client::SmokingLoss => habit(smoking, |habit| habit.collagen_loss),
        }
    }

    fn of_concern(&self, quantity: OfConcern) -> Reading<'a> {
        let concern = self.concern;
        match quantity {
            OfConcern::Amplitude => plain(&concern.amplitude),
            OfConcern::Ceiling => {
                let is_deep = self.variant == Variant::WrinkleDepth && self.profile.wrinkles == Wrinkles::Deep;
                plain(concern.deep_ceiling.as_ref().filter(|_| is_deep).unwrap_or(&concern.ceiling))
            }
            OfConcern::Persistence => plain(&concern.persistence),
            OfConcern::FadeMonths => plain(&concern.fade_months),
            OfConcern::AgeingWeight => plain(&concern.ageing_weight),
        }
    }

    fn of_treatment(&self, treatment: &'a Treatment, quantity: OfTreatment) -> Reading<'a> {
        let response = &treatment.response;
        let (fade, types, is_scar) = (&response.fade, &response.scar_types, self.concern.is_scar);
        let own = response.own(self.id);
        match quantity {
            OfTreatment::Amplitude => plain(&response.amplitude),
            OfTreatment::OwnAmplitude => own.and_then(|own| own.amplitude.as_ref()).and_then(plain),
            OfTreatment::Ceiling if let Some(own) = own => plain(&own.ceiling),
            OfTreatment::Ceiling => plain(&response.ceiling).filter(|_| is_scar),
            OfTreatment::Persistence if let Some(own) = own.and_then(|own| own.persistence.as_ref()) => plain(own),
            OfTreatment::FadeMonths if let Some(own) = own.and_then(|own| own.fade_months.as_ref()) => plain(own),
            OfTreatment::EvidenceMonths => response.evidence(self.id).and_then(plain),
            OfTreatment::BuildMonths => plain(&response.build_months),
            OfTreatment::Persistence => match response.persistence.value {
                Persistence::OfConcern => None,
                Persistence::Own(share) => part(&response.persistence, share),
            },
            OfTreatment::FadeMonths => match fade.value {
                Fade::Longer { on_scars: months, .. } if is_scar => part(fade, months),
                Fade::Months(months) => part(fade, months),
                Fade::OfConcern | Fade::Longer { .. } => None,
            },
            OfTreatment::FadeTimes => match fade.value {
                Fade::Longer { times_concern, .. } if !is_scar => part(fade, times_concern),
                _ => None,
            },
            OfTreatment::FadeShape => plain(&response.fade_shape),
            OfTreatment::ReferenceGap => {
                response.reference_gap_days.as_ref().and_then(|gap| part(gap, f64::from(gap.value)))
            }
            OfTreatment::Rolling => part(types, types.value.rolling).filter(|_| is_scar),
            OfTreatment::Boxcar => part(types, types.value.boxcar).filter(|_| is_scar),
            OfTreatment::Icepick => part(types, types.value.icepick).filter(|_| is_scar),
        }
    }
}

fn of_add_on(add_on: &AddOn) -> Reading<'_> {
    part(&add_on.amplitude, add_on.amplitude.value.typical)
}

fn plain(figure: &Figure<f64>) -> Reading<'_> {
    part(figure, figure.value)
}

/// A value that is a part of a figure, or follows from it.
#[expect(clippy::unnecessary_wraps, reason = "one kind of reading for all")]
fn part<T>(figure: &Figure<T>, value: f64) -> Reading<'_> {
    Some((value, Source { basis: figure.basis, refs: &figure.refs }))
}

fn modelled(concern: &Concern) -> Option<&ConcernResponse> {
    match &concern.projection {
        Projection::Modelled(response) => Some(response),
        Projection::CostOnly { .. } => None,
    }
}
