//! A plan is issued, refuses every change, is answered, revised, issued again and reprinted, all by accessible names.

use super::desk::Desk;
use super::picture::{drag, upkeep_mark};
use super::sheet::save_as;
use collagen_ledger::document::{Draft, Edit, Field, Place};
use collagen_ledger::storage::{self, Disk, Places};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use std::path::PathBuf;

/// A desk with the worked example saved as a file.
fn saved() -> (Desk, PathBuf, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("plan.ron");
    let desk = Desk::new();
    std::fs::write(&path, storage::plan_text(&desk.app().document().dossier())).expect("written");
    (Desk::opening(Some(&path)), path, folder)
}

fn draft(desk: &Desk) -> Draft {
    (**desk.app().document().history().draft()).clone()
}

/// Issues the plan under this number.
fn issue(desk: &mut Desk, number: &str) {
    desk.keys(Modifiers::COMMAND, Key::I);
    desk.type_into("Number", number);
    desk.press_button("Issue");
}

fn is_disabled(desk: &mut Desk, role: Role, name: &str) -> bool {
    desk.reach(role, name).harness.get_by_role_and_label(role, name).accesskit_node().is_disabled()
}

#[test]
fn an_issued_plan_is_saved_and_its_fields_are_disabled() {
    let (mut desk, path, _folder) = saved();
    desk.type_into("Discount", "10");
    let total = desk.total('A');
    issue(&mut desk, "CL-17");
    assert!(desk.shows("Issued 1 Mar 2027 as CL-17, valid until 31 Mar 2027. No answer yet"));
    let issued = draft(&desk);
    assert!(!desk.app().document().is_unsaved(), "it was saved");
    assert_eq!(storage::read_plan(&Disk::here(), &path).expect("a plan").draft, issued);
    let fields = [
        (Role::TextInput, "Reference"),
        (Role::SpinButton, "Age"),
        (Role::TextInput, "Price a session, typical"),
        (Role::TextInput, "Discount"),
        (Role::Button, "Add option"),
        (Role::CheckBox, "Smokes"),
    ];
    for (role, name) in fields {
        assert!(is_disabled(&mut desk, role, name), "{name}");
    }
    desk.keys(Modifiers::NONE, Key::Escape).press_button("What can be done with option A");
    assert!(is_disabled(&mut desk, Role::Button, "Remove option"));
    desk.keys(Modifiers::NONE, Key::Escape);
    // What a script or a key would do is refused by the document itself.
    desk.reach(Role::SpinButton, "Age");
    desk.harness.get_by_role_and_label(Role::SpinButton, "Age").set_value_accesskit(60.0);
    desk.harness.run();
    desk.keys(Modifiers::COMMAND, Key::D).keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::H).keys(Modifiers::COMMAND, Key::Z);
    let line = issued.options[0].lines[0].id;
    let edit = Edit::Set(Place::Line { line, field: Field::Sessions }, 9.into());
    desk.harness.state_mut().edit(edit);
    desk.harness.run();
    assert_eq!(draft(&desk), issued);
    assert_eq!(desk.total('A'), total);
    // An option is dragged onto another one.
    let of = |desk: &Desk, name: &str| desk.harness.get_by_label_contains(name).rect().center();
    let (from, to) = (of(&desk, "A · Microneedling, "), of(&desk, "C · Ablative laser, "));
    desk.harness.drag_at(from);
    desk.harness.run();
    desk.harness.hover_at(to);
    desk.harness.run();
    desk.harness.drop_at(to);
    desk.harness.run();
    assert_eq!(draft(&desk), issued, "nothing is moved");
    // A mark of upkeep is dragged along the chart of money.
    let mark = upkeep_mark(&desk, 'A', 1);
    drag(&mut desk, mark, mark + egui::vec2(120.0, 0.0));
    desk.harness.drop_at(mark + egui::vec2(120.0, 0.0));
    desk.harness.run_steps(3);
    assert_eq!(draft(&desk), issued, "no interval is changed");
}

#[test]
fn a_number_that_cannot_be_is_said_beside_it_and_nothing_is_issued() {
    let (mut desk, _path, _folder) = saved();
    issue(&mut desk, " ");
    assert!(desk.shows("the issue has no number; type one"));
    desk.type_into("Number", "CL-1");
    assert!(!desk.shows("the issue has no number"));
    desk.press_button("Cancel");
    assert!(desk.app().document().record().last().is_none());
}

