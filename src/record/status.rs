//! What became of an issue, as of a day.

use super::{Answer, DatedAnswer, Issued, Record};
use crate::document::Mark;
use crate::units::Date;

/// What became of an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Handed out, and no answer yet.
    Issued,
    /// The client said yes. It does not expire.
    Accepted {
        /// When.
        on: Date,
        /// To which option, if it was said.
        option: Option<Mark>,
    },
    /// The client said no.
    Declined {
        /// When.
        on: Date,
    },
    /// No answer came in time.
    Expired {
        /// The last day on which it held.
        on: Date,
    },
    /// A later issue has taken its place.
    Superseded(Succession),
}

/// What took the place of an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    /// When.
    pub on: Date,
    /// The number of the later issue.
    pub by: String,
}

impl Status {
    /// As files and tables name it.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Accepted { .. } => "accepted",
            Self::Declined { .. } => "declined",
            Self::Expired { .. } => "expired",
            Self::Superseded(_) => "superseded",
        }
    }
}

impl Record {
    /// What became of the issue at a position, as of a day; none if there is no such issue.
    pub fn status(&self, at: usize, today: Date) -> Option<Status> {
        let issued = self.issues.get(at)?;
        Some(self.issues.get(at + 1).map_or_else(|| issued.status(today), |next| Status::Superseded(next.into())))
    }

    /// What became of the last issue, as of a day; none if nothing was issued.
    pub fn last_status(&self, today: Date) -> Option<Status> {
        self.status(self.issues.len().checked_sub(1)?, today)
    }

    /// The number that the issue at a position supersedes.
    pub fn supersedes(&self, at: usize) -> Option<&str> {
        Some(self.issues.get(at.checked_sub(1)?)?.snapshot.number.as_str())
    }
}

impl From<&Issued> for Succession {
    fn from(next: &Issued) -> Self {
        Self { on: next.snapshot.on, by: next.snapshot.number.clone() }
    }
}

impl Issued {
    /// What became of it as long as nothing has taken its place.
    fn status(&self, today: Date) -> Status {
        match self.answer() {
            Some(DatedAnswer { answer: Answer::Accepted(option), on }) => Status::Accepted { on, option },
            Some(given) => Status::Declined { on: given.on },
            None if self.snapshot.valid_until < today => Status::Expired { on: self.snapshot.valid_until },
            None => Status::Issued,
        }
    }
}
