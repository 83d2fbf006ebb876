//! Calendars that are read: which of their events keep days free.
//!
//! An event of whole days does, such as a holiday, and so does one that lasts a day or longer; one of some hours does not.
//! Text goes in, days come out; where the text comes from is not for this room to know.

mod event;
mod repeats;

use crate::document::{Draft, FreeOf, TimeOffDraft, limits};
use crate::units::Date;
use event::{Event, is_cancelled, is_event};
use icalendar::parser::{Component, read_calendar_simple, unfold};
use jiff::ToSpan;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use std::collections::HashMap;
use std::ops::RangeInclusive;

/// The largest calendar read, in bytes.
pub const LARGEST: usize = 4 * 1024 * 1024;

/// How deep parts of a calendar may lie in one another: an alarm in an event in a calendar is three.
const DEEPEST: usize = 8;

/// Behind so many stretches of days no further event is read: they are far more than a plan has room for.
const MOST: usize = 10_000;

/// What of a calendar keeps days free, and what was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// The days, by their first one; each once, and those that follow each other under one name as one stretch.
    pub time_off: Vec<TimeOffDraft>,
    /// How many events are shorter than a day.
    pub short: usize,
    /// How many events repeat by a rule that is not understood, so that only their first time is taken.
    pub first_only: usize,
    /// How many events lie outside the days that count.
    pub outside: usize,
    /// How many events have no beginning that is a day.
    pub unread: usize,
}

/// Days of a calendar joined to those that are kept free already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// All of them.
    pub all: Vec<TimeOffDraft>,
    /// How many are new.
    pub added: usize,
    /// How many were there already.
    pub known: usize,
    /// For how many there is no room.
    pub surplus: usize,
}

/// Why a calendar cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgendaError {
    /// It is larger than what is read.
    TooLarge,
    /// Its text is in another encoding than UTF-8.
    Encoding,
    /// It is no calendar in the format iCalendar (RFC 5545).
    NoCalendar,
}

impl Agenda {
    /// Reads what of a calendar in the format iCalendar keeps days free that lie within these; moments of universal time are
    /// those of a time zone.
    ///
    /// # Errors
    /// If the bytes are no calendar, or too many.
    pub fn read(bytes: &[u8], within: &RangeInclusive<Date>, zone: &TimeZone) -> Result<Self, AgendaError> {
        if bytes.len() > LARGEST {
            return Err(AgendaError::TooLarge);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| AgendaError::Encoding)?;
        let text = unfold(text.trim_start_matches('\u{feff}'));
        if deepest(&text) > DEEPEST {
            return Err(AgendaError::NoCalendar);
        }
        let parts = read_calendar_simple(&text).map_err(|_| AgendaError::NoCalendar)?;
        let is_calendar = |part: &&Component<'_>| part.name.as_str().eq_ignore_ascii_case("VCALENDAR");
        let mut calendars = parts.iter().filter(is_calendar).peekable();
        calendars.peek().ok_or(AgendaError::NoCalendar)?;
        let parts = calendars.flat_map(|calendar| &calendar.components).filter(|part| is_event(part));
        let mut agenda = Self::default();
        let mut events: Vec<Event<'_>> = Vec::new();
        for part in parts {
            match Event::of(part, zone) {
                Some(event) => events.push(event),
                None => agenda.unread += usize::from(!is_cancelled(part)),
            }
        }
        // A time that is moved is read on the clock of the event that it is of.
        let series = events.iter().filter(|event| event.moves().is_none());
        let series: HashMap<&str, &Event<'_>> = series.filter_map(|event| Some((event.uid()?, event))).collect();
        let mut moved: HashMap<&str, Vec<DateTime>> = HashMap::new();
        for (uid, from) in events.iter().filter_map(Event::moves) {
            moved.entry(uid).or_default().extend(series.get(uid).and_then(|event| event.moment(from)));
        }
        for event in events.iter().filter(|event| !event.is_cancelled) {
            agenda.take(event, &moved, within);
        }
        agenda.sort();
        Ok(agenda)
    }

    /// The days of a plan, which are those that count for it.
    pub fn days_of(draft: &Draft) -> RangeInclusive<Date> {
        draft.start..=draft.start.saturating_add(i64::from(draft.horizon_years).years())
    }

    /// These days, to be kept free of something, behind those that are kept free already: each once, as far as there is room.
    pub fn joined_to(&self, before: &[TimeOffDraft], free_of: FreeOf) -> Joined {
        let mut joined = Joined { all: before.to_vec(), added: 0, known: 0, surplus: 0 };
        for one in &self.time_off {
            let is_it =
                |other: &TimeOffDraft| (&other.name, other.first, other.last) == (&one.name, one.first, one.last);
            let counted = if joined.all.iter().any(is_it) {
                &mut joined.known
            } else if joined.all.len() < limits::TIME_OFF {
                joined.all.push(TimeOffDraft { free_of, ..one.clone() });
                &mut joined.added
            } else {
                &mut joined.surplus
            };
            *counted += 1;
        }
        joined
    }

    /// Takes note of an event that takes place, as often as it does.
    fn take(&mut self, event: &Event<'_>, moved: &HashMap<&str, Vec<DateTime>>, within: &RangeInclusive<Date>) {
        let Some(days) = event.days else {
            self.short += 1;
            return;
        };
        // There is room for none of what comes after so many.
        if self.time_off.len() >= MOST {
            return;
        }
        let moved = event.uid().and_then(|uid| moved.get(uid)).map_or(&[][..], Vec::as_slice);
        let (firsts, is_understood) = event.first_days(within, moved);
        let mut is_outside = true;
        for first in firsts {
            let last = first.saturating_add((days - 1).days());
            if *within.end() < first || last < *within.start() {
                continue;
            }
            is_outside = false;
            self.time_off.push(TimeOffDraft { name: event.name(), first, last, free_of: FreeOf::Visits });
        }
        // One that repeats in an unknown way may well take place within.
        self.outside += usize::from(is_outside && is_understood);
        self.first_only += usize::from(!is_understood);
    }

    /// By the first day; what follows each other under one name is one stretch.
    fn sort(&mut self) {
        let all = &mut self.time_off;
        all.sort_by(|one, other| (&one.name, one.first, one.last).cmp(&(&other.name, other.first, other.last)));
        all.dedup_by(|later, earlier| {
            let is_one = later.name == earlier.name && later.first <= earlier.last.saturating_add(1.day());
            if is_one {
                earlier.last = earlier.last.max(later.last);
            }
            is_one
        });
        all.sort_by(|one, other| (one.first, one.last, &one.name).cmp(&(other.first, other.last, &other.name)));
    }
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
