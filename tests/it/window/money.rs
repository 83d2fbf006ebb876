//! Packages, the plan's discount, tax in prices and areas, as somebody at the window sets them.

use super::desk::Desk;
use collagen_ledger::document::{LineDraft, LineTax, PackageDraft};
use egui::{Event, Key, Modifiers};

fn line(desk: &Desk) -> LineDraft {
    desk.app().document().history().draft().options[0].lines[0].clone()
}

/// The window, high enough for a whole treatment.
fn desk() -> Desk {
    Desk::sized([1280.0, 2400.0], collagen_ledger::storage::Theme::Light)
}

#[test]
fn an_own_package_starts_at_the_price_of_its_sessions_and_saves_what_it_is_lowered_by() {
    let mut desk = desk();
    let before = desk.total('A');
    desk.choose("Paid: single sessions", "own package");
    assert_eq!(desk.total('A'), before, "five sessions at 350 are a package at 1,750");
    assert!(desk.shows("Sessions left over and upkeep are paid singly."));
    desk.type_into("Price a package, typical", "1500").type_into("Price a package, high", "2500");
    assert_eq!(desk.total('A'), before - 25_000);
    desk.keys(Modifiers::NONE, Key::Escape).press("Money");
    assert!(desk.shows("Microneedling, package of 5 sessions"), "the editor names it");
    desk.press("Plan");
    desk.type_into("Price a package, typical", "free");
    assert!(desk.shows("is not an amount"), "the problem stands at the field");
    desk.choose("Paid: own package", "single sessions");
    assert_eq!((desk.total('A'), line(&desk).package), (before, PackageDraft::None));
}

#[test]
fn a_package_of_the_price_list_is_offered_with_its_price_and_origin() {
    let mut desk = desk();
    desk.keys(Modifiers::COMMAND, Key::L);
    desk.press("Add to Microneedling").press_button("Add package");
    assert!(desk.shows("the value is missing"), "it waits for its price");
    desk.type_into("Microneedling, package of 3 in USD, typical", "900");
    assert!(!desk.shows("the value is missing"));
    desk.press_button("Back to the plan");
    desk.choose("Paid: single sessions", "package of 3 · $900 (clinic's own)");
    assert_eq!(line(&desk).package, PackageDraft::Catalogue { sessions: 3 });
    assert_eq!(desk.total('A'), 90_000 + 6 * 35_000, "two sessions of the course and four of upkeep singly");
    desk.keys(Modifiers::COMMAND, Key::L).type_into("Microneedling, package of 3 in USD, typical", "960");
    assert_eq!(desk.total('A'), 96_000 + 6 * 35_000, "the list is in force at once");
    for _ in 0..3 {
        desk.keys(Modifiers::COMMAND, Key::Z);
    }
    assert!(desk.app().price_list().entries.is_empty(), "one step for each price, one for the package");
}

/// What is added to the list is typed next, wherever it stands.
#[test]
fn a_wait_after_another_treatment_is_added_and_typed_at_once() {
    let mut desk = desk();
    desk.keys(Modifiers::COMMAND, Key::L);
    desk.press("Add to Microneedling").press("Add wait after another treatment").press_button("Hyaluronic acid filler");
    assert!(desk.shows("the value is missing"), "it waits for its days");
    desk.harness.event(Event::Text("21".to_owned()));
    desk.keys(Modifiers::NONE, Key::Tab);
    assert!(!desk.shows("the value is missing"));
    let [entry] = &desk.app().price_list().entries[..] else { panic!("one value") };
    assert_eq!((entry.quantity.name().as_ref(), entry.amounts.typical.as_str()), ("days_after_ha-filler", "21"));
    desk.keys(Modifiers::COMMAND, Key::Z).keys(Modifiers::COMMAND, Key::Z);
    assert!(desk.app().price_list().entries.is_empty(), "a step for the value and one for what is typed");
}

#[test]
fn tax_in_prices_changes_no_total_and_a_line_may_have_its_own() {
    let mut desk = desk();
    let before = desk.total('A');
    desk.open("Plan").press("Currency, fee, tax, price growth").type_into("Tax", "19");
    assert_eq!(desk.total('A'), 374_850, "19% on top of 3,150");
    desk.choose("Tax is: on top of prices", "included in prices");
    assert_eq!(desk.total('A'), before);
    desk.choose("Tax: as in the plan", "own, on top").type_into("Own tax", "10");
    assert_eq!(desk.total('A'), before + before / 10);
    desk.type_into("Own tax", "lots");
    assert!(desk.shows("is not a percentage"));
    desk.choose("Tax: own, on top", "as in the plan");
    assert_eq!((desk.total('A'), line(&desk).tax), (before, LineTax::Plan));
    desk.type_into("Plan discount", "10");
    assert_eq!(desk.total('A'), before - before / 10);
}

