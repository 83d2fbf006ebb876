//! Usual options of the plan's concern that it does not have yet: looked up when what they rest on has changed, and not in
//! every frame.

use crate::catalog::Catalog;
use crate::document::{Draft, OptionDraft};
use crate::locale::{self, Locale};
use crate::wording;

/// What is offered, and for which version of which plan in which language that was looked up.
#[derive(Default)]
pub(super) struct Templates {
    offered: Vec<OptionDraft>,
    of: Option<((u64, u64), Locale)>,
}

impl Templates {
    /// In the order in which they are offered.
    pub(super) fn offered(&self) -> &[OptionDraft] {
        &self.offered
    }

    /// Brings what is offered up to date with this version of a plan. With another catalogue one begins anew.
    pub(super) fn look_up(&mut self, version: (u64, u64), draft: &Draft, catalog: &Catalog) {
        let of = Some((version, locale::current()));
        if self.of == of {
            return;
        }
        let concern = catalog.concern(&draft.concern);
        let usual = concern.map(|concern| wording::templates(catalog, concern, &draft.profile));
        let missing = usual.into_iter().flatten().filter(|option| !draft.has_treatments_of(option));
        (self.offered, self.of) = (missing.collect(), of);
    }
}
