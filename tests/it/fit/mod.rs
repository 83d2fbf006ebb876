//! The fit of centres and spreads: its tables, its report, its calibration, and the catalogue held to it.

mod calibration;
mod tables;

#[path = "../../../examples/fit/mod.rs"]
mod fitted;

use collagen_ledger::catalog::{Catalog, TreatmentId};
use fitted::findings::{self, Finding};
use fitted::left_out::{Foresight, left_out, score};
use fitted::people::People;
use fitted::prp::Prp;
use fitted::trials::Trials;

/// What the fit says of every value of this catalogue.
fn findings(catalog: &Catalog) -> Vec<Finding> {
    let read = "a fit";
    let trials = Trials::read(catalog).expect(read);
    let (people, prp) = (People::read(catalog).expect(read), Prp::read(catalog).expect(read));
    let mut all = findings::gains(&trials);
    all.push(findings::factor(catalog, &prp).expect(read));
    all.extend(findings::spreads(catalog, &trials, &people, &prp));
    all
}

/// The values that lie outside the ranges in which the fit has them with a chance of 80 %.
fn outside(catalog: &Catalog) -> Vec<String> {
    let all = findings(catalog).into_iter().filter(|finding| !finding.fit.holds(finding.catalogue));
    all.map(|finding| finding.what).collect()
}

#[test]
fn the_catalogue_lies_within_the_fit() {
    assert_eq!(outside(&Catalog::built_in()), [""; 0]);
}

#[test]
fn a_catalogue_that_drifts_from_the_trials_is_told_which_value_does() {
    let drifted = |treatment: &str, factor: f64| {
        let mut catalog = Catalog::built_in();
        let id = TreatmentId::from(treatment);
        let treatment = catalog.treatments.iter_mut().find(|treatment| treatment.id == id).expect("a treatment");
        treatment.response.amplitude.value *= factor;
        outside(&catalog)
    };
    assert_eq!(drifted("tca-cross", 0.4), ["tca-cross on acne-scars"]);
    assert_eq!(drifted("ablative-laser", 5.0), ["ablative-laser on acne-scars"]);
    assert!(drifted("microneedling", 2.0).contains(&"microneedling on acne-scars".to_owned()));
}

#[test]
fn trials_left_out_are_foreseen_as_often_as_is_said() {
    let trials = Trials::read(&Catalog::built_in()).expect("a fit");
    let coverage = |foresight| score(&left_out(&trials, &foresight)).coverage;
    let fit = coverage(Foresight::Fit);
    let [least, most] = fitted::report::WANTED;
    assert!((least..=most).contains(&fit), "ranges of 80 % hold {fit} of the trials left out");
    assert!(fit >= coverage(Foresight::Around(fitted::report::BY_HAND)), "a range set by hand does better");
}

#[test]
fn the_report_is_as_it_was() {
    insta::assert_snapshot!("report", fitted::report().expect("a report"));
}
