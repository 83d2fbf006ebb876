//! The clinic's price list in the window: what is typed is in force at once, stays, and comes from and goes to tables.

use super::desk::{Desk, surroundings};
use collagen_ledger::app::App;
use collagen_ledger::storage::{self, Disk, Places, Theme};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

const PRICE: &str = "Microneedling, price in USD";
const TYPICAL: &str = "Microneedling, price in USD, typical";

/// The desk with the price list open, showing values of this name.
fn listing(search: &str) -> Desk {
    let mut desk = Desk::new();
    open(&mut desk, search);
    desk
}

fn open(desk: &mut Desk, search: &str) {
    desk.keys(Modifiers::COMMAND, Key::L);
    desk.type_into("Search the price list", search);
}

/// The same folder with the program started anew. The one before ends as the window does when it is closed, or not.
fn again(mut desk: Desk, orderly: bool) -> Desk {
    if orderly {
        desk.harness.state_mut().end();
    }
    let Desk { harness, folder, .. } = desk;
    drop(harness);
    let app = App::new(surroundings(folder.path()));
    Desk::of(app, folder)
}

fn value(desk: &Desk, name: &str) -> String {
    desk.harness.get_by_role_and_label(Role::TextInput, name).accesskit_node().value().unwrap_or_default()
}

fn list_path(desk: &Desk) -> std::path::PathBuf {
    Places::below(desk.folder.path()).price_list()
}

#[test]
fn a_price_typed_in_the_list_is_the_open_plans_at_once_and_a_reset_brings_the_catalogues_back() {
    let mut desk = listing("microneedling");
    assert_eq!((desk.total('A'), value(&desk, TYPICAL).as_str()), (315_000, "350.00"));
    desk.type_into(TYPICAL, "400");
    assert_eq!(desk.total('A'), 360_000, "5 sessions and 4 upkeep at 400");
    assert!(desk.shows("A · Microneedling $3,600"), "the total stands below the list");
    assert!(!desk.app().document().is_unsaved(), "the plan itself has not changed");
    desk.press(&format!("Reset {PRICE}"));
    assert_eq!((desk.total('A'), value(&desk, TYPICAL).as_str()), (315_000, "350.00"));
    assert!(desk.app().price_list().entries.is_empty());
}

#[test]
fn undo_in_the_list_takes_back_words_and_not_the_plan() {
    let mut desk = Desk::new();
    desk.type_into("Reference", "stays");
    open(&mut desk, "microneedling");
    desk.type_into(TYPICAL, "400");
    desk.type_into("Microneedling, code", "MN-01");
    for (keys, total, code) in [(Key::Z, 360_000, ""), (Key::Z, 315_000, ""), (Key::Y, 360_000, "")] {
        desk.keys(Modifiers::COMMAND, keys);
        assert_eq!((desk.total('A'), value(&desk, "Microneedling, code").as_str()), (total, code));
    }
    assert_eq!(desk.app().document().history().draft().reference, "stays");
    desk.press_button("Back to the plan");
    assert!(desk.open("Price").shows("clinic's price list"), "the plan says where the price is from");
}

#[test]
fn a_wrong_amount_is_marked_and_kept_and_the_rest_is_in_force() {
    let mut desk = listing("");
    desk.type_into("Clinic, default tax, typical", "19");
    desk.type_into(TYPICAL, "four hundred");
    assert!(desk.shows("is not an amount") && desk.shows("not in force"));
    assert!(desk.app().document().problems().is_empty());
    assert_eq!(desk.total('A'), 315_000, "the catalogue's price stays in force");
    let field = desk.harness.get_by_role_and_label(Role::TextInput, TYPICAL);
    assert!(field.accesskit_node().description().is_some_and(|words| words.contains("is not an amount")));
    let mut desk = again(desk, true);
    assert!(desk.shows("has one value to mend"), "the next start says so");
    assert_eq!(desk.total('A'), 374_850, "the worked example begins with the clinic's tax of 19%");
    open(&mut desk, "");
    assert_eq!(value(&desk, TYPICAL), "four hundred", "what was typed is still there");
    assert_eq!(value(&desk, "Clinic, default tax, typical"), "19");
    desk.type_into(TYPICAL, "400");
    assert_eq!(desk.total('A'), 428_400);
}

