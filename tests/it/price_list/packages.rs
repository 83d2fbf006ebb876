//! Packages and taxes of the price list: laid over the catalogue, offered to lines, in and out as a table.

use super::{CATALOG, currency, day, list, package, price, treatment, typed};
use crate::plans::said;
use collagen_ledger::catalog::Basis;
use collagen_ledger::document::{Draft, LineTax, PackageDraft};
use collagen_ledger::evaluation::{Effect, Evaluation};
use collagen_ledger::history::Change as _;
use collagen_ledger::overlay::{QuantityKind, Subject};
use collagen_ledger::price_list::{EntryDraft, ListEdit, PriceList, PriceListDraft, csv};
use collagen_ledger::units::TaxMode;
use collagen_ledger::wording;

fn needling() -> Subject {
    treatment("microneedling")
}

/// A list with a package of 3 for 900, dearer from 2028 on, and one of 6 in euros.
fn packages() -> PriceList {
    let entries = vec![
        typed(&needling(), &package(3, "USD"), "900", ""),
        typed(&needling(), &package(3, "USD"), "960", "2028-01-01"),
        typed(&needling(), &package(6, "EUR"), "1500", ""),
    ];
    list(entries, Vec::new())
}

fn plan() -> Draft {
    Draft::example(&CATALOG, &CATALOG.concerns[0], day("2027-03-01"))
}

#[test]
fn a_package_in_force_is_offered_at_its_price_and_one_without_a_price_is_not() {
    let check = |on: &str, code: &str, expected: &[(u32, i64)]| {
        let laid = packages().over(&CATALOG, day(on));
        let needling = laid.treatment(&"microneedling".into()).expect("a treatment");
        let known = laid.rates(needling, "", currency(code)).packages;
        let known: Vec<_> =
            known.iter().map(|package| (package.sessions, package.price.amount.typical.minor())).collect();
        assert_eq!(known, expected, "{code} on {on}");
    };
    check("2027-03-01", "USD", &[(3, 90_000)]);
    check("2028-01-01", "USD", &[(3, 96_000)]);
    check("2027-03-01", "EUR", &[(6, 150_000)]);
    check("2027-03-01", "GBP", &[]);
    let built_in = CATALOG.treatments.iter().all(|treatment| treatment.packages.is_empty());
    assert!(built_in, "no source names a package, so the catalogue has none");
}

#[test]
fn a_line_takes_the_lists_package_and_a_change_of_it_is_previewed() {
    let mut draft = plan();
    draft.options.truncate(1);
    draft.options[0].lines[0].package = PackageDraft::Catalogue { sessions: 3 };
    let problems = Evaluation::of(&draft, &CATALOG).expect_err("no package in the catalogue");
    let problems = said(&problems, &draft, &CATALOG);
    assert!(problems.contains("no package of 3 in USD for Microneedling"), "{problems}");
    let before = packages().over(&CATALOG, draft.start);
    let evaluation = Evaluation::of(&draft, &before).expect("a plan");
    // One package of 3, and 2 sessions of the course and 4 of upkeep at 350.
    assert_eq!(evaluation.estimate.options[0].ledger.total.typical.minor(), 90_000 + 6 * 35_000);
    let dearer = list(vec![typed(&needling(), &package(3, "USD"), "990", "")], Vec::new());
    let effect = Effect::of(&draft, &before, &dearer.over(&CATALOG, draft.start));
    let [line] = &effect.options[0].lines[..] else { panic!("{:?}", effect.options[0].lines) };
    let prices = [line.before.price, line.after.price].map(|price| price.typical.minor());
    assert_eq!((line.package, prices, line.difference().typical.minor()), (Some(3), [90_000, 99_000], 9_000));
    assert_eq!((line.before.basis, line.after.basis), (Basis::Clinic, Basis::Clinic));
}

