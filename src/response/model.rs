//! From catalogue and client to kernels.

use super::{Ageing, Kernel};
use crate::catalog::{
    Catalog, Concern, ConcernResponse, Fade, Habit, Persistence, Projection, Severity, Treatment, Variant,
};
use crate::document::{Profile, StretchMarks, Sun, Wrinkles};
use crate::units::Band;

/// The response model for one client with one concern.
#[derive(Clone, Copy, Debug)]
pub struct Model<'a> {
    catalog: &'a Catalog,
    concern: &'a ConcernResponse,
    /// The parameters that treatments are stated on: those of acne scars.
    reference: &'a ConcernResponse,
    variant: Variant,
    profile: &'a Profile,
    /// The product of the client's factors: on amplitude, fade time and collagen loss.
    habits: Habit,
}

impl<'a> Model<'a> {
    /// The model for this client, or none if the concern is one that gets no projection.
    pub fn new(catalog: &'a Catalog, concern: &'a Concern, profile: &'a Profile) -> Option<Self> {
        let response = modelled(concern)?;
        let reference = catalog.concerns.iter().filter_map(modelled).find(|response| response.is_scar)?;
        let habits = habits(catalog, profile);
        Some(Self { catalog, concern: response, reference, variant: concern.variant, profile, habits })
    }

    /// How skin ages if nothing is done.
    pub fn ageing(&self) -> Ageing {
        Ageing {
            age: f64::from(self.profile.age),
            loss: self.catalog.model.collagen_loss.value * self.habits.collagen_loss,
            from_age: self.catalog.model.collagen_loss_from_age.value,
            weight: self.concern.ageing_weight.value,
        }
    }

    /// The shares of rolling, boxcar and icepick where the concern has scar types.
    pub fn scar_mix(&self) -> Option<[f64; 3]> {
        self.concern.is_scar.then(|| self.profile.scar_mix.shares())
    }

    /// The response to one session, or none if the treatment does nothing for this concern. `depth_mm` is the needle
    /// length where one is chosen; `add_ons` is the product of the add-ons' factors on the amplitude.
    pub fn kernel(&self, treatment: &Treatment, depth_mm: Option<f64>, add_ons: f64) -> Option<Kernel> {
        let response = &treatment.response;
        if response.scars_only && !self.concern.is_scar {
            return None;
        }
        let types = response.scar_types.value;
        Some(Kernel {
            amplitude: self.amplitude(treatment, depth_mm, add_ons),
            persistence: self.persistence(treatment, depth_mm),
            build_months: response.build_months.value,
            fade_months: self.fade_months(treatment),
            fade_shape: response.fade_shape.value,
            ceiling: self.ceiling(treatment),
            scar_types: if self.concern.is_scar { [types.rolling, types.boxcar, types.icepick] } else { [1.0; 3] },
            reference_gap_days: response.reference_gap_days.as_ref().map(|gap| f64::from(gap.value)),
        })
    }

    fn amplitude(&self, treatment: &Treatment, depth_mm: Option<f64>, add_ons: f64) -> Band {
        let rules = &self.catalog.model;
        let of_concern = self.concern.amplitude.value / self.reference.amplitude.value;
        let red = match (&self.concern.red_factor, self.profile.stretch_marks) {
            (Some(factor), StretchMarks::Red) => factor.value,
            _ => 1.0,
        };
        let depth = depth_mm.map_or(1.0, |depth| reach(depth) / reach(rules.depth.value.reference_mm));
        let typical = treatment.response.amplitude.value
            * of_concern
            * red
            * depth
            * add_ons
            * self.age()
            * self.habits.amplitude;
        rules.band_z.value.map(|z| typical * libm::exp(z * rules.study_spread.value))
    }

    fn persistence(&self, treatment: &Treatment, depth_mm: Option<f64>) -> Band {
        if depth_mm.is_some_and(|depth| depth <= self.catalog.model.depth.value.superficial_mm) {
            return Band::of(0.0);
        }
        match treatment.response.persistence.value {
            Persistence::OfConcern => self.concern.persistence.value,
            Persistence::Own(band) => band,
        }
    }

    fn fade_months(&self, treatment: &Treatment) -> f64 {
        let of_concern = self.concern.fade_months.value;
        let months = match treatment.response.fade.value {
            Fade::OfConcern => of_concern,
            Fade::Longer { on_scars, .. } if self.concern.is_scar => on_scars,
            Fade::Longer { times_concern, .. } => times_concern * of_concern,
            Fade::Months(months) => months,
        };
        months * self.age() * self.habits.fade
    }

    fn ceiling(&self, treatment: &Treatment) -> f64 {
        let factors = &self.catalog.factors;
        let deep = self.variant == Variant::WrinkleDepth && self.profile.wrinkles == Wrinkles::Deep;
        let own = match &self.concern.deep_ceiling {
            _ if self.concern.is_scar => treatment.response.ceiling.value,
            Some(ceiling) if deep => ceiling.value,
            _ => self.concern.ceiling.value,
        };
        let (mild, moderate, severe) = factors.severity.value;
        let severity = match self.profile.severity {
            Severity::Mild => mild,
            Severity::Moderate => moderate,
            Severity::Severe => severe,
        };
        (own * severity).min(factors.ceiling_limit.value)
    }

    /// The age factor on amplitude and fade time.
    fn age(&self) -> f64 {
        let factors = &self.catalog.factors;
        let (least, most) = factors.age_limits.value;
        libm::exp(factors.age_rate.value * (f64::from(self.profile.age) - 30.0)).clamp(least, most)
    }
}

/// How far needles of this length in millimetres act, before it is related to the reference length.
fn reach(depth_mm: f64) -> f64 {
    1.0 - libm::exp(-depth_mm * depth_mm)
}

fn modelled(concern: &Concern) -> Option<&ConcernResponse> {
    match &concern.projection {
        Projection::Modelled(response) => Some(response),
        Projection::CostOnly { .. } => None,
    }
}

fn habits(catalog: &Catalog, profile: &Profile) -> Habit {
    let none = Habit { amplitude: 1.0, fade: 1.0, collagen_loss: 1.0 };
    let sun = match profile.sun {
        Sun::Sunscreen => catalog.factors.sunscreen.value,
        Sun::Usual => none,
        Sun::Unprotected => catalog.factors.unprotected_sun.value,
    };
    let smoking = if profile.smoker { catalog.factors.smoking.value } else { none };
    Habit {
        amplitude: sun.amplitude * smoking.amplitude,
        fade: sun.fade * smoking.fade,
        collagen_loss: sun.collagen_loss * smoking.collagen_loss,
    }
}
