//! What really happened of a plan, and how it goes on from there.

use crate::plans::{CATALOG, plan};
use collagen_ledger::document::{
    AddOnDraft, Draft, ExtraId, LineDraft, LineId, MembershipDraft, OptionId, PackageDraft, PriceDraft, SpreadText,
    Upkeep,
};
use collagen_ledger::evaluation::{Evaluation, Followed, SessionState};
use collagen_ledger::ledger::total;
use collagen_ledger::log::{Author, Dossier, DueKind, EventKind};
use collagen_ledger::progress::{Fact, ProgressError, SessionFact};
use collagen_ledger::report::text;
use collagen_ledger::storage::{self, parse_plan, plan_text};
use collagen_ledger::units::{Date, Grade, Money, Percent, Spread};
use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

const START: Date = date(2027, 3, 1);

/// A plan of one option: needling for 350.00, four sessions every four weeks from the first day on, then twice a year.
fn needling(change: impl FnOnce(&mut LineDraft)) -> Dossier {
    let mut draft = Draft::example(&CATALOG, &CATALOG.concerns[0], START);
    draft.options.truncate(1);
    let line = &mut draft.options[0].lines[0];
    line.sessions = 4;
    line.spacing_days = 28;
    line.upkeep = Upkeep::Every { months: 6 };
    line.price = PriceDraft::Own(of("350"));
    change(line);
    draft.options[0].lines.truncate(1);
    draft.horizon_years = 2;
    draft.into()
}

/// One price.
fn of(amount: &str) -> SpreadText {
    Spread { low: amount.to_owned(), typical: amount.to_owned(), high: amount.to_owned() }
}

fn the_line(dossier: &Dossier) -> LineId {
    dossier.draft.options[0].lines[0].id
}

fn by(minute: i8) -> Author {
    storage::author(START.at(9, minute, 0, 0), "desk", 7)
}

/// What is written of a line: `had 2027-03-01`, `had 2027-03-01 320`, `given up 2027-03-29`, `booked …`, `broken off …`, and of
/// its option `paid 2027-03-01 -150`.
fn fact(dossier: &Dossier, written: &str) -> Fact {
    let line = the_line(dossier);
    let words: Vec<&str> = written.rsplitn(2, |letter: char| letter.is_alphabetic()).collect();
    let what = &written[..written.len() - words[0].len()];
    let mut rest = words[0].split_whitespace();
    let on: Date = rest.next().expect("a day").parse().expect("a day");
    let amount = rest.next().map(|amount| Money::from_minor(100 * amount.parse::<i64>().expect("an amount")));
    match what {
        "had" => Fact::Session { line, on, what: SessionFact::Had { paid: amount, planned: None } },
        "given up" => Fact::Session { line, on, what: SessionFact::Skipped },
        "booked" => Fact::Session { line, on, what: SessionFact::Booked },
        "broken off" => Fact::Ended { line, on },
        "paid" => {
            let (option, note) = (dossier.draft.options[0].id, String::new());
            Fact::Payment { option, on, amount: amount.expect("an amount"), note }
        }
        other => panic!("{other} is nothing that happens"),
    }
}

fn noted(mut dossier: Dossier, written: &[&str], today: Date) -> Dossier {
    for (minute, written) in (0..).zip(written) {
        let fact = fact(&dossier, written);
        // What is booked is noted before.
        let today = if fact.is_past() { today } else { today.min(fact.on()) };
        dossier.note(fact, today, &by(minute)).unwrap_or_else(|error| panic!("{written}: {error:?}"));
    }
    dossier
}

fn followed(dossier: &Dossier, as_of: Date) -> Followed {
    let option = dossier.draft.options[0].id;
    let evaluation = Evaluation::of(&dossier.draft, &CATALOG).expect("a valid plan");
    let followed = dossier.followed(&evaluation, option, as_of, &CATALOG).expect("it can be worked out");
    followed.expect("the option is shown")
}

/// The sessions as they are expected: days with the first letter of how sure each is.
fn sessions(followed: &Followed) -> String {
    let of_step = |step: &collagen_ledger::evaluation::Step| match step.what.id() {
        "payment" => None,
        state => Some(format!("{} {}", step.on, &state[..1])),
    };
    followed.steps.iter().filter_map(of_step).collect::<Vec<_>>().join(", ")
}

