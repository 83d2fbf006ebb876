//! Calendars: exactly the sessions, in a form nobody can complain about, and no more of the client than wanted.

use super::{Made, line, made, of};
use crate::strict::{self, Event};
use collagen_ledger::catalog::Catalog;
use collagen_ledger::document::{Draft, Mark, PlanId, Upkeep};
use collagen_ledger::log::{Dossier, IssueTerms};
use collagen_ledger::report::calendar::Contents;
use collagen_ledger::report::export::Export;
use collagen_ledger::storage;
use collagen_ledger::units::Date;
use jiff::ToSpan;
use jiff::civil::date;
use std::collections::BTreeSet;

impl Made {
    fn events(&self) -> Vec<Event> {
        let text = self.text(Export::Calendar);
        strict::read(&text).unwrap_or_else(|wrong| panic!("{wrong}\n{text}"))
    }

    fn ids(&self) -> BTreeSet<String> {
        self.events().into_iter().map(|event| event.uid).collect()
    }

    fn session_days(&self) -> Vec<Date> {
        let options = &self.evaluation.estimate.options;
        let option = options.iter().find(|option| option.mark == self.option).expect("the option");
        option.schedule.sessions.iter().map(|session| session.date).collect()
    }
}

/// The events of a calendar that are sessions.
fn sessions(events: &[Event]) -> Vec<&Event> {
    events.iter().filter(|event| event.category == "TREATMENT").collect()
}

#[test]
fn every_option_of_every_example_becomes_a_strict_calendar_of_exactly_its_sessions() {
    for concern in Catalog::built_in().concerns {
        let mut made = made(concern.id.as_str(), |_, _| ());
        let marks: Vec<Mark> = made.evaluation.plan.options.iter().map(|option| option.mark).collect();
        for mark in marks {
            made.option = Some(mark);
            let events = made.events();
            let sessions = sessions(&events);
            let days: Vec<Date> = sessions.iter().map(|event| event.first).collect();
            assert_eq!(days, made.session_days(), "{} {mark:?}", concern.id);
            assert!(sessions.iter().all(|event| event.first == event.last && event.related.is_none()));
            let ids: BTreeSet<&String> = sessions.iter().map(|event| &event.uid).collect();
            let reminders = events.iter().filter(|event| event.category != "TREATMENT");
            assert!(reminders.clone().all(|event| event.related.as_ref().is_some_and(|id| ids.contains(id))));
            // The stamp is the moment given, in UTC.
            assert!(events.iter().all(|event| event.stamp == "20270221T043005Z"));
        }
    }
}

#[test]
fn one_session_of_needling_reads_like_this() {
    let made = made("acne-scars", |draft, _| {
        draft.reference = "R-12".into();
        let line = &mut draft.options[0].lines[0];
        (line.sessions, line.upkeep) = (1, Upkeep::None);
    });
    // The version changes with every release.
    let text = made.text(Export::Calendar).replace(env!("CARGO_PKG_VERSION"), "VERSION");
    insta::assert_snapshot!("one_session_of_needling", text);
}

#[test]
fn texts_come_back_as_they_were_typed() {
    let names =
        ["a, b; c\\d", "back\\nslash", "\"quoted\" = 'x'", "Zoë Ångström 皮膚 🙂", &"long ".repeat(22), ":;,\\"];
    for name in names {
        let made = made("acne-scars", |draft, _| {
            draft.reference = name.into();
            draft.options[0].name = name.into();
        });
        for event in sessions(&made.events()) {
            let (reference, option) = (format!("Reference: {}", name.trim()), format!("Option A · {}", name.trim()));
            assert!(event.summary.ends_with(&format!("({})", name.trim())), "{}", event.summary);
            let lines: Vec<&str> = event.description.lines().collect();
            assert!(lines.contains(&reference.as_str()) && lines.contains(&option.as_str()), "{lines:#?}");
        }
    }
}

#[test]
fn the_reference_can_be_left_out_everywhere() {
    let mut made = made("acne-scars", |draft, _| draft.reference = "Mustermann".into());
    let with = made.ids();
    assert!(made.text(Export::Calendar).contains("Mustermann"));
    made.contents.reference = false;
    assert!(!made.text(Export::Calendar).contains("Mustermann"));
    assert!(!made.file_name(Export::Calendar).contains("Mustermann"));
    assert_eq!(made.ids(), with, "the same events all the same");
}

#[test]
fn nothing_else_of_the_client_is_in_it() {
    let made = made("acne-scars", |draft, _| draft.notes = "Allergic to lidocaine".into());
    let text = made.text(Export::Calendar);
    for secret in ["lidocaine", "$", "350", "USD", "smok", "acne"] {
        assert!(!text.to_lowercase().contains(&secret.to_lowercase()), "{secret} is in the calendar");
    }
}

