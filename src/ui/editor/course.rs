//! The course of a line: sessions, spacing, units, first day, needle length.

use super::context::Context;
use crate::catalog::PriceUnit;
use crate::document::{Field, limits};
use crate::locale::tr;
use crate::ui::Action;
use crate::ui::kit::{self, Numbers};
use egui::Ui;
use std::ops::RangeInclusive;

pub(super) fn course_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    context.field_ui(ui, Field::Sessions, (tr!("Sessions"), ""), actions);
    if context.line.sessions > 1 {
        context.field_ui(ui, Field::Spacing, (tr!("Days between"), tr!(" days")), actions);
    }
    if context.treatment.unit == PriceUnit::Syringe {
        context.field_ui(ui, Field::Units, (tr!("Syringes each"), ""), actions);
    }
}

pub(super) fn start_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let start = context.view.draft.start;
    let first = start.saturating_add(jiff::Span::new().days(i64::from(context.line.start_day)));
    if let Some(date) = kit::date(ui, context.field(Field::StartDay, tr!("First session")), first) {
        let days = (date - start).get_days().clamp(0, i32::try_from(*limits::START_DAY.end()).unwrap_or(i32::MAX));
        actions.push(context.set(Field::StartDay, days.unsigned_abs()));
    }
}

/// Needle lengths of a treatment that chooses one, in hundredths of a millimetre.
pub(super) struct Depth {
    pub(super) now: u32,
    range: RangeInclusive<u32>,
}

impl Depth {
    /// The line's, if its treatment chooses one.
    pub(super) fn of(context: &Context<'_>) -> Option<Self> {
        let range = context.treatment.needle_depth.as_ref()?.value;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a needle is a few millimetres long"
        )]
        let hundredths = |millimetres: f64| (millimetres * 100.0).round() as u32;
        let now = context.line.depth.unwrap_or_else(|| hundredths(range.typical));
        Some(Self { now, range: hundredths(range.low)..=hundredths(range.high) })
    }

    pub(super) fn depth_ui(&self, ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
        let numbers = Numbers::hundredths(self.range.clone(), " mm");
        let changed = kit::number(ui, context.field(Field::Depth, tr!("Needle length")), self.now, &numbers);
        actions.extend(changed.map(|depth| context.set(Field::Depth, depth)));
    }
}
