//! What leaves the window: files and the clipboard.

use super::desk::{Desk, surroundings};
use collagen_ledger::app::{App, Surroundings};
use collagen_ledger::report::export::Export;
use egui::accesskit::{Live, Role};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

#[test]
fn every_export_is_written_where_it_was_typed() {
    let mut desk = Desk::new();
    for kind in Export::ALL.into_iter().filter(|kind| !Export::CLIPBOARD.contains(kind)) {
        desk.keys(Modifiers::COMMAND, Key::E);
        desk.harness.get_by_role_and_label(Role::ListBoxOption, kind.name()).scroll_to_me();
        desk.settle();
        desk.press(kind.name()).press_button("Export…");
        let path = desk.path(&format!("{}.{}", kind.id(), kind.extension()));
        desk.type_into("File", path.to_str().expect("a path of text"));
        desk.press_button("Export");
        desk.until(&format!("Exported to {}", path.display()));
        let bytes = std::fs::read(&path).expect("the export");
        let begins: &[u8] = match kind.extension() {
            "png" => b"\x89PNG",
            "svg" => b"<svg",
            "ics" => b"BEGIN:VCALENDAR",
            "xlsx" => b"PK\x03\x04",
            "json" => b"{",
            _ => b"",
        };
        assert!(bytes.starts_with(begins) && bytes.len() > 100, "{}", kind.name());
        desk.press_button("Dismiss the message");
    }
}

/// What the desktop was asked to open.
static OPENED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

#[test]
fn what_was_exported_is_opened_and_shown_in_its_folder_and_moves_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let open = |path: &Path| {
        OPENED.lock().expect("the list").push(path.to_owned());
        Ok(())
    };
    let mut desk = Desk::of(App::new(Surroundings { open, ..surroundings(folder.path()) }), folder);
    let chart = |desk: &Desk| desk.harness.query_all_by_label_contains("Chart of").next().expect("a chart").rect();
    let before = chart(&desk);
    desk.keys(Modifiers::COMMAND, Key::E).press("Ledger as CSV").press_button("Export…");
    let path = desk.path("ledger.csv");
    desk.type_into("File", path.to_str().expect("a path of text")).press_button("Export").until("Exported to");
    let told = desk.harness.get_by_label_contains("Exported to");
    assert_eq!(told.accesskit_node().live(), Live::Polite, "a screen reader says it");
    desk.press_button("Open").press_button("Show in folder");
    let folder = path.parent().expect("a folder").to_owned();
    assert_eq!(*OPENED.lock().expect("the list"), [path, folder]);
    assert_eq!(chart(&desk), before, "messages lie over the charts");
}

#[test]
fn an_export_asks_before_it_replaces_something() {
    let mut desk = Desk::new();
    let path = desk.path("ledger.csv");
    std::fs::write(&path, "mine").expect("a file");
    desk.keys(Modifiers::COMMAND, Key::E).press("Ledger as CSV").press_button("Export…");
    desk.type_into("File", path.to_str().expect("a path of text"));
    desk.press_button("Export");
    assert!(desk.shows("Replace the file?"));
    desk.press_button("Cancel");
    assert_eq!(std::fs::read(&path).expect("the file"), b"mine");
}

#[test]
fn a_table_is_copied_for_a_spreadsheet() {
    let mut desk = Desk::new();
    desk.keys(Modifiers::COMMAND, Key::K);
    desk.harness.get_by_role_and_label(Role::TextInput, "Command").type_text("Copy the comparison");
    desk.settle();
    desk.harness.key_down(Key::Enter);
    let mut copied = None;
    for _ in 0..6 {
        desk.harness.step();
        copied = copied.or(desk.harness.output().platform_output.commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        }));
    }
    let copied = copied.expect("something was copied");
    let total = copied.lines().find(|line| line.starts_with("Total over the horizon")).expect("the row of totals");
    assert!(total.split('\t').any(|cell| cell == "3150.00"), "{total}");
}
