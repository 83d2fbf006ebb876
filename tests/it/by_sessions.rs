//! Courses that may take fewer or more sessions than is typical: what they come to then is what they come to if that many are typed.

use crate::plans::{self, CATALOG, said};
use collagen_ledger::catalog::Severity;
use collagen_ledger::compare::{Measure, MeasureId, Value};
use collagen_ledger::document::{
    AddOnDraft, Draft, ExtraId, FurtherDraft, LineDraft, LineId, PackageDraft, PriceDraft, SpreadText, Upkeep,
};
use collagen_ledger::estimate::{Estimator, Figures, OptionEstimate, SessionsNeeded, WithSessions};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::ledger::Heading;
use collagen_ledger::plan::{Line, RemarkKind};
use collagen_ledger::units::Money;
use proptest::prelude::*;

/// Needling in four sessions at 300, as few as three and as many as six, and upkeep each year.
fn draft() -> Draft {
    let mut draft = Draft::example(&CATALOG, &CATALOG.concerns[0], jiff::civil::date(2027, 3, 1));
    draft.options.truncate(1);
    draft.consultation_fee = String::new();
    let line = &mut draft.options[0].lines[0];
    (line.sessions, line.fewest, line.most, line.spacing_days) = (4, Some(3), Some(6), 28);
    line.price = PriceDraft::Own(SpreadText::of_text("300"));
    line.upkeep = Upkeep::None;
    draft
}

fn option(draft: &Draft) -> OptionEstimate {
    Evaluation::of(draft, &CATALOG).expect("a plan").estimate.options[0].clone()
}

/// The plan with the number of sessions that each course takes at least or at most, typed as if it were settled.
fn settled(draft: &Draft, needed: SessionsNeeded) -> Draft {
    let mut draft = draft.clone();
    for line in draft.options.iter_mut().flat_map(|option| &mut option.lines) {
        let (fewest, _, most) = line.sessions_needed();
        line.sessions = match needed {
            SessionsNeeded::Fewest => fewest,
            SessionsNeeded::Typical => line.sessions,
            SessionsNeeded::Most => most,
        };
        (line.fewest, line.most) = (None, None);
    }
    draft
}

#[test]
fn fewer_and_more_sessions_are_said_in_money_dates_and_result() {
    let option = option(&draft());
    let said: Vec<(u32, i64, i32)> = option
        .by_sessions
        .iter()
        .map(|one| (one.sessions, one.total.typical.minor(), one.course_end.expect("an end")))
        .collect();
    assert_eq!(said, [(3, 90_000, 56), (4, 120_000, 84), (6, 180_000, 140)]);
    assert_eq!(option.ledger.total.typical.minor(), 120_000, "what is typical stays");
    let peaks = option.by_sessions.iter().map(|one| one.peak.expect("a peak")).collect::<Vec<_>>();
    let typical =
        option.projection.as_ref().and_then(|projection| projection.peak).expect("a peak").improvement.typical;
    assert!(
        peaks[0] < typical && peaks[1].to_bits() == typical.to_bits() && typical < peaks[2],
        "{peaks:?} around {typical}"
    );
    let mut plain = draft();
    (plain.options[0].lines[0].fewest, plain.options[0].lines[0].most) = (None, None);
    assert_eq!(self::option(&plain), OptionEstimate { by_sessions: Vec::new(), ..option }, "and nothing else changes");
}

#[test]
fn the_comparison_has_the_total_from_the_lowest_to_the_highest_and_only_where_something_is_open() {
    let total = |draft: &Draft| {
        let evaluation = Evaluation::of(draft, &CATALOG).expect("a plan");
        let measure = Measure { id: MeasureId::TotalBySessions, year: None };
        let row = evaluation.comparison.rows.iter().find(|row| row.measure == measure);
        row.map(|row| row.values[0])
    };
    let Some(Value::Money(spread)) = total(&draft()) else { panic!("a row of money") };
    assert_eq!(spread.map(Money::minor).to_array(), [90_000, 120_000, 180_000]);
    for needed in SessionsNeeded::ALL {
        assert_eq!(total(&settled(&draft(), needed)), None);
    }
}

#[test]
fn a_typical_number_that_passes_an_end_takes_it_along_and_nothing_typed_is_lost() {
    let check = |sessions, expected: (u32, u32, u32)| {
        let mut draft = draft();
        draft.options[0].lines[0].sessions = sessions;
        assert_eq!(draft.options[0].lines[0].sessions_needed(), expected);
        let line = &Evaluation::of(&draft, &CATALOG).expect("a plan").plan.options[0].lines[0];
        assert_eq!((line.fewest, line.sessions, line.most), expected);
        assert_eq!((draft.options[0].lines[0].fewest, draft.options[0].lines[0].most), (Some(3), Some(6)));
    };
    check(4, (3, 4, 6));
    check(2, (2, 2, 6));
    check(8, (3, 8, 8));
}

#[test]
fn as_many_sessions_as_come_too_close_to_another_treatment_are_said_and_the_rest_stays() {
    let mut draft = draft();
    let first = draft.options[0].lines[0].clone();
    // The second course begins four weeks behind the fourth session, on the day of a fifth, on the same skin.
    let second = LineDraft { id: LineId::NEW, start_day: 4 * 28, fewest: None, most: None, ..first };
    draft.options[0].lines.push(second);
    draft.options[0].lines[0].most = Some(5);
    draft.identify(0);
    let option = option(&draft);
    assert_eq!(
        option.by_sessions.iter().map(|one| one.needed).collect::<Vec<_>>(),
        [SessionsNeeded::Fewest, SessionsNeeded::Typical]
    );
    let is_said = |is_most| option.remarks.iter().any(|remark| remark.kind == RemarkKind::SessionsTooClose { is_most });
    assert!(is_said(true) && !is_said(false));
}

