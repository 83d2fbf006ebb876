//! Charts as data: a scene says of every option what the estimate says, whatever it is measured against.

use crate::plans::CATALOG;
use collagen_ledger::document::Draft;
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::scene::{Baseline, Chart, Scene};
use collagen_ledger::units::Money;

fn evaluated(concern: &str) -> Evaluation {
    let known = CATALOG.concern(&concern.into()).expect("a concern");
    Evaluation::of(&Draft::example(&CATALOG, known, jiff::civil::date(2027, 3, 1)), &CATALOG).expect("an estimate")
}

/// Asserts that every curve has its corners in order, ends with the plan and gives back the estimate's own values.
#[track_caller]
fn check(scene: &Scene<'_>) {
    let estimate = scene.estimate;
    assert_eq!(scene.curves.len(), estimate.options.len());
    for (curve, option) in scene.curves.iter().zip(&estimate.options) {
        assert_eq!(curve.option.mark, option.mark);
        assert!(curve.points.is_sorted_by_key(|point| point.day), "{:?}", option.name);
        assert_eq!(curve.points.last().map(|point| point.day), Some(estimate.horizon_days));
        for point in option.curve() {
            let exact = scene.on(option, point.day).expect("a value").typical;
            let drawn = curve.at(point.day).expect("a value");
            assert!((drawn - exact).abs() < 1e-9, "{:?} on day {}: {drawn}, not {exact}", option.name, point.day);
        }
        let joined: Vec<_> = curve.stretches().into_iter().flat_map(|(_, points)| points).collect();
        assert!(joined.len() >= curve.points.len(), "no corner is left out");
    }
}

#[test]
fn scenes_say_what_the_estimate_says() {
    for concern in ["acne-scars", "wrinkles", "texture"] {
        let evaluation = evaluated(concern);
        for chart in Chart::ALL {
            for against in [Baseline::Nothing, Baseline::Today] {
                check(&chart.of(&evaluation.estimate, against).expect("a scene"));
            }
        }
    }
}

#[test]
fn a_staircase_of_spend_is_the_ledger_to_the_cent() {
    let evaluation = evaluated("acne-scars");
    let scene = Chart::Spend.of(&evaluation.estimate, Baseline::Nothing).expect("a scene");
    for curve in &scene.curves {
        #[expect(clippy::cast_possible_truncation, reason = "whole minor units")]
        let end = curve.points.last().map(|point| point.value.map(|value| Money::from_minor(value as i64)));
        assert_eq!(end, Some(curve.option.ledger.total));
    }
}

#[test]
fn a_concern_without_projection_has_no_improvement_to_draw() {
    let evaluation = evaluated("hair");
    assert!(Chart::Improvement.of(&evaluation.estimate, Baseline::Today).is_none());
    check(&Chart::Spend.of(&evaluation.estimate, Baseline::Today).expect("a scene"));
}
