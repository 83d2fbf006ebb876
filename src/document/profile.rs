//! What of the client changes the estimate.

use super::checklist::Phototype;
use crate::catalog::Severity;
use serde::{Deserialize, Serialize};

/// The client, as far as the model asks. No name is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Age in years at the plan's start.
    pub age: u32,
    /// How bad it is today.
    pub severity: Severity,
    /// Whether the client smokes.
    pub smoker: bool,
    /// Habits in the sun.
    pub sun: Sun,
    /// Which scars there are. Used for scars only.
    pub scar_mix: ScarMix,
    /// Which wrinkles there are. Used for wrinkles only.
    pub wrinkles: Wrinkles,
    /// Which stretch marks there are. Used for stretch marks only.
    pub stretch_marks: StretchMarks,
    /// How skin takes the sun, if that was asked: cautions in words, no number changes.
    pub phototype: Option<Phototype>,
    /// Sensitive skin: a caution in words, no number changes.
    pub sensitive_skin: bool,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            age: 30,
            severity: Severity::Moderate,
            smoker: false,
            sun: Sun::Usual,
            scar_mix: ScarMix::default(),
            wrinkles: Wrinkles::Fine,
            stretch_marks: StretchMarks::White,
            phototype: None,
            sensitive_skin: false,
        }
    }
}

/// Habits in the sun.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sun {
    /// Sunscreen every day.
    Sunscreen,
    /// Neither of the others.
    #[default]
    Usual,
    /// Much sun without protection.
    Unprotected,
}

impl Sun {
    /// All, from the most careful on.
    pub const ALL: [Self; 3] = [Self::Sunscreen, Self::Usual, Self::Unprotected];
}

/// Fine or deep wrinkles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wrinkles {
    /// Fine lines.
    #[default]
    Fine,
    /// Deep wrinkles.
    Deep,
}

impl Wrinkles {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Fine, Self::Deep];
}

/// New or old stretch marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StretchMarks {
    /// New, red.
    Red,
    /// Old, white.
    #[default]
    White,
}

impl StretchMarks {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Red, Self::White];
}

/// The mix of scar types in parts: 5, 3 and 2 mean half, three tenths and a fifth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScarMix {
    /// Broad and shallow, with sloping edges.
    pub rolling: u32,
    /// Sharp edges, steep walls.
    pub boxcar: u32,
    /// Narrow and deep.
    pub icepick: u32,
}

impl Default for ScarMix {
    fn default() -> Self {
        Self { rolling: 1, boxcar: 1, icepick: 1 }
    }
}

impl ScarMix {
    /// The shares of rolling, boxcar and icepick, summing to 1; equal shares if there are no parts at all.
    pub fn shares(self) -> [f64; 3] {
        let parts = [self.rolling, self.boxcar, self.icepick].map(f64::from);
        let sum: f64 = parts.iter().sum();
        if sum > 0.0 { parts.map(|part| part / sum) } else { [1.0 / 3.0; 3] }
    }
}