#[test]
fn a_package_that_is_begun_is_paid_whole_also_where_fewer_sessions_are_enough() {
    let check = |(fewest, sessions, most): (u32, u32, u32), package: u32, expected: [i64; 3]| {
        let mut draft = draft();
        let line = &mut draft.options[0].lines[0];
        (line.fewest, line.sessions, line.most) = (Some(fewest), sessions, Some(most));
        line.package = PackageDraft::Own { sessions: package, price: SpreadText::of_text("1000") };
        let totals: Vec<i64> = option(&draft).by_sessions.iter().map(|one| one.total.typical.minor()).collect();
        assert_eq!(totals, expected, "{fewest} to {most} sessions, typically {sessions}, in packages of {package}");
    };
    // Single sessions are 300, packages 1,000.
    check((3, 4, 6), 4, [100_000, 100_000, 160_000]);
    check((3, 4, 8), 4, [100_000, 100_000, 200_000]);
    check((3, 6, 7), 2, [200_000, 300_000, 330_000]);
    check((2, 6, 7), 2, [100_000, 300_000, 330_000]);
    check((2, 5, 6), 3, [100_000, 160_000, 200_000]);
}

#[test]
fn so_is_a_package_of_an_add_on() {
    let mut draft = draft();
    let line = &mut draft.options[0].lines[0];
    (line.fewest, line.sessions, line.most) = (Some(3), 4, Some(6));
    line.add_ons = vec![AddOnDraft {
        id: ExtraId::NEW,
        add_on: None,
        name: "Light".to_owned(),
        price: PriceDraft::Own(SpreadText::of_text("40")),
        package: PackageDraft::Own { sessions: 4, price: SpreadText::of_text("100") },
    }];
    draft.identify(0);
    // Sessions are 300 each; what is left over of the add-on is paid singly.
    let totals: Vec<i64> = option(&draft).by_sessions.iter().map(|one| one.total.typical.minor()).collect();
    assert_eq!(totals, [100_000, 130_000, 198_000]);
}

#[test]
fn an_issue_says_what_it_said_of_fewer_and_more_sessions() {
    let mut draft = draft();
    let first = draft.options[0].lines[0].clone();
    let second = LineDraft { id: LineId::NEW, start_day: 4 * 28, fewest: None, most: None, ..first };
    draft.options[0].lines.push(second);
    draft.further = vec![FurtherDraft { concern: CATALOG.concerns[1].id.clone(), severity: Severity::Mild }];
    draft.identify(0);
    let evaluation = Evaluation::of(&draft, &CATALOG).expect("a plan");
    let mut figures = Figures::of(&evaluation.estimate);
    for further in &evaluation.further {
        figures = figures.with_further(&further.plan.concern, &further.estimate);
    }
    let recalled = Evaluation::recall(&mut Estimator::default(), &draft, &CATALOG, &figures).expect("the issue");
    for (now, then) in evaluation.each_concern().zip(recalled.each_concern()) {
        let [now, then] = [now, then].map(|of| &of.estimate.options[0]);
        assert!(now.by_sessions.len() == 2, "the fewest and as planned");
        assert_eq!((&now.by_sessions, &now.remarks), (&then.by_sessions, &then.remarks));
    }
}

#[test]
fn the_usual_course_of_a_concern_has_a_settled_number_of_sessions() {
    let options = draft().with_usual_courses(&CATALOG);
    let line = &options[0].lines[0];
    assert_eq!((line.fewest, line.most), (None, None), "what was typed for another course is not meant for this one");
}

#[test]
fn one_session_that_may_become_several_keeps_their_distance() {
    let mut draft = draft();
    let line = &mut draft.options[0].lines[0];
    (line.sessions, line.spacing_days) = (1, 7);
    let problems = said(&Evaluation::of(&draft, &CATALOG).expect_err("too dense"), &draft, &CATALOG);
    assert!(problems.contains("28"), "{problems}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_comes_to_what_it_comes_to_with_so_many_sessions_typed(draft in plans::plan()) {
        let evaluation = Evaluation::of(&draft, &CATALOG).expect("a plan");
        for needed in SessionsNeeded::ALL {
            let Ok(other) = Evaluation::of(&settled(&draft, needed), &CATALOG) else { continue };
            for (option, other) in evaluation.estimate.options.iter().zip(&other.estimate.options) {
                let Some(one) = option.by_sessions.iter().find(|one| one.needed == needed) else { continue };
                let projection = other.projection.as_ref();
                let of_course = other.schedule.sessions.iter().filter(|session| session.phase.id() == "course").count();
                // Packages are begun as planned, whether or not fewer sessions are enough; what that comes to is tried by itself.
                let has_package =
                    |line: &Line| line.package.is_some() || line.add_ons.iter().any(|one| one.package.is_some());
                let of_plan = evaluation.plan.options.iter().find(|of| Some(of.id) == option.id);
                let is_packed = needed == SessionsNeeded::Fewest && of_plan.is_some_and(|of| of.lines.iter().any(has_package));
                let (course, total) = if is_packed { (one.course, one.total) } else {
                    (other.ledger.heading(Heading::Course), other.ledger.total)
                };
                prop_assert_eq!(*one, WithSessions {
                    needed,
                    sessions: u32::try_from(of_course).expect("a number"),
                    course_end: other.schedule.course_end(),
                    visits: other.visits,
                    course,
                    total,
                    peak: projection.and_then(|projection| projection.peak).map(|peak| peak.improvement.typical),
                    at_end: projection.map(|projection| projection.improvement(evaluation.estimate.horizon_days).typical),
                });
            }
        }
    }
}
