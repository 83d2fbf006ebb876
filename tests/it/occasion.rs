//! Days that matter: near its best or not, whether anything shows, the latest start, and what moving costs.

use crate::plans::{self, CATALOG};
use collagen_ledger::document::{Draft, FreeOf, OccasionDraft, StrongSun, TimeOffDraft, Upkeep};
use collagen_ledger::estimate::{Estimate, OnOccasion};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::units::{Date, Day};
use collagen_ledger::wording;
use proptest::prelude::*;

/// Needling on 1 and 29 March, 26 April, 24 May and 21 June 2027, and nothing after it, for somebody with this day.
fn draft(date: Date) -> Draft {
    let mut draft = Draft::example(&CATALOG, &CATALOG.concerns[0], jiff::civil::date(2027, 3, 1));
    draft.options.truncate(1);
    let line = &mut draft.options[0].lines[0];
    (line.sessions, line.spacing_days, line.upkeep) = (5, 28, Upkeep::None);
    draft.occasions = vec![OccasionDraft { name: "Wedding".to_owned(), date }];
    draft
}

fn on(draft: &Draft) -> (OnOccasion, String) {
    let evaluation = Evaluation::of(draft, &CATALOG).unwrap();
    let on = evaluation.estimate.options[0].occasions[0];
    (on, wording::on_occasion(&on, &evaluation.estimate))
}

#[test]
fn a_day_that_matters_says_what_is_to_be_expected_on_it() {
    let check = |month: i8, day: i8, year: i16, said: &[&str], not: &[&str]| {
        let (_, words) = on(&draft(jiff::civil::date(year, month, day)));
        for part in said {
            assert!(words.contains(part), "{part:?} in {words:?}");
        }
        for part in not {
            assert!(!words.contains(part), "{part:?} not in {words:?}");
        }
    };
    // At its best, and healed.
    check(
        10,
        1,
        2027,
        &["near its best, ", "healed", "to be healed and near its best by then, begin by about "],
        &["may still show"],
    );
    // Needling shows for up to three days.
    check(6, 22, 2027, &["of its best", "the session of 21 Jun 2027 may still show; with all of it 2 days later"], &[]);
    check(6, 24, 2027, &["; healed; "], &["may still show"]);
    // Too early for the result, and the plan cannot begin sooner.
    check(4, 10, 2027, &["of its best", "it would have had to begin by about"], &["to be healed"]);
}

#[test]
fn a_day_outside_the_plan_is_said_and_does_not_count() {
    let evaluation = Evaluation::of(&draft(jiff::civil::date(2040, 1, 1)), &CATALOG).unwrap();
    assert!(evaluation.estimate.occasions.is_empty());
    let said: Vec<String> = evaluation.estimate.remarks.iter().map(wording::remark).collect();
    assert!(
        said.contains(&"Wedding, 1 Jan 2040, is not within the plan, and nothing is said of it".to_owned()),
        "{said:?}"
    );
}

/// The same with a holiday and, if they matter, months of strong sun.
fn with_days_kept_free(date: Date, (first, last): (Date, Date), strong_sun: StrongSun) -> Draft {
    let off = TimeOffDraft { name: "Spain".to_owned(), first, last, free_of: FreeOf::Visits };
    Draft { time_off: vec![off], strong_sun, ..draft(date) }
}

#[test]
fn where_days_are_kept_free_each_start_is_dated_anew() {
    let date = jiff::civil::date;
    let latest = |draft: &Draft| on(draft).0.latest_start;
    let free = draft(date(2027, 11, 1));
    let last = latest(&free).expect("a latest start");
    // In the way of the second session from then on: the whole course is held up, and has to begin sooner for that.
    let second = free.start.saturating_add(jiff::Span::new().days(last + 28));
    let in_the_way = (second, second.saturating_add(jiff::Span::new().days(9)));
    let hindered = with_days_kept_free(date(2027, 11, 1), in_the_way, StrongSun::Unminded);
    assert!(
        latest(&hindered).is_some_and(|start| (last - 12..last).contains(&start)),
        "{:?} and {last}",
        latest(&hindered)
    );
    // In nobody's way.
    let past = with_days_kept_free(date(2027, 11, 1), (date(2026, 1, 1), date(2026, 1, 9)), StrongSun::Unminded);
    assert_eq!(latest(&past), Some(last));
    // What moves everything out of sight gives way to a holiday, too: a day later the last session is due on it, and is behind it.
    let seen = date(2027, 6, 22);
    assert_eq!(on(&draft(seen)).0.moved.map(|moved| moved.by), Some(2));
    let away = with_days_kept_free(seen, (seen, seen), StrongSun::Unminded);
    assert_eq!(on(&away).0.moved.map(|moved| moved.by), Some(1));
}

#[test]
fn of_what_has_begun_no_other_start_is_said() {
    let mut plan = draft(jiff::civil::date(2027, 6, 22)).parse(&CATALOG).expect("a plan");
    // From the second session on all is foreseen nine days later than it was planned.
    (plan.as_of, plan.occasions[0].day) = (Some(10), 123);
    let estimate = Estimate::of(&plan, &CATALOG).expect("an estimate");
    let on = estimate.options[0].occasions[0];
    assert!(on.shows.is_some() && on.moved.is_none() && on.latest_start.is_none(), "{on:?}");
}

