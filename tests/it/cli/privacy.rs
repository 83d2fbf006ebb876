//! What is known of clients, and where it is not.

use super::{check, plan};
use assert_cmd::cargo::cargo_bin_cmd;
use std::path::Path;

fn name(path: &Path) -> &str {
    path.to_str().expect("a name in UTF-8")
}

#[test]
fn a_client_is_forgotten_with_everything_that_is_kept_here() {
    let (folder, home) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a home"));
    let at = |name: &str| folder.path().join(name);
    let of_home = |name: &str| {
        let path = home.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        path
    };
    let text = plan("wrinkles");
    for kept in ["Meyer.clplan", "Meyer (conflicted copy).clplan", "Meyer.sync-conflict-20261129.ron", "Huber.clplan"] {
        std::fs::write(at(kept), &text).expect("written");
    }
    std::fs::write(at(".Meyer.clplan.0123.open"), "open").expect("written");
    let unsaved = of_home("state/collagen-ledger/unsaved/17-0.ron");
    std::fs::write(&unsaved, &text).expect("written");
    let sheet = of_home("cache/collagen-ledger/sheets/budget-summary-Meyer.pdf");
    std::fs::write(&sheet, "a sheet").expect("written");
    // Of others.
    check(&["new", "--concern", "texture", "-o", name(&at("Schulz.clplan"))], "", 0, &[]);
    std::fs::write(at("notes.txt"), "not ours").expect("written");
    let settings = of_home("config/collagen-ledger/settings.ron");
    let recent = [at("Meyer.clplan"), at("Schulz.clplan")].map(|path| format!("{:?}", name(&path))).join(", ");
    std::fs::write(&settings, format!("{{\"recent\": [{recent}]}}")).expect("written");

    let run = |args: &[&str]| {
        let mut program = cargo_bin_cmd!("collagen-ledger");
        for (variable, part) in
            [("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache"), ("XDG_STATE_HOME", "state")]
        {
            program.env(variable, home.path().join(part));
        }
        let output = program.args(args).output().expect("it starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    };
    let gone = [
        at("Meyer.clplan"),
        at("Meyer (conflicted copy).clplan"),
        at("Meyer.sync-conflict-20261129.ron"),
        at(".Meyer.clplan.0123.open"),
        unsaved,
        sheet,
    ];
    let listed = run(&["forget", name(&gone[0])]);
    assert!(gone.iter().all(|path| path.exists() && listed.contains(name(path))), "{listed}");
    run(&["forget", name(&gone[0]), "--yes"]);
    for path in &gone {
        assert!(!path.exists(), "{}", path.display());
    }
    // Somebody began the plan of another client with a copy of the file.
    assert!(at("Huber.clplan").exists() && at("Schulz.clplan").exists() && at("notes.txt").exists());
    let left = std::fs::read_to_string(settings).expect("settings");
    assert!(left.contains("Schulz") && !left.contains("Meyer"), "{left}");
}

/// What a link leads to is what holds the client.
#[cfg(unix)]
#[test]
fn a_plan_behind_a_link_is_forgotten_as_well() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, link) = (folder.path().join("there.clplan"), folder.path().join("here.clplan"));
    std::fs::write(&path, plan("wrinkles")).expect("written");
    std::os::unix::fs::symlink(&path, &link).expect("a link");
    check(&["forget", name(&link), "--yes"], "", 0, &["there.clplan", "here.clplan"]);
    assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 0);
}

/// Between the list and the deletion a window may have begun to keep another plan in the same place.
#[test]
fn what_holds_another_client_by_now_stays() {
    use collagen_ledger::storage::{Disk, Places, Recovery, delete, read_plan, traces_of};
    let folder = tempfile::tempdir().expect("a folder");
    let (disk, places) = (&Disk::here(), Places::below(folder.path()));
    let path = folder.path().join("plan.clplan");
    std::fs::write(&path, plan("wrinkles")).expect("written");
    let mut dossier = read_plan(disk, &path).expect("a plan");
    let id = dossier.draft.id;
    let recovery = Recovery::begin(disk, &places.recovery()).expect("a place");
    recovery.keep(disk, &dossier, None).expect("kept");
    let traces = traces_of(disk, Some(&places), &path, id);
    let traces = traces.files;
    assert_eq!(traces.len(), 2, "the lock of a window that runs is not among {traces:?}");
    dossier.draft.id = collagen_ledger::document::PlanId::of_random(5);
    recovery.keep(disk, &dossier, None).expect("kept");
    let deleted = delete(disk, &traces, id).expect("deleted");
    assert_eq!(deleted, traces[..1], "what stays is not said to be gone");
    assert!(!path.exists() && read_plan(disk, &traces[1]).is_ok_and(|plan| plan == dossier));
}

#[test]
fn what_is_no_plan_is_not_deleted() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("notes.ron");
    std::fs::write(&path, "notes").expect("written");
    check(&["forget", name(&path), "--yes"], "", 2, &["notes.ron"]);
    assert!(path.exists());
}

#[test]
fn a_log_says_what_was_done_and_nothing_of_whom() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, log) = (folder.path().join("Mustermann.clplan"), folder.path().join("log.txt"));
    std::fs::write(&path, plan("wrinkles").replacen("reference: \"\"", "reference: \"Mustermann\"", 1))
        .expect("written");
    check(&["estimate", name(&path), "--log", name(&log)], "", 0, &[]);
    check(&["estimate", "no-such-Mustermann.clplan", "--log", name(&log)], "", 2, &[]);
    let text = std::fs::read_to_string(&log).expect("a log");
    assert!(text.contains("command: done after") && text.contains("command: failed after"), "{text}");
    assert_eq!(text.matches(env!("CARGO_PKG_VERSION")).count(), 2);
    assert!(!text.contains("Mustermann"), "{text}");
    check(&["estimate", name(&path), "--log", "/no/such/folder/log"], "", 1, &["cannot be written"]);
}

/// What a fault says may hold what somebody typed; where it was never does.
#[test]
fn a_fault_is_kept_with_its_place_and_without_its_words() {
    use collagen_ledger::storage::{Disk, keep_crash};
    let folder = tempfile::tempdir().expect("a folder");
    let kept = folder.path().to_owned();
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        keep_crash(&Disk::here(), &kept, panic, &jiff::Zoned::now()).expect("kept");
    }));
    let typed = "Mustermann".to_owned();
    std::thread::spawn(move || panic!("no option is called {typed}")).join().expect_err("a fault");
    std::panic::set_hook(before);
    let files = std::fs::read_dir(folder.path()).expect("files").flatten();
    let texts: Vec<String> = files.map(|file| std::fs::read_to_string(file.path()).expect("text")).collect();
    let text = texts.iter().find(|text| text.contains(file!())).expect("the place");
    assert!(text.contains(env!("CARGO_PKG_VERSION")) && text.contains("keep_crash"), "{text}");
    assert!(!text.contains("Mustermann"), "{text}");
}
