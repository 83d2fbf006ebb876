//! Every field of the window takes the whole of what is typed, key by key and through wrong states, and keeps the focus
//! meanwhile. The fields are found by walking what a screen reader is told of, so that none is left out.

use super::desk::Desk;
use collagen_ledger::storage::Theme;
use egui::accesskit::{NodeId, Role};
use egui::{Event, Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};

/// What is typed into every field, whatever it takes: figures turn wrong on the way, right again with the next one, and
/// some of them wrong once more.
const TYPED: [&str; 2] = ["1x5", "600"];

const ROLES: [Role; 3] = [Role::TextInput, Role::MultilineTextInput, Role::SpinButton];

/// A field by its identity, and what opens it.
#[derive(Clone, Debug, PartialEq)]
struct Field {
    role: Role,
    name: String,
    id: NodeId,
    opener: Option<NodeId>,
}

fn nodes(desk: &Desk) -> impl Iterator<Item = Node<'_>> {
    ROLES.into_iter().flat_map(|role| desk.harness.query_all_by_role(role))
}

/// What is typed as soon as a phrase is opened stands in its first field, in place of what stood there; and what takes the
/// clinic's own price back is not there to be pressed by whoever means to type.
#[test]
fn a_price_that_is_opened_is_typed_at_once() {
    let mut desk = Desk::new();
    for figure in ["300", "320"] {
        desk.open("Price, Microneedling");
        assert_eq!(desk.focused(), "Price a session, low", "whether it is the catalogue's or the clinic's own");
        desk.harness.event(Event::Text(figure.to_owned()));
        desk.settle();
        let low = desk.harness.get_by_role_and_label(Role::TextInput, "Price a session, low");
        assert_eq!(low.accesskit_node().value().as_deref(), Some(figure));
        desk.close();
    }
    desk.open("Price, Microneedling");
    desk.harness.get_by_label("Price a session: use the catalogue's").focus();
    desk.settle();
    desk.keys(Modifiers::NONE, Key::Enter);
    assert_eq!(desk.focused(), "Price a session, low", "what was pressed is gone, and the focus stays within");
    let low = desk.harness.get_by_role_and_label(Role::TextInput, "Price a session, low");
    assert_eq!(low.accesskit_node().value().as_deref(), Some("200"), "as the catalogue says");
}

/// All fields in sight that can be typed into.
fn in_sight(desk: &Desk, opener: Option<NodeId>) -> Vec<Field> {
    let enabled = nodes(desk).filter(|node| !node.accesskit_node().is_disabled());
    let about = |node: Node<'_>| {
        let node = node.accesskit_node();
        Field { role: node.role(), name: node.label().unwrap_or_default(), id: node.locate().0, opener }
    };
    enabled.map(about).collect()
}

/// All fields that can be typed into: those in sight, and those of every sentence and phrase.
fn fields(desk: &mut Desk) -> Vec<Field> {
    let mut all = in_sight(desk.close(), None);
    let openers: Vec<NodeId> = desk.openers().map(|node| node.accesskit_node().locate().0).collect();
    for opener in openers {
        desk.open_by_id(opener);
        let inside = in_sight(desk, Some(opener));
        all.extend(inside.into_iter().filter(|field| all.iter().all(|other| other.id != field.id)).collect::<Vec<_>>());
    }
    all
}

fn field(desk: &mut Desk, name: &str) -> Field {
    fields(desk).into_iter().find(|field| field.name == name).expect(name)
}

fn node<'a>(desk: &'a Desk, field: &Field) -> Option<Node<'a>> {
    nodes(desk).find(|node| node.accesskit_node().locate().0 == field.id)
}

fn value(desk: &Desk, field: &Field) -> Option<String> {
    node(desk, field).map(|node| node.accesskit_node().value().unwrap_or_default())
}

