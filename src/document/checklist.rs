//! What of a client may put a treatment off.

use crate::catalog::HoldId;
use crate::units::Date;
use serde::{Deserialize, Serialize};

/// Something of the checklist that holds for a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckDraft {
    /// What of the catalogue's checklist.
    pub hold: HoldId,
    /// Its last day, or the day on which it is over; none if that is not known.
    pub over: Option<Date>,
}

/// How skin takes the sun (Fitzpatrick 1988).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Phototype {
    /// Always burns, never tans.
    I,
    /// Burns easily, tans little.
    II,
    /// Burns at times, tans.
    III,
    /// Burns little, tans easily.
    IV,
    /// Brown skin, hardly burns.
    V,
    /// Dark brown or black skin, never burns.
    VI,
    /// Darker skin, IV to VI, without saying which: as older files have it.
    #[serde(rename = "IV_to_VI")]
    Darker,
}

impl Phototype {
    /// Those to choose from.
    pub const ALL: [Self; 6] = [Self::I, Self::II, Self::III, Self::IV, Self::V, Self::VI];

    /// Whether it is one of the darker ones, IV to VI.
    pub fn is_darker(self) -> bool {
        self >= Self::IV
    }
}
