//! What happens to a plan, written down once and never changed: it is issued, answered, taken up again for a revision, or
//! the revision is given up. What really happened of the treatment stands there too, each fact by itself.
//!
//! A log is a set of events in the order of their time, then of desk and number. Two copies of a plan that each went on
//! are put together by [`Log::merge`], in whatever order and however often, and nothing is lost. What follows from it is
//! a [`Record`].

mod dossier;
mod due;

pub use dossier::{Dossier, IssueTerms};
pub use due::{Due, DueKind, Dues};

use crate::document::Serial;
use crate::progress::{Fact, Noted, Progress};
use crate::record::{DatedAnswer, Issued, Record, RecordError, Snapshot};
use jiff::civil::DateTime;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everything that happened to a plan, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    events: Vec<Event>,
}

/// Something that happened to a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When, on the clock of the desk; later than everything that was known there.
    pub at: DateTime,
    /// At which desk.
    pub desk: String,
    /// Its number, by which other events name it.
    pub number: Serial,
    /// What.
    pub what: EventKind,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum EventKind {
    /// The plan was handed out.
    Issued(Arc<Snapshot>),
    /// The client said something to an issue.
    Answered {
        /// The number of the event by which the plan was issued.
        issue: Serial,
        /// What was said, and on which day.
        said: DatedAnswer,
    },
    /// A revision of an issue was begun.
    RevisionBegun {
        /// The number of the event by which the plan was issued.
        issue: Serial,
    },
    /// The revision of an issue was given up.
    RevisionAbandoned {
        /// The number of the event by which the plan was issued.
        issue: Serial,
    },
    /// Something of the treatment really happened.
    Happened(Fact),
    /// What was written down of it was a mistake and counts no more.
    TakenBack {
        /// The number of the event by which it was written down.
        event: Serial,
    },
}

/// Who writes an event down, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The time on the clock of the desk.
    pub at: DateTime,
    /// The desk.
    pub desk: String,
    /// Random bits that tell the event's number from one that another desk gives at once.
    pub salt: u32,
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
        let known = self.events.last().map(|last| last.at.saturating_add(jiff::Span::new().milliseconds(1)));
        let at = known.map_or(by.at, |known| known.max(by.at));
        let last = self.events.iter().map(|event| event.number.number).max().unwrap_or_default();
        let number = Serial { number: last.saturating_add(1), salt: by.salt };
        self.events.push(Event { at, desk: by.desk.clone(), number, what });
    }

    /// Takes in what happened to another copy of the plan.
    pub fn merge(&mut self, other: &Self) {
        self.events.extend(other.events.iter().cloned());
        self.put_in_order();
    }

    fn put_in_order(&mut self) {
        self.events.sort_by(|one, other| one.key().cmp(&other.key()));
        self.events.dedup();
    }

    /// What follows from it.
    pub fn record(&self) -> Record {
        let issued = self.events.iter().filter_map(|event| match &event.what {
            EventKind::Issued(snapshot) => Some(Issued::new(event.number, Arc::clone(snapshot))),
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
        Record::of(issues, revising.unwrap_or_default())
    }

    /// What really happened of the treatment, without what was taken back.
    pub fn progress(&self) -> Progress {
        let taken_back = self.events.iter().filter_map(|event| match event.what {
            EventKind::TakenBack { event } => Some(event),
            _ => None,
        });
        let taken_back: BTreeSet<Serial> = taken_back.collect();
        let noted = self.events.iter().filter_map(|event| match &event.what {
            EventKind::Happened(fact) if !taken_back.contains(&event.number) => {
                Some(Noted { id: event.number, fact: fact.clone() })
            }
            _ => None,
        });
        Progress::of(noted.collect())
    }

    /// Whether all this can have happened.
    ///
    /// # Errors
    /// What no desk could have written down. Two desks that did not know of each other may have given one number twice.
    pub fn check(&self) -> Result<(), RecordError> {
        let record = self.record();
        let known = |issue| record.issues().iter().find(|issued| issued.id == issue).ok_or(RecordError::NothingIssued);
        let mut desks: BTreeMap<&str, Record> = BTreeMap::new();
        for event in &self.events {
            let own = desks.entry(&event.desk).or_default();
            match &event.what {
                EventKind::Issued(snapshot) => {
                    snapshot.check_frozen()?;
                    own.add(Issued::new(event.number, Arc::clone(snapshot)))?;
                }
                EventKind::Answered { issue, said } => known(*issue)?.snapshot.check(*said)?,
                EventKind::RevisionBegun { issue } | EventKind::RevisionAbandoned { issue } => drop(known(*issue)?),
                EventKind::Happened(_) | EventKind::TakenBack { .. } => {}
            }
        }
        Ok(())
    }
}

impl Event {
    fn key(&self) -> (DateTime, &str, Serial) {
        (self.at, &self.desk, self.number)
    }
}
