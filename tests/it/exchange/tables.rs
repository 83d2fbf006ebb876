//! Tables: read back they add up to the cent, and nothing typed runs or tears them.

use super::{Made, made};
use collagen_ledger::document::{AddOnDraft, ExtraId, PackageDraft, PriceDraft, SpreadText};
use collagen_ledger::estimate::OptionEstimate;
use collagen_ledger::record::Record;
use collagen_ledger::report::PlanResults;
use collagen_ledger::report::export::Export;
use collagen_ledger::report::tables::{self, Plans};
use collagen_ledger::units::Money;
use collagen_ledger::wording;
use csv::ReaderBuilder;
use std::collections::BTreeMap;

/// A table as read: each row by the names of its columns.
struct Rows {
    heading: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Rows {
    fn read(bytes: &[u8], delimiter: u8) -> Self {
        let mut reader = ReaderBuilder::new().delimiter(delimiter).from_reader(bytes);
        let heading: Vec<String> = reader.headers().expect("a heading").iter().map(str::to_owned).collect();
        let rows =
            reader.records().map(|row| row.expect("as many cells as the heading").iter().map(str::to_owned).collect());
        Self { rows: rows.collect(), heading }
    }

    fn of(made: &Made, export: Export) -> Self {
        let delimiter = if export.extension() == "tsv" { b'\t' } else { b',' };
        Self::read(&made.export(export).expect("a table"), delimiter)
    }

    fn column(&self, name: &str) -> usize {
        self.heading
            .iter()
            .position(|heading| heading == name)
            .unwrap_or_else(|| panic!("no {name} in {:?}", self.heading))
    }

    /// The row whose first cells are these.
    fn row(&self, first: &[&str]) -> &[String] {
        self.rows.iter().find(|row| row.iter().zip(first).all(|(cell, first)| cell == first)).expect("the row")
    }
}

/// Cents of a cell.
fn cents(cell: &str) -> i64 {
    let (whole, fraction) = cell.split_once('.').unwrap_or_else(|| panic!("{cell:?} has no cents"));
    assert!(fraction.len() == 2, "{cell:?} is not an amount with two decimals");
    format!("{whole}{fraction}").parse().unwrap_or_else(|_| panic!("{cell:?} is no number"))
}

fn totals(option: &OptionEstimate) -> [i64; 3] {
    option.ledger.total.to_array().map(Money::minor)
}

fn letter(option: &OptionEstimate) -> String {
    option.mark.map(|mark| mark.letter().to_string()).unwrap_or_default()
}

/// A plan with fee, tax, growth and discount, whose names are hostile.
fn hostile(name: &str) -> Made {
    made("acne-scars", |draft, _| {
        (draft.consultation_fee, draft.tax, draft.price_growth) = ("45.50".into(), "8.875".into(), "3".into());
        draft.reference = name.into();
        draft.options[0].name = name.into();
        draft.options[1].lines[0].discount = "12.5".into();
        let price = SpreadText { low: "1.10".into(), typical: "2.20".into(), high: "3.33".into() };
        let (price, package) = (PriceDraft::Own(price), PackageDraft::None);
        let add_on = AddOnDraft { id: ExtraId::NEW, add_on: None, name: name.into(), price, package };
        draft.options[0].lines[0].add_ons.push(add_on);
    })
}

const HOSTILE: [&str; 8] =
    ["=HYPERLINK(\"x\")", "+1", "-2+3", "@SUM(A1)", "one\ttwo\nthree", "\"quoted, \"", "a;b,c", "＝1"];

#[test]
fn sums_of_the_ledger_are_those_of_the_estimate_to_the_cent() {
    let made = hostile("plain");
    for (export, mark, amounts) in [
        (Export::LedgerCsv, "mark", ["low", "typical", "high"]),
        (Export::LedgerTsv, "Option", ["Low (USD)", "Typical (USD)", "High (USD)"]),
    ] {
        let table = Rows::of(&made, export);
        let mark = table.column(mark);
        for option in &made.evaluation.estimate.options {
            let rows = || {
                table
                    .rows
                    .iter()
                    .filter(|row| option.mark.is_some_and(|mark_of| row[mark].starts_with(mark_of.letter())))
            };
            let sums = amounts.map(|name| rows().map(|row| cents(&row[table.column(name)])).sum::<i64>());
            assert_eq!(sums, totals(option), "{export:?}, {:?}", option.name);
        }
    }
}

#[test]
fn the_estimate_ends_with_the_total_and_has_every_option_on_every_day() {
    let made = hostile("plain");
    let table = Rows::of(&made, Export::EstimateCsv);
    let [mark, day] = ["mark", "day"].map(|name| table.column(name));
    let mut days: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in &table.rows {
        days.entry(&row[mark]).or_default().push(&row[day]);
    }
    let lists: Vec<&Vec<&str>> = days.values().collect();
    assert!(lists.len() == made.evaluation.estimate.options.len() && lists.iter().all(|list| *list == lists[0]));
    for option in &made.evaluation.estimate.options {
        let last = table.rows.iter().rfind(|row| row[mark] == letter(option)).expect("a last day");
        let spend = ["spend_low", "spend_typical", "spend_high"].map(|name| cents(&last[table.column(name)]));
        assert_eq!(spend, totals(option), "{:?}", option.name);
    }
    let chart = Rows::of(&made, Export::ChartTsv);
    assert_eq!(chart.rows.len(), lists[0].len());
    let last = chart.rows.last().expect("a last day");
    let spent = ["low", "typical", "high"].map(|edge| format!("B · Needling with PRP, spent, {edge} (USD)"));
    assert_eq!(spent.map(|name| cents(&last[chart.column(&name)])), totals(&made.evaluation.estimate.options[1]));
}

#[test]
fn the_comparison_to_paste_reads_like_this() {
    let made = made("acne-scars", |draft, _| {
        draft.options.truncate(2);
        draft.target = Some(30);
    });
    insta::assert_snapshot!("comparison_to_paste", made.text(Export::ComparisonTsv));
}

#[test]
fn a_pasted_cell_is_a_plain_number_a_date_or_text_and_stays_in_its_place() {
    for name in HOSTILE {
        let made = hostile(name);
        for export in Export::CLIPBOARD {
            let text = made.text(export);
            // As a spreadsheet splits it where no cell is quoted.
            let quoted = text.contains('"');
            let table = Rows::of(&made, export);
            assert!(
                quoted || text.lines().all(|line| line.split('\t').count() == table.heading.len()),
                "{export:?}: {name}"
            );
            for cell in table.rows.iter().chain([&table.heading]).flatten() {
                assert!(!cell.contains(['\t', '\r', '\n']), "{export:?}: {cell:?} breaks out");
                let number = cell.parse::<f64>().is_ok();
                assert!(number || !cell.starts_with(['=', '+', '-', '@', '＝']), "{export:?}: {cell:?} would run");
                assert!(!cell.starts_with('$') && !cell.contains('%'), "{export:?}: {cell:?} is not plain");
            }
        }
    }
}

#[test]
fn nothing_typed_becomes_a_formula_in_a_csv() {
    for name in HOSTILE {
        let made = hostile(name);
        let mut folder = Plans::default();
        folder.add(name, &PlanResults::of(&made.evaluation, &made.catalog), &Record::default(), made.when.date());
        let tables =
            [Export::EstimateCsv, Export::LedgerCsv, Export::ComparisonCsv].map(|export| Rows::of(&made, export));
        for table in tables.into_iter().chain([Rows::read(&folder.grid().csv().expect("written"), b',')]) {
            for cell in table.rows.iter().chain([&table.heading]).flatten() {
                let number = cell.parse::<f64>().is_ok();
                assert!(number || !cell.starts_with(['=', '+', '-', '@', '＝']), "{cell:?} would run");
                assert!(!cell.contains(char::is_control), "{cell:?} breaks out");
            }
        }
    }
}

#[test]
fn plans_of_every_concern_and_horizon_share_one_heading_and_keep_their_figures() {
    let mut table = Plans::default();
    let plans: Vec<(String, Made)> = [("acne-scars", 10), ("hair", 1), ("wrinkles", 4), ("texture", 5)]
        .map(|(concern, years)| (format!("{concern}.ron"), made(concern, |draft, _| draft.horizon_years = years)))
        .into();
    for (file, made) in &plans {
        table.add(file, &PlanResults::of(&made.evaluation, &made.catalog), &Record::default(), made.when.date());
    }
    let table = Rows::read(&table.grid().csv().expect("written"), b',');
    let options: usize = plans.iter().map(|(_, made)| made.evaluation.estimate.options.len()).sum();
    assert_eq!(table.rows.len(), options, "a row for each option");
    let [mark, years, end] = ["mark", "horizon_years", "improvement_at_end_typical"].map(|name| table.column(name));
    for (file, made) in &plans {
        for option in &made.evaluation.estimate.options {
            let row = table.rows.iter().find(|row| row[0] == *file && row[mark] == letter(option)).expect("the row");
            let cell = |name: &str| row[table.column(name)].as_str();
            let total = ["total_low", "total_typical", "total_high"].map(|name| cents(cell(name)));
            assert_eq!(total, totals(option), "{file} {:?}", option.name);
            let years_paid: i64 = (1..=10)
                .map(|year| cell(&format!("year_{year}_typical")))
                .filter(|cell| !cell.is_empty())
                .map(cents)
                .sum();
            assert_eq!(years_paid, total[1], "{file}: years add up");
            assert_eq!(row[years], made.evaluation.estimate.horizon_years.to_string());
            assert_eq!(cell("visits"), option.visits.to_string());
            let gain =
                option.point(made.evaluation.estimate.horizon_days).result.map(|result| result.improvement.typical);
            assert_eq!(row[end].parse().ok(), gain, "{file}: improvement at the end");
            let peak = option.projection.as_ref().and_then(|projection| projection.peak);
            let date = peak.map(|peak| made.evaluation.estimate.date(peak.day).to_string()).unwrap_or_default();
            assert_eq!(cell("peak_date"), date, "{file}");
        }
    }
    let four = table.row(&["wrinkles.ron"]);
    let filled = |name: &str| !four[table.column(name)].is_empty();
    assert!(
        filled("improvement_after_3_typical") && !filled("improvement_after_5_typical"),
        "five years are beyond four"
    );
}

#[test]
fn every_column_of_the_table_is_explained() {
    let table = Rows::read(&Plans::default().grid().csv().expect("written"), b',');
    let help = tables::columns_of_plans();
    for heading in &table.heading {
        let endings = [
            "_low",
            "_typical",
            "_high",
            "_clinics_10",
            "_clinics_90",
            "_people_10",
            "_people_90",
            "_date",
            "_least",
            "_most",
            "_from",
            "_standing",
            "_to",
        ];
        let stem = endings.iter().find_map(|ending| heading.strip_suffix(ending)).unwrap_or(heading);
        let stem = stem.trim_end_matches(|c: char| c.is_ascii_digit());
        assert!(help.contains(stem.trim_end_matches('_')), "{heading} is not explained");
    }
}

#[test]
fn the_ledger_as_json_is_the_ledger_of_the_estimate() {
    let made = hostile("plain");
    let json = |export| serde_json::from_str::<serde_json::Value>(&made.text(export)).expect("JSON");
    let (ledger, estimate) = (json(Export::LedgerJson), json(Export::EstimateJson));
    let options = ledger["options"].as_array().expect("options");
    assert_eq!(options.len(), made.evaluation.estimate.options.len());
    for (one, other) in options.iter().zip(estimate["options"].as_array().expect("options")) {
        for (name, value) in one.as_object().expect("an object") {
            assert_eq!(value, &other[name], "{name}");
        }
    }
    for field in ["schema", "versions", "reference", "currency", "currency_decimals", "start", "end"] {
        assert!(!ledger[field].is_null() && ledger[field] == estimate[field], "{field}");
    }
}

/// What the comparison as JSON says of a measure, as the cells of the table would hold it: money in minor units, the
/// rest as it stands.
fn said(value: &serde_json::Value) -> Vec<(&'static str, f64)> {
    let edges = ["low", "typical", "high", "least", "most"];
    let ends = [
        ("clinics", 0, "clinics_10"),
        ("clinics", 2, "clinics_90"),
        ("people", 0, "people_10"),
        ("people", 2, "people_90"),
    ];
    let outlook = value.get("improvement").unwrap_or(value);
    let named = edges.into_iter().filter_map(|edge| Some((edge, outlook.get(edge)?.as_f64()?)));
    let of_ranges = ends.into_iter().filter_map(|(range, at, end)| Some((end, outlook.get(range)?.get(at)?.as_f64()?)));
    named.chain(of_ranges).chain(value.as_f64().map(|number| ("", number))).collect()
}

#[test]
fn the_table_says_of_each_measure_what_the_comparison_says() {
    for years in [1, 4, 5, 10] {
        let made = made("acne-scars", |draft, _| (draft.horizon_years, draft.target) = (years, Some(30)));
        let mut table = Plans::default();
        table.add("plan.ron", &PlanResults::of(&made.evaluation, &made.catalog), &Record::default(), made.when.date());
        let table = Rows::read(&table.grid().csv().expect("written"), b',');
        let comparison: serde_json::Value = serde_json::from_str(&made.text(Export::ComparisonJson)).expect("JSON");
        let mut compared = 0;
        for measure in comparison["measures"].as_array().expect("measures") {
            let (id, year) = (measure["id"].as_str().expect("an id").replace('-', "_"), measure["year"].as_u64());
            let at_end = year == Some(u64::from(years));
            let name = match (id.as_str(), year) {
                ("improvement_after", _) if at_end => "improvement_at_end".to_owned(),
                ("net_after", _) if at_end => "net_at_end".to_owned(),
                ("people_over_25_after", _) if at_end => "people_over_25_at_end".to_owned(),
                (id, Some(year)) => format!("{id}_{year}"),
                (id, None) => id.to_owned(),
            };
            for (row, value) in table.rows.iter().zip(measure["values"].as_array().expect("values")) {
                for (edge, number) in said(value) {
                    let heading = if edge.is_empty() { name.clone() } else { format!("{name}_{edge}") };
                    let cell = &row[table.column(&heading)];
                    let is_money = measure["unit"] == "money" || measure["unit"] == "rate";
                    let scale = if is_money { 100.0 } else { 1.0 };
                    let found = cell.parse::<f64>().unwrap_or_else(|_| panic!("{heading}: {cell:?}")) * scale;
                    assert!((found - number).abs() < 1e-6, "{years} years, {heading}: {found}, not {number}");
                    compared += 1;
                }
            }
        }
        assert!(compared > 100, "{compared} cells compared");
    }
}

/// What stands under low is the lowest and what stands under high the highest, of money, days and results alike; the range of
/// one person has columns of its own. Below the measures stands what turns the choice and what moves it.
#[test]
fn the_columns_of_the_comparison_hold_what_they_are_called() {
    let made = made("acne-scars", |draft, _| (draft.target, draft.worth) = (Some(30), "3000".to_owned()));
    let table = Rows::of(&made, Export::ComparisonCsv);
    let mut compared = 0;
    for option in ["A · Microneedling", "C · Ablative laser"] {
        let column = |name: &str| table.column(&format!("{option}, {name}"));
        let edges = ["low", "typical", "high", "one person, low", "one person, high"].map(column);
        for row in &table.rows {
            let is_measure =
                made.evaluation.comparison.rows.iter().any(|one| wording::measure_name(one.measure) == row[0]);
            let [low, typical, high, least, most] = edges.map(|at| row[at].parse::<f64>().ok());
            if let (true, Some(low), Some(typical), Some(high)) = (is_measure, low, typical, high) {
                assert!(low <= typical && typical <= high, "{row:?}");
                compared += 1;
            }
            if let (Some(least), Some(most)) = (least, most) {
                assert!(least <= low.expect("a range of clinics") && least <= most, "{row:?}");
                compared += 1;
            }
        }
    }
    assert!(compared > 25, "{compared}");
    let has = |said: &str| table.rows.iter().any(|row| row[0].contains(said));
    assert!(has("is on average a better buy than D below $") && has("hold for") && has("Time to fade: low"));
}
