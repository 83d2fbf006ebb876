//! Several concerns in one plan: sessions and money are one, and each concern has a result of its own.

use crate::plans::{self, CATALOG, said};
use collagen_ledger::catalog::{ConcernId, Severity};
use collagen_ledger::document::{
    Draft, Edit, Field, FurtherDraft, LineDraft, Place, PlanEdit, PriceDraft, SpreadText, Upkeep, Value,
};
use collagen_ledger::estimate::{Estimator, OptionEstimate};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::history::Change;
use collagen_ledger::locale::{self, Locale};
use collagen_ledger::log::{Dossier, IssueTerms};
use collagen_ledger::plan::{Cause, RemarkKind};
use collagen_ledger::storage;
use collagen_ledger::wording;
use jiff::civil::date;
use proptest::prelude::*;

fn id(concern: &str) -> ConcernId {
    concern.into()
}

/// A line of a treatment in its usual course for a concern, without upkeep.
fn line(treatment: &str, concern: &str, area: &str) -> LineDraft {
    let (known, treatment) = (CATALOG.concern(&id(concern)).unwrap(), CATALOG.treatment(&treatment.into()).unwrap());
    let usual = LineDraft::usual(&CATALOG, known, &Draft::empty(id(concern), date(2027, 1, 4)).profile, treatment);
    let price = PriceDraft::Own(SpreadText::of_text("200"));
    LineDraft { concern: Some(id(concern)), area: area.to_owned(), price, upkeep: Upkeep::None, ..usual }
}

/// A plan with one option of these lines, for these concerns.
fn draft(concerns: &[&str], lines: &[LineDraft]) -> Draft {
    let mut draft = Draft::example(&CATALOG, CATALOG.concern(&id(concerns[0])).unwrap(), date(2027, 1, 4));
    draft.options.truncate(1);
    draft.options[0].lines = lines.to_vec();
    let further = |concern: &&str| FurtherDraft { concern: id(concern), severity: Severity::Moderate };
    draft.further = concerns[1..].iter().map(further).collect();
    for line in &mut draft.options[0].lines {
        line.concern.take_if(|concern| *concern == draft.concern);
    }
    draft.identify(0);
    draft
}

fn evaluation(draft: &Draft) -> Evaluation {
    Evaluation::of(draft, &CATALOG).unwrap_or_else(|problems| panic!("{}", said(&problems, draft, &CATALOG)))
}

/// What the first option comes to for one of the plan's concerns.
fn seen(evaluation: &Evaluation, concern: &str) -> OptionEstimate {
    let seen = evaluation.seen_for(&id(concern));
    assert_eq!(seen.plan.concern, id(concern));
    seen.estimate.options[0].clone()
}

/// The typical improvement along the plan.
fn curve(option: &OptionEstimate) -> Vec<f64> {
    let days = (0..1_800).step_by(30);
    days.map(|day| option.point(day).result.expect("a projection").improvement.typical).collect()
}

fn remarks(option: &OptionEstimate) -> Vec<String> {
    let said =
        |remark: &RemarkKind| wording::remark(&collagen_ledger::plan::Remark { mark: None, kind: remark.clone() });
    locale::with(Locale::default(), || option.remarks.iter().map(|remark| said(&remark.kind)).collect())
}

#[test]
fn each_concern_has_the_result_that_it_would_have_alone() {
    let (scars, marks) = (line("subcision", "acne-scars", ""), line("rf-microneedling", "stretch-marks", "Abdomen"));
    let both = evaluation(&draft(&["acne-scars", "stretch-marks"], &[scars.clone(), marks.clone()]));
    for (concern, line) in [("acne-scars", scars), ("stretch-marks", marks)] {
        let alone = evaluation(&draft(&[concern], &[line]));
        assert_eq!(curve(&seen(&both, concern)), curve(&alone.estimate.options[0]), "{concern}");
    }
}

