//! What holds for every plan, tried on a few hundred.

mod calendar;
mod draws;
mod money;

use crate::plans::{CATALOG, line, plan, plan_text, typed, without_upkeep_in_vain};
use collagen_ledger::document::{Draft, LineDraft, LineId, PriceDraft, Upkeep};
use collagen_ledger::estimate::{Estimator, OptionEstimate};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::ledger::{Entry, Heading, total};
use collagen_ledger::storage::parse_plan;
use collagen_ledger::units::{Day, Money, Spread};
use proptest::prelude::*;

/// Rounding of floating point may turn "no less" into "less" by this much.
const ROUNDING: f64 = 1e-12;

fn evaluation(draft: &Draft) -> Evaluation {
    Evaluation::of(draft, &CATALOG).unwrap_or_else(|problems| panic!("{problems:?}\n{}", plan_text(draft)))
}

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

fn days(evaluation: &Evaluation) -> impl Iterator<Item = Day> + Clone {
    (0..=evaluation.estimate.horizon_days).step_by(17)
}

/// The typical improvement.
fn improvement(option: &OptionEstimate, day: Day) -> f64 {
    option.point(day).result.expect("a projection").improvement.typical
}

fn add(one: Spread<Money>, other: Spread<Money>) -> Spread<Money> {
    one.zip(other, |one, other| one + other)
}

/// What a reader sees of an option, without the order its lines were typed in.
fn seen(option: &OptionEstimate) -> impl PartialEq {
    let projection = option.projection.as_ref();
    let measures = projection.map(|projection| {
        let (years, target) = (projection.improvement_years, projection.months_at_target);
        (projection.peak, years, projection.noticeable, projection.duration_months, target, option.phases.clone())
    });
    let entry = |entry: &Entry| (entry.day, entry.heading, entry.units, entry.amount.to_array());
    let mut entries: Vec<_> = option.ledger.entries.iter().map(entry).collect();
    // Entries of one day may stand in any order.
    entries.sort();
    let money = (option.ledger.total, option.ledger.years.clone(), entries);
    (option.curve().collect::<Vec<_>>(), measures, money, option.visits, option.downtime_days)
}

/// A plan with one option, and the same with more sessions in it, all counting in full.
fn more_sessions() -> impl Strategy<Value = (Draft, Draft)> {
    let two = prop::sample::subsequence(CATALOG.treatments.iter().collect::<Vec<_>>(), 2).prop_shuffle();
    let pair = two.prop_flat_map(|two| {
        let apart = two[0].interval_group != two[1].interval_group;
        (line(two[0]), line(two[1]), Just(apart))
    });
    (plan(), pair, 0..3_u32).prop_map(|(mut draft, (first, second, apart), kind)| {
        let first = LineDraft { upkeep: Upkeep::None, ..first };
        let mut lines = vec![first.clone()];
        match kind {
            0 => lines[0].sessions += 1,
            1 if apart => lines.push(second),
            _ => lines[0].upkeep = Upkeep::Every { months: 12 },
        }
        draft.options.truncate(1);
        draft.options[0].lines = vec![first];
        let mut more = draft.clone();
        more.options[0].lines = lines;
        [&mut draft, &mut more].into_iter().for_each(|draft| draft.identify(0));
        (draft, without_upkeep_in_vain(more))
    })
}

