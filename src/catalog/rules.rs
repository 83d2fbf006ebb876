//! Rules of when a treatment may be given, as a clinic's checklist has them.

use super::{Figure, TreatmentId};
use serde::Deserialize;

/// Rules of when a treatment may be given.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Months of strong sun.
    pub strong_sun: SunRule,
}

/// Months of strong sun, and what is not given in them.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SunRule {
    /// The first and the last of these months in the northern half of the world, 1 to 12; in the southern half they are half
    /// a year later.
    pub months: Figure<(i8, i8)>,
    /// The treatments that are not given in them.
    pub treatments: Figure<Vec<TreatmentId>>,
}

/// Months from one half of the world to the other.
const HALF_A_YEAR: i8 = 6;

impl SunRule {
    /// The first and the last month of strong sun in the northern or the southern half of the world, 1 to 12.
    pub fn months_of(&self, is_south: bool) -> (i8, i8) {
        let (first, last) = self.months.value;
        let later = |month: i8| (month - 1 + HALF_A_YEAR) % 12 + 1;
        if is_south { (later(first), later(last)) } else { (first, last) }
    }
}
