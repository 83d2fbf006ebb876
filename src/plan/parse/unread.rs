//! What was typed where a day or a number stands, and is none.

use super::Parser;
use crate::document::{Counted, Draft, Kind, LineDraft, Place, Value, limits};
use crate::plan::Cause;
use std::ops::RangeInclusive;

/// The limits of a number, in units of so many decimals.
type Limits = (RangeInclusive<u32>, u32);

impl Parser<'_> {
    /// Reports what of the plan and of the options that are shown cannot be read.
    pub(super) fn unread(&mut self, draft: &Draft) {
        for (place, text) in &draft.unread {
            let mut lines = draft.shown().flat_map(|option| &option.lines);
            let line = match place {
                Place::Plan(_) | Place::Option { .. } => None,
                Place::Line { line: id, .. } => lines.find(|line| line.id == *id),
            };
            let is_hidden = match place {
                Place::Plan(_) => false,
                Place::Option { option, .. } => draft.shown().all(|shown| shown.id != *option),
                Place::Line { .. } => line.is_none(),
            };
            if is_hidden {
                continue;
            }
            let text = text.clone();
            let cause = match place.about().map(|about| &about.kind) {
                Some(Kind::Day) => Cause::NotADate(text),
                Some(Kind::Whole(_, Counted::DaysFromStart)) => Cause::NotAFirstDay { text, start: draft.start },
                Some(Kind::Length) => Cause::NotANumber { text, limits: line.and_then(|line| self.depths(line)) },
                Some(Kind::Units) => Cause::NotANumber { text, limits: Some((limits::UNITS, 2)) },
                _ => Cause::NotANumber { text, limits: limits_of(draft, *place) },
            };
            self.report(*place, cause);
        }
    }

    /// Needle lengths that a line's treatment has.
    fn depths(&self, line: &LineDraft) -> Option<Limits> {
        let lengths = self.catalog.treatment(&line.treatment)?.needle_lengths()?;
        Some((lengths.low..=lengths.high, 2))
    }
}

/// The limits of a whole number.
fn limits_of(draft: &Draft, place: Place) -> Option<Limits> {
    let (about, value) = (place.about()?, draft.at(place)?);
    match (&about.kind, value) {
        // Nothing is said yet, and a number may be.
        (Kind::Whole(limits, _), Value::Nothing) => Some((limits.clone(), 0)),
        (_, value) => about.number(&value).map(|(_, limits, _)| (limits, 0)),
    }
}
