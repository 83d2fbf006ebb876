//! The window, driven by accessible names as a screen reader would, without display or GPU.

#![allow(clippy::expect_used, clippy::panic)]

use collagen_ledger::app::{App, Surroundings};
use collagen_ledger::storage::Places;
use collagen_ledger::ui::Command;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::path::{Path, PathBuf};

/// The program in a window of 1280 × 800 with its files below a folder of its own.
struct Desk {
    harness: Harness<'static, App>,
    folder: tempfile::TempDir,
}

fn surroundings(folder: &Path) -> Surroundings {
    Surroundings {
        places: Some(Places::below(folder)),
        today: || jiff::civil::date(2027, 3, 1),
        open: |_| Ok(()),
        native_dialogs: false,
    }
}

impl Desk {
    fn new() -> Self {
        Self::opening(None)
    }

    fn opening(path: Option<&Path>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut app = App::new(surroundings(folder.path()));
        if let Some(path) = path {
            app.open_path(path);
        }
        Self::of(app, folder)
    }

    fn of(app: App, folder: tempfile::TempDir) -> Self {
        let builder = Harness::builder().with_size([1280.0, 800.0]).with_max_steps(16);
        let mut begun = false;
        let harness = builder.build_ui_state(
            move |ui, app: &mut App| {
                if !std::mem::replace(&mut begun, true) {
                    app.set_up(ui.ctx());
                }
                app.frame(ui);
            },
            app,
        );
        let mut desk = Self { harness, folder };
        desk.harness.run();
        desk
    }

    fn app(&self) -> &App {
        self.harness.state()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn press(&mut self, name: &str) -> &mut Self {
        self.harness.get_by_label(name).click();
        self.harness.run();
        self
    }

    /// Presses a button among widgets of the same name.
    fn press_button(&mut self, name: &str) -> &mut Self {
        self.harness.get_by_role_and_label(Role::Button, name).click();
        self.harness.run();
        self
    }

    fn keys(&mut self, modifiers: Modifiers, key: Key) -> &mut Self {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
        self
    }

    /// Replaces what stands in a text field.
    fn type_into(&mut self, name: &str, text: &str) -> &mut Self {
        self.harness.get_by_role_and_label(Role::TextInput, name).scroll_to_me();
        self.harness.run();
        self.harness.get_by_role_and_label(Role::TextInput, name).click();
        self.harness.run();
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.run();
        self.harness.get_by_role_and_label(Role::TextInput, name).type_text(text);
        self.harness.run();
        self
    }

    fn total(&self, letter: char) -> i64 {
        let evaluation = self.app().document().evaluation().expect("an evaluation");
        let of_letter = |option: &&collagen_ledger::estimate::OptionEstimate| {
            option.mark.is_some_and(|mark| mark.letter() == letter)
        };
        evaluation.estimate.options.iter().find(of_letter).expect("the option").ledger.total.typical.minor()
    }

    fn shows(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }
}

#[test]
fn the_worked_example_is_shown_with_doing_nothing_and_nothing_is_unnamed() {
    let desk = Desk::new();
    for name in ["A · Microneedling, $3,150", "Do nothing, $0", "Consultation sheet", "Add option"] {
        assert!(desk.harness.query_by_role_and_label(Role::Button, name).is_some(), "no button is called {name:?}");
    }
    for field in ["Reference", "Concern", "Severity", "Age", "Sun", "Look ahead", "Sessions"] {
        assert!(desk.harness.query_all_by_label(field).next().is_some(), "no field is called {field:?}");
    }
    desk.harness.check_accessibility();
}

#[test]
fn a_typed_price_shows_at_once_and_undo_takes_the_word_back_as_one_step() {
    let mut desk = Desk::new();
    assert_eq!(desk.total('A'), 315_000);
    desk.type_into("Price a session, typical", "400.00");
    assert_eq!(desk.total('A'), 360_000, "5 sessions and 4 upkeep at 400");
    assert!(desk.shows("$3,600"), "the list of options shows the new total");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.total('A'), 315_000);
    assert!(!desk.app().document().is_unsaved(), "one step of undo was all");
    desk.keys(Modifiers::COMMAND, Key::Y);
    assert_eq!(desk.total('A'), 360_000);
}