#[test]
fn new_plans_begin_with_the_lists_tax_and_discounts() {
    let entries = vec![
        typed(&Subject::Clinic, &QuantityKind::Tax.alone(), "19", ""),
        typed(&Subject::Clinic, &QuantityKind::TaxIncluded.alone(), "yes", "2027-03-01"),
        typed(&Subject::Clinic, &QuantityKind::PlanDiscount.alone(), "5", ""),
        typed(&needling(), &QuantityKind::Tax.alone(), "0", ""),
    ];
    let list = list(entries, Vec::new());
    let begin = |on: &str| {
        let catalog = list.over(&CATALOG, day(on));
        Draft::example(&catalog, &CATALOG.concerns[0], day(on)).with_defaults(&catalog.defaults)
    };
    let plan = begin("2027-03-01");
    assert_eq!((plan.tax.as_str(), plan.tax_mode, plan.discount.as_str()), ("19%", TaxMode::Included, "5%"));
    let own = LineTax::Own { percent: "0%".to_owned(), mode: TaxMode::Included };
    assert_eq!(plan.options[0].lines[0].tax, own, "microneedling has a rate of its own");
    assert_eq!(plan.options[2].lines[0].tax, LineTax::Plan);
    assert_eq!(begin("2027-02-28").tax_mode, TaxMode::OnTop, "not yet in force");
}

#[test]
fn packages_and_taxes_survive_the_table() {
    let mut entries: Vec<EntryDraft> = PriceListDraft::from(&packages()).entries;
    entries.extend([
        typed(&Subject::Clinic, &QuantityKind::TaxIncluded.alone(), "yes", ""),
        typed(&Subject::Clinic, &QuantityKind::PlanDiscount.alone(), "5", ""),
        typed(&needling(), &QuantityKind::Tax.alone(), "7", ""),
        typed(&needling(), &price("USD"), "300", ""),
    ]);
    let list = list(entries, Vec::new());
    let table = csv::export(&list, &CATALOG).expect("a table");
    assert_eq!(csv::import(&table, &CATALOG, &|_| None).expect("the same table"), list);
    let text = String::from_utf8(table).expect("text");
    for row in [
        "treatment,microneedling,Microneedling,,,,,package_of_3,,,USD,900.00,900.00,900.00,",
        "treatment,microneedling,Microneedling,,,,,package_of_3,,,USD,960.00,960.00,960.00,2028-01-01",
        "clinic,,,,,,,tax_included,,,,,yes,,",
        "clinic,,,,,,,plan_discount_percent,,,,,5,,",
    ] {
        assert!(text.lines().any(|line| line == row), "{row} is missing in {text}");
    }
}

#[test]
fn bad_rows_say_what_is_wrong() {
    let check = |row: &str, says: &str| {
        let table = format!("kind,id,value,currency,typical\n{row}\n");
        let problems = csv::import(table.as_bytes(), &CATALOG, &|_| None).expect_err(row);
        let message = wording::row_problems(&problems, &CATALOG).join("\n");
        assert!(message.contains(says) && message.starts_with("line 2"), "{row}: {message}");
    };
    check("treatment,microneedling,package_of_1,USD,900", "package_of_ and a whole number from 2 to 50");
    check("treatment,microneedling,package_of_three,USD,900", "\"three\" is no number of sessions");
    check("treatment,microneedling,package_of_3,,900", "the currency is missing");
    check("treatment,home-roller,package_of_3,USD,900", "of which there is no package");
    check("clinic,,tax_included,,maybe", "write yes or no");
    check("clinic,,package_of_3,USD,900", "the clinic itself has no package_of_3");
    check("treatment,microneedling,plan_discount_percent,,5", "a treatment has no plan_discount_percent");
}

#[test]
fn a_package_added_waits_for_its_price_and_adding_it_twice_changes_nothing() {
    let mut draft = PriceListDraft::default();
    let add = ListEdit::Add(treatment("microneedling"), package(3, "USD"));
    assert_eq!(wording::list_step(add.label()), "add package");
    add.clone().apply(&mut draft, 0);
    add.apply(&mut draft, 0);
    assert_eq!(draft.entries.len(), 1);
    let problems = super::said(&draft, &draft.parse(&CATALOG).expect_err("no price yet"));
    assert!(problems[0].contains("Microneedling, package of 3 in USD"), "{problems:?}");
    draft.entries[0].amounts.typical = "900".to_owned();
    assert_eq!(draft.parse(&CATALOG).expect("a price").entries().len(), 1);
}
