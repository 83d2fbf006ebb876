//! Every command does something, and every field changes the plan by one step that undo takes back.

use super::desk::Desk;
use collagen_ledger::document::Draft;
use collagen_ledger::ui::Command;
use egui::accesskit::Role;
use egui::{Event, Key, KeyboardShortcut, Modifiers, OutputCommand, ViewportCommand};
use egui_kittest::kittest::{NodeT, Queryable};

/// Everything a command may change, as text: the plan, what the views keep, what is to be read, theme and size.
fn everything(desk: &Desk) -> String {
    let app = desk.app();
    let labels = desk.harness.query_all_by_role(Role::Label);
    let labels: Vec<String> = labels.filter_map(|node| node.accesskit_node().value()).collect();
    let theme = desk.harness.ctx.options(|options| options.theme_preference);
    let zoom = desk.harness.ctx.zoom_factor();
    format!("{:?} {:?} {labels:?} {theme:?} {zoom}", app.document().history().draft(), app.state())
}

/// Gives a command by one of its keys, or by its name. Says whether it asked the desktop for something: to close, to copy, to paste.
fn give(desk: &mut Desk, command: Command, keys: Option<KeyboardShortcut>) -> bool {
    if let Some(keys) = keys {
        // Together with its modifiers in one frame, whose output is looked at.
        let KeyboardShortcut { modifiers, logical_key: key } = keys;
        let pressed = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
        desk.harness.input_mut().events.extend([Event::ModifiersChanged(modifiers), pressed]);
    } else {
        desk.keys(Modifiers::COMMAND, Key::K);
        desk.harness.get_by_role_and_label(Role::TextInput, "Command").type_text(command.text());
        desk.harness.run();
        desk.harness.key_down(Key::Enter);
    }
    desk.harness.step();
    let output = desk.harness.output();
    let copies = output.platform_output.commands.iter().any(|asked| matches!(asked, OutputCommand::CopyText(_)));
    let viewports = output.viewport_output.values().flat_map(|viewport| &viewport.commands);
    let asked =
        viewports.filter(|asked| matches!(asked, ViewportCommand::Close | ViewportCommand::RequestPaste)).count();
    desk.harness.event(Event::ModifiersChanged(Modifiers::NONE));
    desk.harness.key_up(keys.map_or(Key::Enter, |keys| keys.logical_key));
    desk.settle();
    copies || asked > 0
}

/// Gives every fourth command, by its name and by each of its keys, each time to a program that has just begun: a quarter
/// of them, so that they run beside each other.
fn check_commands(first: usize) {
    let (mut desk, mut idle) = (Desk::new(), Vec::new());
    let named = Command::all().filter(|command| *command != Command::Palette).map(|command| (command, None));
    let keys = |command: Command| command.shortcuts().iter().map(move |keys| (command, Some(*keys)));
    for (command, keys) in named.chain(Command::all().flat_map(keys)).skip(first).step_by(4) {
        desk.begin_again();
        // So that there is something to undo and to make again, to move up, to look away from and to come back to.
        desk.press("B · Needling with PRP, $5,425").keys(Modifiers::COMMAND, Key::D);
        desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::H).keys(Modifiers::COMMAND, Key::Z);
        desk.keys(Modifiers::ALT, Key::ArrowUp).keys(Modifiers::NONE, Key::Escape);
        let first: &[Command] = match command {
            Command::Option2 | Command::Option5 => &[Command::Option1],
            Command::Option6 => &[Command::AddOption, Command::Option1],
            Command::ThemeSystem => &[Command::ThemeDark],
            Command::ZoomReset => &[Command::ZoomIn],
            _ => &[],
        };
        for first in first {
            give(&mut desk, *first, None);
        }
        let of_record = [Command::Revise, Command::Record, Command::RecordAnswer, Command::PricesSince];
        if keys.is_some() && of_record.contains(&command) {
            // Where to save it is asked next.
            desk.keys(Modifiers::COMMAND, Key::I).press_button("Issue").keys(Modifiers::NONE, Key::Escape);
        }
        let before = everything(&desk);
        if !give(&mut desk, command, keys) && everything(&desk) == before {
            idle.push(format!("{command:?}, given by {}", keys.map_or("name", |_| "keys")));
        }
    }
    assert!(idle.is_empty(), "they do nothing: {idle:#?}");
}

#[test]
fn every_command_does_something() {
    check_commands(0);
}

#[test]
fn every_command_does_something_from_the_second_on() {
    check_commands(1);
}

#[test]
fn every_command_does_something_from_the_third_on() {
    check_commands(2);
}

