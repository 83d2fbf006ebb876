//! The client, the same in every schema version.

use super::bounded::within;
use super::stored::stored;
use crate::catalog::Severity;
use crate::document::{Profile, ScarMix, StretchMarks, Sun, Wrinkles};

stored! {
    struct Client = Profile {
        age: within!(AGE),
        severity: Severity,
        smoker: bool,
        sun: Sun,
        scar_mix: Mix,
        wrinkles: Wrinkles,
        stretch_marks: StretchMarks,
        darker_skin: bool,
        sensitive_skin: bool,
    }

    #[serde(rename = "ScarMix")]
    struct Mix = ScarMix {
        rolling: within!(SCAR_PARTS),
        boxcar: within!(SCAR_PARTS),
        icepick: within!(SCAR_PARTS),
    }
}
