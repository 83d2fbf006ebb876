//! Several concerns in one plan: the first one, and what else the client comes for.

use super::draft::Draft;
use super::line::LineDraft;
use super::profile::Profile;
use crate::catalog::ConcernId;
use std::borrow::Cow;
use std::iter;

impl Draft {
    /// All that the client comes for, the first concern first.
    pub fn concerns(&self) -> impl Iterator<Item = &ConcernId> {
        iter::once(&self.concern).chain(self.further.iter().map(|further| &further.concern))
    }

    /// What a line is for, and the client as far as that is concerned.
    pub fn purpose<'a>(&'a self, line: &'a LineDraft) -> (&'a ConcernId, Profile) {
        let concern = line.concern.as_ref().unwrap_or(&self.concern);
        (concern, self.profile_for(concern))
    }

    /// The client as far as one of the plan's concerns asks.
    pub fn profile_for(&self, concern: &ConcernId) -> Profile {
        let further = self.further.iter().find(|further| further.concern == *concern);
        let severity = further.map_or(self.profile.severity, |further| further.severity);
        Profile { severity, ..self.profile.clone() }
    }

    /// The same plan with another one of its concerns as the first: sessions and money stay what they are, and results are
    /// those for that concern. What a result is worth was said of the first one, and is not known of another. A concern that
    /// the plan does not have changes nothing.
    #[must_use]
    pub fn seen_for(&self, concern: &ConcernId) -> Cow<'_, Self> {
        let Some(at) = self.further.iter().position(|further| further.concern == *concern) else {
            return Cow::Borrowed(self);
        };
        let mut draft = self.clone();
        let other = &mut draft.further[at];
        let first = std::mem::replace(&mut other.concern, self.concern.clone());
        let severity = std::mem::replace(&mut other.severity, self.profile.severity);
        for line in draft.options.iter_mut().flat_map(|option| &mut option.lines) {
            line.concern.get_or_insert_with(|| self.concern.clone());
        }
        (draft.concern, draft.profile.severity) = (first, severity);
        draft.worth.clear();
        Cow::Owned(draft)
    }

    /// Forgets of a line what it is for if the plan does not have that, and of further concerns what stands there twice.
    pub(super) fn fit_concerns(&mut self) {
        let mut known = vec![self.concern.clone()];
        self.further.retain(|further| {
            let is_new = !known.contains(&further.concern);
            known.extend(is_new.then(|| further.concern.clone()));
            is_new
        });
        for line in self.options.iter_mut().flat_map(|option| &mut option.lines) {
            line.concern.take_if(|concern| *concern == self.concern || !known.contains(concern));
        }
    }
}
