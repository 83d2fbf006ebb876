//! Calendars of any plan.

use super::{config, evaluation};
use crate::plans::{CATALOG, plan};
use crate::strict;
use collagen_ledger::document::Draft;
use collagen_ledger::record::Record;
use collagen_ledger::report::PlanResults;
use collagen_ledger::report::calendar::{Calendar, CalendarError, Contents, ics};
use jiff::Timestamp;
use proptest::prelude::*;

/// A plan whose texts are anything that can be typed into one line.
fn named() -> impl Strategy<Value = Draft> {
    (plan(), "\\PC{0,120}", "[!-~ ]{0,60}[a-z]\\PC{0,59}").prop_map(|(mut draft, reference, name)| {
        (draft.reference, draft.options[0].name) = (reference, name);
        draft
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_calendar_reads_strictly_and_holds_exactly_the_sessions(draft in named(), aftercare: bool, reference: bool) {
        let evaluation = evaluation(&draft);
        for option in evaluation.estimate.options.iter().filter(|option| option.mark.is_some()) {
            let Some(mark) = option.mark else { continue };
            let contents = Contents { reference, aftercare };
            let (plan, made) = (PlanResults::of(&evaluation, &CATALOG), Timestamp::UNIX_EPOCH);
            let text = ics(&Calendar { plan, option: mark, record: &Record::default(), contents, made });
            let days: Vec<_> = option.schedule.sessions.iter().map(|session| session.date).collect();
            if days.is_empty() {
                prop_assert!(matches!(text, Err(CalendarError::NoSessions(_))));
                continue;
            }
            let events = strict::read(&text.expect("a calendar"));
            let events = events.map_err(TestCaseError::fail)?;
            let sessions: Vec<_> = events.iter().filter(|event| event.related.is_none()).collect();
            prop_assert_eq!(sessions.iter().map(|event| event.first).collect::<Vec<_>>(), days);
            prop_assert!(aftercare || sessions.len() == events.len());
            let typed = evaluation.plan.reference.trim();
            let shown = format!("Reference: {typed}");
            let is_shown = sessions.iter().all(|event| event.description.lines().any(|line| line == shown));
            prop_assert_eq!(is_shown, reference && !typed.is_empty());
        }
    }
}
