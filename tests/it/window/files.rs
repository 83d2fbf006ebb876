//! Saving, opening, recovery, and two people on one file.

use super::desk::{Desk, patiently, surroundings};
use collagen_ledger::app::App;
use egui::{Key, Modifiers};
use std::path::Path;

#[test]
fn a_plan_is_saved_under_a_typed_name_and_opened_again() {
    let mut desk = Desk::new();
    desk.type_into("Reference", "Müller 17");
    assert!(desk.app().document().is_unsaved());
    desk.keys(Modifiers::COMMAND, Key::S);
    let path = desk.path("first.ron");
    desk.type_into("File", path.to_str().expect("a path of text"));
    desk.press("Save");
    assert!(!desk.app().document().is_unsaved());
    let again = Desk::opening(Some(&path));
    assert_eq!(again.app().document().history().draft(), desk.app().document().history().draft());
    assert_eq!(again.app().document().name(), "first.ron");
}

#[test]
fn a_broken_file_gives_one_message_and_leaves_everything_as_it_was() {
    let mut desk = Desk::new();
    let path = desk.path("broken.ron");
    std::fs::write(&path, "CollagenLedgerPlan(schema: 1, reference: 7)").expect("a file");
    let before = desk.app().document().history().draft().clone();
    desk.keys(Modifiers::COMMAND, Key::O);
    desk.type_into("File", path.to_str().expect("a path of text"));
    desk.press("Open");
    assert!(desk.shows("broken.ron, line 1, column"));
    assert_eq!(*desk.app().document().history().draft(), before);
    desk.press("Dismiss the message");
    assert!(!desk.shows("broken.ron, line 1, column"));
}

#[test]
fn unsaved_work_is_asked_about_before_something_replaces_it() {
    for (answer, kept) in [("Cancel", true), ("Don't save", false)] {
        let mut desk = Desk::new();
        desk.type_into("Reference", "keep me");
        desk.keys(Modifiers::COMMAND, Key::N);
        assert!(desk.shows("Save the changes to Untitled?"));
        desk.press(answer);
        if !kept {
            desk.press_button("Worked example");
        }
        assert_eq!(desk.app().document().history().draft().reference == "keep me", kept, "after {answer}");
    }
}

#[test]
fn unsaved_work_comes_back_after_a_crash_and_not_after_an_orderly_end() {
    let mut desk = Desk::new();
    desk.type_into("Reference", "before the crash");
    let Desk { harness, folder, .. } = desk;
    // Dropping the program is what a crash leaves behind: nothing was saved, and nobody said goodbye.
    drop(harness);
    let again = || {
        let mut app = App::new(surroundings(folder.path()));
        app.begin_with(None);
        app
    };
    let came_back = || {
        let app = again();
        let document = app.document();
        (document.history().draft().reference == "before the crash").then_some((document.is_unsaved(), app))
    };
    let (unsaved, app) = patiently("the work", came_back);
    assert!(unsaved, "it is not saved yet");
    // A window that ends without saving and without being told to give up keeps it for the next time.
    let mut desk = Desk::of(app, folder);
    desk.harness.state_mut().end();
    let Desk { harness, folder, .. } = desk;
    drop(harness);
    let mut app = App::new(surroundings(folder.path()));
    app.begin_with(None);
    let mut desk = Desk::of(app, folder);
    assert_eq!(desk.app().document().history().draft().reference, "before the crash");
    desk.keys(Modifiers::COMMAND, Key::S);
    let path = desk.path("saved.ron");
    desk.type_into("File", path.to_str().expect("a path of text"));
    desk.press("Save");
    desk.harness.state_mut().end();
    let Desk { harness, folder, .. } = desk;
    drop(harness);
    let mut app = App::new(surroundings(folder.path()));
    app.begin_with(None);
    assert_eq!(app.document().history().draft().reference, "", "what is saved does not come back by itself");
}

#[test]
fn what_somebody_else_put_in_the_place_of_a_plan_is_kept_beside_ours() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("shared.ron");
    let first = Desk::new();
    std::fs::write(&path, collagen_ledger::storage::plan_text(&first.app().document().dossier())).expect("a plan");
    let mut desk = Desk::opening(Some(&path));
    desk.type_into("Reference", "mine");
    // Another plan: nothing that could be put together with this one.
    let theirs = collagen_ledger::storage::plan_text(&Desk::new().app().document().dossier());
    std::fs::write(&path, &theirs).expect("written by somebody else");
    desk.keys(Modifiers::COMMAND, Key::S);
    assert!(desk.shows("their version is kept as"));
    assert!(std::fs::read_to_string(&path).expect("ours").contains("reference: \"mine\""));
    let kept = folder.path().join("shared (changed elsewhere).ron");
    assert_eq!(std::fs::read_to_string(kept).expect("theirs"), theirs);
}

#[test]
fn a_change_by_somebody_else_is_noticed_and_both_versions_stay() {
    for (answer, shown) in [("Show theirs", "theirs"), ("Keep mine", "mine")] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("shared.ron");
        let first = Desk::new();
        let text = collagen_ledger::storage::plan_text(&first.app().document().dossier());
        std::fs::write(&path, &text).expect("a plan");
        let mut desk = Desk::opening(Some(&path));
        desk.type_into("Reference", "mine");
        std::fs::write(&path, text.replace("reference: \"\"", "reference: \"theirs\"")).expect("written");
        desk.until("was changed by somebody else");
        desk.press_button(answer);
        let reference = |desk: &Desk| desk.app().document().history().draft().reference.clone();
        assert_eq!(reference(&desk), shown);
        if answer == "Show theirs" {
            let mine = std::fs::read_to_string(folder.path().join("shared (my version).ron")).expect("mine");
            assert!(mine.contains("reference: \"mine\""));
            desk.keys(Modifiers::COMMAND, Key::Z);
            assert_eq!(reference(&desk), "mine", "undo brings mine back");
        } else {
            desk.keys(Modifiers::COMMAND, Key::S);
            let theirs = std::fs::read_to_string(folder.path().join("shared (changed elsewhere).ron"));
            assert!(theirs.expect("theirs").contains("reference: \"theirs\""));
        }
    }
}

/// A complaint that the plan is not saved is over once it is.
#[test]
fn what_could_not_be_saved_is_complained_about_until_it_is() {
    let mut desk = Desk::new();
    // No disk takes a name as long as this.
    let (long, plan) = (desk.path(&format!("{}.clplan", "x".repeat(300))), desk.path("plan.clplan"));
    let save = |desk: &mut Desk, path: &Path| {
        desk.keys(Modifiers::COMMAND, Key::S);
        desk.type_into("File", path.to_str().expect("text")).press_button("Save");
    };
    save(&mut desk, &long);
    desk.until("cannot be written");
    save(&mut desk, &plan);
    desk.until("plan.clplan");
    assert!(plan.exists() && !desk.shows("cannot be written"));
}
