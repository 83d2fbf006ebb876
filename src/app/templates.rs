//! Usual options for the concern that is looked at which the plan does not have yet: looked up when what they rest on has
//! changed, and not in every frame.

use crate::catalog::{Catalog, ConcernId};
use crate::document::{Draft, OptionDraft};
use crate::locale::{self, Locale};
use crate::wording;

/// What is offered, and for which version of which plan in which language that was looked up.
#[derive(Default)]
pub(super) struct Templates {
    offered: Vec<OptionDraft>,
    of: Option<((u64, u64), ConcernId, Locale)>,
}

impl Templates {
    /// In the order in which they are offered.
    pub(super) fn offered(&self) -> &[OptionDraft] {
        &self.offered
    }

    /// Brings what is offered up to date with this version of a plan, for one of its concerns. With another catalogue one begins
    /// anew.
    pub(super) fn look_up(&mut self, version: (u64, u64), (draft, seen): (&Draft, &ConcernId), catalog: &Catalog) {
        let of = Some((version, seen.clone(), locale::current()));
        if self.of == of {
            return;
        }
        let profile = draft.profile_for(seen);
        let usual = catalog.concern(seen).map(|concern| wording::templates(catalog, concern, &profile));
        let usual = usual.into_iter().flatten().map(|option| option.meant_for(seen, draft));
        // The clinic's own stand first, and another course is something else; of the catalogue's only other treatments are.
        let own = catalog.templates.iter().filter(|own| own.is_for(seen)).count();
        let of_plan: Vec<_> = draft.options.iter().map(|option| option.as_template(seen).option.lines).collect();
        let is_there = |option: &OptionDraft| of_plan.contains(&option.as_template(seen).option.lines);
        let missing = usual
            .enumerate()
            .filter(|(at, option)| if *at < own { !is_there(option) } else { !draft.has_treatments_of(option) });
        (self.offered, self.of) = (missing.map(|(_, option)| option).collect(), of);
    }
}
