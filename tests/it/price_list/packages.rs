//! Packages and taxes of the price list: laid over the catalogue, offered to lines, in and out as a table.

use super::{CATALOG, currency, day, issued, list, package, price, treatment, typed};
use crate::plans::said;
use collagen_ledger::catalog::Basis;
use collagen_ledger::document::{AddOnDraft, Draft, LineTax, PackageDraft, Upkeep};
use collagen_ledger::evaluation::{Effect, Evaluation, WayKind, ways};
use collagen_ledger::history::Change as _;
use collagen_ledger::log::{Dossier, DueKind};
use collagen_ledger::overlay::{QuantityKind, Subject};
use collagen_ledger::plan::RemarkKind;
use collagen_ledger::price_list::{EntryDraft, ListEdit, PriceList, PriceListDraft, csv};
use collagen_ledger::progress::{Fact, SessionFact};
use collagen_ledger::simulate::{Precision, Simulator};
use collagen_ledger::storage;
use collagen_ledger::units::{Currency, Spread, TaxMode};
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
    let table = csv::export(&list, &CATALOG, Currency::USD).expect("a table");
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

/// A list with a package of 3 for 900 whose clinic and treatment say for how many months packages hold.
fn held(clinic: Option<&str>, own: Option<&str>) -> PriceList {
    let months = QuantityKind::PackageMonths.alone();
    let mut entries = vec![typed(&needling(), &package(3, "USD"), "900", "")];
    entries.extend(clinic.map(|count| typed(&Subject::Clinic, &months, count, "")));
    entries.extend(own.map(|count| typed(&needling(), &months, count, "")));
    list(entries, Vec::new())
}

/// Six sessions of needling in packages of three, so many days apart, alone in a plan.
fn spaced(days: u32) -> Draft {
    let mut draft = plan();
    draft.options.truncate(1);
    let line = &mut draft.options[0].lines[0];
    (line.sessions, line.spacing_days, line.upkeep) = (6, days, Upkeep::None);
    line.package = PackageDraft::Catalogue { sessions: 3 };
    draft
}

#[test]
fn a_package_covers_no_session_after_it_holds_no_more() {
    let check = |list: &PriceList, days: u32, expected: i64, late: &[(u32, &str)]| {
        let catalog = list.over(&CATALOG, day("2027-03-01"));
        let estimate = Evaluation::of(&spaced(days), &catalog).expect("a plan").estimate.options[0].clone();
        assert_eq!(estimate.ledger.total.typical.minor(), expected, "{days} days apart");
        let found: Vec<_> = estimate
            .remarks
            .iter()
            .filter_map(|remark| match &remark.kind {
                RemarkKind::PackageEnds { late, until, .. } => Some((*late, until.to_string())),
                _ => None,
            })
            .collect();
        let found: Vec<_> = found.iter().map(|(late, until)| (*late, until.as_str())).collect();
        assert_eq!(found, late, "{days} days apart");
    };
    // From 1 March the third session is on 28 August, and the sixth is 180 days after the fourth.
    check(&held(None, None), 90, 2 * 90_000, &[]);
    check(&held(Some("6"), None), 90, 2 * 90_000, &[]);
    check(&held(Some("5"), None), 90, 2 * (90_000 + 35_000), &[(1, "2027-08-01"), (1, "2028-04-26")]);
    check(&held(Some("2"), None), 90, 2 * (90_000 + 2 * 35_000), &[(2, "2027-05-01"), (2, "2028-01-26")]);
    check(&held(Some("2"), Some("12")), 90, 2 * 90_000, &[]);
    check(&held(None, Some("5")), 90, 2 * (90_000 + 35_000), &[(1, "2027-08-01"), (1, "2028-04-26")]);
    // The very day counts: two months after 1 March is 61 days later.
    check(&held(Some("4"), None), 61, 2 * 90_000, &[]);
    check(&held(Some("4"), None), 62, 2 * (90_000 + 35_000), &[(1, "2027-07-01"), (1, "2028-01-03")]);
    // A package that is typed in the plan is sold on the clinic's terms as well.
    let catalog = held(Some("5"), None).over(&CATALOG, day("2027-03-01"));
    let mut own = spaced(90);
    let price = Spread { low: "800", typical: "800", high: "800" }.map(str::to_owned);
    own.options[0].lines[0].package = PackageDraft::Own { sessions: 3, price };
    let total = Evaluation::of(&own, &catalog).expect("a plan").estimate.options[0].ledger.total;
    assert_eq!(total.typical.minor(), 2 * (80_000 + 35_000));
}