#[test]
fn the_list_is_still_there_after_closing_and_after_a_crash() {
    for orderly in [true, false] {
        let mut desk = listing("microneedling");
        desk.type_into("Microneedling, code", "MN-01");
        desk.type_into(TYPICAL, "400");
        if !orderly {
            let kept =
                |desk: &Desk| std::fs::read_to_string(list_path(desk)).is_ok_and(|text| text.contains("\"400\""));
            desk.until_met("the list", kept);
        }
        let mut desk = again(desk, orderly);
        assert_eq!(desk.total('A'), 360_000, "orderly: {orderly}");
        open(&mut desk, "mn-01");
        assert_eq!(value(&desk, TYPICAL), "400");
    }
}

#[test]
fn a_price_from_a_later_day_is_that_of_plans_that_begin_later() {
    let mut desk = listing("microneedling");
    desk.press(&format!("A later value: {PRICE}"));
    desk.type_into(TYPICAL, "400");
    assert_eq!(value(&desk, &format!("{PRICE}, in force from")), "1 Jan 2028", "offered is the next year");
    assert!(desk.shows("not yet in force") && desk.shows("until then: 1 guide, 3 prices found"));
    assert_eq!(desk.total('A'), 315_000, "the plan begins on 1 March 2027");
    desk.press_button("Back to the plan");
    desk.type_into("Starts on", "2028-02-01");
    assert_eq!(desk.total('A'), 360_000);
    desk.type_into("Starts on", "2027-12-31");
    assert_eq!(desk.total('A'), 315_000);
}

#[test]
fn a_day_is_typed_as_people_write_it() {
    let mut desk = listing("microneedling");
    let from = format!("{PRICE}, in force from");
    for typed in ["2027-01-01", "January 1, 2027", "1.1.2027"] {
        desk.type_into(&from, typed);
        assert_eq!(value(&desk, &from), typed, "as typed as long as it is typed");
        desk.type_into(TYPICAL, "400");
        assert_eq!(value(&desk, &from), "1 Jan 2027", "then as the country writes it");
        assert_eq!(desk.app().price_list().entries[0].from, "2027-01-01", "kept as files hold it");
    }
    assert_eq!(desk.total('A'), 360_000);
    desk.type_into(&from, "soon");
    assert!(desk.shows("\"soon\" is not a date"));
    assert_eq!(desk.total('A'), 315_000);
}

#[test]
fn an_interval_below_the_safety_minimum_is_refused_beside_its_field() {
    let mut desk = listing("microneedling");
    desk.type_into("Microneedling, minimum interval, typical", "7");
    assert!(desk.shows("shorter than the safety minimum of 28 days"));
}

#[test]
fn usual_courses_and_defaults_are_those_of_new_plans() {
    let mut desk = listing("microneedling");
    desk.type_into("Microneedling, sessions of a course, Acne scars, moderate, typical", "4");
    desk.type_into("Search the price list", "clinic");
    desk.type_into("Clinic, default tax, typical", "19");
    desk.type_into("Clinic, default discount, typical", "10");
    let draft = |desk: &Desk| desk.app().document().history().draft().clone();
    assert_eq!(
        (draft(&desk).tax.as_str(), draft(&desk).options[0].lines[0].sessions),
        ("", 5),
        "the plan keeps its own"
    );
    desk.begin("Acne scars");
    let line = draft(&desk).options[0].lines[0].clone();
    assert_eq!((draft(&desk).tax.as_str(), line.discount.as_str(), line.sessions), ("19%", "10%", 4));
}

#[test]
fn an_own_add_on_is_added_priced_renamed_and_removed() {
    let mut desk = listing("");
    desk.type_into("Name of an own treatment or add-on", "Cooling mask");
    desk.press("Add own add-on");
    assert!(desk.shows("the value is missing"));
    desk.type_into("Cooling mask, price in USD, typical", "25");
    assert!(!desk.shows("To mend"));
    desk.type_into("Cooling mask, name", "Ice mask");
    let label = desk.app().price_list().labels[0].clone();
    assert_eq!((label.name.as_str(), label.subject.id()), ("Ice mask", "own-cooling-mask"), "its id stays");
    desk.press("Remove Ice mask");
    assert!(desk.app().price_list().labels.is_empty() && desk.app().price_list().entries.is_empty());
}

