//! A plan's file that others write as well, copies of a plan, and what a crash leaves behind.

use super::desk::{Desk, patiently, surroundings};
use collagen_ledger::app::App;
use collagen_ledger::catalog::Catalog;
use collagen_ledger::log::{Author, Dossier, IssueTerms};
use collagen_ledger::record::Answer;
use collagen_ledger::storage::{self, DeskName, Disk, Places, Presence, parse_plan, plan_text};
use egui::{Key, Modifiers};
use std::path::Path;
use std::time::Duration;

/// A plan in a file of its own.
fn file() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("shared.ron");
    write(&path, &Desk::new().app().document().dossier());
    (folder, path)
}

fn write(path: &Path, dossier: &Dossier) {
    std::fs::write(path, plan_text(dossier)).expect("written");
}

fn read(path: &Path) -> Dossier {
    parse_plan(&std::fs::read_to_string(path).expect("a file")).expect("a plan")
}

/// Somebody at another desk, whose clock is right.
fn by() -> Author {
    storage::author(&jiff::Zoned::now(), "back", 77)
}

/// Somebody else goes on with the plan in its file.
fn elsewhere(path: &Path, go_on: impl FnOnce(&mut Dossier)) {
    let mut dossier = read(path);
    go_on(&mut dossier);
    write(path, &dossier);
}

fn issue(dossier: &mut Dossier) {
    let on = jiff::civil::date(2027, 3, 1);
    let terms = IssueTerms {
        number: "CL-1".to_owned(),
        on,
        valid_until: on,
        program: "0.1.0".to_owned(),
        born: None,
        decide_from: None,
        presentation: None,
    };
    dossier.issue(terms, &Catalog::built_in(), &by()).expect("issued");
}

fn kept_aside(path: &Path) -> bool {
    path.with_file_name("shared (changed elsewhere).ron").exists()
}

#[test]
fn what_was_answered_elsewhere_and_what_happened_here_are_both_saved() {
    let (_folder, path) = file();
    elsewhere(&path, issue);
    let mut desk = Desk::opening(Some(&path));
    desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::R).keys(Modifiers::COMMAND, Key::D);
    assert!(desk.app().document().record().is_revising());
    let on = jiff::civil::date(2027, 3, 1);
    elsewhere(&path, |dossier| dossier.answer(Answer::Declined, on, on, &by()).expect("answered"));
    desk.keys(Modifiers::COMMAND, Key::S);
    let saved = read(&path);
    assert_eq!(saved, desk.app().document().dossier());
    assert_eq!(saved.record().issues()[0].answers.len(), 1, "the answer is there");
    assert!(saved.record().is_revising(), "and so is the revision");
    assert!(!desk.app().document().is_unsaved() && !kept_aside(&path), "nothing is in two places");
}

#[test]
fn what_was_issued_elsewhere_stays_issued_and_the_draft_here_is_its_revision() {
    let (_folder, path) = file();
    let mut desk = Desk::opening(Some(&path));
    desk.keys(Modifiers::COMMAND, Key::D);
    elsewhere(&path, issue);
    desk.keys(Modifiers::COMMAND, Key::S);
    let saved = read(&path);
    assert_eq!(saved, desk.app().document().dossier());
    assert_eq!(saved.record().issues().len(), 1);
    assert!(saved.record().is_revising() && !desk.app().document().is_issued());
    let options = |dossier: &Dossier| dossier.draft.options.len();
    assert_eq!(options(&saved), saved.record().issues()[0].snapshot.draft.options.len() + 1);
    assert!(!kept_aside(&path));
}

/// A copy that a synchroniser has left beside a plan that is open.
fn with_a_copy() -> (tempfile::TempDir, std::path::PathBuf, Desk) {
    let (folder, path) = file();
    let copy = folder.path().join("shared (conflicted copy).ron");
    let mut dossier = read(&path);
    dossier.draft.profile.age = 61;
    dossier.draft.options[0].name = "As the other desk calls it".to_owned();
    let on = jiff::civil::date(2027, 3, 1);
    let mut with_issue = dossier.clone();
    issue(&mut with_issue);
    with_issue.answer(Answer::Declined, on, on, &by()).expect("answered");
    with_issue.revise(&by()).expect("a revision");
    write(&copy, &with_issue);
    let mut desk = Desk::opening(Some(&path));
    desk.until("Another version of this plan lies beside it, as shared (conflicted copy).ron");
    (folder, copy, desk)
}

