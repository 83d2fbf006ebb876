//! Finding a plan: asked in fields, answered beside the window, and taken as an option.

use super::desk::Desk;
use collagen_ledger::document::{Draft, Edit, Field, OccasionDraft, Place, Value};
use collagen_ledger::search::{Found, Search, Space};
use collagen_ledger::storage;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

fn draft(desk: &Desk) -> &Draft {
    desk.app().document().history().draft()
}

/// What a search finds for what the window asks.
fn found(desk: &Desk) -> Vec<Found> {
    let question = desk.app().state().find.question.clone().expect("a question");
    Search::new(Space::new(draft(desk), &super::super::plans::CATALOG, question).expect("a space")).run()
}

/// The plans in the list, as a screen reader says them; and the one that is chosen.
fn listed(desk: &Desk) -> (Vec<String>, Option<String>) {
    let rows = desk.harness.query_all_by_role(Role::ListBoxOption);
    let rows: Vec<_> = rows.map(|row| (row.accesskit_node().label(), row.accesskit_node().is_selected())).collect();
    let chosen = rows.iter().find(|(_, is_selected)| *is_selected == Some(true));
    let chosen = chosen.and_then(|(label, _)| label.clone());
    (rows.into_iter().filter_map(|(label, _)| label).collect(), chosen)
}

/// Opens the search; only two treatments take part, so that there is less to look at, and nothing is waited for before.
fn opened() -> Desk {
    let mut desk = Desk::new();
    desk.waits = false;
    desk.keys(Modifiers::COMMAND, Key::F);
    let others = ["Radiofrequency microneedling", "Non-ablative fractional laser", "Ablative fractional laser"];
    let further = ["Superficial chemical peel", "Medium-depth chemical peel", "TCA CROSS", "Hyaluronic acid filler"];
    for name in others.into_iter().chain(further) {
        desk.choose(&format!("{name}: may be part"), "left out");
    }
    desk.waits = true;
    desk.settle();
    desk
}

#[test]
fn what_is_asked_in_fields_is_answered_and_becomes_an_option_in_one_step() {
    let mut desk = opened();
    let before = draft(&desk).clone();
    assert!(desk.shows("Nine tenths of the most that can be reached"), "nobody has said what is enough");
    desk.type_into("Budget", "2400");
    assert_eq!(draft(&desk).budget, "2400", "it is the plan's own");
    desk.press("Limit the visits");
    desk.until("The most within budget and limits");
    let all = found(&desk);
    assert!(all.len() > 3 && all.iter().all(|found| found.spend.minor() <= 240_000));
    let (rows, chosen) = listed(&desk);
    assert_eq!(rows.len(), all.len(), "{rows:?}");
    assert!(
        chosen.is_some_and(|row| row.starts_with(&format!("Plan {0} of {0}: ", all.len()))),
        "the last is the best"
    );
    assert!(desk.shows("Without \"at most 8 visits\"") || desk.shows("there is nothing better"));
    // The chart goes from plan to plan by keys, and the list with it.
    let is_chart = |label: String| label.contains("for cost in USD");
    let mut images = desk.harness.query_all_by_role(Role::Image);
    let chart = images.find(|node| node.accesskit_node().label().is_some_and(is_chart));
    chart.expect("the chart").focus();
    drop(images);
    desk.harness.run();
    desk.keys(Modifiers::NONE, Key::Home);
    assert!(listed(&desk).1.is_some_and(|row| row.starts_with("Plan 1 of ")));
    desk.keys(Modifiers::NONE, Key::ArrowRight);
    assert!(listed(&desk).1.is_some_and(|row| row.starts_with("Plan 2 of ")));
    assert!(desk.shows("Improvement against doing nothing: after 1 year"), "its curve is said");
    desk.press_button("Add as option");
    let added = draft(&desk).options.last().expect("an option").clone();
    assert_eq!((draft(&desk).options.len(), added.anew().lines), (before.options.len() + 1, all[1].lines.clone()));
    assert_eq!(desk.total(added.mark.letter()), all[1].spend.minor(), "what the plan says is what was found");
    assert!(desk.shows("It is option E of the plan"));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(draft(&desk).options, before.options);
    desk.keys(Modifiers::NONE, Key::Escape);
    assert!(!desk.app().state().find.is_open && desk.shows("2 y"), "the plan is back");
}

/// The plan's fields may be open above the search, which asks for its budget too.
#[test]
fn the_fields_of_the_plan_open_above_the_search() {
    let mut desk = opened();
    desk.open("Plan");
    assert!(desk.shows("Starts on") && desk.shows("What is wanted"));
    desk.close();
    desk.type_into("Budget", "2400");
    assert_eq!(draft(&desk).budget, "2400");
}

