//! A client is forgotten.

use super::desk::{Desk, surroundings};
use collagen_ledger::app::App;
use collagen_ledger::document::Draft;
use collagen_ledger::log::Dossier;
use collagen_ledger::storage::plan_text;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

#[test]
fn what_is_kept_of_a_client_is_listed_and_then_gone() {
    let plans = tempfile::tempdir().expect("a folder");
    let at = |name: &str| plans.path().join(name);
    let catalog = collagen_ledger::catalog::Catalog::built_in();
    let draft = Draft::example(&catalog, &catalog.concerns[0], jiff::civil::date(2027, 3, 1));
    let mut text = plan_text(&Dossier::from(draft));
    std::fs::write(at("Meyer.clplan"), &text).expect("written");
    text = text.replacen("reference: \"\"", "reference: \"M\"", 1);
    std::fs::write(at("Meyer (2).clplan"), text).expect("written");

    let mut desk = Desk::opening(Some(&at("Meyer.clplan")));
    desk.keys(Modifiers::COMMAND, Key::D);
    assert!(desk.app().document().is_unsaved());
    desk.menu("File").press("Forget this client…").until("Forget this client?");
    assert!(desk.shows("Meyer.clplan") && desk.shows("Meyer (2).clplan"));
    desk.keys(Modifiers::NONE, Key::Enter);
    assert!(!desk.shows("Forget this client?"), "Enter leaves everything as it is");
    assert!(at("Meyer.clplan").exists() && desk.app().document().is_unsaved(), "nothing has happened");

    desk.menu("File").press("Forget this client…").until("Forget this client?");
    desk.press_button("Delete for good").until("The client is forgotten");
    assert!(!at("Meyer.clplan").exists() && !at("Meyer (2).clplan").exists());
    assert!(!desk.shows("Meyer"), "{:#?}", desk.spoken());
    desk.harness.state_mut().end();
    let Desk { harness, folder, .. } = desk;
    drop(harness);
    assert_eq!(std::fs::read_dir(plans.path()).expect("listed").count(), 0, "nothing says that it was open");
    let mut app = App::new(surroundings(folder.path()));
    app.begin_with(None);
    let desk = Desk::of(app, folder);
    assert!(!desk.shows("Meyer") && !desk.app().document().is_unsaved(), "nothing comes back");
}

#[test]
fn a_plan_without_a_file_has_nothing_to_forget() {
    let mut desk = Desk::new();
    desk.menu("File");
    let entry = desk.harness.query_all_by_label_contains("Forget this client").next().expect("an entry");
    assert!(egui_kittest::kittest::NodeT::accesskit_node(&entry).is_disabled());
}
