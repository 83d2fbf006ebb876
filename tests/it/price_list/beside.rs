//! Two treatments in one offer: what one costs on a day on which the other is given too.

use super::{CATALOG, currency, list, said, treatment, typed};
use collagen_ledger::catalog::{Catalog, TreatmentId};
use collagen_ledger::document::{Draft, LineDraft, LineId, PackageDraft, PriceDraft, SpreadText, Upkeep};
use collagen_ledger::estimate::Estimate;
use collagen_ledger::evaluation::{Cost, Effect};
use collagen_ledger::overlay::{Key, Quantity, QuantityKind, Subject};
use collagen_ledger::plan::RemarkKind;
use collagen_ledger::price_list::csv;
use collagen_ledger::wording;
use jiff::civil::date;

fn beside(with: &str) -> Quantity {
    QuantityKind::Together.of(Key { currency: Some(currency("USD")), with: Some(with.into()), ..Key::default() })
}

/// A list in which needling costs 300 and a peel 120, and the peel 75.55 beside needling.
fn catalog() -> Catalog {
    let table = "kind,id,value,currency,typical\n\
        treatment,microneedling,price,USD,300\ntreatment,superficial-peel,price,USD,120\n\
        treatment,superficial-peel,price_with_microneedling,USD,75.55\n";
    csv::import(table.as_bytes(), &CATALOG, &|_| None).expect("a list").over(&CATALOG, date(2027, 1, 1))
}

/// Three sessions of needling four weeks apart, and as many of the peel that begin so many days later, elsewhere on the body, so
/// that nothing is too close.
fn both(catalog: &Catalog, later: u32) -> Draft {
    let concern = &catalog.concerns[0];
    let mut draft = Draft::example(catalog, concern, date(2027, 3, 1));
    draft.options.truncate(1);
    let line = |id: &str, area: &str, start_day| {
        let treatment = catalog.treatment(&id.into()).expect("a treatment");
        let usual = LineDraft::usual(catalog, concern, &draft.profile, treatment);
        let area = area.to_owned();
        let (sessions, spacing_days, upkeep) = (3, 28, Upkeep::None);
        LineDraft { id: LineId::NEW, sessions, spacing_days, start_day, upkeep, area, ..usual }
    };
    let lines = vec![line("microneedling", "Face", 0), line("superficial-peel", "Back", later)];
    draft.options[0].lines = lines;
    draft.identify(0);
    draft
}

/// What the plan costs in cents, and what is said of prices beside each other.
fn paid(draft: &Draft, catalog: &Catalog) -> (i64, Vec<String>) {
    let plan = draft.parse(catalog).unwrap_or_else(|problems| panic!("{problems:?}"));
    let estimate = Estimate::of(&plan, catalog).expect("an estimate");
    let option = &estimate.options[0];
    let remarks = option.remarks.iter().filter(|one| matches!(one.kind, RemarkKind::Beside { .. }));
    (option.ledger.total.typical.minor(), remarks.map(wording::remark).collect())
}

#[test]
fn a_treatment_costs_less_on_days_on_which_the_other_is_given_too() {
    let catalog = catalog();
    let said = vec![
        "Superficial chemical peel costs $75.55 a session where Microneedling is given on the same day".to_owned(),
    ];
    let (needling, peel, less) = (30_000, 12_000, 7_555);
    let check = |expected: i64, said: &[String], change: &dyn Fn(&mut Draft)| {
        let mut draft = both(&catalog, 0);
        change(&mut draft);
        assert_eq!(paid(&draft, &catalog), (expected, said.to_vec()));
    };
    check(3 * (needling + less), &said, &|_| ());
    // Which stands first does not matter.
    check(3 * (needling + less), &said, &|draft| draft.options[0].lines.reverse());
    // On two days of three: the peel begins with the second session.
    check(3 * needling + 2 * less + peel, &said, &|draft| draft.options[0].lines[1].start_day = 28);
    // A fortnight later each is by itself.
    check(3 * (needling + peel), &[], &|draft| draft.options[0].lines[1].start_day = 14);
    // It does not matter how the other one is paid; what is itself in a package, or has a price of the plan's, is as before.
    let package = |price: &str| PackageDraft::Own { sessions: 3, price: SpreadText::of_text(price) };
    check(70_000 + 3 * less, &said, &|draft| draft.options[0].lines[0].package = package("700"));
    check(3 * needling + 33_000, &[], &|draft| draft.options[0].lines[1].package = package("330"));
    let own = PriceDraft::Own(SpreadText::of_text("100"));
    check(3 * (needling + 10_000), &[], &|draft| draft.options[0].lines[1].price = own.clone());
    // A discount of the line is taken off what is asked: 10 % of 75.55 is 7.555, rounded to 7.56.
    check(3 * (needling + less - 756), &said, &|draft| draft.options[0].lines[1].discount = "10".to_owned());
    // A price of upkeep that was typed stays.
    check(3 * needling + less + 2 * 9_000, &said, &|draft| {
        let line = &mut draft.options[0].lines[1];
        (line.sessions, line.upkeep, line.upkeep_price) = (1, Upkeep::Every { months: 1 }, "90".to_owned());
        line.upkeep_until = Some(date(2027, 5, 10));
    });
}

