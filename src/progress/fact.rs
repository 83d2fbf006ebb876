//! One thing that happened.

use crate::catalog::ConcernId;
use crate::document::{Draft, LineId, OptionId};
use crate::units::{Date, Grade, Money, Spread};

/// One thing that happened, or is fixed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A session of a line.
    Session {
        /// The line.
        line: LineId,
        /// The day.
        on: Date,
        /// What became of it.
        what: SessionFact,
    },
    /// A line was broken off: what was not had by then is not foreseen any more.
    Ended {
        /// The line.
        line: LineId,
        /// The day.
        on: Date,
    },
    /// An amount was paid or paid back that does not belong to the day of a session.
    Payment {
        /// For which option.
        option: OptionId,
        /// The day.
        on: Date,
        /// The amount in the plan's currency, tax and all; below zero if it was paid back.
        amount: Money,
        /// What it was for; may be empty.
        note: String,
    },
    /// The clinic graded the result.
    Graded {
        /// That of which option.
        option: OptionId,
        /// For which concern.
        concern: ConcernId,
        /// The day.
        on: Date,
        /// How much better it is than on the plan's first day.
        grade: Grade,
    },
}

/// What became of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionFact {
    /// It was had.
    Had {
        /// What was paid on its day for all that belongs to it, tax and all; none if that was what the plan says.
        paid: Option<Money>,
        /// What the plan said of that when it was noted: whatever it says later, that was paid. None if nobody knows.
        planned: Option<Spread<Money>>,
    },
    /// It was given up: it is not made up for.
    Skipped,
    /// It is booked for the day.
    Booked,
}

impl SessionFact {
    /// Of what is said of one day that which counts ranks highest.
    pub(super) fn rank(self) -> u8 {
        match self {
            Self::Booked => 0,
            Self::Skipped => 1,
            Self::Had { .. } => 2,
        }
    }
}

impl Fact {
    /// Whether another one says of a session what cannot be while this does: that it was given up and had, or that other sums were paid.
    /// That it was booked first may be, and that an amount is said only once.
    pub(super) fn contradicts(&self, other: &Self) -> bool {
        let (Self::Session { line, on, what }, Self::Session { line: of, on: day, what: other }) = (self, other) else {
            return false;
        };
        let cannot_be = match (what, other) {
            (SessionFact::Had { paid, .. }, SessionFact::Had { paid: other, .. }) => {
                paid.zip(*other).is_some_and(|(paid, other)| paid != other)
            }
            _ => what != other && ![what, other].contains(&&SessionFact::Booked),
        };
        (line, on) == (of, day) && cannot_be
    }

    /// Its day.
    pub fn on(&self) -> Date {
        match *self {
            Self::Session { on, .. } | Self::Ended { on, .. } | Self::Payment { on, .. } | Self::Graded { on, .. } => {
                on
            }
        }
    }

    /// The line it is of, if it is of one.
    pub fn line(&self) -> Option<LineId> {
        match *self {
            Self::Session { line, .. } | Self::Ended { line, .. } => Some(line),
            Self::Payment { .. } | Self::Graded { .. } => None,
        }
    }

    /// The option of a plan it is of; none if that or its line is not in the plan.
    pub fn option(&self, draft: &Draft) -> Option<OptionId> {
        let mut options = draft.options.iter();
        let found = match *self {
            Self::Session { line, .. } | Self::Ended { line, .. } => {
                options.find(|option| option.lines.iter().any(|other| other.id == line))
            }
            Self::Payment { option, .. } | Self::Graded { option, .. } => options.find(|other| other.id == option),
        };
        found.map(|option| option.id)
    }

    /// Whether it has happened, and is not only booked.
    pub fn is_past(&self) -> bool {
        !matches!(self, Self::Session { what: SessionFact::Booked, .. })
    }
}
