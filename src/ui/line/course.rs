//! The course of a line: sessions, spacing, first day, units, needle length.

use super::Context;
use crate::catalog::PriceUnit;
use crate::document::{Field, LineEdit, limits};
use crate::locale::{self, tr};
use crate::ui::{Action, fields};
use egui::Ui;

pub(super) fn course_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let line = context.line;
    let sessions =
        fields::number(ui, context.label(tr!("Sessions"), Field::Sessions), line.sessions, limits::SESSIONS, "");
    actions.extend(sessions.map(|count| context.edit(LineEdit::Sessions(count))));
    if line.sessions > 1 {
        let spacing = fields::number(
            ui,
            context.label(tr!("Days between"), Field::Spacing),
            line.spacing_days,
            limits::SPACING_DAYS,
            tr!(" days"),
        );
        actions.extend(spacing.map(|days| context.edit(LineEdit::Spacing(days))));
    }
    let start = context.view.draft.start;
    let first = start.saturating_add(jiff::Span::new().days(i64::from(line.start_day)));
    if let Some(date) = fields::date(ui, context.label(tr!("First session"), Field::StartDay), first) {
        let days = (date - start).get_days().clamp(0, i32::try_from(*limits::START_DAY.end()).unwrap_or(i32::MAX));
        actions.push(context.edit(LineEdit::StartDay(days.unsigned_abs())));
    }
    if context.treatment.unit == PriceUnit::Syringe {
        let units =
            fields::number(ui, context.label(tr!("Syringes each"), Field::Units), line.units, limits::UNITS, "");
        actions.extend(units.map(|units| context.edit(LineEdit::Units(units))));
    }
    depth_ui(ui, context, actions);
}

fn depth_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let Some(range) = context.treatment.needle_depth.as_ref().map(|depth| depth.value) else { return };
    let mut depth = context.line.depth.map_or(range.typical, |hundredths| f64::from(hundredths) / 100.0);
    let shown = context.label(tr!("Needle length"), Field::Depth);
    let changed = fields::row(ui, shown, |ui, label| {
        let pack = locale::current().pack;
        let field = egui::DragValue::new(&mut depth).range(range.low..=range.high).speed(0.01);
        let field = field.custom_formatter(|depth, _| pack.number(&format!("{depth:.2}")));
        let field = field.custom_parser(|text| pack.to_plain(text).trim().parse().ok());
        shown.field(ui, |ui| ui.add(field.suffix(" mm"))).labelled_by(label).changed()
    });
    if changed {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the field keeps to its range")]
        let hundredths = (depth * 100.0).round() as u32;
        actions.push(context.edit(LineEdit::Depth(hundredths)));
    }
}
