//! Results that were graded: what follows for this client, against the rule of Bayes worked out here by itself.

use crate::plans::CATALOG;
use collagen_ledger::document::Draft;
use collagen_ledger::estimate::Projection;
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::simulate::{Conditions, Course, Graded, Precision, Simulation, Simulator};
use collagen_ledger::units::{Day, Grade, Quantiles};
use jiff::civil::date;
use std::sync::Arc;

const PRECISION: Precision = Precision(8_192);
/// Some months after the first session, and a day two years later.
const GRADED: Day = 240;
const LATER: Day = 970;
/// What two ways to count the same draws may be off: the step of what is kept of a draw, and one draw more or less.
const STEP: f64 = 0.0005;

fn projection() -> Arc<Projection> {
    let draft = Draft::example(&CATALOG, &CATALOG.concerns[0], date(2027, 3, 1));
    let evaluation = Evaluation::of(&draft, &CATALOG).expect("a valid plan");
    Arc::clone(evaluation.estimate.options[0].projection.as_ref().expect("a projection"))
}

fn simulated(projection: &Projection, graded: &[Graded], days: &[Day]) -> Arc<Simulation> {
    let course = projection.course_of_one(graded);
    let conditions = Conditions { days: days.to_vec(), evidence_end: None, ..course.conditions };
    Simulator::default().simulate(&Course { conditions, ..course }, PRECISION)
}

/// The gain of one day in each draw, of people: the peak of a course that is looked at on that day only.
fn drawn(projection: &Projection, day: Day) -> Vec<f64> {
    simulated(projection, &[], &[day]).figures.peak.people.iter().map(|gain| f64::from(*gain)).collect()
}

/// Weighted quantiles, from first principles.
fn weighted(values: &[f64], weights: &[f64]) -> Quantiles {
    let mut pairs: Vec<(f64, f64)> = values.iter().copied().zip(weights.iter().copied()).collect();
    pairs.sort_by(|one, other| one.0.total_cmp(&other.0));
    let all: f64 = weights.iter().sum();
    let point = |share: f64| {
        let mut passed = 0.0;
        let found = pairs.iter().find(|(_, weight)| {
            passed += weight;
            passed >= share * all
        });
        found.expect("some weight").0
    };
    Quantiles { p10: point(0.1), p50: point(0.5), p90: point(0.9) }
}

fn near(one: Quantiles, other: Quantiles, most: f64) {
    for (one, other) in one.to_array().into_iter().zip(other.to_array()) {
        assert!((one - other).abs() <= most, "{one} and {other}");
    }
}

/// A grade of these shares, right to so much: what is expected on its day and later.
fn check(gain: (f64, f64), error: f64) {
    let projection = projection();
    let (now, later) = (drawn(&projection, GRADED), drawn(&projection, LATER));
    let likelihood = |value: &f64| {
        let density = |at: f64| (-0.5 * ((at - value) / error).powi(2)).exp();
        let (low, high) = (gain.0.max(-2.0), gain.1.min(3.0));
        if low >= high {
            return density(low);
        }
        // The middle of many slices.
        (0..2_000).map(|slice| density(low + (high - low) * (f64::from(slice) + 0.5) / 2_000.0)).sum()
    };
    let weights: Vec<f64> = now.iter().map(likelihood).collect();
    let simulation = simulated(&projection, &[Graded { day: GRADED, gain, error }], &[GRADED, LATER]);
    near(simulation.at(GRADED).people, weighted(&now, &weights), STEP);
    near(simulation.at(LATER).people, weighted(&later, &weights), STEP);
    let (sum, squares) = weights.iter().fold((0.0, 0.0), |(sum, squares), one| (sum + one, squares + one * one));
    let (effective, found) = (sum * sum / squares, simulation.agreement.expect("graded").effective);
    assert!((found / effective - 1.0).abs() < 0.005, "{found} and {effective}");
}

