//! Days that matter to a client.

use crate::units::Date;

/// A day that matters, such as a wedding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OccasionDraft {
    /// What it is; may be empty.
    pub name: String,
    /// The day.
    pub date: Date,
}