/// A key as a keyboard gives it: pressed, what it writes, released.
fn press(desk: &mut Desk, letter: char) {
    let key = Key::from_name(&letter.to_string());
    let event = |pressed| {
        key.map(|key| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE })
    };
    event(true).into_iter().for_each(|event| desk.harness.event(event));
    desk.harness.event(Event::Text(letter.to_string()));
    desk.harness.step();
    event(false).into_iter().for_each(|event| desk.harness.event(event));
}

/// Types over what stands in a field. Says what went wrong.
fn typed(desk: &mut Desk, field: &Field, text: &str) -> Result<(), String> {
    match field.opener {
        Some(opener) => desk.open_by_id(opener),
        None => _ = desk.close(),
    }
    node(desk, field).ok_or("it is gone")?.focus();
    desk.harness.step();
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    desk.harness.step();
    for end in 1..=text.chars().count() {
        let so_far: String = text.chars().take(end).collect();
        press(desk, so_far.chars().last().unwrap_or_default());
        let shown = value(desk, field).ok_or_else(|| format!("after {so_far:?} it is another field"))?;
        if shown != so_far {
            return Err(format!("after {so_far:?} it shows {shown:?}"));
        }
        if !node(desk, field).is_some_and(|node| node.is_focused()) {
            return Err(format!("after {so_far:?} it has lost the focus"));
        }
    }
    Ok(())
}

/// Whether what is shown is what was typed, in the notation of the field.
fn same(shown: &str, typed: &str) -> bool {
    let figures = |text: &str| text.replace(',', ".").trim_end_matches(char::is_alphabetic).trim().parse::<f64>().ok();
    shown.starts_with(typed) || figures(shown).is_some_and(|shown| Some(shown) == figures(typed))
}

