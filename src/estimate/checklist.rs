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
            let (dates, until) = waiting(rule, over, dates);
            if dates.is_empty() {
                continue;
            }
            let same = |(other, found): &&mut (&Hold, Found<'_>)| {
                other.id == hold.id && (found.rule.advice, found.rule.days.value) == (rule.advice, rule.days.value)
            };
            match found.iter_mut().find(same) {
                Some((_, found)) => found.add(&treatment.name, dates),
                None => found.push((hold, Found { rule, names: vec![&treatment.name], dates, until })),
            }
        }
    }
    found.into_iter().map(|(hold, found)| found.remark(hold)).collect()
}

/// What a rule is about in an option.
struct Found<'a> {
    rule: &'a HoldRule,
    names: Vec<&'a Text>,
    /// The days of the sessions that it is about.
    dates: Vec<Date>,
    until: Option<Date>,
}

impl<'a> Found<'a> {
    fn add(&mut self, name: &'a Text, dates: Vec<Date>) {
        self.dates.extend(dates);
        if !self.names.contains(&name) {
            self.names.push(name);
        }
    }

    fn remark(mut self, hold: &Hold) -> ClinicalRemark {
        self.dates.sort_unstable();
        // Where nothing waits for a day, it is of no session in particular.
        let until = self.until.filter(|_| self.rule.advice == Advice::Wait);
        let first = self.dates.first().copied();
        let further = self.dates.iter().skip(1).filter(|_| until.is_some());
        ClinicalRemark::OnHold {
            names: self.names.into_iter().cloned().collect(),
            hold: hold.name.clone(),
            advice: self.rule.advice,
            wait: first.zip(until),
            days: self.rule.days.value,
            further: further.copied().collect(),
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

/// The sessions that a rule is about, and until when it asks to wait; none if it asks nothing of any of them.
fn waiting(
    rule: &HoldRule,
    over: Option<(Date, bool)>,
    sessions: impl Iterator<Item = Date>,
) -> (Vec<Date>, Option<Date>) {
    let Some((over, is_a_day)) = over else { return (sessions.collect(), None) };
    let days = rule.days.value;
    // What some ask for beyond what counts here is told as well.
    let longest = Wait::of_days(days.high.max(days.typical));
    let is_near = |date: &Date| *date < longest.after(over) && (!is_a_day || *date > longest.before(over));
    (sessions.filter(is_near).collect(), Some(Wait::of_days(days.typical).after(over)))
}
