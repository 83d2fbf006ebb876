//! If it stops here: a day in the charts, and what is said of it.

use super::desk::Desk;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

fn slider(desk: &Desk) -> Option<String> {
    let mut sliders = desk.harness.query_all_by_role(Role::Slider);
    sliders.find_map(|node| node.accesskit_node().label().filter(|label| label.starts_with("Stops on")))
}

#[test]
fn the_day_is_moved_and_what_there_is_follows() {
    let mut desk = Desk::new();
    assert!(!desk.shows("If it stops on"));
    desk.keys(Modifiers::ALT, Key::S);
    // Without a cursor it is the end of the course.
    assert_eq!(slider(&desk).as_deref(), Some("Stops on 21 Jun 2027"));
    assert!(desk.shows("If it stops on 21 Jun 2027") && desk.shows("$1,750 paid so far; 5 sessions had, 4 left out"));
    assert!(desk.shows("after 1 year") && desk.shows("after 2 years"));
    let mut sliders = desk.harness.query_all_by_role(Role::Slider);
    sliders
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("Stops on")))
        .unwrap()
        .focus();
    drop(sliders);
    desk.harness.run();
    desk.keys(Modifiers::SHIFT, Key::ArrowLeft);
    assert!(desk.shows("If it stops on 20 Jun 2027") && desk.shows("$1,400 paid so far; 4 sessions had, 5 left out"));
    desk.keys(Modifiers::COMMAND, Key::Num2);
    assert!(!desk.shows("$1,400 paid so far"), "it is that of the selected option");
    desk.press_button("Goes on as planned");
    assert!(slider(&desk).is_none() && !desk.shows("If it stops on"));
}
