//! What somebody comes for.

use super::{AddOnId, AreaId, ConcernId, Figure, SourceId, TreatmentId};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A concern and everything the catalogue says of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concern {
    /// Its id in files.
    pub id: ConcernId,
    /// Its name.
    pub name: Text,
    /// What it is, in one sentence.
    pub summary: Text,
    /// What is asked of the client beside severity.
    pub variant: Variant,
    /// The part of the body where it usually is; where a clinic has prices for parts of the body only, new lines begin there.
    #[serde(default)]
    pub area: Option<AreaId>,
    /// Whether an improvement is projected, and how.
    pub projection: Projection,
    /// How often to treat again, with who says so; the first is the default.
    pub upkeep: Vec<UpkeepPreset>,
    /// The worked example for this concern.
    pub example: Vec<Example>,
}

/// What is asked of the client beside severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum Variant {
    /// Nothing more.
    None,
    /// The mix of rolling, boxcar and icepick scars.
    ScarTypes,
    /// Fine or deep wrinkles.
    WrinkleDepth,
    /// Red (new) or white (old) marks.
    StretchMarkColour,
}

/// Whether an improvement is projected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum Projection {
    /// By the response model, with these parameters.
    Modelled(Box<ConcernResponse>),
    /// Cost only.
    CostOnly {
        /// Why, in one or two sentences.
        reason: Text,
        /// Who says so.
        refs: Vec<SourceId>,
        /// Who says otherwise.
        disagree: Vec<SourceId>,
    },
}

/// Response parameters of a concern under needling at 1.5 mm (model page, section 2).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConcernResponse {
    /// `a`: the gain of one session, as a share of severity, before saturation.
    pub amplitude: Figure<f64>,
    /// `C`: the most that can be gained, as a share of severity.
    pub ceiling: Figure<f64>,
    /// `C` for deep wrinkles.
    #[serde(default)]
    pub deep_ceiling: Option<Figure<f64>>,
    /// The factor on `a` for red stretch marks.
    #[serde(default)]
    pub red_factor: Option<Figure<f64>>,
    /// `p`: the share that persists.
    pub persistence: Figure<f64>,
    /// `τd`: fade time in months.
    pub fade_months: Figure<f64>,
    /// `v`: how much collagen loss adds to the severity of what is left untreated.
    pub ageing_weight: Figure<f64>,
    /// Whether it is a scar, which the scars-only treatments treat and whose ceiling is each treatment's own.
    #[serde(default)]
    pub is_scar: bool,
}

/// How often to treat again after the course.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UpkeepPreset {
    /// A short name such as `standard`.
    pub name: Text,
    /// Months between sessions.
    pub months: u32,
    /// Who says so.
    pub refs: Vec<SourceId>,
    /// Who says otherwise.
    pub disagree: Vec<SourceId>,
    /// How the figure came about, in one sentence.
    pub note: Text,
}

/// One option of a worked example: a name and its lines. Everything else is the catalogue's default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The option's name.
    pub name: Text,
    /// Its treatments.
    pub lines: Vec<ExampleLine>,
}

/// One treatment of a worked example, or of a template of the clinic's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleLine {
    /// The treatment.
    pub treatment: TreatmentId,
    /// Its first day, counted from the plan's start.
    #[serde(default)]
    pub start_day: u32,
    /// Number of sessions; none means the usual course.
    #[serde(default)]
    pub sessions: Option<u32>,
    /// As few sessions as it may take; none means that their number is settled.
    #[serde(default)]
    pub fewest: Option<u32>,
    /// As many sessions as it may take.
    #[serde(default)]
    pub most: Option<u32>,
    /// Days between sessions; none means as usual.
    #[serde(default)]
    pub spacing_days: Option<u32>,
    /// Units in a session, in hundredths of one; none means one.
    #[serde(default)]
    pub units_hundredths: Option<u32>,
    /// Needle length in hundredths of a millimetre; none means as usual.
    #[serde(default)]
    pub depth_hundredths_mm: Option<u32>,
    /// Where on the body; none means as usual.
    #[serde(default)]
    pub area: Option<String>,
    /// How many sessions the package of the price list has by which it is paid; none means singly.
    #[serde(default)]
    pub package: Option<u32>,
    /// Added to each session.
    #[serde(default)]
    pub add_ons: Vec<AddOnId>,
    /// Months between upkeep sessions; none means no upkeep.
    #[serde(default)]
    pub upkeep_months: Option<u32>,
    /// Share of the peak, in percent, at which to treat again; beside `upkeep_months` it wins.
    #[serde(default)]
    pub upkeep_when_faded_to: Option<u32>,
}

impl ExampleLine {
    /// The usual course of a treatment, from the plan's first day, without upkeep.
    pub fn of(treatment: TreatmentId) -> Self {
        Self {
            treatment,
            start_day: 0,
            sessions: None,
            fewest: None,
            most: None,
            spacing_days: None,
            units_hundredths: None,
            depth_hundredths_mm: None,
            area: None,
            package: None,
            add_ons: Vec::new(),
            upkeep_months: None,
            upkeep_when_faded_to: None,
        }
    }
}
