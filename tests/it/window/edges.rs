//! The window at its edges: small, enlarged, with long names; nothing is cut, and nothing covers what is in front.

use super::desk::Desk;
use collagen_ledger::document::{Edit, Field, Place};
use collagen_ledger::storage::Theme;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

/// 1280 × 800 and 1024 × 700 at 100 % and 200 %, in points.
const SIZES: [[f32; 2]; 4] = [[1280.0, 800.0], [1024.0, 700.0], [640.0, 400.0], [512.0, 350.0]];

/// What can be acted on and runs over the left or right edge of a window of this width.
fn cut(desk: &Desk, width: f32) -> Vec<String> {
    let roles = [Role::Button, Role::TextInput, Role::ComboBox, Role::CheckBox, Role::SpinButton, Role::RadioButton];
    let nodes = roles.into_iter().flat_map(|role| desk.harness.query_all_by_role(role));
    let over = nodes.filter(|node| node.rect().left() < 0.0 || node.rect().right() > width);
    over.map(|node| format!("{:?} {:?}", node.accesskit_node().label(), node.rect())).collect()
}

fn check(mut desk: Desk, size: [f32; 2]) {
    for (view, key) in
        [("plan", None), ("price list", Some(Key::L)), ("plan again", Some(Key::L)), ("sheet", Some(Key::P))]
    {
        if let Some(key) = key {
            desk.keys(Modifiers::COMMAND, key);
        }
        assert_eq!(desk.app().state().prices.is_open, view == "price list", "{view} in {size:?}");
        assert_eq!(desk.app().state().pages.scale.is_some(), view == "sheet", "{view} in {size:?}");
        assert_eq!(cut(&desk, size[0]), Vec::<String>::new(), "{view} in {size:?}");
    }
}

#[test]
fn no_control_runs_over_the_edge_of_the_window() {
    for size in SIZES {
        check(Desk::sized(size, Theme::Light), size);
        check(Desk::german(size), size);
    }
}

#[test]
fn a_narrow_price_list_names_its_values_in_full() {
    let mut desk = Desk::sized([640.0, 400.0], Theme::Light);
    desk.keys(Modifiers::COMMAND, Key::L).type_into("Search the price list", "microneedling");
    let name = "Microneedling, sessions of a course, Surgical or injury scars, typical";
    desk.harness.query_all_by_label("Minimum interval in days").next().expect("the name of a value");
    let mut seen = false;
    for _ in 0..80 {
        desk.keys(Modifiers::NONE, Key::Tab);
        let field = desk.harness.query_by_role_and_label(Role::TextInput, name);
        seen |= field.is_some_and(|field| field.accesskit_node().is_focused());
    }
    assert!(seen, "Tab reaches what was out of sight");
}

#[test]
fn a_hover_text_does_not_stay_in_front_of_a_dialog() {
    let mut desk = Desk::new();
    let text = "Show what both charts hold as a table, date by date";
    desk.harness.get_by_role_and_label(Role::Button, "Table").hover();
    desk.harness.run();
    for _ in 0..60 {
        desk.harness.step();
    }
    assert!(desk.shows(text));
    desk.keys(Modifiers::COMMAND, Key::I);
    assert!(desk.shows("Issue this plan") && !desk.shows(text));
}

#[test]
fn a_day_that_is_none_says_so_to_a_screen_reader_too() {
    let mut desk = Desk::new();
    desk.type_into("Starts on", "soon").keys(Modifiers::NONE, Key::Tab);
    let field = desk.harness.get_by_role_and_label(Role::TextInput, "Starts on");
    let said = field.accesskit_node().description().unwrap_or_default();
    assert!(said.contains("\"soon\" is not a date"), "{said:?}");
}

#[test]
fn a_long_list_of_sessions_is_folded_year_by_year() {
    let mut desk = Desk::new();
    let sessions = |desk: &Desk| desk.harness.query_all_by_label_contains("Session ").count();
    assert!(desk.shows("Session 1 of 5"));
    let first = &desk.app().document().history().draft().options[0];
    let (option, line) = (first.id, first.lines[0].id);
    desk.harness.state_mut().edit(Edit::Set(Place::Plan(Field::Horizon), 10.into()));
    desk.harness.state_mut().edit(Edit::Set(Place::Option { option, field: Field::Name }, "Long".into()));
    desk.harness.state_mut().edit(Edit::Set(Place::Line { line, field: Field::Sessions }, 70.into()));
    desk.harness.run();
    assert_eq!(sessions(&desk), 14, "those of the first year");
    desk.harness.get_by_label("Year 2: 13 sessions").scroll_to_me();
    desk.settle();
    desk.press("Year 2: 13 sessions");
    assert_eq!(sessions(&desk), 27);
    desk.harness.get_by_role_and_label(Role::Tab, "Money").scroll_to_me();
    desk.press("Money");
    assert!(desk.shows("Year 2: "));
}

#[test]
fn the_tab_key_goes_the_way_one_reads() {
    let mut desk = Desk::new();
    let mut names = Vec::new();
    for _ in 0..60 {
        desk.keys(Modifiers::NONE, Key::Tab);
        let focused = desk.harness.root().children_recursive().find(|node| node.accesskit_node().is_focused());
        names.extend(focused.and_then(|node| node.accesskit_node().label()));
    }
    let at = |name: &str| names.iter().position(|other| other == name).unwrap_or(usize::MAX);
    let (client, plan) = ("Client: Acne scars, moderate, 30", "Plan: from 1 Mar 2027, 5 years");
    for pair in [
        ["Menu", client],
        [client, plan],
        [plan, "Consultation sheet"],
        ["Consultation sheet", "Name"],
        ["Name", "Plan"],
        ["Plan", "Treatment 1: Microneedling"],
        ["Treatment 1: Microneedling", "Course, Microneedling: 5 sessions, 28 days apart"],
    ] {
        assert!(at(pair[0]) < at(pair[1]) && at(pair[1]) < names.len(), "{pair:?} in {names:?}");
    }
}
