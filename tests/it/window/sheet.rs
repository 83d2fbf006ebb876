//! The consultation sheet in the window: pages, choices, the clinic's details, and the ways out.

use super::desk::{Desk, surroundings};
use collagen_ledger::app::{App, Printing, Surroundings};
use collagen_ledger::printing::{PrintError, Printers};
use collagen_ledger::storage::{Disk, Places, Settings};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

pub(crate) fn with_sheet(mut desk: Desk) -> Desk {
    desk.press_button("Consultation sheet");
    desk.until(" · A4");
    desk
}

/// The program anew with the files of one that has ended.
fn again(desk: Desk) -> Desk {
    let Desk { mut harness, folder, .. } = desk;
    harness.state_mut().end();
    drop(harness);
    Desk::of(App::new(surroundings(folder.path())), folder)
}

pub(crate) fn save_as(desk: &mut Desk, path: &Path) -> Vec<String> {
    desk.press_button("Save as PDF…");
    desk.type_into("File", path.to_str().expect("a path of text"));
    desk.press_button("Save");
    desk.until_met("the file", |desk| path.exists() && desk.shows("The sheet is saved as"));
    pdf_extract::extract_text_by_pages(path).expect("a PDF")
}

#[test]
fn the_pages_follow_the_choices_and_escape_leads_back() {
    let mut desk = with_sheet(Desk::new());
    assert!(!desk.shows("Chart of improvement"), "the sheet has the whole window");
    desk.harness.check_accessibility();
    let mut seen = Vec::new();
    for (choice, last) in [
        ("For the client", " pages · A4"),
        ("Everything, with the page for the clinic's file", " pages · A4"),
        ("Money only, one page", "1 page · A4"),
    ] {
        desk.harness.get_by_role_and_label(Role::RadioButton, choice).click();
        desk.harness.run();
        desk.until(last);
        let pages: Vec<_> = desk.harness.query_all_by_role(Role::Image).collect();
        let count = pages.len();
        drop(pages);
        let name = format!("Page 1 of {count} of the consultation sheet; the PDF is its accessible form");
        assert!(desk.shows(&name), "{name}");
        seen.push(count);
    }
    let [client, full, money] = seen[..] else { panic!("three counts") };
    assert!(full > client && client > money && money == 1, "{seen:?}");
    desk.keys(Modifiers::NONE, Key::Escape);
    assert!(desk.shows("Chart of improvement") && !desk.shows("Open as PDF"));
    // What was chosen is there again after a new start.
    let mut desk = again(desk);
    desk.press_button("Consultation sheet");
    desk.until("1 page · A4");
}

#[test]
fn what_was_typed_and_is_no_date_is_said_and_nothing_leaves_with_it() {
    let mut desk = with_sheet(Desk::new());
    desk.type_into("Decide from", "next week");
    assert!(!desk.shows("is not a date"), "not before the field is left");
    desk.keys(Modifiers::NONE, Key::Escape);
    assert!(desk.shows("\"next week\" is not a date; write one such as"));
    desk.press_button("Open as PDF");
    assert!(!desk.shows("making the sheet"));
    desk.type_into("Decide from", "15 Mar 2027").type_into("Date of birth", "3 May 1988");
    let path = desk.path("dates.pdf");
    let text = save_as(&mut desk, &path).concat();
    assert!(text.contains("15 Mar 2027") && text.contains("3 May 1988"), "{text}");
    desk.press_button("Back to the plan");
    let settings = std::fs::read_to_string(Places::below(desk.folder.path()).settings()).expect("settings");
    assert!(settings.contains("valid_days") && !settings.contains("1988"), "{settings}");
}

#[test]
fn the_sheet_is_saved_under_a_typed_path_and_what_is_there_is_asked_about() {
    let mut desk = with_sheet(Desk::new());
    let shown = desk.harness.query_all_by_role(Role::Image).count();
    let path = desk.path("sheet.pdf");
    assert_eq!(save_as(&mut desk, &path).len(), shown, "the file has the pages that were shown");
    desk.press("Dismiss the message");
    std::fs::write(&path, "something else").expect("a file");
    let ask = |desk: &mut Desk, typed: &Path| {
        desk.press_button("Save as PDF…").type_into("File", typed.to_str().expect("a path of text"));
        desk.press_button("Save");
        assert!(desk.shows("sheet.pdf\" exists already."));
    };
    // What does not end like a sheet becomes a sheet of that name: no plan is ever replaced.
    std::fs::write(desk.path("sheet.ron.pdf"), "").expect("a file");
    let plan = desk.path("sheet.ron");
    desk.press_button("Save as PDF…").type_into("File", plan.to_str().expect("a path of text"));
    desk.press_button("Save");
    assert!(desk.shows("sheet.ron.pdf\" exists already."));
    desk.press_button("Cancel");
    ask(&mut desk, &path.with_extension(""));
    desk.press_button("Cancel");
    assert_eq!(std::fs::read_to_string(&path).expect("as it was"), "something else");
    ask(&mut desk, &path);
    desk.press_button("Replace");
    desk.until("The sheet is saved as");
    assert!(std::fs::read(&path).expect("the sheet").starts_with(b"%PDF"));
}

