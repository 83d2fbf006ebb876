//! The course of a line: sessions, spacing, first day, units, needle length.

use super::Context;
use crate::catalog::PriceUnit;
use crate::document::{Field, limits};
use crate::locale::tr;
use crate::ui::Action;
use crate::ui::kit::{self, Numbers};
use egui::Ui;

pub(super) fn course_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let line = context.line;
    context.field_ui(ui, Field::Sessions, (tr!("Sessions"), ""), actions);
    if line.sessions > 1 {
        context.field_ui(ui, Field::Spacing, (tr!("Days between"), tr!(" days")), actions);
    }
    let start = context.view.draft.start;
    let first = start.saturating_add(jiff::Span::new().days(i64::from(line.start_day)));
    if let Some(date) = kit::date(ui, context.field(Field::StartDay, tr!("First session")), first) {
        let days = (date - start).get_days().clamp(0, i32::try_from(*limits::START_DAY.end()).unwrap_or(i32::MAX));
        actions.push(context.set(Field::StartDay, days.unsigned_abs()));
    }
    if context.treatment.unit == PriceUnit::Syringe {
        context.field_ui(ui, Field::Units, (tr!("Syringes each"), ""), actions);
    }
    depth_ui(ui, context, actions);
}

fn depth_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let Some(range) = context.treatment.needle_depth.as_ref().map(|depth| depth.value) else { return };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a needle is a few millimetres long")]
    let hundredths = |millimetres: f64| (millimetres * 100.0).round() as u32;
    let numbers = Numbers::hundredths(hundredths(range.low)..=hundredths(range.high), " mm");
    let depth = context.line.depth.unwrap_or_else(|| hundredths(range.typical));
    let changed = kit::number(ui, context.field(Field::Depth, tr!("Needle length")), depth, &numbers);
    actions.extend(changed.map(|depth| context.set(Field::Depth, depth)));
}
