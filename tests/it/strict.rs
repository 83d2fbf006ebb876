//! A strict reader of calendars: everything RFC 5545 asks of the files this program writes, and no tolerance.

use collagen_ledger::units::Date;
use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime};
use std::collections::{BTreeMap, BTreeSet};

/// An event as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) uid: String,
    pub(crate) stamp: String,
    pub(crate) first: Date,
    pub(crate) last: Date,
    pub(crate) summary: String,
    pub(crate) description: String,
    pub(crate) category: String,
    pub(crate) related: Option<String>,
    pub(crate) sequence: i32,
    pub(crate) is_cancelled: bool,
}

/// What an event of ours may hold, each at most once; all but the last must be there.
const PROPERTIES: [&str; 12] = [
    "UID",
    "DTSTAMP",
    "SEQUENCE",
    "DTSTART;VALUE=DATE",
    "DTEND;VALUE=DATE",
    "SUMMARY",
    "DESCRIPTION",
    "CATEGORIES",
    "STATUS",
    "TRANSP",
    "CLASS",
    "RELATED-TO",
];

/// The events of a calendar, or what is wrong with the file. Another parser must read the same.
pub(crate) fn read(text: &str) -> Result<Vec<Event>, String> {
    let lines = unfolded(text)?;
    let [head @ .., end] = &lines[..] else { return Err("empty".to_owned()) };
    let events_at = head.iter().position(|line| line == "BEGIN:VEVENT").ok_or("no event: a calendar needs one")?;
    let (head, body) = head.split_at(events_at);
    let named: Vec<&str> = head.iter().map(|line| line.split(':').next().unwrap_or_default()).collect();
    if named != ["BEGIN", "VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME"] || head[0] != "BEGIN:VCALENDAR" {
        return Err(format!("the calendar begins with {head:?}"));
    }
    if head[1] != "VERSION:2.0" || head[3] != "CALSCALE:GREGORIAN" || end != "END:VCALENDAR" {
        return Err(format!("{head:?} … {end}"));
    }
    let parts = body.split_inclusive(|line| line == "END:VEVENT");
    let events = parts.map(event).collect::<Result<Vec<_>, _>>()?;
    let ids: BTreeSet<&str> = events.iter().map(|event| event.uid.as_str()).collect();
    if ids.len() < events.len() {
        return Err("two events share an id".to_owned());
    }
    let others = read_by_another(text)?;
    let ours: Vec<_> = events
        .iter()
        .map(|event| (event.uid.clone(), event.first, event.summary.clone(), event.description.clone()))
        .collect();
    if ours == others { Ok(events) } else { Err(format!("another parser reads {others:#?}\nand not {ours:#?}")) }
}

/// The content lines, after checking line ends, length and characters.
fn unfolded(text: &str) -> Result<Vec<String>, String> {
    let body = text.strip_suffix("\r\n").ok_or("the last line has no end")?;
    let mut lines: Vec<String> = Vec::new();
    for line in body.split("\r\n") {
        if line.len() > 75 || line.is_empty() || line.chars().any(char::is_control) {
            return Err(format!("{} octets: {line:?}", line.len()));
        }
        match (line.strip_prefix(' '), lines.last_mut()) {
            (Some(more), Some(last)) => last.push_str(more),
            (Some(_), None) => return Err("the first line continues nothing".to_owned()),
            (None, _) => lines.push(line.to_owned()),
        }
    }
    Ok(lines)
}

fn event(lines: &[String]) -> Result<Event, String> {
    let [begin, properties @ .., end] = lines else { return Err(format!("{lines:?} is no event")) };
    if (begin.as_str(), end.as_str()) != ("BEGIN:VEVENT", "END:VEVENT") {
        return Err(format!("{begin} … {end} is no event"));
    }
    let mut values = BTreeMap::new();
    for property in properties {
        let (name, value) = property.split_once(':').ok_or_else(|| format!("{property:?} has no value"))?;
        if !PROPERTIES.contains(&name) || values.insert(name, value).is_some() {
            return Err(format!("{name} may not stand there, or stands twice"));
        }
    }
    let value = |name: &str| values.get(name).copied().ok_or_else(|| format!("{name} is missing"));
    let fixed = [("TRANSP", "TRANSPARENT"), ("CLASS", "PRIVATE")];
    for (name, expected) in fixed {
        if value(name)? != expected {
            return Err(format!("{name} is not {expected}"));
        }
    }
    let (first, end) = (date(value("DTSTART;VALUE=DATE")?)?, date(value("DTEND;VALUE=DATE")?)?);
    if end <= first {
        return Err(format!("the event ends on {end} and begins on {first}"));
    }
    Ok(Event {
        uid: value("UID")?.to_owned(),
        stamp: stamp(value("DTSTAMP")?)?,
        first,
        last: end.yesterday().map_err(|error| error.to_string())?,
        summary: unescaped(value("SUMMARY")?)?,
        description: unescaped(value("DESCRIPTION")?)?,
        category: unescaped(value("CATEGORIES")?)?,
        related: values.get("RELATED-TO").map(|id| (*id).to_owned()),
        sequence: value("SEQUENCE")?.parse().map_err(|error| format!("{error}"))?,
        is_cancelled: match value("STATUS")? {
            "TENTATIVE" => false,
            "CANCELLED" => true,
            other => return Err(format!("{other} is no status of ours")),
        },
    })
}

fn date(value: &str) -> Result<Date, String> {
    Date::strptime("%Y%m%d", value).map_err(|error| format!("{value}: {error}"))
}

/// A time in UTC, as DTSTAMP must be.
fn stamp(value: &str) -> Result<String, String> {
    let time = jiff::civil::DateTime::strptime("%Y%m%dT%H%M%SZ", value);
    time.map(|_| value.to_owned()).map_err(|error| format!("{value}: {error}"))
}

fn unescaped(value: &str) -> Result<String, String> {
    let (mut text, mut characters) = (String::new(), value.chars());
    while let Some(character) = characters.next() {
        let plain = match character {
            '\\' => match characters.next() {
                Some('n') => '\n',
                Some(escaped @ ('\\' | ';' | ',')) => escaped,
                other => return Err(format!("{other:?} may not be escaped in {value:?}")),
            },
            ';' | ',' => return Err(format!("{character:?} is not escaped in {value:?}")),
            other => other,
        };
        text.push(plain);
    }
    Ok(text)
}

/// Id, first day, summary and description of every event, as the `icalendar` crate reads them.
fn read_by_another(text: &str) -> Result<Vec<(String, Date, String, String)>, String> {
    let calendar: Calendar = text.parse()?;
    let events = calendar.components.iter().map(|component| match component {
        CalendarComponent::Event(event) => {
            let first = match event.get_start() {
                Some(DatePerhapsTime::Date(first)) => first.format("%Y%m%d").to_string(),
                other => return Err(format!("{other:?} is no day")),
            };
            let said = |text: Option<&str>| text.unwrap_or_default().to_owned();
            let summary = said(event.get_summary());
            Ok((said(event.get_uid()), date(&first)?, summary, said(event.get_description())))
        }
        other => Err(format!("{other:?} is no event")),
    });
    events.collect()
}
