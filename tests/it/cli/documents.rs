//! JSON: the fields are there, say the same as each other, and are all explained.

use super::{check, example, plan};
use crate::plans::plan_text;
use collagen_ledger::document::LineDraft;
use collagen_ledger::report::json::FIELDS;
use collagen_ledger::units::UnitCount;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

fn estimate(text: &str, more: &[&str]) -> Value {
    check(&[&["estimate", "-", "--format", "json"], more].concat(), text, 0, &[]).json()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).expect("a list")
}

fn fields(value: &Value) -> &Map<String, Value> {
    value.as_object().expect("an object")
}

/// Low, typical and high as they stand in an object.
fn spread(value: &Value) -> [i64; 3] {
    ["low", "typical", "high"].map(|edge| value[edge].as_i64().expect("a whole number of minor units"))
}

fn sum<'a>(values: impl IntoIterator<Item = &'a Value>) -> [i64; 3] {
    values.into_iter().map(spread).fold([0; 3], |sum, one| [sum[0] + one[0], sum[1] + one[1], sum[2] + one[2]])
}

/// A plan that uses everything: fee, tax, growth, discount, add-ons, a device, syringes, both kinds of upkeep.
fn rich() -> String {
    let mut draft = example("acne-scars");
    draft.consultation_fee = "45.50".into();
    draft.tax = "8.875".into();
    draft.price_growth = "3".into();
    draft.target = Some(30);
    draft.options[1].lines[0].discount = "12.5".into();
    let line = |treatment: &str| LineDraft {
        treatment: treatment.into(),
        start_day: 400,
        depth: (treatment == "home-roller").then_some(50),
        add_ons: Vec::new(),
        ..draft.options[0].lines[0].clone()
    };
    let (roller, filler) = (line("home-roller"), line("ha-filler"));
    draft.options[2].lines.push(LineDraft { sessions: 60, ..roller });
    draft.options[2].lines.push(LineDraft { units: UnitCount::of_hundredths(150), sessions: 1, ..filler });
    plan_text(&draft)
}

#[test]
fn totals_are_the_sums_of_entries_sessions_headings_and_years() {
    for option in list(&estimate(&rich(), &[])["options"]) {
        let (name, totals) = (&option["name"], spread(&option["totals"]));
        let fee: Vec<&Value> =
            list(&option["entries"]).iter().filter(|entry| entry["kind"] == "consultation").collect();
        assert_eq!(sum(list(&option["entries"])), totals, "{name}: entries");
        assert_eq!(sum(list(&option["years"])), totals, "{name}: years");
        assert_eq!(sum(fields(&option["headings"]).values()), totals, "{name}: headings");
        assert_eq!(sum(list(&option["sessions"]).iter().chain(fee)), totals, "{name}: sessions and consultation");
        let last = list(&option["curve"]).last().expect("a curve");
        assert_eq!(spread(&last["spend"]), totals, "{name}: spend at the end");
        for entry in list(&option["entries"]) {
            let [price, discount, tax] = ["unit_price", "discount", "tax"].map(|part| spread(&entry[part]));
            let units = entry["units"].as_f64().expect("units");
            #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a few thousands")]
            let gross = |price: i64| (units * price as f64).round() as i64;
            let paid = [0, 1, 2].map(|at| gross(price[at]) - discount[at] + tax[at]);
            assert_eq!(paid, spread(entry), "{name}: {entry}");
        }
    }
}

#[test]
fn an_estimate_holds_what_a_script_needs() {
    let document = estimate(&plan("acne-scars"), &[]);
    assert_eq!(document["schema"], 2);
    assert_eq!(document["currency"], "USD");
    assert_eq!(document["start"], "2027-03-01");
    assert_eq!(document["end"], "2032-03-01");
    assert_eq!(document["horizon_years"], 5);
    assert_eq!(document["projection"], true);
    let options = list(&document["options"]);
    let first = &options[0];
    assert_eq!(first["mark"], "A");
    assert_eq!(list(&first["sessions"])[0]["treatment"], "microneedling");
    assert_eq!(list(&first["sessions"])[0]["phase"], "course");
    assert_eq!(list(&first["sessions"]).last().map(|session| &session["phase"]), Some(&Value::from("upkeep")));
    assert!(first["peak"]["improvement"]["typical"].as_f64() > Some(0.3));
    assert!(first["improvement_years"]["typical"].as_f64() > Some(1.0));
    for band in ["improvement", "net"] {
        assert_eq!(fields(&first["curve"][0][band]).len(), 3, "{band}");
    }
    let nothing = options.last().expect("doing nothing");
    assert_eq!((&nothing["mark"], &nothing["name"]), (&Value::Null, &Value::from("Do nothing")));
    assert_eq!(nothing["peak"], Value::Null);
    assert_eq!(nothing["improvement_years"]["typical"], 0.0);
}

