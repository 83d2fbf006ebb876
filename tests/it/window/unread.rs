//! What was typed and is no day or no number is a problem like any other: said, kept, taken back in one step, and in the way of
//! what leaves the program.

use super::desk::Desk;
use collagen_ledger::document::{Draft, Edit, Field, Place, PlanEdit};
use collagen_ledger::plan::Cause;
use collagen_ledger::storage::{Theme, parse_plan, plan_text};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

fn draft(desk: &Desk) -> &Draft {
    desk.app().document().history().draft()
}

/// Types over what stands in a field.
fn type_over(desk: &mut Desk, role: Role, name: &str, text: &str) {
    desk.reach(role, name).harness.get_by_role_and_label(role, name).focus();
    desk.harness.step();
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    desk.harness.step();
    for letter in text.chars() {
        desk.harness.event(egui::Event::Text(letter.to_string()));
        desk.harness.step();
    }
    desk.settle();
}

fn shown(desk: &mut Desk, role: Role, name: &str) -> String {
    desk.reach(role, name).harness.get_by_role_and_label(role, name).accesskit_node().value().unwrap_or_default()
}

#[test]
fn a_day_that_is_none_is_a_problem_one_step_of_undo_and_kept_in_the_file() {
    let mut desk = Desk::sized([1280.0, 3600.0], Theme::Light);
    let start = draft(&desk).start;
    type_over(&mut desk, Role::TextInput, "Starts on", "31 Feb 2027");
    assert_eq!(draft(&desk).unread.get(&Place::Plan(Field::Start)).map(String::as_str), Some("31 Feb 2027"));
    assert_eq!(draft(&desk).start, start, "the last that was a day holds");
    let problems = desk.app().document().problems();
    assert!(matches!(&problems[0].cause, Cause::NotADate(text) if text == "31 Feb 2027"), "{problems:?}");
    assert!(desk.shows("is not a date; write one such as"), "the banner says it");
    desk.keys(Modifiers::NONE, Key::Tab);
    let said: Vec<String> = desk.spoken().into_iter().filter(|text| text.contains("is not a date")).collect();
    let whole = "\"31 Feb 2027\" is not a date; write one such as 15 Mar 2027, or 2027-03-15";
    assert_eq!(said.iter().filter(|text| *text == whole).count(), 1, "once below the field: {said:?}");
    let reopened = parse_plan(&plan_text(&desk.app().document().dossier())).expect("a plan");
    assert_eq!(reopened, desk.app().document().dossier(), "it is kept");
    desk.keys(Modifiers::COMMAND, Key::I);
    assert!(desk.app().document().record().last().is_none());
    assert!(desk.harness.query_by_label_contains("Valid until").is_none(), "nothing is issued meanwhile");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert!(draft(&desk).unread.is_empty() && desk.app().document().problems().is_empty());
    assert!(!desk.app().document().is_unsaved(), "one step of undo was all");
    assert!(!shown(&mut desk, Role::TextInput, "Starts on").contains("Feb"), "the field shows the day again");
    desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(shown(&mut desk, Role::TextInput, "Starts on"), "31 Feb 2027", "and what was typed once more");
    type_over(&mut desk, Role::TextInput, "Starts on", "28 Feb 2027");
    assert!(draft(&desk).unread.is_empty() && desk.app().document().problems().is_empty());
    assert_eq!(draft(&desk).start, jiff::civil::date(2027, 2, 28));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(draft(&desk).start, start, "wrong and right again is one step");
}

#[test]
fn days_that_matter_and_days_kept_free_are_kept_as_typed_until_they_go() {
    let mut desk = Desk::new();
    desk.open("Plan").press("Add a day that matters");
    let date = draft(&desk).occasions[0].date;
    type_over(&mut desk, Role::TextInput, "Day that matters", "31 Feb 2027");
    desk.press("Holidays, shifts, strong sun").press("Keep days free");
    type_over(&mut desk, Role::TextInput, "Last day kept free", "soon");
    let [matters, last] = [Field::Occasion(0), Field::LastFree(0)].map(Place::Plan);
    let expected = [(matters, "31 Feb 2027".to_owned()), (last, "soon".to_owned())];
    assert_eq!(draft(&desk).unread, expected.into());
    assert_eq!(draft(&desk).occasions[0].date, date, "the last that was a day holds");
    assert_eq!(desk.app().document().problems().len(), 2, "neither is left out without a word");
    let dossier = desk.app().document().dossier();
    assert_eq!(parse_plan(&plan_text(&dossier)).expect("a plan"), dossier, "both are kept");
    type_over(&mut desk, Role::TextInput, "Day that matters", "14 Aug 2027");
    assert_eq!(draft(&desk).occasions[0].date, jiff::civil::date(2027, 8, 14));
    desk.press("Let go of these days");
    assert!(draft(&desk).unread.is_empty() && desk.app().document().problems().is_empty());
}