#[test]
fn a_session_that_serves_two_is_paid_once_and_counts_for_both() {
    let check = |treatment: &str, area: &str, serves: bool| {
        let line = line(treatment, "acne-scars", area);
        let both = evaluation(&draft(&["acne-scars", "wrinkles"], std::slice::from_ref(&line)));
        let alone = evaluation(&draft(&["acne-scars"], &[line]));
        let (scars, wrinkles) = (seen(&both, "acne-scars"), seen(&both, "wrinkles"));
        assert_eq!(scars.ledger, alone.estimate.options[0].ledger, "{treatment} {area}");
        assert_eq!(scars.ledger, wrinkles.ledger);
        assert_eq!((scars.visits, &scars.schedule), (wrinkles.visits, &wrinkles.schedule));
        assert_eq!(curve(&scars), curve(&alone.estimate.options[0]), "{treatment} {area}");
        assert_eq!(curve(&wrinkles).iter().any(|share| *share > 0.01), serves, "{treatment} {area}");
        let said = remarks(&wrinkles).join("\n");
        let expected = if serves {
            "counts for wrinkles and fine lines as well"
        } else {
            "Nothing in it counts for wrinkles and fine lines"
        };
        assert!(said.contains(expected), "{treatment} {area}: {said}");
    };
    check("microneedling", "", true);
    check("microneedling", "Face and neck", true);
    // A part of the skin only, other skin, skin that nobody knows, and what is no choice for wrinkles.
    check("microneedling", "Around the eyes", false);
    check("microneedling", "Back", false);
    check("microneedling", "left of the old scar", false);
    check("tca-cross", "", false);
}

#[test]
fn where_the_lines_of_a_concern_are_is_where_others_count_for_it() {
    // Scars on the back: what is done in the face does nothing for them.
    let scars = line("subcision", "acne-scars", "Back");
    let face = line("microneedling", "wrinkles", "Face");
    let both = evaluation(&draft(&["acne-scars", "wrinkles"], &[scars.clone(), face]));
    let alone = evaluation(&draft(&["acne-scars"], &[scars]));
    assert_eq!(curve(&seen(&both, "acne-scars")), curve(&alone.estimate.options[0]));
}

#[test]
fn what_is_done_without_a_named_part_counts_where_its_concern_usually_is_and_no_further() {
    // Scars on face and back; the lines of wrinkles names no part, and so is in the face.
    let scars = |area: &str| LineDraft { sessions: 2, ..line("microneedling", "acne-scars", area) };
    let peel = line("superficial-peel", "wrinkles", "");
    let face = LineDraft { area: "Face".to_owned(), ..peel.clone() };
    let lines = [scars("Back"), scars("Face"), peel.clone()];
    let unsaid = evaluation(&draft(&["acne-scars", "wrinkles"], &lines));
    let said = evaluation(&draft(&["acne-scars", "wrinkles"], &[scars("Back"), scars("Face"), face]));
    assert_eq!(curve(&seen(&unsaid, "acne-scars")), curve(&seen(&said, "acne-scars")));
    // Of a part that no list has nobody knows what else is on that skin.
    let unknown = line("subcision", "acne-scars", "left of the scar");
    let both =
        evaluation(&draft(&["acne-scars", "wrinkles"], &[unknown.clone(), line("microneedling", "wrinkles", "Face")]));
    let alone = evaluation(&draft(&["acne-scars"], &[LineDraft { concern: None, ..unknown }]));
    assert_eq!(curve(&seen(&both, "acne-scars")), curve(&alone.estimate.options[0]));
    // Where a concern is treated on a part, what is done on the whole counts there.
    let eyes = line("microneedling", "wrinkles", "Around the eyes");
    let whole = LineDraft { start_day: 400, ..line("microneedling", "acne-scars", "Face") };
    let both = evaluation(&draft(&["acne-scars", "wrinkles"], &[whole.clone(), eyes]));
    let alone = evaluation(&draft(&["acne-scars"], &[LineDraft { concern: None, ..whole }]));
    assert_eq!(
        curve(&seen(&both, "acne-scars")),
        curve(&alone.estimate.options[0]),
        "the part does nothing for the whole"
    );
    assert!(
        remarks(&seen(&both, "wrinkles"))
            .iter()
            .any(|said| said.contains("counts for wrinkles and fine lines as well"))
    );
}

