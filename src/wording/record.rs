//! What was issued of a plan, and what became of it.

use super::figures::date;
use crate::locale::tr;
use crate::record::{Answer, Issued, Record, Status};
use crate::units::Date;

/// What was issued: `Issued 22 Nov 2026 as CL-17, valid until 22 Dec 2026`.
pub fn issued(issued: &Issued) -> String {
    let snapshot = &*issued.snapshot;
    let (on, number, until) = (date(snapshot.on), &snapshot.number, date(snapshot.valid_until));
    tr!("Issued {on} as {number}, valid until {until}", on, number, until)
}

/// What became of it: `Accepted 3 Dec 2026`.
pub fn status(status: &Status) -> String {
    match status {
        Status::Issued => tr!("No answer yet").to_owned(),
        Status::Accepted { on, option: None } => tr!("Accepted {date}", date = date(*on)),
        Status::Accepted { on, option: Some(option) } => {
            tr!("Option {option} accepted {date}", option = option.letter(), date = date(*on))
        }
        Status::Declined { on } => tr!("Declined {date}", date = date(*on)),
        Status::Expired { on } => tr!("Expired, it was valid until {date}", date = date(*on)),
        Status::Superseded(by) => tr!("Superseded {date} by {number}", date = date(by.on), number = by.by),
    }
}

/// How a plan stands as a whole, in one sentence.
pub fn plan_status(record: &Record, today: Date) -> String {
    let (Some(last), Some(now)) = (record.last(), record.last_status(today)) else {
        return tr!("Draft, not issued yet").to_owned();
    };
    if record.is_revising() {
        let (revision, number) = (record.next_revision(), &last.snapshot.number);
        return tr!("Revision {revision} of {number}, not issued yet", revision, number);
    }
    let (issued, now) = (issued(last), status(&now));
    format!("{issued}. {now}")
}

/// What was not kept of an issue, if not everything was.
pub fn not_kept(issued: &Issued) -> Option<String> {
    let number = &issued.snapshot.number;
    (!issued.snapshot.frozen.is_whole()).then(|| {
        tr!(
            "Of {number} only prices and intervals were kept: dates of upkeep that waits for fading, and projected results, \
             follow from the catalogue of today",
            number
        )
    })
}

/// What a client said, in the order it was recorded: `accepted 3 Dec 2026, then declined 9 Dec 2026`.
pub fn answers(issued: &Issued) -> String {
    let said = issued.answers.iter().map(|said| {
        let date = date(said.on);
        match said.answer {
            Answer::Accepted(None) => tr!("accepted {date}", date),
            Answer::Accepted(Some(option)) => tr!("option {option} accepted {date}", option = option.letter(), date),
            Answer::Declined => tr!("declined {date}", date),
            Answer::Open => tr!("no answer after all {date}", date),
        }
    });
    said.reduce(|earlier, later| tr!("{earlier}, then {later}", earlier, later)).unwrap_or_default()
}

/// What stands above the files that may be of a client who is to be forgotten, if there are some.
pub fn unopened_traces() -> &'static str {
    tr!("These cannot be opened here, may hold the client as well, and stay:")
}
