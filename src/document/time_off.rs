//! Days that are kept free of treatment.

use crate::units::Date;
use serde::{Deserialize, Serialize};

/// Days that are kept free, such as a holiday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeOffDraft {
    /// What it is; may be empty.
    pub name: String,
    /// The first of the days.
    pub first: Date,
    /// The last of them.
    pub last: Date,
    /// What they are kept free of.
    pub free_of: FreeOf,
}

/// What days are kept free of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FreeOf {
    /// Visits to the clinic: somebody is away.
    #[default]
    Visits,
    /// Anything that may show after a session.
    Traces,
}

impl FreeOf {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Visits, Self::Traces];
}

/// In which months of strong sun treatments that ask for it are not given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StrongSun {
    /// In none: the months do not matter.
    #[default]
    Unminded,
    /// Those of the northern half of the world.
    North,
    /// Those of the southern half.
    South,
}

impl StrongSun {
    /// All.
    pub const ALL: [Self; 3] = [Self::Unminded, Self::North, Self::South];
}