#[test]
fn an_own_treatment_is_added_priced_likened_and_used_at_once() {
    let mut desk = listing("");
    desk.type_into("Name of an own treatment or add-on", "Clinic pen");
    desk.press("Add own treatment");
    desk.type_into("Clinic pen, price in USD, typical", "400");
    assert!(!desk.shows("To mend"));
    desk.choose("Clinic pen, result like: none: cost only", "Microneedling");
    assert_eq!(desk.app().price_list().labels[0].like, Some("microneedling".into()));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.app().price_list().labels[0].like, None, "one step of undo");
    desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    desk.press("Back to the plan");
    desk.choose("Treatment 1: Microneedling", "Clinic pen");
    assert_eq!(desk.app().document().history().draft().options[0].lines[0].treatment.as_str(), "own-clinic-pen");
    assert!(desk.shows("Clinic pen"));
}

#[test]
fn the_filter_shows_the_clinics_own_and_what_is_changed_stays_in_view() {
    let mut desk = listing("");
    desk.press("The clinic's own");
    assert!(desk.shows("No value fits"));
    desk.press("Placeholders");
    let first = {
        let fields = desk.harness.query_all_by_role(Role::TextInput);
        let mut names = fields.filter_map(|field| field.accesskit_node().label());
        names.find(|name| name.ends_with(", typical")).expect("a placeholder")
    };
    desk.type_into(&first, "123");
    assert_eq!(value(&desk, &first), "123", "it is no placeholder any more and still in hand");
    desk.press("The clinic's own");
    assert_eq!(value(&desk, &first), "123");
}

const GOOD: &str = "kind,id,value,currency,typical\ntreatment,microneedling,price,USD,400.00\n";
const BAD: &str = "kind,id,value,currency,typical\ntreatment,microneedling,price,USD,400.00\n\
    treatment,microneedlin,price,USD,10\ntreatment,microneedling,price,USD,ten\n";

fn import(desk: &mut Desk, table: &str) {
    let path = desk.path("prices.csv");
    std::fs::write(&path, table).expect("a table");
    desk.press_button("Import table…");
    desk.type_into("File", path.to_str().expect("a path of text"));
    desk.keys(Modifiers::NONE, Key::Enter);
}

#[test]
fn a_table_with_bad_rows_changes_nothing_and_names_their_lines() {
    let mut desk = listing("microneedling");
    desk.type_into(TYPICAL, "380");
    let (before, total) = (desk.app().price_list().clone(), desk.total('A'));
    import(&mut desk, BAD);
    assert!(desk.shows("Nothing of prices.csv was imported"));
    assert!(desk.shows("line 3, id: \"microneedlin\" is not a known treatment"));
    assert!(desk.shows("line 4, typical:"));
    assert!(!desk.shows("Take the list"));
    desk.press_button("Close");
    assert_eq!((desk.app().price_list(), desk.total('A')), (&before, total));
}

#[test]
fn a_good_table_shows_what_it_changes_before_it_is_taken_and_undo_brings_the_list_back() {
    for (answer, after) in [("Cancel", 315_000), ("Take the list", 360_000)] {
        let mut desk = listing("microneedling");
        desk.type_into("Microneedling, sessions of a course, Wrinkles and fine lines, typical", "4");
        let courses = desk.app().price_list().clone();
        import(&mut desk, GOOD);
        assert!(desk.shows("Values: 0 changed, 1 new, 1 gone."));
        assert!(desk.shows("$3,150.00 → $3,600.00") && desk.shows("+$450.00"));
        assert_eq!(desk.total('A'), 315_000, "nothing is taken over yet");
        desk.press_button(answer);
        assert_eq!(desk.total('A'), after, "{answer}");
        if after == 360_000 {
            assert_eq!(desk.app().price_list().entries[0].amounts.typical, "400.00");
            desk.keys(Modifiers::COMMAND, Key::Z);
        }
        assert_eq!((desk.app().price_list(), desk.total('A')), (&courses, 315_000));
    }
}

#[test]
fn what_is_exported_is_imported_again_as_the_same() {
    let mut desk = listing("microneedling");
    desk.type_into(TYPICAL, "400").type_into("Microneedling, group", "Needling");
    let path = desk.path("out.csv");
    for asked in [false, true] {
        desk.press_button("Export table…");
        desk.type_into("File", path.to_str().expect("a path of text"));
        desk.press("Export");
        if asked {
            desk.until("exists already");
            desk.press("Replace");
        }
        desk.until("The price list lies in");
        desk.press_button("Dismiss the message");
    }
    let table = std::fs::read_to_string(&path).expect("the table");
    assert!(table.contains("Needling,price,,,USD,,400,,") || table.contains("400.00"), "{table}");
    import(&mut desk, &table);
    assert!(desk.shows("It says the same as the list there is."), "and again it is the same list");
}