#[test]
fn what_was_found_for_another_day_is_not_taken_for_an_answer() {
    let mut desk = opened();
    desk.choose("Sought: the most over the years", "the most on a day");
    desk.until("on the day");
    assert!(desk.shows("Add as option"));
    desk.type_into("Day", "31 Feb 2027").keys(Modifiers::NONE, Key::Tab);
    assert!(desk.shows("Mend the question first: \"31 Feb 2027\" is not a date") && !desk.shows("Add as option"));
    desk.type_into("Day", "1 Mar 2028").keys(Modifiers::NONE, Key::Tab);
    desk.until("Add as option");
}

/// That the many treatments that are left out would do more than the few is no news, and nothing is looked at for it.
#[test]
fn of_a_limit_that_was_not_lifted_nothing_is_said() {
    let mut desk = opened();
    desk.type_into("Budget", "2400");
    desk.until("The most within budget");
    assert!(!desk.shows("What the limits cost") && !desk.shows("there is nothing better"));
    desk.choose("Treatments in a plan: one or two", "one");
    desk.until("Without \"one treatment only\"");
}

#[test]
fn mixes_of_three_are_looked_at_where_that_is_asked_for() {
    let mut desk = opened();
    desk.choose("TCA CROSS: left out", "may be part");
    desk.type_into("Budget", "8000");
    desk.choose("Treatments in a plan: one or two", "one to three");
    desk.until("one to three treatments");
    let all = found(&desk);
    let last = all.last().expect("a plan");
    assert_eq!(last.lines.len(), 3, "{all:?}");
    let treatments: Vec<&str> = last.lines.iter().map(|line| line.treatment.as_str()).collect();
    assert_eq!(treatments, ["microneedling", "tca-cross", "subcision"]);
    desk.press_button("Add as option");
    let added = draft(&desk).options.last().expect("an option").clone();
    assert_eq!(desk.total(added.mark.letter()), last.spend.minor(), "what the plan says is what was found");
    desk.choose("Treatments in a plan: one to three", "one");
    desk.until("Without \"one treatment only\"");
    assert!(found(&desk).iter().all(|found| found.lines.len() == 1));
}

#[test]
fn a_search_is_stopped_goes_on_and_says_why_it_finds_nothing() {
    let mut desk = Desk::new();
    desk.waits = false;
    desk.keys(Modifiers::COMMAND, Key::F);
    desk.press("Stop");
    assert!(desk.shows("The search was stopped"));
    // What there is by then is told of, whether or not somebody waits for it.
    desk.choose("Treatments in a plan: one or two", "one to three");
    desk.until("these are the best so far");
    desk.press("Stop");
    desk.keys(Modifiers::NONE, Key::Escape);
    desk.keys(Modifiers::COMMAND, Key::F);
    desk.until("Dates");
    assert!(desk.shows("The search was stopped") && desk.shows("Add as option"));
    desk.choose("Treatments in a plan: one to three", "one or two");
    desk.press("Stop");
    desk.press("Only prices of the clinic's own");
    desk.until("No treatment that may be part of a plan has a price that may count in USD");
    desk.press("Only prices of the clinic's own");
    // Another client, a day that matters: what was asked stays, and nothing is to be seen on the day.
    desk.press("Limit the visits");
    let occasion = OccasionDraft { name: "Wedding".to_owned(), date: jiff::civil::date(2027, 8, 14) };
    for (field, value) in [(Field::Age, 55.into()), (Field::Occasions, Value::Occasions(vec![occasion]))] {
        desk.harness.state_mut().edit(Edit::Set(Place::Plan(field), value));
        desk.settle();
    }
    let question = desk.app().state().find.question.clone().expect("a question");
    assert_eq!((question.most_visits, &question.well_on[..]), (Some(8), &[(166, 166)][..]));
    desk.choose("Sought: the most over the years", "the most on a day");
    desk.type_into("Day", "1 Mar 2040");
    desk.keys(Modifiers::NONE, Key::Tab);
    assert!(desk.shows("is not a day of the plan"), "what is typed stays, and it is said what is wrong");
    desk.press("Say how much is enough");
    assert!(desk.shows("Enough is"));
    desk.press("Stop").press("Go on");
    assert!(desk.shows("Looking at") || desk.shows("Setting out"));
}

#[test]
fn an_issued_plan_takes_nothing_in_and_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("plan.ron");
    std::fs::write(&path, storage::plan_text(&Desk::new().app().document().dossier())).expect("written");
    let mut desk = Desk::opening(Some(&path));
    desk.keys(Modifiers::COMMAND, Key::I);
    desk.type_into("Number", "CL-17").press_button("Issue");
    desk.keys(Modifiers::COMMAND, Key::F);
    let add = desk.harness.get_by_role_and_label(Role::Button, "Add as option");
    assert!(add.accesskit_node().is_disabled());
}
