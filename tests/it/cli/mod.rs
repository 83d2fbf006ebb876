//! The program as a script meets it: the real binary, its streams and its exit codes.

mod acknowledged;
mod concerns;
mod credit;
mod documents;
mod exchange;
mod files;
mod find;
mod hostile;
mod languages;
mod prices;
mod privacy;
mod progress;
mod protection;
mod record;
mod sheets;
mod tables;

use crate::plans::plan_text;
use assert_cmd::cargo::cargo_bin_cmd;
use collagen_ledger::catalog::{Catalog, ConcernId};
use collagen_ledger::document::Draft;
use collagen_ledger::units::parse_date;
use serde_json::Value;

/// What came of a run.
struct Run {
    code: i32,
    output: Vec<u8>,
    error: String,
}

impl Run {
    fn text(&self) -> &str {
        std::str::from_utf8(&self.output).expect("output in UTF-8")
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.output).expect("a JSON document")
    }
}

/// Runs the program with this standard input.
fn run(args: &[&str], input: impl Into<Vec<u8>>) -> Run {
    // Whatever the user of this machine set up for a clinic stays out of it.
    let (mut program, nowhere) = (cargo_bin_cmd!("collagen-ledger"), std::env::temp_dir().join("no-settings-here"));
    let output = program.args(args).env("XDG_CONFIG_HOME", nowhere).write_stdin(input).output();
    let output = output.expect("the program starts");
    let code = output.status.code().expect("an exit code");
    Run { code, output: output.stdout, error: String::from_utf8(output.stderr).expect("errors in UTF-8") }
}

/// Runs the program and checks its exit code and what it says. A run that succeeds says nothing on standard error, one
/// that fails nothing on standard output.
fn check(args: &[&str], input: impl Into<Vec<u8>>, code: i32, said: &[&str]) -> Run {
    let run = run(args, input);
    let (place, other) = if code == 0 { (run.text(), run.error.as_str()) } else { (run.error.as_str(), run.text()) };
    assert_eq!((run.code, other), (code, ""), "{args:?} said {place}");
    for words in said {
        assert!(place.contains(words), "{args:?}: {words:?} is missing in {place}");
    }
    run
}

fn catalog() -> Catalog {
    Catalog::built_in()
}

/// The worked example of a concern.
fn example(concern: &str) -> Draft {
    let catalog = catalog();
    let concern = catalog.concern(&ConcernId::from(concern)).expect("a concern of the catalogue");
    Draft::example(&catalog, concern, parse_date("2027-03-01").expect("a date"))
}

/// Its text.
fn plan(concern: &str) -> String {
    plan_text(&example(concern))
}

#[test]
fn help_explains_every_command() {
    check(&["--version"], "", 0, &["collagen-ledger 0."]);
    check(&["--help"], "", 0, &["Examples:", "Exit codes: 0 done, 2 bad input or usage, 1 anything else"]);
    let commands = [
        "new", "check", "estimate", "compare", "find", "credit", "report", "print", "printers", "template", "export",
        "table", "prices", "issue", "answer", "revise", "record", "catalog",
    ];
    for command in commands {
        check(&["--help"], "", 0, &[command]);
        check(&[command, "--help"], "", 0, &["Usage: collagen-ledger", command]);
    }
    for export in collagen_ledger::report::export::Export::ALL {
        check(&["export", "--help"], "", 0, &[export.id(), export.name()]);
    }
    check(&["table", "--help"], "", 0, &["cost_per_improvement_year"]);
    check(&["estimate", "--help"], "", 0, &[collagen_ledger::report::json::FIELDS.lines().next().unwrap_or_default()]);
}

#[test]
fn usage_errors_exit_with_2() {
    let cases: [(&[&str], &str); 10] = [
        (&["--nonsense"], "unexpected argument"),
        (&["estimate"], "required"),
        (&["estimate", "a", "b"], "unexpected argument"),
        (&["estimate", "-", "--format", "xml"], "possible values: text, json, csv"),
        (&["catalog", "--format", "csv"], "possible values: text, json"),
        (&["report", "-"], "required"),
        (&["report", "-", "-o", "x.pdf", "--paper", "a5"], "possible values: a4, letter"),
        (&["estimate", "-", "--at", "1,x"], "invalid value 'x'"),
        (&["estimate", "-", "--at", "99999"], "invalid value '99999'"),
        (&["-"], "the window opens files"),
    ];
    for (args, said) in cases {
        check(args, plan("acne-scars"), 2, &[said]);
    }
}

#[test]
fn every_worked_example_is_valid_and_can_be_estimated() {
    for concern in &catalog().concerns {
        let written = check(&["new", "--concern", concern.id.as_str()], "", 0, &["CollagenLedgerPlan("]);
        let text = written.text();
        assert!(check(&["check", "-"], text, 0, &["valid"]).text().starts_with("valid\n"), "{}", concern.id);
        check(&["estimate", "-"], text, 0, &[concern.name.written(), "Total", "Do nothing"]);
        check(&["compare", "-"], text, 0, &[concern.name.written(), "Total over the horizon", "Do nothing"]);
        let json = check(&["estimate", "-", "--format", "json"], text, 0, &[]).json();
        let expected = concern.example.len() + 1;
        assert_eq!(json["options"].as_array().map(Vec::len), Some(expected), "{}", concern.id);
    }
}

#[test]
fn an_unknown_concern_is_answered_with_the_list() {
    let said: Vec<String> = catalog().concerns.iter().map(|concern| concern.id.to_string()).collect();
    let said: Vec<&str> =
        said.iter().map(String::as_str).chain(["\"scars\" is not a known concern; write one of"]).collect();
    let run = check(&["new", "--concern", "scars"], "", 2, &said);
    assert_eq!(run.error.lines().count(), 1);
}

#[test]
fn check_gives_every_problem_with_its_place() {
    let mut draft = example("acne-scars");
    draft.tax = "much".into();
    draft.options[0].lines[0].spacing_days = 10;
    draft.options[0].lines[0].discount = "300".into();
    draft.options[1].name = " ".into();
    let run = check(
        &["check", "-"],
        plan_text(&draft),
        2,
        &[
            "Plan, tax: \"much\" is not a percentage",
            "Option A \"Microneedling\", Microneedling, spacing: sessions 10 days apart",
            "Option A \"Microneedling\", Microneedling, discount: \"300\" is outside",
            "Option B \"\", name: the option has no name",
        ],
    );
    assert_eq!(run.error.lines().count(), 4, "{}", run.error);
    for command in ["estimate", "compare"] {
        assert_eq!(check(&[command, "-"], plan_text(&draft), 2, &[]).error, run.error);
    }
}

#[test]
fn check_finds_sessions_of_two_lines_that_come_too_close() {
    let mut draft = example("acne-scars");
    let mut second = draft.options[0].lines[0].clone();
    second.start_day = 7;
    draft.options[0].lines.push(second);
    check(&["check", "-"], plan_text(&draft), 2, &["Option A", "7 days after", "safe minimum of 28 days"]);
}
