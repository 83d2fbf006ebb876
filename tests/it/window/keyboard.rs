//! The window without a pointer: panes, menu, options, and a focus that is never lost.

use super::desk::Desk;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

/// Presses and releases a key alone, as a keyboard does that tells of its modifiers too.
fn alone(desk: &mut Desk, key: Key) {
    for pressed in [true, false] {
        desk.harness.event(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE });
        desk.harness.step();
    }
    desk.settle();
}

/// The pane that holds the focus.
fn pane(desk: &Desk) -> String {
    let regions = desk.harness.query_all_by_role(Role::Region);
    let holds =
        |node: &egui_kittest::Node<'_>| node.children_recursive().any(|node| node.accesskit_node().is_focused());
    regions.filter(holds).filter_map(|node| node.accesskit_node().label()).collect::<Vec<_>>().join(", ")
}

/// The letter of the selected option.
fn selected(desk: &Desk) -> Option<char> {
    let options = &desk.app().document().history().draft().options;
    options.iter().find(|option| Some(option.id) == desk.app().state().selected).map(|option| option.mark.letter())
}

#[test]
fn f6_goes_round_the_panes_and_back() {
    let mut desk = Desk::new();
    let mut round = Vec::new();
    for _ in 0..5 {
        desk.keys(Modifiers::NONE, Key::F6);
        round.push(pane(&desk));
    }
    assert_eq!(round[4], round[0], "{round:?}");
    let mut sorted = round[..4].to_vec();
    sorted.sort();
    assert_eq!(sorted, ["Bar", "Charts", "Options and figures", "Selected option"]);
    desk.keys(Modifiers::SHIFT, Key::F6);
    assert_eq!(pane(&desk), round[3], "and back");
}

#[test]
fn alt_opens_the_menu_and_escape_gives_the_focus_back() {
    let mut desk = Desk::new();
    desk.harness.get_by_role_and_label(Role::Button, "Consultation sheet").focus();
    desk.settle();
    alone(&mut desk, Key::AltLeft);
    assert!(desk.shows("Edit"), "the menu is open");
    alone(&mut desk, Key::Escape);
    assert!(!desk.shows("Edit"));
    assert_eq!(desk.focused(), "Consultation sheet");
    desk.keys(Modifiers::ALT, Key::ArrowUp);
    assert!(!desk.shows("Edit"), "Alt with another key is no Alt alone");
}

#[test]
fn ctrl_and_a_figure_select_an_option() {
    let mut desk = Desk::new();
    for (key, letter) in [(Key::Num2, 'B'), (Key::Num4, 'D'), (Key::Num1, 'A')] {
        desk.keys(Modifiers::COMMAND, key);
        assert_eq!(selected(&desk), Some(letter));
    }
    desk.keys(Modifiers::COMMAND, Key::Num6);
    assert_eq!(selected(&desk), Some('A'), "there is no sixth option");
}

#[test]
fn the_focus_is_never_lost_to_menus_and_dialogs() {
    let mut desk = Desk::new();
    desk.harness.get_by_role_and_label(Role::Button, "Consultation sheet").focus();
    // A dialog that a key opens, and one that a menu opens.
    desk.keys(Modifiers::COMMAND, Key::Slash);
    assert_eq!(desk.focused(), "Close");
    desk.keys(Modifiers::NONE, Key::Escape);
    assert_eq!(desk.focused(), "Consultation sheet");
    alone(&mut desk, Key::AltLeft);
    for key in [Key::ArrowDown, Key::ArrowRight, Key::ArrowDown, Key::Enter] {
        desk.keys(Modifiers::NONE, key);
    }
    assert!(desk.harness.query_by_role(Role::Dialog).is_some(), "the second entry of the first menu opens a plan");
    desk.keys(Modifiers::NONE, Key::Escape);
    assert_eq!(desk.focused(), "Consultation sheet");
}

#[test]
fn a_closed_list_box_goes_up_and_down_and_finds_what_is_typed() {
    let mut desk = Desk::new();
    desk.keys(Modifiers::COMMAND, Key::K);
    desk.harness.get_by_role_and_label(Role::TextInput, "Command").type_text("country");
    desk.settle();
    desk.keys(Modifiers::NONE, Key::Enter);
    let before = desk.focused();
    assert_eq!(before, "Country: As the desktop: International");
    desk.keys(Modifiers::NONE, Key::ArrowDown);
    assert_ne!(desk.focused(), before, "Down takes the next");
    desk.keys(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(desk.focused(), before, "Up takes the one before");
    desk.harness.event(Event::Text("g".to_owned()));
    desk.settle();
    assert!(desk.harness.query_by_role(Role::ListBox).is_none(), "closed all the while");
    assert_eq!(desk.focused(), "Land: Deutschland", "the first that begins so, and the window speaks German");
}
