//! Days kept free: sessions move to the first day on which they can be, take what follows along, and say why.

use crate::plans::{CATALOG, plan, time_off};
use collagen_ledger::catalog::{Catalog, Treatment};
use collagen_ledger::document::{Draft, FreeOf, LineDraft, StrongSun, TimeOffDraft, Upkeep};
use collagen_ledger::estimate::Estimator;
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::plan::{MovedBy, RemarkKind};
use collagen_ledger::schedule::{Phase, Session, Why};
use collagen_ledger::units::{Date, parse_date};
use collagen_ledger::wording;
use jiff::civil::date;
use proptest::prelude::*;

fn line(draft: &Draft, id: &str, (sessions, start_day, upkeep): (u32, u32, Upkeep)) -> LineDraft {
    let concern = &CATALOG.concerns[0];
    let treatment = CATALOG.treatment(&id.into()).expect("a treatment");
    LineDraft { sessions, start_day, upkeep, ..LineDraft::usual(&CATALOG, concern, &draft.profile, treatment) }
}

/// From 1 March 2027 over three years.
fn plan_of(lines: &[(&str, (u32, u32, Upkeep))], kept: &[(&str, &str, FreeOf)], sun: StrongSun) -> Draft {
    let mut draft = Draft::example(&CATALOG, &CATALOG.concerns[0], date(2027, 3, 1));
    draft.horizon_years = 3;
    draft.options.truncate(1);
    draft.options[0].lines = lines.iter().map(|(id, of)| line(&draft, id, *of)).collect();
    let day = |text: &str| parse_date(text).expect("a date");
    let off = kept.iter().map(|(first, last, free_of)| TimeOffDraft {
        name: "Holiday".to_owned(),
        first: day(first),
        last: day(last),
        free_of: *free_of,
    });
    (draft.time_off, draft.strong_sun) = (off.collect(), sun);
    draft.identify(0);
    draft
}

fn dates(evaluation: &Evaluation, line: usize, phase: Phase) -> Vec<String> {
    let line = evaluation.plan.options[0].lines[line].id;
    let sessions = evaluation.estimate.options[0].schedule.sessions.iter();
    let of_line = sessions.filter(|session| session.line == line && session.phase == phase);
    of_line.map(|session| session.date.to_string()).collect()
}

/// The dates of one line's course and upkeep.
fn check(draft: &Draft, course: &[&str], upkeep: &[&str]) -> Evaluation {
    let evaluation = Evaluation::of(draft, &CATALOG).expect("a valid plan");
    assert_eq!(dates(&evaluation, 0, Phase::Course), course);
    assert_eq!(dates(&evaluation, 0, Phase::Upkeep), upkeep);
    evaluation
}

fn remarks(evaluation: &Evaluation) -> Vec<String> {
    let is_one = |kind: &RemarkKind| matches!(kind, RemarkKind::Moved { .. } | RemarkKind::LeftOut { .. });
    let remarks = evaluation.estimate.options[0].remarks.iter().filter(|remark| is_one(&remark.kind));
    remarks.map(wording::remark).collect()
}

const NO_VISITS: FreeOf = FreeOf::Visits;
const EVERY_6: Upkeep = Upkeep::Every { months: 6 };

#[test]
fn a_session_that_moves_takes_the_rest_of_its_course_along_and_says_why() {
    let draft =
        plan_of(&[("microneedling", (4, 0, EVERY_6))], &[("2027-03-25", "2027-04-07", NO_VISITS)], StrongSun::Unminded);
    let evaluation = check(
        &draft,
        &["2027-03-01", "2027-04-08", "2027-05-06", "2027-06-03"],
        &["2027-12-03", "2028-06-03", "2028-12-03", "2029-06-03", "2029-12-03"],
    );
    let said = "Microneedling of 29 Mar 2027 moves to 8 Apr 2027, and 2 more sessions with it (Holiday, 25 Mar 2027 to 7 Apr 2027)";
    assert_eq!(remarks(&evaluation), [said]);
    let option = &evaluation.estimate.options[0];
    let ledger: Vec<String> = option.ledger.entries.iter().map(|entry| entry.date.to_string()).collect();
    assert!(ledger.contains(&"2027-04-08".to_owned()) && !ledger.contains(&"2027-03-29".to_owned()), "{ledger:?}");
}

