//! What a client is shown: four steps, large, with nothing of the clinic's side.

use super::desk::Desk;
use collagen_ledger::document::{Edit, Field, Place, Value};
use collagen_ledger::storage::Theme;
use collagen_ledger::ui::theme::tokens;
use egui::accesskit::Role;
use egui::{Key, Modifiers, ViewportCommand};
use egui_kittest::kittest::{NodeT, Queryable};

/// Whether the window was asked to fill the screen, or to leave it.
fn asks_for_full_screen(desk: &mut Desk, key: Key) -> Option<bool> {
    desk.harness.key_down(key);
    desk.harness.step();
    let viewports = desk.harness.output().viewport_output.values().flat_map(|viewport| &viewport.commands);
    let mut asked = viewports.filter_map(|command| match command {
        ViewportCommand::Fullscreen(full) => Some(*full),
        _ => None,
    });
    let asked = asked.next_back();
    desk.harness.key_up(key);
    desk.settle();
    asked
}

#[test]
fn the_client_view_goes_in_four_steps_by_arrow_keys_and_buttons() {
    let mut desk = Desk::new();
    assert_eq!(asks_for_full_screen(&mut desk, Key::F11), Some(true));
    assert!(desk.shows("What you could do") && desk.shows("A · Microneedling"));
    assert!(desk.shows("About $3,150 over 5 years; it may be between $1,800 and $4,500."));
    assert!(desk.shows("9 visits."));
    desk.keys(Modifiers::NONE, Key::ArrowRight);
    assert!(desk.shows("What it may achieve") && desk.shows("Chart of improvement"));
    let horizon = |desk: &mut Desk, years: u32| {
        desk.harness.state_mut().edit(Edit::Set(Place::Plan(Field::Horizon), years.into()));
        desk.settle();
    };
    horizon(&mut desk, 10);
    assert!(desk.shows("Hatched: not studied beyond here"));
    horizon(&mut desk, 5);
    desk.keys(Modifiers::NONE, Key::ArrowRight);
    assert!(
        desk.shows("How many it may help, and for how long")
            && desk.shows("Of 100 people, over a quarter better than untreated")
    );
    desk.until(" of 100");
    assert!(desk.shows("0 of 100"), "of those who do nothing");
    assert!(desk.shows("Without upkeep it lasts 22 months"));
    assert!(desk.shows("nobody can tell which of them you are"));
    desk.keys(Modifiers::NONE, Key::ArrowRight).keys(Modifiers::NONE, Key::ArrowRight);
    assert!(desk.shows("What it costs") && !desk.shows("Chart of improvement"));
    assert!(desk.shows("$1,750 in the next 12 months, $1,400 later"));
    let start = desk.app().document().history().draft().start;
    let begin = |desk: &mut Desk, start| {
        desk.harness.state_mut().edit(Edit::Set(Place::Plan(Field::Start), Value::Day(start)));
        desk.settle();
    };
    begin(&mut desk, jiff::civil::date(2020, 1, 6));
    assert!(desk.shows("the first 12 months, from 6 Jan 2020"), "of a plan that has begun they are not the next ones");
    assert!(desk.shows("$1,750 in the first 12 months, $1,400 later"));
    begin(&mut desk, start);
    desk.keys(Modifiers::NONE, Key::ArrowLeft).keys(Modifiers::NONE, Key::ArrowLeft);
    assert!(desk.shows("What it may achieve"));
    desk.press_button("Back").press_button("Next").press_button("Next").press_button("Next");
    assert!(desk.shows("What it costs"));
    assert_eq!(asks_for_full_screen(&mut desk, Key::Escape), Some(false));
    assert!(!desk.app().state().client_view && desk.shows("Consultation sheet"));
}

#[test]
fn the_client_view_is_large_and_has_no_menu_no_file_and_nothing_to_edit() {
    let mut desk = Desk::new();
    desk.keys(Modifiers::NONE, Key::F11);
    let smallest = tokens::SIZES.iter().copied().fold(f32::INFINITY, f32::min);
    assert!(smallest * desk.harness.ctx.zoom_factor() >= 22.0, "22 points and up");
    for _ in 0..4 {
        for role in [Role::TextInput, Role::SpinButton, Role::ComboBox, Role::CheckBox, Role::MultilineTextInput] {
            assert!(desk.harness.query_all_by_role(role).next().is_none(), "{role:?}");
        }
        let buttons = desk.harness.query_all_by_role(Role::Button);
        let names: Vec<String> = buttons.filter_map(|node| node.accesskit_node().label()).collect();
        assert_eq!(names, ["Back", "Next", "Leave client view"]);
        assert!(!desk.shows("Untitled"));
        desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::N).keys(Modifiers::COMMAND, Key::L);
        desk.keys(Modifiers::NONE, Key::ArrowRight);
    }
    assert_eq!(desk.app().document().history().draft().options.len(), 4, "no command edits behind it");
}

#[test]
fn what_is_paid_soon_and_later_is_all_there_is() {
    let desk = Desk::new();
    for option in &desk.app().document().evaluation().expect("an evaluation").estimate.options {
        let (soon, later) = (option.ledger.first_year(), option.ledger.later());
        assert_eq!(soon.typical.minor() + later.typical.minor(), option.ledger.total.typical.minor());
    }
}

#[test]
fn options_stand_beside_each_other_where_there_is_room() {
    for (size, in_sight) in
        [([1280.0, 800.0], Some("Do nothing")), ([1920.0, 1080.0], Some("Do nothing")), ([800.0, 900.0], None)]
    {
        let mut desk = Desk::sized(size, Theme::Light);
        desk.keys(Modifiers::NONE, Key::F11);
        let place = |desk: &Desk, name: &str| desk.harness.get_by_label(name).rect();
        let (first, second) = (place(&desk, "A · Microneedling"), place(&desk, "B · Needling with PRP"));
        assert_eq!(second.left() > first.right(), in_sight.is_some(), "{size:?}");
        if let Some(name) = in_sight {
            let foot = desk.harness.get_by_role_and_label(Role::Button, "Leave client view").rect();
            assert!(place(&desk, name).bottom() < foot.top(), "{size:?}: {name} is in sight");
            let untreated = desk.harness.get_by_label_contains("It costs nothing. The dents stay").rect();
            assert!(untreated.bottom() < foot.top(), "{size:?}: what becomes of it is in sight, {untreated:?}");
        }
    }
}

/// What is said of a result stands above the picture and never on it, however little room there is.
#[test]
fn sentences_and_picture_keep_their_places() {
    for size in [[1280.0, 800.0], [640.0, 400.0], [500.0, 700.0]] {
        let mut desk = Desk::sized(size, Theme::Dark);
        desk.keys(Modifiers::NONE, Key::F11).keys(Modifiers::NONE, Key::ArrowRight);
        let place = |text: &str| desk.harness.get_by_label_contains(text).rect();
        let heading = desk.harness.get_by_role_and_label(Role::Heading, "Improvement").rect();
        let (permanent, results) = (place("a scar can be softened"), place("are not guaranteed"));
        assert!(permanent.bottom() <= results.top() + 1.0, "{size:?}: {permanent:?}, {results:?}");
        assert!(results.bottom() <= heading.top() + 1.0, "{size:?}: {results:?}, {heading:?}");
    }
}
