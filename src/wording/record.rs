//! What was issued of a plan, and what became of it.

use super::figures::date;
use crate::scenario::{Answer, Draft, Issued, Standing};
use crate::units::Date;

/// What was issued: `Issued 22 Nov 2026 as CL-17, valid until 22 Dec 2026`.
pub fn issued(issued: &Issued) -> String {
    let snapshot = &*issued.snapshot;
    let (on, number, until) = (date(snapshot.on), &snapshot.number, date(snapshot.valid_until));
    format!("Issued {on} as {number}, valid until {until}")
}

/// What became of it: `Accepted 3 Dec 2026`.
pub fn standing(standing: &Standing) -> String {
    match standing {
        Standing::Issued => "No answer yet".to_owned(),
        Standing::Accepted { on } => {
            let on = date(*on);
            format!("Accepted {on}")
        }
        Standing::Declined { on } => {
            let on = date(*on);
            format!("Declined {on}")
        }
        Standing::Expired { on } => {
            let until = date(*on);
            format!("Expired, it was valid until {until}")
        }
        Standing::Superseded(by) => {
            let (on, number) = (date(by.on), &by.by);
            format!("Superseded {on} by {number}")
        }
    }
}

/// How a plan stands as a whole, in one sentence.
pub fn plan_standing(draft: &Draft, today: Date) -> String {
    let record = &draft.record;
    let (Some(last), Some(now)) = (record.last(), record.last_standing(today)) else {
        return "Draft, not issued yet".to_owned();
    };
    if record.is_revising() {
        let (revision, number) = (record.next_revision(), &last.snapshot.number);
        return format!("Revision {revision} of {number}, not issued yet");
    }
    let (issued, now) = (issued(last), standing(&now));
    format!("{issued}. {now}")
}

/// What a client said, as a word.
pub fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Accepted => "accepted",
        Answer::Declined => "declined",
        Answer::Open => "no answer after all",
    }
}

/// What a client said, in the order it was recorded: `accepted 3 Dec 2026, then declined 9 Dec 2026`.
pub fn answers(issued: &Issued) -> String {
    let said = issued.answers.iter().map(|said| {
        let (what, on) = (answer(said.answer), date(said.on));
        format!("{what} {on}")
    });
    said.collect::<Vec<_>>().join(", then ")
}