#[test]
fn upkeep_stays_where_it_is_due_and_falls_away_where_the_next_one_is() {
    let upkeep = Upkeep::Every { months: 2 };
    let draft = plan_of(
        &[("microneedling", (1, 0, upkeep))],
        &[("2027-05-01", "2027-05-15", NO_VISITS), ("2027-11-01", "2028-01-20", NO_VISITS)],
        StrongSun::Unminded,
    );
    let evaluation = check(
        &draft,
        &["2027-03-01"],
        &[
            // Still nearer to 1 May than to 1 July.
            "2027-05-16",
            "2027-07-01",
            "2027-09-01",
            // Of those due on 1 November and 1 January the first is left out, as the second is due before it can be.
            "2028-01-21",
            "2028-03-01",
            "2028-05-01",
            "2028-07-01",
            "2028-09-01",
            "2028-11-01",
            "2029-01-01",
            "2029-03-01",
            "2029-05-01",
            "2029-07-01",
            "2029-09-01",
            "2029-11-01",
            "2030-01-01",
        ],
    );
    let said = remarks(&evaluation);
    assert!(said.iter().any(|said| said.contains("1 session of upkeep is left out")), "{said:?}");
    // Moved by more than half the interval it would come just before the next one, and be paid as well.
    let late = [("2027-04-28", "2027-06-10", NO_VISITS)];
    let draft = plan_of(&[("microneedling", (1, 0, upkeep))], &late, StrongSun::Unminded);
    let evaluation = Evaluation::of(&draft, &CATALOG).expect("a valid plan");
    assert_eq!(dates(&evaluation, 0, Phase::Upkeep)[0], "2027-07-01");
    let said = "Microneedling: 1 session of upkeep is left out, as the next one follows soon (Holiday, 28 Apr 2027 to 10 Jun 2027)";
    assert_eq!(remarks(&evaluation), [said]);
}

/// Different treatments keep the distance that they were to have, as far as skin or sources ask for any.
#[test]
fn different_treatments_that_move_keep_their_distance() {
    let away = [("2027-03-01", "2027-05-31", NO_VISITS)];
    let check = |lines: [(&str, u32); 2], expected: [&str; 2]| {
        let lines = lines.map(|(id, start)| (id, (1, start, Upkeep::None)));
        let evaluation = Evaluation::of(&plan_of(&lines, &away, StrongSun::Unminded), &CATALOG).expect("a valid plan");
        let dated = [0, 1].map(|line| dates(&evaluation, line, Phase::Course).concat());
        assert_eq!(dated, expected, "{lines:?}");
        let remarks: Vec<String> = evaluation.estimate.options[0].remarks.iter().map(wording::remark).collect();
        assert!(!remarks.iter().any(|said| said.contains("should be") || said.contains("same day")), "{remarks:?}");
    };
    // Filler first: radiofrequency needling comes two weeks after it.
    check([("ha-filler", 0), ("rf-microneedling", 30)], ["2027-06-01", "2027-06-15"]);
    // The line that stands first need not be the one that is given first.
    check([("rf-microneedling", 30), ("ha-filler", 0)], ["2027-06-15", "2027-06-01"]);
    // Until skin has healed.
    check([("subcision", 0), ("tca-cross", 30)], ["2027-06-01", "2027-06-15"]);
    // What is accepted on one day, and what was on one day, stays there.
    check([("subcision", 0), ("ha-filler", 0)], ["2027-06-01", "2027-06-01"]);
}

