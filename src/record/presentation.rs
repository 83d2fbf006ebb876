//! How an issue was handed out: its words, its notations and whose letterhead it had.

use crate::clinic::Clinic;

/// In which language and notations an issue was handed out, and by whom, so that its copies say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    /// The id of the country whose notations and notices it has.
    pub country: String,
    /// The code of its language.
    pub language: String,
    /// The clinic with its terms.
    pub clinic: Clinic,
}
