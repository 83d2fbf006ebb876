//! Money to the cent: reading amounts as people type them, and the rounding rule of the ledger.

#![allow(clippy::expect_used, clippy::panic)]

use collagen_ledger::catalog::Catalog;
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::ledger::{Heading, Item};
use collagen_ledger::scenario::{Draft, PriceDraft, Upkeep};
use collagen_ledger::units::{Currency, Money, Percent, Spread};
use collagen_ledger::wording;

fn currency(code: &str) -> Currency {
    Currency::from_code(code).expect("a currency")
}

#[test]
fn amounts_are_read_as_people_type_them() {
    let check = |text: &str, code: &str, minor: Option<i64>| {
        assert_eq!(Money::parse(text, currency(code)).ok().map(Money::minor), minor, "{text:?} in {code}");
    };
    for (text, minor) in [
        ("350", 35_000),
        ("350.5", 35_050),
        ("350.50", 35_050),
        ("1,234.50", 123_450),
        ("1.234,50", 123_450),
        ("1 234,50", 123_450),
        ("1'234.50", 123_450),
        ("1,234", 123_400),
        ("12,34", 1_234),
        ("1,234,567.89", 123_456_789),
        ("$350", 35_000),
        ("350 USD", 35_000),
        (" .5 ", 50),
        ("0", 0),
        ("10000000", 1_000_000_000),
    ] {
        check(text, "USD", Some(minor));
    }
    for text in ["", "forty", "1.2.3", "12,34,5", "3.505", "-1", "10000000.01", "1e3", "NaN", "٣", "1,23.4,5"] {
        check(text, "USD", None);
    }
    check("350", "JPY", Some(350));
    check("350.5", "JPY", None);
    check("1.234", "KWD", Some(1_234));
    check("12,500", "TND", Some(12_500));
    check("0,125", "USD", None);
    check(",123", "USD", None);
    check(",12", "USD", Some(12));
}

#[test]
fn a_wrong_amount_is_explained_with_its_remedy() {
    let message = |text: &str| Money::parse(text, Currency::USD).expect_err("wrong").to_string();
    assert_eq!(message("forty"), "\"forty\" is not an amount; type digits, such as 350 or 350.00");
    assert_eq!(message("3.505"), "\"3.505\" has more than 2 decimals, which USD does not have");
    assert_eq!(message("-1"), "\"-1\" is below zero; an amount to pay is zero or more");
    assert_eq!(message("99999999"), "\"99999999\" is too large; the most is 10000000.00");
}

#[test]
fn percentages_are_exact_to_a_thousandth() {
    let check = |text: &str, shown: Option<&str>| {
        assert_eq!(Percent::parse(text, 100).ok().map(|percent| percent.to_string()).as_deref(), shown, "{text:?}");
    };
    check("8.875", Some("8.875%"));
    check("7,5 %", Some("7.5%"));
    check("", Some("0%"));
    check("100", Some("100%"));
    for wrong in ["100.001", "-1", "1.2345", "half", "1,2,3"] {
        check(wrong, None);
    }
}

#[test]
fn amounts_are_written_with_their_currency() {
    let check = |minor: i64, code: &str, short: &str, exact: &str| {
        let amount = Money::from_minor(minor);
        let written = (wording::money(amount, currency(code)), wording::money_exact(amount, currency(code)));
        assert_eq!(written, (short.to_owned(), exact.to_owned()));
    };
    check(175_000, "USD", "$1,750", "$1,750.00");
    check(175_050, "GBP", "£1,750.50", "£1,750.50");
    check(-5, "EUR", "−€0.05", "−€0.05");
    check(123_456_789, "AUD", "AUD\u{a0}1,234,567.89", "AUD\u{a0}1,234,567.89");
    check(1_750, "JPY", "JPY\u{a0}1,750", "JPY\u{a0}1,750");
}

