//! How two lists differ.

use super::entry::{EntryCode, PriceList, repeats};
use crate::catalog::Template;
use crate::overlay::Entry;

/// How many values and labels differ from one list to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Values that only the other list has.
    pub added: usize,
    /// Values that both have and that are not the same.
    pub changed: usize,
    /// Values that the other list has no more: the catalogue's are in force again.
    pub removed: usize,
    /// Codes, groups and names that differ.
    pub labels: usize,
    /// Options to start from that only the other list has, or that are not the same there.
    pub templates: usize,
    /// Options to start from that the other list has no more.
    pub templates_removed: usize,
}

impl PriceList {
    /// What differs in `other`. A value from another day on is another value.
    pub fn changes(&self, other: &Self) -> Changes {
        let finds = |list: &'_ Self, entry: &Entry| list.entries.iter().find(|one| repeats(one, entry)).cloned();
        let new = other.entries.iter().map(|entry| (finds(self, entry), entry));
        let (mut added, mut changed) = (0, 0);
        for (old, new) in new {
            match old {
                None => added += 1,
                Some(old) if old != *new => changed += 1,
                Some(_) => {}
            }
        }
        let removed = self.entries.iter().filter(|entry| finds(other, entry).is_none()).count();
        let labels = other.labels.iter().filter(|label| !self.labels.contains(label)).count();
        let gone = self.labels.iter().filter(|label| other.label(&label.subject).is_none()).count();
        let is_gone = |code: &&EntryCode| other.codes.iter().all(|one| !one.is_of_same(code));
        let codes_gone = self.codes.iter().filter(is_gone).count();
        let codes = other.codes.iter().filter(|code| !self.codes.contains(code)).count() + codes_gone;
        let templates = other.templates.iter().filter(|template| !self.templates.contains(template)).count();
        let is_named = |template: &&Template| other.templates.iter().any(|one| one.option.name == template.option.name);
        let templates_removed = self.templates.iter().filter(|template| !is_named(template)).count();
        Changes { added, changed, removed, labels: labels + gone + codes, templates, templates_removed }
    }
}

impl Changes {
    /// Whether both lists say the same.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}
