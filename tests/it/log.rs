//! Two copies of a plan that each went on are put together: in whatever order and however often, the same comes of it, and
//! nothing is lost.

use crate::plans::terms;
use collagen_ledger::catalog::Catalog;
use collagen_ledger::document::{Draft, PlanId, Serial};
use collagen_ledger::log::{Dossier, EventKind, Log, Moment, Signature};
use collagen_ledger::plan::ClinicalRemark;
use collagen_ledger::record::{Answer, Matter, RecordError};
use collagen_ledger::storage::{self, parse_plan, plan_text};
use collagen_ledger::text::Text;
use collagen_ledger::units::Date;
use jiff::civil::date;
use proptest::prelude::*;

const DAY: Date = date(2027, 3, 1);

/// What somebody does with a plan, on a clock that may be behind or ahead of others.
#[derive(Clone, Debug)]
enum Step {
    Issue,
    Answer(Answer),
    Revise,
    Abandon,
    Acknowledge(Matter),
    Reopen(Matter),
}

fn step() -> impl Strategy<Value = (Step, i8, u32)> {
    let steps = vec![
        Step::Issue,
        Step::Answer(Answer::Accepted(None)),
        Step::Answer(Answer::Declined),
        Step::Answer(Answer::Open),
        Step::Revise,
        Step::Abandon,
        Step::Acknowledge(matter("one")),
        Step::Acknowledge(matter("another")),
        Step::Reopen(matter("one")),
    ];
    (prop::sample::select(steps), 0..60_i8, any::<u32>())
}

fn matter(caution: &str) -> Matter {
    Matter { option: None, remark: ClinicalRemark::Caution(Text::english(caution)) }
}

/// Goes on with a plan at a desk. What cannot be done then is not.
fn go_on(dossier: &mut Dossier, desk: &str, steps: &[(Step, i8, u32)]) {
    let catalog = Catalog::built_in();
    for (step, minute, salt) in steps {
        let by = storage::author(DAY.at(9, *minute, 0, 0), desk, *salt).signed(Signature::default());
        let number = dossier.record().proposed_number("CL-1");
        let done: Result<(), RecordError> = match step {
            Step::Issue => dossier.issue(terms(&number, DAY), &catalog, &by),
            Step::Answer(answer) => dossier.answer(*answer, DAY, DAY, &by),
            Step::Revise => dossier.revise(&by),
            Step::Abandon => dossier.abandon(&by),
            Step::Acknowledge(matter) => {
                dossier.acknowledge(matter.clone(), &by);
                Ok(())
            }
            Step::Reopen(matter) => {
                dossier.reopen(matter, &by);
                Ok(())
            }
        };
        drop(done);
    }
}

fn begun() -> Dossier {
    let catalog = Catalog::built_in();
    let draft = Draft { id: PlanId::of_random(1), ..Draft::example(&catalog, &catalog.concerns[0], DAY) };
    draft.into()
}

