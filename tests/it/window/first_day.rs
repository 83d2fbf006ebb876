//! The first start, in any country: where the clinic is, in which currency, and a plan before there are prices.

use super::desk::{Desk, surroundings};
use collagen_ledger::app::App;
use collagen_ledger::storage::{Disk, Places, Settings};
use collagen_ledger::units::Currency;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

fn settings(desk: &Desk) -> Settings {
    Settings::read(&Disk::here(), &Places::below(desk.folder.path()).settings()).0
}

/// Started for the first time, by somebody in the UK who takes francs.
fn in_francs() -> Desk {
    let mut desk = Desk::opening(None);
    desk.choose("Country: International", "United Kingdom")
        .choose("Currency: GBP · Pound sterling", "CHF · Swiss franc");
    desk
}

#[test]
fn the_first_start_asks_where_the_clinic_is_and_later_ones_do_not() {
    let mut desk = in_francs();
    let draft = desk.app().document().history().draft();
    assert_eq!((draft.currency.code(), draft.tax.as_str()), ("CHF", "20"));
    desk.press_button("Done");
    assert!(!desk.shows("Your clinic"));
    desk.harness.state_mut().end();
    let chosen = settings(&desk).locale;
    assert_eq!(chosen.country.as_deref(), Some("uk"));
    assert_eq!(chosen.currency.map(Currency::code), Some("CHF"));
    let Desk { harness, folder, .. } = desk;
    drop(harness);
    let mut app = App::new(surroundings(folder.path()));
    app.begin_with(None);
    let desk = Desk::of(app, folder);
    assert!(!desk.shows("Your clinic"), "it was said");
    assert_eq!(desk.app().document().history().draft().currency.code(), "CHF");
}

#[test]
fn without_prices_there_are_results_and_no_money_of_another_currency() {
    let mut desk = in_francs();
    desk.keys(Modifiers::NONE, Key::Enter);
    assert!(desk.shows("Chart of improvement") && !desk.shows("Chart of cumulative spend"));
    assert!(desk.shows("Prices in CHF are still missing") && desk.shows("No price yet: "));
    let spoken: Vec<String> = desk.spoken();
    let is_money = |text: &&String| text.contains('$') || text.contains("CHF 0") || text.contains("CHF\u{a0}0");
    assert_eq!(spoken.iter().find(is_money), None, "no dollars, and nothing that would cost nothing");
    let sheet = desk.harness.get_by_role_and_label(Role::Button, "Consultation sheet");
    assert!(egui_kittest::kittest::NodeT::accesskit_node(&sheet).is_disabled(), "no sheet without prices");
}

#[test]
fn the_last_price_that_is_typed_brings_the_money() {
    let mut desk = in_francs();
    desk.keys(Modifiers::NONE, Key::Enter);
    for (letter, price) in [("A", "300"), ("B", "900"), ("C", "400")] {
        assert!(desk.shows("Prices in CHF are still missing"), "{letter}");
        desk.press_button("Enter prices");
        let names: Vec<String> = missing(&desk);
        desk.type_into("Search the price list", &names[0]);
        desk.type_into(&format!("{}, price in CHF, typical", names[0]), price);
        desk.press_button("Back to the plan");
        if missing(&desk).is_empty() {
            break;
        }
    }
    assert!(desk.shows("Chart of cumulative spend") && !desk.shows("Prices in CHF are still missing"));
    assert!(desk.total('A') > 0);
}

/// The treatments of the open plan that have no price.
fn missing(desk: &Desk) -> Vec<String> {
    let problems = desk.app().document().problems();
    collagen_ledger::wording::unpriced(problems).into_iter().map(str::to_owned).collect()
}

#[test]
fn what_is_unsafe_is_said_before_there_are_prices() {
    let mut desk = in_francs();
    desk.keys(Modifiers::NONE, Key::Enter);
    desk.reach(Role::SpinButton, "Days between");
    desk.harness.get_by_role_and_label(Role::SpinButton, "Days between").set_value_accesskit(3.0);
    desk.settle();
    desk.close();
    assert!(desk.shows("closer than the"), "{:#?}", desk.spoken());
    let problems = desk.app().document().problems();
    assert!(problems.iter().any(|problem| !problem.cause.is_missing_price()));
}

/// A concern without a projection has no chart at all then.
#[test]
fn where_there_is_only_money_the_way_to_prices_stands_in_its_place() {
    let mut desk = in_francs();
    desk.begin("Hair loss");
    assert!(!desk.shows("Chart of"));
    desk.press_button("Enter prices");
    assert!(desk.shows("Search the price list"));
}