#[test]
fn how_long_a_package_holds_is_said_kept_and_counted_where_it_stops() {
    let catalog = held(Some("12"), None).over(&CATALOG, day("2027-03-01"));
    let draft = spaced(90);
    let evaluation = Evaluation::of(&draft, &catalog).expect("a plan");
    let option = &evaluation.estimate.options[0];
    let said = wording::entry(&option.ledger.entries[0], &evaluation.plan.options[0], &catalog);
    assert!(said.starts_with("Microneedling, package of 3 sessions, to be had until 1 Mar 2028"), "{said}");
    let summary = wording::line_summary(&evaluation.plan.options[0].lines[0], &catalog);
    assert!(summary.contains("in packages of 3 that hold 12 months"), "{summary}");
    let left = |on: i32| option.prepaid(on).iter().map(|left| left.sessions).collect::<Vec<_>>();
    assert_eq!([left(0), left(90), left(200)], [vec![2], vec![1], vec![]]);
    // The year and a day are over: what is left is lost.
    let broken = held(Some("5"), None).over(&CATALOG, day("2027-03-01"));
    let broken = Evaluation::of(&spaced(90), &broken).expect("a plan").estimate.options[0].clone();
    assert_eq!(broken.prepaid(153).iter().map(|left| left.sessions).collect::<Vec<_>>(), [1]);
    assert!(broken.prepaid(154).is_empty());
    let reopened = issued(&draft, &catalog);
    let later = held(Some("1"), None).over(&CATALOG, day("2027-03-01"));
    let record = reopened.record();
    let kept = Evaluation::of(&reopened.draft, &record.catalog_in_force(later)).expect("a plan");
    assert_eq!(kept.estimate.options[0].ledger, option.ledger);
}

/// The share of what is left that the treatment says, or else the clinic; each amount is rounded by itself.
#[test]
fn what_is_paid_back_of_a_package_is_a_share_of_what_is_left() {
    let check = |clinic: Option<&str>, own: Option<&str>, on: i32, expected: Option<i64>, words: &str| {
        let refund = QuantityKind::PackageRefund.alone();
        let mut entries = vec![typed(&needling(), &package(3, "USD"), "899.99", "")];
        entries.extend(clinic.map(|share| typed(&Subject::Clinic, &refund, share, "")));
        entries.extend(own.map(|share| typed(&needling(), &refund, share, "")));
        let catalog = list(entries, Vec::new()).over(&CATALOG, day("2027-03-01"));
        let evaluation = Evaluation::of(&spaced(90), &catalog).expect("a plan");
        let (option, treated) = (&evaluation.estimate.options[0], &evaluation.plan.options[0]);
        let [left] = &option.prepaid(on)[..] else { panic!("one package") };
        let refund = left.refund(treated).and_then(|refund| refund.amount);
        assert_eq!(refund.map(|refund| refund.typical.minor()), expected, "{clinic:?} {own:?} {on}");
        let stopped = option.stopped(on, &mut Simulator::default(), Precision(64));
        let said = wording::stopped(&stopped, treated, &catalog, Currency::USD).join("; ");
        assert!(said.contains(words), "{said}");
    };
    // Two sessions of three are left, worth 599.99 of 899.99, and then one, worth 300.00.
    check(None, None, 0, None, "$599.99 of what was paid");
    check(Some("80"), None, 0, Some(47_999), "$479.99 is paid back if it is broken off");
    check(Some("80"), None, 90, Some(24_000), "$240 is paid back if it is broken off");
    check(Some("80"), Some("50"), 90, Some(15_000), "$150 is paid back");
    check(Some("80"), Some("0"), 90, Some(0), "nothing of it is paid back if it is broken off");
}

#[test]
fn months_are_a_whole_number_of_the_table() {
    let check = |typed: &str, says: &str| {
        let table =
            format!("kind,id,value,typical\nclinic,,package_months,{typed}\ntreatment,subcision,package_months,3\n");
        match csv::import(table.as_bytes(), &CATALOG, &|_| None) {
            Ok(list) => {
                assert_eq!(says, "", "{typed}");
                let again = csv::export(&list, &CATALOG, Currency::USD).expect("a table");
                assert_eq!(csv::import(&again, &CATALOG, &|_| None).expect("a list"), list);
            }
            Err(problems) => {
                let said = wording::row_problems(&problems, &CATALOG).join("\n");
                assert!(!says.is_empty() && said.contains(says), "{typed}: {said}");
            }
        }
    };
    check("12", "");
    check("120", "");
    check("0", "no whole number of months from 1 to 120");
    check("121", "no whole number of months from 1 to 120");
    check("a year", "no whole number of months");
}

