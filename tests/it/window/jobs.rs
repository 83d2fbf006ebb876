//! Work in the background: several jobs at once, none of which holds up a frame, cancels another or fails for it.

use super::desk::{Desk, patiently, surroundings};
use super::sheet::with_sheet;
use collagen_ledger::app::{App, Printing, Surroundings};
use collagen_ledger::printing::{PrintError, Printers};
use collagen_ledger::storage::plan_text;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand, PointerButton, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::Queryable;
use std::time::Duration;

const OFFICE: fn() -> Result<Printers, PrintError> =
    || Ok(Printers { names: vec!["Office".into()], default: Some("Office".into()) });

/// A desk with printing of its own, where the desktop's dialogs never answer.
fn desk(printing: Printing) -> Desk {
    let folder = tempfile::tempdir().expect("a folder");
    let dialogs: collagen_ledger::app::Dialogs = |_, _| Box::pin(std::future::pending());
    let surroundings = Surroundings { printing, dialogs: Some(dialogs), ..surroundings(folder.path()) };
    let mut app = App::new(surroundings);
    let path = folder.path().join("plan.ron");
    std::fs::write(&path, plan_text(&app.document().dossier())).expect("a plan");
    app.begin_with(Some(path));
    Desk::of(app, folder)
}

#[test]
fn opening_a_file_dialog_cancels_no_printing_and_the_next_print_is_a_copy() {
    let mut desk = desk(Printing {
        printers: OFFICE,
        print: |_, _| {
            std::thread::sleep(Duration::from_millis(1500));
            Ok("Office-19".to_owned())
        },
    });
    desk.keys(Modifiers::COMMAND, Key::I).press_button("Issue");
    let mut desk = with_sheet(desk);
    assert!(desk.shows("This is the original"));
    desk.press_button("Print…");
    desk.until("Printer: Office (default)");
    desk.press_button("Print");
    desk.menu("File").press("Open…");
    desk.until("The sheet is with the printer, as job Office-19");
    assert!(!desk.shows("This is the original"), "the original has left the program");
    desk.until("choosing a file…");
    desk.press_button("Cancel choosing a file");
    assert!(!desk.shows("choosing a file"), "each job is given up by itself");
}

#[test]
fn copies_and_sides_are_asked_for_and_only_the_sides_are_remembered() {
    let mut desk = with_sheet(desk(Printing {
        printers: OFFICE,
        print: |job, _| Ok(format!("{} on {}", job.copies, job.sides.unwrap_or("whatever is set"))),
    }));
    desk.press_button("Print…").until("Printer: Office (default)").press_button("Print");
    desk.until("as job 1 on whatever is set");
    desk.press_button("Print…").until("Printer: Office (default)");
    desk.harness.get_by_role_and_label(Role::SpinButton, "Copies").set_value_accesskit(3.0);
    desk.settle();
    desk.choose("Printed on: as the printer is set", "both sides").press_button("Print");
    desk.until("as job 3 on two-sided-long-edge");
    desk.press_button("Print…").until("Printer: Office (default)").press_button("Print");
    desk.until("as job 1 on two-sided-long-edge");
}

