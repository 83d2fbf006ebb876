//! What holds in every draw, and for the ranges of every plan.

use super::{config, evaluation, more_sessions};
use crate::plans::{CATALOG, plan};
use collagen_ledger::catalog::{Catalog, Figure};
use collagen_ledger::document::{Draft, LineDraft, OptionId, Upkeep};
use collagen_ledger::estimate::OptionEstimate;
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::simulate::{Conditions, Course, DrawnFigure, Precision, Processor, Simulation, Simulator};
use collagen_ledger::units::{Day, Outlook, Quantiles};
use proptest::prelude::*;
use std::sync::Arc;

/// Draws are worked out in single precision, with curves that are off by some 4 of 100,000 parts.
const SINGLE: f32 = 1e-4;

/// What ends of ranges may be off for so few draws: half a point.
const NOISE: f64 = 0.005;

/// Few draws, which are enough where something holds in each of them.
const FEW: Precision = Precision(64);

/// A course on other days, or with another end of its evidence.
fn redrawn(
    option: &OptionEstimate,
    change: impl Fn(Conditions) -> Conditions,
    precision: Precision,
) -> Arc<Simulation> {
    let course = option.projection.as_ref().expect("a projection").course();
    let conditions = change(course.conditions);
    Simulator::default().simulate(&Course { conditions, ..course }, precision)
}

/// The improvement of one day in each draw: the peak of a course that is looked at on that day only.
fn on(option: &OptionEstimate, day: Day) -> DrawnFigure {
    let only = |conditions| Conditions { days: vec![day], evidence_end: None, ..conditions };
    redrawn(option, only, FEW).figures.peak.clone()
}

/// A figure's values in the order of the draws' numbers.
fn numbered(values: &[f32], precision: Precision) -> Vec<f32> {
    let draws = Simulator::default().draws(precision);
    let mut pairs: Vec<(u32, f32)> = draws.numbers().iter().copied().zip(values.iter().copied()).collect();
    pairs.sort_by_key(|(number, _)| *number);
    pairs.into_iter().map(|(_, value)| value).collect()
}

fn drawn(draft: &Draft, precision: Precision) -> Evaluation {
    evaluation(draft).simulated(&mut Simulator::default(), precision)
}

/// What was drawn of an option: its ranges on some days, and its figures.
fn outlooks(evaluation: &Evaluation, id: Option<OptionId>) -> Vec<Outlook> {
    let projection = evaluation.option(id).and_then(|option| option.projection.as_ref()).expect("a projection");
    let days = (0..=evaluation.estimate.horizon_days).step_by(50).map(|day| projection.improvement(day));
    days.chain([projection.improvement_years]).chain(projection.peak.map(|peak| peak.improvement)).collect()
}

fn ranges(option: &OptionEstimate) -> impl Iterator<Item = (Day, Outlook)> {
    option.curve().map(|point| (point.day, point.result.expect("a projection").improvement))
}

