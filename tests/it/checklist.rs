//! The checklist of a clinic: what puts a treatment off, which treatments keep a distance from each other, who says so, and
//! what older files say of skin.

use crate::plans::{CATALOG, plan_text};
use collagen_ledger::catalog::{Basis, GuidanceKind, SourceId};
use collagen_ledger::document::{CheckDraft, Draft, LineDraft, Phototype, Upkeep};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::plan::{ClinicalRemark, RemarkKind};
use collagen_ledger::price_list::csv;
use collagen_ledger::storage;
use collagen_ledger::wording;
use jiff::civil::{Date, date};

/// From 1 March 2027, each treatment once on its day.
fn plan(lines: &[(&str, u32)]) -> Draft {
    let concern = &CATALOG.concerns[0];
    let mut draft = Draft::example(&CATALOG, concern, date(2027, 3, 1));
    draft.options.truncate(1);
    let line = |(id, start_day): &(&str, u32)| {
        let treatment = CATALOG.treatment(&(*id).into()).expect("a treatment");
        let usual = LineDraft::usual(&CATALOG, concern, &draft.profile, treatment);
        LineDraft { sessions: 1, start_day: *start_day, upkeep: Upkeep::None, ..usual }
    };
    draft.options[0].lines = lines.iter().map(line).collect();
    draft.identify(0);
    draft
}

/// What is said of the checklist and of distances.
fn said(draft: &Draft) -> Vec<String> {
    let evaluation = Evaluation::of(draft, &CATALOG).expect("what a clinician decides keeps no plan from being valid");
    let is_one = |kind: &RemarkKind| {
        use ClinicalRemark::{OnHold, TooSoonAfter};
        matches!(kind, RemarkKind::Clinical(OnHold { .. } | TooSoonAfter { .. }))
    };
    let remarks = evaluation.estimate.options[0].remarks.iter().filter(|remark| is_one(&remark.kind));
    remarks.map(wording::remark).collect()
}

#[test]
fn what_holds_is_said_for_the_treatments_it_is_about() {
    let check = |lines: &[(&str, u32)], (hold, over): (&str, Option<Date>), expected: &[&str]| {
        let mut draft = plan(lines);
        draft.checklist = vec![CheckDraft { hold: hold.into(), over }];
        assert_eq!(said(&draft), expected, "{lines:?}, {hold}, {over:?}");
    };
    let laser = [("ablative-laser", 0)];
    let asked = "(some ask to wait up to 12 months)";
    let on = |year, month, day| Some(date(year, month, day));
    check(
        &laser,
        ("isotretinoin", None),
        &[&format!("Isotretinoin: wait with Ablative fractional laser until 6 months after it {asked}")],
    );
    check(
        &laser,
        ("isotretinoin", on(2027, 1, 1)),
        // Months of the calendar, not of 30 days.
        &[&format!(
            "Isotretinoin: too soon for Ablative fractional laser on 1 Mar 2027; wait until 1 Jul 2027 {asked}"
        )],
    );
    // What counts here is over, and some ask for more.
    check(
        &laser,
        ("isotretinoin", on(2026, 8, 1)),
        &[&format!("Isotretinoin: what counts here is over for Ablative fractional laser on 1 Mar 2027 {asked}")],
    );
    check(&laser, ("isotretinoin", on(2026, 3, 1)), &[]);
    check(
        &[("microneedling", 0)],
        ("isotretinoin", None),
        &[&format!("Isotretinoin: ask a doctor or whoever prescribed it before Microneedling {asked}")],
    );
    check(&[("ha-filler", 0)], ("isotretinoin", None), &[]);
    check(
        &[("subcision", 0), ("microneedling", 30)],
        ("blood-thinners", None),
        &["Blood thinners: ask a doctor or whoever prescribed it before Subcision and Microneedling"],
    );
    check(&laser, ("pregnancy", None), &["Pregnant or nursing: wait with Ablative fractional laser until it is over"]);
    check(&laser, ("pregnancy", on(2027, 2, 28)), &[]);
    check(&laser, ("keloids", None), &["Keloids: try a small patch before Ablative fractional laser"]);
    // A day keeps its distance both ways: a vaccination long after a filler is no matter.
    let filler = [("ha-filler", 0)];
    let asked = "(some ask to wait up to 4 weeks)";
    check(
        &filler,
        ("vaccination", on(2027, 3, 8)),
        &[&format!("Vaccination: too soon for Hyaluronic acid filler on 1 Mar 2027; wait until 22 Mar 2027 {asked}")],
    );
    check(&filler, ("vaccination", on(2027, 9, 1)), &[]);
}