/// A plan with two lines of one treatment, both of which may wait for their improvement to fade.
fn twins() -> impl Strategy<Value = Draft> {
    let needling = || line(&CATALOG.treatments[0]);
    let waits =
        || prop_oneof![Just(Upkeep::None), (5..=9_u32).prop_map(|tenths| Upkeep::WhenFaded { percent: 10 * tenths })];
    let depth = || prop::sample::select(&[50, 150, 250][..]);
    let line = move || {
        (needling(), waits(), depth()).prop_map(|(line, upkeep, depth)| LineDraft {
            upkeep,
            depth: Some(depth),
            ..line
        })
    };
    (plan(), line(), line()).prop_map(|(mut draft, first, second)| {
        let end = first.start_day + first.sessions * first.spacing_days;
        draft.options.truncate(1);
        draft.options[0].lines = vec![first, LineDraft { start_day: end + second.start_day, ..second }];
        draft.identify(0);
        draft
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn more_sessions_never_lower_the_improvement((fewer, more) in more_sessions()) {
        let (fewer, more) = (evaluation(&fewer), evaluation(&more));
        let given_in = |evaluation: &Evaluation| -> Vec<(LineId, Day)> {
            let sessions = evaluation.estimate.options[0].schedule.sessions.iter();
            sessions.map(|session| (session.line, session.day)).collect()
        };
        // Where days kept free move a session, a further one may move it on to keep its distance: then not only more are given,
        // but others later.
        let is_moved =
            [&fewer, &more].iter().any(|plan| !plan.estimate.options[0].schedule.displaced.is_empty());
        let given = given_in(&more);
        if is_moved && !given_in(&fewer).iter().all(|session| given.contains(session)) {
            return Ok(());
        }
        for day in days(&fewer) {
            let (less, gain) = (improvement(&fewer.estimate.options[0], day), improvement(&more.estimate.options[0], day));
            prop_assert!(gain >= less - ROUNDING, "day {day}: {gain} with more sessions, {less} with fewer");
        }
    }

    #[test]
    fn improvement_stays_below_the_ceiling(draft in plan()) {
        let evaluation = evaluation(&draft);
        let ceiling = CATALOG.factors.ceiling_limit.value;
        for option in &evaluation.estimate.options {
            for day in days(&evaluation) {
                let typical = improvement(option, day);
                prop_assert!((0.0..=ceiling).contains(&typical), "day {day}: {typical}");
            }
        }
    }

    #[test]
    fn an_empty_option_is_doing_nothing(mut draft in plan()) {
        draft.options[0].lines.clear();
        let evaluation = evaluation(&draft);
        let (empty, nothing) = (&evaluation.estimate.options[0], evaluation.estimate.do_nothing());
        prop_assert!(seen(empty) == seen(nothing), "the option looks different");
        prop_assert_eq!(empty.ledger.total, Spread::default());
        for day in days(&evaluation) {
            prop_assert_eq!(improvement(empty, day).to_bits(), 0.0_f64.to_bits());
        }
    }

    #[test]
    fn the_order_of_lines_options_and_days_does_not_matter(draft in plan(), asked in prop::collection::vec(0..=366, 1..6)) {
        let mut turned = draft.clone();
        turned.options.reverse();
        turned.options.iter_mut().for_each(|option| option.lines.reverse());
        let (straight, turned) = (evaluation(&draft), evaluation(&turned));
        for option in &straight.estimate.options {
            let other = turned.option(option.id).expect("the same option");
            prop_assert!(seen(option) == seen(other), "the option looks different");
            for day in &asked {
                prop_assert_eq!(option.point(*day), other.point(*day));
            }
            for point in option.curve() {
                prop_assert_eq!(option.point(point.day), point);
            }
        }
    }

    #[test]
    fn the_order_of_two_lines_of_one_treatment_does_not_matter(draft in twins()) {
        let mut turned = draft.clone();
        turned.options[0].lines.reverse();
        let (straight, turned) = (evaluation(&draft), evaluation(&turned));
        prop_assert!(seen(&straight.estimate.options[0]) == seen(&turned.estimate.options[0]), "the option looks different");
    }

    #[test]
    fn entries_add_up_to_everything(draft in plan()) {
        let evaluation = evaluation(&draft);
        for option in &evaluation.estimate.options {
            let ledger = &option.ledger;
            prop_assert_eq!(total(&ledger.entries), ledger.total);
            prop_assert_eq!(ledger.years.iter().copied().fold(Spread::default(), add), ledger.total);
            let headings = Heading::ALL.map(|heading| ledger.heading(heading));
            prop_assert_eq!(headings.into_iter().fold(Spread::default(), add), ledger.total);
            prop_assert_eq!(ledger.spent(evaluation.estimate.horizon_days), ledger.total);
            for entry in &ledger.entries {
                prop_assert!(entry.amount.is_ordered() && entry.amount.low >= Money::ZERO, "{entry:?}");
                prop_assert!((0..evaluation.estimate.horizon_days).contains(&entry.day), "{entry:?}");
            }
        }
    }

    /// Whatever is kept from one draft to the next, the result is that from scratch: every bit of it.
    #[test]
    fn the_order_of_edits_does_not_matter(drafts in prop::collection::vec(plan(), 1..4), steps in prop::collection::vec((0..4_usize, 0..7_u32, 1..90_u32), 1..12)) {
        let mut estimator = Estimator::default();
        let mut draft = drafts[0].clone();
        for (other, kind, figure) in steps {
            let other = &drafts[other % drafts.len()];
            let line = &mut draft.options[0].lines[0];
            match kind {
                0 => draft = other.clone(),
                1 => draft.price_growth = figure.to_string(),
                2 => draft.profile = other.profile.clone(),
                3 => line.price = PriceDraft::Own(Spread::of_text(&figure.to_string())),
                4 => line.start_day = figure,
                5 => line.upkeep = Upkeep::WhenFaded { percent: figure.clamp(10, 95) },
                _ => draft.options.reverse(),
            }
            let kept = Evaluation::with(&mut estimator, &draft, &CATALOG);
            let scratch = Evaluation::of(&draft, &CATALOG);
            prop_assert!(kept == scratch, "the result differs: {kind}");
        }
    }

    #[test]
    fn nothing_is_lost_by_saving_and_opening(draft in typed()) {
        let text = plan_text(&draft);
        let opened = parse_plan(&text);
        prop_assert_eq!(opened.as_ref().map(|opened| &opened.draft), Ok(&draft));
        prop_assert_eq!(opened.map(|opened| plan_text(&opened.draft)), Ok(text));
    }
}
