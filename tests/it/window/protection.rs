//! Plans that are protected by a passphrase, in the window.

use super::desk::{Desk, patiently, surroundings};
use collagen_ledger::app::App;
use collagen_ledger::document::Draft;
use collagen_ledger::storage::{Places, forget_passphrases, plan_text};
use egui::{Key, Modifiers};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Passphrases are known to the whole program: where tests share one, each of these has it to itself, as after a start.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    forget_passphrases();
    alone
}

const SEALED: &[u8] = b"age-encryption.org/v1";

fn is_sealed(path: &Path) -> bool {
    std::fs::read(path).is_ok_and(|bytes| bytes.starts_with(SEALED))
}

/// A plan in a file.
fn file() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let catalog = collagen_ledger::catalog::Catalog::built_in();
    let draft = Draft::example(&catalog, &catalog.concerns[0], jiff::civil::date(2027, 3, 1));
    let path = folder.path().join("Meyer.clplan");
    std::fs::write(&path, plan_text(&draft.into())).expect("written");
    (folder, path)
}

/// What another program does with a passphrase: this one does not get to know it.
fn elsewhere(args: &[&str], path: &Path) {
    let key = path.with_file_name("key.txt");
    std::fs::write(&key, "correct horse").expect("written");
    let mut program = assert_cmd::cargo::cargo_bin_cmd!("collagen-ledger");
    program.args(args).arg(path).arg("--passphrase-file").arg(&key);
    let output = program.env("XDG_CONFIG_HOME", path.with_file_name("none")).output().expect("it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn reference(desk: &Desk) -> String {
    desk.app().document().history().draft().reference.clone()
}

/// Does what is done by a key that takes a third of a second.
fn until_closed(desk: &mut Desk, title: &str) {
    desk.until_met(title, |desk| !desk.shows(title));
    desk.settle();
}

#[test]
fn a_plan_is_protected_with_all_that_is_kept_of_it_and_the_passphrase_is_taken_off_again() {
    let _alone = alone();
    let (_folder, path) = file();
    let beside = path.with_file_name("Meyer (2).clplan");
    std::fs::copy(&path, &beside).expect("copied");
    let mut desk = Desk::opening(Some(&path));
    desk.menu("File").press("Protect with a passphrase…");
    assert!(desk.shows("A lost passphrase is a lost plan"));
    desk.type_secretly("Passphrase", "correct horse")
        .type_secretly("Once more", "correct house")
        .press_button("Protect");
    assert!(desk.shows("the two are not the same") && !is_sealed(&path));
    desk.type_secretly("Once more", "correct horse").press_button("Protect").until("1 plan is protected");
    assert!(is_sealed(&path) && is_sealed(&beside) && desk.shows("· protected"));
    // What is typed from now on cannot be read either.
    desk.type_into("Reference", "Secret");
    let recovery = Places::below(desk.folder.path()).recovery();
    let kept = patiently("the work to be kept", || {
        desk.harness.run();
        let kept = std::fs::read_dir(&recovery).ok()?.flatten().map(|file| file.path());
        let mut kept = kept.filter(|path| path.extension().is_some_and(|ending| ending == "ron"));
        kept.next()
    });
    assert!(is_sealed(&kept), "unsaved work is protected");
    desk.keys(Modifiers::COMMAND, Key::S);
    assert!(is_sealed(&path) && !desk.app().document().is_unsaved());
    // What leaves the program is not, and that is said.
    desk.keys(Modifiers::COMMAND, Key::E);
    desk.press_button("Export…");
    let export = path.with_file_name("comparison.xlsx");
    desk.type_into("File", export.to_str().expect("a name")).press_button("Export");
    desk.until("It is not protected by the passphrase");
    desk.menu("File").press("Protect with a passphrase…");
    desk.press_button("Take it off").until("1 plan is not protected any more");
    assert!(!is_sealed(&path) && !desk.shows("· protected"));
}

#[test]
fn a_protected_plan_asks_for_its_passphrase_and_no_other_opens_it() {
    let _alone = alone();
    let (_folder, path) = file();
    elsewhere(&["protect"], &path);
    let mut desk = Desk::opening(Some(&path));
    assert!(desk.shows("Meyer.clplan is protected"));
    desk.type_secretly("Passphrase", "battery staple").keys(Modifiers::NONE, Key::Enter);
    desk.until("this is not its passphrase");
    desk.type_secretly("Passphrase", "correct horse").keys(Modifiers::NONE, Key::Enter);
    until_closed(&mut desk, "Passphrase of the plan");
    assert_eq!(desk.app().document().path(), Some(path.as_path()));
    desk.type_into("Reference", "M 17");
    desk.keys(Modifiers::COMMAND, Key::S);
    assert!(is_sealed(&path));
    // A copy under another name is protected as well.
    let copy = path.with_file_name("copy.clplan");
    desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    desk.type_into("File", copy.to_str().expect("a name")).press_button("Save");
    patiently("the copy", || {
        desk.harness.run();
        copy.exists().then_some(())
    });
    assert!(is_sealed(&copy));
}

#[test]
fn a_plan_that_another_desk_protects_meanwhile_is_saved_with_that_passphrase_only() {
    let _alone = alone();
    let (_folder, path) = file();
    let mut desk = Desk::opening(Some(&path));
    desk.type_into("Reference", "mine");
    elsewhere(&["protect"], &path);
    desk.keys(Modifiers::COMMAND, Key::S);
    desk.until("that is not known here");
    assert!(is_sealed(&path), "it is not written over");
    desk.type_secretly("Passphrase", "correct horse").press_button("Save");
    until_closed(&mut desk, "Passphrase of the plan");
    patiently("it to be saved", || {
        desk.harness.run();
        (!desk.app().document().is_unsaved()).then_some(())
    });
    assert!(is_sealed(&path) && reference(&desk) == "mine");
}

/// A program that starts after one has ended with unsaved work on a protected plan, and where that is kept.
fn after_a_crash() -> (Desk, PathBuf) {
    let (_folder, path) = file();
    elsewhere(&["protect"], &path);
    let places = tempfile::tempdir().expect("a folder");
    let kept = Places::below(places.path()).recovery().join("4000000-0.ron");
    std::fs::create_dir_all(kept.parent().expect("a folder")).expect("made");
    std::fs::copy(&path, &kept).expect("kept");
    let mut app = App::new(surroundings(places.path()));
    app.begin_with(None);
    (Desk::of(app, places), kept)
}

#[test]
fn unsaved_work_on_a_protected_plan_comes_back_with_its_passphrase() {
    let _alone = alone();
    let (mut desk, kept) = after_a_crash();
    assert!(desk.shows("was not saved when the program last ended"));
    desk.keys(Modifiers::NONE, Key::Escape);
    assert!(kept.exists(), "it stays where it is");
    let Desk { harness, folder, .. } = desk;
    drop(harness);
    let mut app = App::new(surroundings(folder.path()));
    app.begin_with(None);
    let mut desk = Desk::of(app, folder);
    desk.type_secretly("Passphrase", "wrong").press_button("Open").until("this is not its passphrase");
    desk.type_secretly("Passphrase", "correct horse").press_button("Open").until("here it is again");
    assert!(desk.app().document().is_unsaved());
    patiently("the old copy to go", || {
        desk.harness.run();
        (!kept.exists()).then_some(())
    });
    let others = std::fs::read_dir(kept.parent().expect("a folder")).expect("listed").flatten().map(|file| file.path());
    let kept: Vec<_> = others.filter(|path| path.extension().is_some_and(|ending| ending == "ron")).collect();
    assert!(kept.len() == 1 && is_sealed(&kept[0]), "the new copy is protected as well: {kept:?}");
}

#[test]
fn unsaved_work_that_nobody_can_open_can_be_let_go() {
    let _alone = alone();
    let (mut desk, kept) = after_a_crash();
    desk.press_button("Delete that work…").keys(Modifiers::NONE, Key::Enter);
    assert!(kept.exists() && !desk.shows("Delete that work?"), "Enter leaves it where it is");
    desk.harness.state_mut().begin_with(None);
    desk.settle();
    desk.press_button("Delete that work…").press_button("Delete for good");
    assert!(!kept.exists());
}

#[test]
fn all_plans_of_a_folder_are_protected_in_the_window_and_nobody_else_is_said_to_have_changed_them() {
    let _alone = alone();
    let (_folder, path) = file();
    let other = path.with_file_name("Huber.clplan");
    let mut text = std::fs::read_to_string(&path).expect("a plan");
    let id = text.lines().find(|line| line.trim_start().starts_with("id:")).expect("an id").to_owned();
    text = text.replacen(&id, "  id: \"00000000-0000-4000-8000-000000000017\",", 1);
    std::fs::write(&other, text).expect("written");
    let mut desk = Desk::opening(Some(&path));
    desk.menu("File").press("Protect with a passphrase…");
    desk.type_secretly("Passphrase", "correct horse").type_secretly("Once more", "correct horse");
    desk.press("For all plans in this folder, and those that come to it").press_button("Protect");
    desk.until("2 plans are protected");
    assert!(is_sealed(&path) && is_sealed(&other));
    for _ in 0..30 {
        std::thread::sleep(std::time::Duration::from_millis(50));
        desk.settle();
    }
    assert!(!desk.shows("was changed by somebody else"), "{:#?}", desk.spoken());
    desk.type_into("Reference", "M 17");
    desk.keys(Modifiers::COMMAND, Key::S);
    assert!(is_sealed(&path) && !desk.app().document().is_unsaved());
    // One of them alone cannot be taken out.
    desk.menu("File").press("Protect with a passphrase…");
    desk.press_button("Take it off").until("all plans in this folder have one passphrase");
    assert!(is_sealed(&path));
}

#[test]
fn what_another_desk_wrote_before_the_folder_was_protected_is_not_lost() {
    let _alone = alone();
    let (_folder, path) = file();
    let mut desk = Desk::opening(Some(&path));
    let text = std::fs::read_to_string(&path).expect("a plan");
    std::fs::write(&path, text.replacen("reference: \"\"", "reference: \"theirs\"", 1)).expect("written");
    desk.menu("File").press("Protect with a passphrase…");
    desk.type_secretly("Passphrase", "correct horse").type_secretly("Once more", "correct horse");
    desk.press("For all plans in this folder, and those that come to it").press_button("Protect");
    desk.until("1 plan is protected").until("was changed by somebody else");
    desk.press_button("Show theirs");
    assert!(reference(&desk) == "theirs" && is_sealed(&path));
}

#[test]
fn a_plan_saved_into_a_protected_folder_goes_there_and_nowhere_else() {
    let _alone = alone();
    let (_folder, path) = file();
    let (_other, there) = file();
    let folder = there.parent().expect("a folder").join("plans");
    std::fs::create_dir(&folder).expect("made");
    std::fs::rename(&there, folder.join("Meyer.clplan")).expect("moved");
    elsewhere(&["protect"], &folder);
    let plain = std::fs::read(&path).expect("a plan");
    let mut desk = Desk::opening(Some(&path));
    desk.type_into("Reference", "for there");
    desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    let copy = folder.join("New.clplan");
    desk.type_into("File", copy.to_str().expect("a name")).press_button("Save").until("that is not known here");
    desk.type_secretly("Passphrase", "wrong").press_button("Save").until("this is not its passphrase");
    desk.type_secretly("Passphrase", "correct horse").press_button("Save");
    patiently("the copy", || {
        desk.harness.run();
        copy.exists().then_some(())
    });
    desk.settle();
    assert!(is_sealed(&copy) && std::fs::read(&path).expect("a plan") == plain, "the other is as it was");
    assert_eq!(desk.app().document().path(), Some(copy.as_path()));
}

#[test]
fn the_version_of_a_desk_that_has_changed_the_passphrase_is_shown_with_it() {
    let _alone = alone();
    let (_folder, path) = file();
    let mut desk = Desk::opening(Some(&path));
    elsewhere(&["protect"], &path);
    desk.until("was changed by somebody else").press_button("Show theirs");
    desk.type_secretly("Passphrase", "correct horse").press_button("Open");
    until_closed(&mut desk, "Passphrase of the plan");
    desk.type_into("Reference", "M 17");
    desk.keys(Modifiers::COMMAND, Key::S);
    assert!(is_sealed(&path) && !desk.app().document().is_unsaved());
}