#[test]
fn upkeep_waits_for_the_result_of_what_it_is_for() {
    let faded = |line: LineDraft| LineDraft { upkeep: Upkeep::WhenFaded { percent: 75 }, ..line };
    let (scars, marks) =
        (faded(line("microneedling", "acne-scars", "")), faded(line("rf-microneedling", "stretch-marks", "Abdomen")));
    let both = evaluation(&draft(&["acne-scars", "stretch-marks"], &[scars.clone(), marks.clone()]));
    let dates = |option: &OptionEstimate, line: usize| {
        let id = both.plan.options[0].lines[line].id;
        let of_line = option.schedule.sessions.iter().filter(|session| session.line == id);
        of_line.map(|session| session.day).collect::<Vec<_>>()
    };
    for (at, concern, line) in [(0, "acne-scars", scars), (1, "stretch-marks", marks)] {
        let alone = evaluation(&draft(&[concern], &[line]));
        let days: Vec<_> = alone.estimate.options[0].schedule.sessions.iter().map(|session| session.day).collect();
        for concern in ["acne-scars", "stretch-marks"] {
            assert_eq!(dates(&seen(&both, concern), at), days, "line {at} seen for {concern}");
        }
    }
}

#[test]
fn what_a_plan_cannot_have_is_refused_with_the_remedy() {
    let check = |change: fn(&mut Draft), cause: Cause, expected: &str| {
        let mut draft = draft(&["acne-scars", "wrinkles"], &[line("microneedling", "acne-scars", "")]);
        change(&mut draft);
        let problems = Evaluation::of(&draft, &CATALOG).expect_err("refused");
        assert_eq!(problems.0.iter().map(|one| &one.cause).collect::<Vec<_>>(), [&cause]);
        let said = locale::with(Locale::default(), || said(&problems, &draft, &CATALOG));
        assert!(said.contains(expected), "{said}");
    };
    let twice = |draft: &mut Draft| draft.further.push(draft.further[0].clone());
    check(twice, Cause::ConcernTwice(id("wrinkles")), "Take it out once");
    let absent = |draft: &mut Draft| draft.options[0].lines[0].concern = Some(id("hair"));
    check(absent, Cause::ConcernNotInPlan(id("hair")), "Add the concern under Client");
    let unknown = |draft: &mut Draft| draft.further[0].concern = id("warts");
    check(unknown, Cause::UnknownConcern(id("warts")), "warts");
}

#[test]
fn what_was_for_a_concern_that_leaves_the_plan_stays_and_says_so() {
    let lines = [line("microneedling", "acne-scars", "Face"), line("rf-microneedling", "stretch-marks", "Abdomen")];
    let mut draft = draft(&["acne-scars", "stretch-marks"], &lines);
    Edit::Set(Place::Plan(Field::Further), Value::Further(Vec::new())).apply(&mut draft, 0);
    let stays = Some(id("stretch-marks"));
    assert_eq!(draft.options[0].lines.iter().map(|line| &line.concern).collect::<Vec<_>>(), [&None, &stays]);
    let problems = Evaluation::of(&draft, &CATALOG).expect_err("nobody has said what it is for now");
    assert_eq!(problems.0[0].cause, Cause::ConcernNotInPlan(id("stretch-marks")));
    let chosen =
        Edit::Set(Place::Line { line: draft.options[0].lines[1].id, field: Field::Concern }, id("acne-scars").into());
    chosen.apply(&mut draft, 0);
    assert_eq!(draft.options[0].lines[1].concern, None, "the first concern needs no word");
    evaluation(&draft);
}

#[test]
fn another_concern_in_the_place_of_one_takes_its_treatments_along() {
    let lines = [line("microneedling", "acne-scars", "Face"), line("rf-microneedling", "stretch-marks", "Abdomen")];
    let mut draft = draft(&["acne-scars", "stretch-marks"], &lines);
    Edit::Plan(PlanEdit::ReplaceConcern(id("stretch-marks"), id("surgical-scars"))).apply(&mut draft, 0);
    assert_eq!(draft.further[0].concern, id("surgical-scars"));
    let concerns: Vec<_> = draft.options[0].lines.iter().map(|line| line.concern.clone()).collect();
    assert_eq!(concerns, [None, Some(id("surgical-scars"))]);
}

