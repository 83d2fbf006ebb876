//! Model 2 gives what an independent implementation of the same equations gives, row by row.
//!
//! `tests/data/reference_vectors_2.csv` holds 126 points of the typical course of 14 cases, in percent;
//! `tests/data/reference_bands_2.csv` the ranges of the same points, from 400,000 random draws whose standard error is about
//! 0.1 points, and up to 0.3 beyond the evidence. The first day of the plan is day 0.

use collagen_ledger::catalog::{AddOnId, Catalog, ConcernId, Severity, TreatmentId};
use collagen_ledger::document::{Profile, ScarMix, StretchMarks, Sun, Wrinkles};
use collagen_ledger::engine::{Dose, Kernel, Params, Program, Tables};
use collagen_ledger::simulate::{Conditions, Course, Precision, Simulator, Uncertainty};
use collagen_ledger::units::{DAYS_PER_MONTH, Day, Quantiles};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// How far a percentage of the typical course may be off, in points: the last digit printed, far inside the hundredth asked.
const POINTS: f64 = 0.000_1;

/// How far a severity may be off: it is printed with six decimals.
const SEVERITY: f64 = 1e-6;

/// How far the end of a range may be off, in points.
const RANGE_POINTS: f64 = 0.5;

/// Shares of people are printed with one decimal, ends of ranges with two: half of the last digit is not known.
const PRINTED: [f64; 2] = [0.005, 0.05];

/// A client and a course.
#[derive(Deserialize)]
struct Case {
    #[serde(rename = "case")]
    name: String,
    concern: String,
    age: u32,
    severity: String,
    smoker: String,
    sun: String,
    scar_mix: String,
    deep: String,
    red: String,
    lines: String,
}

#[derive(Deserialize)]
struct Row {
    #[serde(flatten)]
    case: Case,
    day: Day,
    typical_pct: f64,
    untreated_severity: f64,
    net_change_pct: f64,
    extrapolated: String,
}

#[derive(Deserialize)]
struct BandRow {
    #[serde(flatten)]
    case: Case,
    day: Day,
    clinics_10: f64,
    clinics_50: f64,
    clinics_90: f64,
    people_10: f64,
    people_50: f64,
    people_90: f64,
    people_share_over_25: f64,
}

/// Sessions of one treatment: those of its course and those of its upkeep.
struct Line {
    treatment: TreatmentId,
    course: Vec<Day>,
    upkeep: Vec<Day>,
    prp: bool,
    depth: f64,
}

fn rows<T: DeserializeOwned>(text: &str) -> Vec<T> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(|row| row.expect("a row of the reference")).collect()
}

/// `microneedling course 0/28 upkeep 421/786 PRP 1.5 mm`
fn line(text: &str) -> Line {
    let words: Vec<&str> = text.split_whitespace().collect();
    let days = |text: &str| text.split('/').filter_map(|day| day.parse().ok()).collect();
    assert_eq!((words[1], words[3], words[words.len() - 1]), ("course", "upkeep", "mm"), "{text}");
    Line {
        treatment: words[0].into(),
        course: days(words[2]),
        upkeep: days(words[4]),
        prp: words.contains(&"PRP"),
        depth: words[words.len() - 2].parse().expect("a length"),
    }
}

impl Case {
    fn profile(&self) -> Profile {
        let is = |text: &str| text == "True";
        Profile {
            age: self.age,
            severity: match self.severity.as_str() {
                "moderate" => Severity::Moderate,
                "severe" => Severity::Severe,
                other => panic!("severity {other}"),
            },
            smoker: is(&self.smoker),
            sun: match self.sun.as_str() {
                "sunscreen" => Sun::Sunscreen,
                "usual" => Sun::Usual,
                other => panic!("sun {other}"),
            },
            scar_mix: match self.scar_mix.as_str() {
                "0.3333/0.3333/0.3333" => ScarMix { rolling: 1, boxcar: 1, icepick: 1 },
                "0.0000/0.0000/1.0000" => ScarMix { rolling: 0, boxcar: 0, icepick: 1 },
                other => panic!("scar mix {other}"),
            },
            wrinkles: if is(&self.deep) { Wrinkles::Deep } else { Wrinkles::Fine },
            stretch_marks: if is(&self.red) { StretchMarks::Red } else { StretchMarks::White },
            ..Profile::default()
        }
    }

    fn lines(&self) -> Vec<Line> {
        self.lines.split(';').map(line).collect()
    }
}

/// A case as the engine sees it.
struct Worked<'a> {
    params: Params<'a>,
    program: Program,
    evidence_end: Option<Day>,
}