/// What happens to four sessions of needling from 1 March on, looked at on a day: the days and what is paid in two years.
fn check(written: &[&str], as_of: Date, days: &str, paid: &str) {
    let dossier = noted(needling(|_| {}), written, as_of);
    let followed = followed(&dossier, as_of);
    assert_eq!(sessions(&followed), days, "{written:?}");
    let total = followed.course().ledger.total.typical;
    assert_eq!(total.to_plain(dossier.draft.currency), paid, "{written:?}");
}

#[test]
fn what_has_happened_stays_and_the_rest_is_foreseen_from_there() {
    let plan = "2027-03-01 f, 2027-03-29 f, 2027-04-26 f, 2027-05-24 f, 2027-11-24 f, 2028-05-24 f, 2028-11-24 f";
    check(&[], START, plan, "2450.00");
    // As planned, in part and for another price.
    check(&["had 2027-03-01"], date(2027, 3, 1), &plan.replacen('f', "h", 1), "2450.00");
    check(&["had 2027-03-01 320"], date(2027, 3, 1), &plan.replacen('f', "h", 1), "2420.00");
    // Two weeks late: the rest is as far apart as it was to be.
    check(
        &["had 2027-03-01", "had 2027-04-12"],
        date(2027, 4, 12),
        "2027-03-01 h, 2027-04-12 h, 2027-05-10 f, 2027-06-07 f, 2027-12-07 f, 2028-06-07 f, 2028-12-07 f",
        "2450.00",
    );
    // One given up takes its place among the four, and what follows stays where it was.
    check(
        &["had 2027-03-01", "given up 2027-03-29"],
        date(2027, 4, 1),
        "2027-03-01 h, 2027-03-29 g, 2027-04-26 f, 2027-05-24 f, 2027-11-24 f, 2028-05-24 f, 2028-11-24 f",
        "2100.00",
    );
    // Nothing is known of the second: it is overdue, and foreseen on the day of looking at the earliest.
    check(
        &["had 2027-03-01"],
        date(2027, 4, 10),
        "2027-03-01 h, 2027-04-10 o, 2027-05-08 f, 2027-06-05 f, 2027-12-05 f, 2028-06-05 f, 2028-12-05 f",
        "2450.00",
    );
    // Booked for a later day.
    check(
        &["had 2027-03-01", "booked 2027-04-20"],
        date(2027, 3, 2),
        "2027-03-01 h, 2027-04-20 b, 2027-05-18 f, 2027-06-15 f, 2027-12-15 f, 2028-06-15 f, 2028-12-15 f",
        "2450.00",
    );
    // Had after all on another day than it was booked for: the booking is past.
    check(
        &["had 2027-03-01", "booked 2027-04-20", "had 2027-04-22"],
        date(2027, 4, 22),
        "2027-03-01 h, 2027-04-22 h, 2027-05-20 f, 2027-06-17 f, 2027-12-17 f, 2028-06-17 f, 2028-12-17 f",
        "2450.00",
    );
    // Broken off, and something paid back.
    check(
        &["had 2027-03-01", "had 2027-03-29", "broken off 2027-04-01", "paid 2027-04-02 -50"],
        date(2027, 4, 2),
        "2027-03-01 h, 2027-03-29 h, 2027-04-01 b",
        "650.00",
    );
    // Upkeep on another day is what the next one is reckoned from.
    let course = ["had 2027-03-01", "had 2027-03-29", "had 2027-04-26", "had 2027-05-24"];
    check(
        &[&course[..], &["had 2028-01-10"]].concat(),
        date(2028, 1, 10),
        "2027-03-01 h, 2027-03-29 h, 2027-04-26 h, 2027-05-24 h, 2028-01-10 h, 2028-07-10 f, 2029-01-10 f",
        "2450.00",
    );
    // A session more than planned is upkeep, from which the next is reckoned.
    check(
        &[&course[..], &["had 2027-06-21"]].concat(),
        date(2027, 6, 21),
        "2027-03-01 h, 2027-03-29 h, 2027-04-26 h, 2027-05-24 h, 2027-06-21 h, 2027-12-21 f, 2028-06-21 f, 2028-12-21 f",
        "2800.00",
    );
    // Upkeep that nobody noted for so long that the next one is nearer is left out.
    check(
        &course,
        date(2028, 4, 1),
        "2027-03-01 h, 2027-03-29 h, 2027-04-26 h, 2027-05-24 h, 2028-05-24 f, 2028-11-24 f",
        "2100.00",
    );
}

