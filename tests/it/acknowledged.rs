//! What a clinician decides is acknowledged as it was read: it stands as long as the plan says the same, in every language and at
//! every desk, and is open again as soon as it says anything else.

use crate::plans::{CATALOG, terms};
use collagen_ledger::app::Document;
use collagen_ledger::catalog::Catalog;
use collagen_ledger::document::{
    CheckDraft, Draft, LineDraft, LineId, OptionId, Phototype, PriceDraft, SpreadText, Upkeep,
};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::locale::{self, Language, Locale};
use collagen_ledger::log::{Author, Dossier, Signature};
use collagen_ledger::plan::ClinicalRemark;
use collagen_ledger::record::{Acknowledgement, Matter};
use collagen_ledger::report::sheet::{self, Audience, Handout, Paper, Sheet};
use collagen_ledger::report::{PlanResults, json, text};
use collagen_ledger::storage::{self, Stamp, matter_code, parse_plan, plan_text};
use collagen_ledger::units::Date;
use collagen_ledger::wording;
use jiff::civil::date;

const DAY: Date = date(2027, 3, 1);

/// By what the matters of the file of an earlier build are told.
const CODES: [&str; 13] = [
    "7184d472", "fad58557", "4ba4006b", "ff5fac41", "cf8457d0", "19dfda68", "517322e5", "d662ac7a", "fede6811",
    "a01f93a9", "c09fa213", "75c690fa", "479886cf",
];

/// From 1 March 2027, with something of every kind that a clinician decides.
fn everything() -> Draft {
    let concern = CATALOG.concern(&"surgical-scars".into()).expect("a concern");
    let mut draft = Draft::example(&CATALOG, concern, DAY);
    let line = |(id, start_day): (&str, u32)| {
        let treatment = CATALOG.treatment(&id.into()).expect("a treatment");
        let usual = LineDraft::usual(&CATALOG, concern, &draft.profile, treatment);
        LineDraft { sessions: 1, start_day, upkeep: Upkeep::None, ..usual }
    };
    let plans: [&[(&str, u32)]; 3] = [
        &[("ablative-laser", 0), ("medium-peel", 5)],
        &[("microneedling", 0), ("ha-filler", 0)],
        &[("home-roller", 0), ("superficial-peel", 20), ("ablative-laser", 60), ("microneedling", 70)],
    ];
    let lines = plans.map(|lines| lines.iter().copied().map(line).collect::<Vec<_>>());
    for (option, lines) in draft.options.iter_mut().zip(lines) {
        option.lines = lines;
    }
    draft.checklist = vec![CheckDraft { hold: "isotretinoin".into(), over: Some(date(2026, 11, 5)) }];
    draft.profile.phototype = Some(Phototype::V);
    draft.identify(0);
    draft
}

fn by(person: &str) -> Author {
    let signature = Signature { person: person.into(), desk: "front".into(), program: "0.1.0".into() };
    storage::author(DAY.at(9, 30, 0, 0), "1f", 1).signed(signature)
}

/// What there is to decide, and who has, as the plan says it with these draft and log.
fn matters(plan: &Dossier) -> Vec<(Matter, Option<Acknowledgement>)> {
    let (record, evaluation) = (plan.record(), Evaluation::of(&plan.draft, &CATALOG).expect("a plan"));
    let results = PlanResults::of(&evaluation, &CATALOG).acknowledging(record.acknowledged());
    results.matters().into_iter().map(|(matter, by)| (matter, by.cloned())).collect()
}

fn open(plan: &Dossier) -> usize {
    matters(plan).iter().filter(|(_, by)| by.is_none()).count()
}

fn kind(remark: &ClinicalRemark) -> &'static str {
    match remark {
        ClinicalRemark::Caution(_) => "caution",
        ClinicalRemark::Unusual { .. } => "unusual",
        ClinicalRemark::Doubtful { .. } => "doubtful",
        ClinicalRemark::TooSoonAfter { .. } => "too soon",
        ClinicalRemark::OnHold { .. } => "on hold",
        ClinicalRemark::SameDay { .. } => "same day",
        ClinicalRemark::InDowntime { .. } => "in downtime",
    }
}

