//! Why a plan cannot be issued, answered or revised.

use crate::document::limits;
use crate::locale::tr;
use crate::units::Date;

/// Why a plan cannot be issued, answered or revised, in one sentence with the remedy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// No number was given.
    #[error("{}", tr!("the issue has no number; type one"))]
    NoNumber,
    /// The number cannot be printed.
    #[error(
        "{}",
        tr!(
            "the number is longer than {most} characters or holds a control character; type a shorter one",
            most = limits::NUMBER
        )
    )]
    BadNumber,
    /// An earlier issue has this number.
    #[error("{}", tr!("the number \"{number}\" is in the plan's record already; type another one", number = .0))]
    NumberTaken(String),
    /// It would not hold on the day it is issued.
    #[error(
        "{}",
        tr!("an issue of {on} cannot be valid until {valid_until}; choose that day or a later one", on, valid_until)
    )]
    ValidTooShort {
        /// The day of issue.
        on: Date,
        /// The last day on which it would hold.
        valid_until: Date,
    },
    /// It would hold for too long.
    #[error(
        "{}",
        tr!(
            "an issue of {on} that is valid until {valid_until} holds for more than {most} days; choose an earlier day",
            on,
            valid_until,
            most = limits::VALID_DAYS
        )
    )]
    ValidTooLong {
        /// The day of issue.
        on: Date,
        /// The last day on which it would hold.
        valid_until: Date,
    },
    /// A day far from anybody's life.
    #[error(
        "{}",
        tr!(
            "{day} is outside the years {first} to {last}; choose another day",
            day = .0,
            first = limits::YEARS.start(),
            last = limits::YEARS.end()
        )
    )]
    BadDate(Date),
    /// The client could not decide on that day.
    #[error(
        "{}",
        tr!(
            "nobody can decide on {day} about an issue of {on} that is valid until {valid_until}; choose a day between",
            day,
            on,
            valid_until
        )
    )]
    CannotDecide {
        /// The first day on which the client is asked to decide.
        day: Date,
        /// The day of issue.
        on: Date,
        /// The last day on which it would hold.
        valid_until: Date,
    },
    /// A date of birth that lies ahead.
    #[error("{}", tr!("a client born on {born} is not born on {on}, the day of issue; mend the date", born, on))]
    NotBorn {
        /// The date of birth.
        born: Date,
        /// The day of issue.
        on: Date,
    },
    /// It would be issued before the issue it supersedes.
    #[error(
        "{}",
        tr!("the issue before was issued on {before}; choose that day or a later one instead of {on}", before, on)
    )]
    BeforeLast {
        /// The day of issue.
        on: Date,
        /// The day on which the issue before it was issued.
        before: Date,
    },
    /// The record is full.
    #[error("{}", tr!("a plan is issued at most {most} times; go on with a new plan", most = limits::ISSUES))]
    TooManyIssues,
    /// The plan is issued already.
    #[error("{}", tr!("the plan is issued already, as \"{number}\"; revise it first", number = .0))]
    AlreadyIssued(String),
    /// The plan has problems.
    #[error("{}", tr!("the plan is not valid; mend it first"))]
    Invalid,
    /// Nothing was issued yet.
    #[error("{}", tr!("the plan has not been issued yet; issue it first"))]
    NothingIssued,
    /// No issue has this number.
    #[error("{}", tr!("the plan's record has no issue \"{number}\"; the record lists those there are", number = .0))]
    Unknown(String),
    /// The client answered before being asked.
    #[error(
        "{}",
        tr!("an answer on {on} is before the day of issue, {issued}; choose that day or a later one", on, issued)
    )]
    AnswerTooEarly {
        /// The day of the answer.
        on: Date,
        /// The day of issue.
        issued: Date,
    },
    /// The client has not answered yet.
    #[error("{}", tr!("an answer on {on} lies ahead of today; choose today or an earlier day", on = .0))]
    AnswerAhead(Date),
    /// What was accepted was not offered.
    #[error(
        "{}",
        tr!("there is no option {option} in \"{number}\"; choose one that it offers", option, number)
    )]
    NoSuchOption {
        /// The letter of the option.
        option: char,
        /// The number of the issue.
        number: String,
    },
    /// Somebody has changed their mind too often.
    #[error(
        "{}",
        tr!("an issue has at most {most} answers; revise the plan and issue it again", most = limits::ANSWERS)
    )]
    TooManyAnswers,
    /// The plan is not what was issued, though it is not being revised.
    #[error(
        "{}",
        tr!(
            "the plan is issued as \"{number}\" but differs from what was issued; take the change back, and revise the \
             plan to change it",
            number = .0
        )
    )]
    Differs(String),
    /// The frozen dates and figures of an issue are not those of its plan.
    #[error(
        "{}",
        tr!(
            "the dates and figures of \"{number}\" are not those of its plan; take the file as it was before it was changed",
            number = .0
        )
    )]
    FiguresDiffer(String),
}
