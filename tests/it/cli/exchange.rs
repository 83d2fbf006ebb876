//! `export` and `table`: every kind is written by the real program, and a folder of plans becomes one table.

use super::{check, example, plan, run};
use crate::plans::plan_text;
use collagen_ledger::report::export::Export;
use std::path::Path;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn name(path: &Path) -> &str {
    path.to_str().expect("a name in UTF-8")
}

fn write(path: &Path, text: impl AsRef<[u8]>) {
    std::fs::write(path, text).expect("written");
}

/// The rows of a CSV, the heading first.
fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_kind_is_written_to_a_file_and_to_a_pipe() {
    let folder = folder();
    let path = folder.path().join("plan.ron");
    write(&path, plan("acne-scars"));
    for export in Export::ALL {
        let begins: &[u8] = match export.extension() {
            "csv" if export == Export::ComparisonCsv => b"measure,unit,",
            "csv" => b"mark,option,date,day,",
            "xlsx" => b"PK\x03\x04",
            "json" => b"{\n  \"schema\": 2,",
            "svg" => b"<svg xmlns=",
            "png" => b"\x89PNG\r\n\x1a\n",
            "ics" => b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
            "tsv" if export == Export::ComparisonTsv => b"measure\tunit\t",
            "tsv" if export == Export::LedgerTsv => b"Option\tDate\t",
            "tsv" => b"Date\tDay\t",
            other => panic!("no beginning is known for {other}"),
        };
        let mut args = vec!["export", name(&path), "--what", export.id()];
        if export == Export::Calendar {
            args.extend(["--option", "b"]);
        }
        let file = folder.path().join(export.id());
        check(&[&args[..], &["-o", name(&file)]].concat(), "", 0, &[]);
        let written = std::fs::read(&file).expect("read");
        assert!(written.starts_with(begins), "{export:?} begins {:?}", String::from_utf8_lossy(&written[..40]));
        let piped = run(&[&args[..], &["-o", "-"]].concat(), "");
        assert_eq!((piped.code, piped.error.as_str()), (0, ""), "{export:?}");
        // A calendar holds the second at which it was made.
        assert!(piped.output == written || export == Export::Calendar, "{export:?}: the pipe differs from the file");
    }
}

#[test]
fn what_the_older_commands_write_is_the_same() {
    let text = plan("wrinkles");
    let pairs: [(&str, &[&str]); 4] = [
        ("ledger-csv", &["estimate", "-", "--format", "csv"]),
        ("estimate-json", &["estimate", "-", "--format", "json"]),
        ("comparison-csv", &["compare", "-", "--format", "csv"]),
        ("comparison-json", &["compare", "-", "--format", "json"]),
    ];
    for (what, older) in pairs {
        let export = check(&["export", "-", "--what", what, "-o", "-"], text.as_str(), 0, &[]);
        assert_eq!(export.text(), check(older, text.as_str(), 0, &[]).text(), "{what}");
    }
}

#[test]
fn a_calendar_is_as_bare_as_asked_for() {
    let mut draft = example("acne-scars");
    draft.reference = "R-12".into();
    let text = plan_text(&draft);
    let calendar = |more: &[&str]| {
        let args = [&["export", "-", "--what", "calendar", "--option", "A", "-o", "-"], more].concat();
        check(&args, text.as_str(), 0, &["BEGIN:VEVENT"]).text().to_owned()
    };
    let count = |text: &str, words: &str| text.matches(words).count();
    assert!(calendar(&[]).contains("R-12"));
    assert!(!calendar(&["--no-reference"]).contains("R-12"));
    assert_eq!(count(&calendar(&[]), "CATEGORIES:TREATMENT"), 9);
    assert!(count(&calendar(&[]), "CATEGORIES:AFTERCARE") > 9);
    assert_eq!(count(&calendar(&["--no-aftercare"]), "BEGIN:VEVENT"), 9);
}

#[test]
fn what_cannot_be_exported_is_one_sentence_and_exit_code_2() {
    let mut foreign = example("acne-scars");
    // A letter that no typeface has, whatever the computer has installed.
    foreign.options[0].name = "\u{10fffd}".into();
    let (scars, hair, foreign) = (plan("acne-scars"), plan("hair"), plan_text(&foreign));
    let cases: [(&str, &[&str], &str); 7] = [
        (&scars, &["--what", "calendar"], "choose one of A, B, C, D"),
        (&scars, &["--what", "calendar", "--option", "F"], "no option F; it has A, B, C, D"),
        (&scars, &["--what", "calendar", "--option", "AB"], "a letter from A to F"),
        (&scars, &["--what", "ledger-csv", "--option", "A"], "--option is for a calendar only"),
        (&scars, &["--what", "spend-png", "--no-reference"], "--no-reference is for a calendar only"),
        (&hair, &["--what", "improvement-png"], "no result is projected for this concern"),
        (&foreign, &["--what", "spend-png"], "(U+10FFFD)"),
    ];
    for (text, args, said) in cases {
        check(&[&["export", "-", "-o", "-"], args].concat(), text, 2, &[said]);
    }
    check(&["export", "-", "-o", "-", "--what", "pdf"], scars.as_str(), 2, &["possible values: estimate-csv"]);
}