#[test]
fn an_issue_keeps_prices_beside_each_other_and_a_wrong_one_is_said() {
    let catalog = catalog();
    let draft = both(&catalog, 0);
    let (cost, _) = paid(&draft, &catalog);
    let reopened = super::issued(&draft, &catalog);
    let later = reopened.record().catalog_in_force(CATALOG.clone());
    assert_eq!(paid(&reopened.draft, &later).0, cost);
    let peel = treatment("superficial-peel");
    let check = |subject: &Subject, with: &str, says: &str| {
        let draft = collagen_ledger::price_list::PriceListDraft {
            entries: vec![typed(subject, &beside(with), "90", "")],
            ..Default::default()
        };
        let problems = draft.parse(&CATALOG).expect_err(says);
        let text = said(&draft, &problems).join("\n");
        assert!(text.contains(says), "{text}");
    };
    check(&peel, "superficial-peel", "a treatment has no price beside itself; name another one");
    check(&peel, "massage", "\"massage\" is not a known treatment");
    check(&treatment("home-roller"), "subcision", "a device is used at home");
    check(&peel, "home-roller", "a device is used at home");
    check(&peel, "own-facial", "the list has no treatment own-facial; add it, or name another one");
    check(&Subject::AddOn("prp".into()), "subcision", "an add-on has no");
    // The table says which treatment it is in any spelling.
    for spelt in ["price_with_tca-cross", "price_with_tca_cross", "Price with TCA CROSS"] {
        let table = format!("kind,id,value,currency,typical\ntreatment,superficial-peel,{spelt},USD,90\n");
        let read = csv::import(table.as_bytes(), &CATALOG, &|_| None).expect("a list");
        assert_eq!(read, list(vec![typed(&peel, &beside("tca-cross"), "90", "")], Vec::new()), "{spelt}");
    }
}

#[test]
fn a_price_beside_a_treatment_of_ones_own_comes_back_from_the_table() {
    let long = "A facial with a very long name indeed that fills it to its";
    for (name, with) in [("HydraFacial", "own-hydrafacial"), ("HydraFacial", "hydrafacial"), (long, "")] {
        let heading = "kind,id,name,value,currency,typical";
        let plain = format!("{heading}\nown treatment,,{name},price,USD,150\n");
        let own = csv::import(plain.as_bytes(), &CATALOG, &|_| None).expect("a list").labels()[0].subject.clone();
        let with = if with.is_empty() { own.id() } else { with };
        let table = format!("{plain}treatment,superficial-peel,,price_with_{with},USD,90\n");
        let list = csv::import(table.as_bytes(), &CATALOG, &|_| None).expect("a list");
        let named = list.entries().iter().find_map(|entry| entry.quantity.key.with.clone());
        assert_eq!(named.as_ref().map(TreatmentId::as_str), Some(own.id()), "{table}");
        let again = csv::export(&list, &CATALOG, currency("USD")).expect("a table");
        assert_eq!(csv::import(&again, &CATALOG, &|_| None).expect("a list"), list, "{name}");
        let text = collagen_ledger::report::text::price_list(&list, &CATALOG, date(2027, 1, 1), currency("USD"));
        assert!(text.contains(&format!("price beside {name} on one day in USD")), "{text}");
    }
    // An id with capitals, as a file may have it.
    let capital = "own-HydraFacial";
    let table = format!(
        "kind,id,name,value,currency,typical\nown treatment,{capital},Hydra,price,USD,150\n\
         treatment,superficial-peel,,price_with_{capital},USD,90\n"
    );
    let list = csv::import(table.as_bytes(), &CATALOG, &|_| None).expect("a list");
    let again = csv::export(&list, &CATALOG, currency("USD")).expect("a table");
    assert_eq!(csv::import(&again, &CATALOG, &|_| None).expect("a list"), list);
}

#[test]
fn what_another_price_beside_changes_is_said_in_a_row_of_its_own() {
    let (before, draft) = (catalog(), both(&catalog(), 28));
    let dearer = list(
        vec![
            typed(&treatment("microneedling"), &super::price("USD"), "300", ""),
            typed(&treatment("superficial-peel"), &super::price("USD"), "120", ""),
            typed(&treatment("superficial-peel"), &beside("microneedling"), "100", ""),
        ],
        Vec::new(),
    );
    let mut none = collagen_ledger::price_list::PriceListDraft::from(&dearer);
    none.entries.retain(|entry| entry.quantity.key.with.is_none());
    let none = none.parse(&CATALOG).expect("a list");
    let cases = [(dearer, "$75.55 → $100", 2 * 2_445), (none, "$75.55 → $120", 2 * 4_445)];
    for (after, says, more) in cases {
        let effect = Effect::of(&draft, &before, &after.over(&CATALOG, date(2027, 1, 1)));
        let option = &effect.options[0];
        let all: i64 = option.lines.iter().map(|line| line.difference().typical.minor()).sum();
        let difference = option.difference().expect("both are known").typical.minor();
        assert_eq!(all, difference, "the rows add up: {option:?}");
        let rows: Vec<String> = option.lines.iter().map(wording::effect_name).collect();
        assert!(rows.contains(&"Superficial chemical peel, beside Microneedling".to_owned()), "{rows:?}");
        let row = option.lines.iter().find(|line| line.beside.is_some()).expect("the row");
        let spread = |cost: &Cost| wording::spread(cost.price, currency("USD"));
        assert_eq!(format!("{} → {}", spread(&row.before), spread(&row.after)), says);
        assert_eq!(difference, more, "{says}");
    }
    // A plan in which nothing is given beside it is as before.
    let alone = both(&catalog(), 14);
    let cheaper = csv::import(
        b"kind,id,value,currency,typical\ntreatment,microneedling,price,USD,300\ntreatment,superficial-peel,price,USD,120\n\
          treatment,superficial-peel,price_with_microneedling,USD,60\n",
        &CATALOG,
        &|_| None,
    );
    let after = cheaper.expect("a list").over(&CATALOG, date(2027, 1, 1));
    assert!(Effect::of(&alone, &before, &after).is_none());
}
