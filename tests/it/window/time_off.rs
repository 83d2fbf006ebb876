//! Days kept free: typed in the fields of the plan, taken from a calendar, said of beside the treatments, and taken back.

use super::desk::Desk;
use crate::plans::CATALOG;
use collagen_ledger::document::FreeOf;
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::units::Date;
use egui::{Key, Modifiers};

/// The day of the second session of the first option.
fn second_session(desk: &Desk) -> Date {
    let evaluation = Evaluation::of(desk.app().document().history().draft(), &CATALOG).expect("a valid plan");
    evaluation.estimate.options[0].schedule.sessions[1].date
}

#[test]
fn a_holiday_is_typed_moves_sessions_and_is_taken_back() {
    let mut desk = Desk::new();
    let before = second_session(&desk);
    desk.open("Plan").press("Holidays, shifts, strong sun").press("Keep days free");
    desk.type_into("What the days are", "Sea").type_into("First day kept free", &before.to_string());
    desk.keys(Modifiers::NONE, Key::Tab);
    let draft = desk.app().document().history().draft().clone();
    assert_eq!((draft.time_off[0].name.as_str(), draft.time_off[0].first), ("Sea", before));
    assert_eq!(draft.time_off[0].free_of, FreeOf::Visits);
    assert_eq!(second_session(&desk), draft.time_off[0].last.tomorrow().expect("a day"));
    desk.choose("Kept free of: no visits", "nothing may show");
    assert_eq!(desk.app().document().history().draft().time_off[0].free_of, FreeOf::Traces);
    desk.close();
    assert!(desk.shows("Sea, "), "beside the treatments it is said what moves and why");
    while desk.app().document().history().undo_label().is_some() {
        desk.keys(Modifiers::COMMAND, Key::Z);
    }
    assert!(desk.app().document().history().draft().time_off.is_empty() && !desk.shows("Sea, "));
}

#[test]
fn a_calendar_is_one_step_of_undo() {
    let mut desk = Desk::new();
    let start = desk.app().document().history().draft().start;
    let day = |days: i64| start.saturating_add(jiff::Span::new().days(days)).strftime("%Y%m%d").to_string();
    let event = |days: i64| format!("BEGIN:VEVENT\nSUMMARY:Trip\nDTSTART;VALUE=DATE:{}\nEND:VEVENT\n", day(days));
    let text = format!("BEGIN:VCALENDAR\n{}{}END:VCALENDAR\n", event(30), event(60));
    let path = desk.path("trips.ics");
    std::fs::write(&path, text).expect("a calendar");
    desk.menu("Edit").press_button("Keep days of a calendar free…");
    desk.type_into("File", path.to_str().expect("a path of text")).press_button("Keep free");
    assert_eq!(desk.app().document().history().draft().time_off.len(), 2);
    assert!(desk.shows("2 periods are kept free now"));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert!(desk.app().document().history().draft().time_off.is_empty());
}
