//! Deposit and credit: typed at the left, worked out beside the comparison.

use super::desk::Desk;
use collagen_ledger::document::{CreditDraft, DepositDraft, Draft};
use collagen_ledger::finance::RateKind;
use collagen_ledger::storage::Theme;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

/// A window tall enough for every row, with the fields open.
fn desk() -> Desk {
    let mut desk = Desk::sized([1280.0, 1600.0], Theme::Light);
    desk.press("All measures").open("Plan").press("Paying: deposit and credit");
    desk
}

fn draft(desk: &Desk) -> Draft {
    (**desk.app().document().history().draft()).clone()
}

fn choose(desk: &mut Desk, from: &str, to: &str) {
    desk.reach(Role::ComboBox, from).harness.get_by_role_and_label(Role::ComboBox, from).click();
    desk.harness.run();
    desk.press_button(to);
}

/// Undo is named so, and takes exactly this change back.
fn undoes(desk: &mut Desk, name: &str, before: &Draft) {
    assert_eq!(desk.app().document().history().undo_label().map(AsRef::as_ref), Some(name));
    let after = draft(desk);
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(draft(desk), *before, "{name}");
    desk.keys(Modifiers::COMMAND, Key::Y);
    assert_eq!(draft(desk), after, "{name}");
}

#[test]
fn terms_are_typed_and_their_figures_show_at_once() {
    let mut desk = desk();
    assert!(!desk.shows("Cash price"), "a plan without terms has nothing to show");
    desk.press("Show paying by instalments").keys(Modifiers::NONE, Key::Escape).press("Paying");
    desk.type_into("Yearly rate", "9.9");
    desk.reach(Role::SpinButton, "Instalments");
    desk.harness.get_by_role_and_label(Role::SpinButton, "Instalments").set_value_accesskit(24.0);
    desk.harness.run();
    assert!(desk.shows("24 monthly instalments at a nominal rate of 9.9% a year, no fee."));
    let figures = [
        "Cash price, A · Microneedling: $1,750.00",
        "Deposit, A · Microneedling: $0.00",
        "Amount of credit, A · Microneedling: $1,750.00",
        "Monthly instalments, A · Microneedling: 23 × $80.67, then $80.73",
        "Total repayable, A · Microneedling: $1,936.14",
        "Cost of credit, A · Microneedling: $186.14",
        "Effective annual rate, A · Microneedling: 10.4%",
        "Cash price, D · Subcision then needling: $2,050.00",
    ];
    for figure in figures {
        assert!(desk.shows(figure), "{figure} is missing");
    }
    assert!(desk.shows("not an offer") && !desk.shows("Cash price, Do nothing"));
    choose(&mut desk, "Deposit: None", "Percentage");
    desk.type_into("Due at booking", "10");
    assert!(desk.shows("Deposit, A · Microneedling: $175.00"));
    assert!(desk.shows("Amount of credit, A · Microneedling: $1,575.00"));
    choose(&mut desk, "The rate is: Nominal", "Effective");
    assert!(desk.shows("Effective annual rate, A · Microneedling: 9.9%"));
    desk.type_into("Lender's fee", "25");
    assert!(desk.shows("a fee of $25.00 is repaid with the credit"));
    desk.type_number("First due after", "4");
    assert!(desk.shows("The first is due after 4 months; interest runs from the beginning."));
    let (rate, fee) = ("9.9".to_owned(), "25".to_owned());
    assert_eq!(draft(&desk).credit, Some(CreditDraft { rate, kind: RateKind::Effective, months: 24, first: 4, fee }));
    desk.keys(Modifiers::NONE, Key::Escape).press("Comparison");
    assert!(!desk.shows("Total repayable"), "the comparison is back");
}

