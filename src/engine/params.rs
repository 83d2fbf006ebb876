//! The parameters of the model as one flat value: where each stands, what it is, within which range, and who says so.

mod address;
mod reading;
mod scale;

pub use address::{Address, Client, OfConcern, OfTreatment, Rule};
pub use reading::Source;
pub use scale::{NINE_OF_TEN, Scale};

use super::tables::KernelShape;
use super::{Ageing, Kernel, Setting};
use crate::catalog::{AddOnId, Catalog, Concern, Spreads, Treatment, TreatmentId};
use crate::document::Profile;
use crate::units::Spread;
use reading::Readings;

/// Every parameter of the model for one client with one concern. A parameter is changed at its address, and everything
/// made from the parameters afterwards follows.
#[derive(Clone, Debug)]
pub struct Params<'a> {
    readings: Readings<'a>,
    /// In the order of the addresses; none where the address has no value of its own.
    values: Vec<Option<f64>>,
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
        self.readings.slot(address).and_then(|slot| self.values[slot])
    }

    /// The typical value with its 10 and 90% ends. What is taken as known has the same value at all three places.
    pub fn range(&self, address: Address<'_>) -> Option<Spread<f64>> {
        self.get(address).map(|typical| self.scale(address).range(typical))
    }

    /// How far the truth may lie from the typical value at an address, whatever is set there.
    pub fn scale(&self, address: Address<'_>) -> Scale {
        let spreads = &self.readings.catalog.model.spreads;
        match address {
            Address::Concern(OfConcern::Amplitude) => Scale::Log(spreads.concern.value),
            Address::Treatment(_, OfTreatment::Amplitude | OfTreatment::OwnAmplitude) => {
                Scale::Log(spreads.treatment.value)
            }
            Address::Concern(OfConcern::Persistence) | Address::Treatment(_, OfTreatment::Persistence) => {
                Scale::LogOdds(spreads.persistence.value)
            }
            Address::Concern(OfConcern::FadeMonths)
            | Address::Treatment(_, OfTreatment::FadeMonths | OfTreatment::FadeTimes) => Scale::Log(spreads.fade.value),
            Address::Concern(OfConcern::Ceiling) | Address::Treatment(_, OfTreatment::Ceiling) => {
                Scale::LogOdds(spreads.ceiling.value)
            }
            Address::Rule(Rule::Wear) => Scale::Log(spreads.wear.value),
            Address::Rule(Rule::Together) => Scale::Beta(spreads.together.value.0, spreads.together.value.1),
            Address::AddOn(_) => Scale::Log(spreads.add_on.value),
            _ => Scale::Known,
        }
    }

    /// How far the truth may lie from the typical values, in figures for draws.
    pub fn spreads(&self) -> &'a Spreads {
        &self.readings.catalog.model.spreads
    }

    /// Puts another value in the place of a parameter; at an address without a value nothing changes.
    pub fn set(&mut self, address: Address<'_>, value: f64) {
        if let Some(known) = self.readings.slot(address).and_then(|slot| self.values[slot].as_mut()) {
            *known = value;
        }
    }

    /// Takes of each treatment no more than what one clinic of ten stays below: the gain of a session at the 10 % point of what
    /// it may be for the concern and for the treatment together.
    pub fn be_cautious(&mut self) {
        let spreads = self.spreads();
        let deviation = libm::hypot(spreads.concern.value, spreads.treatment.value);
        let share = Scale::Log(deviation).at(1.0, -NINE_OF_TEN);
        let is_gain = |address: &Address<'_>| {
            matches!(address, Address::Treatment(_, OfTreatment::Amplitude | OfTreatment::OwnAmplitude))
        };
        let gains: Vec<(Address<'a>, f64)> =
            self.addresses().filter(is_gain).filter_map(|address| Some((address, self.get(address)?))).collect();
        gains.into_iter().for_each(|(address, gain)| self.set(address, gain * share));
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

    /// What the sum over sessions depends on besides them.
    pub fn setting(&self) -> Setting {
        let scar_mix = self.readings.concern.is_scar.then(|| self.readings.profile.scar_mix.shares());
        Setting { scar_mix, together: self.rule(Rule::Together), ageing: self.ageing() }
    }

    /// Months after the last session of a course of this treatment to which evidence reaches.
    pub fn evidence_months(&self, treatment: &TreatmentId) -> f64 {
        let own = self.get(Address::Treatment(treatment, OfTreatment::EvidenceMonths));
        own.unwrap_or_else(|| self.rule(Rule::EvidenceMonths))
    }

    /// The value of a rule of the model.
    pub fn rule(&self, rule: Rule) -> f64 {
        self.get(Address::Rule(rule)).unwrap_or_default()
    }

    /// Whether a treatment does anything for this concern.
    pub fn responds(&self, treatment: &Treatment) -> bool {
        let response = &treatment.response;
        !response.is_unprojected && (self.readings.concern.is_scar || !response.scars_only)
    }

    /// The response to one session of a course, or none if the treatment does nothing for this concern. `depth_mm` is the needle
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
        let of = |quantity| self.values[first + quantity as usize];
        let scar_types = [OfTreatment::Rolling, OfTreatment::Boxcar, OfTreatment::Icepick];
        // One of the clinic's own leaves the result alone, and so how sure it is.
        let add_ons = add_ons.into_iter().filter_map(|add_on| self.get(Address::AddOn(add_on)));
        let add_ons = add_ons.filter(|factor| (factor - 1.0).abs() > f64::EPSILON);
        let (add_ons, of_add_ons) = add_ons.fold((0, 1.0), |(count, product), factor| (count + 1, product * factor));
        let of_concern = || self.concern(OfConcern::Amplitude) / self.rule(Rule::ReferenceAmplitude);
        let amplitude = of(OfTreatment::OwnAmplitude)
            .or_else(|| of(OfTreatment::Amplitude).map(|amplitude| amplitude * of_concern()))?;
        let fade_times = || of(OfTreatment::FadeTimes).unwrap_or(1.0) * self.concern(OfConcern::FadeMonths);
        let fade_months = of(OfTreatment::FadeMonths).unwrap_or_else(fade_times);
        Some(Kernel {
            treatment: number(counted(treatment), self.readings.treatment(counted(treatment))?),
            amplitude: amplitude * self.of_client(depth_mm) * of_add_ons,
            add_ons,
            persistence: self.persistence(of(OfTreatment::Persistence), depth_mm),
            shape: KernelShape {
                build_months: of(OfTreatment::BuildMonths)?,
                fade_months: fade_months
                    * self.age()
                    * (self.client(Client::SunFade) * self.client(Client::SmokingFade)),
                fade_shape: of(OfTreatment::FadeShape)?,
                wear: self.rule(Rule::Wear),
            },
            ceiling: self.ceiling(of(OfTreatment::Ceiling)),
            scar_types: scar_types.map(|scar_type| of(scar_type).unwrap_or(1.0)),
            reference_gap_days: of(OfTreatment::ReferenceGap),
        })
    }

    /// The factor of this client and of the length of the needles on an amplitude.
    fn of_client(&self, depth_mm: Option<f64>) -> f64 {
        let depth = depth_mm.map_or(1.0, |depth| reach(depth) / reach(self.rule(Rule::ReferenceDepth)));
        let habits = self.client(Client::SunAmplitude) * self.client(Client::SmokingAmplitude);
        self.client(Client::Red) * depth * self.age() * habits
    }

    fn persistence(&self, own: Option<f64>, depth_mm: Option<f64>) -> f64 {
        if depth_mm.is_some_and(|depth| depth <= self.rule(Rule::SuperficialDepth)) {
            return 0.0;
        }
        own.unwrap_or_else(|| self.concern(OfConcern::Persistence))
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

/// Treatments in the order of their numbers. It never changes, whatever a catalogue holds and in which order: by its number
/// a treatment is drawn, so that what was issued is drawn as it was.
const NUMBERED: [&str; 10] = [
    "microneedling",
    "rf-microneedling",
    "non-ablative-laser",
    "ablative-laser",
    "superficial-peel",
    "medium-peel",
    "tca-cross",
    "subcision",
    "ha-filler",
    "home-roller",
];

/// The number of a treatment, which stands at this position of its catalogue.
fn number(treatment: &TreatmentId, position: usize) -> usize {
    let known = NUMBERED.iter().position(|known| *known == treatment.as_str());
    known.unwrap_or(NUMBERED.len() + position)
}

/// The number of a treatment of a catalogue, by which it is drawn; none of one that it does not have.
pub fn treatment_number(catalog: &Catalog, id: &TreatmentId) -> Option<usize> {
    let id = counted(catalog.treatment(id)?);
    let position = catalog.treatments.iter().position(|treatment| treatment.id == *id)?;
    Some(number(id, position))
}

/// The treatment as which one counts: one of a clinic's own as that whose result it has.
fn counted(treatment: &Treatment) -> &TreatmentId {
    treatment.like.as_ref().unwrap_or(&treatment.id)
}

/// How far needles of this length in millimetres act, before it is related to the reference length.
fn reach(depth_mm: f64) -> f64 {
    1.0 - libm::exp(-depth_mm * depth_mm)
}
