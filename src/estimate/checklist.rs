//! What of the checklist puts a treatment off, or is to be cleared up before it.

use super::context::Context;
use crate::catalog::{Advice, Hold, HoldRule};
use crate::document::{CheckDraft, Phototype};
use crate::plan::{ClinicalRemark, TreatmentOption};
use crate::schedule::Schedule;
use crate::text::Text;
use crate::units::{Date, Wait};

/// What holds for the treatments of an option on the days of their sessions: of each hold once what is to be done, with all
/// treatments it is about. What is only to be known of is told where the checklist is.
pub(super) fn on_hold(context: &Context<'_>, option: &TreatmentOption, schedule: &Schedule) -> Vec<ClinicalRemark> {
    let mut found: Vec<(&Hold, Found<'_>)> = Vec::new();
    for (hold, over) in checked(context) {
        for line in &option.lines {
            let rule = hold.rule(&line.treatment).filter(|rule| rule.advice != Advice::Note);
            let Some((rule, treatment)) = rule.zip(context.catalog.treatment(&line.treatment)) else { continue };
            let dates = schedule.sessions.iter().filter(|session| session.line == line.id).map(|session| session.date);
            let over = over.map(|over| (over, hold.is_a_day));
            let Some((date, until)) = waiting(rule, over, dates) else { continue };
            let same = |(other, found): &&mut (&Hold, Found<'_>)| {
                other.id == hold.id && (found.rule.advice, found.rule.days.value) == (rule.advice, rule.days.value)
            };
            match found.iter_mut().find(same) {
                Some((_, found)) => found.add(&treatment.name, date),
                None => found.push((hold, Found { rule, names: vec![&treatment.name], date, until })),
            }
        }
    }
    found.into_iter().map(|(hold, found)| found.remark(hold)).collect()
}

/// What a rule is about in an option.
struct Found<'a> {
    rule: &'a HoldRule,
    names: Vec<&'a Text>,
    date: Date,
    until: Option<Date>,
}

impl<'a> Found<'a> {
    fn add(&mut self, name: &'a Text, date: Date) {
        self.date = self.date.min(date);
        if !self.names.contains(&name) {
            self.names.push(name);
        }
    }

    fn remark(self, hold: &Hold) -> ClinicalRemark {
        let until = self.until.filter(|_| self.rule.advice == Advice::Wait);
        ClinicalRemark::OnHold {
            names: self.names.into_iter().cloned().collect(),
            hold: hold.name.clone(),
            advice: self.rule.advice,
            wait: until.map(|until| (self.date, until)),
            days: self.rule.days.value,
        }
    }
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
    let days = rule.days.value;
    // What some ask for beyond what counts here is told as well.
    let longest = Wait::of_days(days.high.max(days.typical));
    let is_near = |date: &Date| *date < longest.after(over) && (!is_a_day || *date > longest.before(over));
    sessions.find(is_near).map(|date| (date, Some(Wait::of_days(days.typical).after(over))))
}
