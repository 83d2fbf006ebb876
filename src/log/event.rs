//! Something that happened to a plan, and who wrote it down.

use super::Moment;
use crate::document::Serial;
use crate::progress::Fact;
use crate::record::{DatedAnswer, Matter, Seal, Snapshot};
use jiff::civil::DateTime;
use std::sync::Arc;

/// Something that happened to a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When, on the clock of the desk; later than everything that was known there.
    pub at: Moment,
    /// At which desk.
    pub desk: String,
    /// Its number, by which other events name it.
    pub number: Serial,
    /// Who wrote it down; none where that was not kept.
    pub by: Option<Signature>,
    /// The seals of those it was written behind; none for the first one, and where that was not kept.
    pub before: Vec<Seal>,
    /// What.
    pub what: EventKind,
    /// That of all of the above.
    pub seal: Seal,
}

/// Who wrote something down, and with what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// The initials of the person. May be empty.
    pub person: String,
    /// What the desk is called, such as `front`. May be empty.
    pub desk: String,
    /// The program's version.
    pub program: String,
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
    /// A clinician has seen and decided something.
    Acknowledged(Matter),
    /// What happened, or was acknowledged, was written down by mistake and counts no more.
    TakenBack {
        /// The number of the event by which it was written down.
        event: Serial,
    },
}

impl EventKind {
    /// As files and documents name it.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Issued(_) => "issued",
            Self::Answered { .. } => "answered",
            Self::RevisionBegun { .. } => "revision-begun",
            Self::RevisionAbandoned { .. } => "revision-abandoned",
            Self::Happened(Fact::Session { .. }) => "session",
            Self::Happened(Fact::Ended { .. }) => "broken-off",
            Self::Happened(Fact::Payment { .. }) => "payment",
            Self::Happened(Fact::Graded { .. }) => "graded",
            Self::Acknowledged(_) => "acknowledged",
            Self::TakenBack { .. } => "taken-back",
        }
    }
}

/// Who writes an event down, and when.
#[derive(Clone, Debug)]
pub struct Author {
    /// The time on the clock of the desk.
    pub at: Moment,
    /// The desk.
    pub desk: String,
    /// Random bits that tell the event's number from one that another desk gives at once.
    pub salt: u32,
    /// Who it is, if that is kept.
    pub signature: Option<Signature>,
    /// What an event is sealed with: how it is put into bytes is the business of the file that keeps it.
    pub seal: fn(&Event) -> Seal,
}

impl Author {
    /// The same who signs.
    #[must_use]
    pub fn signed(self, signature: Signature) -> Self {
        Self { signature: Some(signature), ..self }
    }
}

impl Event {
    /// What it is put in order by.
    pub(super) fn key(&self) -> (DateTime, &str, Serial) {
        (self.at.utc(), &self.desk, self.number)
    }
}