/// The built-in catalogue with every spread so many times as wide.
fn spread_out(times: f64) -> Catalog {
    let mut catalog = CATALOG.clone();
    let spreads = &mut catalog.model.spreads;
    let all: [&mut Figure<f64>; 9] = [
        &mut spreads.concern,
        &mut spreads.treatment,
        &mut spreads.person,
        &mut spreads.persistence,
        &mut spreads.fade,
        &mut spreads.wear,
        &mut spreads.ceiling,
        &mut spreads.add_on,
        &mut spreads.beyond,
    ];
    all.into_iter().for_each(|figure| figure.value *= times);
    catalog
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..config() })]

    /// Before the tail beyond the evidence, which begins later when a course is longer.
    #[test]
    fn one_more_session_lowers_no_draw((fewer, more) in more_sessions(), share in 0.0..=1.0_f64) {
        let (fewer, more) = (evaluation(&fewer), evaluation(&more));
        #[expect(clippy::cast_possible_truncation, reason = "a day of the plan")]
        let day = (f64::from(fewer.estimate.horizon_days) * share) as Day;
        let (less, gain) = (on(&fewer.estimate.options[0], day), on(&more.estimate.options[0], day));
        for (less, gain) in [(&less.clinics, &gain.clinics), (&less.people, &gain.people)] {
            for (less, gain) in less.iter().zip(gain) {
                prop_assert!(*gain >= less - SINGLE, "day {day}: {gain} with more sessions, {less} with fewer");
            }
        }
    }

    #[test]
    fn few_draws_are_the_first_of_many(draft in plan()) {
        let (few, many) = (Precision(48), Precision(160));
        let (of_few, of_many) = (drawn(&draft, few), drawn(&draft, many));
        for (few_drawn, many_drawn) in of_few.estimate.options.iter().zip(&of_many.estimate.options) {
            let years = |option: &OptionEstimate, precision| {
                let projection = option.projection.as_ref().expect("a projection");
                let figure = &projection.simulation.as_ref().expect("drawn").figures.years;
                [&figure.clinics, &figure.people].map(|values| numbered(values, precision))
            };
            for (few_values, many_values) in years(few_drawn, few).iter().zip(&years(many_drawn, many)) {
                prop_assert_eq!(few_values.as_slice(), &many_values[..48]);
            }
        }
    }

    #[test]
    fn ranges_do_not_depend_on_the_order_of_options_and_lines(draft in plan()) {
        let mut turned = draft.clone();
        turned.options.reverse();
        turned.options.iter_mut().for_each(|option| option.lines.reverse());
        let (straight, turned) = (drawn(&draft, FEW), drawn(&turned, FEW));
        for option in &straight.estimate.options {
            prop_assert_eq!(outlooks(&straight, option.id), outlooks(&turned, option.id));
        }
    }

    #[test]
    fn every_processor_draws_the_same(draft in plan()) {
        let evaluation = evaluation(&draft);
        let plain = evaluation.simulated(&mut Simulator::on(Processor::plain()), FEW);
        prop_assert_eq!(plain.estimate, evaluation.simulated(&mut Simulator::default(), FEW).estimate);
    }

    /// A person may fare better or worse than the average of a clinic's clients. Near the ceiling better is hardly possible
    /// and worse still is, so that the upper end of people may lie a little lower; their range is the wider one all the
    /// same, unless nothing is left at the lower end, where worse is not possible either.
    #[test]
    fn people_differ_more_than_clinics(draft in plan()) {
        const LITTLE: f64 = 0.02;
        let evaluation = drawn(&draft, Precision(512));
        for (day, outlook) in evaluation.estimate.options.iter().flat_map(ranges) {
            let (Some(clinics), Some(people)) = (outlook.clinics, outlook.people) else { continue };
            let is_below = people.p10 <= clinics.p10 + NOISE;
            let is_wider = people.p90 - people.p10 >= clinics.p90 - clinics.p10 - NOISE;
            let reaches_up = people.p90 >= clinics.p90 - LITTLE;
            let holds = is_below && reaches_up && (is_wider || clinics.p10 < LITTLE);
            prop_assert!(holds, "day {day}: clinics {clinics:?}, people {people:?}");
        }
    }

    /// A range may only be as wide as it is within the evidence as long as somebody has looked.
    #[test]
    fn ranges_widen_beyond_the_evidence(draft in plan()) {
        let evaluation = evaluation(&draft);
        let horizon = evaluation.estimate.horizon_days;
        let days: Vec<Day> = (0..horizon).step_by(182).chain([horizon]).collect();
        for option in &evaluation.estimate.options {
            let conditions = option.projection.as_ref().map(|projection| projection.course().conditions);
            let Some(end) = conditions.and_then(|conditions| conditions.evidence_end) else { continue };
            let until = |evidence_end| {
                let change = |conditions| Conditions { days: days.clone(), evidence_end, ..conditions };
                redrawn(option, change, Precision(4_096))
            };
            let (studied, drawn) = (until(None), until(Some(end)));
            for day in days.iter().copied() {
                let (near, far) = (studied.at(day).clinics, drawn.at(day).clinics);
                if day <= end {
                    prop_assert_eq!(near, far, "day {}", day);
                } else if day > end + 2 * 365 && near.p10 > 0.01 {
                    let ratio = |range: Quantiles| range.p90 / range.p10;
                    prop_assert!(ratio(far) > ratio(near), "day {day}: {near:?} as if studied, {far:?} drawn");
                }
            }
        }
    }

    /// At twice all spreads the 8,192 draws reach further than six of their standard deviations.
    #[test]
    fn however_far_parameters_stray_every_figure_is_a_share(draft in plan()) {
        let catalog = spread_out(2.0);
        let limit = catalog.factors.ceiling_limit.value;
        let evaluation = Evaluation::of(&draft, &catalog).expect("a plan").simulated(&mut Simulator::default(), Precision(1_024));
        for (day, outlook) in evaluation.estimate.options.iter().flat_map(ranges) {
            for Quantiles { p10, p50, p90 } in [outlook.clinics, outlook.people].into_iter().flatten() {
                prop_assert!(0.0 <= p10 && p10 <= p50 && p50 <= p90 && p90 <= limit + 1e-4, "day {day}: {outlook:?}");
            }
        }
        for projection in evaluation.estimate.options.iter().filter_map(|option| option.projection.as_ref()) {
            let figures = &projection.simulation.as_ref().expect("drawn").figures;
            for figure in [Some(&figures.peak), Some(&figures.years), figures.months_at_target.as_ref()].into_iter().flatten() {
                prop_assert!(figure.clinics.iter().chain(&figure.people).all(|value| value.is_finite() && *value >= 0.0));
            }
        }
    }
}

