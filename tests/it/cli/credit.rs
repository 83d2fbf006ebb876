//! `credit`, and what the other commands say of a plan's deposit and credit.

use super::{check, example, plan};
use crate::plans::plan_text;
use collagen_ledger::document::{CreditDraft, DepositDraft};
use collagen_ledger::finance::RateKind;
use serde_json::Value;

const TERMS: [&str; 11] =
    ["credit", "--price", "1750", "--rate", "9.9", "--months", "24", "--deposit", "10%", "--from", "2027-01-31"];

fn with(more: &[&'static str]) -> Vec<&'static str> {
    TERMS.iter().chain(more).copied().collect()
}

fn sum(rows: &Value, field: &str) -> i64 {
    rows.as_array().expect("rows").iter().map(|row| row[field].as_i64().expect("an amount")).sum()
}

#[test]
fn text_json_and_csv_hold_the_same_table() {
    let said =
        ["24 monthly instalments at a nominal rate of 9.9% a year, no fee.", "Effective annual rate", "28 Feb 2027"];
    let text = check(&with(&[]), "", 0, &said);
    let json = check(&with(&["--format", "json"]), "", 0, &[]).json();
    let (credit, table) = (&json["payment"]["credit"], &json["table"]);
    assert_eq!(sum(table, "instalment"), credit["total_repayable"].as_i64().expect("a total"));
    assert_eq!(sum(table, "interest"), credit["cost_of_credit"].as_i64().expect("a cost"));
    assert_eq!(sum(table, "principal"), 157_500, "the price less a tenth");
    assert_eq!(table[23]["balance"], 0);
    assert_eq!((json["payment"]["deposit"].clone(), credit["effective_rate"].clone()), (17_500.into(), 0.104.into()));
    let csv = check(&with(&["--format", "csv"]), "", 0, &[]);
    let mut reader = csv::Reader::from_reader(csv.text().as_bytes());
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 24);
    for (row, part) in rows.iter().zip(table.as_array().expect("rows")) {
        let cents = |at: usize| row[at].replace('.', "").parse::<i64>().expect("cents");
        assert_eq!([cents(2), cents(3), cents(4), cents(5)].map(Value::from), {
            ["instalment", "interest", "principal", "balance"].map(|field| part[field].clone())
        });
        assert_eq!(Value::from(&row[1]), part["date"]);
    }
    assert_eq!(text.text().lines().filter(|line| line.contains(" 20") && line.ends_with(char::is_numeric)).count(), 24);
}

#[test]
fn what_is_wrong_is_named_with_its_remedy() {
    let cases: [(&[&str], &str); 9] = [
        (&["credit", "--months", "3"], "--price"),
        (&["credit", "--price", "17x", "--months", "3"], "--price: \"17x\" is not an amount; type digits"),
        (&["credit", "--price", "10", "--months", "1"], "1 is not in 2..=120"),
        (&["credit", "--price", "10", "--months", "3", "--first", "25"], "25 is not in 1..=24"),
        (&["credit", "--price", "10", "--months", "3", "--rate", "101"], "--rate: \"101\" is outside 0 to 100 %"),
        (
            &["credit", "--price", "10", "--months", "3", "--deposit", "101%"],
            "--deposit: \"101%\" is outside 0 to 100 %",
        ),
        (&["credit", "--price", "10", "--months", "3", "--deposit", "12"], "give a higher price or a lower deposit"),
        (&["credit", "--price", "10", "--months", "3", "--currency", "euro"], "write three letters such as USD"),
        (
            &["credit", "--price", "10", "--months", "3", "--from", "soon"],
            "is not a date; write one such as 15 Mar 2027, or 2027-03-15",
        ),
    ];
    for (args, said) in cases {
        check(args, "", 2, &[said]);
    }
}

#[test]
fn a_currency_without_cents_has_whole_instalments() {
    let args =
        ["credit", "--price", "100000", "--months", "3", "--rate", "12", "--currency", "jpy", "--format", "json"];
    let json = check(&args, "", 0, &[]).json();
    // By the annuity formula 34,002.21…; the last takes the rounding.
    assert_eq!(json["payment"]["credit"]["instalment"], 34_002);
    assert_eq!(sum(&json["table"], "principal"), 100_000);
    assert_eq!(json["currency_decimals"], 0);
}

#[test]
fn a_plan_says_the_same_as_the_command() {
    let mut draft = example("acne-scars");
    draft.deposit = DepositDraft::Percent("10".into());
    draft.credit =
        Some(CreditDraft { rate: "9.9".into(), kind: RateKind::Nominal, months: 24, ..CreditDraft::default() });
    let text = plan_text(&draft);
    let json = check(&["estimate", "-", "--format", "json"], text.as_str(), 0, &[]).json();
    let alone = check(&with(&["--format", "json"]), "", 0, &[]).json();
    assert_eq!(json["options"][0]["payment"], alone["payment"], "option A costs 1,750");
    assert_eq!(json["credit"], alone["terms"]);
    assert_eq!(json["options"][4]["payment"], Value::Null, "doing nothing");
    let said = ["Paying the initial course", "23 × $72.61, then $72.48", "A deposit is due at booking", "not an offer"];
    check(&["estimate", "-"], text.as_str(), 0, &said);
    let none = check(&["estimate", "-"], plan("acne-scars"), 0, &[]);
    assert!(!none.text().contains("Paying the initial course"), "nothing is said of what the plan does not have");
}

#[test]
fn wrong_terms_are_problems_with_their_place() {
    let mut draft = example("acne-scars");
    draft.deposit = DepositDraft::Percent("110".into());
    draft.credit = Some(CreditDraft { rate: "-1".into(), fee: "some".into(), ..CreditDraft::default() });
    let said = [
        "Plan, deposit: \"110\" is outside 0 to 100 %",
        "Plan, rate of the credit: \"-1\" is outside 0 to 100 %",
        "Plan, fee of the credit: \"some\" is not an amount",
    ];
    let run = check(&["check", "-"], plan_text(&draft), 2, &said);
    assert_eq!(run.error.lines().count(), 3, "{}", run.error);
}

#[test]
fn the_table_of_plans_has_the_figures_of_each_option() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut draft = example("acne-scars");
    draft.deposit = DepositDraft::Amount("100".into());
    draft.credit = Some(CreditDraft { months: 10, ..CreditDraft::default() });
    std::fs::write(folder.path().join("plan.ron"), plan_text(&draft)).expect("written");
    let path = folder.path().to_str().expect("a path");
    let run = check(&["table", path, "-o", "-"], "", 0, &[]);
    let mut reader = csv::Reader::from_reader(run.text().as_bytes());
    let heading = reader.headers().expect("a heading").clone();
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
    let cell = |row: usize, name: &str| &rows[row][heading.iter().position(|other| other == name).expect(name)];
    let fields = ["cash_price", "deposit", "amount_of_credit", "instalments", "instalment", "total_repayable"];
    assert_eq!(fields.map(|name| cell(0, name)), ["1750.00", "100.00", "1650.00", "10", "165.00", "1650.00"]);
    assert_eq!(["cost_of_credit", "effective_rate"].map(|name| cell(0, name)), ["0.00", "0"]);
    assert!(fields.iter().all(|name| cell(4, name).is_empty()), "doing nothing");
}