#[test]
fn an_issue_keeps_what_it_came_to_for_each_concern() {
    let lines = [line("microneedling", "acne-scars", ""), line("rf-microneedling", "stretch-marks", "Abdomen")];
    let mut dossier = Dossier::from(draft(&["acne-scars", "stretch-marks"], &lines));
    let terms = IssueTerms {
        number: "2027-0001".to_owned(),
        on: date(2027, 1, 4),
        valid_until: date(2027, 2, 4),
        program: "1".to_owned(),
        born: None,
        decide_from: None,
        presentation: None,
    };
    let by = storage::author(date(2027, 1, 4).at(9, 0, 0, 0), "", 7);
    dossier.issue(terms, &CATALOG, &by).expect("issued");
    let read = storage::parse_plan(&storage::plan_text(&dossier)).expect("a plan");
    assert_eq!(read, dossier);
    // Another day's catalogue has it otherwise.
    let mut later = CATALOG.clone();
    later.concerns.retain(|concern| concern.id != id("stretch-marks"));
    later.treatments.iter_mut().for_each(|treatment| treatment.response.amplitude.value *= 3.0);
    let record = read.record();
    let now =
        record.evaluate(&mut Estimator::default(), &read.draft, &record.catalog_in_force(later)).expect("as it was");
    let then = Evaluation::of(&dossier.draft, &CATALOG).unwrap();
    for concern in ["acne-scars", "stretch-marks"] {
        let [now, then] = [&now, &then].map(|evaluation| seen(evaluation, concern));
        let of = |option: &OptionEstimate| {
            option.projection.as_ref().and_then(|result| result.peak).map(|peak| (peak.day, peak.improvement.typical))
        };
        assert_eq!(of(&now), of(&then), "{concern}");
        assert_eq!(now.phases, then.phases, "{concern}");
        assert_eq!(now.ledger.total, then.ledger.total);
        assert!(now.point(400).result.unwrap().improvement.clinics.is_some() || of(&now).is_some());
    }
}

/// Parts of the body, of which some hold others, one that no list has, and none.
const PARTS: [&str; 7] = ["", "Face", "Cheeks", "Back", "Abdomen", "Thighs", "left of the scar"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whichever concern is looked at, sessions and money are the same.
    #[test]
    fn sessions_and_money_are_one(draft in plans::plan()) {
        let evaluation = Evaluation::of(&draft, &CATALOG).expect("valid");
        prop_assert_eq!(evaluation.further.len(), draft.further.len());
        for further in &evaluation.further {
            for (one, other) in evaluation.estimate.options.iter().zip(&further.estimate.options) {
                prop_assert_eq!(&one.schedule, &other.schedule);
                prop_assert_eq!(&one.ledger, &other.ledger);
                prop_assert_eq!((one.visits, one.downtime_days), (other.visits, other.downtime_days));
            }
        }
    }

    /// What an estimator has kept of one plan never shows in another one, on whatever parts of the body they are.
    #[test]
    fn what_was_kept_never_shows(draft in plans::plan(), parts in prop::collection::vec(0..PARTS.len(), 16)) {
        let mut estimator = Estimator::default();
        for shift in 0..4 {
            let mut draft = draft.clone();
            let lines = draft.options.iter_mut().flat_map(|option| &mut option.lines);
            for (line, part) in lines.zip(parts.iter().cycle().skip(shift)) {
                line.area = PARTS[*part].to_owned();
            }
            let from_scratch = Evaluation::of(&draft, &CATALOG).map_err(|problems| problems.0);
            let kept = Evaluation::with(&mut estimator, &draft, &CATALOG).map_err(|problems| problems.0);
            prop_assert_eq!(from_scratch, kept);
        }
    }

    /// Looking at another concern and back changes nothing that comes of it.
    #[test]
    fn the_way_there_and_back_is_none(draft in plans::plan()) {
        let evaluation = Evaluation::of(&draft, &CATALOG).expect("valid");
        for concern in draft.concerns() {
            let seen = draft.seen_for(concern);
            let back = seen.seen_for(&draft.concern);
            let again = Evaluation::of(&back, &CATALOG).expect("valid");
            prop_assert_eq!(&again.estimate.options, &evaluation.estimate.options);
        }
    }
}