#[test]
fn aftercare_follows_each_session_at_the_clinic_and_can_be_left_out() {
    let mut made = made("acne-scars", |draft, catalog| {
        let mut roller = line(draft, catalog, "home-roller");
        (roller.start_day, roller.sessions, roller.upkeep) = (400, 10, Upkeep::None);
        draft.options[0].lines.push(roller);
    });
    let events = made.events();
    let at_home: Vec<&Event> = events.iter().filter(|event| event.summary.contains("roller")).collect();
    assert_eq!((at_home.len(), sessions(&events).len()), (10, 19), "nine sessions at the clinic, ten at home");
    assert!(at_home.iter().all(|event| event.description.contains("Clean the roller")), "{:?}", at_home[0]);
    let first = sessions(&events)[0];
    let follows: Vec<(i32, i32, &str)> = events
        .iter()
        .filter(|event| event.related.as_ref() == Some(&first.uid))
        .map(|event| {
            ((event.first - first.first).get_days(), (event.last - first.first).get_days(), event.summary.as_str())
        })
        .collect();
    let expected = [
        (0, 2, "Marks may show after Microneedling (1–3 days)"),
        (0, 0, "Aftercare for Microneedling, the day itself"),
        (1, 1, "Aftercare for Microneedling, day 1"),
        (2, 2, "Aftercare for Microneedling, day 2"),
        (3, 5, "Aftercare for Microneedling, days 3–5"),
        (6, 7, "Aftercare for Microneedling, days 6–7"),
        (8, 10, "Aftercare for Microneedling, days 8–10"),
    ];
    assert_eq!(follows, expected);
    let sunscreen =
        events.iter().find(|event| event.description.contains("mineral sunscreen")).expect("sun protection");
    assert_eq!((sunscreen.first - first.first).get_days(), 2);
    made.contents = Contents { aftercare: false, ..made.contents };
    let without = made.events();
    assert_eq!(without, sessions(&events).into_iter().cloned().collect::<Vec<_>>());
}

#[test]
fn an_event_keeps_its_id_when_it_moves_and_shares_it_with_no_other_plan() {
    type Change = fn(&mut Draft);
    let of = |change: Change| made("acne-scars", |draft, _| change(draft));
    let plan = of(|_| ());
    let same: [(&str, Change); 7] = [
        ("another spacing", |draft| draft.options[0].lines[0].spacing_days = 42),
        ("another start", |draft| draft.start = date(2027, 3, 8)),
        ("another name", |draft| draft.options[0].name = "New".into()),
        ("another price", |draft| draft.tax = "20".into()),
        ("options in another order", |draft| draft.options.reverse()),
        ("an area", |draft| draft.options[0].lines[0].area = "left cheek".into()),
        ("a reference", |draft| draft.reference = "R-13".into()),
    ];
    for (what, change) in same {
        assert_eq!(of(change).ids(), plan.ids(), "{what}");
        let moved = of(change).events() != plan.events();
        assert_eq!(moved, !["another price", "options in another order"].contains(&what), "{what}");
    }
    let mut other_option = of(|_| ());
    other_option.option = Mark::from_letter('B');
    // Two clients without a name who begin on the same day.
    let nameless = of(|draft| draft.id = PlanId::of_random(1));
    let another = of(|draft| draft.id = PlanId::of_random(2));
    let mut seen = plan.ids();
    for (what, other) in [("another option", other_option), ("nameless", nameless), ("another client", another)] {
        let ids = other.ids();
        assert!(seen.is_disjoint(&ids), "{what}");
        seen.extend(ids);
    }
}

/// A plan of a course at the clinic and one at home that was issued, changed and sent again.
fn sent_again(change: impl FnOnce(&mut Draft, &Catalog)) -> (Made, Made) {
    let before = made("acne-scars", |draft, catalog| {
        let mut roller = line(draft, catalog, "home-roller");
        (roller.start_day, roller.sessions, roller.upkeep) = (400, 3, Upkeep::None);
        draft.options[0].lines.push(roller);
        draft.identify(7);
    });
    let mut dossier = Dossier::from(before.draft.clone());
    let terms = IssueTerms {
        number: "CL-1".to_owned(),
        on: date(2027, 2, 20),
        valid_until: date(2027, 3, 31),
        program: String::new(),
        born: None,
        decide_from: None,
        presentation: None,
    };
    let by = storage::author(date(2027, 2, 20).at(9, 0, 0, 0), "front", 7);
    dossier.issue(terms, &before.catalog, &by).expect("issued");
    change(&mut dossier.draft, &before.catalog);
    let mut after = of(&dossier.draft);
    (after.record, after.when) = (dossier.record(), &before.when + 1.second());
    (before, after)
}