/// Upkeep at a fixed interval settles into a steady wave: after the third year no year is better than the one before, but
/// for what a wave's top moves between two weekly days.
#[test]
fn upkeep_at_a_fixed_interval_does_not_climb_for_ever() {
    const BETWEEN_DAYS: f64 = 0.001;
    let mut tried = 0;
    for concern in &CATALOG.concerns {
        let start = jiff::civil::date(2027, 3, 1);
        let mut draft = Draft { horizon_years: 10, ..Draft::example(&CATALOG, concern, start) };
        draft.options.truncate(1);
        for treatment in &CATALOG.treatments {
            let usual = LineDraft::usual(&CATALOG, concern, &draft.profile, treatment);
            draft.options[0].lines = vec![LineDraft { upkeep: Upkeep::Every { months: 12 }, ..usual }];
            draft.identify(0);
            let evaluation = evaluation(&draft);
            let Some(projection) = &evaluation.estimate.options[0].projection else { continue };
            let best = |year: Day| {
                let days = (365 * (year - 1)..365 * year).step_by(7);
                days.map(|day| projection.improvement(day).typical).fold(0.0, f64::max)
            };
            for year in 4..10 {
                let (before, after) = (best(year), best(year + 1));
                let climbs = after > before + BETWEEN_DAYS;
                assert!(!climbs, "{:?} on {:?}: {before} in year {year}, then {after}", treatment.id, concern.id);
            }
            tried += 1;
        }
    }
    assert!(tried > 20, "{tried}");
}

/// Ranges are drawn for fewer days where a course is smooth: those of every day of the week between them are the same to
/// within four tenths of a point, and its figures to within a hundredth of themselves.
#[test]
fn ranges_of_the_days_left_out_lie_on_a_straight_line() {
    let start = jiff::civil::date(2027, 3, 1);
    let mut left_out = 0;
    for concern in &CATALOG.concerns {
        let draft = Draft { horizon_years: 10, ..Draft::example(&CATALOG, concern, start) };
        for option in &evaluation(&draft).estimate.options {
            let Some(projection) = &option.projection else { continue };
            let precision = Precision(2_048);
            let drawn = redrawn(option, |conditions| conditions, precision);
            let all: Vec<Day> =
                (0..projection.course().conditions.days.last().copied().unwrap_or(0)).step_by(7).collect();
            let mut days = [&all[..], &projection.course().conditions.days].concat();
            days.sort_unstable();
            days.dedup();
            left_out += days.len() - projection.course().conditions.days.len();
            let weekly = redrawn(option, |conditions| Conditions { days: days.clone(), ..conditions }, precision);
            for day in days {
                let (one, other) = (drawn.at(day), weekly.at(day));
                for (one, other) in [(one.clinics, other.clinics), (one.people, other.people)] {
                    let apart = [one.p10 - other.p10, one.p50 - other.p50, one.p90 - other.p90];
                    assert!(apart.iter().all(|apart| apart.abs() < 0.004), "{:?} day {day}: {apart:?}", concern.id);
                }
            }
            let years =
                |simulation: &Simulation| simulation.figure(&simulation.figures.years, 0.0).people.expect("drawn").p50;
            assert!((years(&drawn) - years(&weekly)).abs() <= 0.01 * years(&weekly), "{:?}", concern.id);
        }
    }
    assert!(left_out > 5_000, "{left_out} days left out");
}
