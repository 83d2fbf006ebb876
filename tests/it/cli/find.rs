//! `find`: what can be had for the money.

use super::{check, example, plan};
use crate::plans::plan_text;
use collagen_ledger::document::OccasionDraft;
use serde_json::Value;

/// So few draws are enough where the ranges are not looked at.
const DRAWS: [&str; 2] = ["--draws", "64"];

fn find<'a>(args: &[&'a str]) -> Vec<&'a str> {
    [&["find"], args, &DRAWS].concat()
}

fn amount(value: &Value) -> i64 {
    value.as_i64().expect("an amount in minor units")
}

#[test]
fn what_is_found_rises_keeps_to_the_limits_and_says_what_they_cost() {
    let limits = ["--budget", "900/year", "--visits", "3", "--in-a-row", "5", "--from", "120"];
    let args = find(&[&["-", "--format", "json"], &limits[..]].concat());
    let found = check(&args, plan("wrinkles"), 0, &[]).json();
    let steps = found["steps"].as_array().expect("steps");
    assert!(steps.len() > 1 && found["plans_looked_at"].as_u64().expect("a number") > 500_000);
    for pair in steps.windows(2) {
        assert!(amount(&pair[0]["spend"]) < amount(&pair[1]["spend"]));
        assert!(pair[0]["reached"].as_f64() < pair[1]["reached"].as_f64());
    }
    for step in steps {
        assert!(step["visits"].as_u64().expect("visits") <= 3);
        let leans_on = step["doubts"][0].as_str().expect("what it leans on");
        assert!(leans_on.starts_with("most uncertain: "));
        let is_beyond = leans_on.contains("what follows the evidence");
        assert!(!is_beyond || leans_on.ends_with(", which is our assumption"), "{leans_on}");
        assert!(!step["sessions"].as_array().expect("sessions").is_empty());
        for (line, said) in step["lines"].as_array().expect("lines").iter().zip(step["said"].as_array().expect("words"))
        {
            assert!(line["start_day"].as_u64().expect("a day") >= 120);
            let said = said.as_str().expect("words");
            assert_eq!(line["upkeep_when_faded_to"].is_u64(), said.contains("faded"), "{said}");
            assert_eq!(line["upkeep_months"].is_u64(), said.contains("every"), "{said}");
        }
        assert_eq!(step["reached"], step["improvement_years"]["typical"], "the estimate says the same");
    }
    assert_eq!(found["best"].as_u64(), Some(steps.len() as u64), "without a level the most is the answer");
    let best = steps.last().expect("a step");
    let lifted = found["without_limits"].as_array().expect("limits");
    assert!(!lifted.is_empty());
    let named =
        |limit: &str| lifted.iter().any(|one| one["limit"].as_str().is_some_and(|said| said.starts_with(limit)));
    assert!(named("nothing before ") && named("at most 3 visits"), "{lifted:?}");
    for lifted in lifted {
        assert!(lifted["reached"].as_f64() > best["reached"].as_f64());
    }
}

#[test]
fn the_cheapest_that_is_enough_answers_a_goal_with_a_level() {
    let few = ["--without", "rf-microneedling", "--without", "non-ablative-laser", "--without", "ablative-laser"];
    let further = ["tca-cross", "superficial-peel", "medium-peel"].map(|id| ["--without", id]).concat();
    let goal = [&["-", "--goal", "hold:30%@365..2028-12-31"], &few[..], &further].concat();
    let args = find(&[&goal[..], &["--format", "json"]].concat());
    let found = check(&args, plan("acne-scars"), 0, &[]).json();
    let steps = found["steps"].as_array().expect("steps");
    let best = found["best"].as_u64().and_then(|best| usize::try_from(best).ok()).expect("an answer");
    for (number, step) in (1..).zip(steps) {
        let is_enough = step["reached"].as_f64().expect("a share") >= 0.3;
        assert_eq!(is_enough, number >= best, "step {number}");
        let chance = step["chance_of_enough"].as_f64().expect("a chance");
        assert!((0.0..=1.0).contains(&chance));
    }
    let said = [
        "the most improvement held from",
        "Kept to: Radiofrequency microneedling, Non-ablative fractional laser,",
        "30% is enough",
        "which answers the question",
        "no advice on treatment",
    ];
    check(&find(&goal), plan("acne-scars"), 0, &said);
    let more =
        find(&[&["-", "--goal", "hold:99%@365..730", "--without", "microneedling"], &few[..], &further].concat());
    check(&more, plan("wrinkles"), 0, &["No plan reaches that. The most is"]);
}