#[test]
fn every_command_does_something_from_the_fourth_on() {
    check_commands(3);
}

fn draft(desk: &Desk) -> Draft {
    (**desk.app().document().history().draft()).clone()
}

/// The window with everything open that can be edited: an option with an extra of its own, and all that folds.
fn open() -> Desk {
    let mut desk = Desk::sized([1280.0, 3000.0], collagen_ledger::storage::Theme::Light);
    desk.open("Plan").press("Currency, fee, tax, price growth").press("Clinic notes");
    desk.press("Aim at a target improvement").open("Add-ons").press_button("Add an extra of your own…");
    desk.open("Upkeep").press("End upkeep on a date");
    desk.choose("Paid: single sessions", "own package").choose("Tax: as in the plan", "own, in prices");
    desk.choose("Extra is paid: single sessions", "own package");
    desk
}

/// The names of the controls of a role in the editor, and in all that sentences and phrases open.
fn names(desk: &mut Desk, role: Role) -> Vec<String> {
    let in_sight = |desk: &Desk| -> Vec<String> {
        let nodes = desk.harness.query_all_by_role(role);
        nodes.filter_map(|node| node.accesskit_node().label()).collect()
    };
    let behind = in_sight(desk.close());
    let of_editor = |name: &&String| name.as_str() == "Name" || name.starts_with("Treatment ");
    let mut all: Vec<String> = behind.iter().filter(of_editor).cloned().collect();
    let openers: Vec<_> = desk.openers().map(|node| node.accesskit_node().locate().0).collect();
    for opener in openers {
        desk.open_by_id(opener);
        let inside: Vec<String> =
            in_sight(desk).into_iter().filter(|name| !behind.contains(name) && !all.contains(name)).collect();
        all.extend(inside);
    }
    all
}

/// Changes one field; afterwards the plan differs by one step, and undo takes it back.
fn check(desk: &mut Desk, name: &str, change: impl FnOnce(&mut Desk)) {
    let before = draft(desk);
    change(desk);
    assert_ne!(draft(desk), before, "{name:?} changes nothing");
    let undo = desk.app().document().history().undo_label().copied().unwrap_or_default();
    assert!(undo.contains(' '), "{name:?} names no step");
    desk.press_button(&format!("Undo: {undo}"));
    assert_eq!(draft(desk), before, "one undo takes the change of {name:?} back");
}

#[test]
fn every_text_and_number_is_one_step_of_undo() {
    let mut desk = open();
    let (texts, numbers) = (names(&mut desk, Role::TextInput), names(&mut desk, Role::SpinButton));
    assert!(texts.len() >= 12 && numbers.len() >= 9, "{texts:?} {numbers:?}");
    for name in &texts {
        let is_date = ["Starts on", "First session", "Last day of upkeep"].contains(&name.as_str());
        let text = if is_date { "2028-02-03" } else { "123" };
        check(&mut desk, name, |desk| {
            desk.type_into(name, text);
        });
    }
    for name in &numbers {
        check(&mut desk, name, |desk| {
            let node = desk.reach(Role::SpinButton, name).harness.get_by_role_and_label(Role::SpinButton, name);
            let value = node.accesskit_node().numeric_value().unwrap_or_default();
            // Numbers are shown in whole steps or in hundredths of a millimetre.
            node.set_value_accesskit(if name == "Needle length" { value - 0.5 } else { value + 1.0 });
            desk.harness.run();
        });
    }
}

#[test]
fn every_choice_and_check_is_one_step_of_undo() {
    let mut desk = open();
    let (checks, choices) = (names(&mut desk, Role::CheckBox), names(&mut desk, Role::ComboBox));
    assert!(checks.len() >= 5 && choices.len() >= 12, "{checks:?} {choices:?}");
    for name in &checks {
        check(&mut desk, name, |desk| {
            desk.reach(Role::CheckBox, name).harness.get_by_role_and_label(Role::CheckBox, name).click();
            desk.harness.run();
        });
    }
    for name in &choices {
        check(&mut desk, name, |desk| {
            desk.reach(Role::ComboBox, name).harness.get_by_role_and_label(Role::ComboBox, name).click();
            desk.harness.run();
            let current = name.split_once(": ").map_or("", |(_, value)| value);
            let inside = desk.harness.get_by_role(Role::ListBox);
            let other = inside
                .query_all_by_role(Role::Button)
                .find(|node| node.accesskit_node().label().is_some_and(|label| label != current));
            other.expect("another choice").click();
            desk.harness.run();
        });
    }
}