fn merged(logs: &[&Log]) -> Log {
    logs.iter().fold(Log::default(), |mut all, log| {
        all.merge(log);
        all
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn copies_that_each_went_on_come_together_without_a_loss(
        before in prop::collection::vec(step(), 0..4),
        here in prop::collection::vec(step(), 0..6),
        there in prop::collection::vec(step(), 0..6),
    ) {
        let mut one = begun();
        go_on(&mut one, "front", &before);
        let mut other = one.clone();
        go_on(&mut one, "front", &here);
        go_on(&mut other, "back", &there);
        let together = merged(&[&one.log, &other.log]);
        for logs in [vec![&other.log, &one.log], vec![&one.log, &other.log, &one.log, &other.log]] {
            prop_assert_eq!(&merged(&logs), &together);
        }
        for event in one.log.events().iter().chain(other.log.events()) {
            prop_assert!(together.events().contains(event), "{:?} is lost", event);
        }
        prop_assert!(together.check().is_ok(), "{:?}", together.check());
        prop_assert!(together.torn().is_empty(), "every event is behind what it was written behind");
        let mut last = together.clone();
        let next = storage::author(DAY.at(10, 0, 0, 0), "front", 9);
        last.append(&next, EventKind::TakenBack { event: Serial::default() });
        for gone in 0..together.events().len() {
            let mut rest = last.events().to_vec();
            rest.remove(gone);
            prop_assert!(!Log::of(rest).torn().is_empty(), "number {} is missed", gone);
        }
        let said = |log: &Log| log.record().issues().iter().map(|issued| issued.answers.len()).sum::<usize>();
        let answers = together.events().iter().filter(|event| event.number.number > 0).count();
        prop_assert!(said(&together) >= said(&one.log).max(said(&other.log)) && answers == together.events().len());
        // Each desk's own order is kept, whatever its clock shows.
        let own = |log: &Log, desk: &str| -> Vec<_> {
            log.events().iter().filter(|event| event.desk == desk).map(|event| event.number).collect()
        };
        prop_assert_eq!(own(&together, "back"), own(&other.log, "back"));
        prop_assert_eq!(own(&together, "front"), own(&one.log, "front"));
    }

    #[test]
    fn what_happens_to_a_plan_is_written_and_read(steps in prop::collection::vec(step(), 0..8)) {
        let mut dossier = begun();
        go_on(&mut dossier, "front", &steps);
        prop_assert_eq!(parse_plan(&plan_text(&dossier)), Ok(dossier));
    }
}

#[test]
fn desks_in_two_zones_write_in_the_order_of_what_they_wrote() {
    let moment = |text: &str| Moment::from(&text.parse::<jiff::Zoned>().expect("a moment"));
    let mut log = Log::default();
    let mut write = |at: Moment| {
        log.append(&storage::author(at, "desk", 1), EventKind::TakenBack { event: Serial::default() });
        log.events().last().expect("an event").at.to_string()
    };
    assert_eq!(write(moment("2027-03-01T14:00[Europe/Berlin]")), "2027-03-01T14:00:00+01:00");
    assert_eq!(write(moment("2027-03-01T08:30[America/New_York]")), "2027-03-01T08:30:00-05:00", "half an hour later");
    assert_eq!(
        write(moment("2027-03-01T14:10[Europe/Berlin]")),
        "2027-03-01T14:30:00.001+01:00",
        "a clock that is behind"
    );
    let read = parse_plan(&plan_text(&Dossier { log: log.clone(), ..begun() })).expect("a plan").log;
    assert_eq!(read, log);
}

#[test]
fn an_event_says_who_wrote_it_and_what_it_was_written_behind() {
    let signature = |person: &str| Signature { person: person.into(), desk: "front".into(), program: "0.1.0".into() };
    let (mut plan, catalog) = (begun(), Catalog::built_in());
    let by = |person: &str| storage::author(DAY.at(9, 0, 0, 0), "1f", 1).signed(signature(person));
    plan.issue(terms("CL-1", DAY), &catalog, &by("AB")).expect("issued");
    plan.answer(Answer::Declined, DAY, DAY, &by("CD")).expect("answered");
    plan.answer(Answer::Open, DAY, DAY, &by("AB")).expect("answered");
    let text = plan_text(&plan);
    let read = parse_plan(&text).expect("a plan");
    let [issued, declined, open] = read.log.events() else { panic!("three events") };
    assert_eq!((&declined.by, &declined.before), (&Some(signature("CD")), &vec![issued.seal]));
    assert_eq!(
        (read.record().last().map(|issued| issued.seal), &open.before),
        (Some(issued.seal), &vec![declined.seal])
    );
    // Whatever is changed in an entry, the one behind it tells.
    let changes = [("person: \"CD\"", "person: \"AB\""), ("answer: declined", "answer: accepted")];
    for (from, to) in changes {
        let torn = parse_plan(&text.replacen(from, to, 1)).unwrap_or_else(|error| panic!("{from}: {error}")).log;
        assert_eq!(torn.torn().len(), 1, "{from} became {to}");
    }
}

#[test]
fn a_changed_entry_does_not_stand_beside_what_it_was() {
    let mut plan = begun();
    go_on(&mut plan, "front", &[(Step::Issue, 0, 1), (Step::Answer(Answer::Declined), 5, 2), (Step::Revise, 6, 3)]);
    for (from, to) in [("answer: declined", "answer: accepted"), ("program: \"0.1.0\"", "program: \"0.1.1\"")] {
        let text = plan_text(&plan);
        let forged = parse_plan(&text.replacen(from, to, 1)).expect("a plan");
        assert!(forged.log.events() != plan.log.events(), "{from}");
        for logs in [[&plan.log, &forged.log], [&forged.log, &plan.log]] {
            let healed = merged(&logs);
            assert_eq!((healed.events(), healed.torn().len()), (plan.log.events(), 0), "what others rest on stands");
        }
    }
}

#[test]
fn two_who_did_not_know_of_each_other_may_issue_one_number() {
    let (mut one, mut other) = (begun(), begun());
    go_on(&mut one, "front", &[(Step::Issue, 0, 1)]);
    go_on(&mut other, "front", &[(Step::Issue, 3, 2)]);
    let both = Dossier { log: merged(&[&one.log, &other.log]), ..one.clone() };
    assert_eq!(both.record().issues().len(), 2);
    assert_eq!(parse_plan(&plan_text(&both)).map(|read| read.log), Ok(both.log), "it can be read again");
}

#[test]
fn two_answers_at_once_are_both_kept() {
    let mut file = begun();
    go_on(&mut file, "front", &[(Step::Issue, 0, 1)]);
    let (mut one, mut other) = (file.clone(), file);
    // At one moment, with one number but for the salt.
    go_on(&mut one, "front", &[(Step::Answer(Answer::Declined), 5, 2)]);
    go_on(&mut other, "front", &[(Step::Answer(Answer::Accepted(None)), 5, 3)]);
    let by = storage::author(DAY.at(9, 0, 0, 0), "front", 4);
    let with = |dossier: &Dossier, log: &Log| {
        let mut dossier = parse_plan(&plan_text(dossier)).expect("a plan");
        dossier.take_in(log, &by);
        dossier
    };
    let both = with(&one, &other.log);
    assert_eq!(both.record().issues()[0].answers.len(), 2);
    assert_eq!(with(&both, &one.log), both, "once more changes nothing");
    assert_eq!(with(&other, &one.log).log, both.log, "nor does the order");
}
