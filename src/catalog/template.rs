//! Options of the clinic's own to start from.

use super::concern::Example;
use super::id::ConcernId;

/// An option of the clinic's own to start from: what is given and when. Prices are those of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// The concern that it is offered for; none means each.
    pub concern: Option<ConcernId>,
    /// Its name and its treatments.
    pub option: Example,
}

impl Template {
    /// Whether it is offered for a concern.
    pub fn is_for(&self, concern: &ConcernId) -> bool {
        self.concern.as_ref().is_none_or(|id| id == concern)
    }
}
