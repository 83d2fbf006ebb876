//! Each parameter read from the catalogue for a client: its value with its range, and who says so.

use super::address::{Address, Client, OfConcern, OfTreatment, Rule};
use crate::catalog::{
    AddOn, Basis, Catalog, Concern, ConcernResponse, Fade, Figure, Habit, Persistence, Projection, Severity, SourceId,
    Treatment, Variant,
};
use crate::document::{Profile, StretchMarks, Sun, Wrinkles};
use crate::units::Band;

/// Who says so of a parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Source<'a> {
    /// How much weight it carries.
    pub basis: Basis,
    /// Who says so.
    pub refs: &'a [SourceId],
}

/// A value with its range and source.
pub(super) type Reading<'a> = Option<(Band, Source<'a>)>;

/// The catalogue as one client with one concern reads it.
#[derive(Clone, Debug)]
pub(super) struct Readings<'a> {
    catalog: &'a Catalog,
    pub(super) concern: &'a ConcernResponse,
    /// The parameters that treatments are stated on: those of acne scars.
    reference: &'a ConcernResponse,
    variant: Variant,
    pub(super) profile: &'a Profile,
}

impl<'a> Readings<'a> {
    pub(super) fn new(catalog: &'a Catalog, concern: &'a Concern, profile: &'a Profile) -> Option<Self> {
        let response = modelled(concern)?;
        let reference = catalog.concerns.iter().filter_map(modelled).find(|response| response.is_scar)?;
        Some(Self { catalog, concern: response, reference, variant: concern.variant, profile })
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
        const CLIENT: usize = Rule::ALL.len();
        const CONCERN: usize = CLIENT + Client::ALL.len();
        const TREATMENTS: usize = CONCERN + OfConcern::ALL.len();
        let treatments = &self.catalog.treatments;
        Some(match address {
            Address::Rule(rule) => rule as usize,
            Address::Client(factor) => CLIENT + factor as usize,
            Address::Concern(quantity) => CONCERN + quantity as usize,
            Address::Treatment(id, quantity) => {
                let at = treatments.iter().position(|treatment| treatment.id == *id)?;
                TREATMENTS + at * OfTreatment::ALL.len() + quantity as usize
            }
            Address::AddOn(id) => {
                let at = self.catalog.add_ons.iter().position(|add_on| add_on.id == *id)?;
                TREATMENTS + treatments.len() * OfTreatment::ALL.len() + at
            }
        })
    }

    fn rule(&self, rule: Rule) -> Reading<'a> {
        let (model, factors) = (&self.catalog.model, &self.catalog.factors);
        match rule {
            Rule::Studies => {
                let factor = |z: f64| libm::exp(z * model.study_spread.value);
                ranged(&model.study_spread, model.band_z.value.map(factor))
            }
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
            OfConcern::Persistence => ranged(&concern.persistence, concern.persistence.value),
            OfConcern::FadeMonths => plain(&concern.fade_months),
            OfConcern::AgeingWeight => plain(&concern.ageing_weight),
        }
    }

    fn of_treatment(&self, treatment: &'a Treatment, quantity: OfTreatment) -> Reading<'a> {
        let response = &treatment.response;
        let (fade, types, is_scar) = (&response.fade, &response.scar_types, self.concern.is_scar);
        match quantity {
            OfTreatment::Amplitude => plain(&response.amplitude),
            OfTreatment::Ceiling => plain(&response.ceiling).filter(|_| is_scar),
            OfTreatment::BuildMonths => plain(&response.build_months),
            OfTreatment::Persistence => match response.persistence.value {
                Persistence::OfConcern => None,
                Persistence::Own(band) => ranged(&response.persistence, band),
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
    let seen = add_on.amplitude.value;
    ranged(&add_on.amplitude, Band { cautious: seen.low, typical: seen.typical, optimistic: seen.high })
}

fn plain(figure: &Figure<f64>) -> Reading<'_> {
    part(figure, figure.value)
}

/// A value that is a part of a figure, or follows from it.
fn part<T>(figure: &Figure<T>, value: f64) -> Reading<'_> {
    ranged(figure, Band::of(value))
}

#[expect(clippy::unnecessary_wraps, reason = "one kind of reading for all")]
fn ranged<T>(figure: &Figure<T>, value: Band) -> Reading<'_> {
    Some((value, Source { basis: figure.basis, refs: &figure.refs }))
}

fn modelled(concern: &Concern) -> Option<&ConcernResponse> {
    match &concern.projection {
        Projection::Modelled(response) => Some(response),
        Projection::CostOnly { .. } => None,
    }
}