#[test]
fn what_is_written_first_on_an_earlier_day_begins_the_plan() {
    let dossier = noted(needling(|_| {}), &["had 2027-02-22"], date(2027, 2, 22));
    let followed = followed(&dossier, date(2027, 2, 22));
    assert_eq!(followed.expected.plan.start, date(2027, 2, 22));
    assert!(sessions(&followed).starts_with("2027-02-22 h, 2027-03-22 f, 2027-04-19 f, 2027-05-17 f, 2027-11-17 f"));
    assert_eq!(followed.delay(), Some(-7));
    // What is only paid before does not.
    let paid = noted(needling(|_| {}), &["paid 2027-01-10 100"], date(2027, 2, 22));
    let paid = self::followed(&paid, date(2027, 2, 22));
    assert_eq!(paid.expected.plan.start, START);
    assert_eq!(paid.more_paid(), Spread::of(Money::from_minor(10_000)));
}

#[test]
fn a_package_is_used_up_by_the_sessions_that_were_had() {
    let package = |line: &mut LineDraft| {
        use collagen_ledger::document::PackageDraft;
        line.package = PackageDraft::Own { sessions: 2, price: of("600") };
    };
    let day = date(2027, 4, 1);
    let dossier = noted(needling(package), &["had 2027-03-01", "given up 2027-03-29"], day);
    let expected = followed(&dossier, day);
    // One of the first package is left: the third session uses it, and the second package begins with the fourth.
    assert_eq!(expected.prepaid.iter().map(|left| left.sessions).collect::<Vec<_>>(), [1]);
    assert_eq!(expected.paid.typical, Money::from_minor(60_000));
    let ledger = &expected.course().ledger;
    assert_eq!(ledger.total.typical, Money::from_minor(2 * 60_000 + 3 * 35_000));
    // What was really paid stands in its place, and what was covered stays covered.
    let paid = noted(needling(package), &["had 2027-03-01 550", "had 2027-03-29"], day);
    assert_eq!(followed(&paid, day).paid.typical, Money::from_minor(55_000));
}

#[test]
fn it_is_said_where_more_is_paid_than_was_spoken_of() {
    let said = |written: &[&str]| {
        let day = date(2027, 4, 1);
        let followed = followed(&noted(needling(|_| {}), written, day), day);
        collagen_ledger::wording::followed(&followed, &CATALOG).join("; ")
    };
    assert!(!said(&["had 2027-03-01 350", "had 2027-03-29 350"]).contains("spoken of"));
    assert!(
        said(&["had 2027-03-01 350", "had 2027-03-29 351"])
            .contains("more than $2,450.00, the most that was spoken of")
    );
}

/// Nine tenths unless the clinic says otherwise, and only while more is to come.
#[test]
fn it_is_said_where_what_is_paid_nears_what_was_spoken_of() {
    let check = |paid: [u32; 3], nearing: Option<&str>, expected: Option<&str>| {
        let mut catalog = CATALOG.clone();
        catalog.defaults.nearing = nearing.map(|share| Percent::parse(share, 100).expect("a share"));
        let price = Spread { low: "300".to_owned(), typical: "350".to_owned(), high: "500".to_owned() };
        let plan = needling(|line| (line.price, line.upkeep) = (PriceDraft::Own(price), Upkeep::None));
        let days = ["2027-03-01", "2027-03-29", "2027-04-26"];
        let written: Vec<String> = days.iter().zip(paid).map(|(day, paid)| format!("had {day} {paid}")).collect();
        let day = date(2027, 4, 26);
        let dossier = noted(plan, &written.iter().map(String::as_str).collect::<Vec<_>>(), day);
        let evaluation = Evaluation::of(&dossier.draft, &catalog).expect("a valid plan");
        let option = dossier.draft.options[0].id;
        let followed = dossier.followed(&evaluation, option, day, &catalog).expect("worked out").expect("shown");
        let said = collagen_ledger::wording::followed(&followed, &catalog).join("; ");
        match expected {
            Some(expected) => assert!(said.contains(expected), "{paid:?}: {said}"),
            None => assert!(!said.contains("spoken of"), "{paid:?}: {said}"),
        }
    };
    // Of 1,400 in all, typically, and 2,000 at most; 350 are to come.
    check([420, 420, 419], None, None);
    check([420, 420, 420], None, Some("nears what was spoken of, $1,400.00 typically, and more is to come"));
    check([300, 200, 200], Some("50"), Some("nears what was spoken of"));
    check([300, 200, 199], Some("50"), None);
    check([500, 500, 400], None, Some("As much is paid as was spoken of"));
    check([500, 500, 651], None, Some("more than $2,000.00, the most that was spoken of"));
}

