//! How the plan goes on: what happened is noted in the window, and what is expected follows at once.

use super::desk::{Desk, patiently};
use collagen_ledger::document::{Draft, Edit, Field, Place, PriceDraft, Serial, SpreadText};
use collagen_ledger::progress::{Fact, SessionFact};
use collagen_ledger::storage::plan_text;
use collagen_ledger::units::Money;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::ToSpan;
use std::path::Path;

fn noted(desk: &Desk) -> Vec<Fact> {
    let progress = desk.app().document().dossier().log.progress();
    progress.noted().iter().map(|noted| noted.fact.clone()).collect()
}

fn opened() -> Desk {
    let mut desk = Desk::new();
    desk.keys(Modifiers::COMMAND, Key::G);
    desk.choose("Option: Which option?", "A · Microneedling");
    desk
}

#[test]
fn what_happened_is_noted_key_by_key_and_taken_back_by_undo() {
    let mut desk = opened();
    assert!(desk.shows("0 sessions had"), "nothing has happened yet");
    desk.type_into("Paid that day", "320.50");
    desk.press_button("Note");
    let today = desk.app().document().history().draft().start;
    let line = desk.app().document().history().draft().options[0].lines[0].id;
    let paid = Some(Money::from_minor(32_050));
    let had = Fact::Session { line, on: today, what: SessionFact::Had { paid, planned: None } };
    assert_eq!(noted(&desk), std::slice::from_ref(&had));
    assert!(desk.shows("1 session had, $320.50 paid"));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(noted(&desk), []);
    assert!(desk.shows("0 sessions had"));
    desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(noted(&desk), [had]);
    desk.keys(Modifiers::NONE, Key::Escape).keys(Modifiers::NONE, Key::Escape);
    assert!(!desk.shows("Day by day"), "Escape leads back to the plan");
    assert!(desk.app().document().is_unsaved(), "a note is work that can be lost");
}

#[test]
fn nothing_is_noted_of_a_day_that_is_none() {
    let mut desk = opened();
    desk.type_into("On", "31 Feb 2027").keys(Modifiers::NONE, Key::Tab);
    assert!(desk.shows("\"31 Feb 2027\" is not a date"));
    desk.press_button("Note");
    assert_eq!(noted(&desk), [], "no other day is meant");
}

#[test]
fn what_undo_takes_back_is_restored_as_it_was() {
    let mut desk = opened();
    let ids = |desk: &Desk| -> Vec<Serial> {
        desk.app().document().dossier().log.progress().noted().iter().map(|noted| noted.id).collect()
    };
    let undo = |desk: &mut Desk| {
        desk.keys(Modifiers::COMMAND, Key::Z);
    };
    let redo = |desk: &mut Desk| {
        desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    };
    desk.press_button("Note");
    let first = ids(&desk);
    assert_eq!(first.len(), 1);
    undo(&mut desk);
    redo(&mut desk);
    assert_eq!(ids(&desk), first, "the same note, by whoever wrote it down");
    let names = desk.harness.query_all_by_role(Role::Button);
    let name = names.filter_map(|node| node.accesskit_node().label()).find(|name| name.starts_with("Take back: "));
    desk.press_button(&name.expect("a button"));
    assert_eq!(ids(&desk), []);
    undo(&mut desk);
    assert_eq!(ids(&desk), first, "taking back is a step, too");
    undo(&mut desk);
    assert_eq!(ids(&desk), []);
    redo(&mut desk);
    redo(&mut desk);
    assert_eq!(ids(&desk), []);
    undo(&mut desk);
    assert_eq!(ids(&desk), first);
}

#[test]
fn what_cannot_have_happened_is_said_beside_it() {
    let mut desk = opened();
    desk.press_button("Note");
    desk.press_button("Note");
    assert!(desk.shows("This is noted already."));
    assert_eq!(noted(&desk).len(), 1);
    desk.choose("What: Session was had", "Something was paid back");
    assert!(!desk.shows("This is noted already."), "it is about what was filled in before");
    desk.type_into("Amount", "50");
    desk.type_into("What for", "a missed slot");
    desk.press_button("Note");
    assert!(desk.shows("Paid back: a missed slot"));
    let back = noted(&desk).into_iter().find_map(|fact| match fact {
        Fact::Payment { amount, note, .. } => Some((amount.minor(), note)),
        _ => None,
    });
    assert_eq!(back, Some((-5_000, "a missed slot".to_owned())));
}