/// What was worked out before is not taken for what is to be now.
#[test]
fn a_wait_that_the_clinic_lengthens_is_kept_to_at_once() {
    let lines = [("ha-filler", (1, 0, Upkeep::None)), ("rf-microneedling", (1, 30, Upkeep::None))];
    let draft = plan_of(&lines, &[("2027-03-01", "2027-05-31", NO_VISITS)], StrongSun::Unminded);
    let mut catalog = CATALOG.clone();
    catalog.rules.lengthen_pair(&"ha-filler".into(), &"rf-microneedling".into(), 42);
    let mut estimator = Estimator::default();
    let mut dated = |catalog: &Catalog| {
        let evaluation = Evaluation::with(&mut estimator, &draft, catalog).expect("a valid plan");
        dates(&evaluation, 1, Phase::Course)
    };
    assert_eq!(dated(&CATALOG), ["2027-06-15"]);
    // So far as they were to be apart.
    assert_eq!(dated(&catalog), ["2027-07-01"]);
    assert_eq!(dated(&CATALOG), ["2027-06-15"]);
}

#[test]
fn a_course_that_is_pushed_out_of_the_plan_says_by_what() {
    let check = |count: u32, kept: &[(&str, &str, FreeOf)], expected: &str| {
        let draft = plan_of(&[("microneedling", (count, 30, Upkeep::None))], kept, StrongSun::Unminded);
        let evaluation = Evaluation::of(&draft, &CATALOG).expect("a valid plan");
        let remarks: Vec<String> = evaluation.estimate.options[0].remarks.iter().map(wording::remark).collect();
        assert!(remarks.iter().any(|said| said == expected), "{remarks:?}");
    };
    let away = [("2027-03-10", "2031-01-01", NO_VISITS)];
    let cause = "(Holiday, 10 Mar 2027 to 1 Jan 2031)";
    check(
        2,
        &away,
        &format!(
            "Microneedling: 2 sessions of the course fall on or after the end of the plan and are not counted {cause}"
        ),
    );
    check(
        1,
        &away,
        &format!(
            "Microneedling: 1 session of the course falls on or after the end of the plan and is not counted {cause}"
        ),
    );
}

#[test]
fn what_is_done_at_home_goes_on_and_what_shows_keeps_its_distance() {
    let weekly = (3, 0, Upkeep::None);
    let away = plan_of(&[("home-roller", weekly)], &[("2027-03-02", "2027-03-31", NO_VISITS)], StrongSun::Unminded);
    let evaluation = Evaluation::of(&away, &CATALOG).expect("a valid plan");
    assert!(evaluation.estimate.options[0].schedule.displaced.is_empty());

    // Needling shows for up to three days: the last day on which it can be is the one three days before.
    let to_be_seen = |first: &str| {
        let kept = [(first, "2027-03-31", FreeOf::Traces)];
        let draft = plan_of(&[("microneedling", (2, 0, Upkeep::None))], &kept, StrongSun::Unminded);
        dates(&Evaluation::of(&draft, &CATALOG).expect("a valid plan"), 0, Phase::Course)
    };
    assert_eq!(to_be_seen("2027-03-04"), ["2027-03-01", "2027-04-01"]);
    assert_eq!(to_be_seen("2027-03-03"), ["2027-04-01", "2027-04-29"]);
}

#[test]
fn in_months_of_strong_sun_only_what_asks_for_it_waits() {
    let lines = [("ablative-laser", (2, 60, Upkeep::None)), ("subcision", (1, 90, Upkeep::None))];
    let dates_in = |sun: StrongSun| {
        let evaluation = Evaluation::of(&plan_of(&lines, &[], sun), &CATALOG).expect("a valid plan");
        (dates(&evaluation, 0, Phase::Course), dates(&evaluation, 1, Phase::Course), remarks(&evaluation))
    };
    let spacing = CATALOG.treatment(&"ablative-laser".into()).expect("known").courses[0].spacing_days.typical;
    let (laser, subcision, said) = dates_in(StrongSun::Unminded);
    assert!(laser[0] == "2027-04-30" && said.is_empty());
    // The first is on the last day of April, the second would be in summer.
    let (north, same, said) = dates_in(StrongSun::North);
    assert_eq!((&north[0], &north[1], &same), (&laser[0], &"2027-09-01".to_owned(), &subcision), "{spacing}");
    assert!(said[0].contains("strong sun"), "{said:?}");
    let south = dates_in(StrongSun::South);
    assert_eq!((&south.0, &south.1), (&laser, &subcision), "southern winter");
}

