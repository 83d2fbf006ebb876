//! Dated sessions: real calendar days, safe intervals, clashes, the horizon, and upkeep that waits for the fading.

use crate::plans::said;
use collagen_ledger::catalog::Catalog;
use collagen_ledger::document::{Draft, LineDraft, Upkeep};
use collagen_ledger::estimate::{Estimator, Figures};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::schedule::Phase;
use collagen_ledger::wording;
use jiff::civil::{Date, date};

/// A treatment, and how its usual line is changed.
type Treated = (&'static str, fn(&mut LineDraft));

/// A plan of one option with these treatments, each changed by its function, over five years.
fn plan(start: Date, lines: &[Treated]) -> (Catalog, Draft) {
    let catalog = Catalog::built_in();
    let concern = &catalog.concerns[0];
    let mut draft = Draft::example(&catalog, concern, start);
    draft.options.truncate(1);
    let line = |(id, change): &Treated| {
        let treatment = catalog.treatment(&(*id).into()).expect("a treatment");
        let mut line = LineDraft::usual(&catalog, concern, &draft.profile, treatment);
        line.upkeep = Upkeep::None;
        change(&mut line);
        line
    };
    draft.options[0].lines = lines.iter().map(line).collect();
    draft.identify(0);
    (catalog, draft)
}

fn evaluate(start: Date, lines: &[Treated]) -> Result<Evaluation, String> {
    let (catalog, draft) = plan(start, lines);
    Evaluation::of(&draft, &catalog).map_err(|problems| said(&problems, &draft, &catalog))
}

fn dates(evaluation: &Evaluation, phase: Phase) -> Vec<String> {
    let sessions = &evaluation.estimate.options[0].schedule.sessions;
    sessions.iter().filter(|session| session.phase == phase).map(|session| session.date.to_string()).collect()
}

#[test]
fn a_course_runs_from_its_first_day_in_equal_steps() {
    let evaluation = evaluate(date(2028, 2, 15), &[("microneedling", |line| line.start_day = 10)]).expect("valid");
    let expected = ["2028-02-25", "2028-03-24", "2028-04-21", "2028-05-19", "2028-06-16"];
    assert_eq!(dates(&evaluation, Phase::Course), expected);
}

#[test]
fn upkeep_keeps_to_the_day_of_the_month_and_does_not_drift() {
    let monthly: fn(&mut LineDraft) = |line| (line.sessions, line.upkeep) = (1, Upkeep::Every { months: 1 });
    let evaluation = evaluate(date(2027, 8, 31), &[("microneedling", monthly)]).expect("valid");
    let upkeep = dates(&evaluation, Phase::Upkeep);
    let expected = ["2027-09-30", "2027-10-31", "2027-11-30", "2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31"];
    assert_eq!(upkeep[..7], expected);
    assert_eq!(upkeep.last().map(String::as_str), Some("2032-07-31"), "the horizon ends on 31 August 2032");
}

#[test]
fn upkeep_ends_on_its_last_day() {
    let limited: fn(&mut LineDraft) = |line| {
        (line.sessions, line.upkeep) = (1, Upkeep::Every { months: 6 });
        line.upkeep_until = Some(date(2028, 9, 1));
    };
    let evaluation = evaluate(date(2027, 3, 1), &[("microneedling", limited)]).expect("valid");
    assert_eq!(dates(&evaluation, Phase::Upkeep), ["2027-09-01", "2028-03-01", "2028-09-01"]);
}

#[test]
fn unsafe_intervals_are_errors_that_name_line_and_remedy() {
    let check = |lines: &[Treated], says: &[&str]| {
        let message = evaluate(date(2027, 3, 1), lines).err().unwrap_or_default();
        for part in says {
            assert!(message.contains(part), "{message:?} does not say {part:?}");
        }
    };
    let close: fn(&mut LineDraft) = |line| line.spacing_days = 21;
    check(
        &[("microneedling", close)],
        &[
            "Option A \"Microneedling\", Microneedling",
            "21 days apart",
            "safe minimum of 28 days",
            "set the spacing to 28",
        ],
    );
    let later: fn(&mut LineDraft) = |line| line.start_day = 14;
    check(
        &[("microneedling", |_| {}), ("rf-microneedling", later)],
        &["on 15 Mar 2027 comes 14 days after Microneedling on 1 Mar 2027", "at least 14 days later"],
    );
    // One session has no spacing to be too close.
    let single: fn(&mut LineDraft) = |line| (line.sessions, line.spacing_days) = (1, 1);
    assert!(evaluate(date(2027, 3, 1), &[("microneedling", single)]).is_ok());
}

#[test]
fn clashes_and_cut_off_sessions_are_remarks() {
    let remarks = |lines: &[Treated]| -> String {
        let evaluation = evaluate(date(2027, 3, 1), lines).expect("valid");
        let remarks = &evaluation.estimate.options[0].remarks;
        remarks.iter().map(|remark| wording::remark(remark) + "\n").collect()
    };
    let soon: fn(&mut LineDraft) = |line| line.start_day = 5;
    let apart: fn(&mut LineDraft) = |line| line.start_day = 14;
    assert!(remarks(&[("subcision", |_| {}), ("microneedling", soon)]).contains("inside the downtime of Subcision"));
    // What keeps a distance is said with that, other treatments as what they are.
    let same_day = remarks(&[("subcision", |_| {}), ("microneedling", |_| {})]);
    assert!(
        same_day
            .contains("Subcision is on the same day as Microneedling, 1 Mar 2027; it should be at least 2 weeks later"),
        "{same_day}"
    );
    let same_day = remarks(&[("superficial-peel", |_| {}), ("tca-cross", |_| {})]);
    assert!(same_day.contains("fall on the same day, 1 Mar 2027"), "{same_day}");
    assert!(
        !remarks(&[("subcision", |line| line.sessions = 1), ("microneedling", apart)])
            .contains("downtime of Subcision")
    );
    let long: fn(&mut LineDraft) = |line| (line.sessions, line.spacing_days) = (10, 365);
    assert!(
        remarks(&[("microneedling", long)])
            .contains("Microneedling: 4 sessions of the course fall on or after the end")
    );
}

/// Gains that differ by less than this share of the peak are the same.
const NOISE: f64 = 1e-9;

/// Holds fade-triggered upkeep of the first line against its rule, day by day: each session comes on the first day, at
/// least the safe minimum after the one before, on which the gain does not rise and is at or under its share of the highest
/// so far. Gives the days of these sessions.
fn check_fading(treated: &[Treated], share: u32) -> Vec<usize> {
    let (catalog, mut draft) = plan(date(2027, 3, 1), treated);
    draft.options[0].lines[0].upkeep = Upkeep::WhenFaded { percent: share };
    let evaluation = Evaluation::of(&draft, &catalog).expect("valid");
    let option = &evaluation.estimate.options[0];
    let gains: Vec<f64> = (0..evaluation.estimate.horizon_days)
        .map(|day| option.point(day).result.expect("a result").improvement.typical)
        .collect();
    let mut highest = gains.clone();
    (1..highest.len()).for_each(|day| highest[day] = highest[day].max(highest[day - 1]));
    let due = |day: usize| {
        let rises = gains[day] - gains[day - 1] > NOISE * highest[day];
        !rises && gains[day] <= (f64::from(share) / 100.0 + NOISE) * highest[day]
    };
    let treatment = catalog.treatment(&treated[0].0.into()).expect("a treatment");
    let minimum = treatment.minimum_interval_days.value as usize;
    let line = evaluation.plan.options[0].lines[0].id;
    let of_line = option.schedule.sessions.iter().filter(|session| session.line == line);
    let days: Vec<usize> = of_line.map(|session| session.day.unsigned_abs() as usize).collect();
    let course = draft.options[0].lines[0].sessions as usize;
    assert!(days.len() > course, "{treated:?}: five years of fading call for upkeep");
    for pair in days[course - 1..].windows(2) {
        let first = (pair[0] + minimum..=pair[1]).find(|day| due(*day));
        assert_eq!(first, Some(pair[1]), "{treated:?} at {share} %, after day {}", pair[0]);
    }
    days[course..].to_vec()
}

#[test]
fn fade_triggered_upkeep_comes_on_the_first_day_at_or_under_its_share() {
    check_fading(&[("microneedling", |_| {})], 70);
    check_fading(&[("microneedling", |line| line.start_day = 3)], 85);
    check_fading(&[("ha-filler", |_| {})], 70);
    check_fading(&[("ablative-laser", |_| {})], 60);
    check_fading(&[("superficial-peel", |line| (line.sessions, line.spacing_days) = (2, 14))], 80);
    check_fading(&[("home-roller", |line| (line.sessions, line.spacing_days) = (26, 14))], 50);
}

/// Another treatment turns the curve after a dip of two days, between two points of any weekly grid.
#[test]
fn a_dip_of_few_days_calls_for_upkeep() {
    let single: fn(&mut LineDraft) = |line| line.sessions = 1;
    let later: fn(&mut LineDraft) = |line| (line.sessions, line.start_day, line.depth) = (1, 189, Some(50));
    let days = check_fading(&[("home-roller", single), ("microneedling", later)], 17);
    assert_eq!(days.first(), Some(&191));
}

/// Sessions of upkeep as day and treatment, of an option whose lines all wait for the same fading.
fn faded_together(lines: &[Treated], share: u32) -> Vec<(i32, String)> {
    let (catalog, mut draft) = plan(date(2027, 3, 1), lines);
    for line in &mut draft.options[0].lines {
        line.upkeep = Upkeep::WhenFaded { percent: share };
    }
    let evaluation = Evaluation::of(&draft, &catalog).expect("valid");
    let sessions = evaluation.estimate.options[0].schedule.sessions.iter();
    let upkeep = sessions.filter(|session| session.phase == Phase::Upkeep);
    upkeep.map(|session| (session.day, evaluation.plan.options[0][session.line].treatment.to_string())).collect()
}

#[test]
fn two_lines_due_on_one_day_are_both_treated_unless_they_are_too_close() {
    let single: fn(&mut LineDraft) = |line| line.sessions = 1;
    let both = faded_together(&[("microneedling", single), ("ablative-laser", single)], 60);
    assert_eq!(both[0].0, both[1].0, "{both:?}");
    assert_ne!(both[0].1, both[1].1, "{both:?}");
    let later: fn(&mut LineDraft) = |line| (line.sessions, line.start_day) = (1, 28);
    let apart = faded_together(&[("microneedling", single), ("rf-microneedling", later)], 60);
    assert!(apart.windows(2).all(|pair| pair[1].0 - pair[0].0 >= 28), "{apart:?}");
}

/// A plan for a concern with one course and upkeep when its result has faded, over ten years.
fn faded(concern: &str, treatment: &str, share: u32) -> (Catalog, Draft) {
    let catalog = Catalog::built_in();
    let concern = catalog.concern(&concern.into()).expect("a concern");
    let mut draft = Draft { horizon_years: 10, ..Draft::example(&catalog, concern, date(2027, 3, 1)) };
    let treatment = catalog.treatment(&treatment.into()).expect("a treatment");
    let line = LineDraft::usual(&catalog, concern, &draft.profile, treatment);
    draft.options.truncate(1);
    draft.options[0].lines = vec![LineDraft { upkeep: Upkeep::WhenFaded { percent: share }, ..line }];
    draft.identify(0);
    (catalog, draft)
}

#[test]
fn upkeep_that_cannot_lift_the_result_stops_and_says_so() {
    let check = |concern, treatment, share, stops: bool| {
        let (catalog, mut draft) = faded(concern, treatment, share);
        if stops {
            // A strong treatment makes the peak that a weak one is to keep.
            let (_, strong) = faded(concern, "ablative-laser", share);
            draft.options[0].lines.push(LineDraft { upkeep: Upkeep::None, ..strong.options[0].lines[0].clone() });
            draft.options[0].lines[0].sessions = 1;
            draft.identify(0);
        }
        let evaluation = Evaluation::of(&draft, &catalog).expect("valid");
        let option = &evaluation.estimate.options[0];
        let upkeep = dates(&evaluation, Phase::Upkeep);
        let said: Vec<String> = option.remarks.iter().map(wording::remark).collect();
        let says_so = said.iter().any(|remark| remark.starts_with("Upkeep of ") && remark.contains(" stops after "));
        assert_eq!(says_so, stops, "{treatment} on {concern}: {said:?}");
        let last = upkeep.last().map(|last| last[..4].parse::<i32>().expect("a year")).expect("upkeep");
        assert_eq!(last < 2034, stops, "{treatment} on {concern} at {share} %: {upkeep:?}");
        // An issue keeps its dates, and what was said of them.
        let figures = Figures::of(&evaluation.estimate);
        let recalled = Evaluation::recall(&mut Estimator::default(), &draft, &catalog, &figures).expect("valid");
        assert_eq!(recalled.estimate.options[0].remarks, option.remarks, "{treatment} on {concern}");
    };
    check("acne-scars", "microneedling", 70, false);
    check("acne-scars", "home-roller", 50, false);
    check("acne-scars", "home-roller", 90, true);
    check("wrinkles", "ha-filler", 60, false);
    check("wrinkles", "microneedling", 95, false);
}

#[test]
fn upkeep_that_waits_for_a_result_there_never_is_is_refused_with_the_remedy() {
    let (catalog, draft) = faded("wrinkles", "subcision", 70);
    let problems = Evaluation::of(&draft, &catalog).expect_err("refused");
    let message = said(&problems, &draft, &catalog);
    assert!(
        message.contains("Subcision does nothing for the concern it is for") && message.contains("fixed interval"),
        "{message}"
    );
}

/// The result of a course lasts as long with upkeep behind it, which is no part of it, as without.
#[test]
fn how_long_a_result_lasts_without_upkeep_is_that_of_the_course_alone() {
    for (concern, treatment) in [
        ("acne-scars", "microneedling"),
        ("acne-scars", "ablative-laser"),
        ("acne-scars", "tca-cross"),
        ("wrinkles", "ha-filler"),
        ("wrinkles", "superficial-peel"),
        ("acne-scars", "home-roller"),
    ] {
        let lasts = |upkeep, horizon_years| {
            let (catalog, mut draft) = faded(concern, treatment, 70);
            (draft.options[0].lines[0].upkeep, draft.horizon_years) = (upkeep, horizon_years);
            let evaluation = Evaluation::of(&draft, &catalog).expect("valid");
            let projection = evaluation.estimate.options[0].projection.clone().expect("a result");
            (projection.duration_months, projection.lasts_months)
        };
        let (duration, alone) = lasts(Upkeep::None, 10);
        assert!(duration.is_some() && alone == duration, "{treatment}: {alone:?}, {duration:?}");
        for (upkeep, years) in [(Upkeep::Every { months: 6 }, 10), (Upkeep::Every { months: 3 }, 1), (Upkeep::None, 1)]
        {
            assert_eq!(lasts(upkeep, years).1, alone, "{treatment} on {concern}, {upkeep:?} over {years} years");
        }
    }
}
