//! The figures of the response model that belong to no concern and no treatment (model page, sections 4 to 6).

use super::{Figure, SourceId, TreatmentId};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// How the client changes the response.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClientFactors {
    /// Change per year of age of amplitude and fade time, as an exponent: factor = exp(rate · (age − 30)).
    pub age_rate: Figure<f64>,
    /// The least and most the age factor may be.
    pub age_limits: Figure<(f64, f64)>,
    /// Smoking.
    pub smoking: Figure<Habit>,
    /// Daily sunscreen.
    pub sunscreen: Figure<Habit>,
    /// Heavy unprotected sun.
    pub unprotected_sun: Figure<Habit>,
    /// Factors on the ceiling for mild, moderate and severe.
    pub severity: Figure<(f64, f64, f64)>,
    /// No ceiling is above this share of severity.
    pub ceiling_limit: Figure<f64>,
    /// What is said in words because no source gives a number.
    pub in_words: Vec<SkinNote>,
}

/// The effect of a habit: factors, 1 meaning none.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Habit {
    /// On the gain of a session.
    pub amplitude: f64,
    /// On the fade time.
    pub fade: f64,
    /// On the yearly loss of collagen.
    pub collagen_loss: f64,
}

/// A caution without a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SkinNote {
    /// `sensitive-skin`, `darker-skin`, `habits`.
    pub id: String,
    /// The treatments that it is about; empty for all.
    #[serde(default)]
    pub treatments: Vec<TreatmentId>,
    /// The caution, in one or two sentences.
    pub text: Text,
    /// Who says so.
    pub refs: Vec<SourceId>,
    /// Who says otherwise.
    #[serde(default)]
    pub disagree: Vec<SourceId>,
}

/// Needle length and its effect.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DepthRule {
    /// The length the amplitudes are stated for, in millimetres.
    pub reference_mm: f64,
    /// Up to this length nothing persists, in millimetres.
    pub superficial_mm: f64,
}

/// How far the truth may lie from each typical value: standard deviations of the logarithm, or of the log odds of a share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spreads {
    /// Of the amplitude, alike for all treatments of the concern.
    pub concern: Figure<f64>,
    /// Of the amplitude, for each treatment by itself.
    pub treatment: Figure<f64>,
    /// Of the amplitude, from person to person.
    pub person: Figure<f64>,
    /// Of the log odds of the share that persists.
    pub persistence: Figure<f64>,
    /// Of the fade time.
    pub fade: Figure<f64>,
    /// Of the rate at which the share that stays wears off.
    pub wear: Figure<f64>,
    /// Of the log odds of the ceiling.
    pub ceiling: Figure<f64>,
    /// Of the factor of an add-on.
    pub add_on: Figure<f64>,
    /// The two whole parameters of the beta distribution of what a further treatment adds.
    pub together: Figure<(u32, u32)>,
    /// Of the improvement one year beyond the evidence; it grows with the square root of the years.
    pub beyond: Figure<f64>,
}

/// The figures that hold for every treatment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelRules {
    /// The version of the model, printed on every sheet.
    pub version: String,
    /// How far the truth may lie from the typical values.
    pub spreads: Spreads,
    /// λ: the yearly rate at which the share that stays wears off.
    pub wear: Figure<f64>,
    /// η: which share of its gain a further treatment adds to the strongest one.
    pub together: Figure<f64>,
    /// Yearly loss of collagen from the age below, as a share, compound.
    pub collagen_loss: Figure<f64>,
    /// The age from which collagen is lost, in years.
    pub collagen_loss_from_age: Figure<f64>,
    /// Months after a course's last session to which evidence reaches, where the treatment says nothing of its own.
    pub evidence_months: Figure<f64>,
    /// Share of the ceiling from which an improvement is noticeable.
    pub noticeable: Figure<f64>,
    /// How far a grade of a result may lie from the truth: its standard deviation, as a share of severity.
    pub grading: Figure<f64>,
    /// Share of the peak that ends the duration.
    pub duration_share: Figure<f64>,
    /// Needle length.
    pub depth: Figure<DepthRule>,
}
