//! Where something is done for a concern.

use super::{Area, Catalog, ConcernId};

impl Catalog {
    /// The skin on which something is given for a concern: the part of the body that is named, if it is one of the list; where none
    /// is named the part that the concern is usually on.
    pub fn skin(&self, area: &str, concern: &ConcernId) -> Option<&Area> {
        let usual = || self.areas.named(self.concern(concern)?.area.as_ref()?.as_str());
        if area.trim().is_empty() { usual() } else { self.areas.named(area) }
    }
}