/// What was broken off is not waited for, and what of it is paid back is said as long as the package is left.
#[test]
fn what_is_left_of_a_package_that_was_broken_off_is_paid_back() {
    let mut catalog = CATALOG.clone();
    let treatment = catalog.treatments.iter_mut().find(|one| one.id.as_str() == "microneedling").expect("needling");
    treatment.package_refund = Some(Percent::parse("80", 100).expect("a share"));
    treatment.package_months = Some(12);
    let price = Spread { low: "900", typical: "900", high: "900" }.map(str::to_owned);
    let check = |written: &[&str], said: &str, is_waited_for: bool| {
        let day = date(2027, 3, 30);
        let package = PackageDraft::Own { sessions: 3, price: price.clone() };
        let dossier = noted(needling(|line| line.package = package), written, day);
        let evaluation = Evaluation::of(&dossier.draft, &catalog).expect("a valid plan");
        let option = dossier.draft.options[0].id;
        let followed = dossier.followed(&evaluation, option, day, &catalog).expect("worked out").expect("shown");
        let all = collagen_ledger::wording::followed(&followed, &catalog).join("; ");
        assert!(all.contains(said), "{written:?}: {all}");
        let dues = dossier.due(&evaluation, (day, 3_000), &catalog).expect("worked out");
        let left = dues.due.iter().filter(|due| matches!(due.what, DueKind::Left { .. }));
        assert_eq!(left.count() > 0, is_waited_for, "{written:?}");
    };
    check(
        &["had 2027-03-01"],
        "$600 of what was paid, to be had until 1 Mar 2028; $480 is paid back if it is broken off",
        true,
    );
    check(
        &["had 2027-03-01", "broken off 2027-03-29"],
        "as it was broken off, $480 is paid back, less what was",
        false,
    );
    // What of an amount of the day was for the package, nobody knows.
    check(&["had 2027-03-01 960"], "80% of what was paid for it is paid back if it is broken off", true);
}

#[test]
fn what_is_left_of_an_extra_in_packages_is_said_and_due() {
    let light = |line: &mut LineDraft| {
        let package = PackageDraft::Own { sessions: 3, price: of("60") };
        line.add_ons = vec![AddOnDraft {
            id: ExtraId::NEW,
            add_on: None,
            name: "Light".to_owned(),
            price: PriceDraft::Own(of("25")),
            package,
        }];
        line.upkeep = Upkeep::None;
    };
    let day = date(2027, 3, 30);
    let check = |written: &[&str], says: &str, paid: i64| {
        let mut dossier = needling(light);
        dossier.draft.identify(0);
        let dossier = noted(dossier, written, day);
        let evaluation = Evaluation::of(&dossier.draft, &CATALOG).expect("a valid plan");
        let option = dossier.draft.options[0].id;
        let followed = dossier.followed(&evaluation, option, day, &CATALOG).expect("worked out").expect("shown");
        let all = collagen_ledger::wording::followed(&followed, &CATALOG).join("; ");
        assert!(all.contains(says), "{written:?}: {all}");
        assert_eq!(followed.paid.typical.minor(), paid, "{written:?}");
    };
    let left = "1 session of Light with Microneedling is paid and not had, $20 of what was paid";
    check(&["had 2027-03-01", "had 2027-03-29"], left, 2 * 35_000 + 6_000);
    // Of an amount noted for the day nobody knows what was for the extra; its sessions are left all the same.
    let noted = "1 session of Light with Microneedling is paid and not had";
    check(&["had 2027-03-01 400", "had 2027-03-29"], noted, 40_000 + 35_000);
}