/// How a plan stands on the days that matter is said of each that is found, and months above a level have their range.
#[test]
fn days_that_matter_and_months_above_a_level_are_told_of() {
    let mut draft = example("acne-scars");
    draft.occasions = vec![OccasionDraft { name: "Wedding".to_owned(), date: jiff::civil::date(2027, 8, 14) }];
    let plan = plan_text(&draft);
    // Needling alone, so that there is little to look at.
    let lasers = ["rf-microneedling", "non-ablative-laser", "ablative-laser"];
    let others = ["superficial-peel", "medium-peel", "tca-cross", "subcision", "ha-filler", "home-roller"];
    let few: Vec<&str> = lasers.iter().chain(&others).flat_map(|id| ["--without", id]).collect();
    let asked = [&["-", "--goal", "months:30%", "--one"], &few[..]].concat();
    let found = check(&find(&[&asked[..], &["--format", "json"]].concat()), plan.clone(), 0, &[]).json();
    let steps = found["steps"].as_array().filter(|steps| !steps.is_empty()).expect("steps");
    for step in steps {
        let wedding = &step["occasions"][0];
        assert_eq!((wedding["name"].as_str(), wedding["date"].as_str()), (Some("Wedding"), Some("2027-08-14")));
        let near = wedding["near_its_best"].as_bool().expect("whether it is");
        assert_eq!(near, wedding["of_best"].as_f64().expect("a share") >= 0.9, "{wedding}");
        let range = &step["reached_in"];
        assert_eq!(range["typical"], step["reached"], "the months that the estimate has");
        assert!(range["clinics"][0].as_f64() <= range["clinics"][2].as_f64(), "{range}");
    }
    check(&find(&asked), plan, 0, &["Wedding, 14 Aug 2027: ", "of its best", "healed"]);
}

#[test]
fn as_many_treatments_as_were_asked_for_make_a_plan() {
    let lasers = ["rf-microneedling", "non-ablative-laser", "ablative-laser"];
    let others = [&lasers[..], &["superficial-peel", "medium-peel", "ha-filler"]].concat();
    let without: Vec<&str> = others.iter().flat_map(|id| ["--without", id]).collect();
    let of = |number: &str| {
        let asked = ["-", "--treatments", number, "--budget", "8000", "--format", "json"];
        let found = check(&find(&[&asked[..], &without].concat()), plan("acne-scars"), 0, &[]).json();
        assert_eq!(found["most_treatments"].as_u64(), number.parse().ok());
        found
    };
    let most = |found: &Value| {
        let steps = found["steps"].as_array().expect("steps");
        let lines = steps.iter().map(|step| step["lines"].as_array().expect("lines").len());
        let reached = steps.last().and_then(|step| step["reached"].as_f64()).expect("a plan");
        (lines.max().expect("a plan"), reached, found["plans_looked_at"].as_u64().expect("a number"))
    };
    let [one, two, three] = ["1", "2", "3"].map(|number| most(&of(number)));
    assert_eq!([one.0, two.0, three.0], [1, 2, 3]);
    assert!(one.1 < two.1 && two.1 < three.1, "{one:?} {two:?} {three:?}");
    assert!(one.2 < two.2 && two.2 < three.2);
    let args = ["find", "-", "--treatments", "4"];
    check(&args, plan("acne-scars"), 2, &["4 is not in 1..=3"]);
    check(&["find", "-", "--treatments", "3", "--one"], plan("acne-scars"), 2, &["cannot be used with"]);
}