#[test]
fn a_list_with_something_wrong_is_not_exported() {
    let mut desk = listing("microneedling");
    desk.type_into(TYPICAL, "ten");
    desk.press_button("Export table…");
    assert!(desk.shows("Mend what is marked in the price list first"));
}

#[test]
fn a_broken_file_is_one_sentence_and_stays_until_the_clinic_begins_anew() {
    let first = Desk::new();
    let path = list_path(&first);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(&path, "CollagenLedgerPriceList(schema: 1, values: 7").expect("a file");
    let mut desk = again(first, false);
    assert!(desk.shows("The clinic's price list cannot be read") && desk.shows("price-list.ron, line 1, column"));
    assert_eq!(desk.total('A'), 315_000);
    desk.keys(Modifiers::COMMAND, Key::L);
    assert!(desk.harness.query_by_role_and_label(Role::TextInput, "Search the price list").is_none());
    let mut desk = again(desk, true);
    let broken = std::fs::read_to_string(&path).expect("the file");
    assert_eq!(broken, "CollagenLedgerPriceList(schema: 1, values: 7", "nobody has touched it");
    desk.keys(Modifiers::COMMAND, Key::L).press_button("Begin a new list");
    desk.type_into("Search the price list", "microneedling").type_into(TYPICAL, "400");
    desk.harness.state_mut().end();
    assert_eq!(storage::read_price_list(&Disk::here(), &path).expect("a list").entries.len(), 1);
    let kept = path.with_file_name("price-list (unreadable).ron");
    assert_eq!(std::fs::read_to_string(kept).expect("the broken file"), broken);
}

#[test]
fn what_another_window_has_written_meanwhile_is_kept_aside() {
    let mut desk = listing("microneedling");
    let theirs = "CollagenLedgerPriceList(schema: 1, values: [], labels: [])";
    std::fs::create_dir_all(list_path(&desk).parent().expect("a folder")).expect("a folder");
    std::fs::write(list_path(&desk), theirs).expect("written by somebody else");
    desk.type_into(TYPICAL, "400");
    desk.harness.state_mut().end();
    let kept = list_path(&desk).with_file_name("price-list (changed elsewhere).ron");
    assert_eq!(std::fs::read_to_string(kept).expect("theirs"), theirs);
    assert_eq!(storage::read_price_list(&Disk::here(), &list_path(&desk)).expect("ours").entries.len(), 1);
}

#[test]
fn a_command_about_options_waits_until_the_plan_is_in_sight_again() {
    let mut desk = listing("microneedling");
    let options = |desk: &Desk| desk.app().document().history().draft().options.len();
    let before = options(&desk);
    desk.keys(Modifiers::COMMAND, Key::D);
    assert_eq!(options(&desk), before);
    desk.press_button("Back to the plan").keys(Modifiers::COMMAND, Key::D);
    assert_eq!(options(&desk), before + 1);
}

#[test]
fn who_says_so_is_said_in_words_and_boxes_have_their_names_beside_them() {
    let desk = listing("microneedling");
    let nodes = desk.harness.root().children_recursive();
    let texts = nodes.flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value()]);
    let texts: Vec<String> = texts.flatten().collect();
    let is_id = |text: &&String| ["COST-", "SES-", "SAF-"].iter().any(|id| text.contains(id));
    assert_eq!(texts.iter().filter(is_id).collect::<Vec<_>>(), Vec::<&String>::new(), "ids are for exports");
    assert!(desk.shows("guides"), "{texts:?}");
    for caption in ["Prices in", "Own", "Code", "Group", "Minimum interval in days"] {
        assert!(texts.iter().any(|text| text == caption), "{caption}");
    }
    for heading in ["Price list", "Microneedling"] {
        assert!(desk.harness.query_by_role_and_label(Role::Heading, heading).is_some(), "{heading} is a heading");
    }
}