#[test]
fn the_last_day_of_a_package_that_is_paid_is_due() {
    let catalog = held(Some("5"), None).over(&CATALOG, day("2027-03-01"));
    let mut dossier = Dossier::from(spaced(90));
    let (line, on) = (dossier.draft.options[0].lines[0].id, dossier.draft.start);
    let by = storage::author(on.at(9, 0, 0, 0), "", 0);
    dossier
        .note(Fact::Session { line, on, what: SessionFact::Had { paid: None, planned: None } }, on, &by)
        .expect("noted");
    let due = |within: u32| {
        let (_, dues) = dossier.due_at_prices(catalog.clone(), (on, within));
        let dues = dues.expect("a plan");
        let packages = dues.due.iter().filter(|due| matches!(due.what, DueKind::Left { .. }));
        let said = packages.map(|due| (due.on.to_string(), wording::due(due, dues.followed.as_ref(), &catalog)));
        said.collect::<Vec<_>>()
    };
    assert_eq!(due(30), []);
    let said = "Microneedling: 2 sessions of a package are paid and left, to be had until 1 Aug 2027".to_owned();
    assert_eq!(due(200), [("2027-08-01".to_owned(), said)]);
}

/// Ways to pay: how many sessions a package covers, what the option comes to, what that is more than singly, and from which
/// session on it is even.
fn check_ways(list: &PriceList, change: impl Fn(&mut Draft), expected: &[(Option<u32>, i64, i64, Option<u32>)]) {
    let mut draft = plan();
    draft.options.truncate(1);
    draft.options[0].lines[0].upkeep = Upkeep::None;
    change(&mut draft);
    let catalog = list.over(&CATALOG, day("2027-03-01"));
    let evaluation = Evaluation::of(&draft, &catalog).expect("a plan");
    let (option, worked) = (&evaluation.plan.options[0], &evaluation.estimate.options[0]);
    let ways = ways(&evaluation.plan, option, &worked.schedule, &catalog);
    let found: Vec<_> = ways
        .iter()
        .map(|way| {
            let package = if let WayKind::Package { sessions, .. } = way.kind { Some(sessions) } else { None };
            (package, way.total.typical.minor(), way.more.minor(), way.even.map(|(session, _)| session))
        })
        .collect();
    assert_eq!(found, expected);
    let chosen: Vec<_> = ways.iter().filter(|way| way.is_chosen).collect();
    assert_eq!(chosen.len(), usize::from(!ways.is_empty()));
    assert!(chosen.iter().all(|way| way.total == worked.ledger.total), "what is planned is one of them");
}

#[test]
fn ways_of_paying_say_what_they_come_to_and_when_they_are_even() {
    let packages = |prices: &[(u32, &str)]| {
        let entries = prices.iter().map(|(size, price)| typed(&needling(), &package(*size, "USD"), price, ""));
        list(entries.collect(), Vec::new())
    };
    let same = |_: &mut Draft| {};
    check_ways(&PriceList::default(), same, &[]);
    // Five sessions at 350. After three of them 1,050 would have been paid singly, after four 1,400.
    let (single, three) = ((None, 175_000, 0, None), (Some(3), 160_000, -15_000, Some(3)));
    check_ways(&packages(&[(3, "900")]), same, &[single, three]);
    let five = (Some(5), 140_000, -35_000, Some(4));
    check_ways(&packages(&[(5, "1400"), (3, "900"), (6, "1500")]), same, &[single, three, five]);
    check_ways(&packages(&[(3, "1200")]), same, &[single, (Some(3), 190_000, 15_000, None)]);
    check_ways(&packages(&[(3, "1050")]), same, &[single, (Some(3), 175_000, 0, Some(3))]);
    // Two packages of two and one session: the second one is dearer again until its own second session.
    check_ways(&packages(&[(2, "650")]), same, &[single, (Some(2), 165_000, -10_000, Some(4))]);
    check_ways(&packages(&[(2, "300")]), same, &[single, (Some(2), 95_000, -80_000, Some(1))]);
    let own = |draft: &mut Draft| {
        let price = Spread { low: "800", typical: "800", high: "800" }.map(str::to_owned);
        draft.options[0].lines[0].package = PackageDraft::Own { sessions: 3, price };
    };
    check_ways(&packages(&[(3, "900")]), own, &[single, three, (Some(3), 150_000, -25_000, Some(3))]);
    check_ways(&PriceList::default(), own, &[single, (Some(3), 150_000, -25_000, Some(3))]);
}

#[test]
fn an_add_on_is_paid_in_ways_too() {
    let prp = Subject::AddOn("prp".into());
    let entries = vec![typed(&prp, &price("USD"), "400", ""), typed(&prp, &package(3, "USD"), "900", "")];
    let with_prp = |draft: &mut Draft| draft.options[0].lines[0].add_ons = vec![AddOnDraft::of_catalog("prp".into())];
    // Five sessions at 350, each with 400 for the add-on; three of these for 900 are even with the third.
    let ways = [(None, 375_000, 0, None), (Some(3), 345_000, -30_000, Some(3))];
    check_ways(&list(entries, Vec::new()), with_prp, &ways);
}