#[test]
fn what_is_expected_after_a_grade_follows_the_rule_of_bayes() {
    check((0.40, 0.40), 0.10);
    check((0.10, 0.10), 0.10);
    check((0.75, 0.75), 0.10);
    check((0.25, 0.50), 0.10);
    check((f64::NEG_INFINITY, 0.0), 0.10);
    check((0.75, f64::INFINITY), 0.10);
    check((0.30, 0.30), 0.02);
}

#[test]
fn a_grade_moves_the_middle_its_way_and_narrows_the_range() {
    let projection = projection();
    let of = |percent: u32| {
        let graded = projection.graded(GRADED, Grade::Percent(percent), 0.10);
        simulated(&projection, &[graded], &[0, GRADED, LATER]).at(LATER).people
    };
    let grades: Vec<Quantiles> = (0..=100).step_by(10).map(of).collect();
    assert!(grades.is_sorted_by(|one, other| one.p50 <= other.p50), "{grades:?}");
    let before = simulated(&projection, &[], &[0, GRADED, LATER]).at(LATER).people;
    let width = |range: Quantiles| range.p90 - range.p10;
    assert!(grades.iter().all(|after| width(*after) < width(before)), "{grades:?} {before:?}");
    assert!(grades[0].p50 < before.p50 && grades[10].p50 > before.p50);
}

/// The better the grade, step by step, the more is expected; also where no draw is near it.
#[test]
fn every_step_says_more_than_the_one_before() {
    let projection = projection();
    for (day, error) in [(GRADED, 0.10), (3, 0.02)] {
        let of = |step: u32| {
            let graded = projection.graded(day, Grade::Quartile(step), error);
            let simulation = simulated(&projection, &[graded], &[0, day, LATER]);
            (simulation.at(day).people.p50, simulation.agreement.expect("graded"))
        };
        let steps: Vec<_> = (0..=Grade::LAST_STEP).map(of).collect();
        assert!(steps.is_sorted_by(|one, other| one.0 <= other.0), "{day}: {steps:?}");
        assert!(steps.iter().all(|(p50, _)| p50.is_finite()), "{day}: {steps:?}");
        // Three days after the first session nobody is much better.
        assert_eq!(steps[4].1.best < -4.5, day == 3, "{day}: {steps:?}");
    }
}

#[test]
fn the_order_of_grades_counts_nothing_and_a_grade_that_says_nothing_neither() {
    let projection = projection();
    let days = [0, GRADED, 400, LATER];
    let (one, other) =
        (projection.graded(GRADED, Grade::Percent(30), 0.10), projection.graded(400, Grade::Quartile(1), 0.10));
    let both = simulated(&projection, &[one, other], &days);
    let turned = simulated(&projection, &[other, one], &days);
    near(both.at(LATER).people, turned.at(LATER).people, 0.0);
    let nothing = simulated(&projection, &[Graded { error: 1e9, ..one }], &days);
    near(nothing.at(LATER).people, simulated(&projection, &[], &days).at(LATER).people, 1e-4);
}

/// A grade is against the first day, with what ageing adds meanwhile; the gain is over doing nothing.
#[test]
fn a_grade_is_against_the_first_day() {
    let projection = projection();
    let graded = projection.graded(LATER, Grade::Percent(40), 0.10);
    let untreated = projection.at(LATER).untreated;
    assert!(untreated > 1.0 && (1.0 - untreated * (1.0 - graded.gain.0) - 0.40).abs() < 1e-12);
    assert!((graded.error * untreated - 0.10).abs() < 1e-12, "how far it may be off is against the first day as well");
    for (typed, read) in [
        ("40%", Some(Grade::Percent(40))),
        (" 40 % ", Some(Grade::Percent(40))),
        ("0", Some(Grade::Percent(0))),
        ("2/4", Some(Grade::Quartile(2))),
        ("5/4", None),
        ("2/5", None),
        ("101", None),
        ("-1", None),
        ("4.5", None),
        ("", None),
    ] {
        assert_eq!(Grade::parse(typed), read, "{typed:?}");
    }
}
