//! The parameters of the model as one flat value: where each stands, what it is, within which range, and who says so.

mod address;
mod reading;

pub use address::{Address, Client, OfConcern, OfTreatment, Rule};
pub use reading::Source;

use super::tables::KernelShape;
use super::{Ageing, Kernel};
use crate::catalog::{AddOnId, Catalog, Concern, Treatment};
use crate::document::Profile;
use crate::units::Band;
use reading::Readings;

/// Every parameter of the model for one client with one concern. A parameter is changed at its address, and everything
/// made from the parameters afterwards follows.
#[derive(Clone, Debug)]
pub struct Params<'a> {
    readings: Readings<'a>,
    /// In the order of the addresses; none where the address has no value of its own.
    values: Vec<Option<Band>>,
}

impl<'a> Params<'a> {
    /// The catalogue's parameters for this client, or none if the concern is one that gets no projection.
    pub fn new(catalog: &'a Catalog, concern: &'a Concern, profile: &'a Profile) -> Option<Self> {
        let readings = Readings::new(catalog, concern, profile)?;
        let values = readings.all().map(|(_, reading)| reading.map(|(value, _)| value)).collect();
        Some(Self { readings, values })
    }

    /// Every address that has a value. A treatment without one of its own takes the concern's.
    pub fn addresses(&self) -> impl Iterator<Item = Address<'a>> {
        self.readings.all().filter_map(|(address, reading)| reading.map(|_| address))
    }

    /// The typical value at an address, if there is one.
    pub fn get(&self, address: Address<'_>) -> Option<f64> {
        self.range(address).map(|range| range.typical)
    }

    /// The typical value and the ends of its range, in the order of the result: what a cautious reader would take comes
    /// first. Where nobody states a range the three are the same.
    pub fn range(&self, address: Address<'_>) -> Option<Band> {
        self.readings.slot(address).and_then(|slot| self.values[slot])
    }

    /// Puts one value in the place of a parameter and its range; at an address without a value nothing changes.
    pub fn set(&mut self, address: Address<'_>, value: f64) {
        if let Some(known) = self.readings.slot(address).and_then(|slot| self.values[slot].as_mut()) {
            *known = Band::of(value);
        }
    }

    /// Who says so of the catalogue's value, and how much weight it carries.
    pub fn source(&self, address: Address<'a>) -> Option<Source<'a>> {
        self.readings.all().nth(self.readings.slot(address)?)?.1.map(|(_, source)| source)
    }

    /// How skin ages if nothing is done.
    pub fn ageing(&self) -> Ageing {
        let habits = self.client(Client::SunLoss) * self.client(Client::SmokingLoss);
        Ageing {
            age: f64::from(self.readings.profile.age),
            loss: self.rule(Rule::CollagenLoss) * habits,
            from_age: self.rule(Rule::CollagenLossFromAge),
            weight: self.concern(OfConcern::AgeingWeight),
        }
    }

    /// The shares of rolling, boxcar and icepick where the concern has scar types.
    pub fn scar_mix(&self) -> Option<[f64; 3]> {
        self.readings.concern.is_scar.then(|| self.readings.profile.scar_mix.shares())
    }

    /// The value of a rule of the model.
    pub fn rule(&self, rule: Rule) -> f64 {
        self.get(Address::Rule(rule)).unwrap_or_default()
    }

    /// Whether a treatment does anything for this concern.
    pub fn responds(&self, treatment: &Treatment) -> bool {
        self.readings.concern.is_scar || !treatment.response.scars_only
    }

    /// The response to one session, or none if the treatment does nothing for this concern. `depth_mm` is the needle
    /// length where one is chosen; `add_ons` are given with the session.
    pub fn kernel<'b>(
        &self,
        treatment: &Treatment,
        depth_mm: Option<f64>,
        add_ons: impl IntoIterator<Item = &'b AddOnId>,
    ) -> Option<Kernel> {
        if !self.responds(treatment) {
            return None;
        }
        let first = self.readings.slot(Address::Treatment(&treatment.id, OfTreatment::ALL[0]))?;
        let range = |quantity| self.values[first + quantity as usize];
        let of = |quantity| range(quantity).map(|range| range.typical);
        let scar_types = [OfTreatment::Rolling, OfTreatment::Boxcar, OfTreatment::Icepick];
        let add_ons = add_ons.into_iter().filter_map(|add_on| self.get(Address::AddOn(add_on))).product();
        let fade_times = || of(OfTreatment::FadeTimes).unwrap_or(1.0) * self.concern(OfConcern::FadeMonths);
        let fade_months = of(OfTreatment::FadeMonths).unwrap_or_else(fade_times);
        Some(Kernel {
            amplitude: self.amplitude(of(OfTreatment::Amplitude)?, depth_mm, add_ons),
            persistence: self.persistence(range(OfTreatment::Persistence), depth_mm),
            shape: KernelShape {
                build_months: of(OfTreatment::BuildMonths)?,
                fade_months: fade_months
                    * self.age()
                    * (self.client(Client::SunFade) * self.client(Client::SmokingFade)),
                fade_shape: of(OfTreatment::FadeShape)?,
            },
            ceiling: self.ceiling(of(OfTreatment::Ceiling)),
            scar_types: scar_types.map(|scar_type| of(scar_type).unwrap_or(1.0)),
            reference_gap_days: of(OfTreatment::ReferenceGap),
        })
    }

    fn amplitude(&self, of_treatment: f64, depth_mm: Option<f64>, add_ons: f64) -> Band {
        let of_concern = self.concern(OfConcern::Amplitude) / self.rule(Rule::ReferenceAmplitude);
        let depth = depth_mm.map_or(1.0, |depth| reach(depth) / reach(self.rule(Rule::ReferenceDepth)));
        let habits = self.client(Client::SunAmplitude) * self.client(Client::SmokingAmplitude);
        let typical = of_treatment * of_concern * self.client(Client::Red) * depth * add_ons * self.age() * habits;
        let studies = self.range(Address::Rule(Rule::Studies)).unwrap_or(Band::of(1.0));
        studies.map(|study| typical * study)
    }

    fn persistence(&self, own: Option<Band>, depth_mm: Option<f64>) -> Band {
        if depth_mm.is_some_and(|depth| depth <= self.rule(Rule::SuperficialDepth)) {
            return Band::of(0.0);
        }
        own.or_else(|| self.range(Address::Concern(OfConcern::Persistence))).unwrap_or_default()
    }

    fn ceiling(&self, of_treatment: Option<f64>) -> f64 {
        let own = of_treatment.unwrap_or_else(|| self.concern(OfConcern::Ceiling));
        (own * self.client(Client::Severity)).min(self.rule(Rule::CeilingLimit))
    }

    /// The age factor on amplitude and fade time.
    fn age(&self) -> f64 {
        let age = f64::from(self.readings.profile.age);
        libm::exp(self.client(Client::AgeRate) * (age - 30.0))
            .clamp(self.rule(Rule::AgeLeast), self.rule(Rule::AgeMost))
    }

    fn concern(&self, quantity: OfConcern) -> f64 {
        self.get(Address::Concern(quantity)).unwrap_or_default()
    }

    /// A factor of the client; without one, none.
    fn client(&self, factor: Client) -> f64 {
        self.get(Address::Client(factor)).unwrap_or(1.0)
    }
}

/// How far needles of this length in millimetres act, before it is related to the reference length.
fn reach(depth_mm: f64) -> f64 {
    1.0 - libm::exp(-depth_mm * depth_mm)
}