#[test]
fn a_copy_that_lies_beside_is_put_together_with_the_plan() {
    let (_folder, copy, mut desk) = with_a_copy();
    let before = read(&copy);
    desk.press_button("Put both together").until("Both versions changed the same");
    let name = "Option A \"Microneedling\": name, in the other version: As the other desk calls it";
    desk.press(name).press_button("Take what is chosen");
    let together = desk.app().document().dossier();
    assert_eq!(together.draft.options[0].name, "As the other desk calls it");
    assert_ne!(together.draft.profile.age, 61, "what was not chosen stays as it was here");
    assert_eq!(together.record().issues()[0].answers.len(), 1, "what happened there is not lost");
    assert!(desk.app().document().is_unsaved() && !desk.shows("Another version of this plan"));
    assert_eq!(read(&copy), before, "the other file stays as it is");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_ne!(desk.app().document().history().draft().options[0].name, "As the other desk calls it");
}

#[test]
fn a_copy_that_is_left_is_not_offered_again_until_it_changes() {
    let (_folder, copy, mut desk) = with_a_copy();
    desk.press_button("Leave it");
    assert!(!desk.shows("Another version of this plan"));
    let Desk { harness, folder: own, .. } = desk;
    drop(harness);
    let path = copy.with_file_name("shared.ron");
    let again = |own: tempfile::TempDir| {
        let mut app = App::new(surroundings(own.path()));
        app.begin_with(Some(path.clone()));
        Desk::of(app, own)
    };
    let mut desk = again(own);
    for _ in 0..5 {
        std::thread::sleep(Duration::from_millis(60));
        desk.settle();
        assert!(!desk.shows("Another version of this plan"));
    }
    let Desk { harness, folder: own, .. } = desk;
    drop(harness);
    elsewhere(&copy, |dossier| dossier.draft.profile.age = 62);
    again(own).until("Another version of this plan lies beside it");
}

#[test]
fn a_copy_of_a_plan_is_a_plan_of_its_own_and_what_was_issued_stays_with_the_plan() {
    let (folder, path) = file();
    elsewhere(&path, issue);
    let original = read(&path);
    let mut desk = Desk::opening(Some(&path));
    let copy = folder.path().join("copy.ron");
    desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    desk.type_into("File", copy.to_str().expect("text")).press("Save");
    let saved = read(&copy);
    assert_ne!(saved.draft.id, original.draft.id, "no number is derived for two plans");
    assert_eq!(saved, desk.app().document().dossier());
    assert!(saved.record().issues().is_empty() && !desk.app().document().is_issued(), "the copy is a draft");
    assert_eq!(read(&path), original);
    desk.keys(Modifiers::COMMAND, Key::D).keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.app().document().dossier(), saved, "undo leads back to the copy");
    assert!(!desk.app().document().is_unsaved());
}

/// Ends the program as a crash does, and begins another one with the same files.
fn crash(desk: Desk, path: &Path, meanwhile: impl FnOnce()) -> Desk {
    let Desk { harness, folder, .. } = desk;
    drop(harness);
    meanwhile();
    let came_back = || {
        let mut app = App::new(surroundings(folder.path()));
        app.begin_with(Some(path.to_owned()));
        app.document().is_unsaved().then_some(app)
    };
    Desk::of(patiently("the work", came_back), folder)
}

/// Time enough for the window to look at the file several times.
fn let_it_look(desk: &mut Desk) {
    for _ in 0..30 {
        std::thread::sleep(Duration::from_millis(50));
        desk.harness.run();
    }
}

#[test]
fn after_a_crash_a_file_is_called_changed_only_if_somebody_changed_it() {
    for is_changed in [false, true] {
        let (_folder, path) = file();
        let mut desk = Desk::opening(Some(&path));
        desk.keys(Modifiers::COMMAND, Key::D);
        // Until it is kept, there is nothing to come back.
        let recovery = Places::below(desk.folder.path()).recovery();
        desk.until_met("the work to be kept", |_| std::fs::read_dir(&recovery).is_ok_and(|kept| kept.count() > 0));
        let mut desk = crash(desk, &path, || {
            if is_changed {
                elsewhere(&path, |dossier| dossier.draft.reference = "theirs".to_owned());
            }
        });
        let changed = "was changed by somebody else";
        if is_changed {
            desk.until(changed);
        } else {
            let_it_look(&mut desk);
            assert!(!desk.shows(changed));
        }
        desk.keys(Modifiers::COMMAND, Key::S);
        desk.until_met("the plan is saved", |desk| !desk.app().document().is_unsaved());
        assert_eq!(kept_aside(&path), is_changed, "what the work was begun on is not known any more");
        assert_eq!(read(&path), desk.app().document().dossier());
    }
}

