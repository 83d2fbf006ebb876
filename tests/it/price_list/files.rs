//! The stored list: what is written is read again, and what cannot be read says where and why.

use super::lists::price_list;
use super::{CATALOG, case, label, package, price, treatment, typed};
use collagen_ledger::overlay::{QuantityKind, Subject};
use collagen_ledger::price_list::{Own, PriceListDraft, limits};
use collagen_ledger::storage::{self, Disk, Places};
use proptest::prelude::*;

/// A list that uses every field of the file, something typed wrong included.
fn full() -> PriceListDraft {
    let mut list = first();
    list.entries.extend([
        typed(&Subject::Clinic, &QuantityKind::TaxIncluded.alone(), "yes", "2027-01-01"),
        typed(&Subject::Clinic, &QuantityKind::PlanDiscount.alone(), "5", ""),
        typed(&treatment("microneedling"), &package(3, "EUR"), "500,00 600,00 700,00", ""),
        typed(&treatment("microneedling"), &QuantityKind::Tax.alone(), "0", ""),
    ]);
    list
}

/// A list that uses every field of the first schema.
fn first() -> PriceListDraft {
    let serum = Own::AddOn.named("Vitamin C serum");
    let microneedling = treatment("microneedling");
    PriceListDraft {
        entries: vec![
            typed(&Subject::Clinic, &QuantityKind::Tax.alone(), "19", "2027-01-01"),
            typed(&Subject::Clinic, &QuantityKind::Discount.alone(), "2,5", ""),
            typed(&microneedling, &price("EUR"), "180,00 220,00 1.260,00", "2027-01-01"),
            typed(&microneedling, &price("EUR"), "not yet known", "next year"),
            typed(&microneedling, &QuantityKind::Sessions.case(case("acne-scars severe")), "6 6 8", ""),
            typed(&microneedling, &QuantityKind::Spacing.case(case("")), "35", ""),
            typed(&treatment("superficial-peel"), &QuantityKind::MinimumInterval.alone(), "21", ""),
            typed(&Subject::AddOn("prp".into()), &price("JPY"), "30000", ""),
            typed(&serum, &price("EUR"), "25", ""),
        ],
        labels: vec![
            label(&microneedling, ["", "MN-\"01\"", "Needling"]),
            label(&serum, ["Vitamin C serum", "", "Extras"]),
        ],
        ..PriceListDraft::default()
    }
}

#[test]
fn every_schema_stays_readable_and_the_last_is_written_as_it_was() {
    let first = storage::parse_price_list(include_str!("data/price-list-v1.ron")).expect("the first schema");
    assert_eq!(first, self::first());
    let current = include_str!("data/price-list-v2.ron");
    assert_eq!(storage::parse_price_list(current).expect("the current schema"), full());
    assert_eq!(storage::price_list_text(&full()), current, "the same list gives the same bytes");
    let newer = include_str!("data/price-list-v1.ron").replace("TaxPercent", "TaxIncluded");
    let error = storage::parse_price_list(&newer).expect_err("the first schema does not know it").to_string();
    assert!(error.contains("TaxIncluded"), "{error}");
}

/// `damage` turns the text of a good list into a bad one; the message must say where and what.
fn check(what: &str, damage: impl FnOnce(String) -> String, says: &str) {
    let text = damage(storage::price_list_text(&full()));
    let message = match storage::parse_price_list(&text) {
        Ok(_) => panic!("{what}: was read"),
        Err(error) => error.to_string(),
    };
    assert!(message.starts_with("line ") && message.contains(", column "), "{what}: no place in {message:?}");
    assert!(message.contains(says), "{what}: {message:?} does not say {says:?}");
    assert!(!message.contains('\n'), "{what}: more than one line: {message:?}");
}

#[test]
fn damaged_newer_and_hostile_files_are_refused_with_one_sentence() {
    let replaced = |from: &'static str, to: &str| {
        let to = to.to_owned();
        move |text: String| {
            assert!(text.contains(from), "the list holds {from}");
            text.replacen(from, &to, 1)
        }
    };
    check("empty", |_| String::new(), "so it is no price list");
    check("cut off", |text| text[..text.len() / 2].to_owned(), "ends too early");
    check(
        "a plan",
        |_| include_str!("../../data/plan-v1.ron").to_owned(),
        "a price list begins with \"CollagenLedgerPriceList(\"",
    );
    check("more behind the end", |text| text + "x", "behind the end of the price list");
    check("newer", replaced("schema: 2", "schema: 3"), "newer version");
    check("an unknown field", replaced("typical: \"19\"", "typical: \"19\", vip: true"), "\"vip\" is no field here");
    check("a missing field", replaced("typical: \"19\", ", ""), "\"typical\" is missing");
    check("a number for a text", replaced("typical: \"19\"", "typical: 19"), "");
    check("an unknown currency", replaced("\"EUR\"", "\"euro\""), "not a currency code");
    check("an unknown value", replaced("TaxPercent", "VatPercent"), "");
    check("a long code", replaced("Needling", &"x".repeat(61)), "longer than 60 characters");
    check("a control character", replaced("Needling", "a\\u{0}b"), "control character");
    let row = "Value(of: Clinic, what: TaxPercent, low: \"\", typical: \"1\", high: \"\", effective_from: \"\"),";
    check("a crowd", replaced("values: [", &format!("values: [{}", row.repeat(2_000))), "more than 2000 entries");
}

#[test]
fn a_list_is_kept_in_the_clinics_folder_and_a_broken_one_is_one_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = Places::below(folder.path()).price_list();
    assert!(path.ends_with("config/price-list.ron"));
    let said = |what: &str| {
        let error = storage::read_price_list(&Disk::here(), &path).expect_err(what);
        assert!(error.is_bad_input(), "{error}");
        error.to_string()
    };
    assert!(said("nothing there").contains("does not exist"));
    storage::write_price_list(&Disk::here(), &path, None, &full(), "kept").expect("written");
    assert_eq!(storage::read_price_list(&Disk::here(), &path).expect("read"), full());
    std::fs::write(&path, b"// caf\xe9").expect("written");
    assert_eq!(said("no text"), "price-list.ron, line 1, column 1: the file is not text, so it is no price list");
    std::fs::write(&path, vec![b' '; 5_000_000]).expect("written");
    assert!(said("too large").contains("line 1, column 1: the file is larger than"));
    storage::write_price_list(
        &Disk::here(),
        &path,
        storage::Stamp::of(&Disk::here(), &path),
        &PriceListDraft::default(),
        "kept",
    )
    .expect("written over it");
    assert_eq!(storage::read_price_list(&Disk::here(), &path).expect("read"), PriceListDraft::default());
}

#[test]
fn whatever_is_typed_can_be_saved() {
    let mut draft = full();
    let long = "\u{7}ä".repeat(500);
    draft.entries[0].amounts.typical = long.clone();
    draft.entries[0].from = long.clone();
    draft.labels[0].code = long;
    let entry = draft.entries[0].clone();
    draft.entries.extend(std::iter::repeat_n(entry, limits::ENTRIES));
    draft.fit();
    assert_eq!(storage::parse_price_list(&storage::price_list_text(&draft)), Ok(draft));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_by_saving_and_opening(list in price_list()) {
        let draft = PriceListDraft::from(&list);
        let opened = storage::parse_price_list(&storage::price_list_text(&draft)).expect("the list");
        prop_assert_eq!(&opened, &draft);
        prop_assert_eq!(opened.parse(&CATALOG), Ok(list));
    }
}
