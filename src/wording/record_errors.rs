//! Why a plan cannot be issued, answered or revised, and what to do about it.

use crate::document::limits;
use crate::locale::{tr, trn};
use crate::record::RecordError;

/// One sentence with the remedy.
pub fn record_error(error: &RecordError) -> String {
    match error {
        RecordError::NoNumber => tr!("the issue has no number; type one").to_owned(),
        RecordError::BadNumber => trn!(
            limits::NUMBER as u64,
            "the number is longer than {most} character or holds a control character; type a shorter one",
            "the number is longer than {most} characters or holds a control character; type a shorter one",
            most = limits::NUMBER
        ),
        RecordError::NumberTaken(value) => {
            tr!("the number \"{number}\" is in the plan's record already; type another one", number = value)
        }
        RecordError::ValidTooShort { on, valid_until } => {
            tr!("an issue of {on} cannot be valid until {valid_until}; choose that day or a later one", on, valid_until)
        }
        RecordError::ValidTooLong { on, valid_until } => trn!(
            limits::VALID_DAYS.unsigned_abs(),
            "an issue of {on} that is valid until {valid_until} holds for more than {most} day; choose an earlier day",
            "an issue of {on} that is valid until {valid_until} holds for more than {most} days; choose an earlier day",
            on,
            valid_until,
            most = limits::VALID_DAYS
        ),
        RecordError::BadDate(value) => tr!(
            "{day} is outside the years {first} to {last}; choose another day",
            day = value,
            first = limits::YEARS.start(),
            last = limits::YEARS.end()
        ),
        RecordError::CannotDecide { day, on, valid_until } => tr!(
            "nobody can decide on {day} about an issue of {on} that is valid until {valid_until}; choose a day between",
            day,
            on,
            valid_until
        ),
        RecordError::NotBorn { born, on } => {
            tr!("a client born on {born} is not born on {on}, the day of issue; mend the date", born, on)
        }
        RecordError::BeforeLast { on, before } => {
            tr!("the issue before was issued on {before}; choose that day or a later one instead of {on}", before, on)
        }
        RecordError::TooManyIssues => trn!(
            limits::ISSUES as u64,
            "a plan is issued at most {most} time; go on with a new plan",
            "a plan is issued at most {most} times; go on with a new plan",
            most = limits::ISSUES
        ),
        RecordError::AlreadyIssued(value) => {
            tr!("the plan is issued already, as \"{number}\"; revise it first", number = value)
        }
        RecordError::Invalid => tr!("the plan is not valid; mend it first").to_owned(),
        RecordError::NothingIssued => tr!("the plan has not been issued yet; issue it first").to_owned(),
        RecordError::Unknown(value) => {
            tr!("the plan's record has no issue \"{number}\"; the record lists those there are", number = value)
        }
        RecordError::AnswerTooEarly { on, issued } => {
            tr!("an answer on {on} is before the day of issue, {issued}; choose that day or a later one", on, issued)
        }
        RecordError::AnswerAhead(value) => {
            tr!("an answer on {on} lies ahead of today; choose today or an earlier day", on = value)
        }
        RecordError::NoSuchOption { option, number } => {
            tr!("there is no option {option} in \"{number}\"; choose one that it offers", option, number)
        }
        RecordError::TooManyAnswers => trn!(
            limits::ANSWERS as u64,
            "an issue has at most {most} answer; revise the plan and issue it again",
            "an issue has at most {most} answers; revise the plan and issue it again",
            most = limits::ANSWERS
        ),
        RecordError::Differs(value) => tr!(
            "the plan is issued as \"{number}\" but differs from what was issued; take the change back, and revise the \
             plan to change it",
            number = value
        ),
        RecordError::FiguresDiffer(value) => tr!(
            "the dates and figures of \"{number}\" are not those of its plan; take the file as it was before it was changed",
            number = value
        ),
    }
}