#[test]
fn of_one_amount_for_several_packages_nobody_knows_what_was_for_each() {
    let package = |sessions, price: &str| PackageDraft::Own { sessions, price: of(price) };
    let mut dossier = needling(|line| {
        line.package = package(4, "1200");
        line.upkeep = Upkeep::None;
        line.add_ons = vec![AddOnDraft {
            id: ExtraId::NEW,
            add_on: None,
            name: "Light".to_owned(),
            price: PriceDraft::Own(of("25")),
            package: package(3, "60"),
        }];
    });
    dossier.draft.identify(0);
    let day = date(2027, 3, 10);
    let left = |written: &[&str]| {
        let dossier = noted(dossier.clone(), written, day);
        let evaluation = Evaluation::of(&dossier.draft, &CATALOG).expect("a valid plan");
        let option = dossier.draft.options[0].id;
        let followed = dossier.followed(&evaluation, option, day, &CATALOG).expect("worked out").expect("shown");
        let of_package = followed
            .prepaid
            .iter()
            .map(|left| (left.add_on.is_some(), left.sessions, left.worth.map(|worth| worth.typical.minor())));
        of_package.collect::<Vec<_>>()
    };
    assert_eq!(left(&["had 2027-03-01"]), [(false, 3, Some(90_000)), (true, 2, Some(4_000))]);
    assert_eq!(left(&["had 2027-03-01 1100"]), [(false, 3, None), (true, 2, None)]);
}

#[test]
fn what_cannot_have_happened_is_not_written_down() {
    let dossier = noted(needling(|_| {}), &["had 2027-03-01"], START);
    let check = |written: &str, today: Date, error: ProgressError| {
        let mut changed = dossier.clone();
        let fact = fact(&dossier, written);
        assert_eq!(changed.note(fact, today, &by(30)), Err(error), "{written}");
        assert_eq!(changed, dossier, "{written} left something behind");
    };
    let later = date(2027, 3, 29);
    check("had 2027-03-29", START, ProgressError::Ahead(later));
    check("given up 2027-03-29", START, ProgressError::Ahead(later));
    check("broken off 2027-03-29", START, ProgressError::Ahead(later));
    check("booked 2027-03-01", later, ProgressError::BookedInPast(START));
    check("had 2027-03-01", later, ProgressError::Known);
    // That would change nothing: had counts.
    check("given up 2027-03-01", later, ProgressError::WasHad(START));
    check("booked 2027-03-01", START, ProgressError::Known);
    let given_up = noted(needling(|_| {}), &["given up 2027-03-01"], START);
    let booked = fact(&given_up, "booked 2027-03-01");
    assert_eq!(given_up.clone().note(booked, START, &by(30)), Err(ProgressError::WasGivenUp(START)));
    check("had 2026-02-01", later, ProgressError::TooEarly { on: date(2026, 2, 1), start: START });
    check("had 2029-03-01", date(2029, 4, 1), ProgressError::TooLate { on: date(2029, 3, 1), end: date(2029, 3, 1) });
    check("had 2027-03-29 -1", later, ProgressError::Amount);
    check("paid 2027-03-29 0", later, ProgressError::NoAmount);
    check("paid 2027-03-29 99999999", later, ProgressError::Amount);
    let mut other = dossier.clone();
    let unknown = Fact::Ended { line: LineId::NEW, on: START };
    assert_eq!(other.note(unknown, later, &by(1)), Err(ProgressError::NotInPlan));
}

#[test]
fn a_mistake_is_taken_back_once_and_stays_in_the_log() {
    let day = date(2027, 4, 1);
    let mut dossier = noted(needling(|_| {}), &["had 2027-03-01", "given up 2027-03-29"], day);
    let id = dossier.log.progress().noted()[1].id;
    let planned = followed(&noted(needling(|_| {}), &["had 2027-03-01"], day), day);
    dossier.take_back(id, &by(20)).expect("it is known");
    assert_eq!(followed(&dossier, day).steps.len(), planned.steps.len());
    assert_eq!(dossier.take_back(id, &by(21)), Err(ProgressError::NothingToTakeBack));
    let happened = dossier.log.events().iter().filter(|event| matches!(event.what, EventKind::Happened(_)));
    assert_eq!(happened.count(), 2);
    assert_eq!(parse_plan(&plan_text(&dossier)).expect("what is written is read"), dossier);
}

