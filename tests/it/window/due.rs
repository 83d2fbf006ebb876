//! What is due over a folder of plans: listed by day, each with the way to its plan, and written to files.

use super::desk::{Desk, patiently};
use collagen_ledger::document::LineDraft;
use collagen_ledger::log::Dossier;
use collagen_ledger::progress::{Fact, SessionFact};
use collagen_ledger::storage::{self, plan_text};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use std::path::Path;

const SHOW: (Modifiers, Key) = (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::G);

/// A plan of which the first session was had on its first day, and the next one is still to come.
fn begun(desk: &Desk, folder: &Path, name: &str, change: impl FnOnce(&mut LineDraft)) {
    let mut dossier = Dossier::from((**desk.app().document().history().draft()).clone());
    name.clone_into(&mut dossier.draft.reference);
    dossier.draft.options.truncate(1);
    let line = &mut dossier.draft.options[0].lines[0];
    change(line);
    let (line, on) = (line.id, dossier.draft.start);
    let by = storage::author(on.at(9, 0, 0, 0), "", 1);
    dossier
        .note(Fact::Session { line, on, what: SessionFact::Had { paid: None, planned: None } }, on, &by)
        .expect("noted");
    std::fs::write(folder.join(format!("{name}.ron")), plan_text(&dossier)).expect("written");
}

/// A folder of two plans and something that is none, with one of them open.
fn opened() -> (tempfile::TempDir, Desk) {
    let folder = tempfile::tempdir().expect("a folder");
    let example = Desk::new();
    begun(&example, folder.path(), "Anna", |line| line.spacing_days = 28);
    begun(&example, folder.path(), "Bea", |line| line.spacing_days = 90);
    std::fs::write(folder.path().join("broken.ron"), "nothing").expect("written");
    let mut desk = Desk::opening(Some(&folder.path().join("Anna.ron")));
    desk.keys(SHOW.0, SHOW.1).until("Anna");
    (folder, desk)
}

#[test]
fn what_is_due_is_listed_as_far_ahead_as_is_asked_and_leads_to_its_plan() {
    let (folder, mut desk) = opened();
    assert!(desk.shows("Microneedling, session 2 of 5") && !desk.shows("Open: 30 May 2027"));
    assert!(desk.shows("1 plan is left out") && desk.shows("broken.ron"));
    desk.harness.get_by_role_and_label(Role::SpinButton, "Within").focus();
    for _ in 0..9 {
        desk.keys(Modifiers::NONE, Key::PageUp);
    }
    assert!(desk.shows("Open: 30 May 2027, Bea, Microneedling, session 2 of 5"), "it is due after ninety days");
    desk.press_button("Open: 30 May 2027, Bea, Microneedling, session 2 of 5").until("Chart of improvement");
    assert_eq!(desk.app().document().path(), Some(folder.path().join("Bea.ron").as_path()));
    assert!(!desk.shows("Another folder…"), "the plan stands in its place");
}

#[test]
fn it_follows_the_folder_of_the_open_plan_until_somebody_chooses_one_and_prices_that_change() {
    let (folder, mut desk) = opened();
    desk.keys(Modifiers::COMMAND, Key::L).type_into("Search the price list", "interval");
    desk.type_into("Microneedling, minimum interval, typical", "60");
    // At another interval the plan cannot be worked out.
    desk.keys(SHOW.0, SHOW.1).until("Anna.ron: ");
    let other = tempfile::tempdir().expect("a folder");
    let copy = other.path().join("Cara.ron");
    std::fs::copy(folder.path().join("Bea.ron"), &copy).expect("copied");
    desk.keys(Modifiers::NONE, Key::Escape);
    let mut desk = Desk::opening(Some(&copy));
    desk.keys(SHOW.0, SHOW.1).until(&other.path().display().to_string());
}

#[test]
fn escape_leads_back_and_the_plan_is_not_changed_behind_it() {
    let (_folder, mut desk) = opened();
    desk.keys(Modifiers::COMMAND, Key::D);
    assert!(!desk.app().document().is_unsaved(), "what cannot be seen is not changed");
    desk.keys(Modifiers::NONE, Key::Escape);
    assert!(desk.shows("Chart of improvement") && !desk.shows("Another folder…"));
    desk.keys(SHOW.0, SHOW.1).until("Anna").keys(Modifiers::COMMAND, Key::L);
    assert!(desk.shows("Search the price list") && !desk.shows("Another folder…"));
}

#[test]
fn it_is_written_as_a_table_and_as_a_calendar() {
    let (folder, mut desk) = opened();
    let write = |desk: &mut Desk, button: &str, name: &str| {
        let path = folder.path().join(name);
        desk.press_button(button).type_into("File", path.to_str().expect("text")).press("Export");
        patiently("the file", || std::fs::read_to_string(&path).ok().filter(|text| !text.is_empty()))
    };
    let table = write(&mut desk, "Table…", "due.csv");
    assert!(table.contains("2027-03-29,Anna.ron,Anna,A,session,\"Microneedling, session 2 of 5\""), "{table}");
    assert!(!table.contains("Bea"), "only what is shown");
    let calendar = write(&mut desk, "Calendar (.ics)…", "due.ics");
    for line in ["DTSTART;VALUE=DATE:20270329", "SUMMARY:Anna: Microneedling\\, session 2 of 5"] {
        assert!(calendar.lines().any(|other| other == line), "{calendar}");
    }
}

#[test]
fn the_page_opens_from_the_start_as_well_and_takes_another_folder() {
    let (folder, _) = opened();
    let mut desk = Desk::opening(None);
    desk.press_button("What is due…");
    assert!(desk.shows("Choose the folder in which the plans are."));
    desk.press_button("Another folder…").type_into("File", folder.path().to_str().expect("text"));
    desk.press("Look at it").until("Anna");
    desk.keys(Modifiers::NONE, Key::Escape);
    assert!(desk.shows("Recent plans"), "Escape leads back to where it was opened");
    let nowhere = folder.path().join("nowhere");
    desk.press_button("What is due…").until("Anna").press_button("Another folder…");
    desk.type_into("File", nowhere.to_str().expect("text")).press("Look at it").until("nowhere\"");
}
