//! Calendars that are read: which of their events keep days free.
//!
//! An event of whole days does, such as a holiday, and so does one that lasts a day or longer; one of some hours does not.
//! Text goes in, days come out; where the text comes from is not for this room to know.

use crate::document::{Draft, FreeOf, TimeOffDraft, limits};
use crate::units::{Date, parse_date};
use icalendar::parser::{Component, read_calendar_simple, unfold};
use jiff::civil::DateTime;
use jiff::{Span, ToSpan};
use std::ops::RangeInclusive;

/// The largest calendar read, in bytes.
pub const LARGEST: usize = 4 * 1024 * 1024;

/// How deep parts of a calendar may lie in one another: an alarm in an event in a calendar is three.
const DEEPEST: usize = 8;

/// What of a calendar keeps days free, and what was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// The days, by their first one; each once.
    pub time_off: Vec<TimeOffDraft>,
    /// How many events last some hours only.
    pub of_hours: usize,
    /// How many events repeat, of which the first time is taken.
    pub repeated: usize,
    /// How many events lie outside the days that count, or are one too many.
    pub outside: usize,
}

/// Why a calendar cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgendaError {
    /// It is larger than what is read.
    TooLarge,
    /// It is no text, or no calendar in the format iCalendar (RFC 5545).
    NoCalendar,
}

impl Agenda {
    /// Reads what of a calendar in the format iCalendar keeps days free that lie within these.
    ///
    /// # Errors
    /// If the bytes are no calendar, or too many.
    pub fn read(bytes: &[u8], within: &RangeInclusive<Date>) -> Result<Self, AgendaError> {
        if bytes.len() > LARGEST {
            return Err(AgendaError::TooLarge);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| AgendaError::NoCalendar)?;
        let text = unfold(text.trim_start_matches('\u{feff}'));
        if deepest(&text) > DEEPEST {
            return Err(AgendaError::NoCalendar);
        }
        let parts = read_calendar_simple(&text).map_err(|_| AgendaError::NoCalendar)?;
        let is_calendar = |part: &&Component<'_>| part.name.as_str().eq_ignore_ascii_case("VCALENDAR");
        let mut calendars = parts.iter().filter(is_calendar).peekable();
        calendars.peek().ok_or(AgendaError::NoCalendar)?;
        let mut agenda = Self::default();
        for event in calendars.flat_map(|calendar| &calendar.components) {
            agenda.take(event, within);
        }
        agenda
            .time_off
            .sort_by(|one, other| (one.first, one.last, &one.name).cmp(&(other.first, other.last, &other.name)));
        agenda.time_off.dedup();
        agenda.outside += agenda.time_off.len().saturating_sub(limits::TIME_OFF);
        agenda.time_off.truncate(limits::TIME_OFF);
        Ok(agenda)
    }

    /// The days of a plan, which are those that count for it.
    pub fn days_of(draft: &Draft) -> RangeInclusive<Date> {
        draft.start..=draft.start.saturating_add(i64::from(draft.horizon_years).years())
    }

    /// Days that are kept free already, with those of the calendar behind them: each once, as far as there is room.
    pub fn added_to(&self, before: &[TimeOffDraft]) -> Vec<TimeOffDraft> {
        let mut all = before.to_vec();
        for one in &self.time_off {
            let is_it =
                |other: &TimeOffDraft| (&other.name, other.first, other.last) == (&one.name, one.first, one.last);
            if all.len() < limits::TIME_OFF && !all.iter().any(is_it) {
                all.push(one.clone());
            }
        }
        all
    }

    /// Takes note of a part of a calendar if it is an event that takes place.
    fn take(&mut self, part: &Component<'_>, within: &RangeInclusive<Date>) {
        let value = |name: &str| part.find_prop(name).map(|property| property.val.as_str().trim());
        let is_cancelled = value("STATUS").is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED"));
        if !part.name.as_str().eq_ignore_ascii_case("VEVENT") || is_cancelled {
            return;
        }
        let Some(start) = value("DTSTART") else { return };
        let Some((first, last)) = days(start, value("DTEND"), value("DURATION")) else {
            self.of_hours += 1;
            return;
        };
        if *within.end() < first || last < *within.start() {
            self.outside += 1;
            return;
        }
        self.repeated += usize::from(value("RRULE").is_some() || value("RDATE").is_some());
        let name = value("SUMMARY").unwrap_or_default();
        let name: String = name.chars().filter(|c| !c.is_control()).take(limits::NAME).collect();
        self.time_off.push(TimeOffDraft { name, first, last, free_of: FreeOf::Visits });
    }
}

/// The first and the last day of an event that lasts a day or longer.
fn days(start: &str, end: Option<&str>, duration: Option<&str>) -> Option<(Date, Date)> {
    if let Some(first) = date(start) {
        let behind = end.and_then(date).or_else(|| first.checked_add(span(duration?)?).ok());
        let last = behind.and_then(|behind| behind.yesterday().ok()).unwrap_or(first);
        return Some((first, last.max(first)));
    }
    let start = moment(start)?;
    let end = end.and_then(moment).or_else(|| start.checked_add(span(duration?)?).ok())?;
    let is_long = start.checked_add(1.days()).is_ok_and(|day| end >= day);
    // An end at midnight is the end of the day before.
    let last = end.checked_sub(1.seconds()).ok()?.date();
    is_long.then_some((start.date(), last))
}

/// A day as calendars write it: `20270814`.
fn date(text: &str) -> Option<Date> {
    let is_day = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_day.then(|| parse_date(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])).ok()).flatten()
}

/// A moment, wherever it is: `20270814T090000Z`.
fn moment(text: &str) -> Option<DateTime> {
    text.trim_end_matches('Z').parse().ok()
}

/// A duration in whole days and hours: `P7D`, `P2W`.
fn span(text: &str) -> Option<Span> {
    text.parse().ok()
}

/// How deep the parts of a calendar lie in one another, at most.
fn deepest(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for line in text.lines() {
        let starts = |with: &str| line.get(..with.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(with));
        if starts("BEGIN:") {
            depth += 1;
            deepest = deepest.max(depth);
        } else if starts("END:") {
            depth = depth.saturating_sub(1);
        }
    }
    deepest
}
