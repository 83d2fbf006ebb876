//! Why something cannot have happened, and what to do about it.

use super::{date, no_amount, not_a_date, unread};
use crate::document::limits;
use crate::locale::{tr, trn};
use crate::progress::{AppointmentCause, NotALine, ProgressError, STATUSES};

/// One sentence with the remedy.
pub fn progress_error(error: &ProgressError) -> String {
    match *error {
        ProgressError::NotInPlan => tr!("the treatment is not in the plan any more; choose one that is").to_owned(),
        ProgressError::Ahead(day) => {
            tr!(
                "{day} lies ahead, so it cannot have happened yet; book it, or choose a day up to today",
                day = date(day)
            )
        }
        ProgressError::BookedInPast(day) => {
            tr!("{day} is past, so nothing can be booked for it; choose today or a later day", day = date(day))
        }
        ProgressError::TooEarly { on, start } => tr!(
            "{day} is more than a year before the plan's first day, {start}; mend the day",
            day = date(on),
            start = date(start)
        ),
        ProgressError::TooLate { on, end } => tr!(
            "the plan ends before {day}: it looks ahead until {end}; mend the day, or give the plan more years",
            day = date(on),
            end = date(end.yesterday().unwrap_or(end))
        ),
        ProgressError::Amount => tr!("the amount is below zero or too large; type what was really paid").to_owned(),
        ProgressError::NoAmount => tr!("nothing was paid or paid back; type an amount").to_owned(),
        ProgressError::TooMany => trn!(
            limits::FACTS as u64,
            "the plan holds {most} note already, which is all it takes; begin a new plan",
            "the plan holds {most} notes already, which is all it takes; begin a new plan",
            most = limits::FACTS
        ),
        ProgressError::NoGrade => {
            tr!("there is no such grade; type a whole percentage from 0 to 100, or choose a step of the quartile scale from 0 to 4").to_owned()
        }
        ProgressError::GradedAlready(day) => {
            tr!("the result was graded on {day} already; take that back first, or choose another day", day = date(day))
        }
        ProgressError::NothingToGrade(first) => tr!(
            "a grade is against the first day, {first}; choose a later day, or note the earlier session first",
            first = date(first)
        ),
        ProgressError::NotForConcern => tr!("the plan is not for this concern; choose one of its own").to_owned(),
        ProgressError::Known => tr!("this is noted already").to_owned(),
        ProgressError::WasHad(day) => tr!(
            "the session of {day} is noted as had, and that counts; take that note back first",
            day = date(day)
        ),
        ProgressError::WasGivenUp(day) => tr!(
            "the session of {day} is noted as given up, and that counts; take that note back first",
            day = date(day)
        ),
        ProgressError::NothingToTakeBack => {
            tr!("there is no such note, or it was taken back already; \"progress\" lists them").to_owned()
        }
    }
}

/// Why a name names no line.
pub fn not_a_line(error: &NotALine) -> String {
    match error {
        NotALine::Several(treatment) => tr!(
            "\"{treatment}\" is in the plan more than once; name it by its option and its place there, such as A1",
            treatment
        ),
        NotALine::Unknown(treatment) => tr!(
            "\"{treatment}\" is no treatment of the option the plan goes on with; name it by its option and its place \
             there, such as A1",
            treatment
        ),
    }
}

/// What is wrong with a table of appointments, a sentence for each row.
pub fn appointment_problems(problems: &[(usize, AppointmentCause)]) -> Vec<String> {
    let sentence = |(line, cause): &(usize, AppointmentCause)| {
        let what = match cause {
            AppointmentCause::Unread(error) => unread(error),
            AppointmentCause::Empty => tr!("the file is empty; it needs a heading row").to_owned(),
            AppointmentCause::NoRows => tr!("the table has no rows below its heading").to_owned(),
            AppointmentCause::NoColumn(name) => {
                tr!("the table has no column \"{name}\"; its first line names the columns", name)
            }
            AppointmentCause::Day(typed) => not_a_date(typed),
            AppointmentCause::Treatment(error) => not_a_line(error),
            AppointmentCause::Status(status) => {
                tr!("\"{status}\" is no status; write one of {statuses}", status, statuses = STATUSES.join(", "))
            }
            AppointmentCause::Paid(error) => no_amount(error),
            AppointmentCause::PaidUnhad => {
                tr!("an amount stands only with a session that was had; note what else was paid by itself").to_owned()
            }
            AppointmentCause::Contradicts(line) => {
                tr!("this says something else of the same session than line {line}; leave one of them out", line)
            }
            AppointmentCause::Impossible(error) => progress_error(error),
        };
        tr!("line {line}: {what}", line, what)
    };
    problems.iter().map(sentence).collect()
}

/// How much was noted.
pub fn noted(number: usize) -> String {
    match u32::try_from(number).unwrap_or(u32::MAX) {
        0 => tr!("All of it was noted already").to_owned(),
        number => trn!(number, "{number} note written", "{number} notes written", number),
    }
}
