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
    assert!(!desk.shows(" stops on "));
    desk.keys(Modifiers::ALT, Key::S);
    // Without a cursor it is the end of the course.
    assert_eq!(slider(&desk).as_deref(), Some("Stops on 21 Jun 2027"));
    assert!(
        desk.shows("If A stops on 21 Jun 2027")
            && desk.shows("5 sessions done, $1,750 paid; 4 left out, $1,400 not spent")
    );
    assert!(desk.shows("after 1 year") && desk.shows("after 2 years"));
    let mut sliders = desk.harness.query_all_by_role(Role::Slider);
    sliders
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("Stops on")))
        .unwrap()
        .focus();
    drop(sliders);
    desk.harness.run();
    desk.keys(Modifiers::SHIFT, Key::ArrowLeft);
    assert!(desk.shows("If A stops on 20 Jun 2027") && desk.shows("4 sessions done, $1,400 paid; 5 left out"));
    desk.keys(Modifiers::COMMAND, Key::Num2);
    assert!(!desk.shows("4 sessions done, $1,400 paid"), "it is that of the selected option");
    desk.press_button("Goes on as planned");
    assert!(slider(&desk).is_none() && !desk.shows(" stops on "));
}