#[test]
fn upkeep_that_waits_for_fading_waits_for_the_first_free_day_too() {
    let faded = Upkeep::WhenFaded { percent: 90 };
    let free = plan_of(&[("microneedling", (4, 0, faded))], &[], StrongSun::Unminded);
    let due = dates(&Evaluation::of(&free, &CATALOG).expect("a valid plan"), 0, Phase::Upkeep)[0].clone();
    let day = parse_date(&due).expect("a date");
    let last = day.saturating_add(jiff::Span::new().days(9));
    let away =
        plan_of(&[("microneedling", (4, 0, faded))], &[(&due, &last.to_string(), NO_VISITS)], StrongSun::Unminded);
    let evaluation = Evaluation::of(&away, &CATALOG).expect("a valid plan");
    assert_eq!(dates(&evaluation, 0, Phase::Upkeep)[0], last.tomorrow().expect("a day").to_string());
    let said = remarks(&evaluation);
    assert!(said[0].starts_with("Microneedling of") && said[0].contains("Holiday"), "{said:?}");
}

#[test]
fn two_treatments_that_must_keep_apart_do_so_when_one_is_moved() {
    // 28 days between needlings: the first moves to the day on which the other is due, which then moves by 28.
    let lines = [("microneedling", (1, 0, Upkeep::None)), ("rf-microneedling", (1, 40, Upkeep::None))];
    let draft = plan_of(&lines, &[("2027-02-20", "2027-04-09", NO_VISITS)], StrongSun::Unminded);
    let evaluation = Evaluation::of(&draft, &CATALOG).expect("nothing is refused that days kept free have moved");
    let (one, other) = (dates(&evaluation, 0, Phase::Course), dates(&evaluation, 1, Phase::Course));
    assert_eq!((&one[..], &other[..]), (&["2027-04-10".to_owned()][..], &["2027-05-08".to_owned()][..]));
    let causes = evaluation.estimate.options[0].remarks.iter().filter_map(|remark| match &remark.kind {
        RemarkKind::Moved { cause, .. } => Some(cause),
        _ => None,
    });
    assert!(causes.into_iter().any(|cause| *cause == MovedBy::Distance));
}

/// The laser waits until September for strong sun to be over, and so does the peel that is due by then: on the same skin it keeps the
/// distance from it, whether it is due at dates or by fading.
#[test]
fn upkeep_that_waits_for_fading_keeps_its_distance_from_what_was_moved() {
    for upkeep in [Upkeep::WhenFaded { percent: 80 }, Upkeep::Every { months: 3 }] {
        let mut draft = plan_of(
            &[("ablative-laser", (1, 76, Upkeep::None)), ("medium-peel", (3, 0, upkeep))],
            &[],
            StrongSun::North,
        );
        draft.options[0].lines[1].spacing_days = 14;
        let evaluation = check(&draft, &["2027-09-01"], &[]);
        let peels = dates(&evaluation, 1, Phase::Upkeep);
        // What the laser lifts by then is not faded any more.
        assert!(peels.iter().all(|day| day.as_str() >= "2027-09-29"), "{upkeep:?}: {peels:?}");
    }
}

#[test]
fn what_is_moved_takes_the_first_day_on_which_it_may_be_with_another() {
    let every = |months| Upkeep::Every { months };
    let mut draft = plan_of(
        &[("subcision", (1, 0, every(4))), ("tca-cross", (1, 7, every(4))), ("ha-filler", (2, 90, every(6)))],
        &[
            ("2027-07-11", "2027-08-21", NO_VISITS),
            ("2027-08-08", "2027-09-18", FreeOf::Traces),
            ("2027-06-30", "2027-07-01", NO_VISITS),
        ],
        StrongSun::North,
    );
    (draft.start, draft.horizon_years) = (date(2027, 5, 30), 1);
    draft.options[0].lines[2].spacing_days = 21;
    let evaluation = Evaluation::of(&draft, &CATALOG).expect("a valid plan");
    // Two weeks after the peel, and on the day of the filler that it goes with.
    assert_eq!(dates(&evaluation, 1, Phase::Course).last().map(String::as_str), Some("2027-09-19"));
    assert_eq!(dates(&evaluation, 2, Phase::Course), ["2027-10-03", "2027-10-24"]);
    assert_eq!(dates(&evaluation, 0, Phase::Upkeep)[0], "2027-10-03");
}

