//! The sessions of one option as an iCalendar file (RFC 5545), with reminders of what to do after each; and what is due over
//! several plans.
//!
//! Every entry is an all-day event that says it is an estimate: tentative, and without blocking the day. No price, no
//! note and no profile is in the file, and of the client only the plan's reference, which can be left out too. An event
//! keeps its id from file to file and its sequence rises, so that importing a changed plan moves its sessions rather than doubling
//! them; sessions that an issue told of and that are no more are cancelled.

mod contents;
mod event;
mod lines;
mod told;

pub use contents::{Calendar, Contents};

use crate::document::Mark;
use crate::locale::tr;
use crate::plan::TreatmentOption;
use crate::report::PlanResults;
use crate::report::tables::DueRow;
use crate::wording;
use event::{Event, Writer};
use jiff::Timestamp;
use lines::Lines;
use std::collections::BTreeSet;
use told::told;
use uuid::Uuid;

/// Why there is no calendar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The plan has no such option.
    #[error("{}", tr!("The plan has no option {mark}; it has {known}", mark = mark.letter(), known = known))]
    NoSuchOption {
        /// What was asked for.
        mark: Mark,
        /// The letters there are.
        known: String,
    },
    /// There is nothing to put into it.
    #[error("{}", tr!(
        "Option {title} has no session within the plan's horizon, so there is nothing to put into a calendar",
        title = .0
    ))]
    NoSessions(String),
    /// Nothing is due.
    #[error("{}", tr!("Nothing is due, so there is nothing to put into a calendar"))]
    NothingDue,
}

/// The calendar as the text of an `.ics` file.
///
/// # Errors
/// If the plan has no such option, or the option has no sessions and never had any: a calendar without an event is not valid.
pub fn ics(calendar: &Calendar<'_>) -> Result<String, CalendarError> {
    let PlanResults { plan, estimate, .. } = calendar.plan;
    let position = plan.options.iter().position(|option| option.mark == calendar.option);
    let missing = || CalendarError::NoSuchOption { mark: calendar.option, known: letters(&plan.options) };
    let position = position.ok_or_else(missing)?;
    let (option, title) = (&plan.options[position], wording::option_title(&estimate.options[position]));
    let sessions = &estimate.options[position].schedule.sessions;
    let writer = Writer { calendar, option, title: &title };
    let mut events: Vec<Event> = sessions.iter().flat_map(|session| writer.events(session)).collect();
    cancel(&mut events, &writer);
    if events.is_empty() {
        return Err(CalendarError::NoSessions(title));
    }
    Ok(file(&tr!("Estimate: {title}", title), events.into_iter(), calendar.made))
}

/// Adds what an issue told of and what is no more.
fn cancel(events: &mut Vec<Event>, writer: &Writer<'_>) {
    let Writer { calendar, option, .. } = writer;
    let ids: BTreeSet<Uuid> = events.iter().map(|event| event.id).collect();
    let mut seen = BTreeSet::new();
    for (session, treatment) in told(calendar.record, option.id) {
        let mut cancelled = writer.cancelled(&session, &treatment);
        cancelled.retain(|event| {
            // What was not asked for this time is not cancelled by that.
            let is_over = event.session.is_none_or(|session| !ids.contains(&session));
            !ids.contains(&event.id) && (is_over || calendar.contents.aftercare) && seen.insert(event.id)
        });
        events.append(&mut cancelled);
    }
}

/// What is due over several plans as the text of an `.ics` file.
///
/// # Errors
/// If nothing is due: a calendar without an event is not valid.
pub fn due_ics(rows: &[DueRow], made: Timestamp) -> Result<String, CalendarError> {
    if rows.is_empty() {
        return Err(CalendarError::NothingDue);
    }
    Ok(file(tr!("What is due"), rows.iter().map(Event::due), made))
}

/// A calendar of this name with these events.
fn file(name: &str, events: impl Iterator<Item = Event>, made: Timestamp) -> String {
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.text("PRODID", concat!("-//Collagen Ledger//Collagen Ledger ", env!("CARGO_PKG_VERSION"), "//EN"));
    lines.plain("CALSCALE", "GREGORIAN");
    lines.text("X-WR-CALNAME", name);
    events.for_each(|event| write(&mut lines, &event, made));
    lines.plain("END", "VCALENDAR");
    lines.finish()
}

/// The letters of options as a list.
pub(super) fn letters(options: &[TreatmentOption]) -> String {
    options.iter().map(|option| option.mark.letter().to_string()).collect::<Vec<_>>().join(", ")
}

/// The number of a version of an event, which has to rise with each (RFC 5545, 3.8.7.4): seconds since 2020, so that nothing has to
/// be kept of the files that were made before. It fits into 31 bits until 2088.
fn sequence(made: Timestamp) -> i64 {
    const SINCE: i64 = 1_577_836_800;
    made.as_second().saturating_sub(SINCE).max(0)
}

fn write(lines: &mut Lines, event: &Event, made: Timestamp) {
    let date = |date: crate::units::Date| date.strftime("%Y%m%d").to_string();
    lines.plain("BEGIN", "VEVENT");
    lines.plain("UID", &event.id.to_string());
    lines.plain("DTSTAMP", &made.strftime("%Y%m%dT%H%M%SZ").to_string());
    lines.plain("SEQUENCE", &sequence(made).to_string());
    lines.plain("DTSTART;VALUE=DATE", &date(event.first));
    // The end is the first day that no longer belongs to the event.
    lines.plain("DTEND;VALUE=DATE", &date(event.last.saturating_add(jiff::Span::new().days(1))));
    lines.text("SUMMARY", &event.summary);
    lines.text("DESCRIPTION", &event.description);
    lines.plain("CATEGORIES", event.category);
    lines.plain("STATUS", if event.is_cancelled { "CANCELLED" } else { "TENTATIVE" });
    lines.plain("TRANSP", "TRANSPARENT");
    lines.plain("CLASS", "PRIVATE");
    if let Some(session) = event.session {
        lines.plain("RELATED-TO", &session.to_string());
    }
    lines.plain("END", "VEVENT");
}