/// The day after the latest start is one too late: the last first day is meant, and not the last week.
#[test]
fn the_latest_start_is_the_last_day_that_will_do() {
    for days in 250..280 {
        let mut plan = draft(date_in(days)).parse(&CATALOG).expect("a plan");
        let latest = Estimate::of(&plan, &CATALOG).expect("an estimate").options[0].occasions[0].latest_start;
        let latest = latest.expect("a latest start");
        let mut begun = |by: Day| {
            plan.occasions[0].day = days - by;
            let on = Estimate::of(&plan, &CATALOG).expect("an estimate").options[0].occasions[0];
            on.is_near_its_best() && on.shows.is_none()
        };
        assert!(begun(latest) && !begun(latest + 1), "{days} days on: {latest}");
    }
}

/// So many days after the first of them.
fn date_in(days: Day) -> Date {
    jiff::civil::date(2027, 3, 1).saturating_add(jiff::Span::new().days(days))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Begun on the latest day that is told, a plan is near its best on the day that matters and nothing shows.
    #[test]
    fn the_latest_start_keeps_its_word(plan in plans::plan(), share in 10..=60_i32) {
        let mut plan = plan;
        plan.options.truncate(1);
        plan.horizon_years = plan.horizon_years.max(3);
        plan.options[0].lines.iter_mut().for_each(|line| line.upkeep = Upkeep::None);
        let date = plan.start.saturating_add(jiff::Span::new().days(i64::from(365 * share / 20)));
        plan.occasions = vec![OccasionDraft { name: String::new(), date }];
        let (before, _) = on(&plan);
        let Some(latest @ 0..) = before.latest_start else { return Ok(()) };
        plan.options[0].lines.iter_mut().for_each(|line| line.start_day += u32::try_from(latest).unwrap());
        let Ok(evaluation) = Evaluation::of(&plan, &CATALOG) else { return Ok(()) };
        let option = &evaluation.estimate.options[0];
        let end: Day = evaluation.estimate.horizon_days;
        // What is cut off by the end of the plan is another course.
        if option.schedule.course_end().is_none_or(|last| last + 28 >= end) {
            return Ok(());
        }
        let after = option.occasions[0];
        prop_assert_eq!(after.shows, None);
        prop_assert!(after.of_best.unwrap() > 0.88, "{:?}", after);
    }

    /// Whatever is kept free: a plan that begins on the latest day that is told is near its best on the day that matters with nothing
    /// to be seen, one that is moved as is told shows nothing, and what moving costs is what it costs.
    #[test]
    fn the_latest_start_keeps_its_word_whatever_is_kept_free(
        plan in plans::plan(),
        offs in prop::collection::vec(plans::time_off(), 1..4),
        strong_sun in prop::sample::select(&StrongSun::ALL[..]),
        share in 10..=40_i32,
    ) {
        let mut plan = Draft { time_off: offs, strong_sun, ..plan };
        plan.options.truncate(1);
        plan.horizon_years = 3;
        plan.options[0].lines.iter_mut().for_each(|line| line.upkeep_until = None);
        let matters = plan.start.saturating_add(jiff::Span::new().days(i64::from(365 * share / 20)));
        plan.occasions = vec![OccasionDraft { name: String::new(), date: matters }];
        let Ok(before) = Evaluation::of(&plan, &CATALOG) else { return Ok(()) };
        let before = &before.estimate.options[0];
        let peak = before.projection.as_ref().and_then(|projection| projection.peak);
        let planned = peak.map_or(0.0, |peak| peak.improvement.typical);
        let before = before.occasions[0];
        let begun = |by: Day| {
            // The plan has as many days as before, whichever years it has.
            let mut later = plan.parse(&CATALOG).expect("a plan");
            let moved = |date: Date| date.saturating_add(jiff::Span::new().days(by));
            (later.start, later.end) = (moved(later.start), moved(later.end));
            later.time_off.iter_mut().for_each(|off| (off.first, off.last) = (off.first - by, off.last - by));
            later.occasions[0].day -= by;
            Estimate::of(&later, &CATALOG).expect("an estimate").options[0].occasions[0]
        };
        if let Some(latest) = before.latest_start {
            let on = begun(latest);
            prop_assert!(on.is_near_its_best() && on.shows.is_none(), "{:?}", on);
            // No later start will do, and none that reaches less because of what is kept free.
            let is_enough = |on: OnOccasion| on.improvement.is_some_and(|on| on.typical >= 0.9 * planned - 1e-9);
            prop_assert!(is_enough(on), "{:?}", on);
            for by in [1, 5, 30].map(|days| latest + days) {
                let on = begun(by);
                prop_assert!(!(on.is_near_its_best() && on.shows.is_none() && is_enough(on)), "{}: {:?}", by, on);
            }
        }
        if let Some(moved) = before.moved {
            let on = begun(moved.by);
            let costs = before.improvement.unwrap().typical - on.improvement.unwrap().typical;
            prop_assert!(on.shows.is_none() && (costs - moved.costs).abs() < 1e-9, "{:?}", on);
        }
    }
}
