//! CSV and text: rows add up, and nothing typed can turn into a formula or tear a table.

use super::{check, example, plan};
use crate::plans::plan_text;

fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heading: Vec<String> = reader.headers().expect("a heading").iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect());
    [heading].into_iter().chain(rows).collect()
}

#[test]
fn csv_entries_add_up_to_the_total_of_the_comparison() {
    let text = plan("acne-scars");
    let entries = rows(check(&["estimate", "-", "--format", "csv"], text.as_str(), 0, &[]).text());
    let compared = rows(check(&["compare", "-", "--format", "csv"], text.as_str(), 0, &[]).text());
    let total = compared.iter().find(|row| row[0] == "Total over the horizon").expect("the total");
    let amount = |cell: &str| cell.replace('.', "").parse::<i64>().expect("an amount with two decimals");
    for mark in ["A", "B", "C", "D"] {
        for (edge, column) in ["low", "typical", "high"].into_iter().zip([10, 11, 12]) {
            let is_it = |name: &String| {
                name.starts_with(mark) && name.ends_with(&format!(", {edge}")) && !name.contains("person")
            };
            let of_edge = compared[0].iter().position(is_it).expect("a column");
            let of_option = entries[1..].iter().filter(|row| row[0] == mark);
            let sum: i64 = of_option.map(|row| amount(&row[column])).sum();
            assert_eq!(sum, amount(&total[of_edge]), "option {mark}, {}", entries[0][column]);
        }
    }
}

#[test]
fn csv_at_has_a_row_for_each_day_of_each_option() {
    let run = check(&["estimate", "-", "--format", "csv", "--at", "90,0"], plan("wrinkles"), 0, &[]);
    let rows = rows(run.text());
    let options = example("wrinkles").options.len() + 1;
    assert_eq!(rows.len(), 1 + 2 * options);
    assert_eq!((rows[1][3].as_str(), rows[2][3].as_str()), ("90", "0"));
    let cost_only = check(&["estimate", "-", "--format", "csv", "--at", "90"], plan("hair"), 0, &[]);
    assert!(self::rows(cost_only.text())[1][4..11].iter().all(String::is_empty));
}

#[test]
fn csv_defuses_what_a_spreadsheet_would_run() {
    for name in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1"] {
        let mut draft = example("acne-scars");
        draft.options[0].name = format!("{name}x");
        let expected = format!("'{}x", name.trim());
        let run = check(&["estimate", "-", "--format", "csv"], plan_text(&draft), 0, &[]);
        assert_eq!(rows(run.text())[1][1], expected, "{name:?}");
    }
}

#[test]
fn names_with_line_breaks_do_not_tear_text() {
    let mut draft = example("acne-scars");
    draft.options[0].name = "one\ntwo\tthree".into();
    for command in ["estimate", "compare"] {
        check(&[command, "-"], plan_text(&draft), 0, &["A · one two three"]);
    }
}

#[test]
fn text_shows_what_matters() {
    let said = [
        "A · Microneedling",
        "$1,000.00",
        "Total",
        "After 5 years",
        "improvement-years",
        "Studies of each treatment end",
    ];
    check(&["estimate", "-"], plan("acne-scars"), 0, &said);
    check(&["estimate", "-", "--at", "0,365"], plan("acne-scars"), 0, &["365", "against today"]);
    check(&["compare", "-"], plan("acne-scars"), 0, &["Peak improvement", "Inputs that differ: A and B"]);
    let hair = check(&["estimate", "-"], plan("hair"), 0, &["no result is projected"]);
    assert!(!hair.text().contains("improvement-years"));
    let said = ["CONCERNS", "Says: COST-03", "Disagrees: MNT-03", "$800–$3,000", "$1,200–$3,000", "C22", "S004"];
    check(&["catalog"], "", 0, &said);
}
