//! The client, in every schema version.

use super::bounded::{is_default, within};
use super::stored::{Stored, stored};
use crate::catalog::Severity;
use crate::document::{Phototype, Profile, ScarMix, StretchMarks, Sun, Wrinkles};
use serde::{Deserialize, Serialize};

/// The client. Files from before phototypes were asked for say only whether skin is darker.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Client {
    age: within!(AGE),
    severity: Severity,
    smoker: bool,
    sun: Sun,
    scar_mix: Mix,
    wrinkles: Wrinkles,
    stretch_marks: StretchMarks,
    #[serde(default, skip_serializing_if = "is_default")]
    darker_skin: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    phototype: Option<Phototype>,
    sensitive_skin: bool,
}

stored! {
    #[serde(rename = "ScarMix")]
    struct Mix = ScarMix {
        rolling: within!(SCAR_PARTS),
        boxcar: within!(SCAR_PARTS),
        icepick: within!(SCAR_PARTS),
    }
}

impl Stored<Profile> for Client {
    fn of(profile: &Profile) -> Self {
        Self {
            age: Stored::of(&profile.age),
            severity: profile.severity,
            smoker: profile.smoker,
            sun: profile.sun,
            scar_mix: Stored::of(&profile.scar_mix),
            wrinkles: profile.wrinkles,
            stretch_marks: profile.stretch_marks,
            darker_skin: false,
            phototype: profile.phototype,
            sensitive_skin: profile.sensitive_skin,
        }
    }

    fn value(self) -> Profile {
        Profile {
            age: self.age.value(),
            severity: self.severity,
            smoker: self.smoker,
            sun: self.sun,
            scar_mix: self.scar_mix.value(),
            wrinkles: self.wrinkles,
            stretch_marks: self.stretch_marks,
            phototype: self.phototype.or(self.darker_skin.then_some(Phototype::Darker)),
            sensitive_skin: self.sensitive_skin,
        }
    }
}
