//! What happens to a plan, written down once and never changed: it is issued, answered, taken up again for a revision, or
//! the revision is given up. What really happened of the treatment stands there too, each fact by itself.
//!
//! A log is a set of events in the order of their time, then of desk and number. Two copies of a plan that each went on
//! are put together by [`Log::merge`], in whatever order and however often, and nothing is lost. What follows from it is
//! a [`Record`].
//!
//! Each event names those it was written behind by their seals, as the commits of a version control system do, so that one which
//! was changed or taken out from outside is missed by those that came after it.

mod acknowledged;
mod dossier;
mod due;
mod event;
mod moment;
mod taken_back;

pub use dossier::{Dossier, IssueTerms};
pub use due::{Due, DueKind, Dues};
pub use event::{Author, Event, EventKind, Signature};
pub use moment::Moment;

use crate::document::Serial;
use crate::progress::{Noted, Progress};
use crate::record::{Issued, Record, RecordError, Seal};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Everything that happened to a plan, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    events: Vec<Event>,
}

impl Log {
    /// These events in their order, each once.
    pub fn of(events: Vec<Event>) -> Self {
        let mut log = Self { events };
        log.put_in_order();
        log
    }

    /// What happened, the earliest first.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Writes down what happened just now. A clock that is behind what is known already is put forward.
    pub fn append(&mut self, by: &Author, what: EventKind) {
        let at = self.events.last().map_or(by.at, |known| by.at.later_than(known.at));
        let last = self.events.iter().map(|event| event.number.number).max().unwrap_or_default();
        let number = Serial { number: last.saturating_add(1), salt: by.salt };
        let (desk, before) = (by.desk.clone(), self.ends());
        let mut event = Event { at, desk, number, by: by.signature.clone(), before, what, seal: Seal::default() };
        event.seal = (by.seal)(&event);
        self.events.push(event);
    }

    /// The seals of what nothing has been written behind yet: of the last event, or where several desks went on, of the last one of
    /// each.
    fn ends(&self) -> Vec<Seal> {
        let named: BTreeSet<Seal> = self.events.iter().flat_map(|event| event.before.iter().copied()).collect();
        self.events.iter().map(|event| event.seal).filter(|seal| !named.contains(seal)).collect()
    }

    /// The events that were written behind one which is not there as it was: it was changed or taken out from outside. The last
    /// event of a desk is missed by none; its seal may be printed on a sheet.
    pub fn torn(&self) -> Vec<&Event> {
        let known: BTreeSet<Seal> = self.events.iter().map(|event| event.seal).collect();
        self.events.iter().filter(|event| event.before.iter().any(|seal| !known.contains(seal))).collect()
    }

    /// The seals of what made the plan one that is issued, answered or revised.
    pub fn issuing(&self) -> impl Iterator<Item = Seal> {
        let is_of_issue = |event: &&Event| {
            !matches!(event.what, EventKind::Happened(_) | EventKind::Acknowledged(_) | EventKind::TakenBack { .. })
        };
        self.events.iter().filter(is_of_issue).map(|event| event.seal)
    }

    /// Takes in what happened to another copy of the plan.
    pub fn merge(&mut self, other: &Self) {
        self.events.extend(other.events.iter().cloned());
        self.put_in_order();
    }

    /// Puts events in order, each once. Of two that claim to be the same one, that stands by which others were written; else whichever
    /// every desk takes.
    fn put_in_order(&mut self) {
        let named: BTreeSet<Seal> = self.events.iter().flat_map(|event| event.before.iter().copied()).collect();
        let claim = |event: &Event| (event.desk.clone(), event.number);
        self.events.sort_by_cached_key(|event| (claim(event), !named.contains(&event.seal), event.seal));
        self.events.dedup_by(|one, other| claim(one) == claim(other));
        self.events.sort_by(|one, other| one.key().cmp(&other.key()));
    }

