//! The course of a line: sessions, spacing, units, first day, needle length.

use super::context::Context;
use crate::catalog::{Area, PriceUnit};
use crate::document::{Field, Value, limits};
use crate::locale::{tr, trn};
use crate::ui::Action;
use crate::ui::kit::{self, Days, Numbers};
use crate::wording;
use egui::Ui;
use jiff::ToSpan as _;
use std::ops::RangeInclusive;

pub(super) fn course_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    context.field_ui(ui, Field::Sessions, (tr!("Sessions"), ""), actions);
    needed_ui(ui, context, actions);
    if context.line.sessions_needed().2 > 1 {
        let unit = trn!(context.line.spacing_days, " day", " days");
        context.field_ui(ui, Field::Spacing, (tr!("Days between"), unit), actions);
    }
    if context.treatment.unit == PriceUnit::Syringe {
        context.field_ui(ui, Field::Units, (tr!("Syringes each"), ""), actions);
    }
}

/// How many sessions it may take at least and at most; the same as typically where nothing else is said.
fn needed_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let line = context.line;
    let sessions = line.sessions;
    let ends =
        [(Field::FewestSessions, tr!("At least"), line.fewest), (Field::MostSessions, tr!("At most"), line.most)];
    for (field, name, said) in ends {
        let numbers = Numbers::whole(limits::SESSIONS, "");
        let changed = kit::number(ui, context.field(field, name), said.unwrap_or(sessions), &numbers);
        let value = |number| if number == sessions { Value::Nothing } else { Value::Whole(number) };
        actions.extend(changed.map(|number| context.set(field, value(number))));
    }
    let (fewest, most) = (line.fewest.unwrap_or(sessions), line.most.unwrap_or(sessions));
    if fewest > sessions || most < sessions {
        let as_many = trn!(sessions, "{sessions} session", "{sessions} sessions", sessions);
        kit::note(ui, &tr!("What lies on the other side of {sessions} counts as that.", sessions = as_many));
    }
}

pub(super) fn start_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let start = context.view.draft.start;
    let day = |days: u32| start.saturating_add(i64::from(days).days());
    let range = day(*limits::START_DAY.start())..=day(*limits::START_DAY.end());
    let days = Days { range, outside: &|text| wording::not_a_first_day(text, start) };
    let field = context.field(Field::StartDay, tr!("First session"));
    if let Some(date) = kit::date_of(ui, field, day(context.line.start_day), &days) {
        actions.push(context.set(Field::StartDay, (date - start).get_days().unsigned_abs()));
    }
}

/// The part of the body, from the catalogue's list: what is written of it decides whether two treatments are on the same skin.
pub(super) fn part_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let catalog = context.view.catalog;
    let known = catalog.areas.named(&context.line.area);
    let name = |part: Option<&Area>| part.map_or(tr!("not from the list"), |part| wording::text(&part.name)).to_owned();
    let parts = known.is_none().then_some(None).into_iter().chain(catalog.areas.iter().map(Some));
    let chosen = kit::choice(ui, context.own("part", tr!("Part of the body")), &known, parts, |part| name(*part));
    if let Some(part) = chosen.flatten() {
        // In a language whose names the list does not have it is written as the list has it.
        let said = name(Some(part));
        let written = if catalog.areas.named(&said).is_some() { said } else { part.name.written().to_owned() };
        actions.push(context.set(Field::Area, written));
    }
    kit::note(
        ui,
        tr!("Treatments are on different skin only if each names a part of this list and these do not overlap."),
    );
}

/// Needle lengths of a treatment that chooses one, in hundredths of a millimetre.
pub(super) struct Depth {
    pub(super) now: u32,
    range: RangeInclusive<u32>,
}

impl Depth {
    /// The line's, if its treatment chooses one.
    pub(super) fn of(context: &Context<'_>) -> Option<Self> {
        let lengths = context.treatment.needle_lengths()?;
        let now = context.line.depth.unwrap_or(lengths.typical);
        Some(Self { now, range: lengths.low..=lengths.high })
    }

    pub(super) fn depth_ui(&self, ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
        let numbers = Numbers::hundredths(self.range.clone(), " mm");
        let changed = kit::number(ui, context.field(Field::Depth, tr!("Needle length")), self.now, &numbers);
        actions.extend(changed.map(|depth| context.set(Field::Depth, depth)));
    }
}