#[test]
fn whatever_a_clinician_decides_is_acknowledged_written_and_read() {
    let mut plan = Dossier::from(everything());
    let all = matters(&plan);
    let mut kinds: Vec<_> = all.iter().map(|(matter, _)| kind(&matter.remark)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds, ["caution", "doubtful", "in downtime", "on hold", "same day", "too soon", "unusual"]);
    for (at, (matter, _)) in all.iter().enumerate() {
        assert_eq!(open(&plan), all.len() - at, "each by itself");
        assert!(plan.acknowledge(matter.clone(), &by("AB")).is_some());
        assert!(plan.acknowledge(matter.clone(), &by("CD")).is_none(), "once");
    }
    assert_eq!(open(&plan), 0);
    let read = parse_plan(&plan_text(&plan)).expect("a plan");
    assert_eq!((&read, open(&read)), (&plan, 0));
    let first = matters(&read)[0].1.clone().expect("acknowledged");
    assert_eq!(wording::acknowledged(&first), "Acknowledged by AB, front, 1 Mar 2027");
    // What is written down is the same in every language, and so is what it is told by.
    let german = Locale { language: Language::find("de").expect("German"), ..Locale::default() };
    locale::with(german, || {
        assert_eq!(plan_text(&plan), plan_text(&read));
        let said = text::record(&plan, &CATALOG, DAY);
        assert!(said.contains("Ablativer fraktionierter Laser"), "{said}");
    });
    let codes = |plan: &Dossier| matters(plan).iter().map(|(matter, _)| matter_code(matter)).collect::<Vec<_>>();
    let mut distinct = codes(&plan);
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), all.len());
    assert!(distinct.iter().all(|code| code.len() == 8 && code.bytes().all(|digit| digit.is_ascii_hexdigit())));
}

/// It is about what was read: what says the same stays, what says anything else is open.
#[test]
fn it_is_open_again_as_soon_as_the_plan_says_something_else() {
    let said = |plan: &Dossier| -> Vec<(Option<OptionId>, String, bool)> {
        let all = matters(plan).into_iter();
        all.map(|(matter, by)| (matter.option, wording::clinical(&matter.remark), by.is_some())).collect()
    };
    let check = |what: &str, change: &dyn Fn(&mut Draft), reopens: bool| {
        let mut plan = Dossier::from(everything());
        for (matter, _) in matters(&plan) {
            plan.acknowledge(matter, &by("AB"));
        }
        let before = said(&plan);
        change(&mut plan.draft);
        plan.draft.identify(7);
        let after = said(&plan);
        for (option, words, is_so) in &after {
            let was_read = before.iter().any(|(of, said, _)| (of, said) == (option, words));
            assert_eq!(*is_so, was_read, "{what}: {words}");
        }
        assert_eq!(after.iter().any(|(.., is_so)| !is_so), reopens, "{what}");
    };
    check("a price", &|draft| draft.options[0].lines[0].price = PriceDraft::Own(SpreadText::of_text("999")), false);
    check("a name", &|draft| draft.options[0].name = "Another".into(), false);
    check("the order of options", &|draft| draft.options.swap(0, 2), false);
    check("the notes", &|draft| draft.notes = "seen".into(), false);
    check("the day of one of two treatments", &|draft| draft.options[1].lines[1].start_day = 1, true);
    check("the last dose", &|draft| draft.checklist[0].over = Some(date(2026, 11, 6)), true);
    check("the first day", &|draft| draft.start = date(2027, 3, 2), true);
    // Of more sessions the first may be the same.
    check(
        "more sessions on one day",
        &|draft| draft.options[1].lines.iter_mut().for_each(|line| line.sessions = 3),
        true,
    );
    // The same on another part of the body.
    let elsewhere = |draft: &mut Draft| {
        let further = draft.options[1].lines.clone();
        draft.options[1].lines.iter_mut().for_each(|line| line.area = "Face".into());
        draft.options[1].lines.extend(further.into_iter().map(|line| LineDraft { area: "Back".into(), ..line }));
        draft.options[1].lines.iter_mut().for_each(|line| line.id = LineId::default());
    };
    check("two parts of the body", &elsewhere, true);
    check("an option of the same letter", &|draft| draft.options[0].id = OptionId::default(), true);
}

