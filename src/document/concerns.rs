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

    /// What a line is for.
    pub fn purpose<'a>(&'a self, line: &'a LineDraft) -> &'a ConcernId {
        line.concern.as_ref().unwrap_or(&self.concern)
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

    /// A line for the first concern says nothing of it, so that it follows when that becomes another one.
    pub(super) fn fit_concerns(&mut self) {
        for line in self.options.iter_mut().flat_map(|option| &mut option.lines) {
            line.concern.take_if(|concern| *concern == self.concern);
        }
    }

    /// Another concern in the place of a further one; what was for that is for this.
    pub(super) fn replace_concern(&mut self, from: &ConcernId, to: &ConcernId) {
        let further = self.further.iter_mut().map(|further| &mut further.concern);
        let lines = self.options.iter_mut().flat_map(|option| &mut option.lines);
        let named = further.chain(lines.filter_map(|line| line.concern.as_mut()));
        named.filter(|concern| *concern == from).for_each(|concern| concern.clone_from(to));
    }
}