/// Of several treatments the first session is named as such, and what there is no end of yet says what follows after it.
#[test]
fn several_treatments_are_told_of_in_one_sentence() {
    let both = [("ablative-laser", 60), ("non-ablative-laser", 110)];
    let mut draft = plan(&both);
    draft.checklist = vec![CheckDraft { hold: "tan".into(), over: Some(date(2027, 4, 25)) }];
    let asked = "(sources ask for 1 week to 2 months)";
    assert_eq!(
        said(&draft),
        [format!(
            "Recent tan: too soon for Ablative fractional laser and Non-ablative fractional laser, the first on 30 Apr \
             2027; wait until 23 May 2027 {asked}"
        )]
    );
    draft.checklist[0].over = None;
    assert_eq!(
        said(&draft),
        [format!(
            "Recent tan: wait with Ablative fractional laser and Non-ablative fractional laser until 4 weeks after it {asked}"
        )]
    );
}

/// A slip in a file is not passed over: whatever is not on the checklist is named, with what may be meant.
#[test]
fn what_is_not_on_the_checklist_is_a_problem_with_its_remedy() {
    let check = |id: &str, expected: &str| {
        let mut draft = plan(&[("ablative-laser", 0)]);
        draft.checklist = vec![CheckDraft { hold: id.into(), over: None }];
        let problems = draft.parse(&CATALOG).expect_err("nothing that a person ticked counts for nothing");
        let said: Vec<String> =
            wording::problems(&problems.0, &draft, &CATALOG).iter().map(ToString::to_string).collect();
        assert_eq!(said, [expected]);
    };
    check("isotretinion", "Plan: \"isotretinion\" is not on the checklist; did you mean \"isotretinoin\"?");
    check(
        "phototype",
        "Plan: \"phototype\" is not on the checklist; write one of isotretinoin, pregnancy, infection, keloids, tan, \
         vaccination, blood-thinners",
    );
}

#[test]
fn phototypes_are_minded_from_the_fourth_on() {
    let of = |phototype: Option<Phototype>| {
        let mut draft = plan(&[("ablative-laser", 0), ("microneedling", 90)]);
        draft.profile.phototype = phototype;
        said(&draft)
    };
    assert!(of(None).is_empty() && of(Some(Phototype::III)).is_empty());
    let expected = ["Phototype IV to VI: try a small patch before Ablative fractional laser"];
    for darker in [Phototype::IV, Phototype::V, Phototype::VI, Phototype::Darker] {
        assert_eq!(of(Some(darker)), expected);
    }
}

#[test]
fn treatments_keep_the_distance_that_is_asked_for() {
    let check = |lines: &[(&str, u32)], expected: &[&str]| assert_eq!(said(&plan(lines)), expected, "{lines:?}");
    let said = "Radiofrequency microneedling is 10 days after Hyaluronic acid filler on 1 Mar 2027; it should be at least 2 weeks later \
        (sources ask for 2 weeks to 6 weeks)";
    check(&[("ha-filler", 0), ("rf-microneedling", 10)], &[said]);
    check(&[("ha-filler", 0), ("rf-microneedling", 14)], &[]);
    // The order matters, and gentle lasers are accepted on the same day.
    check(&[("ha-filler", 0), ("non-ablative-laser", 0)], &[]);
    // What keeps a distance is said once.
    let evaluation = Evaluation::of(&plan(&[("ha-filler", 0), ("rf-microneedling", 0)]), &CATALOG).expect("valid");
    let clashes: Vec<String> = evaluation.estimate.options[0].remarks.iter().map(wording::remark).collect();
    assert_eq!(clashes.iter().filter(|said| said.contains("the same day")).count(), 1, "{clashes:?}");
    let evaluation = Evaluation::of(&plan(&[("subcision", 0), ("ha-filler", 0)]), &CATALOG).expect("valid");
    let remarks = evaluation.estimate.options[0].remarks.iter();
    let clashes = remarks.filter(|remark| matches!(remark.kind, RemarkKind::Clinical(ClinicalRemark::SameDay { .. })));
    assert_eq!(clashes.count(), 0, "both are accepted on one day");
}