/// What is not faded any more once it could be treated is no longer waiting: when it fades again it is due then.
#[test]
fn what_was_lifted_while_it_waited_is_due_anew() {
    let faded = |percent| Upkeep::WhenFaded { percent };
    let mut draft = plan_of(
        &[
            ("rf-microneedling", (3, 60, faded(70))),
            ("medium-peel", (2, 21, faded(80))),
            ("ablative-laser", (4, 0, Upkeep::Every { months: 3 })),
        ],
        &[
            ("2028-12-04", "2028-12-05", NO_VISITS),
            ("2028-07-11", "2028-07-17", NO_VISITS),
            ("2028-02-22", "2028-04-03", NO_VISITS),
        ],
        StrongSun::South,
    );
    draft.start = date(2027, 11, 25);
    let lines = &mut draft.options[0].lines;
    for (line, (spacing_days, area)) in lines.iter_mut().zip([(42, "Back"), (21, "Back"), (42, "Face")]) {
        (line.spacing_days, line.area) = (spacing_days, area.to_owned());
    }
    let evaluation = Evaluation::of(&draft, &CATALOG).expect("a valid plan");
    let option = &evaluation.plan.options[0];
    let faded: Vec<_> = option.lines[..2].iter().map(|line| line.id).collect();
    let schedule = &evaluation.estimate.options[0].schedule;
    let moved = schedule.displaced.iter().filter(|moved| faded.contains(&moved.line) && moved.phase == Phase::Upkeep);
    for moved in moved {
        let to = evaluation.estimate.date(moved.to.expect("fading leaves nothing out"));
        // Strong sun ends with February, and what is nearest by then asks for four weeks.
        assert!(moved.why != Why::StrongSun || to < date(to.year(), 4, 1), "{to}: {moved:?}");
    }
}