#[test]
fn at_gives_just_the_days_asked_for_in_their_order() {
    let (all, some) = (estimate(&plan("texture"), &[]), estimate(&plan("texture"), &["--at", "365,0,7,365,1827"]));
    for (all, some) in list(&all["options"]).iter().zip(list(&some["options"])) {
        let days: Vec<i64> = list(&some["curve"]).iter().filter_map(|point| point["day"].as_i64()).collect();
        assert_eq!(days, [365, 0, 7, 365, 1827]);
        let on = |option: &Value, day: i64| list(&option["curve"]).iter().find(|point| point["day"] == day).cloned();
        for day in [0, 7, 1827] {
            assert_eq!(on(all, day), on(some, day), "day {day} of {}", all["name"]);
        }
        for (name, value) in fields(all).iter().filter(|(name, _)| *name != "curve") {
            assert_eq!(value, &some[name], "{name} must not depend on the days asked for");
        }
    }
    // And what there is of each option that is stopped on each of them.
    assert!(all["options"][0].get("stopped").is_none());
    let stopped = &some["options"][0]["stopped"];
    let days: Vec<i64> = stopped.as_array().unwrap().iter().filter_map(|stop| stop["day"].as_i64()).collect();
    assert_eq!(days, [365, 0, 7, 365, 1827]);
    let (year, curve) = (&stopped[0], &some["options"][0]["curve"][0]);
    assert_eq!(year["paid"], curve["spend"]);
    assert_eq!(year["stays"][0]["improvement"]["typical"], curve["improvement"]["typical"], "on the day itself");
    assert!(year["stays"][2]["improvement"]["clinics"][0].is_f64() && year["sessions_left_out"].as_i64() > Some(0));
    let refused = check(&["estimate", "-", "--at", "0,1828"], plan("texture"), 2, &["day 1828", "last day is 1827"]);
    assert_eq!(refused.error.lines().count(), 1);
}

#[test]
fn a_concern_without_projection_says_why_and_has_nulls() {
    let document = estimate(&plan("hair"), &[]);
    assert_eq!(document["projection"], false);
    assert!(list(&document["remarks"])[0].as_str().is_some_and(|reason| reason.contains("no result is projected")));
    for option in list(&document["options"]) {
        for name in ["peak", "improvement_years", "noticeable_day", "duration_months"] {
            assert_eq!(option[name], Value::Null, "{name}");
        }
        for name in ["improvement", "untreated", "net"] {
            assert_eq!(option["curve"][0][name], Value::Null, "{name}");
        }
    }
}

#[test]
fn a_comparison_has_a_value_for_every_option() {
    let document = check(&["compare", "-", "--format", "json"], rich(), 0, &[]).json();
    let columns = list(&document["options"]).len();
    let measures = list(&document["measures"]);
    assert!(measures.iter().all(|measure| list(&measure["values"]).len() == columns));
    let total = measures.iter().find(|measure| measure["id"] == "total").expect("the total");
    let totals: Vec<[i64; 3]> = list(&total["values"]).iter().map(spread).collect();
    let options = estimate(&rich(), &[]);
    let expected: Vec<[i64; 3]> = list(&options["options"]).iter().map(|option| spread(&option["totals"])).collect();
    assert_eq!(totals, expected);
}

#[test]
fn the_catalogue_is_complete_and_recomputed() {
    let document = check(&["catalog", "--format", "json"], "", 0, &[]).json();
    assert_eq!((list(&document["facts"]).len(), list(&document["contradictions"]).len()), (281, 22));
    let row = &list(&document["cost_table"])[0];
    assert_eq!(row["course"], serde_json::json!([80_000, 300_000]));
    assert_eq!(row["printed_course"], serde_json::json!([120_000, 300_000]));
}

/// The names of all fields at any depth.
fn names(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            found.insert(name.clone());
            names(value, found);
        }),
        _ => {}
    }
}

#[test]
fn every_field_is_explained() {
    let mut found = BTreeSet::new();
    names(&estimate(&rich(), &[]), &mut found);
    names(&check(&["compare", "-", "--format", "json"], rich(), 0, &[]).json(), &mut found);
    let ledger = check(&["export", "-", "--what", "ledger-json", "-o", "-"], rich(), 0, &[]);
    names(&ledger.json(), &mut found);
    let catalog = check(&["catalog", "--format", "json"], "", 0, &[]).json();
    found.extend(fields(&catalog).keys().cloned());
    let missing: Vec<&String> = found.iter().filter(|name| !FIELDS.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "not explained: {missing:?}");
}