#[test]
fn a_wrong_amount_is_marked_beside_its_field_and_the_last_result_stays() {
    let mut desk = Desk::new();
    desk.type_into("Price a session, typical", "forty");
    assert!(desk.shows("is not an amount"), "the problem is said");
    assert!(desk.shows("What is shown is from before"), "the result is marked as old");
    assert_eq!(desk.total('A'), 315_000, "the last valid result stays");
    desk.type_into("Price a session, typical", "350");
    assert!(!desk.shows("is not an amount"));
}

#[test]
fn options_are_added_selected_renamed_duplicated_and_removed() {
    let mut desk = Desk::new();
    desk.press_button("Add option");
    assert_eq!(desk.app().document().history().draft().options.len(), 5);
    desk.type_into("Name", "My mix");
    assert!(desk.shows("E · My mix"));
    desk.press_button("Duplicate option");
    assert!(desk.shows("F · My mix (copy)"));
    assert!(desk.harness.get_by_role_and_label(Role::Button, "Add option").accesskit_node().is_disabled());
    desk.press_button("Remove option");
    let letters: String = desk.app().document().history().draft().options.iter().map(|one| one.mark.letter()).collect();
    assert_eq!(letters, "ABCDF", "the selected one is gone, the others keep their letters");
}

#[test]
fn a_figure_explains_itself_with_formula_and_sources() {
    let mut desk = Desk::new();
    let label = "Initial course, A · Microneedling: $1,750 ($1,000–$2,500)";
    desk.press(label);
    assert!(desk.shows("The sum of the ledger entries of the initial course"));
    assert!(desk.shows("COST-03"), "the price's source is named");
}

#[test]
fn a_plan_is_saved_under_a_typed_name_and_opened_again() {
    let mut desk = Desk::new();
    desk.type_into("Reference", "Müller 17");
    assert!(desk.app().document().is_unsaved());
    desk.keys(Modifiers::COMMAND, Key::S);
    let path = desk.path("first.ron");
    desk.type_into("File", path.to_str().expect("a path of text"));
    desk.press("Save");
    assert!(!desk.app().document().is_unsaved());
    let again = Desk::opening(Some(&path));
    assert_eq!(again.app().document().history().draft(), desk.app().document().history().draft());
    assert_eq!(again.app().document().name(), "first.ron");
}

#[test]
fn a_broken_file_gives_one_message_and_leaves_everything_as_it_was() {
    let mut desk = Desk::new();
    let path = desk.path("broken.ron");
    std::fs::write(&path, "CollagenLedgerPlan(schema: 1, reference: 7)").expect("a file");
    let before = desk.app().document().history().draft().clone();
    desk.keys(Modifiers::COMMAND, Key::O);
    desk.type_into("File", path.to_str().expect("a path of text"));
    desk.press("Open");
    assert!(desk.shows("broken.ron, line 1, column"));
    assert_eq!(*desk.app().document().history().draft(), before);
    desk.press("Dismiss the message");
    assert!(!desk.shows("broken.ron, line 1, column"));
}

#[test]
fn unsaved_work_is_asked_about_before_something_replaces_it() {
    for (answer, kept) in [("Cancel", true), ("Don't save", false)] {
        let mut desk = Desk::new();
        desk.type_into("Reference", "keep me");
        desk.keys(Modifiers::COMMAND, Key::N);
        assert!(desk.shows("Save the changes to Untitled?"));
        desk.press(answer);
        if !kept {
            desk.press_button("Pores");
        }
        assert_eq!(desk.app().document().history().draft().reference == "keep me", kept, "after {answer}");
    }
}

