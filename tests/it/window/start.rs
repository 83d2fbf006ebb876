//! The start page: from concern, severity and age to options and charts; the worked example and recent plans beside it.

use super::desk::Desk;
use collagen_ledger::catalog::{Catalog, Severity};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use std::collections::BTreeSet;

#[test]
fn a_start_without_a_plan_shows_the_page_and_enter_begins() {
    let mut desk = Desk::opening(None);
    assert!(desk.shows("Recent plans") && !desk.shows("Chart of"));
    assert_eq!(desk.focused(), "Acne scars", "the focus is in the list of concerns");
    desk.keys(Modifiers::NONE, Key::ArrowDown).keys(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(desk.focused(), "Wrinkles and fine lines");
    desk.keys(Modifiers::NONE, Key::Enter);
    assert!(desk.shows("Chart of improvement"), "charts at once");
    let draft = desk.app().document().history().draft();
    assert_eq!((draft.concern.as_str(), draft.options.len()), ("wrinkles", 3));
    assert!(!desk.app().document().is_unsaved(), "nothing is lost by leaving it");
}

#[test]
fn severity_and_age_of_the_page_are_those_of_the_plan() {
    let mut desk = Desk::opening(None);
    desk.press("Severe");
    desk.harness.get_by_role_and_label(Role::SpinButton, "Age").focus();
    for key in [Key::PageUp, Key::ArrowUp, Key::ArrowUp, Key::ArrowDown] {
        desk.keys(Modifiers::NONE, key);
    }
    let age = desk.harness.get_by_role_and_label(Role::SpinButton, "Age");
    assert_eq!(age.accesskit_node().value().as_deref(), Some("41"), "Page Up goes by ten, Up and Down by one");
    desk.keys(Modifiers::NONE, Key::Enter);
    let profile = desk.app().document().history().draft().profile.clone();
    assert_eq!((profile.severity, profile.age), (Severity::Severe, 41));
}

#[test]
fn the_worked_example_is_one_tile_and_a_named_plan_opens_straight() {
    let mut desk = Desk::opening(None);
    desk.press_button("Worked example");
    assert_eq!(desk.total('A'), 315_000);
    let path = desk.path("kept.ron");
    desk.keys(Modifiers::COMMAND, Key::S).type_into("File", path.to_str().expect("text"));
    desk.keys(Modifiers::NONE, Key::Enter);
    let straight = Desk::opening(Some(&path));
    assert!(straight.shows("Chart of improvement") && !straight.shows("Recent plans"));
    // New shows the page over the plan there is, and Escape leads back to it.
    desk.keys(Modifiers::COMMAND, Key::N);
    assert!(desk.harness.query_by_role_and_label(Role::Button, "kept").is_some(), "a recent plan by its name");
    desk.keys(Modifiers::NONE, Key::Escape);
    assert!(desk.shows("Chart of improvement"));
    desk.keys(Modifiers::COMMAND, Key::N).press_button("kept");
    assert!(!desk.shows("Recent plans") && desk.app().document().path() == Some(path.as_path()));
}

#[test]
fn every_concern_begins_with_options_of_different_treatments() {
    let catalog = Catalog::built_in();
    for concern in &catalog.concerns {
        let mut desk = Desk::opening(None);
        desk.begin(concern.name.written());
        let options = &desk.app().document().history().draft().options;
        let names: BTreeSet<&str> = options.iter().map(|option| option.name.as_str()).collect();
        assert!(options.len() >= 2 && names.len() == options.len(), "{}: {names:?}", concern.id);
        assert!(desk.app().document().problems().is_empty(), "{}", concern.id);
    }
}
