//! What an estimate came to, kept so that it says the same whatever becomes of catalogue and model.

use super::by_sessions::WithSessions;
use super::options::{Estimate, OptionEstimate};
use super::payment::Payment;
use super::phases::PhaseSpan;
use super::result::ResultFigures;
use crate::catalog::ConcernId;
use crate::document::{Draft, LineId, OptionDraft, OptionId};
use crate::ledger::{Entry, Item};
use crate::plan::{ClinicalRemark, Remark, RemarkKind};
use crate::schedule::{Displaced, Session, Why};
use crate::units::Day;

/// The dates, the money and the results of an estimate, as they were printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// The options in the order of the document, and doing nothing.
    pub options: Vec<OptionFigures>,
}

/// What one option, or doing nothing, came to.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionFigures {
    /// Which option; none for doing nothing.
    pub option: Option<OptionId>,
    /// Its dated sessions, in order of day.
    pub sessions: Vec<Session>,
    /// The lines whose fade-triggered upkeep stopped because it came to nothing, each with the day of its last session.
    pub stopped: Vec<(LineId, Day)>,
    /// Those that were not on the day on which they were due.
    pub displaced: Vec<Displaced>,
    /// Its money, in order of day. Every sum that is printed is one of these.
    pub entries: Vec<Entry>,
    /// How its initial course may be paid.
    pub payment: Option<Payment>,
    /// Visits to the clinic.
    pub visits: u32,
    /// Days one would rather not be seen, least and most.
    pub downtime_days: (u32, u32),
    /// Healing, building, peak, plateau and fading.
    pub phases: Vec<PhaseSpan>,
    /// What it came to with fewer or more sessions than is typical.
    pub by_sessions: Vec<WithSessions>,
    /// Its result; none for a concern that gets no projection.
    pub result: Option<ResultFigures>,
    /// What it came to for each of the plan's further concerns.
    pub further: Vec<FurtherFigures>,
    /// What a clinician was to decide of it by the rules of then; none where that was not kept.
    pub of_rules: Option<Vec<ClinicalRemark>>,
}

/// What an option came to for a further concern.
#[derive(Clone, Debug, PartialEq)]
pub struct FurtherFigures {
    /// Which it is.
    pub concern: ConcernId,
    /// Healing, building, peak, plateau and fading.
    pub phases: Vec<PhaseSpan>,
    /// Its result; none for a concern that gets no projection.
    pub result: Option<ResultFigures>,
    /// What it came to with fewer or more sessions than is typical.
    pub by_sessions: Vec<WithSessions>,
}

impl Figures {
    /// Those of an estimate.
    pub fn of(estimate: &Estimate) -> Self {
        let bounds = &estimate.year_bounds;
        Self { options: estimate.options.iter().map(|option| OptionFigures::of(option, bounds)).collect() }
    }

    /// The same with what the options came to for a further concern, as it was worked out with that one as the first.
    #[must_use]
    pub fn with_further(mut self, concern: &ConcernId, estimate: &Estimate) -> Self {
        for (of, option) in Self::of(estimate).options.into_iter().zip(&mut self.options) {
            let OptionFigures { phases, result, by_sessions, .. } = of;
            option.further.push(FurtherFigures { concern: concern.clone(), phases, result, by_sessions });
        }
        self
    }

    /// The same as those of the plan with one of its further concerns as the first.
    #[must_use]
    pub fn seen_for(&self, concern: &ConcernId) -> Self {
        let seen = |option: &OptionFigures| {
            let kept = option.further.iter().find(|further| further.concern == *concern).cloned();
            let of_kept = |kept: FurtherFigures| (kept.phases, kept.result, kept.by_sessions);
            let (phases, result, by_sessions) = kept.map(of_kept).unwrap_or_default();
            OptionFigures { phases, result, by_sessions, further: Vec::new(), ..option.clone() }
        };
        Self { options: self.options.iter().map(seen).collect() }
    }

    /// Those of an option; of doing nothing for none.
    pub fn option(&self, id: Option<OptionId>) -> Option<&OptionFigures> {
        self.options.iter().find(|one| one.option == id)
    }

    /// Whether a plan can have come to these: each option that is shown has its own, which name only what is in it.
    pub fn are_of(&self, draft: &Draft) -> bool {
        let end = draft.start.saturating_add(jiff::Span::new().years(i64::from(draft.horizon_years)));
        let horizon = (end - draft.start).get_days();
        let is_known = |one: &Displaced| !matches!(one.why, Why::TimeOff(at) if at >= draft.time_off.len());
        let fit = |id, lines: &OptionDraft| {
            self.option(id).is_some_and(|one| one.are_of(lines, horizon) && one.displaced.iter().all(is_known))
        };
        let is_empty = |one: &OptionFigures| one.sessions.is_empty() && one.entries.is_empty();
        draft.shown().all(|option| fit(Some(option.id), option)) && self.option(None).is_some_and(is_empty)
    }
}

fn of_rules(remark: &Remark) -> Option<ClinicalRemark> {
    match &remark.kind {
        RemarkKind::Clinical(clinical) => Some(clinical.clone()).filter(ClinicalRemark::is_of_rules),
        _ => None,
    }
}

impl OptionFigures {
    fn of(option: &OptionEstimate, bounds: &[Day]) -> Self {
        Self {
            option: option.id,
            sessions: option.schedule.sessions.clone(),
            stopped: option.schedule.stopped.clone(),
            displaced: option.schedule.displaced.clone(),
            entries: option.ledger.entries.clone(),
            payment: option.payment,
            visits: option.visits,
            downtime_days: option.downtime_days,
            phases: option.phases.clone(),
            by_sessions: option.by_sessions.clone(),
            result: option.projection.as_ref().map(|projection| projection.figures(bounds)),
            further: Vec::new(),
            of_rules: Some(option.remarks.iter().filter_map(of_rules).collect()),
        }
    }

    fn are_of(&self, option: &OptionDraft, horizon: Day) -> bool {
        let line = |id: LineId| option.lines.iter().find(|line| line.id == id);
        let is_in = |item: &Item| match *item {
            Item::Consultation | Item::Membership { .. } | Item::Payment { .. } => true,
            Item::Session { line: id, .. }
            | Item::Included { line: id, .. }
            | Item::Package { line: id, add_on: None, .. }
            | Item::Device { line: id, .. } => line(id).is_some(),
            Item::AddOn { line: id, add_on, .. } | Item::Package { line: id, add_on: Some(add_on), .. } => {
                line(id).is_some_and(|line| line.add_ons.iter().any(|extra| extra.id == add_on))
            }
        };
        let sessions = self.sessions.iter().map(|session| session.day);
        let entries = self.entries.iter().map(|entry| entry.day);
        let are_within = |day: Day| (0..horizon).contains(&day);
        self.sessions.iter().all(|session| line(session.line).is_some())
            && self.stopped.iter().all(|(stopped, day)| line(*stopped).is_some() && are_within(*day))
            && self.displaced.iter().all(|one| line(one.line).is_some() && are_within(one.due))
            && self.entries.iter().all(|entry| is_in(&entry.item))
            && (sessions.clone().is_sorted() && sessions.clone().all(are_within))
            && (entries.clone().is_sorted() && entries.clone().all(are_within))
    }
}
