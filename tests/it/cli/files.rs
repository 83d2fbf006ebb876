//! Files and streams: what is written, what is never overwritten, and what becomes of a closed pipe.

use super::{check, plan};
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn name(path: &Path) -> &str {
    path.to_str().expect("a name in UTF-8")
}

#[cfg(unix)]
fn is_private(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).expect("a file").permissions().mode() & 0o777 == 0o600
}

#[cfg(not(unix))]
fn is_private(_: &Path) -> bool {
    true
}

#[test]
fn new_writes_a_file_and_never_over_one() {
    let folder = folder();
    let path = folder.path().join("plan.ron");
    check(&["new", "-o", name(&path)], "", 0, &[]);
    assert!(is_private(&path));
    check(&["check", name(&path)], "", 0, &["valid"]);
    std::fs::write(&path, "mine").expect("written");
    check(&["new", "-o", name(&path)], "", 2, &["plan.ron\" exists already", "--force"]);
    assert_eq!(std::fs::read_to_string(&path).expect("read"), "mine");
    check(&["new", "-o", name(&path), "--force"], "", 0, &[]);
    check(&["check", name(&path)], "", 0, &["valid"]);
}

#[test]
#[cfg(unix)]
fn a_shared_plan_stays_shared() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let path = folder.path().join("plan.ron");
    std::fs::write(&path, plan("hair")).expect("written");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o660)).expect("a mode");
    for args in [&["issue", name(&path)][..], &["answer", name(&path), "open"], &["revise", name(&path)]] {
        check(args, "", 0, &[]);
        assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o660, "{args:?}");
    }
}

#[test]
fn report_writes_a_pdf_and_never_over_a_plan() {
    let folder = folder();
    let (path, sheet) = (folder.path().join("plan.ron"), folder.path().join("sheet.pdf"));
    std::fs::write(&path, plan("wrinkles")).expect("written");
    for paper in ["a4", "letter"] {
        check(&["report", name(&path), "-o", name(&sheet), "--paper", paper], "", 0, &[]);
        assert!(std::fs::read(&sheet).expect("read").starts_with(b"%PDF-"), "{paper}");
        assert!(is_private(&sheet));
    }
    check(&["report", name(&path), "-o", name(&path)], "", 2, &["plan.ron\" is a plan"]);
    check(&["check", name(&path)], "", 0, &["valid"]);
    assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 2, "nothing else is left behind");
}

#[test]
fn report_writes_to_a_pipe() {
    let run = super::run(&["report", "-", "-o", "-"], plan("wrinkles"));
    assert_eq!((run.code, run.error.as_str()), (0, ""));
    assert!(run.output.starts_with(b"%PDF-"));
}

#[test]
fn what_cannot_be_read_or_written_is_one_sentence() {
    let folder = folder();
    let missing = folder.path().join("missing.ron");
    for command in ["check", "estimate", "compare"] {
        let run = check(&[command, name(&missing)], "", 2, &["missing.ron\" does not exist"]);
        assert_eq!(run.error.lines().count(), 1);
    }
    let nowhere = folder.path().join("nowhere").join("plan.ron");
    let run = check(&["new", "-o", name(&nowhere)], "", 1, &["plan.ron\" cannot be written"]);
    assert_eq!(run.error.lines().count(), 1);
    let run = check(&["check", name(folder.path())], "", 2, &["is a folder; name a file in it"]);
    assert_eq!(run.error.lines().count(), 1);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_behind_standard_output_is_a_failure() {
    let full = std::fs::File::options().write(true).open("/dev/full").expect("the full device");
    let output =
        Command::new(env!("CARGO_BIN_EXE_collagen-ledger")).args(["new"]).stdout(full).output().expect("a run");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1);
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let folder = folder();
    let path = folder.path().join("plan.ron");
    std::fs::write(&path, plan("acne-scars")).expect("written");
    for args in [&["estimate", name(&path), "--format", "json"][..], &["catalog", "--format", "json"], &["catalog"]] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_collagen-ledger"));
        let mut child = program.args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("started");
        let mut output = child.stdout.take().expect("its output");
        output.read_exact(&mut [0; 1]).expect("a first byte");
        drop(output);
        let done = child.wait_with_output().expect("its end");
        assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr).as_ref()), (Some(0), ""), "{args:?}");
    }
}

/// Whatever stands in front of a text as a byte-order mark is no part of it, in a file as on standard input.
#[test]
fn a_byte_order_mark_is_no_part_of_a_plan() {
    let marked = [&b"\xEF\xBB\xBF"[..], plan("acne-scars").as_bytes()].concat();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("plan.clplan");
    std::fs::write(&path, &marked).expect("written");
    check(&["check", path.to_str().expect("text")], "", 0, &["valid"]);
    check(&["check", "-"], marked, 0, &["valid"]);
}

/// It is never the same day on both sides of the date line.
#[test]
fn today_is_that_of_the_time_zone_that_is_asked_for() {
    let start = |zone: &str| {
        let mut program = assert_cmd::cargo::cargo_bin_cmd!("collagen-ledger");
        let made = program.arg("new").env("TZ", zone).output().expect("the program starts").stdout;
        let text = String::from_utf8(made).expect("text");
        let line = text.lines().find(|line| line.trim_start().starts_with("start: ")).expect("a first day");
        line.trim().to_owned()
    };
    assert_ne!(start("Pacific/Kiritimati"), start("Pacific/Pago_Pago"), "25 hours lie between them");
}