#[test]
fn what_is_taken_becomes_an_option_that_says_what_was_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("found.ron");
    let file = file.to_str().expect("a name");
    // Without some, so that there is less to look at.
    let few = ["--without", "rf-microneedling", "--without", "non-ablative-laser", "--without", "microneedling"];
    let few = [&["--format", "csv"], &few[..]].concat();
    let asked = ["-", "--budget", "2500", "-o", file, "--take", "best,1,1"];
    let args = find(&[&asked, &few[..]].concat());
    let csv = check(&args, plan("wrinkles"), 0, &["number,plan,spend,reached"]);
    let mut reader = csv::Reader::from_reader(csv.output.as_slice());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let answer = rows.iter().find(|row| &row[10] == "yes").expect("an answer");
    for row in &rows {
        let number = |at: usize| row[at].parse::<f64>().expect("a number");
        let around = |low: usize, high: usize| [low, 3, high].map(number).is_sorted();
        assert!(around(11, 12) && around(13, 14), "clinics and people around what is typical: {row:?}");
    }
    let compared = check(&["compare", file, "--format", "json"], "", 0, &[]).json();
    let options = compared["options"].as_array().expect("options");
    let at = options.len() - 3;
    let measure = |id: &str| {
        let measures = compared["measures"].as_array().expect("measures");
        let measure = measures.iter().find(|measure| measure["id"] == id).expect("a measure");
        measure["values"][at]["typical"].clone()
    };
    assert_eq!(Some(amount(&measure("total"))), answer[2].replace('.', "").parse().ok(), "what it costs");
    assert_eq!(measure("improvement-years").as_f64(), answer[3].parse().ok(), "what it reaches");
    check(&args, plan("wrinkles"), 2, &["exists already"]);
    let forced = [&args[..], &["--force"]].concat();
    check(&forced, plan("wrinkles"), 0, &[]);
    let many = find(&[&["-", "--budget", "2500", "-o", file, "--force", "--take", "1,2,3,4,5"], &few[..]].concat());
    check(&many, plan("wrinkles"), 2, &["room for six options"]);
    let too_little = find(&[&["-", "-o", file, "--force", "--budget", "1"], &few[..]].concat());
    check(&too_little, plan("wrinkles"), 2, &["No plan keeps to all of that and does anything."]);
    let none = find(&[&["-", "--budget", "2500", "-o", file, "--force", "--take", "999"], &few[..]].concat());
    check(&none, plan("wrinkles"), 2, &["\"999\" is none of the"]);
}

#[test]
fn what_cannot_be_asked_says_what_can() {
    let cases: [(&[&str], &str, &str); 9] = [
        (&["--goal", "beauty"], "acne-scars", "\"beauty\" is no goal; write years"),
        (&["--goal", "hold:400%@1..2"], "acne-scars", "is no goal"),
        (&["--goal", "day@soon"], "acne-scars", "\"soon\" is not a date"),
        (&["--goal", "day@9000"], "acne-scars", "is not within the plan; choose days from"),
        (&["--well-on", "30..20"], "acne-scars", "ends before it begins"),
        (&["--budget", "much"], "acne-scars", "is no budget; write an amount such as 4000"),
        (&["--with", "magic"], "acne-scars", "\"magic\" is not a known treatment; write one of"),
        (&["--own-prices"], "acne-scars", "allow others, or set prices"),
        (&[], "hair", "no result is projected"),
    ];
    for (args, concern, said) in cases {
        check(&find(&[&["-"], args].concat()), plan(concern), 2, &[said]);
    }
    let free = find(&["-", "--budget", "1"]);
    check(&free, plan("acne-scars"), 0, &["No plan keeps to all of that"]);
}