#[test]
fn every_rule_says_who_says_so() {
    let rules = &CATALOG.rules;
    let of_holds = rules.holds.iter().flat_map(|hold| &hold.rules).map(|rule| &rule.days);
    for days in rules.pairs.iter().map(|pair| &pair.days).chain(of_holds) {
        assert!(!days.refs.is_empty() && !days.note.is_empty(), "{days:?}");
        let (low, typical, high) = (days.value.low, days.value.typical, days.value.high);
        assert!(low <= typical && typical <= high, "{days:?}");
        assert!(high == low || !days.disagree.is_empty() || days.basis == Basis::Placeholder, "{days:?}");
    }
    // What only clinics and makers say is no evidence, and marked so.
    let is_practice = |id: &SourceId| {
        let kind = CATALOG.guidance.iter().find(|one| one.id == *id).map(|one| one.kind);
        matches!(kind, Some(GuidanceKind::Clinic | GuidanceKind::Manufacturer))
    };
    let of_holds = rules.holds.iter().flat_map(|hold| &hold.rules).map(|rule| &rule.days);
    for days in rules.pairs.iter().map(|pair| &pair.days).chain(of_holds) {
        assert!(days.basis == Basis::Placeholder || !days.refs.iter().all(is_practice), "{days:?}");
    }
    // Of each treatment at most one rule of each hold.
    for hold in &rules.holds {
        for treatment in &CATALOG.treatments {
            assert!(hold.rules.iter().filter(|rule| rule.treatments.contains(&treatment.id)).count() < 2);
        }
    }
}

#[test]
fn an_older_file_that_says_darker_skin_keeps_what_it_says() {
    let draft = plan(&[("microneedling", 0)]);
    let text = plan_text(&draft);
    let old = text.replace("sensitive_skin: false", "darker_skin: true,\n      sensitive_skin: false");
    assert_ne!(text, old);
    let read = storage::parse_plan(&old).expect("a plan").draft;
    assert_eq!(read.profile.phototype, Some(Phototype::Darker));
    let again = plan_text(&read);
    assert!(
        again.contains("phototype: Some(IV_to_VI)")
            || again.contains("phototype: IV_to_VI") && !again.contains("darker_skin"),
        "{again}"
    );
    assert_eq!(storage::parse_plan(&again).expect("a plan").draft, read);
}

/// What is like another treatment waits as the catalogue has it of that one; a wait of the clinic's own is said of each. So it is where
/// the list is laid over a catalogue that has it already, as under an issue.
#[test]
fn a_wait_of_the_clinics_own_is_for_one_treatment() {
    let table = "kind,id,name,like,value,currency,typical\n\
        own treatment,own-needling,Needling,microneedling,price,USD,100\n\
        treatment,microneedling,,,days_after_ha-filler,,90\n";
    let list = csv::import(table.as_bytes(), &CATALOG, &|_| None).expect("a list");
    let once = list.over(&CATALOG, date(2027, 3, 1));
    let twice = list.over(&once, date(2027, 3, 1));
    for catalog in [once, twice] {
        let wait =
            |then: &str| catalog.rules.pair(&"ha-filler".into(), &then.into()).map(|pair| pair.days.value.typical);
        assert_eq!((wait("microneedling"), wait("own-needling")), (Some(90), None));
        let hold = catalog.rules.hold(&"isotretinoin".into()).expect("a hold");
        assert!(hold.rule(&"own-needling".into()).is_some(), "the catalogue's rules are its own as well");
    }
}

