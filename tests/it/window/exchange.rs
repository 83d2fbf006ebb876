//! What leaves the window: files and the clipboard.

use super::desk::Desk;
use collagen_ledger::report::export::Export;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

#[test]
fn every_export_is_written_where_it_was_typed() {
    let mut desk = Desk::new();
    for kind in Export::ALL.into_iter().filter(|kind| !Export::CLIPBOARD.contains(kind)) {
        desk.keys(Modifiers::COMMAND, Key::E).press_button(&format!("{}…", kind.name()));
        let path = desk.path(&format!("{}.{}", kind.id(), kind.extension()));
        desk.type_into("File", path.to_str().expect("a path of text"));
        desk.press_button("Export");
        for _ in 0..200 {
            if desk.shows(&format!("Exported to {}", path.display())) {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
            desk.harness.run();
        }
        let bytes = std::fs::read(&path).expect("the export");
        let begins: &[u8] = match kind.extension() {
            "png" => b"\x89PNG",
            "svg" => b"<svg",
            "ics" => b"BEGIN:VCALENDAR",
            "json" => b"{",
            _ => b"",
        };
        assert!(bytes.starts_with(begins) && bytes.len() > 100, "{}", kind.name());
        desk.press_button("Dismiss the message");
    }
}

#[test]
fn an_export_asks_before_it_replaces_something() {
    let mut desk = Desk::new();
    let path = desk.path("ledger.csv");
    std::fs::write(&path, "mine").expect("a file");
    desk.keys(Modifiers::COMMAND, Key::E).press_button("Ledger as CSV…");
    desk.type_into("File", path.to_str().expect("a path of text"));
    desk.press_button("Export");
    assert!(desk.shows("Replace the file?"));
    desk.press_button("Cancel");
    assert_eq!(std::fs::read(&path).expect("the file"), b"mine");
}

#[test]
fn a_table_is_copied_for_a_spreadsheet() {
    let mut desk = Desk::new();
    desk.press_button("Edit");
    desk.harness.get_by_label("Copy the comparison").click();
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
