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
    // Whichever of the two is let go first.
    let alt = |key, pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::ALT };
    let (down, up) =
        ([alt(Key::AltLeft, true), alt(Key::ArrowDown, true)], [alt(Key::AltLeft, false), alt(Key::ArrowDown, false)]);
    for order in [[0, 1], [1, 0]] {
        down.iter().cloned().for_each(|event| {
            desk.harness.event(event);
            desk.harness.run();
        });
        order.into_iter().for_each(|at| {
            desk.harness.event(up[at].clone());
            desk.harness.run();
        });
        assert!(!desk.shows("Edit"), "a command was given");
    }
    alone(&mut desk, Key::AltLeft);
    assert!(desk.shows("Edit"), "alone it opens the menu again");
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

/// Whether the fields of a sentence or phrase are open, with the focus among them.
fn is_within(desk: &Desk) -> bool {
    let dialog = desk.harness.query_by_role(Role::Dialog);
    dialog.is_some_and(|dialog| dialog.children_recursive().any(|node| node.accesskit_node().is_focused()))
}

#[test]
fn f6_closes_what_is_open_beside_its_words_and_goes_on_from_there() {
    for (modifiers, next) in [(Modifiers::NONE, "Bar"), (Modifiers::SHIFT, "Charts")] {
        let mut desk = Desk::new();
        desk.open("Course, Microneedling");
        assert!(is_within(&desk));
        desk.keys(modifiers, Key::F6);
        assert!(desk.harness.query_by_role(Role::Dialog).is_none(), "the fields are closed");
        assert_eq!(pane(&desk), next);
    }
}

#[test]
fn tab_stays_among_the_fields_that_are_open_and_comes_round() {
    let mut desk = Desk::new();
    for opener in ["Price, Microneedling", "Upkeep, Microneedling", "Plan: ", "Client: "] {
        desk.open(opener);
        let focus = |desk: &Desk| {
            let node = desk.harness.root().children_recursive().find(|node| node.accesskit_node().is_focused());
            node.map(|node| (node.accesskit_node().role(), node.accesskit_node().label()))
        };
        let mut round = vec![focus(&desk)];
        loop {
            desk.keys(Modifiers::NONE, Key::Tab);
            assert!(is_within(&desk), "{opener}: Tab leads to {:?}", desk.focused());
            if focus(&desk) == round[0] {
                break;
            }
            round.push(focus(&desk));
            assert!(round.len() < 60, "{opener}: it comes round: {round:?}");
        }
        assert!(round.len() > 1, "{opener}: {round:?}");
        desk.keys(Modifiers::SHIFT, Key::Tab);
        assert_eq!(Some(&focus(&desk)), round.last(), "{opener}: and back");
        desk.close();
    }
}

/// The treatments of the selected option.
fn treatments(desk: &Desk) -> Vec<String> {
    let options = &desk.app().document().history().draft().options;
    let option = options.iter().find(|option| Some(option.id) == desk.app().state().selected);
    option.into_iter().flat_map(|option| &option.lines).map(|line| line.treatment.to_string()).collect()
}

#[test]
fn a_treatment_is_moved_within_its_option_by_keys_and_by_its_menu() {
    let mut desk = Desk::new();
    desk.keys(Modifiers::COMMAND, Key::Num4);
    let before = treatments(&desk);
    assert_eq!(before.len(), 2, "{before:?}");
    let turned: Vec<String> = before.iter().rev().cloned().collect();
    let menus = |desk: &Desk| -> Vec<String> {
        let buttons = desk.harness.query_all_by_role(Role::Button);
        let names = buttons.filter_map(|node| node.accesskit_node().label());
        names.filter(|name| name.starts_with("Move or remove")).collect()
    };
    let first = menus(&desk)[0].clone();
    desk.harness.get_by_role_and_label(Role::Button, &first).focus();
    desk.settle();
    // "Move up" cannot be given: the way down leads past it.
    for key in [Key::Enter, Key::ArrowDown, Key::Enter] {
        desk.keys(Modifiers::NONE, key);
    }
    assert_eq!(treatments(&desk), turned, "by keys, from {:?}", desk.focused());
    assert_eq!(desk.focused(), first, "the focus stays with what was moved");
    desk.press_button(&first).press_button("Move up");
    assert_eq!(treatments(&desk), before, "by the pointer");
    desk.keys(Modifiers::COMMAND, Key::Z).keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(treatments(&desk), before, "each is one step of undo");
}

#[test]
fn arrow_keys_go_from_tab_to_tab() {
    let mut desk = Desk::new();
    desk.harness.get_by_role_and_label(Role::Tab, "Plan").focus();
    desk.settle();
    for (key, name) in [
        (Key::ArrowRight, "Money"),
        (Key::ArrowRight, "Choice"),
        (Key::ArrowRight, "Evidence"),
        (Key::ArrowRight, "Plan"),
        (Key::ArrowLeft, "Evidence"),
    ] {
        desk.keys(Modifiers::NONE, key);
        assert_eq!(desk.focused(), name);
        let tab = desk.harness.get_by_role_and_label(Role::Tab, name);
        assert_eq!(tab.accesskit_node().is_selected(), Some(true));
    }
}

