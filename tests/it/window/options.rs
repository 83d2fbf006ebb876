//! Options: added, hidden, put in order, copied.

use super::desk::Desk;
use collagen_ledger::document::LineDraft;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

/// The letters of the options in the order of the plan.
fn letters(desk: &Desk) -> String {
    desk.app().document().history().draft().options.iter().map(|option| option.mark.letter()).collect()
}

#[test]
fn options_are_added_selected_renamed_duplicated_and_removed() {
    let mut desk = Desk::new();
    desk.press_button("Add option");
    assert_eq!(desk.app().document().history().draft().options.len(), 5);
    desk.type_into("Name", "My mix");
    assert!(desk.shows("E · My mix"));
    desk.keys(Modifiers::COMMAND, Key::D);
    assert!(desk.shows("F · My mix (copy)"));
    assert!(desk.harness.get_by_role_and_label(Role::Button, "Add option").accesskit_node().is_disabled());
    desk.keys(Modifiers::COMMAND, Key::Num5).press("What can be done with option E").press("Remove option");
    let letters: String = desk.app().document().history().draft().options.iter().map(|one| one.mark.letter()).collect();
    assert_eq!(letters, "ABCDF", "the selected one is gone, the others keep their letters");
}

#[test]
fn a_hidden_option_stays_in_the_plan_and_is_neither_compared_nor_printed() {
    let mut desk = Desk::new();
    let hide = |desk: &mut Desk, name| {
        desk.press(name).keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::H);
    };
    hide(&mut desk, "B · Needling with PRP, $5,425");
    assert!(desk.shows("B · Needling with PRP, hidden"));
    assert!(!desk.shows("Total over the horizon, B · Needling with PRP"), "it is not compared");
    assert!(desk.shows("This option is hidden"));
    assert_eq!(letters(&desk), "ABCD", "it stays in the plan");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert!(desk.shows("Total over the horizon, B · Needling with PRP"));
    for name in ["A · Microneedling, $3,150", "B · Needling with PRP, $5,425", "C · Ablative laser, $8,676"] {
        hide(&mut desk, name);
    }
    hide(&mut desk, "D · Subcision then needling, $3,450");
    assert!(desk.shows("every option is hidden; show at least one"));
}

#[test]
fn options_are_put_in_order_by_a_measure_by_hand_and_by_dragging() {
    let mut desk = Desk::new();
    desk.press("Total over the horizon");
    assert_eq!(letters(&desk), "ADBC", "the least first");
    desk.press("Total over the horizon");
    assert_eq!(letters(&desk), "CBDA", "again, the most first");
    desk.keys(Modifiers::COMMAND, Key::Z).keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(letters(&desk), "ABCD");
    desk.keys(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(letters(&desk), "BACD", "by keyboard");
    let middle = |desk: &Desk, name| desk.harness.get_by_role_and_label(Role::RowHeader, name).rect().center();
    let (from, to) = (middle(&desk, "B · Needling with PRP, $5,425"), middle(&desk, "C · Ablative laser, $8,676"));
    desk.harness.drag_at(from);
    desk.harness.step();
    desk.harness.hover_at(to);
    desk.harness.step();
    desk.harness.drop_at(to);
    desk.harness.run();
    assert_eq!(letters(&desk), "ACBD", "by dragging");
    assert!(desk.shows("Undo: move option"));
}

#[test]
fn an_option_goes_from_plan_to_plan_by_the_clipboard() {
    let mut desk = Desk::new();
    desk.press("C · Ablative laser, $8,676");
    desk.harness.event(egui::Event::Copy);
    desk.harness.step();
    let copied = desk.harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("something was copied");
    desk.harness.run();
    let mut other = Desk::new();
    other.begin("Pores");
    let before = letters(&other).len();
    other.harness.event(egui::Event::Paste(copied));
    other.harness.run();
    assert_eq!(letters(&other).len(), before + 1);
    let draft = other.app().document().history().draft();
    let original = &desk.app().document().history().draft().options[2];
    let pasted = draft.options.last().expect("an option");
    assert_eq!(pasted.name, original.name);
    assert_eq!(pasted.lines.len(), original.lines.len());
    for (pasted, original) in pasted.lines.iter().zip(&original.lines) {
        let mut elsewhere = draft.options[..before].iter().flat_map(|option| &option.lines);
        assert!(elsewhere.all(|line| line.id != pasted.id), "a line has an id of its own in its plan");
        assert_eq!(&LineDraft { id: original.id, ..pasted.clone() }, original);
    }
    assert!(other.shows("Undo: paste option"));
    other.harness.event(egui::Event::Paste("a shopping list".to_owned()));
    other.harness.run();
    assert!(other.shows("There is no option on the clipboard"));
}

#[test]
fn an_option_starts_from_a_template_of_the_concern() {
    let mut desk = Desk::new();
    assert!(!desk.shows("Add Ablative laser"), "what is there is not offered once more");
    desk.press("Add TCA CROSS");
    assert!(desk.shows("E · TCA CROSS, $"));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(letters(&desk), "ABCD");
}