#[test]
fn how_a_plan_goes_on_reads_like_this() {
    let day = date(2027, 6, 1);
    let written =
        ["had 2027-03-05", "had 2027-04-02 300", "given up 2027-04-30", "paid 2027-04-02 -20", "booked 2027-06-10"];
    let dossier = noted(needling(|_| {}), &written, day);
    insta::assert_snapshot!(text::progress(&followed(&dossier, day), &dossier.record(), &CATALOG, day));
}

/// A day of a history: how many days after the one before, what becomes of the session, and what is paid.
fn history() -> impl Strategy<Value = Vec<(i64, u8, Option<i64>)>> {
    prop::collection::vec((1..200_i64, 0..5_u8, prop::option::of(0..90_000_i64)), 0..12)
}

/// A percentage or a step.
fn grade(of: i64) -> Grade {
    let of = u32::try_from(of).expect("a number");
    if of % 2 == 0 { Grade::Percent(of % 101) } else { Grade::Quartile(of % 5) }
}

/// What happens of each line of the first option in turn.
fn facts(draft: &Draft, history: &[(i64, u8, Option<i64>)]) -> Vec<Fact> {
    let option = &draft.options[0];
    let end = draft.start.saturating_add(i64::from(draft.horizon_years).years());
    let (mut on, mut facts) = (draft.start.saturating_sub(20.days()), Vec::new());
    for (at, (later, kind, paid)) in history.iter().enumerate() {
        on = on.saturating_add((*later).days());
        let paid = paid.map(Money::from_minor);
        let session = |what| {
            let line = option.lines.get(at % option.lines.len().max(1))?.id;
            Some(Fact::Session { line, on, what })
        };
        let fact = match kind {
            0 | 1 => session(SessionFact::Had { paid, planned: None }),
            2 => session(SessionFact::Skipped),
            // Before the first day there is nothing to grade.
            3 => (on > draft.start).then(|| Fact::Graded {
                option: option.id,
                concern: draft.concern.clone(),
                on,
                grade: grade(*later),
            }),
            _ => paid.filter(|paid| *paid != Money::ZERO).map(|amount| Fact::Payment {
                option: option.id,
                on,
                amount: if at % 2 == 0 { amount } else { Money::ZERO - amount },
                note: "n".to_owned(),
            }),
        };
        facts.extend(fact.filter(|_| on < end));
    }
    facts
}

fn written_down<'a>(draft: &Draft, facts: impl IntoIterator<Item = &'a Fact>, today: Date) -> Dossier {
    let mut dossier = Dossier::from(draft.clone());
    for (at, fact) in (0_u32..).zip(facts) {
        let by = storage::author(START.at(9, 0, 0, 0), "desk", at);
        dossier.note(fact.clone(), today, &by).unwrap_or_else(|error| panic!("{fact:?}: {error:?}"));
    }
    dossier
}

/// How the first option goes on; none where what happened makes what is foreseen unsafe.
fn gone_on(dossier: &Dossier, option: OptionId, as_of: Date) -> Option<Followed> {
    let evaluation = Evaluation::of(&dossier.draft, &CATALOG).expect("a valid plan");
    dossier.followed(&evaluation, option, as_of, &CATALOG).ok()?
}