impl<'a> Worked<'a> {
    fn new(case: &Case, catalog: &'a Catalog, profile: &'a Profile) -> Self {
        let concern = catalog.concern(&ConcernId::from(case.concern.as_str())).expect("a concern of the catalogue");
        let params = Params::new(catalog, concern, profile).expect("a projection");
        let lines = case.lines();
        let kernel = |line: &Line| -> Kernel {
            let treatment = catalog.treatment(&line.treatment).expect("a treatment of the catalogue");
            let depth = treatment.needle_depth.as_ref().map(|_| line.depth);
            params.kernel(treatment, depth, &line.prp.then(|| AddOnId::from("prp"))).expect("a response")
        };
        let kernels = lines.iter().map(kernel).flat_map(|kernel| [kernel, kernel.of_upkeep()]);
        let mut program = Program::new(kernels, params.setting(), 3_650, &mut Tables::default());
        for line in &lines {
            let (course, upkeep) = (kernel(line), kernel(line).of_upkeep());
            line.course.iter().for_each(|day| program.add(&Dose { day: *day, kernel: course }));
            line.upkeep.iter().for_each(|day| program.add(&Dose { day: *day, kernel: upkeep }));
        }
        let end = |line: &Line| {
            let days = params.evidence_months(&line.treatment) * DAYS_PER_MONTH;
            #[expect(clippy::cast_possible_truncation, reason = "a few hundred days")]
            let days = days.floor() as Day;
            line.course.last().map(|last| last + days)
        };
        let evidence_end = lines.iter().filter_map(end).min();
        Self { params, program, evidence_end }
    }
}

#[test]
fn every_point_of_the_typical_course_is_reproduced() {
    let catalog = Catalog::built_in();
    let rows: Vec<Row> = rows(include_str!("../data/reference_vectors_2.csv"));
    let mut wrong = Vec::new();
    for row in &rows {
        let profile = row.case.profile();
        let worked = Worked::new(&row.case, &catalog, &profile);
        let (improvement, untreated) = (worked.program.improvement(row.day), worked.params.ageing().untreated(row.day));
        let net = 1.0 - untreated * (1.0 - improvement);
        let values = [
            ("typical", row.typical_pct, 100.0 * improvement, POINTS),
            ("untreated", row.untreated_severity, untreated, SEVERITY),
            ("net change", row.net_change_pct, 100.0 * net, POINTS),
        ];
        for (what, expected, found, tolerance) in values {
            if (expected - found).abs() > tolerance || found.is_nan() {
                wrong.push(format!("{} day {}, {what}: expected {expected}, found {found}", row.case.name, row.day));
            }
        }
        let is_beyond = worked.evidence_end.is_some_and(|end| row.day > end);
        assert_eq!(is_beyond, row.extrapolated == "yes", "{} day {}: extrapolated", row.case.name, row.day);
    }
    assert!(wrong.is_empty(), "{} of {} values are off:\n{}", wrong.len(), 3 * rows.len(), wrong.join("\n"));
    assert_eq!(rows.len(), 126, "rows of the reference");
}

#[test]
fn every_range_is_reproduced() {
    let catalog = Catalog::built_in();
    let rows: Vec<BandRow> = rows(include_str!("../data/reference_bands_2.csv"));
    let mut simulator = Simulator::default();
    let mut wrong = Vec::new();
    for row in &rows {
        let profile = row.case.profile();
        let worked = Worked::new(&row.case, &catalog, &profile);
        let mut days: Vec<Day> = (0..3_650).step_by(7).chain(rows.iter().map(|row| row.day)).collect();
        days.sort_unstable();
        days.dedup();
        let (evidence_end, uncertainty) = (worked.evidence_end, Uncertainty::of(&worked.params));
        let conditions = Conditions { evidence_end, days, target: None, graded: Vec::new(), uncertainty };
        let simulation = simulator.simulate(&Course { program: &worked.program, conditions }, Precision::RESTING);
        let drawn = simulation.at(row.day);
        let (Quantiles { p10, p50, p90 }, people) = (drawn.clinics, drawn.people);
        let values = [
            ("clinics 10%", row.clinics_10, p10),
            ("clinics 50%", row.clinics_50, p50),
            ("clinics 90%", row.clinics_90, p90),
            ("people 10%", row.people_10, people.p10),
            ("people 50%", row.people_50, people.p50),
            ("people 90%", row.people_90, people.p90),
            ("people over 25%", row.people_share_over_25, drawn.people_over_25),
        ];
        for (what, expected, found) in values {
            let off = (expected - 100.0 * found).abs();
            let printed = PRINTED[usize::from(what.ends_with("25%"))];
            if off > RANGE_POINTS + printed || found.is_nan() {
                let (case, found) = (&row.case.name, 100.0 * found);
                wrong.push(format!("{case} day {}, {what}: expected {expected}, found {found:.2}", row.day));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {} values are off:\n{}", wrong.len(), 7 * rows.len(), wrong.join("\n"));
    assert_eq!(rows.len(), 126, "rows of the reference");
}
