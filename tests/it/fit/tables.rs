//! What the tables of the fit hold is what the catalogue says of the same trials.

use super::fitted::data::{added, bands, readings};
use collagen_ledger::catalog::{Catalog, Trial};

/// The numbers that stand in a text.
fn numbers(text: &str) -> Vec<f64> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.')
        .filter_map(|part| part.trim_matches('.').parse().ok())
        .collect()
}

/// Asserts that a text of the catalogue says these numbers, each to within `near`.
fn check(trial: &Trial, text: &str, said: impl IntoIterator<Item = f64>, near: f64) {
    let all = numbers(text);
    for number in said {
        let is_said = all.iter().any(|one| (one - number).abs() <= near);
        assert!(is_said, "{}: {number} is not in \"{text}\"", trial.id);
    }
}

fn trial<'c>(catalog: &'c Catalog, id: &str) -> &'c Trial {
    let found = catalog.trials.iter().find(|trial| trial.id.as_str() == id);
    found.unwrap_or_else(|| panic!("{id} is no trial of the catalogue"))
}

#[test]
fn readings_are_those_of_the_catalogue() {
    let catalog = Catalog::built_in();
    for reading in readings().expect("a table") {
        let trial = trial(&catalog, &reading.trial);
        assert!(trial.verified && trial.calibrates, "{}: not read, or only context", trial.id);
        check(trial, trial.result.written(), [reading.percent], 0.0);
        check(trial, trial.people.written(), reading.people, 0.0);
        let told =
            numbers(&reading.months).into_iter().filter(|months| *months >= 1.0 && !reading.months.contains('|'));
        check(trial, trial.protocol.written(), told.chain(numbers(&reading.sessions)), 0.0);
    }
}

#[test]
fn every_trial_with_a_percentage_that_calibrates_is_in_the_table() {
    let readings = readings().expect("a table");
    let added = added().expect("a table");
    let is_used = |trial: &Trial| {
        let id = trial.id.as_str();
        readings.iter().any(|one| one.trial == id) || added.iter().any(|one| one.trial == id)
    };
    // These set something else: fading, factors, ageing; or tell no percentage.
    let other = [
        "dalwig-nolda-2020",
        "cachafeiro-2016",
        "ortiz-2010",
        "rana-2017",
        "ablon-2018",
        "varani-2006",
        "branchet-1990",
        "sibilla-2021",
        "knuutinen-2002",
        "hughes-2013",
    ];
    let catalog = Catalog::built_in();
    let unused: Vec<&str> = (catalog.trials.iter())
        .filter(|trial| trial.calibrates && !is_used(trial))
        .map(|trial| trial.id.as_str())
        .collect();
    assert_eq!(unused, other);
}

#[test]
fn people_in_bands_are_the_shares_of_the_catalogue() {
    let catalog = Catalog::built_in();
    let bands = bands().expect("a table");
    for band in bands.iter().filter(|band| band.people > 0.0) {
        let all: f64 = bands.iter().filter(|other| other.trial == band.trial).map(|band| band.people).sum();
        let trial = trial(&catalog, &band.trial);
        check(trial, trial.people.written(), [all], 0.0);
        check(trial, trial.result.written(), [100.0 * band.people / all], 0.06);
    }
}

#[test]
fn what_prp_adds_follows_from_the_catalogue() {
    let catalog = Catalog::built_in();
    let added = added().expect("a table");
    let [split_face, pooled] = &added[..] else { panic!("{} rows", added.len()) };
    let without = split_face.without.expect("a side without");
    let asif = trial(&catalog, &split_face.trial);
    check(asif, asif.result.written(), [without, without + split_face.gain], 1e-9);
    // In grades, of a start in grades that another trial tells.
    let (kang_lu, start) = (trial(&catalog, &pooled.trial), 3.29);
    check(trial(&catalog, "vietnam-2019"), trial(&catalog, "vietnam-2019").result.written(), [start], 0.0);
    let half = 1.96 * pooled.error;
    let grades = [pooled.gain, pooled.gain - half, pooled.gain + half].map(|points| points / 100.0 * start);
    check(kang_lu, kang_lu.result.written(), grades, 0.006);
}
