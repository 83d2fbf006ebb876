//! Pictures of the main states, in both themes and two sizes. `UPDATE_SNAPSHOTS=1` paints them anew.

use super::desk::Desk;
use collagen_ledger::storage::Theme;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use egui_kittest::{SnapshotOptions, SnapshotResults};

const LIGHT: (&str, Theme) = ("light", Theme::Light);
const DARK: (&str, Theme) = ("dark", Theme::Dark);
/// The size to design for.
const USUAL: (&str, [f32; 2]) = ("1280x800", [1280.0, 800.0]);
/// A small window that still has to work.
const SMALL: (&str, [f32; 2]) = ("1024x700", [1024.0, 700.0]);

/// A theme and a size, each with its name.
type ChartStyle = ((&'static str, Theme), (&'static str, [f32; 2]));

/// Brings the window into a state and compares it with its pictures: light and usual, dark and small.
fn check(state: &str, prepare: impl Fn(&mut Desk)) {
    check_in(&[(LIGHT, USUAL), (DARK, SMALL)], state, prepare);
}

fn check_in(looks: &[ChartStyle], state: &str, prepare: impl Fn(&mut Desk)) {
    let mut results = SnapshotResults::new();
    for ((theme_name, theme), (size_name, size)) in looks {
        let mut desk = Desk::sized(*size, *theme);
        prepare(&mut desk);
        // Until the fine ranges are drawn: the coarse ones come first.
        desk.settle();
        // A pixel at the edge of a letter may differ where arithmetic is contracted otherwise.
        let options = SnapshotOptions::new().max_failed_pixels(20);
        desk.harness.snapshot_options(format!("{state}-{theme_name}-{size_name}"), &options);
        results.extend(desk.harness.take_snapshot_results());
    }
}

#[test]
fn the_worked_example() {
    check_in(&[(LIGHT, USUAL), (LIGHT, SMALL), (DARK, USUAL), (DARK, SMALL)], "example", |_| {});
}

#[test]
fn a_wrong_amount() {
    check("wrong", |desk| {
        desk.type_into("Reference", "Client 17").keys(Modifiers::NONE, Key::Escape);
        // A small window shows charts or editor.
        if desk.harness.query_by_role_and_label(Role::Button, "Editor").is_some() {
            desk.press_button("Editor");
        }
        desk.type_into("Price a session, typical", "forty");
    });
}

#[test]
fn six_options_over_ten_years_with_differences() {
    check("six", |desk| {
        desk.press_button("Add option").press_button("Add option");
        desk.open("Plan").harness.get_by_role_and_label(Role::SpinButton, "Look ahead").set_value_accesskit(10.0);
        desk.harness.run();
    });
}

#[test]
fn how_the_plan_goes_on() {
    check("progress", |desk| {
        desk.keys(Modifiers::COMMAND, Key::G).choose("Option: Which option?", "A · Microneedling");
        desk.type_into("Paid that day", "320.50").press_button("Note");
        desk.choose("What: Session was had", "Something was paid back")
            .type_into("Amount", "30")
            .type_into("What for", "missed slot");
        desk.press_button("Note");
    });
}

#[test]
fn the_charts_as_a_table() {
    check("table", |desk| {
        desk.keys(Modifiers::COMMAND, Key::T);
    });
}

#[test]
fn the_client_view() {
    check("client", |desk| {
        desk.keys(Modifiers::NONE, Key::F11);
    });
}

#[test]
fn the_question_about_unsaved_work() {
    check("unsaved", |desk| {
        desk.type_into("Reference", "Client 17");
        desk.keys(Modifiers::COMMAND, Key::N);
    });
}
