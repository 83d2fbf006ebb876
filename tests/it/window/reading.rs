//! What is to be read: figures, their explanation, charts and their table.

use super::desk::Desk;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

#[test]
fn the_worked_example_is_shown_with_doing_nothing_and_nothing_is_unnamed() {
    let mut desk = Desk::new();
    for name in ["A · Microneedling, $3,150", "Do nothing, $0", "Consultation sheet", "Add option"] {
        assert!(desk.harness.query_all_by_label(name).next().is_some(), "nothing is called {name:?}");
    }
    for (opener, fields) in [
        ("Client: Acne scars, moderate, 30", ["Reference", "Concern", "Severity", "Age", "Sun"].as_slice()),
        ("Plan: from 1 Mar 2027, 5 years", &["Look ahead", "Starts on", "Target", "Currency, fee, tax, price growth"]),
    ] {
        desk.open(opener);
        for field in fields {
            assert!(desk.harness.query_all_by_label(field).next().is_some(), "no field is called {field:?}");
        }
        desk.harness.check_accessibility();
    }
    desk.harness.check_accessibility();
}

#[test]
fn a_figure_explains_itself_with_formula_and_sources() {
    let mut desk = Desk::new();
    let label = "Initial course, A · Microneedling: $1,750 ($1,000–$2,500)";
    desk.press("All measures").press(label);
    assert!(desk.shows("The sum of the ledger entries of the initial course"));
    assert!(!desk.shows("COST-03"), "no id stands where people expect words");
    desk.harness.get_by_label_contains("Who says so, Price a session").scroll_to_me();
    desk.settle();
    desk.harness.get_by_label_contains("Who says so, Price a session").click_accesskit();
    desk.settle();
    assert!(desk.shows("COST-03"), "the price's source is told in full");
}

#[test]
fn cost_only_concerns_say_so_and_draw_no_improvement() {
    let mut desk = Desk::new();
    desk.begin("Hair loss");
    assert!(desk.open("Client").shows("Cost only: no improvement is projected"));
    assert!(!desk.shows("Chart of improvement"));
    assert!(desk.shows("Chart of cumulative spend"));
}

#[test]
fn the_comparison_is_one_stop_and_arrow_keys_move_in_it() {
    let mut desk = Desk::new();
    desk.press("All measures").press("Initial course, A · Microneedling: $1,750 ($1,000–$2,500)");
    let focused = |desk: &Desk| {
        let node = desk.harness.query_all_by_role(Role::GridCell).find(|node| node.accesskit_node().is_focused());
        node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    };
    assert!(focused(&desk).starts_with("Initial course, A"));
    for (key, cell) in [
        (Key::ArrowRight, "Initial course, B"),
        (Key::ArrowDown, "Year 1, B"),
        (Key::End, "Year 1, Do nothing"),
        (Key::Home, "Year 1, A"),
        (Key::ArrowUp, "Initial course, A"),
        (Key::ArrowLeft, "Initial course, A"),
    ] {
        desk.keys(Modifiers::NONE, key);
        assert!(focused(&desk).starts_with(cell), "{key:?} leads to {:?}", focused(&desk));
    }
    desk.keys(Modifiers::NONE, Key::ArrowDown).keys(Modifiers::NONE, Key::Space);
    assert!(desk.shows("The sum of the ledger entries of the first twelve months"));
    desk.keys(Modifiers::NONE, Key::Tab);
    assert_eq!(focused(&desk), "", "Tab leaves it");
    desk.keys(Modifiers::SHIFT, Key::Tab);
    assert!(focused(&desk).starts_with("Year 1, A"), "and comes back to where it was");
}

#[test]
fn an_amount_is_explained_by_its_entries() {
    let mut desk = Desk::new();
    let total = "Total over the horizon, A · Microneedling: $3,150 ($1,800–$4,500)";
    desk.press("All measures").harness.query_all_by_label(total).last().expect("the total").click();
    desk.settle();
    for text in ["5 × Microneedling, initial course at $350", "4 × Microneedling, upkeep at $350", "$1,750"] {
        assert!(desk.shows(text), "{text}");
    }
}

#[test]
fn the_charts_have_their_table_and_look_closer() {
    let mut desk = Desk::new();
    desk.keys(Modifiers::COMMAND, Key::T);
    assert!(desk.shows("A · Microneedling on 1 Mar 2028: $1,750 spent, improvement"), "a figure of a date in words");
    assert!(!desk.shows("Chart of improvement"));
    desk.keys(Modifiers::COMMAND, Key::T);
    assert!(desk.shows("Chart of improvement"));
    desk.keys(Modifiers::ALT, Key::ArrowUp).keys(Modifiers::ALT, Key::ArrowLeft);
    let stretch = desk.app().state().stretch.expect("a part of the plan");
    assert!((stretch.length() - 913.5).abs() < 1.0 && stretch.from > 0.0);
    desk.press("All");
    assert_eq!(desk.app().state().stretch, None);
}

#[test]
fn the_read_out_of_a_day_names_the_phase_in_words() {
    let mut desk = Desk::new();
    let chart = "Chart of improvement";
    desk.harness.query_all_by_label_contains(chart).next().expect("the chart").focus();
    desk.harness.run();
    for (key, phase) in [(Key::Home, "A: healing"), (Key::ArrowRight, "A: building"), (Key::PageDown, "A: plateau")] {
        desk.keys(Modifiers::NONE, key);
        assert!(desk.shows(phase), "{phase}");
    }
}
