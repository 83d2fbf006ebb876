//! Days that are kept free, and what they move.

use super::date;
use crate::agenda::{Agenda, AgendaError, Joined};
use crate::catalog::Catalog;
use crate::document::{FreeOf, StrongSun, limits};
use crate::locale::{month_name, tr, trn};
use crate::plan::{MovedBy, Plan, TimeOff};
use crate::schedule::{Schedule, Session};
use crate::units::{Date, Day};
use jiff::ToSpan;

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

/// Days that are kept free, with what of: `Spain, 2 Aug 2027 to 15 Aug 2027: no visits`.
pub fn kept_free(off: &TimeOff, plan: &Plan) -> String {
    let on = |day: Day| plan.start.saturating_add(i64::from(day).days());
    format!("{}: {}", time_off(&off.name, on(off.first), on(off.last)), free_of(off.free_of))
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
pub fn taken_over(agenda: &Agenda, joined: &Joined) -> String {
    let Joined { added, known, surplus, .. } = *joined;
    let Agenda { short, first_only, outside, unread, .. } = *agenda;
    let taken = match added {
        0 if agenda.time_off.is_empty() && short + first_only + outside + unread == 0 => {
            tr!("The calendar has no events").to_owned()
        }
        0 => tr!("No further days are kept free").to_owned(),
        _ => {
            trn!(added as u64, "{added} period is kept free now", "{added} periods are kept free now", added)
        }
    };
    let known = (known > 0).then(|| {
        trn!(known as u64, "{known} period is kept free already", "{known} periods are kept free already", known)
    });
    let surplus = (surplus > 0).then(|| {
        let most = limits::TIME_OFF;
        trn!(
            surplus as u64,
            "{surplus} period left out, as a plan has room for {most}",
            "{surplus} periods left out, as a plan has room for {most}",
            surplus,
            most
        )
    });
    let short = (short > 0).then(|| {
        trn!(
            short as u64,
            "{short} event shorter than a day left out",
            "{short} events shorter than a day left out",
            short
        )
    });
    let outside = (outside > 0).then(|| {
        trn!(
            outside as u64,
            "{outside} event outside the plan left out",
            "{outside} events outside the plan left out",
            outside
        )
    });
    let first_only = (first_only > 0).then(|| {
        trn!(
            first_only as u64,
            "{first_only} event repeats in an unknown way: no more than its first time is taken",
            "{first_only} events repeat in an unknown way: no more than the first time of each is taken",
            first_only
        )
    });
    let unread = (unread > 0).then(|| {
        trn!(
            unread as u64,
            "{unread} event whose day cannot be read left out",
            "{unread} events whose days cannot be read left out",
            unread
        )
    });
    [Some(taken), known, surplus, short, outside, first_only, unread]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("; ")
}

/// Why a calendar cannot be read.
pub fn no_agenda(error: AgendaError) -> &'static str {
    match error {
        AgendaError::TooLarge => tr!("The calendar is larger than 4 MiB; export a shorter time of it"),
        AgendaError::Encoding => {
            tr!("The calendar is not written in UTF-8; export it anew from the calendar as .ics and try again")
        }
        AgendaError::NoCalendar => {
            tr!("This is no calendar in the format iCalendar (.ics); export it from the calendar as .ics and try again")
        }
    }
}
