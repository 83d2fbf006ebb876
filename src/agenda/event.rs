//! An event of a calendar: its name, its days, and how often it takes place.

use super::repeats;
use crate::document::limits;
use crate::units::{Date, parse_date};
use icalendar::parser::Component;
use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};
use std::ops::RangeInclusive;

/// An event.
pub(super) struct Event<'a> {
    part: &'a Component<'a>,
    /// The one whose clock its moments are read on: its own, or that of where one is.
    zone: TimeZone,
    /// Whether it does not take place after all.
    pub(super) is_cancelled: bool,
    /// When it begins first.
    start: DateTime,
    /// On how many days it takes place; none if it is shorter than one.
    pub(super) days: Option<i32>,
}

/// Marks that have no width of their own and turn the direction of what follows: nothing that a name needs.
const UNSEEN: [char; 12] = [
    '\u{200b}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}',
    '\u{2067}', '\u{2068}', '\u{2069}',
];

/// Whether a part of a calendar is an event.
pub(super) fn is_event(part: &Component<'_>) -> bool {
    part.name.as_str().eq_ignore_ascii_case("VEVENT")
}

impl<'a> Event<'a> {
    /// The event that a part of a calendar is; none if it has no beginning that can be read.
    pub(super) fn of(part: &'a Component<'a>, zone: &TimeZone) -> Option<Self> {
        let zone = own_zone(part).unwrap_or_else(|| zone.clone());
        let event = Self { part, zone, is_cancelled: false, start: DateTime::ZERO, days: None };
        let is_cancelled = is_cancelled(part);
        let start = event.moment(event.value("DTSTART")?)?;
        let days = event.days(start);
        Some(Self { is_cancelled, start, days, ..event })
    }

    /// Its name on one line.
    pub(super) fn name(&self) -> String {
        let name = self.value("SUMMARY").unwrap_or_default();
        let name: String = name.chars().filter(|c| !UNSEEN.contains(c)).collect();
        // A break that is written as one stays, as two characters, where the text was not told to have one.
        let name = name.replace("\\n", " ").replace("\\N", " ").replace(char::is_control, " ");
        let words: Vec<&str> = name.split_whitespace().collect();
        words.join(" ").chars().take(limits::NAME).collect()
    }

    /// The first day of each time at which it takes place within these days but for those that another event moves, and
    /// whether its rule is understood: else only the first time is there.
    pub(super) fn first_days(&self, within: &RangeInclusive<Date>, moved: &[DateTime]) -> (Vec<Date>, bool) {
        let rules: Vec<&str> = self.values("RRULE").collect();
        let further: Vec<DateTime> = self.moments("RDATE").collect();
        if rules.is_empty() && further.is_empty() {
            return (vec![self.start.date()], true);
        }
        let without: Vec<DateTime> = self.moments("EXDATE").chain(moved.iter().copied()).collect();
        // One that began before may still be going on.
        let from = within.start().saturating_sub(self.days.unwrap_or_default().days());
        // Whole days know no clock, whatever is written behind the end of their rule.
        let moment = |text: &str| self.moment(if self.is_whole() { text.trim_end_matches('Z') } else { text });
        let times = repeats::times(self.start, &rules, (&further, &without), &(from..=*within.end()), &moment);
        match times {
            Some(times) => (times.into_iter().map(DateTime::date).collect(), true),
            None => (vec![self.start.date()], false),
        }
    }

    /// What its moved times know it by.
    pub(super) fn uid(&self) -> Option<&str> {
        self.value("UID")
    }

    /// The time of another event that it stands for, or that is cancelled, as it is written, and what that is known by.
    pub(super) fn moves(&self) -> Option<(&str, &str)> {
        Some((self.uid()?, self.value("RECURRENCE-ID")?))
    }

    fn is_whole(&self) -> bool {
        self.value("DTSTART").is_some_and(|text| text.len() == DAY)
    }

    /// What stands under a name, whichever way it is written.
    fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        let named = self.part.properties.iter().filter(move |one| one.name.as_str().eq_ignore_ascii_case(name));
        named.map(|property| property.val.as_str().trim())
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.values(name).next()
    }

    /// The moments that stand under a name.
    fn moments(&self, name: &str) -> impl Iterator<Item = DateTime> {
        self.values(name).flat_map(|value| value.split(',')).filter_map(|text| self.moment(text))
    }

    /// On how many days it takes place if it begins then; none if it is shorter than one.
    fn days(&self, start: DateTime) -> Option<i32> {
        let end = self.value("DTEND").and_then(|end| self.moment(end));
        let end = end.or_else(|| start.checked_add(span(self.value("DURATION")?)?).ok());
        if self.is_whole() {
            let end = end.unwrap_or(start).max(start.checked_add(1.day()).ok()?);
            return Some((end.date() - start.date()).get_days());
        }
        let end = end.filter(|end| start.checked_add(1.day()).is_ok_and(|day| *end >= day))?;
        // An end at midnight is the end of the day before.
        Some((end.checked_sub(1.second()).ok()?.date() - start.date()).get_days() + 1)
    }

    /// A day as calendars write it, `20270814`, which begins at midnight, or a moment, `20270814T090000`. One of universal
    /// time, with a `Z` behind it, is the one on the clock of the time zone; others are where they are.
    pub(super) fn moment(&self, text: &str) -> Option<DateTime> {
        let text = text.trim();
        if text.len() == DAY {
            let is_day = text.bytes().all(|byte| byte.is_ascii_digit());
            let date = is_day.then(|| parse_date(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])).ok());
            return Some(date??.to_datetime(Time::midnight()));
        }
        match text.strip_suffix('Z') {
            Some(text) => {
                let universal = text.parse::<DateTime>().ok()?.to_zoned(TimeZone::UTC).ok()?;
                Some(universal.with_time_zone(self.zone.clone()).datetime())
            }
            None => text.parse().ok(),
        }
    }
}

/// Whether an event does not take place after all.
pub(super) fn is_cancelled(part: &Component<'_>) -> bool {
    let status = part.properties.iter().find(|one| one.name.as_str().eq_ignore_ascii_case("STATUS"));
    status.is_some_and(|status| status.val.as_str().trim().eq_ignore_ascii_case("CANCELLED"))
}

/// The time zone that the beginning of an event names, if it is a known one.
fn own_zone(part: &Component<'_>) -> Option<TimeZone> {
    let start = part.properties.iter().find(|one| one.name.as_str().eq_ignore_ascii_case("DTSTART"))?;
    let named = start.params.iter().find(|one| one.key.as_str().eq_ignore_ascii_case("TZID"))?;
    TimeZone::get(named.val.as_ref()?.as_str().trim_matches('"')).ok()
}

/// The length of a day as calendars write it.
const DAY: usize = "20270814".len();

/// A duration: `P7D`, `P2W`, `PT36H`.
fn span(text: &str) -> Option<Span> {
    text.parse().ok()
}
