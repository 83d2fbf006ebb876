//! Money to the cent: reading amounts as people type them, and the rounding rule of the ledger.

use crate::plans::said;
use collagen_ledger::catalog::Catalog;
use collagen_ledger::document::{AddOnDraft, Draft, ExtraId, LineDraft, LineTax, PackageDraft, PriceDraft, Upkeep};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::ledger::{Entry, Heading, Item};
use collagen_ledger::units::{Currency, Money, Percent, Spread, TaxMode, UnitCount};
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
    let message = |text: &str| wording::no_amount(&Money::parse(text, Currency::USD).expect_err("wrong"));
    assert_eq!(message("forty"), "\"forty\" is not an amount; type digits, such as 350 or 350.00");
    assert_eq!(message("3.505"), "\"3.505\" has more than 2 decimals, which USD does not have");
    assert_eq!(message("1234.500"), "\"1234.500\" has more than 2 decimals, which USD does not have");
    assert_eq!(message("0.505"), "\"0.505\" has more than 2 decimals, which USD does not have");
    assert_eq!(message("3.5055"), "\"3.5055\" has more than 2 decimals, which USD does not have");
    assert_eq!(message("-1"), "\"-1\" is below zero; an amount to pay is zero or more");
    let both = "\"1.250\" may mean 1250 or 1.25; write 1250, or fewer digits behind the point";
    assert_eq!(message("1.250"), both, "thousands, perhaps");
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
        LineDraft::usual(&catalog, concern, &draft.profile, treatment)
    };
    let mut roller = usual("home-roller");
    (roller.sessions, roller.spacing_days, roller.upkeep) = (60, 14, Upkeep::None);
    roller.price = PriceDraft::Own(Spread::of_text("40"));
    let mut filler = usual("ha-filler");
    (filler.sessions, filler.units, filler.upkeep) = (1, UnitCount::whole(3), Upkeep::None);
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