#[test]
fn the_picture_of_a_chart_is_drawn_in_the_background() {
    let mut desk = Desk::new();
    let chart = |desk: &Desk| desk.harness.get_by_label_contains("Chart of improvement").rect().center();
    let at = chart(&desk);
    let button = |pressed| Event::PointerButton {
        pos: at,
        button: PointerButton::Secondary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    desk.harness.hover_at(at);
    desk.harness.event(button(true));
    desk.harness.event(button(false));
    desk.harness.run();
    desk.harness.get_by_label("Copy the picture").click();
    let copied = |desk: &Desk| {
        let commands = &desk.harness.output().platform_output.commands;
        commands.iter().any(|one| matches!(one, OutputCommand::CopyImage(image) if image.width() > 100))
    };
    let at_once = std::time::Instant::now();
    let mut frames = 0;
    patiently("the picture", || {
        desk.harness.step();
        frames += 1;
        copied(&desk).then_some(())
    });
    assert!(frames > 2, "no frame has waited for it: {frames} in {:?}", at_once.elapsed());
}

#[test]
fn a_panic_is_the_failure_of_its_own_job() {
    let mut desk = with_sheet(desk(Printing { printers: OFFICE, print: |_, _| panic!("out of paper") }));
    desk.press_button("Print…");
    desk.until("Printer: Office (default)");
    desk.press_button("Print");
    desk.until("Something went wrong while printing the sheet");
    let mut desk = with_sheet(self::desk(Printing { printers: || panic!("no bus"), print: |_, _| Ok(String::new()) }));
    desk.press_button("Print…");
    desk.until("Something went wrong while looking for printers");
    assert!(!desk.shows("while making the sheet"));
}

/// A pipe stands for a share that does not answer: whoever opens it waits until somebody is at its other end.
#[cfg(unix)]
fn pipe(desk: &Desk, name: &str) -> std::path::PathBuf {
    let path = desk.path(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().expect("a program").success());
    path
}

/// Begins to save the plan into a pipe.
#[cfg(unix)]
fn saving() -> (Desk, std::path::PathBuf) {
    let mut desk = Desk::new();
    let path = pipe(&desk, "plan.ron");
    desk.type_into("Reference", "first");
    desk.keys(Modifiers::COMMAND, Key::S).type_into("File", path.to_str().expect("a path of text"));
    desk.press_button("Save");
    desk.waits = false;
    desk.press_button("Replace");
    desk.until("saving the plan…");
    (desk, path)
}

/// Reads what was being saved, and lets the window hear of it.
#[cfg(unix)]
fn read(desk: &mut Desk, path: &std::path::Path) -> String {
    let path = path.to_owned();
    let reader = std::thread::spawn(move || std::fs::read_to_string(path).expect("a plan"));
    while !reader.is_finished() {
        desk.harness.run();
        std::thread::sleep(Duration::from_millis(5));
    }
    reader.join().expect("an end")
}

#[cfg(unix)]
fn reference(desk: &Desk) -> &str {
    &desk.app().document().history().draft().reference
}

#[test]
#[cfg(unix)]
fn a_disk_that_does_not_answer_holds_up_no_frame_and_edits_go_on() {
    let (mut desk, path) = saving();
    desk.type_into("Reference", "second");
    assert_eq!(reference(&desk), "second");
    let other = desk.path("ledger.csv");
    desk.keys(Modifiers::COMMAND, Key::E).press("Ledger as CSV").press_button("Export…");
    desk.type_into("File", other.to_str().expect("a path of text")).press_button("Export");
    desk.until("Exported to");
    assert!(desk.shows("saving the plan…") && desk.app().document().is_unsaved());
    // Two more times of saving wait for the first, and only the newest of them is done.
    desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::S).type_into("File", path.to_str().expect("a path of text"));
    desk.press_button("Save");
    desk.until("Replace the file?");
    desk.press_button("Replace").type_into("Reference", "third");
    assert!(read(&mut desk, &path).contains("reference: \"first\""));
    assert!(read(&mut desk, &path).contains("reference: \"third\""));
    desk.waits = true;
    desk.settle();
    assert_eq!((desk.app().document().name().as_str(), desk.app().document().is_unsaved()), ("plan.ron", false));
    desk.type_into("Reference", "fourth");
    assert!(desk.app().document().is_unsaved());
}

#[test]
#[cfg(unix)]
fn the_window_closes_only_once_the_plan_is_saved() {
    let (mut desk, path) = saving();
    let close = |desk: &mut Desk| {
        let viewport = desk.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        viewport.events.push(ViewportEvent::Close);
        desk.harness.step();
    };
    let asked = |desk: &Desk, wanted: &ViewportCommand| {
        desk.harness.output().viewport_output.values().any(|viewport| viewport.commands.contains(wanted))
    };
    close(&mut desk);
    assert!(asked(&desk, &ViewportCommand::CancelClose));
    desk.harness.run();
    assert!(desk.shows("The window closes as soon as what is under way has ended"));
    let reader = std::thread::spawn(move || std::fs::read_to_string(path).expect("a plan"));
    let closes = (0..1000).any(|_| {
        desk.harness.step();
        std::thread::sleep(Duration::from_millis(5));
        asked(&desk, &ViewportCommand::Close)
    });
    assert!(closes && !desk.app().document().is_unsaved());
    assert!(reader.join().expect("an end").contains("reference: \"first\""));
}

#[test]
#[cfg(unix)]
fn details_that_cannot_be_reached_leave_the_window_alone() {
    let mut desk = Desk::new();
    pipe(&desk, "config/clinic.ron");
    desk.waits = false;
    desk.press_button("Consultation sheet");
    desk.until("reading the clinic's details…");
    desk.press_button("Back to the plan");
    desk.type_into("Reference", "goes on");
    assert_eq!(reference(&desk), "goes on");
}