/// One needling session a year for three years at `price`: unit price, discount, tax and amount of each entry.
fn entries(price: &str, growth: &str, discount: &str, tax: &str) -> Vec<[i64; 4]> {
    let catalog = Catalog::built_in();
    let mut draft = Draft::example(&catalog, &catalog.concerns[0], jiff::civil::date(2027, 3, 1));
    draft.options.truncate(1);
    (draft.price_growth, draft.tax, draft.horizon_years) = (growth.to_owned(), tax.to_owned(), 3);
    let line = &mut draft.options[0].lines[0];
    line.price = PriceDraft::Own(Spread::of_text(price));
    line.discount = discount.to_owned();
    (line.sessions, line.upkeep) = (1, Upkeep::Every { months: 12 });
    let evaluation = Evaluation::of(&draft, &catalog).expect("a valid plan");
    let ledger = &evaluation.estimate.options[0].ledger;
    let minor = |spread: Spread<Money>| {
        assert_eq!((spread.low, spread.high), (spread.typical, spread.typical));
        spread.typical.minor()
    };
    ledger.entries.iter().map(|entry| [entry.unit_price, entry.discount, entry.tax, entry.amount].map(minor)).collect()
}

#[test]
fn each_step_is_rounded_to_the_cent_and_a_half_goes_up() {
    let check = |terms: [&str; 4], expected: [[i64; 4]; 3]| {
        assert_eq!(entries(terms[0], terms[1], terms[2], terms[3]), expected, "{terms:?}");
    };
    check(["100.00", "", "", ""], [[10_000, 0, 0, 10_000]; 3]);
    // 3 % a year: 100.00, 103.00, 106.09. No rounding on the way to the third year.
    check(["100.00", "3", "", ""], [[10_000, 0, 0, 10_000], [10_300, 0, 0, 10_300], [10_609, 0, 0, 10_609]]);
    // 10.05 × 1.5 % = 15.075 cents: the price grows to 10.20075, then from the list price to 10.35376….
    check(["10.05", "1.5", "", ""], [[1_005, 0, 0, 1_005], [1_020, 0, 0, 1_020], [1_035, 0, 0, 1_035]]);
    // 5 % of 0.50 is 2.5 cents, which rounds to 3; the tax is taken of what is left: 10 % of 47 is 4.7, which is 5.
    check(["0.50", "", "5", "10"], [[50, 3, 5, 52]; 3]);
    // 8.875 % of 199.99 is 17.7491…, which is 17.75.
    check(["199.99", "", "", "8.875"], [[19_999, 0, 1_775, 21_774]; 3]);
    check(["350.00", "", "100", "19"], [[35_000, 35_000, 0, 0]; 3]);
}

#[test]
fn devices_syringes_and_the_consultation_are_paid_as_they_are_sold() {
    let catalog = Catalog::built_in();
    let start = jiff::civil::date(2027, 3, 1);
    let concern = &catalog.concerns[0];
    let mut draft = Draft::example(&catalog, concern, start);
    draft.options.truncate(2);
    draft.consultation_fee = "60".to_owned();
    let usual = |id: &str| {
        let treatment = catalog.treatment(&id.into()).expect("a treatment");
        collagen_ledger::scenario::LineDraft::usual(&catalog, concern, &draft.profile, treatment)
    };
    let mut roller = usual("home-roller");
    (roller.sessions, roller.spacing_days, roller.upkeep) = (60, 14, Upkeep::None);
    roller.price = PriceDraft::Own(Spread::of_text("40"));
    let mut filler = usual("ha-filler");
    (filler.sessions, filler.units, filler.upkeep) = (1, 3, Upkeep::None);
    filler.price = PriceDraft::Own(Spread::of_text("700"));
    draft.options[0].lines = vec![roller];
    draft.options[1].lines = vec![filler];
    let evaluation = Evaluation::of(&draft, &catalog).expect("a valid plan");
    let [rolled, filled] = [0, 1].map(|at| &evaluation.estimate.options[at].ledger);
    let devices = rolled.entries.iter().filter(|entry| matches!(entry.item, Item::Device { .. }));
    let days: Vec<i32> = devices.map(|entry| entry.day).collect();
    assert_eq!(days, [0, 26 * 14, 52 * 14], "one device serves 26 sessions");
    assert_eq!(rolled.total.typical.minor(), 6_000 + 3 * 4_000);
    assert_eq!(filled.total.typical.minor(), 6_000 + 3 * 70_000, "three syringes");
    assert_eq!(filled.heading(Heading::Consultation).typical.minor(), 6_000);
    assert_eq!(evaluation.estimate.do_nothing().ledger.total.high, Money::ZERO, "nobody pays for doing nothing");
}
