//! Several concerns in the window: added, taken out, looked at one by one or side by side.

use super::desk::Desk;
use collagen_ledger::catalog::{ConcernId, Severity};
use collagen_ledger::document::Draft;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

fn draft(desk: &Desk) -> &Draft {
    desk.app().document().history().draft()
}

/// The example of acne scars, for wrinkles as well.
fn both() -> Desk {
    let mut desk = Desk::new();
    desk.choose("Add a concern: –", "Wrinkles and fine lines").close();
    desk
}

fn chosen(desk: &Desk) -> String {
    let named = desk.harness.query_all_by_role(Role::ComboBox).filter_map(|node| node.accesskit_node().label());
    named.filter(|name| name.starts_with("Results for: ")).collect()
}

#[test]
fn a_concern_is_added_with_its_own_severity_and_taken_out_by_one_step_each() {
    let mut desk = Desk::new();
    let before = draft(&desk).clone();
    desk.choose("Add a concern: –", "Wrinkles and fine lines");
    desk.choose("Severity of wrinkles and fine lines: Moderate", "Severe");
    desk.choose("Wrinkles: Fine", "Deep");
    let (first, further) = (&draft(&desk).profile, &draft(&desk).further);
    assert_eq!(further.iter().map(|one| one.concern.as_str()).collect::<Vec<_>>(), ["wrinkles"]);
    assert_eq!((further[0].severity, first.severity), (Severity::Severe, Severity::Moderate));
    assert!(desk.shows("Acne scars, moderate; wrinkles and fine lines, deep, severe, 30"));
    // What the plan has is not offered again.
    let offered = desk.open("Client").shows("Further concern: Wrinkles and fine lines");
    assert!(offered);
    desk.press("Take Wrinkles and fine lines out of the plan");
    assert!(draft(&desk).further.is_empty());
    for _ in 0..4 {
        desk.keys(Modifiers::NONE, Key::Escape).keys(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(*draft(&desk), before);
}

#[test]
fn results_are_those_of_the_concern_that_is_looked_at_and_money_is_the_same() {
    let mut desk = both();
    let scars = desk.app().document().evaluation().expect("worked out").clone();
    assert_eq!(chosen(&desk), "Results for: Acne scars");
    assert!(desk.shows("A · Microneedling, $3,150"));
    desk.choose("Results for: Acne scars", "Wrinkles and fine lines");
    let wrinkles = scars.seen_for(&ConcernId::from("wrinkles"));
    let after = |evaluation: &collagen_ledger::evaluation::Evaluation| {
        let end = evaluation.estimate.horizon_days;
        let result = evaluation.estimate.options[0].point(end).result.expect("a projection");
        collagen_ledger::wording::share(result.improvement.typical)
    };
    let (of_scars, of_wrinkles) = (after(&scars), after(wrinkles));
    assert_ne!(of_scars, of_wrinkles);
    // Over the charts the pointer says of which day results are.
    desk.harness.event(egui::Event::PointerGone);
    desk.settle();
    assert!(desk.shows(&format!(", A · Microneedling: {of_wrinkles}")), "{of_wrinkles}");
    assert!(desk.shows("A · Microneedling, $3,150"), "money is one");
    assert!(
        !desk.app().document().is_unsaved() || draft(&desk).concern.as_str() == "acne-scars",
        "looking changes nothing"
    );
    // A plan without that concern is looked at for what it has.
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(chosen(&desk), "");
    assert!(desk.shows(&format!(", A · Microneedling: {of_scars}")));
}

#[test]
fn the_others_are_drawn_beside_it_and_a_click_on_one_looks_at_that() {
    let mut desk = both();
    desk.press("Side by side");
    let pictures = |desk: &Desk| {
        let names = desk.harness.query_all_by_role(Role::Image).filter_map(|node| node.accesskit_node().label());
        names.filter(|name| name.contains("Improvement") || name.contains("improvement")).collect::<Vec<_>>()
    };
    assert_eq!(pictures(&desk).len(), 2, "{:?}", pictures(&desk));
    assert!(pictures(&desk).iter().any(|name| name.starts_with("Wrinkles and fine lines. ")));
    desk.press("Show the results for wrinkles and fine lines");
    assert_eq!(chosen(&desk), "Results for: Wrinkles and fine lines");
    assert!(pictures(&desk).iter().any(|name| name.starts_with("Acne scars. ")));
    // Where nothing is projected that is said in the place of a picture.
    desk.choose("Further concern: Wrinkles and fine lines", "Hair loss");
    assert!(desk.shows("Cost only: no improvement is projected"));
}

#[test]
fn all_measures_tell_what_is_achieved_for_the_others_and_a_figure_leads_there() {
    let mut desk = both();
    desk.press("All measures");
    let name = "Wrinkles and fine lines: peak improvement, A · Microneedling: ";
    let cells = || desk.harness.query_all_by_role(Role::GridCell).filter_map(|node| node.accesskit_node().label());
    let cell = cells().find(|cell| cell.starts_with(name)).expect("a figure of the other concern");
    desk.harness.get_by_role_and_label(Role::GridCell, &cell).scroll_to_me();
    desk.settle();
    desk.harness.get_by_role_and_label(Role::GridCell, &cell).click();
    desk.settle();
    assert_eq!(chosen(&desk), "Results for: Wrinkles and fine lines");
    assert!(desk.shows("Peak improvement"));
}

#[test]
fn a_treatment_says_what_it_is_for_and_new_ones_are_for_what_is_looked_at() {
    let mut desk = both();
    desk.open("What it is for").choose("For: Acne scars", "Wrinkles and fine lines");
    assert_eq!(draft(&desk).options[0].lines[0].concern, Some(ConcernId::from("wrinkles")));
    assert!(desk.shows("counts for acne scars as well"), "the same skin");
    desk.choose("Results for: Acne scars", "Wrinkles and fine lines");
    desk.press("Add option");
    let added = draft(&desk).options.last().expect("an option");
    assert!(added.lines.iter().all(|line| line.concern == Some(ConcernId::from("wrinkles"))), "{:?}", added.lines);
    // A concern that is taken out leaves its treatments in the plan, which ask what they are for now.
    let lines = |desk: &Desk| draft(desk).options.iter().map(|option| option.lines.len()).sum::<usize>();
    let before = lines(&desk);
    desk.open("Client").press("Take Wrinkles and fine lines out of the plan").close();
    assert_eq!(lines(&desk), before);
    assert!(desk.shows("The treatment is for wrinkles and fine lines, which the plan does not have"));
}

#[test]
fn a_plan_found_for_another_concern_is_for_that_one() {
    let mut desk = both();
    desk.choose("Results for: Acne scars", "Wrinkles and fine lines");
    desk.keys(Modifiers::COMMAND, Key::F).until("Add as option");
    desk.until_met("a found plan", |desk| !desk.shows("Looking"));
    desk.press_button("Add as option");
    let added = draft(&desk).options.last().expect("an option");
    assert!(added.lines.iter().all(|line| line.concern == Some(ConcernId::from("wrinkles"))), "{:?}", added.lines);
}
