//! What a screen reader says: the window, its panes and headings by name, and no sign of the icon font anywhere.

use super::desk::Desk;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

/// The names and values that hold a sign of the icon font, which no screen reader can say.
fn signs(desk: &Desk) -> Vec<String> {
    let nodes = desk.harness.root().children_recursive();
    let texts = nodes.flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value()]);
    let is_sign = |letter: char| ('\u{E000}'..='\u{F8FF}').contains(&letter);
    texts.flatten().filter(|text| text.contains(is_sign)).collect()
}

#[test]
fn no_name_holds_a_sign_of_the_icon_font() {
    let none = Vec::<String>::new();
    assert_eq!(signs(&Desk::opening(None)), none, "the start page");
    let mut desk = Desk::new();
    assert_eq!(signs(&desk), none, "the plan");
    for (view, modifiers, key) in [
        ("an option set aside", Modifiers::COMMAND | Modifiers::SHIFT, Key::H),
        ("the price list", Modifiers::COMMAND, Key::L),
        ("the plan again", Modifiers::COMMAND, Key::L),
        ("the sheet", Modifiers::COMMAND, Key::P),
        ("exporting", Modifiers::COMMAND, Key::E),
    ] {
        desk.keys(modifiers, key);
        assert_eq!(signs(&desk), none, "{view}");
    }
    let mut desk = Desk::new();
    for (view, key) in [("the client view", Key::F11), ("its picture", Key::ArrowRight), ("its cost", Key::ArrowRight)]
    {
        desk.keys(Modifiers::NONE, key);
        assert_eq!(signs(&desk), none, "{view}");
    }
}

#[test]
fn window_panes_and_headings_are_named() {
    let desk = Desk::new();
    let window = desk.harness.root().accesskit_node().label().unwrap_or_default();
    assert_eq!(window, "Untitled – Collagen Ledger");
    for name in ["Bar", "Options and figures", "Charts", "Selected option"] {
        assert!(desk.harness.query_by_role_and_label(Role::Region, name).is_some(), "{name}");
    }
    assert!(desk.harness.query_all_by_role(Role::Heading).next().is_some(), "headings are found as such");
}
