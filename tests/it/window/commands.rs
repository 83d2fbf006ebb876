//! Menus, shortcuts, the palette, help.

use super::desk::Desk;
use collagen_ledger::ui::Command;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

#[test]
fn every_command_stands_in_a_menu_and_its_keys_are_its_own() {
    let mut keys: Vec<_> = Command::all().flat_map(Command::shortcuts).collect();
    let count = keys.len();
    keys.sort_by_key(|keys| format!("{keys:?}"));
    keys.dedup();
    assert_eq!(keys.len(), count, "two commands share their keys");
    let mut desk = Desk::new();
    for menu in collagen_ledger::ui::Menu::ALL {
        desk.menu(menu.name());
        for command in menu.commands() {
            assert!(desk.shows(command.text()), "{} is not in {}", command.text(), menu.name());
        }
        desk.keys(Modifiers::NONE, Key::Escape).keys(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn any_command_is_found_by_its_name() {
    let mut desk = Desk::new();
    desk.keys(Modifiers::COMMAND, Key::K);
    desk.harness.get_by_role_and_label(Role::TextInput, "Command").type_text("dupl");
    desk.harness.run();
    desk.keys(Modifiers::NONE, Key::Enter);
    assert!(desk.shows("E · Microneedling (copy)"));
    desk.keys(Modifiers::COMMAND, Key::Z);
    desk.keys(Modifiers::COMMAND, Key::K).keys(Modifiers::NONE, Key::ArrowDown).keys(Modifiers::NONE, Key::Enter);
    assert!(desk.shows("Open a plan"), "the second command of the list");
    desk.keys(Modifiers::NONE, Key::Escape);
    desk.keys(Modifiers::NONE, Key::F11);
    assert!(
        desk.shows("Leave client view") && !desk.shows("Plan: from"),
        "the client view leaves the clinic's side out"
    );
    desk.press_button("Leave client view");
    assert!(desk.shows("Plan: from"));
}

#[test]
fn options_treatments_figures_and_plans_are_found_too() {
    let mut desk = Desk::new();
    let find = |desk: &mut Desk, typed: &str| {
        desk.keys(Modifiers::COMMAND, Key::K);
        desk.harness.get_by_role_and_label(Role::TextInput, "Command").type_text(typed);
        desk.settle();
        desk.keys(Modifiers::NONE, Key::Enter);
    };
    let selected = |desk: &Desk| {
        let draft = desk.app().document().history().draft();
        let option = draft.options.iter().find(|option| Some(option.id) == desk.app().state().selected);
        option.map(|option| option.mark.letter())
    };
    find(&mut desk, "b · needling");
    assert_eq!(selected(&desk), Some('B'));
    find(&mut desk, "subcision, in");
    assert_eq!(selected(&desk), Some('D'));
    find(&mut desk, "initial course, c");
    assert_eq!((selected(&desk), desk.app().state().explained.is_some()), (Some('C'), true));
    let path = desk.path("kept.ron");
    desk.keys(Modifiers::COMMAND, Key::S).type_into("File", path.to_str().expect("text"));
    desk.keys(Modifiers::NONE, Key::Enter);
    find(&mut desk, "plan: kept");
    assert_eq!(desk.app().document().path(), Some(path.as_path()));
}

#[test]
fn help_lists_every_shortcut_and_every_licence() {
    let mut desk = Desk::new();
    desk.keys(Modifiers::COMMAND, Key::Slash);
    for command in Command::all().filter(|command| !command.shortcuts().is_empty()) {
        assert!(desk.shows(command.text()), "{}", command.text());
    }
    desk.press_button("Close").menu("Help").press_button("Licences");
    assert!(desk.shows("egui_plot"));
}
