//! What a clinician decides is acknowledged as it was read: it stands as long as the plan says the same, in every language and at
//! every desk, and is open again as soon as it says anything else.

use crate::plans::CATALOG;
use collagen_ledger::document::{CheckDraft, Draft, LineDraft, Phototype, PriceDraft, SpreadText, Upkeep};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::locale::{self, Language, Locale};
use collagen_ledger::log::{Author, Dossier, IssueTerms, Signature};
use collagen_ledger::plan::ClinicalRemark;
use collagen_ledger::record::{Acknowledgement, Matter};
use collagen_ledger::report::{PlanResults, json, text};
use collagen_ledger::storage::{self, matter_code, parse_plan, plan_text};
use collagen_ledger::units::Date;
use collagen_ledger::wording;
use jiff::civil::date;

const DAY: Date = date(2027, 3, 1);

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
        assert!(plan.acknowledge(matter.clone(), &by("AB")));
        assert!(!plan.acknowledge(matter.clone(), &by("CD")), "once");
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
        assert!(said.contains("Abtragender") || said.contains("Ablativer"), "{said}");
    });
    let codes = |plan: &Dossier| matters(plan).iter().map(|(matter, _)| matter_code(matter)).collect::<Vec<_>>();
    let mut distinct = codes(&plan);
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), all.len());
    assert!(distinct.iter().all(|code| code.len() == 8 && code.bytes().all(|digit| digit.is_ascii_hexdigit())));
}

/// It is about what was read; whatever else changes leaves it as it is.
#[test]
fn it_is_open_again_as_soon_as_the_plan_says_something_else() {
    let check = |said: &str, change: &dyn Fn(&mut Draft), expected: usize| {
        let mut plan = Dossier::from(everything());
        for (matter, _) in matters(&plan) {
            plan.acknowledge(matter, &by("AB"));
        }
        change(&mut plan.draft);
        assert_eq!(open(&plan), expected, "{said}");
    };
    let is_of_it = |(matter, _): &&(Matter, _)| wording::clinical(&matter.remark).starts_with("Isotretinoin");
    let of_isotretinoin = matters(&everything().into()).iter().filter(is_of_it).count();
    assert!(of_isotretinoin > 1);
    check("a price", &|draft| draft.options[0].lines[0].price = PriceDraft::Own(SpreadText::of_text("999")), 0);
    check("a name", &|draft| draft.options[0].name = "Another".into(), 0);
    check("the order of options", &|draft| draft.options.swap(0, 2), 0);
    let of = |kinds: &[&str]| {
        let all = matters(&everything().into());
        all.iter().filter(|(matter, _)| kinds.contains(&kind(&matter.remark))).count()
    };
    check("a day of two treatments", &|draft| draft.options[1].lines[1].start_day = 1, 1);
    check("the last dose", &|draft| draft.checklist[0].over = Some(date(2026, 11, 6)), of_isotretinoin);
    let of_days = of(&["on hold", "same day", "in downtime", "too soon"]);
    check("the first day", &|draft| draft.start = date(2027, 3, 2), of_days);
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
    assert!(one.reopen(&matter, &by("CD")) && !one.reopen(&matter, &by("CD")));
    assert_eq!((of(&one), open(&one)), (None, open(&begun)));
    assert!(one.acknowledge(matter, &by("CD")));
    let id = of(&one).expect("acknowledged again").id;
    one.take_back(id, &by("CD")).expect("by its number as a note is");
    assert!(one.take_back(id, &by("CD")).is_err());
    assert_eq!(of(&one), None);
}

/// A copy of an issue says what its original said, whatever is acknowledged later.
#[test]
fn an_issue_keeps_what_was_acknowledged_by_then() {
    let mut plan = Dossier::from(everything());
    let all = matters(&plan);
    plan.acknowledge(all[0].0.clone(), &by("AB"));
    plan.acknowledge(all[1].0.clone(), &by("AB"));
    plan.reopen(&all[1].0, &by("AB"));
    let terms = IssueTerms {
        number: "CL-1".to_owned(),
        on: DAY,
        valid_until: date(2027, 3, 31),
        program: "0.1.0".to_owned(),
        born: None,
        decide_from: None,
        presentation: None,
    };
    let before = plan.clone();
    plan.issue(terms, &CATALOG, &by("AB")).expect("issued");
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