/// What is in sight is what is exported: on this page what is expected now, beside it the plan.
#[test]
fn exports_of_the_page_are_of_what_is_expected_now() {
    let mut desk = opened();
    desk.type_into("Paid that day", "320.50");
    desk.press_button("Note");
    let export = |desk: &mut Desk, name: &str| {
        desk.keys(Modifiers::COMMAND, Key::E).press("Ledger as CSV").press_button("Export…");
        let path = desk.path(name);
        desk.type_into("File", path.to_str().expect("text")).press_button("Export");
        patiently("the export", || std::fs::read_to_string(&path).ok().filter(|text| !text.is_empty()))
    };
    desk.keys(Modifiers::COMMAND, Key::E);
    assert!(desk.shows("As it is expected now: A · Microneedling"));
    desk.keys(Modifiers::NONE, Key::Escape);
    let expected = export(&mut desk, "expected.csv");
    assert!(expected.contains("320.50") && !expected.contains("\nB,"), "{expected}");
    desk.keys(Modifiers::COMMAND, Key::G);
    let planned = export(&mut desk, "planned.csv");
    assert!(!planned.contains("320.50") && planned.contains("\nB,"), "{planned}");
}

/// A plan that began eight months ago, whose file lies in this folder.
fn begun(folder: &Path) -> Desk {
    let mut draft = Draft::clone(Desk::new().app().document().history().draft());
    draft.start = draft.start.saturating_sub(240_i32.days());
    let path = folder.join("begun.clplan");
    std::fs::write(&path, plan_text(&draft.into())).expect("written");
    let mut desk = Desk::opening(Some(&path));
    desk.until("begun.clplan").keys(Modifiers::COMMAND, Key::G);
    desk.choose("Option: Which option?", "A · Microneedling");
    desk
}

#[test]
fn a_grade_is_noted_key_by_key_and_shows_before_and_after() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = begun(folder.path());
    let sessions = desk.app().document().history().draft().options[0].lines[0].sessions;
    for at in 0..i64::from(sessions) {
        let on = desk.app().document().history().draft().start.saturating_add((28 * at).days());
        desk.type_into("On", &on.to_string());
        desk.press_button("Note");
    }
    desk.choose("What: Session was had", "Result was graded");
    assert!(!desk.shows("By the grade"));
    desk.type_into("Better by", "101");
    assert!(desk.shows("there is no such grade"));
    desk.type_into("Better by", "5");
    desk.press_button("Note");
    desk.until("By the grade");
    assert!(desk.shows("one person's grade, by this clinic") && desk.shows("Result graded: 5% better"));
    let said = desk.spoken().into_iter().find(|said| said.starts_with("By what was graded ")).expect("what follows");
    let shares: Vec<u32> = said.split_whitespace().filter_map(|word| word.strip_suffix('%')?.parse().ok()).collect();
    assert!(matches!(shares[..], [after, before] if after < before), "{said}");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert!(!desk.shows("By the grade"), "undo takes it back");
    desk.choose("What: Session was had", "Result was graded");
    desk.choose("Grade: In percent", "No better");
    desk.press_button("Note");
    desk.until("By the grade");
    assert!(desk.shows("Result graded: no better"));
}

/// Of two treatments in turn it is not the other one's session that has to be had first.
#[test]
fn the_next_session_of_each_treatment_is_noted_with_one_press() {
    let mut desk = opened();
    desk.choose("Option: A · Microneedling", "D · Subcision then needling");
    let buttons = desk.harness.query_all_by_role(Role::Button);
    let names = buttons.filter_map(|node| node.accesskit_node().label()).filter(|name| name.starts_with("Had: "));
    let names: Vec<String> = names.collect();
    let lines: Vec<_> = desk.app().document().history().draft().options[3].lines.iter().map(|line| line.id).collect();
    assert_eq!((names.len(), lines.len()), (2, 2), "{names:?}");
    desk.press_button(&names[1]).press_button("Note");
    let Some(Fact::Session { line, .. }) = noted(&desk).pop() else { panic!("a session") };
    assert_eq!(line, lines[1]);
}

#[test]
fn enter_notes_what_is_filled_in_and_had_leads_to_its_day() {
    let mut desk = opened();
    desk.type_into("Paid that day", "320.50").keys(Modifiers::NONE, Key::Enter);
    assert_eq!(noted(&desk).len(), 1);
    let buttons = desk.harness.query_all_by_role(Role::Button);
    let name = buttons.filter_map(|node| node.accesskit_node().label()).find(|name| name.starts_with("Had: "));
    desk.press_button(&name.expect("a button"));
    let day = desk.harness.get_by_role_and_label(Role::TextInput, "On");
    assert!(day.accesskit_node().is_focused(), "on which day is what has to be said next");
}

#[test]
fn what_is_noted_without_an_amount_keeps_what_is_planned() {
    let mut desk = opened();
    desk.press_button("Note");
    let Some(Fact::Session { what: SessionFact::Had { paid: None, planned: Some(planned) }, .. }) = noted(&desk).pop()
    else {
        panic!("a session with what was planned")
    };
    assert_eq!(planned.typical, Money::from_minor(35_000));
    assert!(desk.shows("1 session had, $200–$500 paid"));
    let line = desk.app().document().history().draft().options[0].lines[0].id;
    let price = PriceDraft::Own(SpreadText::of_text("999"));
    desk.harness.state_mut().edit(Edit::Set(Place::Line { line, field: Field::Price }, price.into()));
    desk.settle();
    assert!(desk.shows("1 session had, $200–$500 paid"), "it was paid, whatever is asked for now");
}