/// Each treatment on these days, on one part of the body.
fn on_days(lines: &[(&str, &[u32])]) -> Draft {
    let concern = CATALOG.concern(&"acne-scars".into()).expect("a concern");
    let mut draft = Draft::example(&CATALOG, concern, DAY);
    draft.options.truncate(1);
    let usual = |id: &str, day: u32| {
        let treatment = CATALOG.treatment(&id.into()).expect("a treatment");
        let usual = LineDraft::usual(&CATALOG, concern, &draft.profile, treatment);
        let days = |days: &[u32]| if days.len() > 1 { days[1] - days[0] } else { usual.spacing_days };
        let of = lines.iter().find(|(of, days)| *of == id && days[0] == day).expect("a line");
        let (sessions, spacing_days) = (u32::try_from(of.1.len()).expect("few"), days(of.1));
        LineDraft { sessions, spacing_days, start_day: day, upkeep: Upkeep::None, ..usual }
    };
    draft.options[0].lines = lines.iter().map(|(id, days)| usual(id, days[0])).collect();
    draft.identify(0);
    draft
}

/// What is said, and by what it is told.
fn decided(draft: Draft) -> Vec<(String, String)> {
    let all = matters(&draft.into()).into_iter();
    all.map(|(matter, _)| (wording::clinical(&matter.remark), matter_code(&matter))).collect()
}

#[test]
fn each_day_on_which_treatments_meet_is_part_of_what_is_decided() {
    let check = |lines: &[(&str, &[u32])], expected: &[&str]| {
        let said: Vec<String> = decided(on_days(lines)).into_iter().map(|(said, _)| said).collect();
        assert_eq!(said, expected, "{lines:?}");
    };
    // On one day, and three days later in the downtime of seven days: two things to decide.
    check(
        &[("ablative-laser", &[0, 60]), ("medium-peel", &[0, 63])],
        &[
            "Ablative fractional laser and Medium-depth chemical peel fall on the same day, 1 Mar 2027; check that they go together",
            "Medium-depth chemical peel on 3 May 2027 falls inside the downtime of Ablative fractional laser on 30 Apr 2027 \
             (28 days until fully normal)",
        ],
    );
    // Each waits for the other; the day that they share is said once, and what comes later is said, too.
    let wait = "it should be at least 2 weeks later";
    check(
        &[("ha-filler", &[0, 40]), ("rf-microneedling", &[0, 50])],
        &[
            &format!(
                "Radiofrequency microneedling is 10 days after Hyaluronic acid filler on 10 Apr 2027; {wait} (sources ask \
                 for 2 weeks to 6 weeks)"
            ),
            &format!(
                "Hyaluronic acid filler is on the same day as Radiofrequency microneedling, 1 Mar 2027; {wait} (some ask to \
                 wait up to 4 weeks)"
            ),
        ],
    );
    // The sentence is the same, and what is decided is not.
    let of = |day: u32| decided(on_days(&[("ablative-laser", &[0, 60]), ("medium-peel", &[20, day])]));
    let (one, other) = (of(80), of(70));
    assert_eq!((&one[0].0, one.len()), (&other[0].0, 1));
    assert!(one[0].0.ends_with(". The same holds for 1 more session"), "{one:?}");
    assert_ne!(one[0].1, other[0].1, "another day of the second session");
    // Sessions that are to wait, too.
    let waiting = |days: &[u32]| {
        let mut draft = on_days(&[("ablative-laser", days)]);
        draft.checklist = vec![CheckDraft { hold: "isotretinoin".into(), over: Some(date(2027, 1, 5)) }];
        decided(draft)
    };
    let (one, two) = (waiting(&[0]), waiting(&[0, 60]));
    assert_eq!(two[0].0, format!("{}. The same holds for 1 more session", one[0].0));
    assert_ne!(one[0].1, two[0].1);
}

/// In a plan for one concern the sentence does not name it.
#[test]
fn what_was_decided_for_one_concern_is_open_for_another() {
    let doubtful = |concern: &str| {
        let mut draft = everything();
        draft.concern = concern.into();
        draft.options.iter_mut().flat_map(|option| &mut option.lines).for_each(|line| line.concern = None);
        let all = matters(&draft.into()).into_iter().map(|(matter, _)| matter);
        all.filter(|matter| matches!(kind(&matter.remark), "unusual" | "doubtful")).collect::<Vec<_>>()
    };
    let (scars, wrinkles) = (doubtful("surgical-scars"), doubtful("wrinkles"));
    assert!(!scars.is_empty() && !wrinkles.is_empty());
    assert!(scars.iter().all(|matter| !wrinkles.contains(matter)));
}

