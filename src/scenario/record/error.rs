//! Why a plan cannot be issued, answered or revised.

use super::super::limits;
use crate::units::Date;

/// Why a plan cannot be issued, answered or revised, in one sentence with the remedy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// No number was given.
    #[error("the issue has no number; type one")]
    NoNumber,
    /// The number cannot be printed.
    #[error("the number is longer than {} characters or holds a control character; type a shorter one", limits::NUMBER)]
    BadNumber,
    /// An earlier issue has this number.
    #[error("the number \"{0}\" is in the plan's record already; type another one")]
    NumberTaken(String),
    /// It would not hold on the day it is issued.
    #[error("an issue of {on} cannot be valid until {valid_until}; choose that day or a later one")]
    ValidTooShort {
        /// The day of issue.
        on: Date,
        /// The last day on which it would hold.
        valid_until: Date,
    },
    /// It would hold for too long.
    #[error(
        "an issue of {on} that is valid until {valid_until} holds for more than {} days; choose an earlier day",
        limits::VALID_DAYS
    )]
    ValidTooLong {
        /// The day of issue.
        on: Date,
        /// The last day on which it would hold.
        valid_until: Date,
    },
    /// A day far from anybody's life.
    #[error("{day} is outside the years {first} to {last}; choose another day", day = .0, first = limits::YEARS.start(), last = limits::YEARS.end())]
    BadDate(Date),
    /// It would be issued before the issue it supersedes.
    #[error("the issue before was issued on {before}; choose that day or a later one instead of {on}")]
    BeforeLast {
        /// The day of issue.
        on: Date,
        /// The day on which the issue before it was issued.
        before: Date,
    },
    /// The record is full.
    #[error("a plan is issued at most {} times; go on with a new plan", limits::ISSUES)]
    TooManyIssues,
    /// The plan is issued already.
    #[error("the plan is issued already, as \"{0}\"; revise it first")]
    AlreadyIssued(String),
    /// The plan has problems.
    #[error("the plan is not valid; mend it first")]
    Invalid,
    /// Nothing was issued yet.
    #[error("the plan has not been issued yet; issue it first")]
    NothingIssued,
    /// No issue has this number.
    #[error("the plan's record has no issue \"{0}\"; the record lists those there are")]
    Unknown(String),
    /// The client answered before being asked.
    #[error("an answer on {on} is before the day of issue, {issued}; choose that day or a later one")]
    AnswerTooEarly {
        /// The day of the answer.
        on: Date,
        /// The day of issue.
        issued: Date,
    },
    /// The client has not answered yet.
    #[error("an answer on {0} lies ahead of today; choose today or an earlier day")]
    AnswerAhead(Date),
    /// Somebody has changed their mind too often.
    #[error("an issue has at most {} answers; revise the plan and issue it again", limits::ANSWERS)]
    TooManyAnswers,
    /// The plan is not what was issued, though it is not being revised.
    #[error(
        "the plan is issued as \"{0}\" but differs from what was issued; write \"revising: true\" to go on with a revision"
    )]
    Differs(String),
}