/// A package that is added stands where it will stay: what is typed key by key goes into it whole.
#[test]
fn the_price_of_a_new_package_is_typed_key_by_key() {
    let mut desk = listing("non-ablative");
    desk.press("Add to Non-ablative fractional laser").press_button("Add package");
    let field = desk.focused();
    assert!(field.starts_with("Non-ablative fractional laser, ") && field.ends_with(", typical"), "{field}");
    for key in ["2", "7", "0", "0"] {
        desk.harness.event(egui::Event::Text(key.to_owned()));
        desk.harness.run();
        assert_eq!(desk.focused(), field);
    }
    assert_eq!(desk.app().price_list().entries[0].amounts.typical, "2700");
    desk.press("Add to Non-ablative fractional laser").press_button("Add price of upkeep");
    for key in ["4", "5", "6"] {
        desk.harness.event(egui::Event::Text(key.to_owned()));
        desk.harness.run();
    }
    assert_eq!(desk.app().price_list().entries[1].amounts.typical, "456");
}

/// In a low window the whole page is scrolled, so that there are rows to be typed in.
#[test]
fn the_list_can_be_used_in_a_low_window() {
    let mut desk = Desk::sized([640.0, 330.0], Theme::Light);
    desk.keys(Modifiers::COMMAND, Key::L);
    desk.type_into("Search the price list", "microneedling");
    desk.reach(Role::TextInput, TYPICAL).type_into(TYPICAL, "400");
    assert_eq!(desk.total('A'), 360_000);
    let field = desk.harness.get_by_role_and_label(Role::TextInput, TYPICAL).rect();
    assert!(field.top() >= 0.0 && field.bottom() <= 330.0, "it is in sight: {field:?}");
}

/// The price of a part of the body is added, typed key by key, and is that of a line on this part and of no other.
#[test]
fn a_part_of_the_body_gets_a_price_of_its_own_and_a_line_chooses_it() {
    let mut desk = listing("");
    desk.press("Add to Microneedling").type_into("Part of the body", "face and neck").press_button("Add prices");
    assert!(desk.shows("the value is missing"), "it waits for its price");
    assert_eq!(desk.focused(), "Microneedling, Face and neck, price in USD, typical");
    for key in ["6", "0", "0"] {
        desk.harness.event(egui::Event::Text(key.to_owned()));
        desk.harness.run();
    }
    let price = desk.app().price_list().entries[0].amounts.typical.clone();
    assert_eq!(price, "600", "the field keeps the focus and its place in the whole list");
    desk.type_into("Microneedling, Face and neck, code", "MN-2");
    let total = desk.total('A');
    desk.press_button("Back to the plan");
    desk.choose("Listed for: any part of the body", "Face and neck · $600");
    assert_eq!(desk.app().document().history().draft().options[0].lines[0].area, "Face and neck");
    assert_eq!(desk.total('A'), 9 * 60_000, "5 sessions and 4 of upkeep");
    desk.type_into("Area", "neck");
    assert_eq!(desk.total('A'), 9 * 60_000, "it lies within");
    desk.type_into("Area", "back");
    assert_eq!(desk.total('A'), total);
    desk.keys(Modifiers::NONE, Key::Escape).keys(Modifiers::COMMAND, Key::L);
    desk.press("Remove Microneedling, Face and neck");
    assert!(desk.app().price_list().entries.is_empty() && desk.app().price_list().labels.is_empty());
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.app().price_list().labels[0].code, "MN-2", "undo brings both back");
}

#[test]
fn an_option_is_kept_as_a_template_offered_in_another_plan_renamed_and_removed() {
    let mut desk = Desk::new();
    desk.type_into("Name", "Glow year");
    desk.menu("Option").press("Keep as a template");
    assert!(desk.shows("Glow year is kept as a template in the price list"));
    assert!(desk.app().price_list().templates.len() == 1 && desk.app().document().is_unsaved());
    desk.keys(Modifiers::COMMAND, Key::L);
    desk.open("Templates: Templates: 1");
    assert!(desk.shows("Acne scars: Microneedling"), "what it is of");
    desk.type_into("Name of template 1", "Glow");
    assert_eq!(desk.app().price_list().templates[0].name, "Glow");
    let mut desk = again(desk, true);
    assert_eq!(desk.app().price_list().templates[0].name, "Glow", "it is kept");
    assert!(!desk.shows("Add Glow"), "the plan has what it is of");
    desk.menu("Option").press("Remove option");
    assert!(desk.shows("Add Glow"), "what the plan does not have is offered");
    desk.keys(Modifiers::COMMAND, Key::L);
    desk.open("Templates: Templates: 1").press("Remove template Glow");
    assert!(desk.app().price_list().templates.is_empty());
    desk.close().keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.app().price_list().templates.len(), 1, "one step of undo");
}
