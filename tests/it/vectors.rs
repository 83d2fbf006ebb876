//! The response model gives what an independent implementation of the same equations gives, row by row.
//!
//! `tests/data/reference_vectors.csv` holds 255 points of 15 cases, in percent, with the first day of the plan as day 0.
//! Case A5 comes closer than the program lets a plan come: it tests the engine alone.

use collagen_ledger::catalog::{AddOnId, Catalog, ConcernId, Severity, Treatment, TreatmentId};
use collagen_ledger::document::{Profile, ScarMix, StretchMarks, Sun, Wrinkles};
use collagen_ledger::engine::{Ageing, Dose, Params, Program, Tables};
use collagen_ledger::units::Day;
use serde::Deserialize;

/// How far a percentage may be off, in points: the last digit printed, far inside the hundredth that is asked.
const POINTS: f64 = 0.000_1;

/// How far a severity may be off: it is printed with six decimals.
const SEVERITY: f64 = 1e-6;

/// Needle length in millimetres where a case names none.
const USUAL_DEPTH: f64 = 1.5;

/// A row of the reference.
#[derive(Deserialize)]
struct Row {
    case: String,
    concern: String,
    age: u32,
    severity: String,
    smoker: String,
    sun: String,
    scar_mix: String,
    option: String,
    day: Day,
    improvement_pct: f64,
    cautious_pct: f64,
    optimistic_pct: f64,
    untreated_severity: f64,
    net_change_pct: f64,
}

/// Sessions of one treatment.
struct Course {
    treatment: &'static str,
    days: Vec<Day>,
    depth: f64,
    add_on: Option<&'static str>,
}

fn on(treatment: &'static str, days: &[Day]) -> Course {
    Course { treatment, days: days.to_vec(), depth: USUAL_DEPTH, add_on: None }
}

fn every(treatment: &'static str, count: Day, gap: Day, from: Day) -> Course {
    on(treatment, &(0..count).map(|number| from + number * gap).collect::<Vec<_>>())
}

impl Course {
    fn deep(self, depth: f64) -> Self {
        Self { depth, ..self }
    }

    fn with(self, add_on: &'static str) -> Self {
        Self { add_on: Some(add_on), ..self }
    }
}

/// What was done in each case, with the words of the reference for it.
fn cases() -> Vec<(&'static str, &'static str, Vec<Course>)> {
    let needling = |count, gap| every("microneedling", count, gap, 0);
    vec![
        ("A1", "microneedling 4 x 28 d", vec![needling(4, 28)]),
        ("A2", "microneedling 1", vec![needling(1, 0)]),
        (
            "A3",
            "microneedling 6 x 42 d, then upkeep on days 575, 940, 1305, 1670",
            vec![needling(6, 42), on("microneedling", &[575, 940, 1305, 1670])],
        ),
        ("A4", "microneedling with PRP 3 x 35 d", vec![needling(3, 35).with("prp")]),
        ("A5", "microneedling 5 x 14 d (half weight)", vec![needling(5, 14)]),
        ("A6", "microneedling 2.5 mm 4 x 28 d", vec![needling(4, 28).deep(2.5)]),
        (
            "A7",
            "microneedling 4 x 28 d, ablative-laser on days 200 and 260",
            vec![needling(4, 28), on("ablative-laser", &[200, 260])],
        ),
        (
            "A8",
            "subcision on day 0, microneedling 4 x 28 d from day 28, tca-cross 2 x 28 d from day 42",
            vec![on("subcision", &[0]), every("microneedling", 4, 28, 28), every("tca-cross", 2, 28, 42)],
        ),
        ("A9", "home-roller 0.5 mm 26 x 14 d", vec![every("home-roller", 26, 14, 0).deep(0.5)]),
        (
            "W1",
            "microneedling 4 x 28 d, upkeep every 183 d from day 267, 10 times",
            vec![needling(4, 28), every("microneedling", 10, 183, 267)],
        ),
        ("W2", "ha-filler on days 0, 365, 730", vec![on("ha-filler", &[0, 365, 730])]),
        ("W3", "rf-microneedling 3 x 42 d; deep wrinkles", vec![every("rf-microneedling", 3, 42, 0)]),
        (
            "T1",
            "microneedling 3 x 35 d, medium-peel 4 x 21 d from day 120",
            vec![needling(3, 35), every("medium-peel", 4, 21, 120)],
        ),
        ("S1", "microneedling 6 x 35 d; red marks", vec![needling(6, 35)]),
        ("P1", "microneedling 3 x 28 d", vec![needling(3, 28)]),
    ]
}