fn add(one: Spread<Money>, other: Spread<Money>) -> Spread<Money> {
    one.zip(other, |one, other| one + other)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn every_history_keeps_its_sums_and_comes_to_the_same_in_any_order(
        draft in plan(),
        history in history(),
        shuffled in any::<prop::sample::Index>(),
        ahead in 0..60_i64,
    ) {
        let facts = facts(&draft, &history);
        let last = facts.last().map_or(draft.start, Fact::on);
        let today = last.max(draft.start).saturating_add(ahead.days());
        let dossier = written_down(&draft, &facts, today);
        let option = draft.options[0].id;
        let Some(followed) = gone_on(&dossier, option, today) else { return Ok(()) };
        let ledger = &followed.course().ledger;
        prop_assert_eq!(ledger.total, total(&ledger.entries));
        prop_assert!(ledger.entries.iter().map(|entry| entry.day).is_sorted());
        prop_assert_eq!(ledger.years.iter().fold(Spread::default(), |sum, year| add(sum, *year)), ledger.total);
        // Nothing that was had is lost, and nothing is foreseen before today.
        let had = facts.iter().filter(|fact| matches!(fact, Fact::Session { what: SessionFact::Had { .. }, .. })).count();
        prop_assert_eq!(followed.count(SessionState::Had), had);
        let is_early = |step: &&collagen_ledger::evaluation::Step| step.noted.is_none() && step.on < today;
        prop_assert!(followed.steps.iter().find(is_early).is_none());
        // What was paid of what was had with its amount, and without, is what stands there.
        for fact in &facts {
            if let Fact::Session { line, on, what: SessionFact::Had { paid: Some(paid), .. } } = *fact {
                let of_day = ledger.entries.iter().filter(|entry| entry.date == on && entry.item.line() == Some(line));
                prop_assert_eq!(total(of_day), Spread::of(paid));
            }
        }
        // Whatever was written down first.
        let mut others: Vec<&Fact> = facts.iter().collect();
        if !others.is_empty() {
            let at = shuffled.index(others.len());
            others.rotate_left(at);
            others.reverse();
        }
        let other = written_down(&draft, others, today);
        let other = gone_on(&other, option, today).expect("it could be worked out");
        prop_assert_eq!(&other.expected.estimate.options[0].schedule, &followed.expected.estimate.options[0].schedule);
        prop_assert_eq!(other.course().ledger.total, ledger.total);
        prop_assert_eq!(other.now, followed.now);
        prop_assert_eq!(&other.grades, &followed.grades);
        prop_assert_eq!(&parse_plan(&plan_text(&dossier)).expect("what is written is read"), &dossier);
    }

}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn what_happens_as_planned_changes_nothing(draft in plan(), some in any::<prop::sample::Index>()) {
        let evaluation = Evaluation::of(&draft, &CATALOG).expect("a valid plan");
        let planned = &evaluation.estimate.options[0];
        // Days kept free move what is foreseen; what was moved and had there is where it was due.
        prop_assume!(planned.schedule.displaced.is_empty());
        let sessions = &planned.schedule.sessions;
        let some = some.index(sessions.len() + 1);
        let had: Vec<Fact> = sessions[..some]
            .iter()
            .map(|session| Fact::Session { line: session.line, on: session.date, what: SessionFact::Had { paid: None, planned: None } })
            .collect();
        let today = had.last().map_or(draft.start, Fact::on);
        let dossier = written_down(&draft, had.iter().take(1_900), today);
        prop_assume!(had.len() <= 1_900);
        let followed = gone_on(&dossier, draft.options[0].id, today).expect("it can be worked out");
        let found = &followed.course().schedule.sessions;
        let other = found.iter().zip(sessions).find(|(one, other)| one != other);
        prop_assert!(found == sessions, "{other:?} of {} and {} with {some} had", found.len(), sessions.len());
        prop_assert_eq!(&followed.course().ledger.entries, &planned.ledger.entries);
        prop_assert_eq!(followed.now, followed.planned);
        prop_assert_eq!(followed.delay().unwrap_or_default(), 0);
    }
}