    /// What follows from it.
    pub fn record(&self) -> Record {
        let is_of_clinician = |event: &Event| matches!(event.what, EventKind::Acknowledged(_));
        let has_any = self.events.iter().any(is_of_clinician);
        let issued = self.events.iter().enumerate().filter_map(|(at, event)| match &event.what {
            EventKind::Issued(snapshot) => {
                let known = if has_any { self.known_at(at) } else { Vec::new() };
                let acknowledged = acknowledged::standing(&known);
                Some(Issued { acknowledged, ..Issued::new(event.number, event.seal, Arc::clone(snapshot)) })
            }
            _ => None,
        });
        let mut issues: Vec<Issued> = issued.collect();
        for event in &self.events {
            if let EventKind::Answered { issue, said } = event.what
                && let Some(issued) = issues.iter_mut().find(|issued| issued.id == issue)
            {
                issued.answers.push(said);
            }
        }
        let last = issues.last().map(|last| last.id);
        // Whatever was said last of the last issue; what was said of those before is past.
        let revising = self.events.iter().rev().find_map(|event| match event.what {
            EventKind::RevisionBegun { issue } => (Some(issue) == last).then_some(true),
            EventKind::RevisionAbandoned { issue } => (Some(issue) == last).then_some(false),
            _ => None,
        });
        let events: Vec<&Event> = self.events.iter().collect();
        Record::of(issues, revising.unwrap_or_default()).acknowledging(acknowledged::standing(&events))
    }

    /// What really happened of the treatment, without what was taken back.
    pub fn progress(&self) -> Progress {
        let taken_back = taken_back::taken_back(self.events.iter());
        let noted = self.events.iter().filter_map(|event| match &event.what {
            EventKind::Happened(fact) if !taken_back.contains(&event.number) => {
                Some(Noted { id: event.number, fact: fact.clone() })
            }
            _ => None,
        });
        Progress::of(noted.collect())
    }

    /// Whether an event is one of what happened, of acknowledging or of taking back, and still counts.
    pub fn can_be_taken_back(&self, event: Serial) -> bool {
        let is_one = |known: &Event| {
            let what = &known.what;
            known.number == event
                && matches!(what, EventKind::Happened(_) | EventKind::Acknowledged(_) | EventKind::TakenBack { .. })
        };
        self.events.iter().any(is_one) && !taken_back::taken_back(self.events.iter()).contains(&event)
    }

    /// Whether all this can have happened.
    ///
    /// # Errors
    /// What nobody could have written down. Two who did not know of each other may have given one number twice.
    pub fn check(&self) -> Result<(), RecordError> {
        let record = self.record();
        let known = |issue| record.issues().iter().find(|issued| issued.id == issue).ok_or(RecordError::NothingIssued);
        for (at, event) in self.events.iter().enumerate() {
            match &event.what {
                EventKind::Issued(snapshot) => {
                    snapshot.check_frozen()?;
                    self.issued_before(at).check(&snapshot.number, snapshot.on, snapshot.valid_until)?;
                }
                EventKind::Answered { issue, said } => known(*issue)?.snapshot.check(*said)?,
                EventKind::RevisionBegun { issue } | EventKind::RevisionAbandoned { issue } => drop(known(*issue)?),
                EventKind::Happened(_) | EventKind::Acknowledged(_) | EventKind::TakenBack { .. } => {}
            }
        }
        Ok(())
    }

    /// What had been issued as far as whoever wrote an event could know.
    fn issued_before(&self, at: usize) -> Record {
        let issued = self.known_at(at).into_iter().filter_map(|event| match &event.what {
            EventKind::Issued(snapshot) => Some(Issued::new(event.number, event.seal, Arc::clone(snapshot))),
            _ => None,
        });
        Record::of(issued.collect(), false)
    }

    /// What whoever wrote an event could know, in order: what it was written behind, or where that was not kept, what its desk had
    /// written before.
    fn known_at(&self, at: usize) -> Vec<&Event> {
        let event = &self.events[at];
        let mut behind: BTreeSet<Seal> = event.before.iter().copied().collect();
        let mut known = Vec::new();
        for earlier in self.events[..at].iter().rev() {
            let is_known = behind.contains(&earlier.seal)
                || (event.by.is_none() && event.before.is_empty() && earlier.desk == event.desk);
            if is_known {
                behind.extend(earlier.before.iter().copied());
                known.push(earlier);
            }
        }
        known.reverse();
        known
    }
}
