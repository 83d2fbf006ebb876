//! What goes into a calendar.

use crate::document::Mark;
use crate::record::Record;
use crate::report::PlanResults;
use jiff::Timestamp;

/// What a calendar is made of.
#[derive(Clone, Copy, Debug)]
pub struct Calendar<'a> {
    /// The plan, worked out.
    pub plan: PlanResults<'a>,
    /// The option whose sessions it holds.
    pub option: Mark,
    /// What was issued of it: sessions that were told of and are no more are cancelled.
    pub record: &'a Record,
    /// What else it holds.
    pub contents: Contents,
    /// When it is made.
    pub made: Timestamp,
}

/// What a calendar holds besides sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contents {
    /// How the clinic refers to the client.
    pub reference: bool,
    /// How long marks may show after a session, and what to do and to avoid.
    pub aftercare: bool,
}

impl Default for Contents {
    fn default() -> Self {
        Self { reference: true, aftercare: true }
    }
}
