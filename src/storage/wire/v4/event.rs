//! What happened to the plan.

use super::issue::Issue;
use super::key::Key;
use super::matter::Matter;
use super::values::Minor;
use crate::document::{PlanId, limits};
use crate::locale::tr;
use crate::log;
use crate::progress;
use crate::record::Seal;
use crate::storage::wire::answer::StoredAnswer;
use crate::storage::wire::bounded::{Day, Id, Text, Whole};
use crate::storage::wire::stored::{Stored, stored};
use crate::units;
use jiff::fmt::temporal::Pieces;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::Arc;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Event {
    pub(super) at: Moment,
    pub(super) desk: Text<40>,
    pub(super) number: Key,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) by: Option<Signature>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) before: Vec<StoredSeal>,
    pub(super) what: EventKind,
}

stored! {
    struct Signature = log::Signature {
        person: Text<40>,
        desk: Text<40>,
        program: Text<40>,
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum EventKind {
    Issued(Box<Issue>),
    Answered { issue: Key, said: StoredAnswer },
    RevisionBegun { issue: Key },
    RevisionAbandoned { issue: Key },
    Happened(Fact),
    Acknowledged(Matter),
    TakenBack { event: Key },
}

stored! {
    enum Fact = progress::Fact {
        Session { line: Key, on: Day, what: Became },
        Ended { line: Key, on: Day },
        Payment { option: Key, on: Day, amount: Minor, note: Text<{ limits::NAME }> },
        Graded { option: Key, concern: Id, on: Day, grade: Grade },
    }

    enum Grade = units::Grade {
        Percent(percent: Whole<0, 100>),
        Quartile(step: Whole<0, 4>),
    }

    enum Became = progress::SessionFact {
        Had {
            #[serde(default, skip_serializing_if = "Option::is_none")]
            paid: Option<Minor>,
            #[serde(default, skip_serializing_if = "Option::is_none")]
            planned: Option<(Minor, Minor, Minor)>
        },
        Skipped,
        Booked,
    }
}

/// 64 hexadecimal digits.
pub(super) struct StoredSeal(Seal);

impl Serialize for StoredSeal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for StoredSeal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong = |_| D::Error::custom(tr!("\"{text}\" is no seal of an entry; it has 64 digits from 0 to f", text));
        text.parse().map(Self).map_err(wrong)
    }
}

/// A day and a time on the clock of a desk: `"2027-03-15T09:30:00+01:00"`, or without what is behind the time.
#[derive(Clone, Copy)]
pub(super) struct Moment(pub(super) log::Moment);

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong = || D::Error::custom(tr!("\"{text}\" is no day with a time; write 2027-03-15T09:30:00+01:00", text));
        let pieces = Pieces::parse(&text).map_err(|_| wrong())?;
        let local = pieces.time().map(|time| pieces.date().to_datetime(time)).ok_or_else(wrong)?;
        Ok(Self(log::Moment { local, offset: pieces.to_numeric_offset() }))
    }
}

impl Event {
    /// As of the plan with this id.
    pub(super) fn event(self, id: PlanId) -> log::Event {
        let what = match self.what {
            EventKind::Issued(issue) => log::EventKind::Issued(Arc::new(issue.snapshot(id))),
            EventKind::Answered { issue, said } => log::EventKind::Answered { issue: issue.0, said: said.0 },
            EventKind::RevisionBegun { issue } => log::EventKind::RevisionBegun { issue: issue.0 },
            EventKind::RevisionAbandoned { issue } => log::EventKind::RevisionAbandoned { issue: issue.0 },
            EventKind::Happened(fact) => log::EventKind::Happened(fact.value()),
            EventKind::Acknowledged(matter) => log::EventKind::Acknowledged(matter.value()),
            EventKind::TakenBack { event } => log::EventKind::TakenBack { event: event.0 },
        };
        let (by, before) = (self.by.map(Stored::value), self.before.into_iter().map(|seal| seal.0).collect());
        let (at, desk, number) = (self.at.0, self.desk.0, self.number.0);
        let mut event = log::Event { at, desk, number, by, before, what, seal: Seal::default() };
        event.seal = seal(&event);
        event
    }
}

impl From<&log::Event> for Event {
    fn from(event: &log::Event) -> Self {
        let what = match &event.what {
            log::EventKind::Issued(snapshot) => EventKind::Issued(Box::new((&**snapshot).into())),
            log::EventKind::Answered { issue, said } => {
                EventKind::Answered { issue: Key(*issue), said: StoredAnswer(*said) }
            }
            log::EventKind::RevisionBegun { issue } => EventKind::RevisionBegun { issue: Key(*issue) },
            log::EventKind::RevisionAbandoned { issue } => EventKind::RevisionAbandoned { issue: Key(*issue) },
            log::EventKind::Happened(fact) => EventKind::Happened(Fact::of(fact)),
            log::EventKind::Acknowledged(matter) => EventKind::Acknowledged(Matter::of(matter)),
            log::EventKind::TakenBack { event } => EventKind::TakenBack { event: Key(*event) },
        };
        let (by, before) = (event.by.as_ref().map(Signature::of), event.before.iter().copied().map(StoredSeal));
        let (at, desk, number) = (Moment(event.at), Text(event.desk.clone()), Key(event.number));
        Self { at, desk, number, by, before: before.collect(), what }
    }
}

/// The seal of an event: that of its text in a file, on one line.
pub(in crate::storage) fn seal(event: &log::Event) -> Seal {
    // Serialising plain data into memory has no way to fail.
    Seal::of(ron::to_string(&Event::from(event)).unwrap_or_default().as_bytes())
}
