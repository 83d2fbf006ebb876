//! Why a plan cannot be issued, answered or revised.

use crate::units::Date;

/// Why a plan cannot be issued, answered or revised, with the values that a sentence on it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// No number was given.
    NoNumber,
    /// The number cannot be printed.
    BadNumber,
    /// An earlier issue has this number.
    NumberTaken(String),
    /// It would not hold on the day it is issued.
    ValidTooShort {
        /// The day of issue.
        on: Date,
        /// The last day on which it would hold.
        valid_until: Date,
    },
    /// It would hold for too long.
    ValidTooLong {
        /// The day of issue.
        on: Date,
        /// The last day on which it would hold.
        valid_until: Date,
    },
    /// A day far from anybody's life.
    BadDate(Date),
    /// The client could not decide on that day.
    CannotDecide {
        /// The first day on which the client is asked to decide.
        day: Date,
        /// The day of issue.
        on: Date,
        /// The last day on which it would hold.
        valid_until: Date,
    },
    /// A date of birth that lies ahead.
    NotBorn {
        /// The date of birth.
        born: Date,
        /// The day of issue.
        on: Date,
    },
    /// It would be issued before the issue it supersedes.
    BeforeLast {
        /// The day of issue.
        on: Date,
        /// The day on which the issue before it was issued.
        before: Date,
    },
    /// The record is full.
    TooManyIssues,
    /// The plan is issued already.
    AlreadyIssued(String),
    /// The plan has problems.
    Invalid,
    /// Nothing was issued yet.
    NothingIssued,
    /// No issue has this number.
    Unknown(String),
    /// The client answered before being asked.
    AnswerTooEarly {
        /// The day of the answer.
        on: Date,
        /// The day of issue.
        issued: Date,
    },
    /// The client has not answered yet.
    AnswerAhead(Date),
    /// What was accepted was not offered.
    NoSuchOption {
        /// The letter of the option.
        option: char,
        /// The number of the issue.
        number: String,
    },
    /// Somebody has changed their mind too often.
    TooManyAnswers,
    /// The plan is not what was issued, though it is not being revised.
    Differs(String),
    /// The frozen dates and figures of an issue are not those of its plan.
    FiguresDiffer(String),
}
