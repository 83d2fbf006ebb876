//! What was written down of a plan, event by event: when, by whom, what, and the seal by which each is told.

use super::clinical::clinical;
use super::figures::{date, money_exact};
use super::grading::grade;
use super::names::{concern_name, desk};
use super::plan::treatment_on;
use crate::catalog::Catalog;
use crate::document::{Draft, LineId, Serial};
use crate::locale::tr;
use crate::log::{Dossier, Event, EventKind, Log, Moment, Signature};
use crate::progress::{Fact, SessionFact};
use crate::record::Answer;

/// An event of a plan's log in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventWords {
    /// When, with how far the clock of the desk is ahead of UTC where that was kept: `15 Mar 2027, 09:30 +01:00`.
    pub when: String,
    /// Who, at which desk, with which version; empty where that was not kept.
    pub who: String,
    /// What.
    pub what: String,
    /// The beginning of its seal: `3f2a 91bc`.
    pub seal: String,
}

/// What was written down of a plan, the earliest first.
pub fn log_events(plan: &Dossier, catalog: &Catalog) -> Vec<EventWords> {
    let words = |event: &Event| EventWords {
        when: when(event.at),
        who: event.by.as_ref().map(who).unwrap_or_default(),
        what: said(event, plan, catalog),
        seal: event.seal.short(),
    };
    plan.log.events().iter().map(words).collect()
}

/// That something is not as it was written down, if so.
pub fn torn_log(log: &Log) -> Option<String> {
    let behind = log.torn().first().map(|event| when(event.at))?;
    Some(tr!(
        "The record of this plan was changed outside the program: an entry before {behind} is not there as it was written down. \
         Compare it with the sheet that was handed out, or with an older copy of the file",
        behind
    ))
}

/// The seal that a sheet prints: `entry 3f2a 91bc`.
pub fn printed_seal(seal: &str) -> String {
    tr!("entry {seal}", seal)
}

fn when(at: Moment) -> String {
    let (day, time) = (date(at.local.date()), at.local.strftime("%H:%M"));
    [format!("{day}, {time}"), at.zone().unwrap_or_default()].join(" ").trim_end().to_owned()
}

fn who(by: &Signature) -> String {
    let Signature { person, desk: place, program } = by;
    let version = tr!("version {version}", version = program);
    [desk(person, place), version].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn said(event: &Event, plan: &Dossier, catalog: &Catalog) -> String {
    let number = |issue: Serial| {
        let record = plan.record();
        let issued = record.issues().iter().find(|issued| issued.id == issue);
        issued.map(|issued| issued.snapshot.number.clone()).unwrap_or_default()
    };
    match &event.what {
        EventKind::Issued(snapshot) => tr!("Issued as {number}", number = snapshot.number),
        EventKind::Answered { issue, said } => {
            let (number, day) = (number(*issue), date(said.on));
            match said.answer {
                Answer::Accepted(None) => tr!("{number} accepted {day}", number, day),
                Answer::Accepted(Some(option)) => {
                    tr!("{number}: option {option} accepted {day}", number, option = option.letter(), day)
                }
                Answer::Declined => tr!("{number} declined {day}", number, day),
                Answer::Open => tr!("{number}: no answer after all {day}", number, day),
            }
        }
        EventKind::RevisionBegun { issue } => tr!("Revision of {number} begun", number = number(*issue)),
        EventKind::RevisionAbandoned { issue } => tr!("Revision of {number} given up", number = number(*issue)),
        EventKind::Happened(happened) => fact(happened, &plan.draft, catalog),
        EventKind::Acknowledged(matter) => {
            let remark = clinical(&matter.remark);
            match (matter.option.and_then(|id| plan.draft.mark(id)), matter.option) {
                (Some(mark), _) => tr!("Option {option}, acknowledged: {remark}", option = mark.letter(), remark),
                (None, Some(_)) => tr!("Acknowledged of an option that was removed: {remark}", remark),
                (None, None) => tr!("Acknowledged: {remark}", remark),
            }
        }
        EventKind::TakenBack { event: mistaken } => {
            let (meant, is_restored) = meant(*mistaken, plan.log.events());
            let entry = meant.map(|meant| said(meant, plan, catalog)).unwrap_or_default();
            if is_restored { tr!("Restored: {entry}", entry) } else { tr!("Taken back: {entry}", entry) }
        }
    }
}

/// What was taken back in the end, where that may have been taken back as well; and whether it stands again by that.
fn meant(mistaken: Serial, events: &[Event]) -> (Option<&Event>, bool) {
    let named = |number: Serial| events.iter().find(|event| event.number == number);
    let (mut meant, mut is_restored) = (named(mistaken), false);
    for _ in events {
        let Some(Event { what: EventKind::TakenBack { event }, .. }) = meant else { break };
        (meant, is_restored) = (named(*event), !is_restored);
    }
    (meant, is_restored)
}

fn fact(fact: &Fact, draft: &Draft, catalog: &Catalog) -> String {
    let line = |id: LineId| {
        let found = draft.options.iter().flat_map(|option| &option.lines).find(|line| line.id == id);
        found.map_or(tr!("a treatment that was removed").to_owned(), |line| {
            treatment_on(catalog, &line.treatment, &line.area)
        })
    };
    match fact {
        Fact::Session { line: of, on, what } => {
            let (line, day) = (line(*of), date(*on));
            match what {
                SessionFact::Had { paid: None, .. } => tr!("{line}: session had {day}", line, day),
                SessionFact::Had { paid: Some(paid), .. } => {
                    let paid = money_exact(*paid, draft.currency);
                    tr!("{line}: session had {day}, {paid} paid", line, day, paid)
                }
                SessionFact::Skipped => tr!("{line}: session of {day} given up", line, day),
                SessionFact::Booked => tr!("{line}: session booked for {day}", line, day),
            }
        }
        Fact::Ended { line: of, on } => tr!("{line}: broken off {day}", line = line(*of), day = date(*on)),
        Fact::Payment { on, amount, note, .. } => {
            let (day, paid) = (date(*on), money_exact(*amount, draft.currency));
            let payment = tr!("Payment of {paid}, {day}", paid, day);
            if note.is_empty() { payment } else { format!("{payment}: {note}") }
        }
        Fact::Graded { concern, on, grade: given, .. } => {
            let concern = concern_name(catalog, concern);
            tr!("Result graded {day} for {concern}: {grade}", day = date(*on), concern, grade = grade(*given))
        }
    }
}