/// All that should have been had by now are counted, not the next one alone; what is booked anew is not among them.
#[test]
fn what_was_missed_is_counted() {
    let check = |written: &[&str], missed: usize| {
        let today = date(2027, 6, 1);
        assert_eq!(followed(&noted(needling(|_| {}), written, today), today).missed(), missed, "{written:?}");
    };
    check(&[], 4);
    check(&["had 2027-03-01"], 3);
    check(&["had 2027-03-01", "given up 2027-03-29"], 2);
    check(&["had 2027-03-01", "had 2027-03-29", "had 2027-04-26", "booked 2027-06-08"], 0);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    /// What was paid is not what is asked for later: noted as planned, it is what was planned then, several treatments on one day too.
    #[test]
    fn what_was_paid_stays_whatever_is_asked_for_later(draft in plan(), some in 1..8_usize) {
        let evaluation = Evaluation::of(&draft, &CATALOG).expect("a valid plan");
        let planned = &evaluation.estimate.options[0];
        prop_assume!(planned.schedule.displaced.is_empty());
        let had: Vec<(LineId, Date)> =
            planned.schedule.sessions.iter().take(some).map(|session| (session.line, session.date)).collect();
        let today = had.last().map_or(draft.start, |(_, on)| *on);
        let mut dossier = Dossier::from(draft.clone());
        for (minute, (line, on)) in (0..).zip(&had) {
            let fact = Fact::Session { line: *line, on: *on, what: SessionFact::Had { paid: None, planned: None } };
            let fact = dossier.as_planned(fact, &evaluation, today, &CATALOG);
            dossier.note(fact, today, &by(minute)).expect("it can have happened");
        }
        let followed = gone_on(&dossier, draft.options[0].id, today).expect("it can be worked out");
        prop_assert_eq!(&followed.course().ledger.entries, &planned.ledger.entries, "as long as the plan is the same");
        prop_assert_eq!(parse_plan(&plan_text(&dossier)).expect("what is written is read"), dossier.clone());
        for line in dossier.draft.options.iter_mut().flat_map(|option| &mut option.lines) {
            line.price = PriceDraft::Own(of("777.77"));
        }
        let Some(later) = gone_on(&dossier, draft.options[0].id, today) else { return Ok(()) };
        let days: Vec<Date> = had.iter().map(|(_, on)| *on).collect();
        let is_of_all = |entry: &&collagen_ledger::ledger::Entry| {
            let of_day: Vec<LineId> = had.iter().filter(|(_, on)| *on == entry.date).map(|(line, _)| *line).collect();
            days.contains(&entry.date) && entry.item.line().is_some_and(|line| of_day.contains(&line))
        };
        let paid = |followed: &Followed| total(followed.course().ledger.entries.iter().filter(is_of_all));
        prop_assert_eq!(paid(&later), paid(&followed));
    }
}

#[test]
fn sessions_that_a_membership_has_brought_and_nobody_has_planned_are_due() {
    let membership = |roll_over: u32| MembershipDraft {
        fee: "40".to_owned(),
        months: 6,
        sessions: 1,
        roll_over,
        covers: vec!["microneedling".into()],
        ..MembershipDraft::default()
    };
    let check = |roll_over: u32, sessions: u32, written: &[&str], day: Date, expected: &[&str]| {
        let mut dossier = needling(|line| (line.sessions, line.upkeep) = (sessions, Upkeep::None));
        dossier.draft.options[0].membership = Some(membership(roll_over));
        let dossier = noted(dossier, written, day);
        let evaluation = Evaluation::of(&dossier.draft, &CATALOG).expect("a valid plan");
        let dues = dossier.due(&evaluation, (day, 400), &CATALOG).expect("worked out");
        let left = dues.due.iter().filter(|due| matches!(due.what, DueKind::MemberSessions { .. }));
        let said = left.map(|due| collagen_ledger::wording::due(due, dues.followed.as_ref(), &CATALOG));
        assert_eq!(said.collect::<Vec<_>>(), expected, "{written:?} on {day}");
    };
    let left = |sessions: &str, day: &str| {
        format!(
            "{sessions} of the membership {}, to be had until {day}",
            if sessions == "1 session" { "is left" } else { "are left" }
        )
    };
    // One session a month, and no more than one had: that of the second month is there since 1 April.
    check(0, 1, &["had 2027-03-01"], date(2027, 4, 10), &[&left("1 session", "30 Apr 2027")]);
    // That of the first month was had; that of the third has not come yet.
    check(0, 1, &["had 2027-03-01"], date(2027, 3, 10), &[]);
    // What is kept for longer is lost later, and no later than the membership ends.
    check(
        2,
        1,
        &["had 2027-03-01"],
        date(2027, 5, 10),
        &[&left("1 session", "30 Jun 2027"), &left("1 session", "31 Jul 2027")],
    );
    check(9, 1, &["had 2027-03-01"], date(2027, 4, 10), &[&left("1 session", "31 Aug 2027")]);
    // Those that are lost on one day are one thing to see to.
    check(9, 1, &["had 2027-03-01"], date(2027, 6, 10), &[&left("3 sessions", "31 Aug 2027")]);
    // A session that is foreseen uses it.
    check(0, 4, &["had 2027-03-01", "had 2027-03-29"], date(2027, 4, 10), &[]);
}
