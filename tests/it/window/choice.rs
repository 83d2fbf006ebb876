//! The option as a choice: what a result is worth, typed and slid, and what is said of it.

use super::desk::Desk;
use collagen_ledger::storage::Theme;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

const WORTH: &str = "A year of full improvement is worth";

fn worth(desk: &Desk) -> String {
    desk.app().document().history().draft().worth.clone()
}

#[test]
fn what_a_result_is_worth_is_typed_slid_and_left_open_and_the_choice_follows() {
    let mut desk = Desk::sized([1280.0, 800.0], Theme::Light);
    desk.press("Choice").until("The best on average if a year of full improvement is worth");
    assert!(!desk.shows("It is the best in"), "nobody has said what a result is worth");
    let images = desk.harness.query_all_by_role(Role::Image);
    let labels: Vec<String> = images.filter_map(|node| node.accesskit_node().label()).collect();
    assert!(labels.iter().any(|label| label.starts_with("Chance of being the best by what")), "{labels:?}");
    desk.type_into(WORTH, "3000").keys(Modifiers::NONE, Key::Tab);
    assert_eq!(worth(&desk), "3000");
    desk.until("It is the best in").until("on average a better buy").until("net benefit over");
    let mut sliders = desk.harness.query_all_by_role(Role::Slider);
    sliders.find(|node| node.rect().width() > 150.0).expect("the slider of the worth").focus();
    drop(sliders);
    desk.harness.run();
    desk.keys(Modifiers::NONE, Key::ArrowRight);
    assert_ne!(worth(&desk), "3000", "by a key");
    desk.press("Leave open what it is worth").until_met("it is left open", |desk| worth(desk).is_empty());
    assert!(!desk.shows("It is the best in"));
}