/// What is asked of a plan: its terms, and those of its one line of needling.
struct Terms {
    sessions: u32,
    spacing: u32,
    upkeep: Upkeep,
    years: u32,
    growth: &'static str,
    fee: &'static str,
    fee_credited: bool,
    /// Of the plan: rate and mode, and discount.
    tax: (&'static str, TaxMode),
    plan_discount: &'static str,
    /// Of the line: price, discount, package, tax.
    price: &'static str,
    upkeep_price: &'static str,
    discount: &'static str,
    package: Option<(u32, &'static str)>,
    own_tax: Option<(&'static str, TaxMode)>,
}

/// One session of needling at 100, in a year, without anything else.
const PLAIN: Terms = Terms {
    sessions: 1,
    spacing: 28,
    upkeep: Upkeep::None,
    years: 1,
    growth: "",
    fee: "",
    fee_credited: false,
    tax: ("", TaxMode::OnTop),
    plan_discount: "",
    price: "100",
    upkeep_price: "",
    discount: "",
    package: None,
    own_tax: None,
};

fn draft_of(terms: &Terms, catalog: &Catalog) -> Draft {
    let mut draft = Draft::example(catalog, &catalog.concerns[0], jiff::civil::date(2027, 3, 1));
    draft.options.truncate(1);
    draft.horizon_years = terms.years;
    (draft.price_growth, draft.consultation_fee) = (terms.growth.to_owned(), terms.fee.to_owned());
    (draft.tax, draft.tax_mode) = (terms.tax.0.to_owned(), terms.tax.1);
    (draft.discount, draft.fee_credited) = (terms.plan_discount.to_owned(), terms.fee_credited);
    let line = &mut draft.options[0].lines[0];
    (line.sessions, line.spacing_days, line.upkeep) = (terms.sessions, terms.spacing, terms.upkeep);
    line.price = PriceDraft::Own(Spread::of_text(terms.price));
    (line.discount, line.upkeep_price) = (terms.discount.to_owned(), terms.upkeep_price.to_owned());
    let own = |(sessions, price)| PackageDraft::Own { sessions, price: Spread::of_text(price) };
    line.package = terms.package.map_or(PackageDraft::None, own);
    let own = |(percent, mode): (&str, TaxMode)| LineTax::Own { percent: percent.to_owned(), mode };
    line.tax = terms.own_tax.map_or(LineTax::Plan, own);
    draft
}

/// What is paid: what for, unit price, line discount, plan discount, tax, amount.
fn paid(terms: &Terms) -> Vec<(&'static str, [i64; 5])> {
    let catalog = Catalog::built_in();
    let evaluation = Evaluation::of(&draft_of(terms, &catalog), &catalog).expect("a valid plan");
    let row = |entry: &Entry| {
        let what = match entry.item {
            Item::Payment { .. } => "payment",
            Item::Membership { .. } => "member",
            Item::Included { .. } => "included",
            Item::Consultation => "fee",
            Item::Session { .. } => "session",
            Item::Package { .. } => "package",
            Item::AddOn { .. } => "add-on",
            Item::Device { .. } => "device",
        };
        let money = [entry.unit_price, entry.discount, entry.plan_discount, entry.tax, entry.amount];
        assert_eq!(entry.net().typical + entry.tax.typical, entry.amount.typical);
        (what, money.map(|spread| spread.typical.minor()))
    };
    evaluation.estimate.options[0].ledger.entries.iter().map(row).collect()
}

#[test]
fn packages_discounts_and_taxes_by_hand() {
    let check = |terms: Terms, expected: &[(&str, [i64; 5])]| assert_eq!(paid(&terms), expected);
    let whole = |amount| [amount, 0, 0, 0, amount];
    let (single, three) = (("session", whole(10_000)), ("package", whole(27_000)));
    // 8 sessions in packages of 3: two packages, on the days of the first and the fourth session, and two singly.
    let packed = || Terms { sessions: 8, package: Some((3, "270")), ..PLAIN };
    check(packed(), &[three, three, single, single]);
    // No remainder; a package as large as the course; one too large is never bought.
    check(Terms { sessions: 6, ..packed() }, &[three, three]);
    check(Terms { sessions: 3, ..packed() }, &[three]);
    check(Terms { sessions: 2, ..packed() }, &[single, single]);
    // Upkeep is paid singly: after 3 sessions every 3 months, twice in the year.
    check(Terms { sessions: 3, upkeep: Upkeep::Every { months: 4 }, ..packed() }, &[three, single, single]);
    // A package is paid at the price of the year in which it begins: 10 % a year, sessions half a year apart.
    check(
        Terms { sessions: 5, spacing: 183, years: 3, growth: "10", package: Some((2, "180")), ..PLAIN },
        &[("package", whole(18_000)), ("package", whole(19_800)), ("session", whole(12_100))],
    );
    // It is paid in full even if the horizon ends before its last session.
    check(Terms { sessions: 3, spacing: 300, ..packed() }, &[three]);
    // Discount on discount: 10 % of 270.00 is 27.00; 5 % of the 243.00 left is 12.15; 10 % tax on 230.85 is 23.085.
    check(
        Terms { sessions: 3, discount: "10", plan_discount: "5", tax: ("10", TaxMode::OnTop), ..packed() },
        &[("package", [27_000, 2_700, 1_215, 2_309, 25_394])],
    );
    // The consultation has no discount: 40.00 with 10 % tax.
    check(
        Terms { fee: "40", plan_discount: "50", tax: ("10", TaxMode::OnTop), ..PLAIN },
        &[("fee", [4_000, 0, 0, 400, 4_400]), ("session", [10_000, 0, 5_000, 500, 5_500])],
    );
    // 19 % included: 119.00 holds 19.00; 100.00 holds 15.966…, which is 15.97; half off first.
    let german = ("19", TaxMode::Included);
    check(Terms { tax: german, price: "119", ..PLAIN }, &[("session", [11_900, 0, 0, 1_900, 11_900])]);
    check(Terms { tax: german, ..PLAIN }, &[("session", [10_000, 0, 0, 1_597, 10_000])]);
    check(Terms { tax: german, discount: "50", ..PLAIN }, &[("session", [10_000, 5_000, 0, 798, 5_000])]);
    check(
        Terms { tax: german, fee: "119", price: "0", ..PLAIN },
        &[("fee", [11_900, 0, 0, 1_900, 11_900]), ("session", [0; 5])],
    );
    // Mixed: a treatment at 0 % in a plan whose prices include 19 %, and one with tax on top.
    check(
        Terms { fee: "119", tax: german, own_tax: Some(("0", TaxMode::OnTop)), ..PLAIN },
        &[("fee", [11_900, 0, 0, 1_900, 11_900]), ("session", [10_000, 0, 0, 0, 10_000])],
    );
    check(
        Terms { fee: "119", tax: german, own_tax: Some(("7", TaxMode::OnTop)), ..PLAIN },
        &[("fee", [11_900, 0, 0, 1_900, 11_900]), ("session", [10_000, 0, 0, 700, 10_700])],
    );
    // Half cents go up: 5 % of 0.50 is 2.5 cents, 10 % of the 0.47 left 4.7; 0.03 with 100 % included holds 1.5 cents.
    check(Terms { price: "0.50", discount: "5", plan_discount: "10", ..PLAIN }, &[("session", [50, 3, 5, 0, 42])]);
    check(Terms { price: "0.03", tax: ("100", TaxMode::Included), ..PLAIN }, &[("session", [3, 0, 0, 2, 3])]);
}

#[test]
fn amounts_off_and_a_fee_that_is_taken_off_by_hand() {
    let check = |terms: Terms, expected: &[(&str, [i64; 5])]| assert_eq!(paid(&terms), expected);
    let whole = |amount| ("session", [amount, 0, 0, 0, amount]);
    let two = || Terms { sessions: 2, ..PLAIN };
    // 50 off once: off the first session; 130 off: all of the first, and 30 of the second.
    check(Terms { discount: "$50", ..two() }, &[("session", [10_000, 5_000, 0, 0, 5_000]), whole(10_000)]);
    check(
        Terms { discount: "130 USD", ..two() },
        &[("session", [10_000, 10_000, 0, 0, 0]), ("session", [10_000, 3_000, 0, 0, 7_000])],
    );
    // More than there is to pay is not paid out.
    check(Terms { discount: "$500", ..PLAIN }, &[("session", [10_000, 10_000, 0, 0, 0])]);
    // The line's own first, then the plan's: 20 of 100, then 30 of 80; 10 % tax on the 50 left.
    check(
        Terms { discount: "$20", plan_discount: "$30", tax: ("10", TaxMode::OnTop), ..PLAIN },
        &[("session", [10_000, 2_000, 3_000, 500, 5_500])],
    );
    // A consultation of 50 that is taken off: with 10 % tax on both it costs nothing in the end.
    check(
        Terms { fee: "50", fee_credited: true, tax: ("10", TaxMode::OnTop), ..two() },
        &[
            ("fee", [5_000, 0, 0, 500, 5_500]),
            ("session", [10_000, 0, 5_000, 500, 5_500]),
            ("session", [10_000, 0, 0, 1_000, 11_000]),
        ],
    );
    // Taken off after a discount of the plan in percent: 10 % of 100, then 50 of 90.
    check(
        Terms { fee: "50", fee_credited: true, plan_discount: "10", ..PLAIN },
        &[("fee", [5_000, 0, 0, 0, 5_000]), ("session", [10_000, 0, 6_000, 0, 4_000])],
    );
    // Tax that prices include: 60 is left of 119 with 19 %.
    check(
        Terms { discount: "$59", tax: ("19", TaxMode::Included), price: "119", ..PLAIN },
        &[("session", [11_900, 5_900, 0, 958, 6_000])],
    );
    // Upkeep at its own price, which grows as prices do.
    check(
        Terms { upkeep: Upkeep::Every { months: 9 }, upkeep_price: "80", years: 2, growth: "10", ..PLAIN },
        &[whole(10_000), whole(8_000), whole(8_800)],
    );
    let wrong = |discount: &'static str| {
        let (catalog, terms) = (Catalog::built_in(), Terms { discount, ..PLAIN });
        let draft = draft_of(&terms, &catalog);
        let problems = Evaluation::of(&draft, &catalog).expect_err("no discount");
        said(&problems, &draft, &catalog)
    };
    assert!(wrong("£50").contains("\"£50\" is not an amount"), "{}", wrong("£50"));
    assert!(wrong("150").contains("an amount has the sign of its currency"), "{}", wrong("150"));
}

#[test]
fn a_package_is_priced_for_one_unit_and_its_add_ons_are_paid_session_by_session() {
    let catalog = Catalog::built_in();
    let mut draft = draft_of(&Terms { sessions: 4, package: Some((2, "180")), ..PLAIN }, &catalog);
    let line = &mut draft.options[0].lines[0];
    line.add_ons = vec![AddOnDraft {
        id: ExtraId::NEW,
        add_on: None,
        name: "Serum".into(),
        price: PriceDraft::Own(Spread::of_text("25")),
        package: PackageDraft::None,
    }];
    let ledger = |draft: &Draft| Evaluation::of(draft, &catalog).expect("a plan").estimate.options[0].ledger.clone();
    let needled = ledger(&draft);
    assert_eq!(needled.total.typical.minor(), 2 * 18_000 + 4 * 2_500);
    assert_eq!(needled.entries.iter().filter(|entry| matches!(entry.item, Item::AddOn { .. })).count(), 4);
    draft.options[0].lines[0].treatment = "ha-filler".into();
    (draft.options[0].lines[0].units, draft.options[0].lines[0].spacing_days) = (UnitCount::whole(2), 60);
    draft.options[0].lines[0].depth = None;
    let filled = ledger(&draft);
    assert_eq!(filled.total.typical.minor(), 2 * 2 * 18_000 + 4 * 2_500, "two syringes a session");
    // Half a syringe in each session of a package at 180.01 is 90.005, which is rounded away from zero.
    draft.options[0].lines[0].units = UnitCount::of_hundredths(50);
    draft.options[0].lines[0].package = PackageDraft::Own { sessions: 2, price: Spread::of_text("180.01") };
    let halves = ledger(&draft);
    assert_eq!(halves.total.typical.minor(), 2 * 9_001 + 4 * 2_500, "half a syringe a session, in two packages");
}

#[test]
fn wrong_terms_say_where_and_what() {
    let catalog = Catalog::built_in();
    let check = |change: &dyn Fn(&mut Draft), says: &str| {
        let mut draft = draft_of(&Terms { sessions: 4, ..PLAIN }, &catalog);
        change(&mut draft);
        let problems = said(&Evaluation::of(&draft, &catalog).expect_err(says), &draft, &catalog);
        assert!(problems.contains(says), "{problems}");
    };
    let package = |package: PackageDraft| move |draft: &mut Draft| draft.options[0].lines[0].package = package.clone();
    let own = |sessions, price: &str| PackageDraft::Own { sessions, price: Spread::of_text(price) };
    check(&package(own(1, "90")), "1 is outside 2 to 50 sessions");
    check(&package(own(3, "")), "the amount is missing");
    check(&package(PackageDraft::Catalogue { sessions: 3 }), "no package of 3 in USD for Microneedling");
    check(&|draft| draft.discount = "101".to_owned(), "Plan: \"101\" is outside 0 to 100 %");
    let own_tax = LineTax::Own { percent: "many".to_owned(), mode: TaxMode::Included };
    check(&move |draft| draft.options[0].lines[0].tax = own_tax.clone(), "Microneedling: \"many\" is not a percentage");
    let roller = |draft: &mut Draft| {
        let line = &mut draft.options[0].lines[0];
        (line.treatment, line.package, line.depth) = ("home-roller".into(), own(2, "50"), None);
    };
    check(&roller, "bought as a device, of which there is no package");
}

#[test]
fn a_package_that_saves_nothing_or_is_never_used_is_remarked() {
    let catalog = Catalog::built_in();
    let check = |package, says: Option<&str>| {
        let draft = draft_of(&Terms { sessions: 4, package: Some(package), ..PLAIN }, &catalog);
        let evaluation = Evaluation::of(&draft, &catalog).expect("a plan");
        let remarks: Vec<_> = evaluation.estimate.options[0].remarks.iter().map(wording::remark).collect();
        let about = remarks.iter().find(|message| message.contains("ackage"));
        assert_eq!(about.map(String::as_str), says);
    };
    check((3, "300"), None);
    check((3, "300.01"), Some("A package of 3 sessions of Microneedling costs more than 3 single sessions"));
    let short = "The course of Microneedling is shorter than its package of 5 sessions; every session is paid singly";
    check((5, "400"), Some(short));
}

/// What is paid for an extra at 25 a session in packages of three for 60, the sessions themselves at 100.
fn extra_in_packages(terms: &Terms, change: impl Fn(&mut LineDraft)) -> Vec<String> {
    let catalog = Catalog::built_in();
    let mut draft = draft_of(terms, &catalog);
    let line = &mut draft.options[0].lines[0];
    line.add_ons = vec![AddOnDraft {
        id: ExtraId::NEW,
        add_on: None,
        name: "LED".into(),
        price: PriceDraft::Own(Spread::of_text("25")),
        package: PackageDraft::Own { sessions: 3, price: Spread::of_text("60") },
    }];
    change(line);
    draft.identify(0);
    let evaluation = Evaluation::of(&draft, &catalog).expect("a plan");
    let option = &evaluation.plan.options[0];
    let row = |entry: &Entry| {
        let what = wording::entry(entry, option, &catalog);
        format!("{what} {}", entry.amount.typical.to_plain(draft.currency))
    };
    evaluation.estimate.options[0].ledger.entries.iter().map(row).collect()
}

#[test]
fn an_extra_is_sold_in_packages_of_its_own() {
    let four = Terms { sessions: 4, ..PLAIN };
    // The fourth session is left over; of a package the first session pays for all.
    let singly = [
        "Microneedling, session 1 of 4 100.00",
        "LED with Microneedling, package of 3 sessions 60.00",
        "Microneedling, session 2 of 4 100.00",
        "Microneedling, session 3 of 4 100.00",
        "Microneedling, session 4 of 4 100.00",
        "LED with Microneedling, session 4 of 4 25.00",
    ];
    assert_eq!(extra_in_packages(&four, |_| ()), singly);
    // Beside a package of the sessions, each with its own size.
    let both = [
        "Microneedling, package of 2 sessions, 1 of 2 180.00",
        "LED with Microneedling, package of 3 sessions 60.00",
        "Microneedling, package of 2 sessions, 2 of 2 180.00",
        "LED with Microneedling, session 4 of 4 25.00",
    ];
    assert_eq!(extra_in_packages(&Terms { package: Some((2, "180")), ..four }, |_| ()), both);
    // Discounts are taken off as everywhere, and upkeep is paid singly.
    let upkeep = Terms { sessions: 3, discount: "10", upkeep: Upkeep::Every { months: 6 }, ..PLAIN };
    let rows = extra_in_packages(&upkeep, |_| ());
    assert_eq!(rows[1], "LED with Microneedling, package of 3 sessions 54.00");
    assert_eq!(rows.last().map(String::as_str), Some("LED with Microneedling, upkeep 1 22.50"));
    // A course that is shorter than the package pays singly.
    assert!(!extra_in_packages(&Terms { sessions: 2, ..PLAIN }, |_| ()).iter().any(|row| row.contains("package")));
}
