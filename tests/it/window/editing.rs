//! Fields: what is typed shows at once, what is wrong is marked, and undo takes it back.

use super::desk::Desk;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

#[test]
fn a_typed_price_shows_at_once_and_undo_takes_the_word_back_as_one_step() {
    let mut desk = Desk::new();
    assert_eq!(desk.total('A'), 315_000);
    desk.type_into("Price a session, typical", "400.00");
    assert_eq!(desk.total('A'), 360_000, "5 sessions and 4 upkeep at 400");
    assert!(desk.shows("$3,600"), "the list of options shows the new total");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.total('A'), 315_000);
    assert!(!desk.app().document().is_unsaved(), "one step of undo was all");
    desk.keys(Modifiers::COMMAND, Key::Y);
    assert_eq!(desk.total('A'), 360_000);
}

#[test]
fn a_wrong_amount_is_marked_beside_its_field_and_the_last_result_stays() {
    let mut desk = Desk::new();
    desk.type_into("Price a session, typical", "forty");
    assert!(desk.shows("is not an amount"), "the problem is said");
    assert!(desk.shows("What is shown is from before"), "the result is marked as old");
    assert_eq!(desk.total('A'), 315_000, "the last valid result stays");
    desk.type_into("Price a session, typical", "350");
    assert!(!desk.shows("is not an amount"));
}

#[test]
fn an_edit_is_on_screen_in_the_same_frame() {
    let mut desk = Desk::new();
    desk.press("All measures").open("Client");
    desk.harness.get_by_role_and_label(Role::TextInput, "Reference").click();
    desk.harness.run();
    desk.harness.get_by_role_and_label(Role::SpinButton, "Age").set_value_accesskit(60.0);
    let before = desk.app().document().evaluation().cloned();
    desk.harness.step();
    assert_ne!(desk.app().document().evaluation().cloned(), before, "the edit was made");
    let option = &desk.app().document().evaluation().expect("an evaluation").estimate.options[0];
    let peak = option.projection.as_ref().and_then(|projection| projection.peak).expect("a peak");
    let shown = collagen_ledger::wording::share(peak.improvement.typical);
    assert!(desk.shows(&format!("Peak improvement, A · Microneedling: {shown}")), "and shows after one frame");
}

#[test]
fn another_concern_offers_its_usual_courses_as_one_step() {
    let mut desk = Desk::new();
    desk.open("Client").press("Concern: Acne scars");
    desk.press_button("Wrinkles and fine lines");
    assert!(desk.shows("The options keep their courses"));
    let sessions = |desk: &Desk| desk.app().document().history().draft().options[0].lines[0].sessions;
    assert_eq!(sessions(&desk), 5);
    desk.press_button("Take the usual courses");
    assert_eq!(sessions(&desk), 3);
    assert!(!desk.shows("The options keep their courses"));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(sessions(&desk), 5);
}

#[test]
fn another_currency_offers_to_keep_the_figures() {
    let mut desk = Desk::new();
    desk.open("Plan").press("Currency, fee, tax, price growth");
    desk.press("Currency: USD · United States dollar, built-in prices");
    desk.press_button("EUR · Euro");
    assert!(desk.shows("the catalogue has no price in EUR for Microneedling"));
    desk.press_button("Keep the USD figures as your own");
    assert!(desk.app().document().problems().is_empty());
    assert!(desk.shows("A · Microneedling, €3,150"));
    desk.keys(Modifiers::COMMAND, Key::Z).keys(Modifiers::COMMAND, Key::Z);
    assert!(desk.shows("A · Microneedling, $3,150"));
}

#[test]
fn a_date_is_typed_as_people_write_it_and_what_is_none_is_marked() {
    let mut desk = Desk::new();
    let start = |desk: &Desk| desk.app().document().history().draft().start;
    for (typed, date) in [("2027-04-05", (2027, 4, 5)), ("6 May 2027", (2027, 5, 6)), ("07.06.2027", (2027, 6, 7))] {
        desk.type_into("Starts on", typed);
        assert_eq!(start(&desk), jiff::civil::date(date.0, date.1, date.2), "{typed}");
    }
    desk.type_into("Starts on", "31 June").keys(Modifiers::NONE, Key::Tab);
    assert!(desk.shows("\"31 June\" is not a date"), "what was typed stays, marked");
    desk.type_into("Reference", "elsewhere");
    let sentence =
        desk.openers().find(|node| node.accesskit_node().label().is_some_and(|name| name.starts_with("Plan")));
    let said = sentence.and_then(|node| node.accesskit_node().description()).unwrap_or_default();
    assert!(said.contains("\"31 June\" is not a date"), "the sentence says what is wrong within: {said:?}");
    assert_eq!(start(&desk), jiff::civil::date(2027, 6, 7));
}