#[test]
fn every_field_is_one_step_of_undo() {
    let mut desk = desk();
    let mut before = draft(&desk);
    let mut check = |desk: &mut Desk, name: &str, change: &dyn Fn(&mut Desk)| {
        change(desk);
        undoes(desk, name, &before);
        before = draft(desk);
    };
    check(&mut desk, "change kind of deposit", &|desk| choose(desk, "Deposit: None", "Percentage"));
    check(&mut desk, "change deposit", &|desk| {
        desk.type_into("Due at booking", "12.5");
    });
    check(&mut desk, "change kind of deposit", &|desk| choose(desk, "Deposit: Percentage", "Set amount"));
    check(&mut desk, "change deposit", &|desk| {
        desk.type_into("Due at booking", "150");
    });
    check(&mut desk, "add a credit", &|desk| {
        desk.press("Show paying by instalments");
    });
    check(&mut desk, "change rate of the credit", &|desk| {
        desk.type_into("Yearly rate", "14.9");
    });
    check(&mut desk, "change kind of rate", &|desk| choose(desk, "The rate is: Nominal", "Effective"));
    check(&mut desk, "change fee of the credit", &|desk| {
        desk.type_into("Lender's fee", "30");
    });
    check(&mut desk, "change number of instalments", &|desk| {
        desk.reach(Role::SpinButton, "Instalments");
        desk.harness.get_by_role_and_label(Role::SpinButton, "Instalments").set_value_accesskit(36.0);
        desk.harness.run();
    });
    check(&mut desk, "remove the credit", &|desk| {
        desk.press("Show paying by instalments");
    });
    assert_eq!(draft(&desk).deposit, DepositDraft::Amount("150".to_owned()), "a figure typed stays with its kind");
}

#[test]
fn wrong_terms_are_marked_beside_their_fields() {
    let mut desk = desk();
    desk.press("Show paying by instalments").keys(Modifiers::NONE, Key::Escape).press("Paying");
    let wrong = |desk: &Desk, name: &str, words: &str| {
        let field = desk.harness.get_by_role_and_label(Role::TextInput, name);
        let spoken = field.accesskit_node().description().is_some_and(|said| said.contains(words));
        assert!(spoken && desk.shows(words), "{name} does not say {words}");
    };
    choose(&mut desk, "Deposit: None", "Set amount");
    desk.type_into("Due at booking", "a tenth");
    wrong(&desk, "Due at booking", "\"a tenth\" is not an amount");
    desk.type_into("Due at booking", "100").type_into("Yearly rate", "150");
    wrong(&desk, "Yearly rate", "\"150\" is outside 0 to 100 %");
    assert!(desk.shows("Effective annual rate, A · Microneedling: 0.0%"), "the last valid figures stay");
    desk.type_into("Yearly rate", "15").type_into("Lender's fee", "x");
    wrong(&desk, "Lender's fee", "\"x\" is not an amount");
}

#[test]
fn a_deposit_alone_shows_what_is_left() {
    let mut desk = desk();
    choose(&mut desk, "Deposit: None", "Set amount");
    desk.type_into("Due at booking", "100").keys(Modifiers::NONE, Key::Escape).press("Paying");
    assert!(desk.shows("Rest of the course, A · Microneedling: $1,650.00"));
    assert!(!desk.shows("Monthly instalments"), "without a credit nothing is said of one");
    assert_eq!(desk.total('A'), 315_000, "a deposit is part of the price");
}

#[test]
fn the_selected_option_says_how_it_may_be_paid_in_phrases_that_open_their_fields() {
    let mut desk = Desk::sized([1280.0, 1600.0], Theme::Light);
    desk.press("Money");
    assert!(desk.shows("Deposit: no deposit …") && desk.shows("Instalments: no instalments …"));
    desk.open("Deposit: no deposit");
    choose(&mut desk, "Deposit: None", "Percentage");
    desk.type_into("Due at booking", "20").close();
    assert!(desk.shows("Deposit: a deposit of 20%"));
    assert!(desk.shows("$350.00") && desk.shows("$1,400.00"), "of the cash price of the option, and the rest of it");
    desk.open("Instalments: no instalments").press("Show paying by instalments");
    desk.type_into("Yearly rate", "9.9").close();
    let months = draft(&desk).credit.map(|credit| credit.months).expect("a credit");
    assert!(desk.shows(&format!("Instalments: {months} monthly instalments at 9.9% a year")));
    for figure in ["Amount of credit", "Total repayable", "Cost of credit", "Effective annual rate"] {
        assert!(desk.shows(figure), "{figure}");
    }
    desk.open("Instalments: ").type_into("Yearly rate", "x").keys(Modifiers::NONE, Key::Tab);
    desk.close();
    assert!(desk.shows("\"x\" is not a percentage"), "what is wrong is said below the phrase");
}