#[test]
fn opening_puts_a_pdf_into_the_cache() {
    let mut desk = with_sheet(Desk::new());
    desk.press_button("Open as PDF");
    desk.until("The sheet is open in the viewer");
    let sheets = std::fs::read_dir(Places::below(desk.folder.path()).sheets()).expect("the folder");
    let bytes = sheets.flatten().map(|file| std::fs::read(file.path()).expect("a sheet")).next().expect("one sheet");
    assert!(bytes.starts_with(b"%PDF"));
}

#[test]
fn the_clinics_details_are_typed_once() {
    let mut desk = with_sheet(Desk::new());
    desk.press_button("Clinic details…");
    desk.type_into("Clinic name", "Harbour Skin Clinic");
    desk.harness.get_by_role_and_label(Role::MultilineTextInput, "Deposit").scroll_to_me();
    desk.harness.run();
    desk.harness.get_by_role_and_label(Role::MultilineTextInput, "Deposit").click();
    desk.harness.run();
    desk.harness.get_by_role_and_label(Role::MultilineTextInput, "Deposit").type_text("A fifth is due on booking");
    desk.harness.run();
    desk.keys(Modifiers::NONE, Key::Escape).keys(Modifiers::NONE, Key::Escape);
    assert!(desk.shows("Save details"), "what is not saved is not left by a key");
    desk.keys(Modifiers::COMMAND, Key::N);
    assert!(desk.shows("Save or cancel the clinic's details first") && !desk.shows("New plan"));
    desk.press_button("Save details");
    assert!(!desk.shows("Save details") && !desk.shows("Save or cancel the clinic's details first"), "it is done");
    let mut desk = with_sheet(again(desk));
    let path = desk.path("again.pdf");
    let text = save_as(&mut desk, &path).concat();
    assert!(text.contains("Harbour Skin Clinic") && text.contains("A fifth is due on booking"), "{text}");
    desk.press_button("Clinic details…").type_into("Clinic name", "Another").press_button("Cancel");
    desk.press_button("Clinic details…");
    let name = desk.harness.get_by_role_and_label(Role::TextInput, "Clinic name");
    assert_eq!(name.value().as_deref(), Some("Harbour Skin Clinic"), "cancelling leaves the details as they were");
}

#[test]
fn a_logo_is_taken_by_its_path_and_a_bad_one_is_refused() {
    let mut desk = with_sheet(Desk::new());
    let (good, bad) = (desk.path("sign.svg"), desk.path("sign.gif"));
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='40' height='20'/></svg>";
    std::fs::write(&good, svg).expect("a picture");
    std::fs::write(&bad, "GIF89a").expect("a picture");
    desk.press_button("Clinic details…");
    desk.type_into("Logo file", bad.to_str().expect("a path of text"));
    desk.press_button("Take the logo");
    assert!(desk.shows("neither PNG nor SVG"));
    desk.type_into("Logo file", good.to_str().expect("a path of text"));
    desk.press_button("Take the logo");
    assert!(desk.shows("A SVG picture") && !desk.shows("neither PNG nor SVG"));
    desk.press_button("Save details");
    let clinic = Places::below(desk.folder.path()).clinic();
    assert_eq!(std::fs::read_to_string(clinic.with_file_name("clinic-logo.svg")).expect("the logo"), svg);
}

#[test]
fn a_broken_layout_is_said_with_its_line_and_the_built_in_one_still_works() {
    let mut desk = with_sheet(Desk::new());
    let layout = desk.path("own.typ");
    std::fs::write(&layout, "= A heading\n\n#no-such-thing()\n").expect("a layout");
    desk.press_button("Clinic details…");
    desk.type_into("Layout file", layout.to_str().expect("a path of text"));
    desk.press_button("Take the layout");
    desk.until("own.typ, line 3, column");
    assert_eq!(desk.harness.query_all_by_role(Role::Image).count(), 0, "no pages in place of the sentence");
    desk.press_button("Save details");
    let mut desk = again(desk);
    desk.press_button("Consultation sheet");
    desk.until("own.typ, line 3, column");
    desk.press_button("Take the built-in layout");
    desk.until(" pages · A4");
    assert!(!desk.shows("own.typ, line 3"));
    // Mended on disk, the own one is taken as well.
    let copied = Places::below(desk.folder.path()).clinic().with_file_name("own.typ");
    std::fs::write(copied, "#set document(title: \"Own\")\n= Our own\n").expect("a layout");
    desk.press("Layout: Built-in").press("Own: own.typ");
    desk.until("1 page · A4");
    desk.press_button("Clinic details…");
    desk.harness.get_by_label("Back to the built-in layout").scroll_to_me();
    desk.harness.run();
    desk.press_button("Back to the built-in layout").press_button("Save details");
    desk.until("3 pages · A4");
}

