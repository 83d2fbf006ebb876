//! What of the checklist puts a treatment off, or is to be cleared up before it.

use super::context::Context;
use crate::catalog::{Hold, HoldRule};
use crate::document::{CheckDraft, Phototype};
use crate::plan::{RemarkKind, TreatmentOption};
use crate::schedule::Schedule;
use crate::units::{Date, Spread};
use jiff::ToSpan;

/// What holds for the treatments of an option on the days of their sessions, once for each treatment.
pub(super) fn on_hold(context: &Context<'_>, option: &TreatmentOption, schedule: &Schedule) -> Vec<RemarkKind> {
    let mut kinds = Vec::new();
    for (hold, over) in checked(context) {
        for line in &option.lines {
            let Some(rule) = hold.rule(&line.treatment) else { continue };
            let dates = schedule.sessions.iter().filter(|session| session.line == line.id).map(|session| session.date);
            let Some((date, until)) = waiting(rule, over.map(|over| (over, hold.is_a_day)), dates) else { continue };
            let Some(treatment) = context.catalog.treatment(&line.treatment) else { continue };
            let kind = RemarkKind::OnHold {
                name: treatment.name.clone(),
                hold: hold.name.clone(),
                advice: rule.advice,
                date,
                until,
                days: rule.days.value,
            };
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
    }
    kinds
}

/// What of the checklist holds for the client, each with the day on which it is over.
fn checked<'a>(context: &'a Context<'_>) -> impl Iterator<Item = (&'a Hold, Option<Date>)> {
    let plan = context.plan;
    let is_darker = plan.profile.phototype.is_some_and(Phototype::is_darker);
    context.catalog.rules.holds.iter().filter_map(move |hold| {
        if hold.is_phototype() {
            return is_darker.then_some((hold, None));
        }
        let check: &CheckDraft = plan.checklist.iter().find(|check| check.hold == hold.id)?;
        Some((hold, check.over.filter(|_| hold.ends.is_some())))
    })
}

/// The first session that a rule is about, and until when it asks to wait; none if it asks nothing of any of them.
fn waiting(
    rule: &HoldRule,
    over: Option<(Date, bool)>,
    mut sessions: impl Iterator<Item = Date>,
) -> Option<(Date, Option<Date>)> {
    let Some((over, is_a_day)) = over else { return sessions.next().map(|date| (date, None)) };
    let Spread { typical, high, .. } = rule.days.value.map(|days| i64::from(days).days());
    // What some ask for beyond what counts here is told as well.
    let is_near = |date: &Date| *date < over.saturating_add(high) && (!is_a_day || *date > over.saturating_sub(high));
    sessions.find(is_near).map(|date| (date, Some(over.saturating_add(typical))))
}