#[test]
fn a_plan_without_a_file_is_saved_as_after_it_is_issued() {
    let mut desk = Desk::new();
    issue(&mut desk, "CL-1");
    let path = desk.path("issued.ron");
    desk.type_into("File", &path.display().to_string());
    desk.press_button("Save");
    assert!(storage::read_plan(&Disk::here(), &path).expect("a plan").record().current().is_some());
}

#[test]
fn an_answer_is_recorded_with_its_day_and_corrected() {
    let (mut desk, path, _folder) = saved();
    issue(&mut desk, "CL-17");
    desk.press_button("Accepted…");
    desk.type_into("On", "2027-02-01");
    desk.press_button("Record");
    assert!(desk.shows("is before the day of issue"));
    desk.type_into("On", "2027-03-01");
    desk.press_button("Record");
    assert!(desk.shows("valid until 31 Mar 2027. Accepted 1 Mar 2027"));
    desk.press_button("Client's answer…");
    desk.harness.get_by_role_and_label(Role::RadioButton, "B · Needling with PRP").click();
    desk.harness.run();
    desk.press_button("Record");
    assert!(desk.shows("Option B accepted 1 Mar 2027"));
    desk.press_button("Client's answer…").press("Declined").press_button("Record");
    assert!(desk.shows("Declined 1 Mar 2027") && !desk.shows("2027. Accepted 1 Mar 2027"));
    let record = storage::read_plan(&Disk::here(), &path).expect("saved").record();
    assert_eq!(record.last().expect("an issue").answers.len(), 3, "all of them stay");
}

#[test]
fn issuing_leaves_no_section_open_for_what_comes_next() {
    let (mut desk, _path, _folder) = saved();
    issue(&mut desk, "CL-17");
    desk.open("Plan");
    assert!(desk.shows("Price growth"), "what is issued is to be read");
    desk.keys(Modifiers::NONE, Key::Escape).press_button("Revise").open("Plan");
    assert!(!desk.shows("Price growth"));
}

#[test]
fn a_revision_is_abandoned_or_issued_and_the_earlier_one_is_superseded() {
    let (mut desk, _path, _folder) = saved();
    issue(&mut desk, "CL-17");
    let issued = draft(&desk);
    desk.press_button("Revise");
    assert!(desk.shows("Revision 2 of CL-17, not issued yet"));
    assert!(!is_disabled(&mut desk, Role::TextInput, "Price a session, typical"));
    desk.type_into("Price a session, typical", "400.00");
    desk.press_button("Abandon revision");
    assert_eq!(draft(&desk), issued);
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert!(desk.shows("Revision 2 of CL-17"), "one step of undo brings the revision back");
    assert_eq!(desk.total('A'), 360_000);
    desk.keys(Modifiers::COMMAND, Key::I);
    assert!(desk.harness.query_all_by_value("CL-17-R2").next().is_some(), "a number is proposed");
    desk.press_button("Issue");
    assert!(desk.shows("Issued 1 Mar 2027 as CL-17-R2"));
    desk.press_button("Record of the plan…");
    assert!(desk.shows("Superseded 1 Mar 2027 by CL-17-R2"));
    desk.press_button("Reprint CL-17");
    assert!(desk.shows("Issued 1 Mar 2027 as CL-17, valid until") && desk.shows("This is a copy"));
}

#[test]
fn the_sheet_is_the_original_until_it_has_left_the_program() {
    let (mut desk, _path, _folder) = saved();
    desk.keys(Modifiers::COMMAND, Key::P);
    desk.type_into("Date of birth", "1990-06-15");
    issue(&mut desk, "CL-17");
    let born = desk.app().document().record().last().expect("an issue").snapshot.born;
    assert_eq!(born, Some(jiff::civil::date(1990, 6, 15)), "what the sheet says is issued with it");
    assert!(desk.shows("This is the original"));
    let original = save(&mut desk, "first.pdf");
    assert!(desk.shows("This is a copy"));
    let copy = save(&mut desk, "second.pdf");
    for sheet in [&original, &copy] {
        assert!(sheet.contains("CL-17") && sheet.contains("15 Jun 1990") && !sheet.contains("Draft"), "{sheet}");
    }
    assert!(!original.contains("Copy") && copy.contains("Copy, printed 1 Mar 2027"));
}

/// Saves the sheet that is shown, and gives its text.
fn save(desk: &mut Desk, name: &str) -> String {
    desk.press_button("Save as PDF…");
    let path = desk.path(name);
    desk.type_into("File", &path.display().to_string());
    desk.press_button("Save");
    desk.until(&format!("The sheet is saved as {}", path.display()));
    pdf_extract::extract_text(&path).expect("the text of a PDF")
}