#[test]
fn a_changed_plan_that_is_sent_again_cancels_what_is_no_more() {
    type Change = fn(&mut Draft, &Catalog);
    let cases: [(&str, Change, usize); 6] = [
        ("nothing", |_, _| (), 0),
        ("another price", |draft, _| draft.discount = "5".into(), 0),
        ("another day", |draft, _| draft.start = date(2027, 4, 1), 0),
        ("two sessions less", |draft, _| draft.options[0].lines[0].sessions = 3, 2),
        ("no upkeep", |draft, _| draft.options[0].lines[0].upkeep = Upkeep::None, 4),
        ("no treatment at all", |draft, _| draft.options[0].lines.clear(), 12),
    ];
    for (what, change, gone) in cases {
        let (before, after) = sent_again(change);
        let (earlier, later) = (before.events(), after.events());
        let (cancelled, kept): (Vec<Event>, Vec<Event>) = later.into_iter().partition(|event| event.is_cancelled);
        assert_eq!(sessions(&cancelled).len(), gone, "{what}");
        assert!(earlier.iter().all(|event| !event.is_cancelled));
        // Whatever was in the calendar is moved or cancelled, and nothing else is.
        let ids = |events: &[Event]| events.iter().map(|event| event.uid.clone()).collect::<BTreeSet<_>>();
        let all: BTreeSet<String> = ids(&kept).union(&ids(&cancelled)).cloned().collect();
        assert_eq!(all, ids(&earlier), "{what}");
        let last = earlier.iter().map(|event| event.sequence).max();
        assert!(kept.iter().chain(&cancelled).all(|event| Some(event.sequence) > last), "{what}");
    }
}

#[test]
fn reminders_of_another_treatment_are_cancelled_unless_none_were_asked_for() {
    let (before, mut after) = sent_again(|draft, catalog| {
        let mut peel = line(draft, catalog, "superficial-peel");
        let needling = &draft.options[0].lines[0];
        (peel.id, peel.sessions, peel.upkeep) = (needling.id, needling.sessions, needling.upkeep);
        draft.options[0].lines[0] = peel;
    });
    let cancelled = |made: &Made| made.events().into_iter().filter(|event| event.is_cancelled).collect::<Vec<_>>();
    assert!(sessions(&cancelled(&after)).is_empty(), "they are the same visits");
    let (kept, earlier) = (after.ids(), before.ids());
    assert!(!cancelled(&after).is_empty() && kept.is_superset(&earlier));
    after.contents.aftercare = false;
    assert_eq!(cancelled(&after), []);
}

#[test]
fn what_makes_no_calendar_is_said() {
    let check = |option: Option<char>, change: fn(&mut Draft), said: &str| {
        let mut made = made("acne-scars", |draft, _| change(draft));
        made.option = option.and_then(Mark::from_letter);
        let error = made.export(Export::Calendar).expect_err(said);
        assert!(error.is_bad_input() && error.to_string().contains(said), "{error}");
    };
    check(None, |_| (), "choose one of A, B, C, D");
    check(Some('F'), |_| (), "The plan has no option F; it has A, B, C, D");
    check(Some('A'), |draft| draft.options[0].lines.clear(), "Option A · Microneedling has no session");
    let mut only = made("acne-scars", |draft, _| draft.options.truncate(1));
    only.option = None;
    assert_eq!(sessions(&only.events()).len(), 9, "the only option needs no choice");
}

#[test]
fn each_treatment_brings_its_own_aftercare() {
    let reminders = |treatment: &str| {
        let made = made("acne-scars", |draft, catalog| {
            let mut only = line(draft, catalog, treatment);
            (only.sessions, only.upkeep) = (1, Upkeep::None);
            draft.options[0].lines = vec![only];
        });
        let care = made.events().into_iter().filter(|event| event.summary.starts_with("Aftercare"));
        care.map(|event| (event.summary, event.description)).collect::<Vec<_>>()
    };
    let rows = [
        ("ablative-laser", "Aftercare for Ablative fractional laser, days 0–2", 3, "ointment"),
        ("ha-filler", "Aftercare for Hyaluronic acid filler, days 0–1", 2, "skin turns white"),
        ("subcision", "Aftercare for Subcision, days 0–1", 2, "swelling grows fast"),
        ("superficial-peel", "Aftercare for Superficial chemical peel, the day itself", 2, "cool water"),
    ];
    for (treatment, first, count, says) in rows {
        let found = reminders(treatment);
        assert_eq!((found[0].0.as_str(), found.len()), (first, count), "{treatment}");
        assert!(found[0].1.contains(says) && found[0].1.contains("Who says so here: our assumption"), "{:?}", found[0]);
        assert!(!found[0].1.contains("pinpoint"), "{treatment}: needling's aftercare");
    }
    assert!(reminders("home-roller").is_empty(), "said with each use instead");
}
