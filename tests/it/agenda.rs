//! Calendars that are read: which of their events keep days free.

use collagen_ledger::agenda::{Agenda, AgendaError};
use collagen_ledger::document::{FreeOf, limits};
use jiff::civil::date;
use jiff::tz::{self, TimeZone};

/// Two hours before universal time in summer.
fn zone() -> TimeZone {
    TimeZone::fixed(tz::offset(2))
}

/// What repeats without an end, or many times in one another, comes to an end; there is room for so many.
#[test]
fn a_calendar_that_repeats_for_ever_is_read_at_once() {
    let event = |rule: &str, name: usize| {
        format!("BEGIN:VEVENT\r\nSUMMARY:{name}\r\nRRULE:{rule}\r\nDTSTART;VALUE=DATE:19000101\r\nEND:VEVENT\r\n")
    };
    let rules = ["FREQ=DAILY;INTERVAL=2", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY", "FREQ=WEEKLY"];
    let events: String = (0..40).flat_map(|name| rules.map(|rule| event(rule, name))).collect();
    let text = format!("BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n");
    let within = date(2027, 1, 1)..=date(2037, 1, 1);
    let agenda = Agenda::read(text.as_bytes(), &within, &zone()).expect("a calendar");
    let joined = agenda.joined_to(&[], FreeOf::Traces);
    assert_eq!((joined.all.len(), joined.added, joined.known), (limits::TIME_OFF, limits::TIME_OFF, 0));
    assert_eq!(joined.added + joined.surplus, agenda.time_off.len());
    assert!(joined.all.iter().all(|off| off.free_of == FreeOf::Traces));
    let again = agenda.joined_to(&joined.all, FreeOf::Visits);
    assert_eq!((again.all, again.added, again.known), (joined.all, 0, limits::TIME_OFF));
}

/// What is read of these parts of a calendar: names and days, and how many are shorter than a day, read once only, outside.
fn check(events: &str, expected: &[(&str, &str, &str)], left_out: (usize, usize, usize)) {
    let text = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n{events}END:VCALENDAR\r\n");
    let within = date(2027, 3, 1)..=date(2030, 3, 1);
    let agenda = Agenda::read(text.as_bytes(), &within, &zone()).unwrap_or_else(|error| panic!("{error:?}: {text}"));
    let read = agenda.time_off.iter().map(|off| (off.name.clone(), off.first.to_string(), off.last.to_string()));
    let expected =
        expected.iter().map(|(name, first, last)| ((*name).to_owned(), (*first).to_owned(), (*last).to_owned()));
    assert_eq!(read.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{text}");
    assert_eq!((agenda.short, agenda.first_only, agenda.outside), left_out, "{text}");
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\r\nUID:1\r\n{lines}\r\nEND:VEVENT\r\n")
}

/// Calendars as programs write them.
#[test]
fn a_calendar_keeps_the_days_of_its_events_free() {
    check("", &[], (0, 0, 0));
    check(
        &event("SUMMARY:Spain\\, at last\r\nDTSTART;VALUE=DATE:20270802\r\nDTEND;VALUE=DATE:20270816"),
        &[("Spain, at last", "2027-08-02", "2027-08-15")],
        (0, 0, 0),
    );
    check(&event("SUMMARY:Night shift\r\nDTSTART:20270802T200000\r\nDTEND:20270803T060000"), &[], (1, 0, 0));
    check(
        &event(
            "SUMMARY:Course\r\nDTSTART;TZID=Europe/Berlin:20270802T090000\r\nDTEND;TZID=Europe/Berlin:20270804T000000",
        ),
        &[("Course", "2027-08-02", "2027-08-03")],
        (0, 0, 0),
    );
    check(
        &event("SUMMARY:One day\r\nDTSTART;VALUE=DATE:20270802"),
        &[("One day", "2027-08-02", "2027-08-02")],
        (0, 0, 0),
    );
    check(
        &event("SUMMARY:A week\r\nDTSTART;VALUE=DATE:20270802\r\nDURATION:P1W"),
        &[("A week", "2027-08-02", "2027-08-08")],
        (0, 0, 0),
    );
    check(
        &event("SUMMARY:One day\r\nDTSTART;VALUE=DATE:20270802\r\nRRULE:FREQ=MONTHLY;BYDAY=зO"),
        &[("One day", "2027-08-02", "2027-08-02")],
        (0, 1, 0),
    );
    check(&event("SUMMARY:Long ago\r\nDTSTART;VALUE=DATE:20200802\r\nDTEND;VALUE=DATE:20200803"), &[], (0, 0, 1));
    check(
        &event("SUMMARY:Every year\r\nRRULE:FREQ=YEARLY\r\nDTSTART;VALUE=DATE:20271224\r\nDTEND;VALUE=DATE:20271227"),
        &[
            ("Every year", "2027-12-24", "2027-12-26"),
            ("Every year", "2028-12-24", "2028-12-26"),
            ("Every year", "2029-12-24", "2029-12-26"),
        ],
        (0, 0, 0),
    );
    check(&event("STATUS:CANCELLED\r\nSUMMARY:Not any more\r\nDTSTART;VALUE=DATE:20270802"), &[], (0, 0, 0));
    check("BEGIN:VTODO\r\nUID:2\r\nDTSTART;VALUE=DATE:20270802\r\nEND:VTODO\r\n", &[], (0, 0, 0));
    let twice = event("SUMMARY:Twice\r\nDTSTART;VALUE=DATE:20270802");
    check(&format!("{twice}{twice}"), &[("Twice", "2027-08-02", "2027-08-02")], (0, 0, 0));
    // Line ends of other systems, a byte-order mark, a folded line.
    let folded = "\u{feff}BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A very long\n  holiday\nDTSTART;VALUE=DATE:20270802\nEND:VEVENT\nEND:VCALENDAR\n";
    let agenda = Agenda::read(folded.as_bytes(), &(date(2027, 1, 1)..=date(2028, 1, 1)), &zone()).expect("a calendar");
    assert_eq!(agenda.time_off[0].name, "A very long holiday");
}

/// All times at which an event takes place within the plan.
#[test]
fn an_event_that_repeats_keeps_every_time_of_it_free() {
    // One that began long before the plan, one that ends by its number, one with exceptions, and one that ends on a day.
    check(
        &event("SUMMARY:Birthday\r\nRRULE:FREQ=YEARLY\r\nDTSTART;VALUE=DATE:19900401"),
        &[
            ("Birthday", "2027-04-01", "2027-04-01"),
            ("Birthday", "2028-04-01", "2028-04-01"),
            ("Birthday", "2029-04-01", "2029-04-01"),
        ],
        (0, 0, 0),
    );
    check(
        &event(
            "SUMMARY:Shift\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3;BYDAY=MO\r\nDTSTART:20270802T080000Z\r\nDURATION:P1D",
        ),
        &[
            ("Shift", "2027-08-02", "2027-08-03"),
            ("Shift", "2027-08-16", "2027-08-17"),
            ("Shift", "2027-08-30", "2027-08-31"),
        ],
        (0, 0, 0),
    );
    let holiday =
        "SUMMARY:Away\r\nRRULE:FREQ=YEARLY;UNTIL=20290801\r\nEXDATE;VALUE=DATE:20280801\r\nDTSTART;VALUE=DATE:20270801";
    // A time of it that is cancelled by itself does not take place either.
    let cancelled =
        "STATUS:CANCELLED\r\nSUMMARY:Away\r\nRECURRENCE-ID;VALUE=DATE:20270801\r\nDTSTART;VALUE=DATE:20270801";
    check(&(event(holiday) + &event(cancelled)), &[("Away", "2029-08-01", "2029-08-01")], (0, 0, 0));
    let moved = "SUMMARY:Away\r\nRECURRENCE-ID;VALUE=DATE:20290801\r\nDTSTART;VALUE=DATE:20290901";
    check(
        &(event(holiday) + &event(moved)),
        &[("Away", "2027-08-01", "2027-08-01"), ("Away", "2029-09-01", "2029-09-01")],
        (0, 0, 0),
    );
    // Days that follow each other under one name are one stretch.
    check(
        &event("SUMMARY:Course\r\nRRULE:FREQ=DAILY;COUNT=5\r\nDTSTART;VALUE=DATE:20270802"),
        &[("Course", "2027-08-02", "2027-08-06")],
        (0, 0, 0),
    );
    // A rule that is none: the first time is taken, and said to be the first only.
    check(
        &event("SUMMARY:Odd\r\nRRULE:FREQ=FORTNIGHTLY\r\nDTSTART;VALUE=DATE:20270802"),
        &[("Odd", "2027-08-02", "2027-08-02")],
        (0, 1, 0),
    );
    // So is one that repeats within a day, also where its first time lies outside.
    check(&event("SUMMARY:Odd\r\nRRULE:FREQ=SECONDLY\r\nDTSTART;VALUE=DATE:19000101"), &[], (0, 1, 0));
    // Further times stand beside the first one, before or behind it.
    check(
        &event(
            "SUMMARY:Fair\r\nDTSTART;VALUE=DATE:20270401\r\nDTEND;VALUE=DATE:20270403\r\nRDATE;VALUE=DATE:20270501,20270310",
        ),
        &[
            ("Fair", "2027-03-10", "2027-03-11"),
            ("Fair", "2027-04-01", "2027-04-02"),
            ("Fair", "2027-05-01", "2027-05-02"),
        ],
        (0, 0, 0),
    );
    // An exception of universal time is one of the event's own clock.
    check(
        &event(
            "SUMMARY:Duty\r\nDTSTART;TZID=Europe/Berlin:20280103T000000\r\nDURATION:P1D\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE:20280109T230000Z",
        ),
        &[("Duty", "2028-01-03", "2028-01-03"), ("Duty", "2028-01-17", "2028-01-17")],
        (0, 0, 0),
    );
    // So is the end of a rule; that of whole days has no clock.
    check(
        &event(
            "SUMMARY:Duty\r\nDTSTART;TZID=Europe/Berlin:20280103T000000\r\nDURATION:P1D\r\nRRULE:FREQ=WEEKLY;UNTIL=20280116T230000Z",
        ),
        &[
            ("Duty", "2028-01-03", "2028-01-03"),
            ("Duty", "2028-01-10", "2028-01-10"),
            ("Duty", "2028-01-17", "2028-01-17"),
        ],
        (0, 0, 0),
    );
    // And a time of it that is moved, wherever it is moved to.
    let series =
        "SUMMARY:Duty\r\nDTSTART;TZID=Europe/Berlin:20280103T000000\r\nDURATION:P1D\r\nRRULE:FREQ=WEEKLY;COUNT=2";
    let moved = "SUMMARY:Duty\r\nDTSTART;TZID=America/New_York:20280112T000000\r\nDURATION:P1D\r\nRECURRENCE-ID:20280109T230000Z";
    check(
        &(event(series) + &event(moved)),
        &[("Duty", "2028-01-03", "2028-01-03"), ("Duty", "2028-01-12", "2028-01-12")],
        (0, 0, 0),
    );
    check(&event("SUMMARY:Never\r\nRRULE:FREQ=YEARLY;UNTIL=20200101\r\nDTSTART;VALUE=DATE:20190802"), &[], (0, 0, 1));
    // Universal time is the clock of where one is: this ends after midnight there.
    check(
        &event("SUMMARY:Trip\r\nDTSTART:20270801T223000Z\r\nDTEND:20270803T210000Z"),
        &[("Trip", "2027-08-02", "2027-08-03")],
        (0, 0, 0),
    );
    // Names on one line, without marks that turn what follows; properties in small letters.
    check(
        &event("summary:Two\\nlines \u{202e}here\r\ndtstart;value=DATE:20270802"),
        &[("Two lines here", "2027-08-02", "2027-08-02")],
        (0, 0, 0),
    );
}

#[test]
fn what_is_no_calendar_is_refused_and_breaks_nothing() {
    let within = date(2027, 1, 1)..=date(2030, 1, 1);
    let check = |bytes: &[u8], error: AgendaError| assert_eq!(Agenda::read(bytes, &within, &zone()), Err(error));
    check(b"", AgendaError::NoCalendar);
    check(b"kind,id,name\n", AgendaError::NoCalendar);
    check(b"\xff\xfe\x00", AgendaError::Encoding);
    check("BEGIN:VEVENT\n".repeat(100_000).as_bytes(), AgendaError::NoCalendar);
    check(&vec![b'x'; collagen_ledger::agenda::LARGEST + 1], AgendaError::TooLarge);
    // Days that are none are passed over, and counted.
    let odd =
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20271332\r\nDTEND:99\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let agenda = Agenda::read(odd.as_bytes(), &within, &zone()).expect("a calendar");
    assert_eq!((agenda.time_off.len(), agenda.unread), (0, 1));
}
