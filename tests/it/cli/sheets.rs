//! The sheet on the command line: the clinic's file, its logo, its layout, and printing where there is no printer.

use super::{check, plan};
use std::path::{Path, PathBuf};

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn put(&self, name: &str, content: &str) -> String {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).expect("written");
        path.to_str().expect("a name in UTF-8").to_owned()
    }
}

const CLINIC: &str = r#"CollagenLedgerClinic(
  schema: 1,
  name: "Haut & Licht",
  logo: "sign.svg",
)"#;
const LOGO: &str =
    r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="4"/></svg>"#;

fn text(pdf: &[u8]) -> String {
    pdf_extract::extract_text_from_mem(pdf).expect("the text of a PDF")
}

#[test]
fn the_clinics_file_gives_letterhead_logo_and_layout() {
    let folder = Folder::new();
    folder.put("sign.svg", LOGO);
    let clinic = folder.put("clinic.ron", CLINIC);
    let args = ["report", "-", "-o", "-", "--audience", "money", "--clinic", &clinic];
    let made = check_pdf(&args);
    assert!(made.contains("Haut & Licht") && made.contains("Budget summary"), "{made}");
    folder.put("own.typ", "#set document(title: \"T\")\n#set text(font: \"Inter\")\n= Our own layout");
    let clinic = folder.put("clinic.ron", &CLINIC.replace("logo:", "template: \"own.typ\",\n  logo:"));
    let args = ["report", "-", "-o", "-", "--clinic", &clinic];
    assert!(check_pdf(&args).contains("Our own layout"));
    let args = [&args[..], &["--built-in-template", "--audience", "money"]].concat();
    assert!(check_pdf(&args).contains("Budget summary"));
}

#[test]
#[cfg(target_os = "linux")]
fn the_users_own_clinics_file_is_found_by_itself() {
    let folder = Folder::new();
    std::fs::create_dir(folder.0.path().join("collagen-ledger")).expect("a folder");
    folder.put("collagen-ledger/clinic.ron", "CollagenLedgerClinic(schema: 1, name: \"Found\")");
    let mut program = assert_cmd::cargo::cargo_bin_cmd!("collagen-ledger");
    let args = ["report", "-", "-o", "-", "--audience", "money"];
    let program = program.args(args).env("XDG_CONFIG_HOME", folder.0.path()).write_stdin(plan("hair"));
    assert!(text(&program.output().expect("a run").stdout).contains("Found"));
}

fn check_pdf(args: &[&str]) -> String {
    let run = super::run(args, plan("hair"));
    assert_eq!((run.code, run.error.as_str()), (0, ""), "{args:?}");
    text(&run.output)
}

#[test]
fn a_broken_clinics_file_is_one_sentence_with_its_place() {
    let cases = [
        ("a clinic", "line 1, column 2: this is not a clinic's file"),
        ("CollagenLedgerClinic(schema: 2)", "schema 2"),
        ("CollagenLedgerClinic(name: \"x\")", "\"schema\" is missing"),
        ("CollagenLedgerClinic(\n  schema: 1,\n  fax: \"1\",\n)", "line 3, column "),
        ("CollagenLedgerClinic(schema: 1, fax: \"1\")", "\"fax\" is no field"),
        ("CollagenLedgerClinic(schema: 1, logo: \"../secret.svg\")", "without a path"),
        ("CollagenLedgerClinic(schema: 1, template: \"/etc/passwd\")", "without a path"),
        ("CollagenLedgerClinic(schema: 1, name: \"a\\u{1b}[31mb\")", "control character"),
        ("CollagenLedgerClinic(schema: 1, address: [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\"])", "more than 6"),
        ("CollagenLedgerClinic(schema: 1, logo: \"none.svg\")", "none.svg\" does not exist"),
        ("CollagenLedgerClinic(schema: 1, logo: \"clinic.ron\")", "neither PNG nor SVG"),
        ("CollagenLedgerClinic(schema: 1, name: \"\u{10fffd}\")", "the clinic's name"),
    ];
    let folder = Folder::new();
    for (content, said) in cases {
        let clinic = folder.put("clinic.ron", content);
        let run = check(&["report", "-", "-o", "-", "--clinic", &clinic], plan("hair"), 2, &[said]);
        assert_eq!(run.error.lines().count(), 1, "{content}: {}", run.error);
    }
    let missing = folder.0.path().join("missing.ron");
    check(&["report", "-", "-o", "-", "--clinic", &missing.to_string_lossy()], plan("hair"), 2, &["does not exist"]);
}

#[test]
fn the_built_in_layout_can_be_written_changed_and_broken() {
    let folder = Folder::new();
    let own: PathBuf = folder.0.path().join("own.typ");
    let own = own.to_str().expect("a name");
    check(&["template", "-o", own], "", 0, &[]);
    check(&["template", "-o", own], "", 2, &["exists already", "--force"]);
    let text = std::fs::read_to_string(own).expect("the layout");
    assert_eq!(check(&["template"], "", 0, &[]).text(), text);
    folder.put("own.typ", &text.replace("#title()", "#title[Changed]"));
    let args = ["report", "-", "-o", "-", "--audience", "money", "--template", own];
    assert!(check_pdf(&args).contains("Changed"));
    folder.put("own.typ", &format!("{text}\n#oops"));
    let line = text.lines().count() + 2;
    let run = check(&args, plan("hair"), 2, &[&format!("own.typ, line {line}, column 2: unknown variable: oops")]);
    assert_eq!(run.error.lines().count(), 1);
    check(&["template", "--explain"], "", 0, &["data.json", "`letterhead`"]);
    // A library that would count to 10^12 is not waited for.
    folder.put("own.typ", "#for a in range(9999) { for b in range(9999) { for c in range(9999) { let d = c } } }");
    let run = check(&args, plan("hair"), 2, &["own.typ was not laid out within 20 seconds", "built-in layout"]);
    assert_eq!(run.error.lines().count(), 1);
}

#[test]
fn what_is_said_of_the_issue_is_checked() {
    let cases: [(&[&str], &str); 4] = [
        (&["--audience", "nobody"], "possible values: full, client, money"),
        (&["--valid-days", "1000"], "1000 is not in 0..=366"),
        (&["--born", "1996-02-30"], "is not a date"),
        (&["--template", "a.typ", "--built-in-template"], "cannot be used with"),
    ];
    for (more, said) in cases {
        check(&[&["report", "-", "-o", "-"], more].concat(), plan("hair"), 2, &[said]);
    }
}

#[test]
#[cfg(unix)]
fn without_a_printing_system_printing_is_one_sentence() {
    let folder = Folder::new();
    let printed = run_without_programs(folder.0.path(), &["print", "-", "--audience", "money"]);
    let listed = run_without_programs(folder.0.path(), &["printers"]);
    for (code, error) in [printed, listed] {
        assert_eq!((code, error.lines().count()), (Some(1), 1), "{error}");
        assert!(error.contains("no printing system that can be reached"), "{error}");
    }
}

/// Runs the program where no other program is to be found.
fn run_without_programs(path: &Path, args: &[&str]) -> (Option<i32>, String) {
    let mut program = assert_cmd::cargo::cargo_bin_cmd!("collagen-ledger");
    let output = program.args(args).env("PATH", path).write_stdin(plan("hair")).output().expect("the program starts");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}
