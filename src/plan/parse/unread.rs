//! What was typed where a day or a number stands, and is none.

use super::Parser;
use crate::document::{CreditDraft, Draft, Field, Fields, Kind, LineDraft, Place, Profile, Upkeep, limits};
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
            if line.is_none() && matches!(place, Place::Line { .. }) {
                continue;
            }
            let text = text.clone();
            let cause = match place.field() {
                Field::Start | Field::StartDay | Field::UpkeepUntil => Cause::NotADate(text),
                field => Cause::NotANumber { text, limits: self.limits(line, field) },
            };
            self.report(*place, cause);
        }
    }

    fn limits(&self, line: Option<&LineDraft>, field: Field) -> Option<Limits> {
        let Some(line) = line else {
            return whole::<Draft>(field).or_else(|| whole::<Profile>(field)).or_else(|| whole::<CreditDraft>(field));
        };
        match (field, line.upkeep) {
            (Field::Upkeep, Upkeep::Every { .. }) => Some((limits::UPKEEP_MONTHS, 0)),
            (Field::Upkeep, Upkeep::WhenFaded { .. }) => Some((limits::UPKEEP_SHARE, 0)),
            (Field::Depth, _) => {
                let range = self.catalog.treatment(&line.treatment)?.needle_depth.as_ref()?.value;
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few millimetres")]
                let hundredths = |millimetres: f64| (millimetres * 100.0).round() as u32;
                Some((hundredths(range.low)..=hundredths(range.high), 2))
            }
            _ => whole::<LineDraft>(field),
        }
    }
}

/// The limits of a whole number.
fn whole<T: Fields>(field: Field) -> Option<Limits> {
    match &T::row(field)?.kind {
        Kind::Whole(limits, _) => Some((limits.clone(), 0)),
        _ => None,
    }
}