#[test]
fn up_and_down_change_a_number_by_one_step() {
    let mut desk = Desk::new();
    desk.open("Course, Microneedling");
    let sessions = |desk: &Desk| desk.app().document().history().draft().options[0].lines[0].sessions;
    let before = sessions(&desk);
    desk.harness.get_by_role_and_label(Role::SpinButton, "Sessions").focus();
    desk.settle();
    for (key, expected) in [(Key::ArrowUp, before + 1), (Key::ArrowDown, before), (Key::ArrowDown, before - 1)] {
        desk.keys(Modifiers::NONE, key);
        assert_eq!(sessions(&desk), expected);
        assert_eq!(desk.focused(), "Sessions");
    }
}

/// The list boxes in sight, by the names of what is chosen in them.
fn boxes(desk: &Desk) -> Vec<String> {
    desk.harness.query_all_by_role(Role::ComboBox).filter_map(|node| node.accesskit_node().label()).collect()
}

/// Opens a list box by keyboard, types the beginning of its last entry, and leaves it.
fn check_box(desk: &mut Desk, name: &str) {
    desk.harness.get_by_role_and_label(Role::ComboBox, name).focus();
    desk.settle();
    desk.keys(Modifiers::NONE, Key::Enter);
    let entries = desk.harness.get_by_role(Role::ListBox);
    let entries: Vec<String> =
        entries.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label()).collect();
    let (_, now) = name.split_once(": ").unwrap_or_default();
    assert_eq!(desk.focused(), now, "{name} opens on what is chosen, of {entries:?}");
    let last = entries.last().cloned().unwrap_or_default();
    desk.harness.event(Event::Text(last.clone()));
    desk.settle();
    assert_eq!(desk.focused(), last, "{name} finds what is typed");
    desk.keys(Modifiers::NONE, Key::Escape);
    assert!(desk.harness.query_by_role(Role::ListBox).is_none());
    assert_eq!(desk.focused(), name, "nothing is changed, and the focus is back");
    check_box_by_pointer(desk, name, now);
}

/// Whoever opens a list box with the pointer may go on by keyboard, and the other way round.
fn check_box_by_pointer(desk: &mut Desk, name: &str, now: &str) {
    let open = |desk: &mut Desk| {
        desk.harness.get_by_role_and_label(Role::ComboBox, name).click();
        desk.settle();
        assert_eq!(desk.focused(), now, "{name} opens on what is chosen");
    };
    open(desk);
    desk.keys(Modifiers::NONE, Key::Escape);
    assert!(desk.harness.query_by_role(Role::ListBox).is_none());
    assert_eq!(desk.focused(), name, "Escape gives the focus back");
    open(desk);
    desk.harness.get_by_role(Role::ListBox).get_by_role_and_label(Role::Button, now).click();
    desk.settle();
    assert!(desk.harness.query_by_role(Role::ListBox).is_none());
    assert_eq!(desk.focused(), name, "what was chosen already is chosen again, and the focus is back");
}

#[test]
fn every_list_box_opens_on_what_is_chosen_and_finds_what_is_typed() {
    let mut desk = Desk::sized([1280.0, 1600.0], collagen_ledger::storage::Theme::Light);
    let (mut checked, in_sight) = (0, boxes(&desk));
    let openers: Vec<_> = desk.openers().map(|node| node.accesskit_node().locate().0).collect();
    for name in &in_sight {
        check_box(&mut desk, name);
        checked += 1;
    }
    for opener in openers {
        desk.open_by_id(opener);
        for name in boxes(&desk).iter().filter(|name| !in_sight.contains(name)) {
            check_box(&mut desk, name);
            checked += 1;
        }
    }
    desk.close().keys(Modifiers::COMMAND, Key::P);
    for name in boxes(&desk) {
        check_box(&mut desk, &name);
        checked += 1;
    }
    assert!(checked >= 11, "{checked}");
}

#[test]
fn a_view_gives_the_focus_to_its_first_control_and_back_when_it_is_left() {
    let mut desk = Desk::new();
    let from = "Upkeep, Microneedling: upkeep every 12 months";
    for (view, key, inside) in [("price list", Key::L, "Import table…"), ("sheet", Key::P, "Back to the plan")] {
        desk.harness.get_by_role_and_label(Role::Button, from).focus();
        desk.settle();
        desk.keys(Modifiers::COMMAND, key);
        assert_eq!(desk.focused(), inside, "{view}");
        desk.keys(Modifiers::NONE, Key::Escape);
        assert!(desk.shows("Options"), "Escape leaves the {view}");
        assert_eq!(desk.focused(), from, "after the {view}");
    }
}
