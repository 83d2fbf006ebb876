//! The window in German, as a clinic in Germany sees it.

use super::desk::Desk;
use collagen_ledger::document::PriceDraft;
use collagen_ledger::storage::{Disk, LocaleChoice, Places, Settings};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

/// The worked example on a desk whose settings say Germany.
fn german() -> Desk {
    Desk::german([1280.0, 800.0])
}

fn value(desk: &mut Desk, name: &str) -> String {
    let field = desk.reach(Role::TextInput, name).harness.get_by_role_and_label(Role::TextInput, name);
    field.accesskit_node().value().unwrap_or_default()
}

#[test]
fn controls_have_german_names() {
    let mut desk = german();
    for name in ["Menü", "Beratungsbogen", "Option hinzufügen", "Patientenansicht"] {
        desk.harness.get_by_role_and_label(Role::Button, name);
    }
    desk.press_button("Menü");
    for name in ["Datei", "Bearbeiten", "Ansicht", "Hilfe"] {
        desk.harness.get_by_role_and_label(Role::Button, name);
    }
    desk.keys(Modifiers::NONE, Key::Escape);
    for name in ["Kennung", "Beginn am", "Name", "Preis je Sitzung, typisch"] {
        desk.reach(Role::TextInput, name).harness.get_by_role_and_label(Role::TextInput, name);
    }
    assert!(
        desk.open("Patient: Aknenarben, mittel, 30").shows("Anliegen: Aknenarben"),
        "a choice is named with its value"
    );
    desk.close().press_button("Option hinzufügen");
    assert_eq!(desk.app().document().history().draft().options.len(), 5);
}

#[test]
fn nothing_of_the_window_is_left_in_english() {
    let mut desk = german();
    let english = ["Options", "Undo", "Redo", "Comparison", "Client", "Sessions", "Consultation sheet", "Add option"];
    for keys in [None, Some(Key::L), Some(Key::Slash)] {
        if let Some(key) = keys {
            desk.keys(Modifiers::COMMAND, key);
        }
        let left: Vec<String> = desk.spoken().into_iter().filter(|text| english.contains(&text.as_str())).collect();
        assert!(left.is_empty(), "still English: {left:?}");
    }
}

#[test]
fn an_amount_is_typed_as_in_germany_and_kept_plain() {
    let mut desk = german();
    let price = "Preis je Sitzung, typisch";
    desk.type_into(price, "1.234,50");
    assert_eq!(value(&mut desk, price), "1.234,50", "the text stays as typed");
    let draft = desk.app().document().history().draft().clone();
    let PriceDraft::Own(typed) = &draft.options[0].lines[0].price else { panic!("a price of its own") };
    assert_eq!(typed.typical, "1234.50");
    // The fields beside it show the catalogue's figures in the same notation.
    assert_eq!(value(&mut desk, "Preis je Sitzung, hoch"), "500");
    desk.type_into("Kennung", "K-7");
    assert_eq!(value(&mut desk, price), "1234,50");
    let path = desk.path("plan.ron");
    desk.keys(Modifiers::COMMAND, Key::S).type_into("Datei", path.to_str().expect("a path of text"));
    desk.press_button("Speichern");
    let text = std::fs::read_to_string(path).expect("the plan's file");
    assert!(text.contains("\"1234.50\"") && !text.contains("1.234,50"), "{text}");
}

#[test]
fn prices_typed_as_in_germany_are_in_the_total() {
    let mut desk = german();
    for field in ["niedrig", "typisch", "hoch"] {
        desk.type_into(&format!("Preis je Sitzung, {field}"), "1.234,50");
    }
    assert_eq!(desk.total('A'), 9 * 123_450);
    assert!(desk.shows("11.110,50"), "the window shows the total as it is written in Germany");
}

#[test]
fn a_command_is_found_by_its_german_name() {
    let mut desk = german();
    desk.keys(Modifiers::COMMAND, Key::K);
    desk.harness.get_by_role_and_label(Role::TextInput, "Befehl").type_text("verdoppeln");
    desk.harness.run();
    desk.keys(Modifiers::NONE, Key::Enter);
    assert_eq!(desk.app().document().history().draft().options.len(), 5);
}

#[test]
fn a_day_is_chosen_on_a_german_calendar() {
    let mut desk = german();
    desk.open("Plan: ab 01.03.2027, 5 Jahre");
    assert_eq!(value(&mut desk, "Beginn am"), "01.03.2027");
    desk.press_button("Kalender: Beginn am");
    for text in ["03/2027", "Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"] {
        desk.harness.get_by_label(text);
    }
    desk.press_button("Einen Monat weiter").press_button("15.04.2027");
    assert_eq!(desk.app().document().history().draft().start, jiff::civil::date(2027, 4, 15));
    assert!(desk.harness.query_by_role_and_label(Role::Button, "16.04.2027").is_none(), "a choice closes the calendar");
}

#[test]
fn language_and_country_are_chosen_in_the_window_and_remembered() {
    let mut desk = Desk::new();
    desk.keys(Modifiers::COMMAND, Key::K);
    desk.harness.get_by_role_and_label(Role::TextInput, "Command").type_text("country");
    desk.harness.run();
    desk.keys(Modifiers::NONE, Key::Enter);
    desk.choose("Country: As the desktop: International", "Germany");
    assert!(desk.shows("Sprache und Land") && desk.shows("1.234,50\u{a0}€, 01.03.2027"), "at once, with an example");
    desk.choose("Sprache: Wie das Land: Deutsch", "English");
    assert!(desk.shows("Language and country") && desk.shows("1.234,50\u{a0}€"), "notations stay the country's");
    desk.press_button("Close");
    assert!(desk.shows("Total over the horizon"));
    let (settings, warnings) = Settings::read(&Disk::here(), &Places::below(desk.folder.path()).settings());
    let chosen = LocaleChoice { country: Some("de".into()), language: Some("en".into()), currency: None };
    assert_eq!((settings.locale, warnings.len()), (chosen, 0));
}