fn rows() -> Vec<Row> {
    let text = include_str!("../data/reference_vectors.csv");
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(|row| row.expect("a row of the reference")).collect()
}

/// Tenths as parts: 0.5/0.3/0.2 are 5, 3 and 2.
fn scar_mix(text: &str) -> ScarMix {
    let parts: Vec<u32> = text.split('/').filter_map(|share| share.strip_prefix("0.")?.parse().ok()).collect();
    match (text, parts.as_slice()) {
        ("equal" | "", _) => ScarMix::default(),
        (_, &[rolling, boxcar, icepick]) => ScarMix { rolling, boxcar, icepick },
        (other, _) => panic!("scar mix {other}"),
    }
}

fn profile(row: &Row) -> Profile {
    Profile {
        age: row.age,
        severity: match row.severity.as_str() {
            "moderate" => Severity::Moderate,
            "severe" => Severity::Severe,
            other => panic!("severity {other}"),
        },
        smoker: row.smoker == "yes",
        sun: match row.sun.as_str() {
            "sunscreen" => Sun::Sunscreen,
            "usual" => Sun::Usual,
            "unprotected" => Sun::Unprotected,
            other => panic!("sun {other}"),
        },
        scar_mix: scar_mix(&row.scar_mix),
        wrinkles: if row.option.ends_with("deep wrinkles") { Wrinkles::Deep } else { Wrinkles::Fine },
        stretch_marks: if row.option.ends_with("red marks") { StretchMarks::Red } else { StretchMarks::White },
        ..Profile::default()
    }
}

/// The sessions of a case, with tables that end within the days asked for: beyond them the figures are the same.
fn program(catalog: &Catalog, params: &Params<'_>, courses: &[Course]) -> Program {
    let treatment = |course: &Course| -> &Treatment {
        catalog.treatment(&TreatmentId::from(course.treatment)).expect("a treatment of the catalogue")
    };
    let kernel = |course: &Course| {
        let treatment = treatment(course);
        let depth = treatment.needle_depth.as_ref().map(|_| course.depth);
        let add_on = course.add_on.map(AddOnId::from);
        params.kernel(treatment, depth, &add_on).expect("a response")
    };
    let mut program = Program::new(courses.iter().map(kernel), params.scar_mix(), 365, &mut Tables::default());
    for course in courses {
        let treatment = courses.iter().position(|other| other.treatment == course.treatment).unwrap_or(0);
        for &day in &course.days {
            program.add(&Dose { day, kernel: kernel(course), treatment });
        }
    }
    program
}

/// What the engine says beside what the reference says: name, expected, found, tolerance.
fn beside(row: &Row, program: &Program, ageing: &Ageing) -> [(&'static str, f64, f64, f64); 5] {
    let improvement = program.improvement(row.day);
    let untreated = ageing.untreated(row.day);
    let net = 1.0 - untreated * (1.0 - improvement.typical);
    [
        ("typical", row.improvement_pct, 100.0 * improvement.typical, POINTS),
        ("cautious", row.cautious_pct, 100.0 * improvement.cautious, POINTS),
        ("optimistic", row.optimistic_pct, 100.0 * improvement.optimistic, POINTS),
        ("untreated", row.untreated_severity, untreated, SEVERITY),
        ("net change", row.net_change_pct, 100.0 * net, POINTS),
    ]
}

#[test]
fn every_reference_row_is_reproduced() {
    let catalog = Catalog::built_in();
    let (rows, cases) = (rows(), cases());
    let mut wrong = Vec::new();
    for row in &rows {
        let (_, words, courses) = cases.iter().find(|(id, ..)| *id == row.case).expect("a known case");
        assert_eq!(row.option, *words, "{}: what was done", row.case);
        let concern = catalog.concern(&ConcernId::from(row.concern.as_str())).expect("a concern of the catalogue");
        let profile = profile(row);
        let params = Params::new(&catalog, concern, &profile).expect("a projection");
        let program = program(&catalog, &params, courses);
        for (what, expected, found, tolerance) in beside(row, &program, &params.ageing()) {
            if (expected - found).abs() > tolerance || found.is_nan() {
                wrong.push(format!("{} day {}, {what}: expected {expected}, found {found}", row.case, row.day));
            }
        }
        let typical = program.typical_curve(&[row.day])[0];
        assert_eq!(typical.to_bits(), program.improvement(row.day).typical.to_bits(), "{}: shortcut", row.case);
    }
    assert!(wrong.is_empty(), "{} of {} values are off:\n{}", wrong.len(), 5 * rows.len(), wrong.join("\n"));
    assert_eq!(rows.len(), 255, "rows of the reference");
}
