//! The client, the same in every schema version.

use super::bounded::Whole;
use super::stored::stored;
use crate::catalog::Severity;
use crate::document::{Profile, ScarMix, StretchMarks, Sun, Wrinkles};

stored! {
    struct Client = Profile {
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

    #[serde(rename = "ScarMix")]
    struct Mix = ScarMix {
        rolling: Whole<0, 100>,
        boxcar: Whole<0, 100>,
        icepick: Whole<0, 100>,
    }
}