/// A desk with the plan open, and changes here and at another desk.
fn both(path: &Path, theirs: impl FnOnce(&mut Dossier)) -> Desk {
    let mut desk = Desk::opening(Some(path));
    desk.type_into("Reference", "mine").close();
    elsewhere(path, theirs);
    desk.until("was changed by somebody else");
    desk
}

#[test]
fn what_two_desks_changed_in_different_fields_is_one_plan_by_one_step() {
    let (_folder, path) = file();
    let mut desk = both(&path, |dossier| dossier.draft.profile.age = 41);
    desk.press_button("Put both together");
    desk.until("is put together");
    let draft = |desk: &Desk| desk.app().document().history().draft().clone();
    assert_eq!((draft(&desk).reference.as_str(), draft(&desk).profile.age), ("mine", 41));
    assert!(desk.app().document().is_unsaved() && !desk.shows("was changed by somebody else"));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!((draft(&desk).reference.as_str(), draft(&desk).profile.age), ("mine", 30), "one step");
    desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z).keys(Modifiers::COMMAND, Key::S);
    desk.until_met("the plan is saved", |desk| !desk.app().document().is_unsaved());
    assert_eq!(read(&path).draft, *draft(&desk));
    assert!(!kept_aside(&path), "nothing is in two places");
}

#[test]
fn saving_puts_both_together_and_asks_only_of_what_both_changed() {
    for (take_theirs, reference) in [(false, "mine"), (true, "theirs")] {
        let (_folder, path) = file();
        let mut desk = both(&path, |dossier| {
            dossier.draft.reference = "theirs".to_owned();
            dossier.draft.profile.age = 41;
        });
        desk.keys(Modifiers::COMMAND, Key::S);
        desk.until("Both versions changed the same");
        let radio = |value: &str| format!("Plan: reference, {value}");
        assert!(desk.shows(&radio("in this version: mine")) && !desk.shows("Plan: age"), "of one field only");
        if take_theirs {
            desk.press(&radio("in the other version: theirs"));
        }
        desk.press_button("Take what is chosen");
        desk.until_met("the plan is saved", |desk| !desk.app().document().is_unsaved());
        let saved = read(&path).draft;
        assert_eq!((saved.reference.as_str(), saved.profile.age), (reference, 41));
        assert_eq!(saved, **desk.app().document().history().draft());
        // What was not chosen of the other desk is not lost.
        assert_eq!(kept_aside(&path), !take_theirs);
        if !take_theirs {
            assert_eq!(read(&path.with_file_name("shared (changed elsewhere).ron")).draft.reference, "theirs");
        }
    }
}

#[test]
fn what_was_taken_of_theirs_and_taken_back_is_laid_beside_before_the_file_is_replaced() {
    for taken in ["Put both together", "Show theirs"] {
        let (_folder, path) = file();
        let mut desk = both(&path, |dossier| dossier.draft.profile.age = 41);
        desk.press_button(taken);
        desk.until_met(taken, |desk| desk.app().document().history().draft().profile.age == 41);
        desk.keys(Modifiers::COMMAND, Key::Z).keys(Modifiers::COMMAND, Key::S);
        desk.until_met("the plan is saved", |desk| !desk.app().document().is_unsaved());
        assert_eq!(read(&path).draft.profile.age, 30, "{taken}");
        assert_eq!(read(&path.with_file_name("shared (changed elsewhere).ron")).draft.profile.age, 41, "{taken}");
    }
}

/// Whatever the other desk does next, what it did before is not forgotten.
#[test]
fn what_was_taken_back_or_not_chosen_is_not_lost_by_the_next_version() {
    for takes_back in [true, false] {
        let (_folder, path) = file();
        let mut desk = both(&path, |dossier| {
            dossier.draft.profile.age = 41;
            if !takes_back {
                dossier.draft.reference = "theirs".to_owned();
            }
        });
        desk.press_button("Put both together");
        if takes_back {
            desk.until("is put together").keys(Modifiers::COMMAND, Key::Z);
        } else {
            desk.until("Both versions changed the same").press_button("Take what is chosen");
        }
        elsewhere(&path, |dossier| dossier.draft.notes = "said by phone".to_owned());
        desk.until("was changed by somebody else").keys(Modifiers::COMMAND, Key::S);
        if !takes_back {
            desk.until("Both versions changed the same").press("Plan: reference, in the other version: theirs");
            desk.press_button("Take what is chosen");
        }
        desk.until_met("the plan is saved", |desk| !desk.app().document().is_unsaved());
        let saved = read(&path).draft;
        assert_eq!((saved.profile.age, saved.notes.as_str()), (41, "said by phone"));
        assert_eq!(saved.reference, if takes_back { "mine" } else { "theirs" });
    }
}

