//! The client, the same in every schema version.

use super::bounded::Whole;
use crate::catalog::Severity;
use crate::document::{Profile, ScarMix, StretchMarks, Sun, Wrinkles};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename = "Client", deny_unknown_fields)]
pub(super) struct Client {
    age: Whole<12, 100>,
    severity: Severity,
    smoker: bool,
    sun: Sun,
    scar_mix: Mix,
    wrinkles: Wrinkles,
    stretch_marks: StretchMarks,
    darker_skin: bool,
    sensitive_skin: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "ScarMix", deny_unknown_fields)]
struct Mix {
    rolling: Whole<0, 100>,
    boxcar: Whole<0, 100>,
    icepick: Whole<0, 100>,
}

impl From<&Profile> for Client {
    fn from(profile: &Profile) -> Self {
        let ScarMix { rolling, boxcar, icepick } = profile.scar_mix;
        Self {
            age: Whole(profile.age),
            severity: profile.severity,
            smoker: profile.smoker,
            sun: profile.sun,
            scar_mix: Mix { rolling: Whole(rolling), boxcar: Whole(boxcar), icepick: Whole(icepick) },
            wrinkles: profile.wrinkles,
            stretch_marks: profile.stretch_marks,
            darker_skin: profile.darker_skin,
            sensitive_skin: profile.sensitive_skin,
        }
    }
}

impl From<Client> for Profile {
    fn from(client: Client) -> Self {
        let Mix { rolling, boxcar, icepick } = client.scar_mix;
        Self {
            age: client.age.0,
            severity: client.severity,
            smoker: client.smoker,
            sun: client.sun,
            scar_mix: ScarMix { rolling: rolling.0, boxcar: boxcar.0, icepick: icepick.0 },
            wrinkles: client.wrinkles,
            stretch_marks: client.stretch_marks,
            darker_skin: client.darker_skin,
            sensitive_skin: client.sensitive_skin,
        }
    }
}