#[test]
fn what_has_changed_in_the_prices_is_shown_and_an_issued_plan_keeps_its_own() {
    let (mut desk, _path, _folder) = saved();
    issue(&mut desk, "CL-17");
    desk.press_button("Prices changed since…");
    assert!(desk.shows("Nothing has changed"));
    desk.press_button("Close");
    let list = "kind,id,value,currency,typical\ntreatment,microneedling,price,USD,400\n";
    let table = desk.path("prices.csv");
    std::fs::write(&table, list).expect("written");
    desk.keys(Modifiers::COMMAND, Key::K).type_into("Command", "import price");
    desk.harness.key_press(Key::Enter);
    desk.harness.run();
    desk.type_into("File", &table.display().to_string()).press_button("Look at it");
    assert!(desk.shows("The open plan stays as it is"));
    desk.press_button("Take the list");
    desk.keys(Modifiers::COMMAND, Key::L);
    assert_eq!(desk.total('A'), 315_000, "what is issued keeps its prices");
    desk.press_button("Prices changed since…");
    for said in ["$3,150.00 → $3,600.00", "+$450.00", "$350 ($200–$500) → $400"] {
        assert!(desk.shows(said), "{said}");
    }
    desk.press_button("Close").press_button("Revise");
    assert_eq!(desk.total('A'), 360_000, "a revision takes the prices of today");
}

#[test]
fn a_copy_keeps_the_language_and_the_letterhead_of_the_issue() {
    let (mut desk, _path, _folder) = saved();
    let clinic = Places::below(desk.folder.path()).clinic();
    std::fs::create_dir_all(clinic.parent().expect("a folder")).expect("a folder");
    let set_up = |name: &str| {
        let text = format!("CollagenLedgerClinic(schema: 1, name: \"{name}\")");
        std::fs::write(&clinic, text).expect("written");
    };
    set_up("Harbour Skin");
    desk.press_button("Consultation sheet");
    desk.choose("Language: As the window: English", "Deutsch").press_button("Issue…");
    assert!(desk.shows("Harbour Skin"), "the dialog says whose letterhead is kept");
    desk.press_button("Issue");
    set_up("Elsewhere");
    let back = |desk: &mut Desk| {
        desk.press_button("Back to the plan").press_button("Consultation sheet");
    };
    back(&mut desk);
    let file = desk.path("original.pdf");
    let original = save_as(&mut desk, &file).concat();
    assert!(original.contains("Harbour Skin") && original.contains("Auf einen Blick"), "{original}");
    desk.choose("Language: Deutsch", "As issued: Deutsch");
    let file = desk.path("copy.pdf");
    let copy = save_as(&mut desk, &file).concat();
    assert!(copy.contains("Harbour Skin") && copy.contains("Kopie, gedruckt am"), "{copy}");
    desk.choose("Language: As issued: Deutsch", "English");
    let file = desk.path("translated.pdf");
    let translated = save_as(&mut desk, &file).concat();
    assert!(translated.contains("The original is in another language: Deutsch"), "{translated}");
    assert!(translated.contains("Harbour Skin") && !translated.contains("Elsewhere"), "{translated}");
}

#[test]
fn the_record_says_who_wrote_down_what_and_a_change_from_outside_is_told() {
    let (mut desk, path, _folder) = saved();
    desk.menu("View").press("Language and country…");
    desk.type_into("Initials", "AB").keys(Modifiers::NONE, Key::Escape);
    issue(&mut desk, "CL-17");
    desk.press_button("Accepted…").press_button("Record");
    desk.press_button("Record of the plan…");
    let seal = desk.app().document().record().last().expect("an issue").seal.short();
    assert!(desk.shows("AB, version 0.1.0") && desk.shows("CL-17 accepted") && desk.shows(&seal));
    desk.press_button("Close");
    desk.keys(Modifiers::COMMAND, Key::S);
    assert!(!desk.app().document().is_unsaved(), "it was saved");
    let text = std::fs::read_to_string(&path).expect("a plan");
    std::fs::write(&path, text.replacen("person: \"AB\"", "person: \"CD\"", 1)).expect("changed");
    let mut desk = Desk::opening(Some(&path));
    assert!(desk.shows("was changed outside the program"));
    desk.press_button("Record of the plan…");
    assert!(desk.shows("CD, version 0.1.0") && desk.shows("was changed outside the program"));
}
