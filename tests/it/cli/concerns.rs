//! Plans for several concerns as a script meets them.

use super::{check, example, plan_text};
use collagen_ledger::catalog::{ConcernId, Severity};
use collagen_ledger::document::FurtherDraft;
use collagen_ledger::storage::parse_plan;
use serde_json::Value;

const DRAWS: [&str; 2] = ["--draws", "64"];

fn both() -> String {
    let mut draft = example("acne-scars");
    draft.further.push(FurtherDraft { concern: "wrinkles".into(), severity: Severity::Mild });
    plan_text(&draft)
}

fn run(args: &[&str], said: &[&str]) -> super::Run {
    check(&[args, &DRAWS].concat(), both(), 0, said)
}

#[test]
fn a_plan_is_begun_for_several_and_each_is_named_once() {
    let begun = check(&["new", "--also", "wrinkles", "--also", "pores"], "", 0, &[]);
    let draft = parse_plan(begun.text()).expect("a plan").draft;
    assert_eq!(draft.concerns().map(ConcernId::as_str).collect::<Vec<_>>(), ["acne-scars", "wrinkles", "pores"]);
    check(&["new", "--also", "acne-scars"], "", 2, &["Acne scars stands in the plan twice"]);
    check(&["new", "--also", "warts"], "", 2, &["\"warts\" is not a known concern"]);
}

#[test]
fn documents_have_what_is_achieved_for_each() {
    let said = ["Acne scars; wrinkles and fine lines, 5 years", "Wrinkles and fine lines  improvement", "Acne scars  "];
    run(&["estimate", "-"], &said);
    run(&["estimate", "-", "--at", "365"], &["\n  Acne scars\n", "\n  Wrinkles and fine lines\n"]);
    run(&["compare", "-", "--concern", "wrinkles"], &["\nAcne scars\n", "Results are weighed for wrinkles"]);
    run(&["compare", "-"], &["\nWrinkles and fine lines\n", "Results are weighed for acne scars here"]);
    let estimate = run(&["estimate", "-", "--format", "json"], &[]).json();
    assert_eq!(estimate["further_concerns"], serde_json::json!(["wrinkles"]));
    let option = &estimate["options"][0];
    assert_eq!(option["further"][0]["concern"], "wrinkles");
    assert_eq!(option["sessions"][0]["concern"], "acne-scars");
    let alone = run(&["estimate", "-", "--format", "json", "--concern", "wrinkles"], &[]).json();
    assert_eq!(alone["concern"], "wrinkles");
    for field in ["peak", "curve", "lasts_months", "phases", "evidence_ends_day", "improvement_years"] {
        assert_eq!(option["further"][0][field], alone["options"][0][field], "{field}");
    }
    for field in ["entries", "totals", "visits", "downtime_days"] {
        assert_eq!(option[field], alone["options"][0][field], "{field}");
    }
    let compared = run(&["compare", "-", "--format", "json"], &[]).json();
    let measures = |of: &Value| of["measures"].as_array().expect("measures").clone();
    let turned = run(&["estimate", "-", "--format", "json", "--concern", "wrinkles"], &[]).json();
    assert_eq!(turned["options"][0]["further"][0]["peak"], option["peak"], "the first one stands behind it then");
    let of_alone = measures(&run(&["compare", "-", "--format", "json", "--concern", "wrinkles"], &[]).json());
    let further = measures(&compared["further"][0]);
    assert!(!further.is_empty() && further.iter().all(|measure| of_alone.contains(measure)));
}

/// The rows of a table in which a cell is this.
fn rows<'a>(table: &'a str, cell: &str) -> Vec<&'a str> {
    table.lines().filter(|line| line.split(',').any(|one| one == cell)).collect()
}