fn treatment(id: &collagen_ledger::catalog::TreatmentId) -> &'static Treatment {
    CATALOG.treatment(id).expect("a treatment")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever is kept free and whatever a session waits for: one that is moved keeps the distance from others on the same skin that
    /// they ask for, or that it was to have if that was less, and so do others from it.
    #[test]
    fn what_is_moved_keeps_its_distance(
        mut draft in plan(),
        kept in prop::collection::vec(time_off(), 0..4),
        sun in prop::sample::select(&[StrongSun::North, StrongSun::South][..]),
    ) {
        (draft.strong_sun, draft.time_off) = (sun, kept);
        draft.further.clear();
        draft.options.iter_mut().flat_map(|option| &mut option.lines).for_each(|line| {
            line.area = String::new();
            line.concern = None;
            line.upkeep = if line.start_day % 3 == 0 { line.upkeep } else { Upkeep::WhenFaded { percent: 85 } };
        });
        let Ok(evaluation) = Evaluation::of(&draft, &CATALOG) else { return Ok(()) };
        for (option, estimate) in evaluation.plan.options.iter().zip(&evaluation.estimate.options) {
            let schedule = &estimate.schedule;
            let due = |one: &Session| {
                let is_it = |moved: &&collagen_ledger::schedule::Displaced| moved.line == one.line && moved.to == Some(one.day);
                schedule.displaced.iter().find(is_it).map(|moved| moved.due)
            };
            let of = |one: &Session| treatment(&option[one.line].treatment);
            for (at, later) in schedule.sessions.iter().enumerate() {
                for earlier in schedule.sessions[..at].iter().filter(|earlier| earlier.line != later.line) {
                    let (one, other) = (due(earlier), due(later));
                    if one.is_none() && other.is_none() {
                        continue;
                    }
                    let (first, then) = (of(earlier), of(later));
                    let asked = CATALOG.rules.pair(&first.id, &then.id).map_or(0, |pair| pair.days.value.typical);
                    let asked = asked.max(first.downtime.full_days).cast_signed();
                    let gap = later.day - earlier.day;
                    let were_apart = (one.unwrap_or(earlier.day) - other.unwrap_or(later.day)).abs();
                    let may_meet = gap == 0 && CATALOG.rules.go_together(&first.id, &then.id);
                    prop_assert!(may_meet || gap >= asked.min(were_apart), "{earlier:?} and {later:?} were {were_apart} apart");
                }
            }
        }
    }

    /// Whatever is kept free: nothing falls into it, spacings and safe intervals stay, nothing of a course is lost that the
    /// horizon does not cut off, and what is not moved stands where it stood.
    #[test]
    fn days_kept_free_stay_free(mut draft in plan(), kept in prop::collection::vec(time_off(), 1..4)) {
        draft.strong_sun = StrongSun::Unminded;
        draft.time_off = Vec::new();
        let Ok(before) = Evaluation::of(&draft, &CATALOG) else { return Ok(()) };
        draft.time_off = kept;
        let after = Evaluation::of(&draft, &CATALOG);
        prop_assert!(after.is_ok(), "what was valid is still: {:?}", after.err());
        let after = after.expect("valid");
        for (was, (is, option)) in
            before.estimate.options.iter().zip(after.estimate.options.iter().zip(&after.plan.options))
        {
            for session in &is.schedule.sessions {
                let line = &option[session.line];
                let treatment = treatment(&line.treatment);
                for off in &draft.time_off {
                    let shown = match off.free_of {
                        FreeOf::Visits => i64::from(treatment.at_clinic),
                        FreeOf::Traces => i64::from(treatment.downtime.social_days.1),
                    };
                    let behind = session.date.saturating_add(jiff::Span::new().days(shown));
                    prop_assert!(shown == 0 || session.date > off.last || behind <= off.first, "{session:?} in {off:?}");
                }
            }
            for line in &option.lines {
                let of_course = |schedule: &collagen_ledger::schedule::Schedule| -> Vec<Date> {
                    let of_line = schedule.sessions.iter().filter(|session| session.line == line.id);
                    of_line.filter(|session| session.phase == Phase::Course).map(|session| session.date).collect()
                };
                let course = of_course(&is.schedule);
                for days in course.windows(2) {
                    prop_assert!((days[1] - days[0]).get_days() >= line.spacing_days.cast_signed());
                }
                for (was, is) in of_course(&was.schedule).iter().zip(&course) {
                    prop_assert!(was <= is, "nothing moves to an earlier day");
                }
                let is_free = is.schedule.displaced.iter().all(|moved| moved.line != line.id);
                let waits = matches!(line.upkeep, Upkeep::WhenFaded { .. });
                if is_free && !waits {
                    let days = |schedule: &collagen_ledger::schedule::Schedule| -> Vec<Date> {
                        let of_line = schedule.sessions.iter().filter(|session| session.line == line.id);
                        of_line.map(|session| session.date).collect()
                    };
                    prop_assert_eq!(days(&was.schedule), days(&is.schedule));
                }
            }
        }
    }
}

/// Dragging a mark of upkeep finds the interval of that session, those left out before it counted.
#[test]
fn the_interval_of_upkeep_counts_what_was_left_out() {
    use collagen_ledger::schedule::Schedule;
    let draft = plan_of(
        &[("microneedling", (1, 0, Upkeep::Every { months: 2 }))],
        &[("2027-11-01", "2028-01-20", NO_VISITS)],
        StrongSun::Unminded,
    );
    let evaluation = Evaluation::of(&draft, &CATALOG).expect("a valid plan");
    let (plan, option) = (&evaluation.plan, &evaluation.plan.options[0]);
    for session in &evaluation.estimate.options[0].schedule.sessions[1..] {
        let near = Schedule::interval_near(plan, option, &CATALOG, session, session.day);
        assert_eq!(near, Some(2), "{session:?}");
    }
}