#[test]
fn it_is_taken_back_by_whomever_and_for_all_who_acknowledged_it() {
    let begun = Dossier::from(everything());
    let (matter, _) = matters(&begun)[0].clone();
    let (mut one, mut other) = (begun.clone(), begun.clone());
    one.acknowledge(matter.clone(), &by("AB"));
    other.acknowledge(matter.clone(), &storage::author(DAY.at(9, 40, 0, 0), "2f", 2));
    one.take_in(&other.log, &by("AB"));
    assert_eq!(one.record().acknowledged().len(), 2, "two who did not know of each other");
    let of = |plan: &Dossier| matters(plan)[0].1.clone();
    assert_eq!(of(&one).map(|known| known.person), Some("AB".to_owned()), "the first one counts");
    // One desk takes back what it wrote itself; to say that nobody decided takes all of it back.
    let own = of(&one).expect("acknowledged").id;
    let taken = one.take_back_events(&[own], &by("AB"));
    assert_eq!(of(&one).map(|known| known.person), Some(String::new()), "that of the other one counts now");
    assert!(one.take_back_events(&[own], &by("AB")).is_empty(), "once");
    let again = one.take_back_events(&taken, &by("EF"));
    assert_eq!(of(&one).map(|known| known.person), Some("AB".to_owned()), "as it was, by whoever decided");
    assert_eq!(one.take_back_events(&again, &by("EF")).len(), 1);
    one.take_back_events(&again, &by("EF"));
    assert_eq!(one.reopen(&matter, &by("CD")).len(), 1);
    assert!(one.reopen(&matter, &by("CD")).is_empty());
    assert_eq!((of(&one), open(&one)), (None, open(&begun)));
    one.acknowledge(matter, &by("CD"));
    let id = of(&one).expect("acknowledged again").id;
    one.take_back(id, &by("CD")).expect("by its number as a note is");
    assert!(one.take_back(id, &by("CD")).is_err());
    assert_eq!(of(&one), None);
    assert_eq!(parse_plan(&plan_text(&one)).expect("a plan"), one);
}

/// What was said when the plan was issued is what its copies say, whatever the rules of a later price list ask for.
#[test]
fn an_issue_keeps_what_there_was_to_decide() {
    let mut plan = Dossier::from(everything());
    plan.issue(terms("CL-1", DAY), &CATALOG, &by("AB")).expect("issued");
    let plan = parse_plan(&plan_text(&plan)).expect("a plan");
    let mut longer = CATALOG.clone();
    for rule in longer.rules.holds.iter_mut().flat_map(|hold| &mut hold.rules) {
        rule.days.value.typical += 30;
        rule.days.value.high += 60;
    }
    longer.rules.pairs.clear();
    longer.rules.together.clear();
    let record = plan.record();
    let said = |catalog: &Catalog| -> Vec<Vec<String>> {
        let (evaluation, catalog) = record.last().expect("an issue").snapshot.evaluate(catalog).expect("figures");
        let results = PlanResults::of(&evaluation, &catalog);
        vec![
            results.remarks().into_iter().map(wording::remark).collect(),
            results.matters().iter().map(|(matter, _)| matter_code(matter)).collect(),
        ]
    };
    assert_eq!(said(&longer), said(&CATALOG));
    let anew = Evaluation::of(&plan.draft, &longer).expect("a plan");
    let anew: Vec<String> = PlanResults::of(&anew, &longer).remarks().into_iter().map(wording::remark).collect();
    assert_ne!(anew, said(&CATALOG)[0], "a new plan goes by the new rules");
}

