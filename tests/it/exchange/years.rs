//! After how many years results are shown: the same everywhere, and the end of the horizon is always among them.

use super::{Made, made};
use collagen_ledger::record::Record;
use collagen_ledger::report::export::Export;
use collagen_ledger::report::sheet::{self, Handout, Paper, Sheet};
use collagen_ledger::report::tables::Plans;
use collagen_ledger::report::{PlanResults, text};
use std::collections::BTreeSet;

/// The numbers of years that lines of a text name behind these words.
fn named(text: &str, words: &str) -> BTreeSet<u32> {
    let after = text.split(words).skip(1);
    let number = |rest: &str| rest.split(|c: char| !c.is_ascii_digit()).next().and_then(|number| number.parse().ok());
    after.filter_map(number).collect()
}

/// What the sheet is made of.
fn sheet_of(made: &Made) -> String {
    let plan = PlanResults::of(&made.evaluation, &made.catalog);
    let sheet = Sheet { plan, paper: Paper::A4, issued: made.when.date(), version: "1" };
    sheet::data(&Handout::from(sheet)).expect("a sheet")
}

/// The years after which the table of plans has a figure for the first option.
fn in_table(made: &Made) -> BTreeSet<u32> {
    let mut plans = Plans::default();
    plans.add("plan", &PlanResults::of(&made.evaluation, &made.catalog), &Record::default(), made.when.date());
    let written = plans.grid().csv().expect("a table");
    let mut reader = csv::Reader::from_reader(written.as_slice());
    let headings = reader.headers().expect("a heading").clone();
    let row = reader.records().next().expect("a row").expect("cells");
    let filled = headings.iter().zip(&row).filter(|(_, cell)| !cell.is_empty());
    let after = filled.filter_map(|(name, _)| name.strip_prefix("improvement_")?.strip_suffix("_typical"));
    let years = after.map(|name| name.strip_prefix("after_").map_or(Ok(0), str::parse).expect("a year"));
    years.map(|year| if year == 0 { made.evaluation.estimate.horizon_years } else { year }).collect()
}

#[test]
fn every_reader_is_shown_results_after_the_same_years() {
    for horizon in 1..=10 {
        let made = made("acne-scars", |draft, _| draft.horizon_years = horizon);
        let expected: BTreeSet<u32> =
            [1, 2, 3, 5].into_iter().filter(|year| *year < horizon).chain([horizon]).collect();
        let results = PlanResults::of(&made.evaluation, &made.catalog);
        let shown = [
            ("JSON", made.text(Export::ComparisonJson), "Improvement after "),
            ("CSV", made.text(Export::ComparisonCsv), "Improvement after "),
            ("to paste", made.text(Export::ComparisonTsv), "Improvement after "),
            ("comparison", text::comparison(&results, results.estimate.start), "Improvement after "),
            ("estimate", text::estimate(&results, results.estimate.start), "  After "),
            ("sheet", sheet_of(&made), "Improvement after "),
        ];
        for (reader, text, words) in shown {
            assert_eq!(named(&text, words), expected, "{horizon} years, {reader}");
        }
        assert_eq!(in_table(&made), expected, "{horizon} years, table of plans");
    }
}
