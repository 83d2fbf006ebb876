//! What the sheet says of the options as a choice, and of people out of a hundred.

use super::{check_text, made};
use collagen_ledger::document::Draft;
use collagen_ledger::report::sheet::Paper;
use collagen_ledger::wording;

fn check(change: fn(&mut Draft), has: &[&str], lacks: &[&str]) {
    check_text(&made("acne-scars", |draft, _| change(draft)).pages(Paper::A4), has, lacks);
}

#[test]
fn people_are_counted_and_what_that_is_stands_below() {
    let made = made("acne-scars", |_, _| {});
    let end = made.estimate.horizon_days;
    let counts = made.estimate.options.iter().map(|option| {
        let share = option.point(end).result.unwrap().people_over_25.unwrap();
        wording::hundred(share)
    });
    let row = format!("than untreated after 5 years {}", counts.collect::<Vec<_>>().join(" "));
    check_text(
        &made.pages(Paper::A4),
        &[&row, "by the model, not counted; nobody can tell which of them you are"],
        &[],
    );
}

#[test]
fn the_choice_is_a_table_that_recommends_nothing() {
    let with_worth = [
        "Chance of being the best",
        "Cost of choosing wrongly",
        "it holds for",
        "To you a year of full improvement is worth $3,000.",
    ];
    let always = [
        "As a choice",
        "Best on average if a year of full improvement is worth",
        "What would change this, all else as it is",
        "Nothing is recommended.",
    ];
    let without_worth = ["would be cheaper than A below $312.50 a session of Microneedling"];
    check(|_| {}, &[&always[..], &without_worth].concat(), &with_worth);
    check(|draft| draft.worth = "3000".to_owned(), &[&always[..], &with_worth].concat(), &["cheaper than"]);
}

#[test]
fn where_no_result_is_projected_there_is_no_choice_to_speak_of() {
    check_text(&made("hair", |_, _| {}).pages(Paper::A4), &[], &["As a choice", "Of 100 people, over"]);
}