/// A crash forgets what the other desk's version was, and nothing of that version.
#[test]
fn what_was_not_chosen_before_a_crash_is_laid_beside_after_it() {
    let (_folder, path) = file();
    let mut desk = both(&path, |dossier| dossier.draft.reference = "theirs".to_owned());
    desk.press_button("Put both together").until("Both versions changed the same").press_button("Take what is chosen");
    let_it_look(&mut desk);
    let mut desk = crash(desk, &path, || {});
    desk.keys(Modifiers::COMMAND, Key::S);
    desk.until_met("the plan is saved", |desk| !desk.app().document().is_unsaved());
    assert!(kept_aside(&path) && read(&path).draft.reference == "mine");
}

#[test]
fn what_was_said_to_be_kept_stays_so_whatever_the_desk_is_called() {
    let (_folder, path) = file();
    let mut desk = both(&path, |dossier| dossier.draft.reference = "theirs".to_owned());
    desk.press_button("Keep mine");
    desk.menu("View").press("Language and country…");
    desk.type_into("Initials", "CD");
    desk.keys(Modifiers::NONE, Key::Escape);
    let_it_look(&mut desk);
    assert!(!desk.shows("was changed by somebody else"), "it was decided");
    desk.keys(Modifiers::COMMAND, Key::S);
    desk.until_met("the plan is saved", |desk| !desk.app().document().is_unsaved());
    assert!(kept_aside(&path) && read(&path).draft.reference == "mine");
}

#[test]
fn who_does_not_choose_has_changed_nothing() {
    let (_folder, path) = file();
    let mut desk = both(&path, |dossier| dossier.draft.reference = "theirs".to_owned());
    desk.press_button("Put both together");
    desk.until("Both versions changed the same");
    desk.keys(Modifiers::NONE, Key::Escape);
    assert_eq!(desk.app().document().history().draft().reference, "mine");
    assert_eq!(read(&path).draft.reference, "theirs");
    assert!(desk.shows("was changed by somebody else"), "it is still to be decided");
}

/// Another window that has the plan open, by this name.
fn elsewhere_open(path: &Path, desk: &str, person: &str) -> Presence {
    let name = DeskName { desk: desk.to_owned(), person: person.to_owned() };
    Presence::begin(&Disk::here(), path, &name, jiff::civil::date(2027, 3, 1).at(10, 42, 0, 0), None).expect("a place")
}

#[test]
fn it_is_told_who_else_has_the_plan_open_and_nobody_is_kept_out() {
    let (folder, path) = file();
    let mut desk = Desk::opening(Some(&path));
    assert!(!desk.shows("also open"));
    let other = elsewhere_open(&path, "front desk", "AB");
    desk.until("also open: AB, front desk, since 10:42");
    desk.type_into("Reference", "mine").close();
    desk.keys(Modifiers::COMMAND, Key::S);
    desk.until_met("the plan is saved", |desk| !desk.app().document().is_unsaved());
    assert!(desk.shows("also open: AB"), "saving does not make them go");
    let unnamed = elsewhere_open(&path, "", "");
    desk.until("another desk, since 10:42");
    drop((other, unnamed));
    desk.until_met("both to have gone", |desk| !desk.shows("also open"));
    assert_eq!(open_files(folder.path()), 1, "what is left is this window's own");
    desk.harness.state_mut().end();
    assert_eq!(open_files(folder.path()), 0);
}

fn open_files(folder: &Path) -> usize {
    let names = std::fs::read_dir(folder).expect("the folder").flatten().map(|file| file.file_name());
    names.filter(|name| name.to_string_lossy().ends_with(".open")).count()
}

#[test]
fn what_others_are_told_is_typed_once() {
    let (_folder, path) = file();
    let mut desk = Desk::opening(Some(&path));
    desk.menu("View").press("Language and country…");
    desk.type_into("Name of the desk", "back room").type_into("Initials", "CD");
    desk.keys(Modifiers::NONE, Key::Escape);
    let watching = elsewhere_open(&path, "front", "AB");
    let told = patiently("to be told", || {
        let _ = watching.renew(&Disk::here());
        watching.others(&Disk::here()).into_iter().find(|other| other.name.person == "CD")
    });
    assert_eq!(told.name.desk, "back room");
    desk.harness.state_mut().end();
    assert_eq!(watching.others(&Disk::here()), vec![]);
}