#[test]
fn no_command_writes_over_a_plan_or_a_price_list() {
    let folder = folder();
    let path = folder.path().join("plan.ron");
    write(&path, plan("acne-scars"));
    check(&["export", name(&path), "--what", "ledger-csv", "-o", name(&path)], "", 2, &["plan.ron\" is a plan"]);
    check(&["table", name(folder.path()), "-o", name(&path)], "", 2, &["plan.ron\" is a plan"]);
    assert_eq!(std::fs::read_to_string(&path).expect("read"), plan("acne-scars"));
    let list = folder.path().join("list.csv");
    let table = "kind,id,value,currency,typical\ntreatment,microneedling,price,USD,300\n";
    write(&list, table);
    let said = ["list.csv\" is a price list, which the sheet would replace"];
    check(&["report", name(&path), "--prices", name(&list), "-o", name(&list)], "", 2, &said);
    assert_eq!(std::fs::read_to_string(&list).expect("read"), table);
}

#[test]
fn a_folder_becomes_one_table_in_order_of_name() {
    let folder = folder();
    for (file, concern) in [("b.ron", "wrinkles"), ("a.ron", "acne-scars"), ("c.RON", "hair")] {
        write(&folder.path().join(file), plan(concern));
    }
    // None of these is a plan of the folder.
    for other in ["notes.txt", ".hidden.ron", "plan.ron.bak"] {
        write(&folder.path().join(other), "no plan");
    }
    std::fs::create_dir(folder.path().join("below.ron")).expect("a folder below");
    let printed = check(&["table", name(folder.path())], "", 0, &["file,reference,concern,"]);
    let rows = rows(&printed.output);
    let files: Vec<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
    let expected = [("a.ron", "acne-scars"), ("b.ron", "wrinkles"), ("c.RON", "hair")];
    let expected = expected.map(|(file, concern)| vec![file; example(concern).options.len() + 1]).concat();
    assert_eq!(files, expected);
    let file = folder.path().join("all.csv");
    check(&["table", name(folder.path()), "-o", name(&file)], "", 0, &[]);
    assert!(std::fs::read(&file).expect("read") == printed.output, "the file differs from the pipe");
}

#[test]
fn plans_that_cannot_be_read_are_named_and_the_others_written() {
    let folder = folder();
    let mut wrong = example("acne-scars");
    (wrong.tax, wrong.options[0].name) = ("much".into(), " ".into());
    for (file, text) in [
        ("1-good.ron", plan("texture")),
        ("2-cut.ron", plan("texture")[..400].to_owned()),
        ("3-wrong.ron", plan_text(&wrong)),
        ("4-newer.ron", plan("texture").replace("schema: 4", "schema: 99")),
        ("5-good.ron", plan("hair")),
    ] {
        write(&folder.path().join(file), text);
    }
    let run = run(&["table", name(folder.path())], "");
    assert_eq!(run.code, 2, "{}", run.error);
    let rows = rows(&run.output);
    let files: std::collections::BTreeSet<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(files.into_iter().collect::<Vec<_>>(), ["1-good.ron", "5-good.ron"]);
    let expected = [
        "2-cut.ron, line ",
        "3-wrong.ron: Plan, tax: \"much\" is not a percentage",
        "3-wrong.ron: Option A \"\", name: the option has no name",
        "4-newer.ron, line 1, column 1: the file has schema 99",
    ];
    let said: Vec<&str> = run.error.lines().collect();
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    assert!(said.iter().zip(expected).all(|(said, expected)| said.starts_with(expected)), "{said:#?}");
}

#[test]
fn a_folder_without_plans_is_a_mistake() {
    let folder = folder();
    check(&["table", name(folder.path())], "", 2, &["holds no plan"]);
    check(&["table", name(&folder.path().join("missing"))], "", 2, &["missing\" does not exist"]);
    let file = folder.path().join("plan.txt");
    std::fs::write(&file, "no folder").expect("written");
    check(&["table", name(&file)], "", 2, &["plan.txt\" is no folder; name the folder in which it is"]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_pipe_is_written_into_and_stays_a_pipe() {
    use std::io::Read as _;
    use std::os::unix::fs::FileTypeExt as _;
    let folder = folder();
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    // Open at both ends, so that neither side waits for the other.
    let mut end = std::fs::File::options().read(true).write(true).open(&pipe).expect("the pipe");
    check(&["export", "-", "--what", "comparison-csv", "-o", name(&pipe)], plan("hair"), 0, &[]);
    assert!(std::fs::symlink_metadata(&pipe).expect("the pipe").file_type().is_fifo(), "it was replaced by a file");
    let expected = check(&["compare", "-", "--format", "csv"], plan("hair"), 0, &[]).output;
    let mut read = vec![0; expected.len()];
    end.read_exact(&mut read).expect("what was written");
    assert!(read == expected);
}