#[test]
fn a_broken_clinics_file_is_said_and_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let clinic = Places::below(folder.path()).clinic();
    std::fs::create_dir_all(clinic.parent().expect("a folder")).expect("a folder");
    std::fs::write(&clinic, "CollagenLedgerClinic(schema: 1, nmae: \"Harbour\")").expect("a file");
    let mut desk = with_sheet(Desk::of(App::new(surroundings(folder.path())), folder));
    assert!(desk.shows("clinic.ron, line 1, column") && desk.shows("\"nmae\" is no field here"));
    desk.press_button("Clinic details…").type_into("Clinic name", "Anew").press_button("Save details");
    assert!(desk.shows("are kept as") && !desk.shows("is no field here"));
    let kept = std::fs::read_to_string(clinic.with_file_name("clinic (unreadable).ron")).expect("the broken one");
    assert!(kept.contains("nmae") && std::fs::read_to_string(&clinic).expect("the new one").contains("Anew"));
}

/// A desk with printing of its own.
fn with_printing(printing: Printing) -> Desk {
    let folder = tempfile::tempdir().expect("a folder");
    let surroundings = Surroundings { printing, ..surroundings(folder.path()) };
    with_sheet(Desk::of(App::new(surroundings), folder))
}

fn two() -> Printers {
    Printers { names: vec!["Office".into(), "Desk".into()], default: Some("Office".into()) }
}

#[test]
fn without_a_printer_there_is_a_sentence() {
    for (printers, said) in [
        ((|| Err(PrintError::NoSystem)) as fn() -> _, "no printing system that can be reached"),
        (|| Ok(Printers::default()), "There is no printer; add one"),
        (|| Err(PrintError::TimedOut(Duration::from_secs(20))), "did not answer within 20 seconds"),
    ] {
        let mut desk =
            with_printing(Printing { printers, print: |_, _| Ok("nothing is to be printed here".to_owned()) });
        desk.press_button("Print…");
        desk.until(said);
        desk.press_button("Print");
        assert!(desk.shows("Print the consultation sheet"), "nothing to print on, so nothing happens");
        desk.press_button("Cancel");
        assert!(!desk.shows(said) && desk.shows("Open as PDF"));
    }
}

#[test]
fn the_sheet_goes_to_the_printer_that_was_chosen_or_its_refusal_is_said() {
    let mut desk = with_printing(Printing {
        printers: || Ok(two()),
        print: |job, printer| {
            assert!(job.pdf.starts_with(b"%PDF") && job.media == "iso_a4_210x297mm", "{}", job.title);
            match printer {
                Some("Office") => Ok("Office-17".to_owned()),
                other => Err(PrintError::Refused { name: other.unwrap_or("none").into(), said: "no paper".into() }),
            }
        },
    });
    desk.press_button("Print…");
    desk.until("Printer: Office (default)");
    desk.press_button("Print");
    desk.until("The sheet is with the printer, as job Office-17");
    desk.press_button("Print…");
    desk.until("Printer: Office (default)");
    desk.press("Printer: Office (default)").press("Desk").press_button("Print");
    desk.until("The printer \"Desk\" did not take the sheet: no paper");
    desk.press_button("Back to the plan");
    let settings = Settings::read(&Disk::here(), &Places::below(desk.folder.path()).settings()).0;
    assert_eq!(settings.sheet.printer.as_deref(), Some("Desk"), "the choice is remembered");
}

/// Whether the printer may answer.
static IS_GIVEN_UP: AtomicBool = AtomicBool::new(false);

#[test]
fn printing_can_be_given_up() {
    let mut desk = with_printing(Printing {
        printers: || Ok(two()),
        print: |_, _| {
            while !IS_GIVEN_UP.load(Ordering::Relaxed) {
                std::thread::sleep(Duration::from_millis(5));
            }
            Ok("Office-18".to_owned())
        },
    });
    desk.press_button("Print…");
    desk.until("Printer: Office (default)");
    desk.press_button("Print");
    desk.press_button("Cancel printing the sheet");
    assert!(desk.shows("Printing was given up"));
    IS_GIVEN_UP.store(true, Ordering::Relaxed);
    std::thread::sleep(Duration::from_secs(1));
    desk.harness.run();
    assert!(!desk.shows("Office-18"), "what was given up is not heard of again");
}

#[test]
fn the_sheet_is_written_in_another_language_than_the_window() {
    let mut desk = with_sheet(Desk::new());
    desk.choose("Language: As the window: English", "Deutsch");
    let path = desk.path("sheet.pdf");
    let pages = save_as(&mut desk, &path).concat();
    for text in ["Auf einen Blick", "Aknenarben", "Nichts tun", "$1,750.00"] {
        assert!(pages.contains(text), "{text} is on the sheet, in the country's notation");
    }
    assert!(!pages.contains("At a glance"));
    assert!(desk.shows("Consultation sheet") && desk.shows("Language: Deutsch"), "the window stays as it is");
}