/// A copy of an issue says what its original said, whatever is acknowledged later.
#[test]
fn an_issue_keeps_what_was_acknowledged_by_then() {
    let mut plan = Dossier::from(everything());
    let all = matters(&plan);
    plan.acknowledge(all[0].0.clone(), &by("AB"));
    plan.acknowledge(all[1].0.clone(), &by("AB"));
    plan.reopen(&all[1].0, &by("AB"));
    let before = plan.clone();
    plan.issue(terms("CL-1", DAY), &CATALOG, &by("AB")).expect("issued");
    plan.reopen(&all[0].0, &by("CD"));
    plan.acknowledge(all[2].0.clone(), &by("CD"));
    // Another desk that did not know of the issue, with a clock that is behind.
    let mut other = before;
    other.acknowledge(all[3].0.clone(), &storage::author(DAY.at(8, 0, 0, 0), "2f", 2));
    plan.take_in(&other.log, &by("AB"));
    let record = plan.record();
    let of = |known: &[Acknowledgement]| known.iter().map(|one| one.matter.clone()).collect::<Vec<_>>();
    assert_eq!(of(&record.last().expect("an issue").acknowledged), [all[0].0.clone()]);
    let mut now = of(record.acknowledged());
    now.sort_by_key(matter_code);
    let mut expected = vec![all[2].0.clone(), all[3].0.clone()];
    expected.sort_by_key(matter_code);
    assert_eq!(now, expected);
    let document = json::record(&plan, DAY).expect("plain data");
    assert_eq!(document.matches("\"what\": \"acknowledged\"").count(), 4);
    assert!(document.contains("\"person\": \"CD\""));
}

/// The page for the clinic's file tells what is open from what somebody has decided; a clinic's own layout may print both as one.
#[test]
fn the_clinics_page_says_what_is_open_and_who_decided_the_rest() {
    let mut plan = Dossier::from(everything());
    let all = matters(&plan);
    plan.acknowledge(all[0].0.clone(), &by("AB"));
    let (record, evaluation) = (plan.record(), Evaluation::of(&plan.draft, &CATALOG).expect("a plan"));
    let results = PlanResults::of(&evaluation, &CATALOG).acknowledging(record.acknowledged());
    let sheet = Sheet { plan: results, paper: Paper::A4, issued: DAY, version: "0.1.0" };
    let handout = Handout { audience: Audience::Full, ..sheet.into() };
    let data: serde_json::Value = serde_json::from_str(&sheet::data(&handout).expect("data")).expect("JSON");
    let said = |key: &str| -> Vec<String> {
        let list = data["file_page"][key].as_array().expect("a list").iter();
        list.map(|said| said.as_str().expect("text").to_owned()).collect()
    };
    let (both, open, acknowledged) = (said("remarks"), said("open"), said("acknowledged"));
    let whose = "(Acknowledged by AB, front, 1 Mar 2027)";
    assert!(acknowledged.len() == 1 && acknowledged[0].ends_with(whose), "{acknowledged:?}");
    assert!(open.len() > all.len() - 2 && open.iter().all(|said| !said.contains("Acknowledged")), "{open:?}");
    assert_eq!(both.len(), open.len() + 1);
    assert!(open.iter().chain(&acknowledged).all(|said| both.contains(said)));
}

/// A file as an earlier build wrote it: its bytes, its seals and its codes stay what they were.
#[test]
fn what_was_written_down_is_read_as_it_was() {
    let text = include_str!("../data/plan-v4-acknowledged.ron");
    let plan = parse_plan(text).expect("a plan of an earlier build");
    assert_eq!(plan_text(&plan), text);
    assert!(plan.log.torn().is_empty(), "each entry is behind what it was written behind");
    let codes: Vec<String> = plan.record().acknowledged().iter().map(|one| matter_code(&one.matter)).collect();
    assert_eq!(codes, CODES);
}

/// Another desk's version is shown in place of the one here: undo brings that back, and what either has ticked off stays.
#[test]
fn what_is_ticked_off_at_either_desk_stays_when_the_other_version_is_shown() {
    let begun = Dossier::from(everything());
    let all = matters(&begun);
    let (mut here, mut theirs) = (begun.clone(), begun.clone());
    here.acknowledge(all[0].0.clone(), &by("AB"));
    here.draft.options[0].name = "Here".into();
    theirs.acknowledge(all[1].0.clone(), &storage::author(DAY.at(10, 0, 0, 0), "2f", 2));
    theirs.draft.options[0].name = "There".into();
    let stamp = Stamp::from("as it was");
    let mut document = Document::opened(here, "plan.clplan".into(), stamp, &CATALOG);
    let name = |document: &Document| document.history().draft().options[0].name.clone();
    document.take_over(theirs, Stamp::from("as it is"), &CATALOG);
    assert_eq!((name(&document), document.record().acknowledged().len()), ("There".to_owned(), 2));
    document.undo(&CATALOG);
    assert_eq!((name(&document), document.record().acknowledged().len()), ("Here".to_owned(), 2));
    assert!(document.is_unsaved());
}
