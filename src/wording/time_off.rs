//! Days that are kept free, and what they move.

use super::date;
use crate::agenda::{Agenda, AgendaError};
use crate::catalog::Catalog;
use crate::document::{FreeOf, StrongSun};
use crate::locale::{month_name, tr, trn};
use crate::plan::MovedBy;
use crate::schedule::{Schedule, Session};
use crate::units::Date;

/// Why sessions are not on the day on which they were due.
pub(super) fn moved_by(cause: &MovedBy) -> String {
    match cause {
        MovedBy::TimeOff { name, first, last, free_of } => {
            let days = time_off(name, *first, *last);
            match free_of {
                FreeOf::Visits => days,
                FreeOf::Traces => tr!("nothing is to show: {days}", days),
            }
        }
        MovedBy::StrongSun => tr!("not in months of strong sun").to_owned(),
        MovedBy::Distance => tr!("to keep its distance from another one").to_owned(),
    }
}

/// Days that are kept free, with their name if they have one.
fn time_off(name: &str, first: Date, last: Date) -> String {
    let days =
        if first == last { date(first) } else { tr!("{first} to {last}", first = date(first), last = date(last)) };
    if name.is_empty() { days } else { format!("{name}, {days}") }
}

/// What days are kept free of.
pub fn free_of(free_of: FreeOf) -> &'static str {
    match free_of {
        FreeOf::Visits => tr!(in "kept free", "no visits"),
        FreeOf::Traces => tr!(in "kept free", "nothing may show"),
    }
}

/// In which months of strong sun treatments that are not for it are not given: `May to Aug (north)`.
pub fn strong_sun(sun: StrongSun, catalog: &Catalog) -> String {
    let months = |is_south| {
        let (first, last) = catalog.rules.strong_sun.months_of(is_south);
        (month_name(first), month_name(last))
    };
    match sun {
        StrongSun::Unminded => tr!(in "strong sun", "not minded").to_owned(),
        StrongSun::North => {
            let (first, last) = months(false);
            tr!("north, {first} to {last}", first, last)
        }
        StrongSun::South => {
            let (first, last) = months(true);
            tr!("south, {first} to {last}", first, last)
        }
    }
}

/// The day of a session, and the one on which it was due if that is another.
pub fn session_date(session: &Session, schedule: &Schedule) -> String {
    let on = date(session.date);
    match schedule.due(session) {
        Some(due) => tr!("{on} (due {due})", on, due = date(due)),
        None => on,
    }
}

/// What was taken over from a calendar, in one sentence.
pub fn taken_over(agenda: &Agenda, added: usize) -> String {
    let taken = trn!(
        added as u64,
        "{added} stretch of days is kept free now",
        "{added} stretches of days are kept free now",
        added
    );
    let Agenda { of_hours, repeated, outside, .. } = *agenda;
    let of_hours = (of_hours > 0).then(|| {
        trn!(of_hours as u64, "{of_hours} event of hours left out", "{of_hours} events of hours left out", of_hours)
    });
    let outside = (outside > 0).then(|| {
        trn!(
            outside as u64,
            "{outside} event outside the plan left out",
            "{outside} events outside the plan left out",
            outside
        )
    });
    let repeated = (repeated > 0).then(|| {
        trn!(
            repeated as u64,
            "{repeated} event repeats: only its first time is taken",
            "{repeated} events repeat: only the first time of each is taken",
            repeated
        )
    });
    [Some(taken), of_hours, outside, repeated].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Why a calendar cannot be read.
pub fn no_agenda(error: AgendaError) -> &'static str {
    match error {
        AgendaError::TooLarge => tr!("The calendar is larger than 4 MiB; export a shorter time of it"),
        AgendaError::NoCalendar => {
            tr!("This is no calendar in the format iCalendar (.ics); export it from the calendar as .ics and try again")
        }
    }
}