/// Types into every field; afterwards it shows the whole, is the document's or marked, and the focus is somewhere.
fn check(what: &str, desk: &mut Desk, least: usize) {
    let mut all = fields(desk);
    // What is searched for decides which fields there are.
    all.sort_by_key(|field| field.name.starts_with("Search"));
    let mut faults = Vec::new();
    for field in &all {
        for text in TYPED {
            if let Err(fault) = typed(desk, field, text) {
                faults.push(format!("{what}: {:?}, typing {text:?}: {fault}", field.name));
                break;
            }
            desk.keys(Modifiers::NONE, Key::Tab);
            let shown = value(desk, field).unwrap_or_default();
            if !same(&shown, text) {
                faults.push(format!("{what}: {:?} shows {shown:?} after {text:?} was typed and left", field.name));
                break;
            }
        }
    }
    assert!(all.len() >= least, "{what} has {} fields: {all:?}", all.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A window that is high enough for everything.
fn high() -> Desk {
    Desk::sized([1280.0, 5200.0], Theme::Light)
}

/// Everything open that can be edited of a plan.
fn open(desk: &mut Desk) {
    desk.open("Plan").press("Currency, fee, tax, price growth").press("Paying: deposit and credit");
    desk.press("Clinic notes").press("Show paying by instalments").choose("Deposit: None", "Percentage");
    desk.press("Aim at a target improvement").open("Add-ons").press_button("Add an extra of your own…");
    desk.open("Upkeep").press("End upkeep on a date");
    desk.choose("Paid: single sessions", "own package").choose("Tax: as in the plan", "own, in prices");
    desk.choose("Extra is paid: single sessions", "own package");
}

#[test]
fn every_field_of_a_plan_keeps_what_is_typed() {
    let mut desk = high();
    open(&mut desk);
    check("a plan", &mut desk, 39);
}

#[test]
fn every_field_of_other_terms_and_of_a_filler_keeps_what_is_typed() {
    let mut desk = high();
    desk.open("Plan").press("Paying: deposit and credit").choose("Deposit: None", "Set amount");
    desk.choose("Treatment 1: Microneedling", "Hyaluronic acid filler");
    check("a filler", &mut desk, 18);
}

#[test]
fn every_field_of_the_price_list_keeps_what_is_typed() {
    let mut desk = high();
    desk.keys(Modifiers::COMMAND, Key::L);
    desk.type_into("Name of an own treatment or add-on", "numbing").press_button("Add own add-on");
    check("an own add-on", &mut desk, 8);
    desk.type_into("Search the price list", "filler");
    desk.press_button("Add to Hyaluronic acid filler").press_button("Add a tax of its own");
    desk.press_button("Add to Hyaluronic acid filler").press_button("Add package");
    check("the price list", &mut desk, 25);
}

#[test]
fn every_field_of_sheet_and_letterhead_keeps_what_is_typed() {
    let mut desk = high();
    desk.press_button("Consultation sheet");
    check("the sheet", &mut desk, 3);
    desk.press_button("Clinic details…");
    check("the letterhead", &mut desk, 16);
}

#[test]
fn every_field_of_a_dialog_keeps_what_is_typed() {
    for (name, keys, least) in [
        ("opening", (Modifiers::COMMAND, Key::O), 1),
        ("saving", (Modifiers::COMMAND | Modifiers::SHIFT, Key::S), 1),
        ("issuing", (Modifiers::COMMAND, Key::I), 2),
        ("finding a command", (Modifiers::COMMAND, Key::K), 1),
    ] {
        let mut desk = Desk::new();
        // A screen reader is told of what lies behind a dialog, too.
        let behind = in_sight(&desk, None);
        desk.keys(keys.0, keys.1);
        let all: Vec<_> = in_sight(&desk, None).into_iter().filter(|field| !behind.contains(field)).collect();
        assert!(all.len() >= least, "{name}: {all:?}");
        for field in &all {
            for text in TYPED {
                assert_eq!(typed(&mut desk, field, text), Ok(()), "{name}, {:?}, typing {text:?}", field.name);
            }
        }
    }
}

#[test]
fn escape_and_enter_leave_value_and_focus_where_they_are() {
    let mut desk = high();
    open(&mut desk);
    for field in fields(&mut desk).iter().filter(|field| field.role != Role::MultilineTextInput) {
        assert_eq!(typed(&mut desk, field, "15"), Ok(()), "{:?}", field.name);
        for key in [Key::Enter, Key::Escape] {
            desk.keys(Modifiers::NONE, key);
            if let Some(opener) = field.opener.filter(|_| key == Key::Escape) {
                assert!(node(&desk, field).is_none(), "{:?} is still open after {key:?}", field.name);
                let focused = desk.openers().find(Node::is_focused).map(|node| node.accesskit_node().locate().0);
                assert_eq!(focused, Some(opener), "{:?} gives the focus back after {key:?}", field.name);
                desk.open_by_id(opener);
            } else {
                assert!(node(&desk, field).is_some_and(|node| node.is_focused()), "{:?} after {key:?}", field.name);
            }
            let shown = value(&desk, field).unwrap_or_default();
            assert!(same(&shown, "15"), "{:?} shows {shown:?} after {key:?}", field.name);
        }
    }
}

#[test]
fn a_choice_and_escape_give_the_focus_back_to_the_list_box() {
    let mut desk = high();
    let focused = |desk: &Desk| {
        let boxes = desk.harness.query_all_by_role(Role::ComboBox);
        let names: Vec<_> = boxes.filter(Node::is_focused).filter_map(|node| node.accesskit_node().label()).collect();
        names.join(", ")
    };
    desk.open("Client").harness.get_by_role_and_label(Role::ComboBox, "Sun: Usual").focus();
    desk.keys(Modifiers::NONE, Key::Enter).keys(Modifiers::NONE, Key::ArrowDown).keys(Modifiers::NONE, Key::Enter);
    let chosen = focused(&desk);
    assert!(chosen.starts_with("Sun: ") && chosen != "Sun: Usual", "{chosen:?}");
    desk.keys(Modifiers::NONE, Key::Enter).keys(Modifiers::NONE, Key::Escape);
    assert_eq!(focused(&desk), chosen);
}

#[test]
fn an_amount_that_turns_wrong_and_right_again_is_one_step() {
    let mut desk = high();
    let field = field(&mut desk, "Discount");
    assert_eq!(typed(&mut desk, &field, "1x5"), Ok(()));
    desk.harness.key_press(Key::ArrowLeft);
    desk.harness.key_press(Key::Backspace);
    desk.harness.run();
    assert_eq!(value(&desk, &field).as_deref(), Some("15"));
    assert_eq!(desk.total('A'), 315_000 * 85 / 100);
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.total('A'), 315_000);
    assert!(!desk.app().document().is_unsaved(), "one step of undo was all");
}

#[test]
fn an_amount_is_typed_key_by_key_as_germany_writes_it() {
    let mut desk = Desk::german([1280.0, 3600.0]);
    let field = field(&mut desk, "Rabatt");
    assert_eq!(typed(&mut desk, &field, "12,5"), Ok(()));
    assert_eq!(desk.app().document().history().draft().options[0].lines[0].discount, "12.5");
}

#[test]
fn a_number_out_of_its_range_stays_as_typed_and_is_marked_and_arrow_keys_step() {
    let mut desk = high();
    let field = field(&mut desk, "Age");
    let age = |desk: &Desk| desk.app().document().history().draft().profile.age;
    assert_eq!(typed(&mut desk, &field, "600"), Ok(()));
    desk.keys(Modifiers::NONE, Key::Tab);
    assert!(desk.shows("\"600\" is not a number from 12 to 100"), "what is wrong is said");
    assert_eq!(age(&desk), 60, "the last that was right holds");
    assert_eq!(typed(&mut desk, &field, "41"), Ok(()));
    desk.keys(Modifiers::NONE, Key::ArrowUp).keys(Modifiers::NONE, Key::ArrowUp).keys(Modifiers::NONE, Key::ArrowDown);
    assert_eq!((age(&desk), value(&desk, &field).as_deref()), (42, Some("42")));
    assert!(!desk.shows("is not a number"));
}

#[test]
fn half_a_syringe_is_typed_as_the_country_writes_it_and_keys_go_by_halves() {
    let check = |mut desk: Desk, name: &str, half: &str, one_and_a_half: &str| {
        let field = field(&mut desk, name);
        assert_eq!(typed(&mut desk, &field, half), Ok(()));
        let hundredths = |desk: &Desk| desk.app().document().history().draft().options[0].lines[0].units.hundredths();
        assert_eq!(hundredths(&desk), 50);
        desk.keys(Modifiers::NONE, Key::ArrowUp).keys(Modifiers::NONE, Key::ArrowUp);
        assert_eq!((hundredths(&desk), value(&desk, &field).as_deref()), (150, Some(one_and_a_half)));
        assert_eq!(typed(&mut desk, &field, "0"), Ok(()));
        desk.keys(Modifiers::NONE, Key::Tab);
        assert_eq!(hundredths(&desk), 150, "the last that was right holds");
        desk
    };
    let mut filled = high();
    filled.choose("Treatment 1: Microneedling", "Hyaluronic acid filler");
    let desk = check(filled, "Syringes each", "0.5", "1.5");
    assert!(desk.shows("\"0\" is not a number from 0.1 to 20"), "what is wrong is said");
    let mut filled = Desk::german([1280.0, 3600.0]);
    filled.choose("Behandlung 1: Microneedling", "Hyaluronsäure-Filler");
    check(filled, "Spritzen je Sitzung", "0,5", "1,5");
}

#[test]
fn what_is_pasted_is_what_somebody_would_have_typed() {
    let mut desk = Desk::new();
    desk.type_into("Reference", "x").keys(Modifiers::COMMAND, Key::A);
    desk.harness.event(Event::Paste("so\u{ad}ft e\u{fb03}cacy, Zoe\u{308} \u{feff}½".to_owned()));
    desk.settle();
    assert_eq!(desk.app().document().history().draft().reference, "soft efficacy, Zoë ½");
}