#[test]
fn a_wrong_field_says_so_to_a_screen_reader() {
    let mut desk = Desk::new();
    desk.type_into("Price a session, typical", "forty");
    let field = desk.harness.get_by_role_and_label(Role::TextInput, "Price a session, typical");
    assert!(field.accesskit_node().description().is_some_and(|words| words.contains("is not an amount")));
}

#[test]
fn a_drag_of_a_slider_is_one_step_of_undo() {
    let mut desk = Desk::new();
    desk.open("Plan: ");
    let horizon = |desk: &Desk| desk.app().document().history().draft().horizon_years;
    let before = horizon(&desk);
    let slider = desk.harness.get_by_role_and_label(Role::Slider, "Look ahead").rect();
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let start = slider.left_center() + vec2(8.0, 0.0);
    desk.harness.hover_at(start);
    desk.harness.event(button(start, true));
    desk.harness.step();
    let mut seen = std::collections::BTreeSet::new();
    for step in 0..20_u8 {
        desk.harness.hover_at(start + vec2(f32::from(step) * slider.width() / 20.0, 0.0));
        desk.harness.step();
        seen.insert(horizon(&desk));
    }
    desk.harness.event(button(slider.right_center(), false));
    desk.settle();
    assert!(seen.len() > 5, "it goes through many values: {seen:?}");
    assert_ne!(horizon(&desk), before);
    desk.close().keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(horizon(&desk), before);
    assert!(!desk.app().document().is_unsaved(), "one step of undo was all");
}

#[test]
fn a_part_of_the_body_is_chosen_from_the_list_in_the_language_of_the_window() {
    let check = |mut desk: Desk, [name, part]: [&str; 2]| {
        let area = |desk: &Desk| desk.app().document().history().draft().options[0].lines[0].area.clone();
        desk.choose(name, part);
        assert_eq!(area(&desk), part);
        desk.keys(Modifiers::COMMAND, Key::Z);
        assert_eq!(area(&desk), "", "one step of undo");
    };
    check(Desk::new(), ["Part of the body: not from the list", "Cheeks"]);
    check(Desk::german([1280.0, 800.0]), ["Körperteil: nicht aus der Liste", "Wangen"]);
}

#[test]
fn a_course_that_may_take_fewer_or_more_sessions_says_what_it_comes_to_then() {
    let mut desk = Desk::new();
    let sessions = |desk: &Desk| desk.app().document().history().draft().options[0].lines[0].sessions_needed();
    let (_, typical, _) = sessions(&desk);
    assert!(!desk.shows("Sessions, fewest: 3"));
    desk.type_number("At least", "3").type_number("At most", "7");
    assert_eq!(sessions(&desk), (3, typical, 7));
    assert!(desk.shows(&format!("3 to 7 sessions, typically {typical}, 28 days apart")));
    assert!(desk.shows("Sessions, fewest: 3") && desk.shows("Cost in all, most: $3,850"), "in money");
    assert!(desk.shows("Course until, most: Aug 2027") && desk.shows("At its peak, fewest: "), "in dates and result");
    desk.type_number("At most", &typical.to_string());
    assert_eq!(
        desk.app().document().history().draft().options[0].lines[0].most,
        None,
        "as many as is typical is settled"
    );
    assert!(!desk.shows("Sessions, most: 7"));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert!(desk.shows("Sessions, most: 7"), "one step of undo");
}

#[test]
fn the_least_number_of_sessions_may_be_typed_before_the_typical_one() {
    let mut desk = Desk::new();
    let sessions = |desk: &Desk| desk.app().document().history().draft().options[0].lines[0].sessions_needed();
    desk.type_number("At least", "9");
    assert!(desk.shows("What lies on the other side of 5 sessions counts as that."));
    assert_eq!(sessions(&desk), (5, 5, 5));
    desk.type_number("Sessions", "10");
    assert_eq!(sessions(&desk), (9, 10, 10));
    assert!(!desk.shows("counts as that") && desk.shows("9 to 10 sessions, typically 10"));
}