#[test]
fn exported_tables_and_charts_name_the_concern_that_a_result_is_of() {
    let export = |what: &str, of: &[&str]| {
        run(&[&["export", "-", "--what", what, "-o", "-"], of].concat(), &[]).text().to_owned()
    };
    let days = export("estimate-csv", &[]);
    let wrinkles = export("estimate-csv", &["--concern", "wrinkles"]);
    for concern in ["acne-scars", "wrinkles"] {
        let told = rows(&days, concern);
        assert!(!told.is_empty() && told == rows(&wrinkles, concern), "whichever is in front");
    }
    assert_ne!(days, wrinkles, "the one in front comes first");
    let compared = export("comparison-csv", &[]);
    assert_eq!(compared.matches("\nTotal over the horizon").count(), 1, "money is one: {compared}");
    for concern in ["Acne scars", "Wrinkles and fine lines"] {
        assert!(compared.contains(&format!("\n\"Improvement after 1 year, {concern}\"")), "{compared}");
        let of = if concern == "Acne scars" { "acne-scars" } else { "wrinkles" };
        let drawn = export("improvement-svg", &["--concern", of]);
        assert!(drawn.contains(&format!("<title>{concern}: Improvement against today")));
        assert!(!export("spend-svg", &["--concern", of]).contains(concern));
    }
    let alone = |what: &str| check(&["export", "-", "--what", what, "-o", "-"], super::plan("acne-scars"), 0, &[]);
    assert!(
        !alone("comparison-csv").text().contains("Acne scars")
            && alone("improvement-svg").text().contains("<title>Improvement")
    );
}

#[test]
fn one_that_the_plan_is_not_for_is_refused_with_those_it_is_for() {
    for command in
        [&["estimate", "-"][..], &["compare", "-"], &["find", "-"], &["export", "-", "--what", "ledger-csv", "-o", "-"]]
    {
        let args = [command, &["--concern", "pores"]].concat();
        check(&args, both(), 2, &["The plan is not for \"pores\"; choose one of acne-scars, wrinkles"]);
    }
}

#[test]
fn what_is_found_for_a_further_one_joins_the_plan_for_that() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = folder.path().join("found.ron");
    let args = ["find", "-", "--concern", "wrinkles", "--one", "-o", output.to_str().expect("a path")];
    let found = run(&args, &["Plans for Wrinkles and fine lines"]);
    let draft = parse_plan(&std::fs::read_to_string(&output).expect("written")).expect("a plan").draft;
    assert_eq!(draft.concern.as_str(), "acne-scars");
    let added = draft.options.last().expect("an option");
    let concerns: Vec<_> = added.lines.iter().map(|line| line.concern.as_ref().map(ConcernId::as_str)).collect();
    assert_eq!(concerns, [Some("wrinkles")], "{}", found.text());
    // With the first concern it is the search of a plan for that alone.
    let args = ["find", "-", "--one", "--format", "csv"];
    let alone = check(&[&args[..], &["--draws", "64"]].concat(), super::plan("acne-scars"), 0, &[]);
    assert_eq!(run(&args, &[]).text(), alone.text());
}

#[test]
fn a_folder_as_a_table_has_each_concern_with_money_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let (plan, table) = (folder.path().join("plan.clplan"), folder.path().join("all.csv"));
    let name = |path: &std::path::Path| path.to_str().expect("a name in UTF-8").to_owned();
    check(&["new", "--also", "wrinkles", "-o", &name(&plan)], "", 0, &[]);
    check(&["table", &name(folder.path()), "-o", &name(&table)], "", 0, &[]);
    let mut read = csv::Reader::from_path(&table).expect("a table");
    let headings = read.headers().expect("headings").clone();
    let at = |name: &str| headings.iter().position(|heading| heading.starts_with(name)).expect(name);
    let (concern, mark, total, peak, cash) = (at("concern"), at("mark"), at("total"), at("peak"), at("cash_price"));
    let rows: Vec<csv::StringRecord> = read.records().map(|row| row.expect("a row")).collect();
    let of = |id: &str| rows.iter().filter(|row| &row[concern] == id).collect::<Vec<_>>();
    let (scars, wrinkles) = (of("acne-scars"), of("wrinkles"));
    assert!(!scars.is_empty() && scars.len() == wrinkles.len() && scars.len() + wrinkles.len() == rows.len());
    assert!(scars.iter().any(|row| !row[total].is_empty() && !row[cash].is_empty()));
    assert!(
        wrinkles.iter().all(|row| row[total].is_empty() && row[cash].is_empty()),
        "money is the same and stands once"
    );
    let differs = |(one, other): (&&csv::StringRecord, &&csv::StringRecord)| one[peak] != other[peak];
    assert!(scars.iter().zip(&wrinkles).any(differs), "each concern has its own results");
    assert!(scars.iter().zip(&wrinkles).all(|(one, other)| one[mark] == other[mark]));
}
