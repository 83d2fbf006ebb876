//! Dialogs: named, of one look, answered by Enter and left by Escape, with the focus in them and then where it was.

use super::desk::Desk;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

const SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// Whether a dialog of this name is open and holds the focus.
fn is_in(desk: &Desk, name: &str) -> bool {
    let dialog = desk.harness.query_by_role_and_label(Role::Dialog, name);
    dialog.is_some_and(|dialog| dialog.children_recursive().any(|node| node.accesskit_node().is_focused()))
}

#[test]
fn every_dialog_is_named_takes_the_focus_and_gives_it_back() {
    let mut desk = Desk::new();
    desk.harness.get_by_role_and_label(Role::Button, "Consultation sheet").focus();
    desk.settle();
    for (modifiers, key, name) in [
        (Modifiers::COMMAND, Key::O, "Open a plan"),
        (SHIFT, Key::S, "Save as"),
        (Modifiers::COMMAND, Key::E, "Export"),
        (Modifiers::COMMAND, Key::I, "Issue this plan"),
        (Modifiers::COMMAND, Key::K, "Find"),
        (Modifiers::COMMAND, Key::Slash, "Keyboard shortcuts"),
        (Modifiers::NONE, Key::F1, "Two-minute tour"),
    ] {
        desk.keys(modifiers, key);
        assert!(is_in(&desk, name), "{name}: the focus is on {:?}", desk.focused());
        desk.keys(Modifiers::NONE, Key::Escape);
        assert!(desk.harness.query_by_role(Role::Dialog).is_none(), "{name} is left by Escape");
        assert_eq!(desk.focused(), "Consultation sheet", "after {name}");
    }
}

#[test]
fn enter_does_what_a_dialog_is_for_from_any_of_its_fields() {
    let mut desk = Desk::new();
    desk.keys(Modifiers::COMMAND, Key::I);
    for field in ["Number", "Valid until"] {
        assert_eq!(desk.focused(), field);
        desk.keys(Modifiers::NONE, Key::Tab);
    }
    desk.keys(Modifiers::SHIFT, Key::Tab).keys(Modifiers::NONE, Key::Enter);
    assert!(desk.app().document().record().current().is_some(), "issued from a field");
    // What was issued is saved: where to is asked next, and Enter goes on in that field too.
    let path = desk.path("issued.ron");
    desk.type_into("File", path.to_str().expect("a path of text")).keys(Modifiers::NONE, Key::Enter);
    desk.until_met("the comparison is written", |_| path.exists());
    desk.keys(SHIFT, Key::A);
    assert_eq!(desk.focused(), "Accepted");
    desk.keys(Modifiers::NONE, Key::ArrowDown).keys(Modifiers::NONE, Key::Enter);
    let record = desk.app().document().record();
    assert_eq!(record.last().map(|last| last.answers.len()), Some(1), "a choice leaves Enter to the dialog");
}

#[test]
fn enter_on_a_button_presses_that_button() {
    let mut desk = Desk::new();
    desk.keys(Modifiers::COMMAND, Key::I);
    desk.harness.get_by_role_and_label(Role::Button, "Cancel").focus();
    desk.keys(Modifiers::NONE, Key::Enter);
    assert!(desk.app().document().record().current().is_none());
    assert!(desk.harness.query_by_role(Role::Dialog).is_none());
}

#[test]
fn the_button_that_does_it_stands_at_the_right() {
    let mut desk = Desk::new();
    for (modifiers, key, verb) in [
        (Modifiers::COMMAND, Key::O, "Open"),
        (Modifiers::COMMAND, Key::E, "Export…"),
        (Modifiers::COMMAND, Key::I, "Issue"),
    ] {
        desk.keys(modifiers, key);
        let dialog = desk.harness.get_by_role(Role::Dialog);
        let right = |name| dialog.get_by_role_and_label(Role::Button, name).rect().right();
        assert!(right(verb) > right("Cancel"), "{verb}");
        desk.keys(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn what_to_export_is_chosen_with_arrow_keys_from_groups() {
    let mut desk = Desk::new();
    desk.keys(Modifiers::COMMAND, Key::E);
    let rows = desk.harness.query_all_by_role(Role::ListBoxOption).count();
    assert_eq!(rows, 14);
    assert_eq!(desk.focused(), "Improvement chart as PNG");
    for _ in 0..4 {
        desk.keys(Modifiers::NONE, Key::ArrowDown);
    }
    assert_eq!(desk.focused(), "Comparison as a workbook");
    desk.keys(Modifiers::NONE, Key::Enter);
    let path = desk.path("comparison.xlsx");
    desk.type_into("File", path.to_str().expect("a path of text")).keys(Modifiers::NONE, Key::Enter);
    desk.until_met("the comparison is written", |_| path.exists());
}