#[test]
fn prices_with_tax_are_chosen_in_the_price_list_and_a_treatment_gets_a_tax_of_its_own() {
    let mut desk = desk();
    desk.keys(Modifiers::COMMAND, Key::L);
    desk.choose("Clinic, prices include tax, typical: no", "yes");
    assert!(desk.shows("Clinic, prices include tax, typical: yes"));
    desk.press("Add to Microneedling").press_button("Add a tax of its own");
    desk.type_into("Microneedling, default tax, typical", "0");
    let entries = &desk.app().price_list().entries;
    assert_eq!(entries.iter().map(|entry| entry.amounts.typical.as_str()).collect::<Vec<_>>(), ["yes", "0"]);
    desk.press_button("Back to the plan").keys(Modifiers::COMMAND, Key::Z);
}

#[test]
fn ways_of_paying_stand_side_by_side_and_one_is_chosen() {
    let mut desk = desk();
    desk.keys(Modifiers::COMMAND, Key::L).type_into("Search the price list", "microneedling");
    desk.press("Add to Microneedling").press_button("Add package");
    desk.type_into("Microneedling, package of 3 in USD, typical", "900");
    desk.press_button("Back to the plan").press("Money");
    assert!(desk.shows("single sessions: $3,150 in all"));
    assert!(desk.shows("$150 less in all than single sessions; it breaks even with session 3"));
    desk.press("package of 3 sessions: $3,000 in all");
    assert_eq!(line(&desk).package, PackageDraft::Catalogue { sessions: 3 });
    assert_eq!(desk.total('A'), 300_000);
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(line(&desk).package, PackageDraft::None);
}

#[test]
fn the_area_stands_wherever_the_treatment_is_named() {
    let mut desk = desk();
    desk.type_into("Area", "both cheeks");
    assert!(desk.shows("Area, Microneedling: on both cheeks"), "the sentence says it");
    desk.keys(Modifiers::NONE, Key::Escape).press("Money");
    assert!(desk.shows("Microneedling (both cheeks), session 1 of 5"));
}

#[test]
fn an_extra_is_sold_in_packages_of_the_list_or_of_its_own() {
    let mut desk = desk();
    desk.keys(Modifiers::COMMAND, Key::L);
    desk.type_into("Name of an own treatment or add-on", "LED light").press_button("Add own add-on");
    desk.type_into("LED light, price in USD, typical", "40");
    desk.press("Add to LED light").press_button("Add package");
    desk.type_into("LED light, package of 3 in USD, typical", "105");
    desk.type_into("LED light, package of 3 in USD, code", "LED-3");
    desk.press_button("Back to the plan");
    let before = desk.total('A');
    desk.open("Add-ons").press("With LED light");
    assert_eq!(desk.total('A'), before + 9 * 4_000, "five sessions of the course and four of upkeep");
    desk.choose("LED light is paid: single sessions", "package of 3 · $105 (clinic's own)");
    assert_eq!(desk.total('A'), before + 10_500 + 6 * 4_000);
    assert!(desk.close().shows("LED light at $40 (package of 3 sessions)"), "the phrase says it");
    // One of the plan's own begins with the same figures.
    desk.open("Add-ons").choose("LED light is paid: package of 3 · $105 (clinic's own)", "own package");
    assert_eq!(desk.total('A'), before + 10_500 + 6 * 4_000);
    desk.type_number("LED light, package of", "5").type_into("LED light, price a package, high", "160");
    desk.type_into("LED light, price a package, typical", "160");
    assert_eq!(desk.total('A'), before + 16_000 + 4 * 4_000);
    desk.keys(Modifiers::NONE, Key::Escape).press("Money");
    assert!(desk.shows("LED light with Microneedling, package of 5 sessions"), "the editor names it");
}

#[test]
fn a_price_beside_another_treatment_is_added_from_a_menu_and_has_a_code() {
    let mut desk = desk();
    desk.keys(Modifiers::COMMAND, Key::L).type_into("Search the price list", "peel");
    desk.press("Add to Superficial chemical peel").press("Add price beside another treatment");
    desk.press_button("Microneedling");
    let beside = "Superficial chemical peel, price beside Microneedling on one day in USD";
    desk.type_into(&format!("{beside}, typical"), "75").type_into(&format!("{beside}, code"), "PEEL-MN");
    let entry = desk.app().price_list().entries[0].clone();
    assert_eq!((entry.amounts.typical.as_str(), entry.code.as_str()), ("75", "PEEL-MN"));
    assert_eq!(entry.quantity.name(), "price_with_microneedling");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.app().price_list().entries[0].code, "", "a code is a step of its own");
}