#[test]
fn every_command_stands_in_a_menu_and_its_keys_are_its_own() {
    let mut keys: Vec<_> = Command::all().flat_map(Command::shortcuts).collect();
    let count = keys.len();
    keys.sort_by_key(|keys| format!("{keys:?}"));
    keys.dedup();
    assert_eq!(keys.len(), count, "two commands share their keys");
    let mut desk = Desk::new();
    for menu in collagen_ledger::ui::Menu::ALL {
        desk.press_button(menu.name());
        for command in menu.commands() {
            assert!(desk.shows(command.text()), "{} is not in {}", command.text(), menu.name());
        }
        desk.keys(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn cost_only_concerns_say_so_and_draw_no_improvement() {
    let mut desk = Desk::new();
    desk.keys(Modifiers::COMMAND, Key::N);
    desk.press_button("Hair loss");
    assert!(desk.shows("Cost only: no improvement is projected"));
    assert!(!desk.shows("Chart of improvement"));
    assert!(desk.shows("Chart of cumulative spend"));
}

#[test]
fn unsaved_work_comes_back_after_a_crash_and_not_after_an_orderly_end() {
    let mut desk = Desk::new();
    desk.type_into("Reference", "before the crash");
    let Desk { harness, folder } = desk;
    // Dropping the program is what a crash leaves behind: nothing was saved, and nobody said goodbye.
    drop(harness);
    let again = || {
        let mut app = App::new(surroundings(folder.path()));
        app.begin_with(None);
        app
    };
    let came_back = || {
        let app = again();
        let document = app.document();
        (document.history().draft().reference == "before the crash").then_some((document.is_unsaved(), app))
    };
    let (unsaved, app) = (0..100)
        .find_map(|_| {
            std::thread::sleep(std::time::Duration::from_millis(20));
            came_back()
        })
        .expect("the work came back");
    assert!(unsaved, "it is not saved yet");
    // A window that ends without saving and without being told to give up keeps it for the next time.
    let mut desk = Desk::of(app, folder);
    desk.harness.state_mut().end();
    let Desk { harness, folder } = desk;
    drop(harness);
    let mut app = App::new(surroundings(folder.path()));
    app.begin_with(None);
    let mut desk = Desk::of(app, folder);
    assert_eq!(desk.app().document().history().draft().reference, "before the crash");
    desk.keys(Modifiers::COMMAND, Key::S);
    let path = desk.path("saved.ron");
    desk.type_into("File", path.to_str().expect("a path of text"));
    desk.press("Save");
    desk.harness.state_mut().end();
    let Desk { harness, folder } = desk;
    drop(harness);
    let mut app = App::new(surroundings(folder.path()));
    app.begin_with(None);
    assert_eq!(app.document().history().draft().reference, "", "what is saved does not come back by itself");
}

#[test]
fn an_edit_is_on_screen_in_the_same_frame() {
    let mut desk = Desk::new();
    desk.harness.get_by_role_and_label(Role::TextInput, "Reference").click();
    desk.harness.run();
    desk.harness.get_by_role_and_label(Role::SpinButton, "Age").set_value_accesskit(60.0);
    let before = desk.app().document().evaluation().cloned();
    desk.harness.step();
    assert_ne!(desk.app().document().evaluation().cloned(), before, "the edit was made");
    let option = &desk.app().document().evaluation().expect("an evaluation").estimate.options[0];
    let peak = option.projection.as_ref().and_then(|projection| projection.peak).expect("a peak");
    let shown = collagen_ledger::wording::share(peak.improvement.typical);
    assert!(desk.shows(&format!("Peak improvement, A · Microneedling: {shown}")), "and shows after one frame");
}

#[test]
fn a_file_changed_by_somebody_else_is_kept_beside_ours() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("shared.ron");
    let first = Desk::new();
    std::fs::write(&path, collagen_ledger::storage::plan_text(first.app().document().history().draft()))
        .expect("a plan");
    let mut desk = Desk::opening(Some(&path));
    desk.type_into("Reference", "mine");
    let theirs = std::fs::read_to_string(&path).expect("a plan").replace("reference: \"\"", "reference: \"theirs\"");
    std::fs::write(&path, &theirs).expect("written by somebody else");
    desk.keys(Modifiers::COMMAND, Key::S);
    assert!(desk.shows("their version is kept as"));
    assert!(std::fs::read_to_string(&path).expect("ours").contains("reference: \"mine\""));
    let kept = folder.path().join("shared (changed elsewhere).ron");
    assert_eq!(std::fs::read_to_string(kept).expect("theirs"), theirs);
}

#[test]
fn any_command_is_found_by_its_name() {
    let mut desk = Desk::new();
    desk.keys(Modifiers::COMMAND, Key::K);
    desk.harness.get_by_role_and_label(Role::TextInput, "Command").type_text("dupl");
    desk.harness.run();
    desk.keys(Modifiers::NONE, Key::Enter);
    assert!(desk.shows("E · Microneedling (copy)"));
    desk.keys(Modifiers::NONE, Key::F11);
    assert!(
        desk.shows("Leave client view") && !desk.shows("Clinic notes"),
        "the client view leaves the clinic's side out"
    );
    desk.press_button("Leave client view");
    assert!(desk.shows("Clinic notes"));
}

#[test]
fn another_concern_offers_its_usual_courses_as_one_step() {
    let mut desk = Desk::new();
    desk.press("Concern: Acne scars");
    desk.press_button("Wrinkles and fine lines");
    assert!(desk.shows("The options keep their courses"));
    let sessions = |desk: &Desk| desk.app().document().history().draft().options[0].lines[0].sessions;
    assert_eq!(sessions(&desk), 5);
    desk.press_button("Take the usual courses");
    assert_eq!(sessions(&desk), 3);
    assert!(!desk.shows("The options keep their courses"));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(sessions(&desk), 5);
}

#[test]
fn another_currency_offers_to_keep_the_figures() {
    let mut desk = Desk::new();
    desk.press("Currency, fee, tax, price growth");
    desk.press("Currency: USD · United States dollar, built-in prices");
    desk.press_button("EUR · Euro");
    assert!(desk.shows("the catalogue has no price in EUR for Microneedling"));
    desk.press_button("Keep the USD figures as your own");
    assert!(desk.app().document().problems().is_empty());
    assert!(desk.shows("A · Microneedling, €3,150"));
    desk.keys(Modifiers::COMMAND, Key::Z).keys(Modifiers::COMMAND, Key::Z);
    assert!(desk.shows("A · Microneedling, $3,150"));
}

/// The selected option's total as the list of options says it.
fn letters(desk: &Desk) -> String {
    desk.app().document().history().draft().options.iter().map(|option| option.mark.letter()).collect()
}

#[test]
fn a_hidden_option_stays_in_the_plan_and_is_neither_compared_nor_printed() {
    let mut desk = Desk::new();
    desk.press_button("B · Needling with PRP, $5,425").press_button("Hide option");
    assert!(desk.shows("B · Needling with PRP, hidden"));
    assert!(!desk.shows("Total over the horizon, B · Needling with PRP"), "it is not compared");
    assert!(desk.shows("This option is hidden"));
    assert_eq!(letters(&desk), "ABCD", "it stays in the plan");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert!(desk.shows("Total over the horizon, B · Needling with PRP"));
    for name in ["A · Microneedling, $3,150", "B · Needling with PRP, $5,425", "C · Ablative laser, $8,676"] {
        desk.press_button(name).press_button("Hide option");
    }
    desk.press_button("D · Subcision then needling, $2,750").press_button("Hide option");
    assert!(desk.shows("every option is hidden; show at least one"));
}

#[test]
fn options_are_put_in_order_by_a_measure_by_hand_and_by_dragging() {
    let mut desk = Desk::new();
    desk.press("Sort options by").press_button("Total over the horizon");
    assert_eq!(letters(&desk), "DABC", "the least first");
    desk.press("Sort options by").press_button("Total over the horizon");
    assert_eq!(letters(&desk), "CBAD", "again, the most first");
    desk.keys(Modifiers::COMMAND, Key::Z).keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(letters(&desk), "ABCD");
    desk.keys(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(letters(&desk), "BACD", "by keyboard");
    let middle = |desk: &Desk, name| desk.harness.get_by_role_and_label(Role::Button, name).rect().center();
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
    desk.press_button("C · Ablative laser, $8,676");
    desk.harness.event(egui::Event::Copy);
    desk.harness.step();
    let copied = desk.harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("something was copied");
    desk.harness.run();
    let mut other = Desk::new();
    other.keys(Modifiers::COMMAND, Key::N).press_button("Pores");
    let before = letters(&other).len();
    other.harness.event(egui::Event::Paste(copied));
    other.harness.run();
    assert_eq!(letters(&other).len(), before + 1);
    let draft = other.app().document().history().draft();
    let original = &desk.app().document().history().draft().options[2];
    let pasted = draft.options.last().expect("an option");
    assert_eq!((&pasted.name, &pasted.lines), (&original.name, &original.lines));
    assert!(other.shows("Undo: paste option"));
    other.harness.event(egui::Event::Paste("a shopping list".to_owned()));
    other.harness.run();
    assert!(other.shows("There is no option on the clipboard"));
}

#[test]
fn an_option_starts_from_a_template_of_the_concern() {
    let mut desk = Desk::new();
    desk.press("Add option from a template").press_button("Ablative laser");
    assert!(desk.shows("E · Ablative laser, $8,676"));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(letters(&desk), "ABCD");
}

#[test]
fn the_comparison_is_one_stop_and_arrow_keys_move_in_it() {
    let mut desk = Desk::new();
    desk.press("Initial course, A · Microneedling: $1,750 ($1,000–$2,500)");
    let focused = |desk: &Desk| {
        let node = desk.harness.query_all_by_role(Role::GridCell).find(|node| node.accesskit_node().is_focused());
        node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    };
    assert!(focused(&desk).starts_with("Initial course, A"));
    for (key, cell) in [
        (Key::ArrowRight, "Initial course, B"),
        (Key::ArrowDown, "Year 1, B"),
        (Key::End, "Year 1, Do nothing"),
        (Key::Home, "Year 1, A"),
        (Key::ArrowUp, "Initial course, A"),
        (Key::ArrowLeft, "Initial course, A"),
    ] {
        desk.keys(Modifiers::NONE, key);
        assert!(focused(&desk).starts_with(cell), "{key:?} leads to {:?}", focused(&desk));
    }
    desk.keys(Modifiers::NONE, Key::ArrowDown).keys(Modifiers::NONE, Key::Space);
    assert!(desk.shows("The sum of the ledger entries of the first twelve months"));
    desk.keys(Modifiers::NONE, Key::Tab);
    assert_eq!(focused(&desk), "", "Tab leaves it");
    desk.keys(Modifiers::SHIFT, Key::Tab);
    assert!(focused(&desk).starts_with("Year 1, A"), "and comes back to where it was");
}

#[test]
fn an_amount_is_explained_by_its_entries() {
    let mut desk = Desk::new();
    let total = "Total over the horizon, A · Microneedling: $3,150 ($1,800–$4,500)";
    desk.harness.get_by_label(total).scroll_to_me();
    desk.harness.run();
    desk.press(total);
    for text in ["5 × Microneedling, initial course at $350.00", "4 × Microneedling, upkeep at $350.00", "$1,750.00"] {
        assert!(desk.shows(text), "{text}");
    }
}

#[test]
fn the_charts_have_their_table_and_look_closer() {
    let mut desk = Desk::new();
    desk.keys(Modifiers::COMMAND, Key::T);
    assert!(desk.shows("A · Microneedling on 1 Mar 2028: $1,750 spent, improvement"), "a figure of a date in words");
    assert!(!desk.shows("Chart of improvement"));
    desk.keys(Modifiers::COMMAND, Key::T);
    assert!(desk.shows("Chart of improvement"));
    desk.keys(Modifiers::ALT, Key::ArrowUp).keys(Modifiers::ALT, Key::ArrowLeft);
    let stretch = desk.app().state().stretch.expect("a part of the plan");
    assert!((stretch.length() - 913.5).abs() < 1.0 && stretch.from > 0.0);
    desk.press_button("Whole plan");
    assert_eq!(desk.app().state().stretch, None);
}

#[test]
fn a_date_is_typed_as_people_write_it_and_what_is_none_is_marked() {
    let mut desk = Desk::new();
    let start = |desk: &Desk| desk.app().document().history().draft().start;
    for (typed, date) in [("2027-04-05", (2027, 4, 5)), ("6 May 2027", (2027, 5, 6)), ("07.06.2027", (2027, 6, 7))] {
        desk.type_into("Starts on", typed);
        assert_eq!(start(&desk), jiff::civil::date(date.0, date.1, date.2), "{typed}");
    }
    desk.type_into("Starts on", "31 June");
    desk.type_into("Reference", "elsewhere");
    assert!(desk.shows("\"31 June\" is not a date"), "what was typed stays, marked");
    assert_eq!(start(&desk), jiff::civil::date(2027, 6, 7));
}

#[test]
fn a_wrong_field_says_so_to_a_screen_reader() {
    let mut desk = Desk::new();
    desk.type_into("Price a session, typical", "forty");
    let field = desk.harness.get_by_role_and_label(Role::TextInput, "Price a session, typical");
    assert!(field.accesskit_node().description().is_some_and(|words| words.contains("is not an amount")));
}

#[test]
fn a_change_by_somebody_else_is_noticed_and_both_versions_stay() {
    for (answer, shown) in [("Show theirs", "theirs"), ("Keep mine", "mine")] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("shared.ron");
        let first = Desk::new();
        let text = collagen_ledger::storage::plan_text(first.app().document().history().draft());
        std::fs::write(&path, &text).expect("a plan");
        let mut desk = Desk::opening(Some(&path));
        desk.type_into("Reference", "mine");
        std::fs::write(&path, text.replace("reference: \"\"", "reference: \"theirs\"")).expect("written");
        for _ in 0..200 {
            if desk.shows("was changed by somebody else") {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
            desk.harness.run();
        }
        desk.press_button(answer);
        let reference = |desk: &Desk| desk.app().document().history().draft().reference.clone();
        assert_eq!(reference(&desk), shown);
        if answer == "Show theirs" {
            let mine = std::fs::read_to_string(folder.path().join("shared (my version).ron")).expect("mine");
            assert!(mine.contains("reference: \"mine\""));
            desk.keys(Modifiers::COMMAND, Key::Z);
            assert_eq!(reference(&desk), "mine", "undo brings mine back");
        } else {
            desk.keys(Modifiers::COMMAND, Key::S);
            let theirs = std::fs::read_to_string(folder.path().join("shared (changed elsewhere).ron"));
            assert!(theirs.expect("theirs").contains("reference: \"theirs\""));
        }
    }
}

#[test]
fn help_lists_every_shortcut_and_every_licence() {
    let mut desk = Desk::new();
    desk.keys(Modifiers::COMMAND, Key::Slash);
    for command in Command::all().filter(|command| !command.shortcuts().is_empty()) {
        assert!(desk.shows(command.text()), "{}", command.text());
    }
    desk.press_button("Close").press_button("Help");
    desk.press_button("Licences");
    assert!(desk.shows("egui_plot"));
}