/// Of two days that are alike it is the one that was let go of that goes.
#[test]
fn what_was_typed_stays_with_its_day() {
    let mut desk = Desk::new();
    desk.open("Plan").press("Add a day that matters").press("Add a day that matters");
    let [first, second] = [0, 1].map(|at| Place::Plan(Field::Occasion(at)));
    desk.harness.state_mut().edit(Edit::Unread(second, "32 Jun 2027".to_owned()));
    desk.harness.state_mut().edit(Edit::Plan(PlanEdit::Remove(Field::Occasion(0))));
    desk.settle();
    assert_eq!(draft(&desk).occasions.len(), 1);
    assert_eq!(draft(&desk).unread, [(first, "32 Jun 2027".to_owned())].into());
    desk.press("Let go of this day");
    assert!(draft(&desk).occasions.is_empty() && draft(&desk).unread.is_empty());
    // What is typed passes through other days, and takes no other one along.
    desk.press("Holidays, shifts, strong sun").press("Keep days free");
    let kept = draft(&desk).time_off[0].first;
    for last in ["3 Jan 2020", "30 Dec 2027"] {
        type_over(&mut desk, Role::TextInput, "Last day kept free", last);
        assert_eq!(draft(&desk).time_off[0].first, kept);
        assert_eq!(desk.app().document().problems().len(), 0);
    }
}

#[test]
fn a_number_that_is_none_is_a_problem_and_typed_right_it_is_gone() {
    let mut desk = Desk::sized([1280.0, 3600.0], Theme::Light);
    for (name, field) in [("Age", Field::Age), ("Look ahead", Field::Horizon)] {
        let before = draft(&desk).clone();
        type_over(&mut desk, Role::SpinButton, name, "x");
        assert_eq!(draft(&desk).unread.get(&Place::Plan(field)).map(String::as_str), Some("x"), "{name}");
        assert!(desk.shows("\"x\" is not a number from"), "{name}");
        let same = if field == Field::Age { before.profile.age } else { before.horizon_years };
        type_over(&mut desk, Role::SpinButton, name, &same.to_string());
        assert_eq!(*draft(&desk), before, "{name}: the same as before is no problem");
    }
}

#[test]
fn what_cannot_be_read_goes_with_what_it_stands_in() {
    let mut desk = Desk::sized([1280.0, 3600.0], Theme::Light);
    desk.reach(Role::CheckBox, "End upkeep on a date").press("End upkeep on a date");
    type_over(&mut desk, Role::TextInput, "Last day of upkeep", "soon");
    assert_eq!(draft(&desk).unread.len(), 1);
    desk.reach(Role::CheckBox, "End upkeep on a date").press("End upkeep on a date");
    assert!(draft(&desk).unread.is_empty() && desk.app().document().problems().is_empty());
}

#[test]
fn a_first_session_before_the_plan_begins_is_said_and_kept_as_typed() {
    let mut desk = Desk::sized([1280.0, 3600.0], Theme::Light);
    let line = draft(&desk).options[0].lines[0].id;
    type_over(&mut desk, Role::TextInput, "First session", "1 Feb 2027");
    desk.keys(Modifiers::NONE, Key::Tab);
    let place = Place::Line { line, field: Field::StartDay };
    assert_eq!(draft(&desk).unread.get(&place).map(String::as_str), Some("1 Feb 2027"));
    assert!(
        desk.shows("\"1 Feb 2027\" is not from 1 Mar 2027, when the plan begins"),
        "in the banner and at the field"
    );
    let field = desk.harness.get_by_role_and_label(Role::TextInput, "First session");
    assert!(field.accesskit_node().description().is_some_and(|said| said.contains("when the plan begins")));
    assert_eq!(shown(&mut desk, Role::TextInput, "First session"), "1 Feb 2027");
    type_over(&mut desk, Role::TextInput, "First session", "8 Mar 2027");
    assert!(draft(&desk).unread.is_empty());
    assert_eq!(draft(&desk).options[0].lines[0].start_day, 7);
}