/// Treatments that are accepted on one day are not any more where the clinic has one wait for the other.
#[test]
fn a_wait_of_the_clinics_own_holds_on_one_day_too() {
    let draft = plan(&[("ha-filler", 0), ("subcision", 0)]);
    let said = |table: &str| {
        let list = csv::import(table.as_bytes(), &CATALOG, &|_| None).expect("a list");
        let evaluation = Evaluation::of(&draft, &list.over(&CATALOG, draft.start)).expect("a valid plan");
        evaluation.estimate.options[0].remarks.iter().map(wording::remark).collect::<Vec<_>>().join("; ")
    };
    let without = said("kind,id,value,currency,typical\ntreatment,subcision,price,USD,600\n");
    assert!(!without.contains("same day"), "{without}");
    let with = said("kind,id,value,typical\ntreatment,subcision,days_after_ha-filler,25\n");
    assert!(with.contains("same day") && with.contains("at least 25 days later"), "{with}");
}

/// A clinic may ask for longer waits than anybody, never for shorter ones, and only where there are any.
#[test]
fn a_price_list_asks_for_longer_waits_and_never_for_shorter_ones() {
    let check = |row: &str, expected: Result<&str, &str>| {
        let table = format!("kind,id,value,typical\n{row}\n");
        let imported = csv::import(table.as_bytes(), &CATALOG, &|_| None);
        let mut draft = plan(&[("ha-filler", 0), ("microneedling", 60), ("rf-microneedling", 90)]);
        let over = |hold: &str| CheckDraft { hold: hold.into(), over: Some(date(2027, 2, 1)) };
        draft.checklist = ["isotretinoin", "pregnancy", "infection", "vaccination"].map(over).to_vec();
        match (imported, expected) {
            (Ok(list), Ok(expected)) => {
                let catalog = list.over(&CATALOG, draft.start);
                let evaluation = Evaluation::of(&draft, &catalog).expect("a valid plan");
                let said: Vec<String> = evaluation.estimate.options[0].remarks.iter().map(wording::remark).collect();
                assert!(said.iter().any(|said| said.contains(expected)), "{row}: {said:?}");
            }
            (Err(problems), Err(expected)) => {
                let said = wording::row_problems(&problems, &CATALOG).join("; ");
                assert!(said.contains(expected), "{row}: {said}");
            }
            (imported, _) => panic!("{row}: {:?}", imported.err()),
        }
    };
    check(
        "treatment,microneedling,after_isotretinoin_days,180",
        Ok("Isotretinoin: too soon for Microneedling on 30 Apr 2027; wait until 1 Aug 2027"),
    );
    check(
        "treatment,rf-microneedling,after_filler_days,100",
        Ok("it should be at least 100 days later (sources ask for 2 weeks to 6 weeks)"),
    );
    check("treatment,rf-microneedling,after_filler_days,13", Err("14"));
    check(
        "treatment,microneedling,after_infection_days,120",
        Ok("infection: too soon for Microneedling on 30 Apr 2027; wait until"),
    );
    check(
        "treatment,ha-filler,after_nursing_days,90",
        Ok("Pregnant or nursing: too soon for Hyaluronic acid filler on 1 Mar 2027; wait until 1 May 2027"),
    );
    check("treatment,ha-filler,after_vaccination_days,42", Ok("too soon for Hyaluronic acid filler on 1 Mar 2027"));
    check("treatment,ha-filler,after_vaccination_days,13", Err("14"));
    // After any other treatment, whether or not somebody else asks for it.
    check(
        "treatment,microneedling,days_after_ha-filler,90",
        Ok("Microneedling is 60 days after Hyaluronic acid filler on 1 Mar 2027; it should be at least 3 months later"),
    );
    check("treatment,rf-microneedling,days_after_ha_filler,100", Ok("it should be at least 100 days later (sources"));
    check("treatment,microneedling,days_after_ablative-laser,41", Err("42"));
    check("treatment,microneedling,days_after_own-magic,90", Err("the list has no treatment own-magic"));
    check("treatment,microneedling,days_after_microneedling,90", Err("its minimum interval"));
    check("treatment,microneedling,days_after_magic,90", Err("magic"));
    check("treatment,ablative-laser,after_isotretinoin_days,90", Err("180"));
    check("treatment,ha-filler,after_isotretinoin_days,90", Err("the catalogue has no such wait for this treatment"));
}
